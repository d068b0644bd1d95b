"""Letters of other scripts in Latin words, and characters that nobody sees."""

from collections.abc import Callable

import pytest

from lint.model import Finding, Safety, Severity

Marker = Callable[[str, str], list[str]]
Finder = Callable[[str, str], tuple[Finding, ...]]


@pytest.mark.parametrize(
    ("slip", "right"),
    [("m\u0430yor", "mayor"), ("P\u0430ris", "Paris"), ("\u0421ouncil", "Council"), ("c\u03bfuncil", "council")],
)
def test_a_letter_of_another_script_is_found_and_may_be_mended(findings: Finder, slip: str, right: str) -> None:
    (finding,) = findings("typos/look-alike-letter", f"They saw the {slip} there.")
    assert finding.suggestions == (right,)
    assert [fix.safety for fix in finding.fixes] == [Safety.SAFE]


def test_in_a_quotation_it_is_told_and_left_to_the_author(findings: Finder) -> None:
    (finding,) = findings("typos/look-alike-letter", "“The m\u0430yor is late,” she said.")
    assert finding.severity is Severity.SUGGESTION
    assert not finding.fixes


@pytest.mark.parametrize(
    "text",
    [
        "They sang Калинка and read Αθήνα aloud.",
        "TNFα, IFNγ, β-blockers, Δt, µm and 5 kΩ are for others.",
        "The letter а is not the letter a.",
        "See m\u0430yor.example/m\u0430yor and write to m\u0430yor@example.org.",
    ],
)
def test_words_of_other_scripts_and_terms_are_let_be(marked: Marker, text: str) -> None:
    assert marked("typos/look-alike-letter", text) == []


@pytest.mark.parametrize("hidden", ["\u200b", "\u200c", "\u2060", "\ufeff", "\u200e", "\u202c", "\u200b\u200b"])
def test_a_character_without_width_inside_a_word_is_found(findings: Finder, hidden: str) -> None:
    (finding,) = findings("copy/invisible-character", f"The har{hidden}bour froze.")
    assert finding.suggestions == ("harbour",)


def test_between_two_words_a_space_is_meant(findings: Finder) -> None:
    (finding,) = findings("copy/invisible-character", "They left\u200bthe hall.")
    assert finding.suggestions == ("left the",)


@pytest.mark.parametrize(
    "text", ["The har\u00adbour froze.", "The end.\u200b", "A family: \U0001f468\u200d\U0001f469."]
)
def test_soft_hyphens_and_what_stands_outside_words_are_let_be(marked: Marker, text: str) -> None:
    assert marked("copy/invisible-character", text) == []
