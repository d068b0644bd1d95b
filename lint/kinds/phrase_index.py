"""One index for the phrases of all rules of a kind: where they stand in a block, less what is protected or taken."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

from lint.annotate.holding import holder
from lint.annotate.pipeline import Pipeline
from lint.annotate.reading import Reading
from lint.document import Block
from lint.model import Coverage
from lint.rule import Rule

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that a rule looks for, in any case, or that protects what it overlaps from the rule."""

    rule: Rule
    text: str
    protects: bool

    @property
    def variants(self) -> list[str]:
        """The ways in which the phrase may be written."""
        return [self.text]


P = TypeVar("P", bound=Phrase)


@dataclass(frozen=True, slots=True)
class Place(Generic[P]):
    """Where a phrase stands: prose offsets in its block, half-open."""

    phrase: P
    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """The phrase as it stands there."""
        return self.block.text[self.start : self.end]


class PhraseIndex(Generic[P]):
    """The phrases of all rules on one matcher.

    To teach a matcher a phrase takes much longer than to see that an article cannot hold it. So the first reading, often
    the only one of a run, gets a matcher with those phrases alone that may stand in it; the others share one with all.
    """

    def __init__(self, phrases: Iterable[P], pipeline: Pipeline) -> None:
        self._phrases = {str(number): phrase for number, phrase in enumerate(phrases)}
        self._pipeline = pipeline
        self._is_first = True

    def free(self, reading: Reading, fits: Callable[[Place[P]], bool]) -> Iterator[Place[P]]:
        """Give the places that fit and that nothing protects, in order; of a rule's that overlap, the first and longest."""
        matcher = self._few(reading) if self._is_first else self._all
        self._is_first = False
        for block in reading.blocks:
            yield from _free(self._places(matcher, reading.doc(block), block), fits)

    def _few(self, reading: Reading) -> "PhraseMatcher":
        """Give a matcher for the phrases that may stand in the reading."""
        may_hold = holder("".join(block.text for block in reading.blocks))
        chosen = ((key, list(filter(may_hold, phrase.variants))) for key, phrase in self._phrases.items())
        return self._pipeline.phrase_matcher((key, variants) for key, variants in chosen if variants)

    @cached_property
    def _all(self) -> "PhraseMatcher":
        return self._pipeline.phrase_matcher((key, phrase.variants) for key, phrase in self._phrases.items())

    def _places(self, matcher: "PhraseMatcher", doc: "Doc", block: Block) -> Iterator[Place[P]]:
        for key, first, past in matcher(doc):
            last = doc[past - 1]
            yield Place(self._phrases[doc.vocab.strings[key]], block, doc[first].idx, last.idx + len(last))


def _free(found: Iterable[Place[P]], fits: Callable[[Place[P]], bool]) -> Iterator[Place[P]]:
    places = sorted(found, key=lambda place: (place.start, -place.end))
    protected = _protected(places)
    ends: dict[Rule, int] = defaultdict(int)
    for place in places:
        rule = place.phrase.rule
        if place.phrase.protects or place.start < ends[rule]:
            continue
        if not (rule in protected and protected[rule].meets(place.start, place.end)) and fits(place):
            ends[rule] = place.end
            yield place


def _protected(places: Iterable[Place[P]]) -> dict[Rule, Coverage]:
    ranges: dict[Rule, list[tuple[int, int]]] = defaultdict(list)
    for place in places:
        if place.phrase.protects:
            ranges[place.phrase.rule].append((place.start, place.end))
    return {rule: Coverage(found) for rule, found in ranges.items()}
