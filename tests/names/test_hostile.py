import pytest

from tests.names.conftest import Find

CHECKS = [
    "names_surname.misspelt",
    "names_surname.unintroduced",
    "names_full.variants",
    "names_spelling.variants",
    "names_hyphens.mixed",
    "names_repeated.misspelt",
    "names_spacing.mixed",
    "names_acronym.two_ways",
]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
TEXTS = {
    "particles": "De " + "van " * 50_000,
    "initials": "A." * 50_000 + "x",
    "one long run": "American " * 50_000,
    "one long word": "A" + "b" * 300_000 + " 1",
    "hyphens": "re-" * 100_000,
    "quotation marks": '"Re-use ' * 20_000 + "reuse",
    "names with hyphens": "Harbor-Watch and Harbor Watch met HarborWatch. " * 5_000,
    "brackets": "(NSF " * 50_000,
    "definitions": "National Science Foundation (NSF) " * 5_000 + "NFS " * 5_000,
    "near surnames": " ".join(f"John Sm{a}th{b}{c} said." for a in LETTERS for b in LETTERS for c in LETTERS[:20]),
}


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_text_is_read(find: Find, name: str) -> None:
    for check in CHECKS:
        find(check, TEXTS[name])
