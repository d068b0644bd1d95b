"""Quotations: which stretches of prose stand in quotation marks.

Straight and curly double marks, two single ones set for one, and single marks where they plainly quote. A quotation may
run over paragraphs: then each paragraph but the last lacks its closing mark and the next one opens with a mark again.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from lint.document import Block, BlockKind

_MARK = re.compile(r"[\"“”„«»]|(?<!['’‘])(?:''|’’|‘‘|``)(?!['’‘])")
_CLOSERS = {
    '"': ('"', "”"), "“": ("”", '"'), "„": ("“", "”"), "«": ("»",), "”": ("”", '"'),
    "''": ("''", "’’"), "‘‘": ("’’", "''"), "``": ("''", "’’"), "’’": ("’’",),
}  # fmt: skip
_ALWAYS_OPEN, _ALWAYS_CLOSE = ("“", "„", "«", "‘‘", "``"), ("”", "»", "’’")
_SINGLE_OPEN = re.compile(r"(?<![\w'’‘])['‘](?=\w)")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?;:…])['’](?!\w)")
_ELISION = re.compile(r"['‘’](?:\d0s|em\b|n['’]|tis\b|twas\b|til\b|cause\b|round\b)", re.IGNORECASE)


class Ending(StrEnum):
    """How a quotation ends: with its own mark, in the next paragraph, or nowhere."""

    CLOSED = "closed"
    CONTINUED = "continued"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Prose offsets of a quotation in its block, marks included, half-open. `single` tells the kind of mark."""

    block: Block
    start: int
    end: int
    ending: Ending
    single: bool = False

    @property
    def inner(self) -> tuple[int, int]:
        """Offsets of what stands between the marks."""
        closing = _width(self.block.text, self.end - 1, -1) if self.ending is Ending.CLOSED else 0
        return self.start + _width(self.block.text, self.start, 1), self.end - closing

    @property
    def text(self) -> str:
        """What stands between the marks."""
        start, end = self.inner
        return self.block.text[start:end]


def find(blocks: Sequence[Block]) -> dict[Block, tuple[Quotation, ...]]:
    """Give every block's quotations, in order."""
    found: dict[Block, tuple[Quotation, ...]] = {}
    for index, block in enumerate(blocks):
        following = _next_of_kind(blocks, index)
        double = _double(block, following)
        found[block] = tuple(sorted((*double, *_single(block, double)), key=lambda quotation: quotation.start))
    return found


def _width(text: str, at: int, step: int) -> int:
    """Give how many characters the mark at `at` has, of which the others lie in the direction of `step`."""
    return 2 if text[at] in "'’‘`" and text[at + step : at + step + 1] == text[at] else 1


def opens(text: str, at: int, end: int = 0) -> bool:
    """Say whether the double mark `at..end` looks like an opening one, judged by its neighbours."""
    end = end or at + 1
    if text[at:end] in _ALWAYS_OPEN:
        return True
    if text[at:end] in _ALWAYS_CLOSE:
        return False
    before = text[at - 1] if at else " "
    after = text[end] if end < len(text) else " "
    return (before.isspace() or before in "([{—–-/‘'\ufffc") and not after.isspace()


def is_measure(text: str, at: int, *, pending: bool) -> bool:
    """Say whether the straight mark at `at` stands for inches or seconds: after a number, with no quotation `pending`."""
    return text[at] in "\"'" and at > 0 and text[at - 1].isdigit() and not pending


def _double(block: Block, following: Block | None) -> list[Quotation]:
    text, found, start = block.text, list[Quotation](), -1
    closers: tuple[str, ...] = ()
    for match in _MARK.finditer(text):
        at, end, mark = match.start(), match.end(), match[0]
        if start < 0 and _begins(text, at, end):
            start, closers = at, _CLOSERS[mark]
        elif start >= 0 and mark in closers:
            unclosed = mark in ("''", '"') and text[end : end + 1].isalpha() and opens(text, at, end)
            found.append(Quotation(block, start, at if unclosed else end, Ending.OPEN if unclosed else Ending.CLOSED))
            start = at if unclosed else -1
    if start >= 0:
        carried = following is not None and following.text.startswith(('"', "“", "''", "‘‘"))
        found.append(Quotation(block, start, len(text), Ending.CONTINUED if carried else Ending.OPEN))
    return found


def _begins(text: str, at: int, end: int) -> bool:
    """Say whether a quotation may begin with the mark `at..end`; at the head of a block even one turned the wrong way may."""
    if is_measure(text, at, pending=False):
        return False
    return opens(text, at, end) or (at == 0 and end < len(text) and text[at:end] in _CLOSERS)


def _single(block: Block, double: Sequence[Quotation]) -> list[Quotation]:
    text, found, position = block.text, [], 0
    while match := _SINGLE_OPEN.search(text, position):
        position = match.end()
        if _ELISION.match(text, match.start()):
            continue
        close = _SINGLE_CLOSE.search(text, match.end())
        if not close:
            break
        if not _encloses(text, match.start(), close.end(), double):
            continue
        found.append(Quotation(block, match.start(), close.end(), Ending.CLOSED, single=True))
        position = close.end()
    return found


def _encloses(text: str, start: int, end: int, double: Sequence[Quotation]) -> bool:
    """Say whether single marks at both ends stand on one side of every double mark, and close like a quotation."""
    if _within(double, start) != _within(double, end - 1):
        return False
    return not re.search(r"s['’] ", text[end - 2 : end + 1]) or text[start] == "‘"


def _within(double: Sequence[Quotation], at: int) -> int:
    """Give the number of the quotation in double marks that `at` lies in; -1 outside of them."""
    index = bisect_right(double, at, key=lambda quotation: quotation.start) - 1
    return index if index >= 0 and at < double[index].end else -1


def _next_of_kind(blocks: Sequence[Block], index: int) -> Block | None:
    kind = blocks[index].kind
    if kind not in (BlockKind.PARAGRAPH, BlockKind.QUOTE):
        return None
    for block in blocks[index + 1 : index + 4]:
        if block.kind is kind:
            return block
    return None
