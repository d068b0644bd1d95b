"""What holds for every reStructuredText, held against docutils' own reading and against what was put in."""

from collections.abc import Callable

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.document import Document
from lint.formats import read
from lint.source import Source
from lint.sourcemap import OPAQUE_CHARACTER, SegmentKind

Origin = tuple[str, int, int]

WORD = st.text("abcXYZéßüøçЖλ日本ا😀\u0301’", min_size=1, max_size=6).map(lambda word: "a" + word)
OPAQUE = ["``co de``", "|name|", ":py:func:`len`", "`https://a.example/b`_", ":math:`x^2`"]
WRAPPERS = [("*", "*"), ("**", "**"), ("`", "`"), ("`", " <https://a.example/b>`_"), (":title:`", "`"), ("_`", "`")]


@st.composite
def phrases(draw: st.DrawFn, indent: str) -> list[tuple[str, str | None]]:
    """Give a line of text that begins with a word, and what is read of it, piece by piece."""
    pieces: list[tuple[str, str | None]] = [(word := draw(WORD), word)]
    for _ in range(draw(st.integers(0, 5))):
        pieces.append((draw(st.sampled_from([" ", " ", " \n" + indent, "\n" + indent])), " "))
        kind = draw(st.sampled_from(["word", "word", "wrapped", "opaque", "escape", "gap"]))
        word = draw(WORD)
        if kind == "wrapped":
            opening, closing = draw(st.sampled_from(WRAPPERS))
            pieces += [(opening, None), (word, word), (closing, None)]
        elif kind == "opaque":
            pieces.append((draw(st.sampled_from(OPAQUE[:3])), OPAQUE_CHARACTER))
        elif kind == "escape":
            sign = draw(st.sampled_from("*_`\\|"))
            pieces += [("\\", None), (sign, sign), (word, word)]
        elif kind == "gap":
            pieces += [("*", None), (word, word), ("*", None), ("\\ ", None), ("s", "s")]
        else:
            pieces.append((word, word))
    return pieces


CONTAINERS = {
    "paragraph": ("", ""),
    "quote": ("    ", "    "),
    "list item": ("- ", "  "),
    "note": (".. note:: ", "   "),
    "caption": (".. figure:: a.png\n\n   ", "   "),
}


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, list[list[Origin]]]:
    """Give a document and, for each block, the characters to be read with their ranges in the source."""
    text, blocks = "Before.\n\n", []
    for name in draw(st.lists(st.sampled_from(sorted(CONTAINERS)), min_size=1, max_size=4)):
        opening, indent = CONTAINERS[name]
        text += opening
        origins: list[Origin] = []
        for source, prose in draw(phrases(indent)):
            start, text = len(text), text + source
            if prose == source:
                origins += [(character, start + at, start + at + 1) for at, character in enumerate(source)]
            elif prose is not None:
                origins.append((prose, start, len(text)))
        blocks.append(origins)
        text += "\n\nBetween.\n\n"
    return text, blocks


def provenance(document: Document) -> list[list[Origin]]:
    found = []
    for block in document.blocks:
        spans = [block.span(at, at + 1) for at in range(len(block.text))]
        found.append([(c, s.start, s.end) for c, s in zip(block.text, spans, strict=True)])
    return found


@settings(max_examples=400)
@given(documents())
def test_every_character_comes_from_where_it_stands(made: tuple[str, list[list[Origin]]]) -> None:
    text, blocks = made
    document = read(Source("a.rst", text))
    found = [block for block in provenance(document) if "".join(c for c, *_ in block) not in ("Before.", "Between.")]
    assert found == blocks
    assert document.notices == ()


FRAGMENTS = st.sampled_from(
    "a B é 😀 \u2028 \x85 \x0b \0 \t * ** ` `` _ __ | \\ \\\\ : :: .. ... - + = == ==== ---- ~~~~ # 1. (a) [1]_ [#]_ |s| a_ `b`_ "
    "`c <d>`_ :r:`e` >>> :f: <u> --x +--+ +-- | === http://a.b/c .._a: ..note:: ..[1] .. |s| image:: e.png -- stet".split(
        " "
    )
)
GAPS = st.sampled_from(
    ["", " ", " ", "\n", "\n\n", "\n  ", "\n\n   ", "\r\n", "\r", "\t", "\n.. ", "\n\n.. note:: ", "\n- "]
)
ANY_TEXT = st.one_of(
    st.text(max_size=60),
    st.lists(st.tuples(FRAGMENTS, GAPS).map("".join), max_size=40).map("".join),
)


def check_identity(document: Document) -> None:
    text = document.source.text
    starts = [block.span(0, 1).start for block in document.blocks]
    assert starts == sorted(starts)
    for block in document.blocks:
        assert "\n" not in block.text
        last = 0
        ends = [segment.start for segment in block.prose.segments[1:]] + [len(block.text)]
        for segment, end in zip(block.prose.segments, ends, strict=True):
            assert last <= segment.source_start <= segment.source_end <= len(text)
            last = segment.source_end
            if segment.kind is SegmentKind.IDENTITY:
                assert text[segment.source_start : segment.source_end] == block.text[segment.start : end]
    for thing in (*document.directives, *document.notices, *document.images):
        assert thing.span.end <= len(text)


@pytest.mark.parametrize("name", ["rst", "lektor", "json", "yaml", "toml"])
def test_any_text_is_read_right_or_not_at_all(name: str) -> None:
    envelopes: dict[str, Callable[[str], str]] = {
        "lektor": lambda text: f"title: {text}\n---\nbody:\n\n{text}",
        "json": lambda text: '{"body": "' + text + '"}',
        "yaml": lambda text: f"body: >-\n  {text}\ntext: {text}",
        "toml": lambda text: f'body = """{text}"""\n',
    }

    @settings(max_examples=500)
    @given(ANY_TEXT, st.booleans())
    def check(text: str, bare: bool) -> None:
        wrap = envelopes.get(name)
        document = read(Source("article", text if bare or not wrap else wrap(text)), name)
        check_identity(document)
        assert not [notice for notice in document.notices if "Error" in notice.message]

    check()


@settings(max_examples=200)
@given(documents(), st.sampled_from(["\r\n", "\r"]))
def test_line_ends_and_byte_order_mark_change_nothing(made: tuple[str, list[list[Origin]]], line_end: str) -> None:
    text = made[0]
    one = read(Source("a.rst", text))
    other = read(Source("a.rst", "\ufeff" + text.replace("\n", line_end)))
    assert [(b.kind, b.text) for b in one.blocks] == [(b.kind, b.text) for b in other.blocks]
    check_identity(other)


SETTINGS = {
    "report_level": 5,
    "halt_level": 6,
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "warning_stream": False,
}


def paragraphs_of_docutils(text: str) -> list[str]:
    """Give what docutils itself reads: the paragraphs, terms and titles, code and substitutions left out."""
    tree = publish_doctree(text, settings_overrides={**SETTINGS, "doctitle_xform": False, "docinfo_xform": False})
    told = tree.findall(lambda node: isinstance(node, nodes.paragraph | nodes.title | nodes.term))
    own = (node for node in told if not any(isinstance(each, nodes.system_message) for each in _parents(node)))
    found = (" ".join(node.astext().split()) for node in own)
    return [text for text in found if text]


def _parents(node: nodes.Node):
    while (node := node.parent) is not None:
        yield node


PLAIN = st.lists(
    st.one_of(
        WORD,
        WORD.map(lambda word: f"*{word}*"),
        WORD.map(lambda word: f"**{word}**"),
        WORD.map(lambda word: f"**{word}"),
        WORD.map(lambda word: f"`{word}"),
        WORD.map(lambda word: f"*{word}*b"),
        WORD.map(lambda word: f"({word})"),
        st.sampled_from(["*", "**", "'*'", "a_", "2 * 3", "--", "\\*", "a*b*c", '"*"', "*a* *b*"]),
    ),
    min_size=1,
    max_size=8,
).map(" ".join)


@settings(max_examples=400)
@given(st.lists(st.tuples(st.sampled_from(["", "- ", "   ", "1. ", "term\n    "]), PLAIN), min_size=1, max_size=5))
def test_blocks_read_as_docutils_reads_them(parts: list[tuple[str, str]]) -> None:
    text = "First.\n\n" + "\n\n".join(opening + "word " + line for opening, line in parts) + "\n\n.. _a: b\n"
    document = read(Source("a.rst", text))
    assert [block.text for block in document.blocks] == paragraphs_of_docutils(text)
