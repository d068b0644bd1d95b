"""Sources and source maps: right by construction, on every line end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.errors import UserError
from lint.model import Span
from lint.source import Source, decode
from lint.sourcemap import OPAQUE_CHARACTER, ProseBuilder, SegmentKind

TEXT = st.text(alphabet="ab é😀\r\n\u2028\x0b", max_size=60)


@given(TEXT)
def test_lf_leads_back_to_the_file(text):
    source = Source("x", text)
    for offset, character in enumerate(source.lf):
        there = source.text[source.offset(offset)]
        assert there == character or (character == "\n" and there in "\r\n")


@given(TEXT)
def test_lines_end_at_line_ends_and_nowhere_else(text):
    source = Source("x", text)
    for offset in range(len(source.text) + 1):
        position = source.position(offset)
        start, line = source.line(position.line)
        assert start + position.column - 1 == offset
        assert "\n" not in line
        assert "\r" not in line


@given(TEXT)
def test_prose_of_lines_comes_from_where_it_says(text):
    source = Source("x", text)
    builder = ProseBuilder(source)
    builder.lines(0, len(source.lf))
    prose = builder.build()
    for offset, character in enumerate(prose.text):
        span = prose.span(offset, offset + 1)
        found = source.text[span.start : span.end]
        assert found == character or (character == " " and not found.strip())
        if prose.editable(offset, offset + 1):
            assert found == character


@given(TEXT, st.integers(0, 60), st.integers(0, 60))
def test_a_slice_maps_to_the_same_places(text, low, high):
    source = Source("x", text)
    builder = ProseBuilder(source)
    builder.lines(0, len(source.lf))
    prose = builder.build()
    low, high = sorted((min(low, len(prose.text)), min(high, len(prose.text))))
    part = prose.slice(low, high)
    assert part.text == prose.text[low:high]
    for offset in range(len(part.text)):
        assert part.span(offset, offset + 1) == prose.span(low + offset, low + offset + 1)


def test_a_replacement_is_not_editable_and_markup_lies_inside_a_span():
    source = Source("x", "a *b* &amp; `c`")
    builder = ProseBuilder(source)
    builder.identity(0, 2)
    builder.identity(3, 4)
    builder.identity(5, 6)
    builder.replacement(6, 11, "&")
    builder.opaque(12, 15)
    prose = builder.build()
    assert prose.text == f"a b &{OPAQUE_CHARACTER}"
    assert prose.span(0, 3) == Span(0, 4)
    assert [prose.editable(*at) for at in ((0, 1), (1, 3), (4, 5), (5, 6))] == [True, False, False, False]
    assert prose.segments[-1].kind is SegmentKind.OPAQUE


def test_a_builder_refuses_to_go_back_or_across_a_line_end():
    builder = ProseBuilder(Source("x", "ab\ncd"))
    with pytest.raises(ValueError, match="line end"):
        builder.identity(0, 4)
    builder.identity(3, 5)
    with pytest.raises(ValueError, match="range"):
        builder.identity(0, 1)


def test_decoding_tells_the_place_of_the_first_bad_byte():
    with pytest.raises(UserError, match=r"x\.md:2:3: Byte 0xff at byte offset 8 is not UTF-8"):
        decode("x.md", b"one\r\n\xc3\xa9t\xff")
    assert decode("x.md", b"\xef\xbb\xbfhi").text == "hi"
