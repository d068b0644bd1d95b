"""Quotation marks, brackets and doubled words: marks and words that come in twos."""

from collections.abc import Callable

import pytest

Marker = Callable[[str, str], list[str]]

INTERVIEW = """\
“We have three plans for the harbour:

- a wall against the sea
- a road to the north

All of them cost more than we have.”

The mayor then left the hall.
"""


@pytest.mark.parametrize(
    "text",
    [
        INTERVIEW,
        "The sheet is 8.5” wide and 11” long.",
        "The tag says src=”harbour.png” and nothing else.",
        "“The first paragraph of a speech.\n\n“The second one,” she said, “is short.”",
    ],
)
def test_quotation_marks_that_find_their_partner_are_let_be(marked: Marker, text: str) -> None:
    assert marked("typos/quotation-marks", text) == []


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("She called it “a bad day, and left the hall.", "“"),
        ('She called it “a bad day" and left the hall.', '"'),
        ("She called it a bad day,” and left the hall.", "”"),
    ],
)
def test_a_lonely_quotation_mark_is_found(marked: Marker, text: str, mark: str) -> None:
    assert marked("typos/quotation-marks", text) == [mark]


@pytest.mark.parametrize(
    "text",
    [
        "The treaty (START I) was signed in the hall (page 615).",
        "The court (see Figure 2) asked for a list: a) the cost, b) the time.",
        "The law has a section 12(d) and a section 14(2).",
    ],
)
def test_a_bracket_that_closes_after_a_number_is_no_list_marker(marked: Marker, text: str) -> None:
    assert marked("typos/brackets", text) == []


def test_a_capital_hides_no_doubled_word(marked: Marker) -> None:
    assert marked("typos/doubled-content-word", "Call call this number. Will will answer, said Mark.") == ["Call call"]


def test_a_footnote_mark_between_word_and_stop_is_no_stray_space(marked: Marker) -> None:
    text = "The dam broke [^1]. It was late , they say.\n\n[^1]: As the court found.\n"
    assert marked("typos/space-before-stop", text) == [" ,"]
