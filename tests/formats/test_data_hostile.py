"""Input made to hurt the readers of reStructuredText, Lektor and data files: read in seconds or refused, never raised."""

import time

import pytest

from lint.formats import read
from lint.source import Source

MANY = 100_000
RST = {
    "backticks": "`" * MANY,
    "open text": ("`a <b " * 1500 + "\n") * 100,
    "open emphasis": ("**a " * 2000 + "\n") * 100,
    "hyphens": ("a-" * 4900 + "\n") * 80,
    "references": "a_ `b`_ \n" * 19_000,
    "lists": "- a\n\nx\n\n" * 4900,
    "items": "- a\n" * 19_000,
    "titles": "Aa\n==\n\n" * 6000,
    "comments": ".. a\n\n" * 9900,
    "directives": ".. note:: a\n\n" * 9900,
    "unknown directives": ".. foo:: a\n\n" * 9900,
    "fields": ":a: b\n" * 19_000,
    "options": "-a  b\n" * 19_000,
    "targets": ".. _a: b\n" * 19_000,
    "terms": "a\n  b\n" * 9900,
    "deep lists": "".join("  " * depth + "- a\n\n" for depth in range(600)),
    "deep quotations": "".join(" " * depth + "a\n\n" for depth in range(900)),
    "a table of corners": ("+-" * 200 + "+\n") * 200,
    "a table of cells": ("+--" * 60 + "+\n" + "|  " * 60 + "|\n") * 300 + "+--" * 60 + "+\n",
    "a long table": "== ==\n" + "a  b\n" * 19_000 + "== ==\n",
    "tabs": "\t" * 9000 + "a\n",
}
DATA = {
    "json brackets": ("json", "[" * MANY + "]" * MANY),
    "json escapes": ("json", '{"text": "' + r"\n \n" * MANY + '"}'),
    "json blanks": ("json", '{"text": "a' + " " * 1_000_000 + 'b"}'),
    "json fields": ("json", "[" + ",".join(['{"text": "a b"}'] * MANY) + "]"),
    "json backslashes": ("json", '{"text": "' + "\\\\" * 1_000_000 + '"}'),
    "open json string": ("json", '{"text": "' + "\\" * 1_000_001),
    "yaml brackets": ("yaml", "text: " + "[" * MANY),
    "yaml items": ("yaml", "text:\n" + "- a\n" * 20_000),
    "yaml aliases": ("yaml", "a: &a [x]\n" + "b: [*a, *a]\n" * 1000),
    "yaml paragraphs": ("yaml", "text: |\n" + "  a\n\n" * MANY),
    "toml strings": ("toml", 'a = """' * MANY),
    "lektor fields": ("lektor", "body: a\n---\n" * MANY),
    "lektor titles": ("lektor", "title: " + "a\n\n" * MANY),
    "lektor colons": ("lektor", ":" * 1_000_000),
}


@pytest.mark.parametrize("text", RST.values(), ids=RST)
def test_restructuredtext_is_read_in_seconds_or_refused(text: str) -> None:
    begin = time.process_time()
    read(Source("a.rst", text))
    assert time.process_time() - begin < 15


@pytest.mark.parametrize(("name", "text"), DATA.values(), ids=DATA)
def test_data_is_read_in_seconds(name: str, text: str) -> None:
    begin = time.process_time()
    read(Source("a", text), name)
    assert time.process_time() - begin < 5


@pytest.mark.parametrize("name", ["json", "lektor", "rst", "toml"])
def test_twenty_megabytes_are_no_trouble(name: str) -> None:
    word = "word " * 4_000_000
    text = {"json": f'{{"text": "{word}"}}', "lektor": f"title: {word}", "toml": f'text = "{word}"'}.get(name, word)
    begin = time.process_time()
    document = read(Source("a", text), name)
    assert len(document.blocks or document.notices) == 1
    assert time.process_time() - begin < 10
