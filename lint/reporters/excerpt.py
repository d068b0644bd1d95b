"""The words of a finding in their line: context cut to the width at hand, and where to underline."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from lint.model import Finding
from lint.reporters.terminal import Cell, cells, visible, width

_LINE_END = re.compile(r"[\r\n]")
_LONGEST_TRIM = 16
_ROOM_FOR_DOTS = 4


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of one line: what stands before the words, the words, what follows; `indent` and `length` in cells.

    A length of 0 stands for a place between two characters, or for one that takes no room.
    """

    before: str
    words: str
    after: str

    @property
    def indent(self) -> int:
        """Cells before the words."""
        return width(self.before)

    @property
    def length(self) -> int:
        """Cells of the words."""
        return width(self.words)


def excerpt(text: str, finding: Finding, limit: int) -> Excerpt:
    """Cut the first line of a finding out of the source text, to at most `limit` cells around its words.

    However long the line, only the neighbourhood of the words is looked at.
    """
    reach = 2 * limit
    line_start = finding.start.offset - finding.start.column + 1
    base = max(line_start, finding.start.offset - reach)
    stretch = text[base : finding.start.offset + 2 * reach]
    line_end = _LINE_END.search(stretch, finding.start.offset - base)
    stretch = stretch[: line_end.start()] if line_end else stretch
    line = cells(visible(stretch))
    first, last = _marked(line, finding.start.offset - base, finding.end.offset - base)
    left, end, right = _window(line, first, last, limit)
    starts_here = left == 0 and base == line_start
    ends_here = right == len(line) and (line_end is not None or base + len(stretch) == len(text))
    return Excerpt(
        _lead(_text(line[left:first]), whole=starts_here),
        _text(line[first:end]),
        _tail(_text(line[end:right]), whole=ends_here),
    )


def _marked(line: list[Cell], start: int, end: int) -> tuple[int, int]:
    """Give the range of cells, half-open, that share a code point with `start..end`."""
    first = next((i for i, cell in enumerate(line) if cell.start + len(cell.text) > start), len(line))
    last = next((i for i, cell in enumerate(line) if cell.start >= end), len(line))
    return first, max(first, last)


def _window(line: list[Cell], first: int, last: int, limit: int) -> tuple[int, int, int]:
    """Choose what is shown: from `left` to `right`, the words ending at `end` (before `last` if they are too long)."""
    if _width(line) <= limit:
        return 0, last, len(line)
    end = first + _fitting(line[first:last], limit - _ROOM_FOR_DOTS)
    room = limit - _ROOM_FOR_DOTS - _width(line[first:end])
    if end < last:
        return first, end, end
    left = first - _fitting(line[:first][::-1], max(room * 2 // 5, room - _width(line[last:])))
    return left, last, last + _fitting(line[last:], room - _width(line[left:first]))


def _fitting(line: list[Cell], room: int) -> int:
    """Give the number of leading cells that fit into the room."""
    return bisect_right(list(accumulate(cell.width for cell in line)), room)


def _width(line: list[Cell]) -> int:
    return sum(cell.width for cell in line)


def _text(line: list[Cell]) -> str:
    return "".join(cell.text for cell in line)


def _lead(text: str, *, whole: bool) -> str:
    """Begin with a whole word, dots before it, if something is cut away; without the line's indentation if not."""
    if whole:
        return text.lstrip(" ")
    head, space, rest = text.partition(" ")
    return f"… {rest}" if space and len(head) <= _LONGEST_TRIM else f"…{text}"


def _tail(text: str, *, whole: bool) -> str:
    """End with a whole word, dots after it, if something is cut away."""
    if whole:
        return text.rstrip(" ")
    rest, space, tail = text.rpartition(" ")
    return f"{rest} …" if space and len(tail) <= _LONGEST_TRIM else f"{text}…"
