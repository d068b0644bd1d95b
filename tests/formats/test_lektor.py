import datetime as dt

import pytest

from lint.formats import read
from lint.source import Source

TEXT = """_model: article
---
title: A “small” title
---
pub_date: 2026-03-01
---
summary:

Two lines
of summary.
---
author: Ada Example
---
body:

Some *words* here.

## A heading

<!-- stet names -->

- An item
"""


@pytest.fixture
def lektor():
    return lambda text: read(Source("contents.lr", text))


def test_the_body_is_markdown_and_named_fields_are_prose(lektor) -> None:
    document = lektor(TEXT)
    assert [(str(b.kind), b.level, b.path, b.text) for b in document.blocks] == [
        ("headline", 0, (), "A “small” title"),
        ("deck", 0, (), "Two lines of summary."),
        ("paragraph", 0, (), "Some words here."),
        ("heading", 2, (), "A heading"),
        ("list item", 0, ("list",), "An item"),
    ]
    assert document.published == dt.date(2026, 3, 1)
    assert document.byline == "Ada Example"
    assert document.notices == ()


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_place_counts_in_the_whole_file(lektor, line_end: str) -> None:
    text = TEXT.replace("\n", line_end)
    document = lektor(text)
    for block, first, last in zip(document.blocks[2:], ["Some", "A", "An"], ["here.", "heading", "item"], strict=True):
        span = block.span(0, len(block.text))
        assert text[span.start :].startswith(first)
        assert text[: span.end].endswith(last)
    (directive,) = document.directives
    assert text[directive.span.start : directive.span.end] == "<!-- stet names -->"
    span = document.meta_spans["author"]
    assert text[span.start : span.end] == "Ada Example"


def test_a_heading_of_the_body_is_the_headline_where_there_is_no_title(lektor, pairs) -> None:
    assert pairs(lektor("body:\n\n# Top\n\nWords.\n")) == [("headline", "Top"), ("paragraph", "Words.")]
    assert pairs(lektor("title: T\n---\nbody:\n\n# Top\n"))[1] == ("heading", "Top")


def test_dashes_in_the_body_that_are_not_three_separate_nothing(lektor, pairs) -> None:
    assert pairs(lektor("body:\n\nOne.\n\n----\n\nTwo.\n")) == [("paragraph", "One."), ("paragraph", "Two.")]


@pytest.mark.parametrize("text", ["title:", "title:\n---\n---\nbody:\n", ":", "no key here", "---", "a: b\n---\ntitle"])
def test_what_holds_nothing_gives_nothing(lektor, text: str) -> None:
    assert lektor(text).blocks == ()


def test_of_a_field_that_stands_there_twice_the_first_counts(lektor, pairs) -> None:
    assert pairs(lektor("title: One\n---\ntitle: Two\n")) == [("headline", "One")]
