"""What is known beyond the article holds a rule back."""

from collections.abc import Mapping

import pytest

from lint import formats
from lint.annotate.known import NOTHING, Known
from lint.annotate.pipeline import Pipeline
from lint.annotate.reading import Reading
from lint.checks import names_definitions, names_full, names_repeated, names_surname
from lint.rule import Check
from lint.source import Source

SLIPS: list[tuple[Check, str, str, str]] = [
    (names_surname.misspelt, "Ingrid Lindqvist spoke. Later Lindquvist left.", "Lindquvist", "Lindqvist"),
    (names_full.variants, "Karin Aldorf spoke. Then Karin Aldorv left.", "Karin Aldorv", "Karin Aldorf"),
    (names_repeated.misspelt, "To Zamboria, from Zamboria. Then Zambroia.", "Zambroia", "Zamboria"),
]


class Memory:
    """A newsroom that knows some forms, each from many articles, and some pairs that are two."""

    def __init__(self, forms: set[str], two: set[str]) -> None:
        self.forms, self.two = forms, two

    def form(self, text: str) -> int:
        return 30 * (text in self.forms)

    def person(self, family: str) -> Mapping[str, int]:
        return NOTHING.person(family)

    def near(self, text: str) -> Mapping[str, int]:
        return NOTHING.near(text)

    def preferred(self, text: str) -> str | None:
        return NOTHING.preferred(text)

    def distinct(self, first: str, second: str) -> bool:
        return {first, second} == self.two


def count(check: Check, text: str, known: Known) -> int:
    return len(list(check(Reading(formats.read(Source("draft.md", text)), Pipeline(), known=known), {})))


@pytest.mark.parametrize(("check", "text", "wrong", "right"), SLIPS)
def test_two_names_that_the_house_knows_to_be_two_stay_in_peace(
    check: Check, text: str, wrong: str, right: str
) -> None:
    assert count(check, text, NOTHING) == 1
    assert count(check, text, Memory(set(), {wrong, right})) == 0


@pytest.mark.parametrize(("check", "text", "wrong"), [(check, text, wrong) for check, text, wrong, _ in SLIPS[::2]])
def test_a_name_that_older_articles_have_is_no_slip(check: Check, text: str, wrong: str) -> None:
    assert count(check, text, Memory({wrong}, set())) == 0


def test_an_acronym_that_older_articles_use_is_familiar() -> None:
    text = "The boats belong to the TRPD. Nobody at the TRPD would say what they cost."
    assert count(names_definitions.undefined, text, NOTHING) == 1
    assert count(names_definitions.undefined, text, Memory({"TRPD"}, set())) == 0
