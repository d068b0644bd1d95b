"""Quotations: which words somebody else spoke, whatever the marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import formats
from lint.annotate.pipeline import Pipeline
from lint.annotate.reading import Reading
from lint.source import Source

PIPELINE = Pipeline()


def reading_of(text: str) -> Reading:
    return Reading(formats.read(Source("x.md", text), "markdown"), PIPELINE)


def quoted(text: str) -> list[str]:
    reading = reading_of(text)
    return [quotation.text for block in reading.blocks for quotation in reading.quotations(block)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said, “We won.”", ["We won."]),
        ('"One," he said, "and two."', ["One,", "and two."]),
        ("She asked: “Did he say ‘never’ to you?”", ["Did he say ‘never’ to you?", "never"]),
        ("The 'dear friend' of the '90s didn't come; rock 'n' roll did.", ["dear friend"]),
        ("The dogs' home and the cats' home.", []),
        ('A 5" pipe, a 6\'2" man and a "small" one.', ["small"]),
        ("«Nous» and „wir“ are quoted.", ["Nous", "wir"]),
        ("He said “we won and left.", ["we won and left."]),
        ("\"It's over,\" said the boss' aide.", ["It's over,"]),
    ],
)
def test_what_stands_in_marks_is_found(text, expected):
    assert quoted(text) == expected


def test_a_quotation_runs_over_paragraphs():
    reading = reading_of("“The first part goes on.\n\n“The second ends,” he said.\n\nNo quotation here.")
    endings = [[quotation.ending.value for quotation in reading.quotations(block)] for block in reading.blocks]
    assert endings == [["continued"], ["closed"], []]


def test_speech_is_what_shares_a_place_with_a_quotation_or_stands_in_a_block_quotation():
    reading = reading_of("He said “we won” twice.\n\n> All of it.\n\n## 'A heading in marks'")
    first, quote, heading = reading.blocks
    assert reading.quoted(first, 9, 11)
    assert not reading.quoted(first, 0, 7)
    assert reading.quoted(quote, 0, 3)
    assert not reading.quoted(heading, 3, 10)


@given(st.text(alphabet="ab '\"“”‘’.,\n5", max_size=100))
def test_quotations_lie_in_their_block_in_order(text):
    reading = reading_of(text)
    for block in reading.blocks:
        spans = [(q.start, q.end) for q in reading.quotations(block)]
        assert spans == sorted(spans)
        assert all(0 <= start < end <= len(block.text) for start, end in spans)
