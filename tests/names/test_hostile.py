import pytest

from tests.names.conftest import Find, Read

CHECKS = [
    "names_surname.misspelt",
    "names_surname.unintroduced",
    "names_full.variants",
    "names_spelling.variants",
    "names_hyphens.mixed",
    "names_repeated.misspelt",
    "names_spacing.mixed",
    "names_acronym.two_ways",
    "names_expansions.variants",
    "names_definitions.undefined",
    "names_definitions.unused",
    "names_definitions.again",
    "names_definitions.early",
    "names_case.mixed",
    "names_reference.shared",
    "names_reference.wrong_part",
    "names_reference.particles",
    "names_reference.courtesy",
    "names_reference.titles",
    "names_bodies.turned",
    "names_bodies.ampersand",
    "names_styles.mixed",
]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
UPPER = LETTERS.upper()
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
    "ten thousand names": " ".join(
        f"Jan {a}o{b}e{c}i{d} said." for a in UPPER for b in LETTERS for c in LETTERS[:5] for d in "kmn"
    ),
    "one name of 500 parts": "It was Jan " + "van der Meulen " * 500 + "who left. Meulem left.",
    "one surname, many bearers": " ".join(f"{a}o{b}an Meulen said. Meulen left." for a in UPPER for b in LETTERS),
    "one definition, many uses": "Harbor Safety Program (HSP) " + "Harbor Safety Project HSP " * 5_000,
    "many definitions": " ".join(
        f"{a}arbor {b}afety {c}rogram ({a}{b}{c})." for a in UPPER for b in UPPER for c in UPPER[:8]
    ),
    "names alike but for one word": " ".join(f"University of {a}o{b}an" for a in UPPER for b in LETTERS) * 3,
    "right to left": "\u202eحنان الشيخ Hanan Alshaykh \u202c" * 5_000,
    "combining characters": "Jose\u0301 Mari\u0301n " * 5_000 + "A" + "\u0301" * 20_000,
    "bodies": "Department of Fish and Fish Department " * 5_000,
    "figures": "5 p.m. 5pm $3m $3 million May 3rd May 3 4% 4 percent " * 3_000,
    "near surnames": " ".join(f"John Sm{a}th{b}{c} said." for a in LETTERS for b in LETTERS for c in LETTERS[:20]),
}


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_text_is_read(find: Find, name: str) -> None:
    for check in CHECKS:
        find(check, TEXTS[name])


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_text_is_gathered_into_clusters(read: Read, name: str) -> None:
    for cluster in read(TEXTS[name]).names:
        assert all(mention.block.text[mention.start : mention.end] == mention.text for mention in cluster.mentions)
