"""Slips as they reach print, put into clean sentences: what an editor would correct, with the correction as labels.

The mix follows what is known of corrections after publication: words lost and left over when a sentence is rewritten,
wrong forms above all after "to", modals and auxiliaries, agreement, and words that sound or look alike. A sentence is
made with its own `random.Random`: the same seed gives the same slips.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from lint.annotate.evidence.edits import DELETE, KEEP, cased
from lint.annotate.evidence.words import is_word
from training.evidence.labels import INSERTED
from training.evidence.lexicon import Lexicon
from training.evidence.swaps import POWERS, Swaps, swaps


class Edit(NamedTuple):
    """One slip: `word` in the place of the sentence's own (None: lost), or `extra`, before it; the label that mends it."""

    kind: str
    place: int
    word: str | None
    label: str
    extra: bool = False


class Sample(NamedTuple):
    """A sentence to learn from: its words, a label for each, and the kind of slip at each place that has one."""

    words: list[str]
    labels: list[str]
    kinds: dict[int, str]


TRIGGERS = frozenset(
    """to will would can could may might must shall should do does did don't doesn't didn't has have had is are was were be been
    being these those many several few both two three four five each every a an one this that of not cannot""".split()
)
"""After these the form of the next word is bound, and a wrong one stands out."""

TRIGGERED = 4.0
OFTEN_LOST = {
    "be": 2.5,
    "been": 2.0,
    "have": 2.0,
    "has": 2.0,
    "to": 1.6,
    "is": 1.6,
    "are": 1.6,
    "was": 1.4,
    "that": 0.4,
}
SHARES = {
    "form": 20,
    "agreement": 8,
    "sound": 8,
    "letters": 12,
    "sense": 8,
    "family": 6,
    "possessive": 3,
    "missing": 20,
    "stray": 7,
    "alternative": 5,
    "echo": 6,
}
"""How often each kind is tried; a sentence without a place for it stays clean."""

APART = 5
"""How many words lie between two slips of a sentence."""


@dataclass(frozen=True, slots=True)
class Slipper:
    """Makes samples. `rate` is the share of sentences that get a slip; every further one needs 20 words more."""

    lexicon: Lexicon
    swaps: Mapping[str, Swaps]
    rate: float = 0.45
    again: float = 0.3

    @classmethod
    def of(cls, lexicon: Lexicon, rate: float = 0.45) -> Slipper:
        """Make the tables of a lexicon."""
        return cls(lexicon, swaps(lexicon), rate)

    def sample(self, words: Sequence[str], rng: Random) -> Sample:
        """Give the sentence, with slips or without."""
        edits: list[Edit] = []
        if rng.random() < self.rate:
            chances = 1 + sum(rng.random() < self.again for _ in range(len(words) // 20))
            for _ in range(chances):
                edit = self.edit(words, rng)
                if edit and all(abs(edit.place - other.place) >= APART for other in edits):
                    edits.append(edit)
        return applied(words, edits)

    def edit(self, words: Sequence[str], rng: Random) -> Edit | None:
        """Give one slip of a kind drawn, or None where the sentence has no place for it."""
        kind = rng.choices(tuple(SHARES), tuple(SHARES.values()))[0]
        maker = MAKERS.get(kind)
        return maker(self, words, rng) if maker else swapped(kind, self, words, rng)


def applied(words: Sequence[str], edits: Iterable[Edit]) -> Sample:
    """Write the edits into a sentence; a lost word is mended before the word after it."""
    by_place = {edit.place: edit for edit in edits}
    sample = Sample([], [], {})
    pending: Edit | None = None
    for place, word in enumerate(words):
        edit = by_place.get(place)
        if edit and edit.word is None:
            pending = edit
            continue
        if edit and edit.extra:
            put(sample, edit.word or "", edit.label, edit.kind)
            edit = None
        mark = edit or pending
        put(sample, (edit and edit.word) or word, mark.label if mark else KEEP, mark.kind if mark else "")
        pending = None
    return sample


def put(sample: Sample, word: str, label: str, kind: str) -> None:
    """Add a word to a sample."""
    if kind:
        sample.kinds[len(sample.words)] = kind
    sample.words.append(word)
    sample.labels.append(label)


# Words for words


def swapped(kind: str, slipper: Slipper, words: Sequence[str], rng: Random) -> Edit | None:
    """Put a word for another at a place of the sentence."""
    table = slipper.swaps[kind]
    places = [place for place, word in enumerate(words) if plain(word, place) and word.lower() in table]
    if not places:
        return None
    place = rng.choices(places, [chance(kind, slipper, words, place) for place in places])[0]
    found = table[words[place].lower()]
    choice = bisect(found.totals, rng.random() * found.totals[-1])
    return Edit(kind, place, cased(found.words[choice], words[place]), found.labels[choice])


def plain(word: str, place: int) -> bool:
    """Say whether a word may be touched: in lower case, or with the capital of a sentence's first word."""
    return word.islower() or (place == 0 and word.istitle() and len(word) > 1)


def chance(kind: str, slipper: Slipper, words: Sequence[str], place: int) -> float:
    """Weigh a place: bound forms more, frequent words less than they are many, words with a frequent neighbour more."""
    if kind == "form":
        return TRIGGERED if place and words[place - 1] in TRIGGERS else 1.0
    word = words[place].lower()
    drawn = slipper.swaps[kind][word].totals[-1] ** 0.5 if kind in POWERS else 1.0
    return float(drawn * slipper.lexicon.counts.get(word, 1) ** -0.3)


# Words lost and left over


def missing(slipper: Slipper, words: Sequence[str], rng: Random) -> Edit | None:
    """Lose a function word within the sentence."""
    places = [place for place in range(1, len(words) - 1) if words[place] in LOST]
    if not places:
        return None
    counts = slipper.lexicon.counts
    weights = [OFTEN_LOST.get(words[p], 1.0) * counts.get(words[p], 1) ** -0.3 for p in places]
    place = rng.choices(places, weights)[0]
    return Edit("missing", place, None, f"before:{words[place]}")


def stray(slipper: Slipper, words: Sequence[str], rng: Random) -> Edit | None:
    """Leave a function word behind that fits the word before it or the word after it, but not both."""
    place = gap(words, rng)
    left = slipper.lexicon.after.get(words[place - 1].lower(), ())
    right = slipper.lexicon.before.get(words[place].lower(), ())
    fits = sorted(set(left) ^ set(right)) or list(INSERTED[:24])
    return extra("stray", words, place, rng.choice(fits))


def alternative(slipper: Slipper, words: Sequence[str], rng: Random) -> Edit | None:
    """Leave two words standing of which one was to replace the other."""
    table = slipper.swaps[rng.choice(("form", "sense", "agreement"))]
    places = [place for place in range(1, len(words)) if words[place] in table]
    if not places:
        return None
    place = rng.choice(places)
    return extra("alternative", words, place, rng.choice(table[words[place]].words))


def echo(_: Slipper, words: Sequence[str], rng: Random) -> Edit | None:
    """Repeat a word of the neighbourhood, function words rather than others."""
    place = gap(words, rng)
    around = range(max(0, place - 3), min(len(words), place + 4))
    heard = [words[p] for p in around if words[p].islower() and is_word(words[p])]
    if not heard:
        return None
    return extra("echo", words, place, rng.choices(heard, [3 if word in LOST else 1 for word in heard])[0])


def extra(kind: str, words: Sequence[str], place: int, word: str) -> Edit | None:
    """Put a word in before a place; of two same words in a row the first is the one to delete."""
    while place > 0 and words[place - 1] == word:
        place -= 1
    return Edit(kind, place, word, DELETE, extra=True) if place else None


def gap(words: Sequence[str], rng: Random) -> int:
    """Draw a place within the sentence, before a word rather than before a mark."""
    place = rng.randrange(1, len(words))
    return place if is_word(words[place]) or rng.random() < 0.15 else max(1, place - 1)


LOST = frozenset(INSERTED)
MAKERS: Mapping[str, Callable[[Slipper, Sequence[str], Random], Edit | None]] = {
    "missing": missing,
    "stray": stray,
    "alternative": alternative,
    "echo": echo,
}
