"""The parameters of a tag: `{{< figure src="a.jpg" caption="A boat" >}}`, `{% image "a.jpg", "A boat" %}`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lint.document import BlockKind
from lint.formats.found import Item, Picture, Value
from lint.formats.scalars import Piece
from lint.markup import Markup

_PARAMETER = re.compile(
    r"(?:(?P<key>[\w.-]++)[ \t\n]*+(?:=(?!=)|:)[ \t\n]*+(?:\{[ \t\n]*+)?)?"
    r'(?:"(?P<double>[^"\\]*+(?:\\[\s\S][^"\\]*+)*)"|\'(?P<single>[^\']*+)\'|`(?P<raw>[^`]*+)`)'
    r"|(?P<bare>[^\s,\"'`]++)"
)
_PICTURES = frozenset("figure img image picture photo".split())
_ADDRESSES = frozenset({"src", "image", "file"})


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter: its key in lower case, or its position among those without one; the range of its value."""

    key: str
    position: int
    start: int
    end: int
    escapes: bool = False


def parameters(text: str, start: int, end: int) -> Iterator[Parameter]:
    """Give the parameters in `text[start:end]`, what stands behind the name of a tag."""
    position = 0
    for match in _PARAMETER.finditer(text, start, end):
        group = match.lastgroup or "bare"
        key = (match["key"] or "").lower()
        is_named = bool(key) or (group == "bare" and "=" in match["bare"])
        yield Parameter(key, -1 if is_named else position, *match.span(group), escapes=group == "double")
        position += not is_named


def prose(text: str, name: str, given: list[Parameter], markup: Markup) -> list[Value]:
    """Give those parameters of the tag `name` that are prose to the repository."""
    kinds = markup.prose_arguments.get(name, ())
    found = []
    for one in given:
        kind = markup.prose_parameters.get(one.key) if one.key else None
        if 0 <= one.position < len(kinds):
            kind = kinds[one.position]
        if kind and text[one.start : one.end].strip():
            found.append(Value(kind, tuple(_pieces(text, one))))
    return found


def _pieces(text: str, one: Parameter) -> Iterator[Piece]:
    r"""Cut a value at each `\"`, the one escape that stands for something else."""
    start = one.start
    while one.escapes and (at := text.find('\\"', start, one.end)) >= 0:
        yield from ((start, at, None), (at, at + 2, '"'))
        start = at + 2
    yield start, one.end, None


def read(text: str, name: str, within: tuple[int, int], whole: tuple[int, int], markup: Markup) -> Iterator[Item]:
    """Give the prose of the tag at `whole`, whose parameters stand at `within`, and the picture it shows, if any."""
    return told(text, name, list(parameters(text, *within)), whole, markup)


def told(text: str, name: str, given: list[Parameter], whole: tuple[int, int], markup: Markup) -> Iterator[Item]:
    """Give the prose of the tag `name` at `whole` and the picture it shows, if any, by its parameters."""
    values = prose(text, name, given, markup)
    if name in _PICTURES or any(value.kind is BlockKind.ALT for value in values):
        named = (text[one.start : one.end] for one in given if one.key in _ADDRESSES)
        first = (text[one.start : one.end] for one in given if one.position == 0)
        yield Picture(*whole, next(named, "") or next(first, ""), tuple(values))
    yield from values
