"""Suspicions in a block of prose, at their offsets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lint.annotate.evidence import words as cut
from lint.annotate.evidence.edits import Slip
from lint.annotate.evidence.judge import Opinion
from lint.annotate.evidence.scorer import Trained
from lint.document import BODY, Block
from lint.model import Span


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Words that may be wrong: prose offsets, half-open, and how sure the scorer is, from 0 to 1.

    `repairs` is what may be written instead, best first, at least one thing. `sure` says that the score is high enough
    for its class to be told as a warning.
    """

    start: int
    end: int
    score: float
    slip: Slip
    repairs: tuple[str, ...]
    sure: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the scorer thinks of a block: its suspicions, in order, and the doubt about each word that it read."""

    suspicions: tuple[Suspicion, ...]
    spans: tuple[tuple[int, int], ...]
    doubts: tuple[float, ...]

    def doubt(self, start: int, end: int) -> float | None:
        """Give the highest doubt about the words of `start..end` and the one after; None where they were not read."""
        first = bisect_right(self.spans, start, key=lambda span: span[1])
        last = bisect_left(self.spans, end, key=lambda span: span[0])
        return max(self.doubts[first : last + 1], default=None) if first < last else None


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads blocks with a scorer."""

    scorer: Trained

    def read(self, block: Block, sentences: Iterable[Span]) -> Evidence:
        """Give what the scorer thinks of a block with these sentences; headlines and captions are not read."""
        read = [self._sentence(block.text, span) for span in sentences] if block.kind in BODY else []
        doubted = [(span, doubt) for spans, opinion in read for span, doubt in zip(spans, opinion.doubts, strict=False)]
        found = (self._suspicions(block.text, *each) for each in read)
        return Evidence(
            tuple(suspicion for group in found for suspicion in group),
            tuple(span for span, _ in doubted),
            tuple(doubt for _, doubt in doubted),
        )

    def _sentence(self, text: str, sentence: Span) -> tuple[list[tuple[int, int]], Opinion]:
        straight = cut.straighten(text[sentence.start : sentence.end])
        spans = cut.spans(straight)
        opinion = self.scorer.judge.opinion([straight[start:end] for start, end in spans])
        return [(sentence.start + start, sentence.start + end) for start, end in spans], opinion

    def _suspicions(self, text: str, spans: Sequence[tuple[int, int]], opinion: Opinion) -> Iterator[Suspicion]:
        for each in opinion.suspected:
            level = self.scorer.levels.get(each.slip)
            if level and each.repairs and each.score >= level.look:
                start, end = spans[each.place]
                repairs = dict.fromkeys(_written(repair, text) for repair in each.repairs)
                yield Suspicion(start, end, each.score, each.slip, tuple(repairs), each.score >= level.warn)


def _written(repair: Sequence[str], text: str) -> str:
    """Give words as the text would write them: with its apostrophes."""
    written = " ".join(repair)
    return written.replace("'", "’") if "’" in text else written
