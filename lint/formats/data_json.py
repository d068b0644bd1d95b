"""Strings of JSON and their places. Whether it is JSON, and what a string says, is the business of the json module."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lint.formats.data_fields import PARAGRAPH_END
from lint.formats.scalars import Piece

_TOKEN = re.compile(r'"(?P<string>[^"\\]*+(?:\\.[^"\\]*+)*)"(?P<key>\s*:)?|[{}\[\],]')
_ESCAPE = re.compile(
    r"(?P<lines>(?<![ \t])[ \t]*+\\[rn](?:[ \t]*+\\[rn])*[ \t]*)"
    r"|\\u(?P<high>[dD][89abAB][0-9a-fA-F]{2})\\u(?P<low>[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|\\u(?P<code>[0-9a-fA-F]{4})|\\(?P<sign>.)"
)
_NAMED = {"b": "\b", "f": "\f", "t": " "}


@dataclass(frozen=True, slots=True)
class JsonString:
    """A string that is a value: the keys it stands under, outermost first, its value, its pieces."""

    keys: tuple[str, ...]
    value: str
    pieces: list[Piece]


@dataclass(slots=True)
class _Level:
    """An object or array that is open, and the key that its next value stands under."""

    keys: tuple[str, ...]
    key: str = field(default="")


def strings(lf: str) -> Iterator[JsonString]:
    """Give the strings in a text that is JSON, in order."""
    levels = [_Level(())]
    for token in _TOKEN.finditer(lf):
        sign = token[0][0]
        if sign in "{[":
            levels.append(_Level(_keys(levels[-1])))
        elif sign in "}]" and len(levels) > 1:
            levels.pop()
        elif token["key"] is not None:
            levels[-1].key = str(json.loads(f'"{token["string"]}"'))
        elif sign == '"':
            start, end = token.span("string")
            yield JsonString(_keys(levels[-1]), json.loads(lf[start - 1 : end + 1]), pieces(lf, start, end))


def _keys(level: _Level) -> tuple[str, ...]:
    return (*level.keys, level.key) if level.key else level.keys


def pieces(lf: str, start: int, end: int) -> list[Piece]:
    """Cut the string `lf[start:end]`, its quotation marks left out. A line end comes as a space."""
    found: list[Piece] = []
    for match in _ESCAPE.finditer(lf, start, end):
        found += [(start, match.start(), None), (*match.span(), _decoded(match))]
        start = match.end()
    return [*found, (start, end, None)]


def _decoded(match: re.Match[str]) -> str:
    if match["lines"]:
        return PARAGRAPH_END if match["lines"].count("\\n") > 1 else " "
    if match["high"]:
        return chr(0x10000 + ((int(match["high"], 16) - 0xD800) << 10) + int(match["low"], 16) - 0xDC00)
    if match["code"]:
        return chr(int(match["code"], 16))
    return _NAMED.get(match["sign"], match["sign"])
