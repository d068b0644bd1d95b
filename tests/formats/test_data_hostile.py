"""Input made to hurt the readers of reStructuredText, Lektor and data files: read or refused, never raised, no hang."""

import pytest

from lint.formats import read
from lint.source import Source

MANY = 25_000
RST = {
    "backticks": "`" * MANY,
    "open text": ("`a <b " * 1500 + "\n") * 100,
    "open emphasis": ("**a " * 2000 + "\n") * 100,
    "hyphens": ("a-" * 4900 + "\n") * 80,
    "references": "a_ `b`_ \n" * 6_000,
    "lists": "- a\n\nx\n\n" * 1500,
    "items": "- a\n" * 6_000,
    "titles": "Aa\n==\n\n" * 6000,
    "comments": ".. a\n\n" * 3_000,
    "directives": ".. note:: a\n\n" * 3_000,
    "unknown directives": ".. foo:: a\n\n" * 3_000,
    "fields": ":a: b\n" * 6_000,
    "options": "-a  b\n" * 6_000,
    "targets": ".. _a: b\n" * 6_000,
    "terms": "a\n  b\n" * 3_000,
    "deep lists": "".join("  " * depth + "- a\n\n" for depth in range(600)),
    "deep quotations": "".join(" " * depth + "a\n\n" for depth in range(900)),
    "a table of corners": ("+-" * 200 + "+\n") * 200,
    "a table of cells": ("+--" * 60 + "+\n" + "|  " * 60 + "|\n") * 300 + "+--" * 60 + "+\n",
    "a long table": "== ==\n" + "a  b\n" * 6_000 + "== ==\n",
    "tabs": "\t" * 9000 + "a\n",
}
DATA = {
    "json brackets": ("json", "[" * MANY + "]" * MANY),
    "json escapes": ("json", '{"text": "' + r"\n \n" * MANY + '"}'),
    "json blanks": ("json", '{"text": "a' + " " * 250_000 + 'b"}'),
    "json fields": ("json", "[" + ",".join(['{"text": "a b"}'] * MANY) + "]"),
    "json backslashes": ("json", '{"text": "' + "\\\\" * 250_000 + '"}'),
    "open json string": ("json", '{"text": "' + "\\" * 250_001),
    "yaml brackets": ("yaml", "text: " + "[" * MANY),
    "yaml items": ("yaml", "text:\n" + "- a\n" * 20_000),
    "yaml aliases": ("yaml", "a: &a [x]\n" + "b: [*a, *a]\n" * 1000),
    "yaml paragraphs": ("yaml", "text: |\n" + "  a\n\n" * MANY),
    "toml strings": ("toml", 'a = """' * MANY),
    "lektor fields": ("lektor", "body: a\n---\n" * MANY),
    "lektor titles": ("lektor", "title: " + "a\n\n" * MANY),
    "lektor colons": ("lektor", ":" * 250_000),
}


@pytest.mark.parametrize("text", RST.values(), ids=RST)
def test_restructuredtext_is_read_or_refused(text: str) -> None:
    read(Source("a.rst", text))


@pytest.mark.parametrize(("name", "text"), DATA.values(), ids=DATA)
def test_data_is_read(name: str, text: str) -> None:
    read(Source("a", text), name)


@pytest.mark.parametrize("name", ["json", "lektor", "rst", "toml"])
def test_four_megabytes_are_no_trouble(name: str) -> None:
    word = "word " * 800_000
    text = {"json": f'{{"text": "{word}"}}', "lektor": f"title: {word}", "toml": f'text = "{word}"'}.get(name, word)
    document = read(Source("a", text), name)
    assert len(document.blocks or document.notices) == 1
