"""Tags of JSX: `<Note title="Mind it" {...rest}>`, `</Note>`, `<>`, `<Icon />`."""

import re
from dataclasses import dataclass

from lint.formats.braces import Braces
from lint.formats.finder import NOWHERE, Finder

_NAME = re.compile(r"<(?P<closing>/)?[ \t\n]*(?P<name>[A-Za-z_$][\w$.:-]*+)?")
_PART = re.compile(
    r"[ \t\n]*+(?:(?P<end>(?P<empty>/)?[ \t\n]*>)|(?P<spread>\{)"
    r"|(?P<name>[A-Za-z_$][\w$:.-]*+)(?:[ \t\n]*+=[ \t\n]*+(?P<value>[\"'{]))?)"
)
_LITERAL = re.compile(
    r"\{[ \t\n]*+(?:\"(?P<double>[^\"\\]*+)\"|'(?P<single>[^'\\]*+)'|`(?P<template>[^`\\$]*+)`)[ \t\n]*+\}"
)


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag at `start..end`: its name as written, and its attributes that are texts, as key and range of the value."""

    start: int
    end: int
    name: str
    is_opening: bool
    is_empty: bool
    is_html: bool
    attributes: tuple[tuple[str, int, int], ...]


def tag(finder: Finder, braces: Braces, start: int) -> Tag | None:
    """Read the tag that begins at `start`, or give None where there is none."""
    name = _NAME.match(finder.text, start)
    if not name:
        return None
    attributes: list[tuple[str, int, int]] = []
    at, is_html = name.end(), True
    while part := _PART.match(finder.text, at):
        if part["end"]:
            is_opening, is_empty = not (name["closing"] or part["empty"]), bool(part["empty"])
            return Tag(start, part.end(), name["name"] or "", is_opening, is_empty, is_html, tuple(attributes))
        sign = "{" if part["spread"] else part["value"]
        is_html = is_html and sign != "{"
        at = part.end() if not sign else _behind(finder, braces, sign, part.end())
        if not at:
            return None
        if part["value"]:
            attributes += _text(finder.text, part["name"].lower(), part.end(), at)
    return None


def _behind(finder: Finder, braces: Braces, sign: str, at: int) -> int:
    """Give the place behind the value whose first character ends at `at`; 0 if it never closes."""
    if sign == "{":
        return braces.end(at - 1)
    end = finder.after(sign, at)
    return 0 if end == NOWHERE else end


def _text(text: str, key: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """Give the range of a value that is nothing but a text; its first character ends at `start`."""
    if text[start - 1] != "{":
        return [(key, start, end - 1)]
    literal = _LITERAL.fullmatch(text, start - 1, end)
    return [(key, *literal.span(literal.lastgroup or 0))] if literal else []
