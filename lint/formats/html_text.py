"""HTML text poured into prose: references decoded, white space collapsed as a browser does, template code opaque."""

import re
from bisect import bisect_right

from lint.formats.entities import reference
from lint.formats.sink import Sink
from lint.model import Span
from lint.sourcemap import OPAQUE_CHARACTER, Prose, SegmentKind

BLANK = " \t\n\f"
"""White space that a browser collapses; a no-break space is none."""
_PIECE = re.compile(r"[\t\n\f][ \t\n\f]*+| [ \t\n\f]++|&|\xad")
_DECODED_BLANK = frozenset(BLANK + "\r")
_SOFT_HYPHEN = "\xad"


def pour(sink: Sink, text: str, start: int, end: int, *, in_attribute: bool = False) -> None:
    """Add `text[start:end]`, which is `source.lf` with its masks, to the sink. Soft hyphens are dropped."""
    for match in _PIECE.finditer(text, start, end):
        at, stop = match.span()
        if at < start:
            continue
        decoded = match[0]
        if decoded == "&":
            found = reference(text, at, end, in_attribute=in_attribute)
            if not found:
                continue
            stop, decoded = found
        if start < at:
            sink.text(start, at)
        _add(sink, at, stop, decoded)
        start = stop
    if start < end:
        sink.text(start, end)


def _add(sink: Sink, start: int, end: int, decoded: str) -> None:
    if decoded[0] in _DECODED_BLANK:
        sink.line_break(start, end)
    elif decoded == _SOFT_HYPHEN:
        sink.drop(start)
    else:
        sink.replacement(start, end, decoded)


def is_empty(prose: Prose) -> bool:
    """Say whether there is nothing to read in the prose."""
    return not prose.text.strip(OPAQUE_CHARACTER + " \t\xa0")


def covered(prose: Prose, span: Span) -> tuple[int, int]:
    """Give the half-open range of the prose that stands in a range of the source."""
    return _offset(prose, span.start), _offset(prose, span.end)


def _offset(prose: Prose, place: int) -> int:
    """Give the offset of the first character of prose that stands at or after a place in the source."""
    index = bisect_right(prose.segments, place, key=lambda segment: segment.source_end)
    if index == len(prose.segments):
        return len(prose.text)
    segment = prose.segments[index]
    is_inside = segment.kind is SegmentKind.IDENTITY and place > segment.source_start
    return segment.start + (place - segment.source_start if is_inside else 0)
