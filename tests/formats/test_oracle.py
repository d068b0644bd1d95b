"""Markdown read by another parser: marko must find the same prose."""

import html
from collections.abc import Iterator
from typing import Any

import marko
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.document import BlockKind
from lint.formats import read
from lint.source import Source
from lint.sourcemap import OPAQUE_CHARACTER

SAMPLES = [
    "# Market *to move*\n\nThe council\nvoted on **Monday**.\n\nNobody spoke\\\nagainst it.  \nNobody.\n",
    "> The quay was ours.\n> It is not any more,\nshe said.\n>\n> > Nor will it be.\n",
    "1. The square\n2. The depot:\n   - its hall\n   - its yard\n\n     which is *paved*\n\n3. The field\n",
    'Ask &ldquo;Ada&rdquo; &amp; Bo\\_M, not `Cleo`, [the *clerk*](https://a.example "t") or [him][1].\n\n[1]: https://b.example\n',
    "Half*way* to the_old_quay, **foo:**bar, ***both* of** them, * no * star.\n",
    "Setext head\n===========\n\n    code\n\nText\n***\n```\nfence\n```\n- a\n\n\n- b\n",
    "<pre>\nraw\n</pre>\n\nA <em>few</em> tags <!-- note -->, ![a *boat*](b.png) at sea and <https://c.example>.\n",
    "日本**語**です。Ünder *wäy* 😀 `é`. \u2028 A line.\u00a0No break.\n",
    "- one\n- two\n\n  still two\n\n> - quoted\n>   item\n\nend.\n",
]


def inline(node: Any) -> str:
    """Give the prose of an inline node of marko."""
    kind = type(node).__name__
    if kind in ("CodeSpan", "Image", "AutoLink"):
        return OPAQUE_CHARACTER
    if kind == "LineBreak":
        return " "
    if kind == "InlineHTML":
        return ""
    if isinstance(node.children, str):
        return html.unescape(node.children) if kind == "RawText" else node.children
    return "".join(map(inline, node.children))


def texts(node: Any) -> Iterator[str]:
    """Give the prose of each block below a node of marko."""
    kind = type(node).__name__
    if kind in ("Paragraph", "Heading", "SetextHeading"):
        if (prose := inline(node).strip(" \t\n")).strip(OPAQUE_CHARACTER + " "):
            yield prose
    elif kind not in ("CodeBlock", "FencedCode", "HTMLBlock", "LinkRefDef") and not isinstance(
        getattr(node, "children", ""), str
    ):
        for child in node.children:
            yield from texts(child)


def prose_of(text: str) -> list[str]:
    return [b.text for b in read(Source("draft.md", text)).blocks if b.kind is not BlockKind.ALT]


@pytest.mark.parametrize("text", SAMPLES)
def test_samples(text: str) -> None:
    assert prose_of(text) == list(texts(marko.parse(text)))


WORDS = st.sampled_from("word Ünder * ** _ a*b *c* **d** `e` &amp; \\* [f](g) ![h](i) j:**k <i>l</i>".split())
LINES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
PREFIXES = st.sampled_from(["", "", "> ", "- ", "  ", "> - ", "1. ", "## ", "\n"])


@settings(max_examples=300)
@given(st.lists(st.tuples(PREFIXES, LINES), min_size=1, max_size=6))
def test_made_up_documents(parts: list[tuple[str, str]]) -> None:
    text = "\n".join(prefix + "x " + line for prefix, line in parts) + "\n"
    assert prose_of(text) == list(texts(marko.parse(text)))
