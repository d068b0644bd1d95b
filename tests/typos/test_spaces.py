"""Spaces that are missing, spaces too many, and words that were joined or broken by one."""

from collections.abc import Callable

import pytest

Marker = Callable[[str, str], list[str]]


@pytest.mark.parametrize(
    ("rule", "text", "found"),
    [
        ("space-after-opening-mark", "She said, “ Nobody came,” and left.", [" "]),
        ("space-before-closing-mark", "She said, “Nobody came, ” and left.", [" "]),
        ("missing-space-after-quote", "“Nobody came,”she said.", ["came,”she"]),
        ("missing-space-before-quote", "She said,“Nobody came.”", ["said,“Nobody"]),
        ("missing-space-beside-bracket", "The lamp (lit at dusk)is old.", [")is"]),
        ("missing-space-before-bracket", "The lamp(lit at dusk) is old.", ["lamp(lit"]),
        ("missing-space", "They sailed to Lagos,then home.", ["Lagos,then"]),
        ("space-beside-slash", "Bring a cup and/ or a plate.", ["and/ or"]),
        ("space-after-hyphen", "It is a long- lasting lamp.", ["long- lasting"]),
        ("space-before-hyphen", "It is a long -lasting lamp.", ["long -lasting"]),
        ("space-beside-dash", "The lamp— nobody knows why — is out.", ["— "]),
    ],
)
def test_a_space_in_the_wrong_place_is_found(marked: Marker, rule: str, text: str, found: list[str]) -> None:
    assert marked(f"typos/{rule}", text) == found


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("missing-space-before-bracket", "He thanked the sailor(s), and `print(all of it)` printed."),
        ("missing-space-beside-bracket", "A (re)built hall; [a link (with words)](https://a.example)s end."),
        ("space-after-hyphen", "Short- and long-term plans, two- to three-year loans, and pre- or post-war lamps."),
        ("space-before-hyphen", "The words in -ness and -ity; run it with the flag -verbose now."),
        ("space-beside-slash", "The files lie in lamps/ and in quay/old; bring a cup / plate."),
        ("missing-space", "It cost 1,000 at a,b,c shops and lies in 12,5."),
    ],
)
def test_spaces_that_have_their_reason_are_let_be(marked: Marker, rule: str, text: str) -> None:
    assert marked(f"typos/{rule}", text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The lamp stands at the end ofthe quay.", ["ofthe"]),
        ("Those fishermen gave everything, but he kept historicalcourses.", ["historicalcourses"]),
        ("They walked in thePark and then home.", []),
        ("The dreamworld of Constantinon and Jenkinson is a lightship.", []),
        ("Its discoverability and zoomable maps were livestreamed.", []),
    ],
)
def test_joined_words_are_told_from_compounds_and_names(marked: Marker, text: str, found: list[str]) -> None:
    assert marked("typos/joined-words", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They walked in thePark and then home.", ["thePark"]),
        ("They walked along theQuay and then home.", []),
    ],
)
def test_a_capital_shows_where_a_frequent_word_was_joined_on(marked: Marker, text: str, found: list[str]) -> None:
    assert marked("typos/joined-name", text) == found


def test_the_hyphen_of_another_line_end_is_found(marked: Marker) -> None:
    text = "Nobody knew the con- clusion of it, nor the short- and long-term plans of the govern- ment."
    assert marked("typos/hyphen-of-line-end", text) == ["con- clusion", "govern- ment"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They want to setup a stall and backup the others.", ["setup", "backup"]),
        ("Please log-in by noon.", ["log-in"]),
        ("They went to checkout counters and prior to login screens.", []),
        ("She must upset them, outrun them and begin the race.", []),
    ],
)
def test_the_noun_of_a_phrasal_verb_is_found_where_the_verb_belongs(
    marked: Marker, text: str, found: list[str]
) -> None:
    assert marked("typos/phrasal-verb-as-noun", text) == found
