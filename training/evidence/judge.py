"""From chances to suspicions: where a sentence seems wrong, what would mend it, and whether that truly helps.

A suspicion's score is the chance that the word is not right as it stands, times the chance that the best repair leaves
nothing to suspect at the place. The same code sets the thresholds and reads the articles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from training.evidence.labels import KEEP, LABELS, OTHER, cased, repaired
from training.evidence.lexicon import Lexicon
from training.evidence.scorer import Scorer
from training.evidence.words import is_word

FLOOR = 0.3
"""Below this chance nothing is looked into."""
LIKELY, MOST, OTHERS = 0.05, 3, 24
"""Labels tried as repairs: those at least so likely, the likeliest few; and how many words for `other`."""

STOPS = frozenset(".?!")
CLOSERS = frozenset("\"')]")
SHORTEST = 5


class Suspicion(NamedTuple):
    """The place of a word, how sure the model is that it is not right (0 to 1), and the sentences repaired, best first."""

    place: int
    score: float
    label: str
    repairs: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Judge:
    """Reads sentences with a model and a lexicon."""

    score: Scorer
    lexicon: Lexicon

    def suspicions(self, sentences: Sequence[Sequence[str]]) -> list[list[Suspicion]]:
        """Give the suspicions of each sentence, in order."""
        found: list[list[Suspicion]] = [[] for _ in sentences]
        open_: list[tuple[int, int, float, str, list[tuple[str, ...]]]] = []
        for number, (words, chances) in enumerate(zip(sentences, self.score(sentences), strict=True)):
            for place in places(words, chances):
                label = LABELS[1 + int(chances[place, 1:].argmax())]
                repairs = list(self.repairs(words, place, chances[place]))
                open_.append((number, place, float(1 - chances[place, 0]), label, repairs))
        rest = iter(self.score([repair for *_, repairs in open_ for repair in repairs]))
        for number, place, doubt, label, repairs in open_:
            left = sorted((remaining(next(rest), place), order, repair) for order, repair in enumerate(repairs))
            best = tuple(repair for _, _, repair in left)
            found[number].append(Suspicion(place, doubt * (1 - left[0][0]) if left else doubt / 2, label, best))
        return found

    def repairs(self, words: Sequence[str], place: int, chances: Any) -> Iterator[tuple[str, ...]]:
        """Give the sentence after each likely repair of a place."""
        likely = sorted(range(1, len(LABELS)), key=lambda number: -chances[number])[:MOST]
        for number in likely:
            if chances[number] < LIKELY:
                return
            if LABELS[number] == OTHER:
                yield from self.others(words, place)
            elif mended := repaired(words, place, LABELS[number], self.lexicon.forms):
                yield tuple(mended)

    def others(self, words: Sequence[str], place: int) -> Iterator[tuple[str, ...]]:
        """Give the sentence with words of the same look or stem in the place of one."""
        word, lexicon = words[place], self.lexicon
        own = word.lower()
        near = {*lexicon.near.get(own, ()), *lexicon.family.get(own, ()), *lexicon.forms.get(own, {}).values()} - {own}
        for other in sorted(near, key=lambda other: (-lexicon.counts.get(other, 0), other))[:OTHERS]:
            yield (*words[:place], cased(other, word), *words[place + 1 :])


def places(words: Sequence[str], chances: Any) -> Iterator[int]:
    """Give the places of a sentence that may be suspected and are."""
    if readable(words):
        for place in range(1, len(chances)):
            if chances[place, 0] < 1 - FLOOR and judged(words, place):
                yield place


def readable(words: Sequence[str]) -> bool:
    """Say whether words are a sentence: some length, and a stop at its end."""
    end = len(words)
    while end and words[end - 1] in CLOSERS:
        end -= 1
    return len(words) >= SHORTEST and end > 0 and words[end - 1] in STOPS


def judged(words: Sequence[str], place: int) -> bool:
    """Say whether a word may be judged: no name, and nothing unread (code, a formula) beside it."""
    unread = "\ufffc" in words[max(0, place - 1) : place + 2]
    return not (unread or words[place][:1].isupper()) and (is_word(words[place]) or is_word(words[place - 1]))


def remaining(chances: Any, place: int) -> float:
    """Give the highest doubt within a word of the place."""
    around = 1 - chances[max(0, place - 1) : place + 2, LABELS.index(KEEP)]
    return float(around.max()) if len(around) else 1.0
