"""Strings of TOML front matter and their places. The values are tomllib's; this module only finds where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lint.formats.scalars import Piece, escaped

_TABLE = re.compile(r"[ \t]*(\[\[?)[ \t]*([\w\"'. -]+?)[ \t]*\]\]?[ \t]*(?:#[^\n]*)?(?:\n|\Z)")
_PAIR = re.compile(r"[ \t]*(?:([\w-]+)|\"([^\"\\\n]+)\")[ \t]*=[ \t]*")
_LINE = re.compile(r"[^\n]*(?:\n|\Z)")
_STRING = re.compile(
    r'"""(?P<long>[^"\\]*+(?:(?:\\[\s\S]|"(?!""))[^"\\]*+)*"{0,2})"""'
    r"|'''(?P<raw_long>[^']*+(?:'(?!'')[^']*+)*'{0,2})'''"
    r'|"(?P<short>[^"\\\n]*+(?:\\.[^"\\\n]*+)*)"'
    r"|'(?P<raw>[^'\n]*+)'"
)


@dataclass(frozen=True, slots=True)
class TomlString:
    """A string: the table it stands in (name, and its index in an array of tables or -1), its key and its pieces."""

    table: str
    index: int
    key: str
    pieces: list[Piece]


def strings(lf: str, start: int, end: int) -> Iterator[TomlString]:
    """Give the strings in `lf[start:end]` that are the whole value of a bare or quoted key."""
    table, counts, index = "", dict[str, int](), -1
    while start < end:
        if header := _TABLE.match(lf, start, end):
            table, index = header[2], -1
            if header[1] == "[[":
                index = counts[table] = counts.get(table, -1) + 1
        pair = None if header else _PAIR.match(lf, start, end)
        value = _STRING.match(lf, pair.end(), end) if pair else None
        if pair and value:
            yield TomlString(table, index, pair[1] or pair[2], _pieces(lf, value))
        skipped = value or header
        line = skipped if header else _LINE.match(lf, skipped.end() if skipped else start, end)
        start = line.end() if line and line.end() > start else end


def _pieces(lf: str, match: re.Match[str]) -> list[Piece]:
    kind = match.lastgroup or ""
    start, end = match.span(kind)
    return [(start, end, None)] if kind.startswith("raw") else escaped(lf, start, end)
