"""The two slips the whole project began with, in many wordings, and what they must not be taken for."""

from collections.abc import Callable

import pytest

Marker = Callable[[str, str], list[str]]

TO_FINITE = [
    ("As Lindqvist to continues her tour of the islands, the unions wait.", "to continues"),
    ("With the harvest late, the ministry to asks its farmers for patience.", "to asks"),
    ("After a week of talks, Okafor to becomes the first woman in the post.", "to becomes"),
    ("The club, short of money, to begins its season in the park.", "to begins"),
    ("While Brandt to insists that nothing was signed, his aides say otherwise.", "to insists"),
    ("The board wants to raises the rent of the hall in spring.", "to raises"),
    ("She hopes to becomes the mayor of her home town.", "to becomes"),
]

NOT_TO_FINITE = [
    "The woman he was referring to is the mayor's sister.",
    "She spoke to members the next day and to reporters that evening.",
    "According to figures her office released, rents have doubled.",
    "The key fits the door it belongs to, says the locksmith.",
    "They agreed to talks that neither side wanted.",
    "What happens to plans that nobody reads?",
    "From chairs to tables the shop sells everything.",
]

STRANDED = [
    ("Nobody wants the debt to swell further than it's right now.", "it's"),
    ("The river is higher than it's today, the old men say.", "it's"),
    ("We asked the drivers where they're now.", "they're"),
    ("“No one is as tired as we're,” said the nurse.", "we're"),
    ("He would not tell the court who he's.", "he's"),
    ("Ask the child how old she's.", "she's"),
    ("Few towns are as poor as it's today.", "it's"),
]

NOT_STRANDED = [
    "The harbour is quieter than it's ever been.",
    "The bill, as it's currently written, helps nobody.",
    "That is where it's being stored for now.",
    "It's now or never, and they're here to stay.",
    "She knows what it's like to lose a boat.",
    "We asked where they're going now.",
    "“If that's how it's done today, so be it,” he said.",
]


@pytest.mark.parametrize(("text", "slip"), TO_FINITE)
def test_a_finite_verb_after_to_is_found(marked: Marker, text: str, slip: str) -> None:
    assert marked("typos/to-finite-verb", text) == [slip]


@pytest.mark.parametrize("text", NOT_TO_FINITE)
def test_a_noun_after_to_is_let_be(marked: Marker, text: str) -> None:
    assert marked("typos/to-finite-verb", text) == []


@pytest.mark.parametrize(("text", "slip"), STRANDED)
def test_a_stranded_contraction_is_found(marked: Marker, text: str, slip: str) -> None:
    assert marked("typos/stranded-contraction", text) == [slip]


@pytest.mark.parametrize("text", NOT_STRANDED)
def test_a_contraction_with_a_complement_is_let_be(marked: Marker, text: str) -> None:
    assert marked("typos/stranded-contraction", text) == []
