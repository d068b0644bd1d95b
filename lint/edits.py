"""Edits as values: which of them may be made at once, what a text is after them, and where its places have gone."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from lint.document import Block
from lint.model import Edit, Finding, Fix, Safety
from lint.sourcemap import SegmentKind


@dataclass(frozen=True, slots=True)
class Proposal:
    """A fix, and the finding that proposes it."""

    finding: Finding
    fix: Fix

    @property
    def key(self) -> tuple[str, int]:
        """What tells the proposal from the others for the same text."""
        return self.finding.rule, self.start

    @property
    def start(self) -> int:
        """The offset at which the first of its edits begins."""
        return min(edit.start for edit in self.fix.edits)

    @property
    def end(self) -> int:
        """The offset at which the last of its edits ends."""
        return max(edit.end for edit in self.fix.edits)


def proposals(findings: Iterable[Finding], safeties: frozenset[Safety]) -> list[Proposal]:
    """Give the first fix of each finding whose first fix is of one of the `safeties`."""
    return [
        Proposal(finding, finding.fixes[0])
        for finding in findings
        if finding.fixes and finding.fixes[0].safety in safeties
    ]


def apart(proposed: Iterable[Proposal]) -> list[Proposal]:
    """Choose the proposals that share no place with another and do not touch one, in their order in the text.

    Of two that meet, the one with the graver finding is chosen, then the one that begins first, then the first by rule.
    """
    taken: list[tuple[int, int]] = []
    chosen: list[Proposal] = []
    for each in sorted(proposed, key=lambda one: (-one.finding.severity.rank, one.start, one.finding.rule)):
        at = bisect_left(taken, (each.start, each.end))
        if (at and taken[at - 1][1] >= each.start) or (at < len(taken) and each.end >= taken[at][0]):
            continue
        taken.insert(at, (each.start, each.end))
        chosen.append(each)
    return sorted(chosen, key=lambda one: one.start)


def edits(chosen: Iterable[Proposal]) -> list[Edit]:
    """Give the edits of proposals that lie apart, in their order in the text."""
    return sorted((edit for each in chosen for edit in each.fix.edits), key=lambda edit: edit.start)


def applied(text: str, made: Sequence[Edit]) -> str:
    """Give the text after edits, which are sorted and do not overlap."""
    pieces: list[str] = []
    at = 0
    for edit in made:
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text[at:]])


class Moves:
    """Where the places of a text have gone by edits, which are sorted and do not overlap."""

    __slots__ = ("_ends", "_shifts", "_starts")

    def __init__(self, made: Sequence[Edit]) -> None:
        self._starts = [edit.start for edit in made]
        self._ends = [edit.end for edit in made]
        self._shifts = [0, *accumulate(len(edit.text) - (edit.end - edit.start) for edit in made)]

    def place(self, offset: int) -> int:
        """Give the new offset; for one that was inside an edit, that of the edit's beginning."""
        passed = bisect_right(self._ends, offset)
        inside = passed < len(self._starts) and self._starts[passed] < offset
        return (self._starts[passed] if inside else offset) + self._shifts[passed]


def read_after(blocks: Iterable[Block], text: str, made: Sequence[Edit]) -> list[str]:
    """Give what the reader is to read in each block after edits of the source `text`, if they change nothing else."""
    starts = [edit.start for edit in made]
    return [_block_after(block, text, made, starts) for block in blocks]


def _block_after(block: Block, text: str, made: Sequence[Edit], starts: Sequence[int]) -> str:
    segments = block.prose.segments
    pieces: list[str] = []
    for segment, stop in zip(segments, [*(each.start for each in segments[1:]), len(block.text)], strict=True):
        if segment.kind is not SegmentKind.IDENTITY:
            pieces.append(block.text[segment.start : stop])
            continue
        begin, end = segment.source_start, segment.source_end
        inside = made[bisect_left(starts, begin) : bisect_right(starts, end)]
        moved = [Edit(edit.start - begin, edit.end - begin, edit.text) for edit in inside if edit.end <= end]
        pieces.append(applied(text[begin:end], moved))
    return "".join(pieces)
