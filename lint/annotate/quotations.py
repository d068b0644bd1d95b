"""Quotations: which stretches of prose stand in quotation marks.

Straight and curly double marks, and curly or straight single marks where they plainly quote. A quotation may run over
paragraphs: then each paragraph but the last lacks its closing mark and the next one opens with a mark again.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from lint.document import Block, BlockKind

_MARK = re.compile(r"[\"“”„«»]")
_CLOSERS = {'"': '"”', "“": '”"', "„": "“”", "«": "»"}
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
        return self.start + 1, self.end - (self.ending is Ending.CLOSED)

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


def opens(text: str, at: int) -> bool:
    """Say whether the double mark at `at` looks like an opening one, judged by its neighbours."""
    mark = text[at]
    if mark in "“„«":
        return True
    if mark in "”»":
        return False
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return (before.isspace() or before in "([{—–-/‘'\ufffc") and not after.isspace()


def is_measure(text: str, at: int, *, pending: bool) -> bool:
    """Say whether the straight mark at `at` stands for inches or seconds: after a number, with no quotation `pending`."""
    return text[at] == '"' and at > 0 and text[at - 1].isdigit() and not pending


def _double(block: Block, following: Block | None) -> list[Quotation]:
    text, found, start = block.text, [], -1
    for match in _MARK.finditer(text):
        at = match.start()
        if start < 0 and not is_measure(text, at, pending=False) and opens(text, at):
            start = at
        elif start >= 0 and text[at] in _CLOSERS[text[start]]:
            found.append(Quotation(block, start, at + 1, Ending.CLOSED))
            start = -1
    if start >= 0:
        carried = following is not None and following.text[:1] in ('"', "“")
        found.append(Quotation(block, start, len(text), Ending.CONTINUED if carried else Ending.OPEN))
    return found


def _single(block: Block, double: Sequence[Quotation]) -> list[Quotation]:
    text, found, position = block.text, [], 0
    while match := _SINGLE_OPEN.search(text, position):
        position = match.end()
        if _ELISION.match(text, match.start()):
            continue
        close = _SINGLE_CLOSE.search(text, match.end())
        if not close or not _encloses(text, match.start(), close.end(), double):
            continue
        found.append(Quotation(block, match.start(), close.end(), Ending.CLOSED, single=True))
        position = close.end()
    return found


def _encloses(text: str, start: int, end: int, double: Sequence[Quotation]) -> bool:
    """Say whether single marks at both ends stand on one side of every double mark, and close like a quotation."""
    if any(start < q.start < end < q.end or q.start < start < q.end < end for q in double):
        return False
    return not re.search(r"s['’] ", text[end - 2 : end + 1]) or text[start] == "‘"


def _next_of_kind(blocks: Sequence[Block], index: int) -> Block | None:
    kind = blocks[index].kind
    if kind not in (BlockKind.PARAGRAPH, BlockKind.QUOTE):
        return None
    for block in blocks[index + 1 : index + 4]:
        if block.kind is kind:
            return block
    return None
