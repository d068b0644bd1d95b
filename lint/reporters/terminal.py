"""What a terminal shows: nothing that would command it, and how many cells each character takes."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from wcwidth import wcswidth, wcwidth

REPLACEMENT = "\ufffd"
_ZERO_WIDTH_JOINER = "\u200d"
_JOINERS = frozenset({"\u200c", _ZERO_WIDTH_JOINER})
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Cell:
    """What the eye takes for one character: its text, its width in terminal cells, its offset in the line."""

    text: str
    width: int
    start: int


def visible(text: str) -> str:
    """Give the text with a visible sign for each code point that would command a terminal or turn the reading order.

    One code point stays one code point, so that offsets hold: ESC becomes ␛, a bidirectional override U+FFFD, a tab
    or a line end a space.
    """
    return text if text.isprintable() else "".join(map(_visible, text))


def _visible(char: str) -> str:
    if char in "\t\n\r":
        return " "
    if char.isprintable() or char in _JOINERS or unicodedata.category(char) not in _HIDDEN:
        return char
    if char < " ":
        return chr(0x2400 + ord(char))
    return "\u2421" if char == "\x7f" else REPLACEMENT


def cells(text: str) -> list[Cell]:
    """Split a visible text into cells: combining marks and joined emoji stay with the character that bears them."""
    return [Cell(cluster, max(0, wcswidth(cluster)), start) for start, cluster in _clusters(text)]


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for index, char in enumerate(text):
        joins = wcwidth(char) == 0 or text[index - 1] == _ZERO_WIDTH_JOINER
        if index and not joins:
            yield start, text[start:index]
            start = index
    if text:
        yield start, text[start:]


def width(text: str) -> int:
    """Give the number of terminal cells that a visible text takes."""
    return len(text) if text.isascii() else sum(cell.width for cell in cells(text))


def clip(text: str, limit: int) -> str:
    """Cut a visible text to at most `limit` cells, the last of them `…` where something is lost."""
    head = cells(text[: 2 * limit])
    ends = list(accumulate(cell.width for cell in head))
    if len(text) <= 2 * limit and (not ends or ends[-1] <= limit):
        return text
    return "".join(cell.text for cell in head[: bisect_right(ends, limit - 1)]).rstrip() + "…"


def wrap(text: str, limit: int) -> list[str]:
    """Break a visible text into lines of at most `limit` cells, at spaces; a longer word keeps a line to itself."""
    lines: list[str] = []
    used = limit
    for word in text.split(" "):
        size = width(word)
        if used + 1 + size > limit:
            lines.append(word)
            used = size
        else:
            lines[-1] += " " + word
            used += 1 + size
    return lines
