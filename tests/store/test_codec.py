"""An outcome that is kept comes back whole, or not at all."""

import zlib
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.errors import Place, UserError
from lint.model import Confidence, Edit, Finding, Fix, Position, Related, Safety, Severity
from lint.report import Asked, FileReport, Outcome, Skipped
from lint.source import Source
from lint.store.codec import decode, encode

SOURCE = Source("draft.md", "It was the the end.\n")
HERE, THERE = Position(1, 8, 7), Position(1, 15, 14)
FINDING = Finding(
    "typos/doubled-word",
    Severity.ERROR,
    Confidence.MEDIUM,
    "“the the”: a word stands twice.",
    "the the",
    "paragraph",
    HERE,
    THERE,
    ("the", ""),
    (Fix("Write “the”", Safety.SAFE, (Edit(7, 14, "the"), Edit(0, 0, "\udc80"))),),
    (Related("Here too.", HERE, THERE),),
    "0123456789abcdef",
)
OUTCOME = Outcome(
    FileReport("draft.md", SOURCE, (FINDING,), stet=2, baseline=3),
    (UserError("It is broken.", Place("draft.md", 1, 2), "Mend it."), UserError("It is odd.")),
    (Skipped("draft.md", "not in English"),),
    (UserError("It is long.", Place("draft.md", 3)),),
    (Skipped("typos/likely-wrong-word", "there is no scorer"),),
    asked=Asked("state", (("near", "Karin Belmont"), ("form", "Belmont")), "digest"),
)


def plain(value: object) -> object:
    """Give what makes a value what it is; a mistake is told apart by what it tells."""
    if isinstance(value, UserError):
        return value.problem, value.place, value.remedy
    if isinstance(value, tuple):
        return tuple(map(plain, value))
    return value


def test_every_field_comes_back() -> None:
    back = decode(encode(OUTCOME), SOURCE)
    for field in fields(Outcome):
        if field.name == "rewrite":  # work on a text, and no result of checking it
            continue
        assert getattr(OUTCOME, field.name)  # there is something to lose
        assert plain(getattr(back, field.name)) == plain(getattr(OUTCOME, field.name))
    assert all(getattr(FINDING, field.name) for field in fields(Finding))
    assert type(back.file.findings[0].severity) is Severity


def test_an_outcome_with_nothing_in_it_comes_back() -> None:
    assert decode(encode(Outcome(FileReport("draft.md", SOURCE, ()))), SOURCE) == Outcome(
        FileReport("draft.md", SOURCE, ())
    )


@given(place=st.integers(0), byte=st.integers(1, 255))
def test_a_byte_that_is_not_as_it_was_is_noticed_or_changes_nothing(place: int, byte: int) -> None:
    data = bytearray(encode(OUTCOME))
    data[place % len(data)] ^= byte
    try:
        back = decode(bytes(data), SOURCE)
    except ValueError:
        return
    assert plain(back.file) == plain(OUTCOME.file)


def test_a_text_that_is_no_outcome_is_an_error() -> None:
    for text in (b"", b"[]", b"{}", b"[[[[1]]],[],[],[],[],null]", b"[1,2,3,4,5,6]"):
        with pytest.raises(ValueError, match=r"\w"):
            decode(zlib.compress(text), SOURCE)
