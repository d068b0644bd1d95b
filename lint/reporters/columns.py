"""Columns and offsets in the units of other programs: ours are code points, theirs UTF-16 code units or UTF-8 bytes."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from enum import Enum

from lint.model import Position

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


class Unit(Enum):
    """What a program counts in: the codec that makes its units, and the number of bytes in one."""

    UTF16 = ("utf-16-le", 2)
    UTF8 = ("utf-8", 1)


class Ruler:
    """Measures one text in one unit. A question costs two binary searches, however long the lines are."""

    __slots__ = ("_extra",)

    def __init__(self, text: str, unit: Unit) -> None:
        """Take a text as its source holds it, and the unit to measure it in."""
        self._extra = list(_extra(text, unit))

    def offset(self, offset: int) -> int:
        """Turn an offset in code points into one in units, both from 0."""
        return offset + bisect_left(self._extra, offset)

    def column(self, place: Position) -> int:
        """Give the column of a place in units, from 1."""
        line_start = place.offset - place.column + 1
        return self.offset(place.offset) - self.offset(line_start) + 1


def _extra(text: str, unit: Unit) -> Iterator[int]:
    """Give the offset of each character that takes more than one unit, once for each unit more."""
    codec, size = unit.value
    for match in _NOT_ASCII.finditer(text):
        for _ in range(len(match[0].encode(codec, "surrogatepass")) // size - 1):
            yield match.start()
