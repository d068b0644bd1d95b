r"""Strings of YAML and TOML, cut into pieces that keep their place in the source.

A piece is a half-open range of `lf` and the text it stands for; None where it stands for itself.
"""

import re
from collections.abc import Iterable

from lint.formats.inline import strip
from lint.source import Source
from lint.sourcemap import Prose, ProseBuilder

Piece = tuple[int, int, str | None]

_ESCAPE = re.compile(
    r"\\(?:x(?P<x>[0-9a-fA-F]{2})|u(?P<u>[0-9a-fA-F]{4})|U(?P<U>[0-9a-fA-F]{8})|(?P<line>[ \t]*\n\s*)|(?P<char>.))"
)
_NAMED = {
    "0": "\0", "a": "\a", "b": "\b", "t": " ", "n": " ", "v": "\v", "f": "\f", "r": " ", "e": "\x1b", " ": " ",
    '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_HEADER = re.compile(r"[|>][-+0-9]*[ \t]*(?:#[^\n]*)?(?:\n|\Z)")
_LINE_ENDS = re.compile(r"[\n\r]+")
_BLANKS = re.compile(r"[ \t\r\n\x85\u2028\u2029]+")


def yaml_pieces(lf: str, start: int, end: int, style: str) -> list[Piece]:
    """Cut the YAML scalar `lf[start:end]`; `style` is its quotation mark, `|`, `>` or empty for a plain one."""
    if style == "'":
        return _single(lf, start + 1, end - 1)
    if style == '"':
        return escaped(lf, start + 1, end - 1)
    if style in ("|", ">"):
        header = _HEADER.match(lf, start, end)
        start = header.end() if header else end
    return [(start, end, None)]


def escaped(lf: str, start: int, end: int) -> list[Piece]:
    r"""Cut a string with backslash escapes. White space written as an escape comes as a space."""
    pieces: list[Piece] = []
    for match in _ESCAPE.finditer(lf, start, end):
        pieces += [(start, match.start(), None), (*match.span(), _decoded(match))]
        start = match.end()
    return [*pieces, (start, end, None)]


def _decoded(match: re.Match[str]) -> str:
    digits = match["x"] or match["u"] or match["U"]
    if digits:
        code = int(digits, 16)
        return chr(code) if code < 0x110000 else "\ufffd"
    return "" if match["line"] is not None else _NAMED.get(match["char"], match[0])


def _single(lf: str, start: int, end: int) -> list[Piece]:
    pieces: list[Piece] = []
    while (at := lf.find("''", start, end)) >= 0:
        pieces += [(start, at, None), (at, at + 2, "'")]
        start = at + 2
    return [*pieces, (start, end, None)]


def prose(source: Source, pieces: Iterable[Piece]) -> Prose:
    """Give the prose of the pieces, each line end as one space, without blanks at its ends. Markup in it stays."""
    builder = ProseBuilder(source)
    for start, end, text in pieces:
        if text is None:
            builder.lines(start, end)
        else:
            builder.replacement(start, end, _LINE_ENDS.sub(" ", text))
    return strip(builder.build())


def says(lf: str, pieces: Iterable[Piece], value: str) -> bool:
    """Say whether the pieces read as the `value` that the real parser read, white space aside."""
    rebuilt = "".join(lf[start:end] if text is None else text for start, end, text in pieces)
    return _folded(rebuilt) == _folded(value)


def _folded(text: str) -> str:
    return _BLANKS.sub(" ", text).strip(" ")
