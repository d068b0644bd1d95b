"""Plain text cut into units: stretches of lines that belong together, before anybody asks what they are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from lint.formats.dates import is_date_line
from lint.formats.furniture import is_byline, is_credit, is_furniture

_LINE = re.compile(r"[^\n]+")
_SEPARATOR = re.compile(r"(?:[*_#=~–—•·-][ \t]*){3,80}|[*#~•]")
_MARKER = re.compile(r"(?:[-–•*·‣◦▪]|\d{1,2}[.)])[ \t]+(?=\S)")
_LOOSE = 130
_SHORT = 40
_RAGGED = 0.85
LOOK = 200
"""How much of a unit is looked at, in code points, to say what it is."""
_STOPS = (".", "!", "?", ":", "…", '."', '!"', '?"', ".”", "!”", "?”", ".'", ".’", ".)")


class LineKind(StrEnum):
    """What one line shows by itself."""

    PROSE = "prose"
    ITEM = "item"
    FURNITURE = "furniture"
    BYLINE = "byline"
    DATE = "date"
    CREDIT = "credit"
    COMMENT = "comment"
    SEPARATOR = "separator"


@dataclass(frozen=True, slots=True)
class Unit:
    """Lines that make one block: the half-open range of `lf`, list marker and outer white space left out.

    `head` is its text, cut at `LOOK` code points; `group` counts the gaps of blank lines before it, and `lines` its
    lines.
    """

    kind: LineKind
    start: int
    end: int
    head: str
    group: int
    lines: int = 1

    @property
    def length(self) -> int:
        """Number of code points of the source it covers."""
        return self.end - self.start


def units(lf: str) -> Iterator[Unit]:
    """Cut a text into units, in order; separators are left out."""
    for number, group in enumerate(_groups(lf)):
        longest = max(unit.length for unit in group)
        pending: Unit | None = None
        for unit in group:
            if pending and _continues(lf, pending, unit, max(longest, _SHORT)):
                pending = _joined(lf, pending, unit)
                continue
            if pending:
                yield pending
            pending = None if unit.kind is LineKind.SEPARATOR else replace(unit, group=number)
        if pending:
            yield pending


def _joined(lf: str, unit: Unit, line: Unit) -> Unit:
    head = lf[unit.start : min(line.end, unit.start + LOOK)]
    return replace(unit, end=line.end, head=head, lines=unit.lines + 1)


def _groups(lf: str) -> Iterator[list[Unit]]:
    """Give the runs of lines between blank lines."""
    group: list[Unit] = []
    last = 0
    for match in _LINE.finditer(lf):
        line = _line(lf, *match.span())
        if group and (match.start() > last + 1 or line is None):
            yield group
            group = []
        if line:
            group.append(line)
        last = match.end()
    if group:
        yield group


def _line(lf: str, start: int, end: int) -> Unit | None:
    """Give the line without white space at its ends, or None if nothing else is in it."""
    while start < end and lf[start].isspace():
        start += 1
    while end > start and lf[end - 1].isspace():
        end -= 1
    if start == end:
        return None
    marker = _MARKER.match(lf, start, end)
    if marker and not _SEPARATOR.fullmatch(lf, start, end):
        text = lf[marker.end() : min(end, marker.end() + LOOK)]
        kind = LineKind.FURNITURE if is_furniture(text) else LineKind.ITEM
        return Unit(kind, marker.end(), end, text, 0)
    text = lf[start : min(end, start + LOOK)]
    kind = _kind(text) if end - start <= LOOK else LineKind.PROSE
    return Unit(kind, start, end, text, 0)


def _kind(line: str) -> LineKind:
    if _SEPARATOR.fullmatch(line):
        return LineKind.SEPARATOR
    if line.startswith("<!--") and line.endswith("-->"):
        return LineKind.COMMENT
    if is_furniture(line):
        return LineKind.FURNITURE
    if is_credit(line):
        return LineKind.CREDIT
    if is_date_line(line):
        return LineKind.DATE
    return LineKind.BYLINE if is_byline(line) else LineKind.PROSE


def _continues(lf: str, before: Unit, line: Unit, width: int) -> bool:
    """Say whether `line` goes on with what `before` began, the lines of their group being `width` long at most.

    A line is wrapped if the next word had no room left on it, and a line that begins in lower case always goes on.
    """
    if line.kind is not LineKind.PROSE or before.kind not in (LineKind.PROSE, LineKind.ITEM):
        return False
    if line.head[0].islower():
        return True
    if width > _LOOSE:
        return False
    line_start = lf.rfind("\n", before.start, before.end) + 1 or before.start
    length = before.end - line_start
    if length + 1 + len(line.head.split(None, 1)[0]) > width * _RAGGED:
        return True
    return length >= _SHORT and lf.endswith(_STOPS, line_start, before.end)
