"""HTML text poured into prose: references decoded, white space collapsed as a browser does, template code opaque."""

import re

from lint.formats.entities import reference
from lint.formats.inline import addresses
from lint.formats.sink import Sink
from lint.sourcemap import OPAQUE_CHARACTER, Prose

BLANK = " \t\n\f"
"""White space that a browser collapses; a no-break space is none."""
_PIECE = re.compile(r"[\t\n\f][ \t\n\f]*+| [ \t\n\f]++|&|\xad")
_DECODED_BLANK = frozenset(BLANK + "\r")
_SOFT_HYPHEN = "\xad"


def pour(sink: Sink, text: str, start: int, end: int, *, in_attribute: bool = False) -> None:
    """Add `text[start:end]`, which is `source.lf` with its masks, to the sink. Soft hyphens are dropped."""
    for low, high in addresses(text, start, end):
        high = _address_end(text, low, high, end)  # noqa: PLW2901
        _pour(sink, text, start, low, in_attribute=in_attribute)
        sink.opaque(low, high)
        start = high
    _pour(sink, text, start, end, in_attribute=in_attribute)


def _address_end(text: str, start: int, end: int, limit: int) -> int:
    """Give the end of the address at `start..end`: a reference in it, but for one of `&`, ends it."""
    at = text.find("&", start, end)
    while at >= 0:
        found = reference(text, at, limit, in_attribute=True)
        if found and found[1] != "&":
            return at
        at = text.find("&", at + 1, end)
    return end


def _pour(sink: Sink, text: str, start: int, end: int, *, in_attribute: bool) -> None:
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
