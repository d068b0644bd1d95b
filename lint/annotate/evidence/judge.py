"""From chances to suspicions: where a sentence seems wrong, what would mend it, and whether that truly helps.

The score of a suspicion is the chance that the word is not right as it stands, times the chance that the best repair
leaves nothing to suspect at the place. A sentence is read for itself, never in a batch: what is said of it depends on
nothing but its letters. The same code sets the thresholds and reads the articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from lint.annotate.evidence.edits import KEEP, OTHER, Forms, Slip, cased, repaired, slip
from lint.annotate.evidence.guards import judged, readable, spared

Scorer = Callable[[Sequence[str]], Any]
"""From the words of a sentence to an array [word, label] of chances; words that were not read are missing."""

_LIKELY, _MOST = 0.05, 3
"""Labels tried as repairs: those at least so likely, the likeliest few."""

_LONGEST, _FEW = 100, 4
"""Words of a sentence that are read, and doubts in one that may be slips: where there are more, it is no prose."""


class Alternatives(Protocol):
    """What may stand for a word."""

    @property
    def forms(self) -> Forms:
        """The forms of words."""

    def others(self, word: str) -> Sequence[str]:
        """Give words of the same look or stem as one in lower case, frequent ones first."""


class Suspected(NamedTuple):
    """The place of a word, how sure the model is that it is not right (0 to 1), and words to put there, best first."""

    place: int
    score: float
    slip: Slip
    label: str
    repairs: tuple[tuple[str, ...], ...]


class Opinion(NamedTuple):
    """What is thought of a sentence: the chance of each word that it is not right as it stands, and what to look at."""

    doubts: tuple[float, ...]
    suspected: tuple[Suspected, ...]


UNREAD = Opinion((), ())


class _Repair(NamedTuple):
    words: tuple[str, ...]
    label: str
    chance: float
    remaining: float


@dataclass(frozen=True, slots=True)
class Judge:
    """Reads sentences with a model, whose labels are given in order. Where a doubt is below `floor`, nothing is tried."""

    score: Scorer
    labels: Sequence[str]
    alternatives: Alternatives
    floor: float

    def opinion(self, words: Sequence[str]) -> Opinion:
        """Give what is thought of a sentence; nothing of what is none."""
        if not readable(words):
            return UNREAD
        words = words[:_LONGEST]
        chances = self.score(words)
        doubts = tuple((1 - chances[:, self.labels.index(KEEP)]).tolist())
        places = [p for p, doubt in enumerate(doubts) if doubt >= self.floor and judged(words, p)]
        few = places if len(places) <= _FEW else []
        found = (self._suspected(words, place, chances[place], doubts[place]) for place in few)
        return Opinion(doubts, tuple(each for each in found if not spared(words, each.place, each.label)))

    def _suspected(self, words: Sequence[str], place: int, chances: Any, doubt: float) -> Suspected:
        repairs = sorted(
            self._repairs(words, place, chances), key=lambda repair: -repair.chance * (1 - repair.remaining)
        )
        if not repairs:
            label = next(self._likeliest(chances))
            return Suspected(place, doubt / 2, slip(label, words[place]), label, ())
        label = repairs[0].label
        score = doubt * (1 - repairs[0].remaining)
        behind = len(words) - place - 1
        written = (repair.words[place : len(repair.words) - behind] for repair in repairs)
        return Suspected(place, score, slip(label, words[place]), label, tuple(written))

    def _likeliest(self, chances: Any) -> Iterator[str]:
        """Give the labels of a word that would change it, likeliest first."""
        order = sorted(range(len(self.labels)), key=lambda number: (-chances[number], number))
        return (self.labels[number] for number in order if self.labels[number] != KEEP)

    def _repairs(self, words: Sequence[str], place: int, chances: Any) -> Iterator[_Repair]:
        """Give the likely repairs of a place, each read again."""
        for _, label in zip(range(_MOST), self._likeliest(chances), strict=False):
            chance = float(chances[self.labels.index(label)])
            if chance < _LIKELY:
                return
            for mended in self._mended(words, place, label):
                yield _Repair(mended, label, chance, self._remaining(mended, place))

    def _mended(self, words: Sequence[str], place: int, label: str) -> Iterator[tuple[str, ...]]:
        """Give the sentence after an edit, one for each word that may be meant."""
        if label == OTHER:
            for other in self.alternatives.others(words[place].lower()):
                yield (*words[:place], cased(other, words[place]), *words[place + 1 :])
        elif mended := repaired(words, place, label, self.alternatives.forms):
            yield tuple(mended)

    def _remaining(self, words: Sequence[str], place: int) -> float:
        """Give the highest doubt within a word of the place."""
        around = self.score(words)[max(0, place - 1) : place + 2, self.labels.index(KEEP)]
        return float(1 - around.min()) if len(around) else 1.0
