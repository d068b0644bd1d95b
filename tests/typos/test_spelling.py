"""Words that are none, and the many words that only look like it."""

from collections.abc import Callable

import pytest

from lint.annotate import wordlist
from lint.annotate.derivation import is_derived

Marker = Callable[[str, str], list[str]]


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("The ferry was delayed by a techincal fault.", "techincal"),
        ("Nobody had expcted so many people at the gate.", "expcted"),
        ("The hospitel was closed before the storm.", "hospitel"),
        ("Whenver the bell rang, the children ran.", "Whenver"),
        ("The plan for a bridge is highly uncommmon here.", "uncommmon"),
        ("A long-forgoten song was heard in the hall.", "forgoten"),
    ],
)
def test_a_word_one_slip_away_is_found(marked: Marker, text: str, slip: str) -> None:
    assert marked("typos/unknown-word", text) == [slip]


@pytest.mark.parametrize(
    "text",
    [
        "The superdelegates and the caucusgoers met in the foodhall.",
        "Mr. Goverment and Ms. Hospitel came from Techincal.",
        "Devine spoke first; Autor and Grammer followed.",
        "They unfriended him, retweeted it and called it uncheckable.",
        "The labour programme of the theatre was cancelled.",
        "See https://hospitel.example or write to the hospitel@example.org desk.",
        "He calls it *hospitel*, after the Latin.",
        "“The hospitel is shut,” read the sign.",
        "The spack tool needs spack and spack alone, says spack.",
        "The tenge, the zloty and the rand fell.",
    ],
)
def test_what_is_no_slip_is_let_be(marked: Marker, text: str) -> None:
    assert marked("typos/unknown-word", text) == []


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("They stood in front ofthe hall.", "ofthe"),
        ("The mayor spoke first, andbriefly at that.", "andbriefly"),
        ("Thecity was closed for a week.", "Thecity"),
    ],
)
def test_words_run_together_are_found(marked: Marker, text: str, slip: str) -> None:
    assert marked("typos/joined-words", text) == [slip]


def test_a_listed_misspelling_keeps_its_capital_when_it_is_a_name(marked: Marker) -> None:
    assert marked("typos/misspelling", "Anna Recieve met the press; she had not recieved it.") == ["recieved"]


@pytest.mark.parametrize("word", ["unputdownable", "superdelegates", "caucusgoers", "rewatched", "foodhall"])
def test_a_regular_derivation_is_known(word: str) -> None:
    assert is_derived(word)


@pytest.mark.parametrize("word", ["researchs", "resultes", "goverment", "expcted"])
def test_a_wrong_ending_is_no_derivation(word: str) -> None:
    assert not is_derived(word)


def test_frequent_words_are_words() -> None:
    assert all(wordlist.is_word(word) for word in wordlist.ranks())
