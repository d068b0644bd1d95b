"""Masks: stretches of a Markdown source that are hidden from its parser, in a text of the same length.

`[text]({{ "/x" | url }})` is no link to CommonMark, `:::note` no fence, `<Tabs>` no component. So each is overwritten,
one character for one: with letters where the site will put a text of its own (emphasis beside it then behaves as it
will there), with stops where nothing will stand, with blanks where a block ends.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

LETTERS, STOPS, BLANKS, AS_IT_IS = "x", ".", " ", ""
SCAFFOLD = "+ ***"
"""A list item that holds a rule: what follows, indented, is then read as blocks and not as code."""

_INDENTED = re.compile(r"(?m)^[ \t>]+|[^\n]")
_PRICE = re.compile(r"\$(?=\d)")
_DELIMITERS = re.compile(r"(?m)^[ ]{0,3}[|:-][ |:-]*+\t[ \t|:-]*+$")
_PREFIX = " \t>"
_NO_PREFIX = str.maketrans(dict.fromkeys(_PREFIX))
_LONGEST_PREFIX = 300


@dataclass(frozen=True, slots=True)
class Mask:
    """A half-open range of `lf` that is not prose: `opaque` if something stands there for the reader, else dropped.

    `fill` is what the parser sees: one character, repeated; a longer text, padded with blanks; or the text itself.
    `alone` is the fill where tags stand alone on their lines (empty: no tag). `bounds` says that they need no blank
    line beside them to end a paragraph.
    """

    start: int
    end: int
    opaque: bool = False
    fill: str = STOPS
    alone: str = ""
    bounds: bool = False


class Masks:
    """The masks of one text, sorted and disjoint: of two that overlap, the one that begins first."""

    def __init__(self, masks: Iterable[Mask], text: str = "", start: int = 0) -> None:
        """Take masks in any order, and the text in which tags are looked for that stand alone, from `start` on."""
        found: list[Mask] = []
        for mask in sorted(masks, key=lambda mask: (mask.start, -mask.end)):
            if not found or mask.start >= found[-1].end:
                found.append(mask)
        self._masks = list(_settled(text, start, found)) if text else found
        self._ends = [mask.end for mask in self._masks]

    def within(self, start: int, end: int) -> Iterator[Mask]:
        """Give the masks that share a character with `start..end`, in order."""
        index = bisect_right(self._ends, start)
        while index < len(self._masks) and self._masks[index].start < end:
            yield self._masks[index]
            index += 1

    def scaffolds(self) -> frozenset[int]:
        """Give the places where the parser sees a list that is none."""
        return frozenset(mask.start for mask in self._masks if mask.fill == SCAFFOLD)

    def apply(self, text: str) -> str:
        """Give the text with every mask overwritten: its length and line ends stay as they were."""
        pieces, at = [], 0
        for mask in self._masks:
            pieces += [text[at : mask.start], _fill(text[mask.start : mask.end], mask.fill)]
            at = mask.end
        return "".join([*pieces, text[at:]]) if pieces else text


def prepared(masked: str) -> str:
    """Give the text as the parser is to see it, as long as it was.

    The dollar sign before a digit is hidden: a price does not open a formula. A tab in the line under a table's head
    is a blank, since the parser takes that line for a paragraph.
    """
    if "$" in masked:
        masked = _PRICE.sub("%", masked)
    return _DELIMITERS.sub(lambda match: match[0].replace("\t", " "), masked) if "\t" in masked else masked


def _settled(text: str, start: int, masks: list[Mask]) -> Iterator[Mask]:
    """Give the masks, those of tags with the fill that their place asks for."""
    run: list[list[Mask]] = []
    for group in _groups(text, masks):
        is_alone = _is_alone(text, start, group)
        if run and not (is_alone and _between(text, run[-1][-1], group[0]) == "\n"):
            yield from _laid_out(text, start, run)
            run = []
        if is_alone:
            run.append(group)
        else:
            yield from group
    yield from _laid_out(text, start, run)


def _groups(text: str, masks: list[Mask]) -> Iterator[list[Mask]]:
    """Give the masks, those of tags together that stand side by side on a line."""
    group: list[Mask] = []
    for mask in masks:
        if group and not (mask.alone and group[-1].alone and _between(text, group[-1], mask) == ""):
            yield group
            group = []
        group.append(mask)
    if group:
        yield group


def _between(text: str, one: Mask, other: Mask) -> str:
    """Give what stands between two masks, without blanks and marks of quotation."""
    return text[one.end : min(other.start, one.end + _LONGEST_PREFIX)].translate(_NO_PREFIX)


def _is_alone(text: str, start: int, group: list[Mask]) -> bool:
    first, last = group[0], group[-1]
    return bool(first.alone) and line_start(text, first.start, start) >= 0 and _line_end(text, last.end) >= 0


def _laid_out(text: str, start: int, run: list[list[Mask]]) -> Iterator[Mask]:
    """Give masks that stand alone on their lines. Only the first of a line may be a scaffold."""
    ends_paragraph = bool(run) and _ends_paragraph(text, start, run[0][0], run[-1][-1])
    for group in run:
        for mask in group:
            fill = mask.alone if mask is group[0] else BLANKS
            yield replace(mask, fill=fill) if ends_paragraph else mask


def _ends_paragraph(text: str, start: int, first: Mask, last: Mask) -> bool:
    """Say whether tags alone on their lines end a paragraph: they always do, or a blank line is beside them."""
    before, after = line_start(text, first.start, start), _line_end(text, last.end)
    is_edge = before <= start or after >= len(text)
    return first.bounds or is_edge or line_start(text, before - 1, start) >= 0 or _is_blank(text, after + 1)


def line_start(text: str, at: int, floor: int) -> int:
    """Give the start of the line if nothing but blanks and marks of quotation stand between it and `at`; else -1."""
    low = max(floor, at - _LONGEST_PREFIX)
    while at > low and text[at - 1] in _PREFIX:
        at -= 1
    return at if at <= floor or text[at - 1] == "\n" else -1


def _line_end(text: str, at: int) -> int:
    """Give the end of the line if nothing but blanks stand between `at` and it; else -1."""
    high = min(len(text), at + _LONGEST_PREFIX)
    while at < high and text[at] in " \t":
        at += 1
    return at if at == len(text) or text[at] == "\n" else -1


def _is_blank(text: str, at: int) -> bool:
    """Say whether the line that begins at `at` holds nothing but blanks and marks of quotation."""
    while at < len(text) and text[at] in _PREFIX:
        at += 1
    return at >= len(text) or text[at] == "\n"


def _fill(masked: str, fill: str) -> str:
    """Overwrite; the indentation and quotation marks of a following line stay."""
    if fill == AS_IT_IS:
        return masked
    first, newline, rest = masked.partition("\n")
    rest_fill = fill if len(fill) == 1 else BLANKS
    head = fill * len(first) if len(fill) == 1 else fill[: len(first)].ljust(len(first))
    return head + newline + _INDENTED.sub(lambda m: m[0] if m[0][0] in _PREFIX else rest_fill, rest)
