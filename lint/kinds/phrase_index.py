"""One index for the phrases of all rules of a kind: where they stand in a block, less what is protected or taken."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from lint.annotate.pipeline import Pipeline
from lint.annotate.reading import Reading
from lint.document import Block
from lint.model import Coverage
from lint.rule import Rule


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
    """The phrases of all rules on one matcher."""

    def __init__(self, phrases: Iterable[P], pipeline: Pipeline) -> None:
        self._phrases = {str(number): phrase for number, phrase in enumerate(phrases)}
        self._matcher = pipeline.phrase_matcher((key, phrase.variants) for key, phrase in self._phrases.items())

    def free(self, reading: Reading, block: Block, fits: Callable[[Place[P]], bool]) -> Iterator[Place[P]]:
        """Give the places that fit and that nothing protects, in order; of a rule's that overlap, the first and longest."""
        places = sorted(self._places(reading, block), key=lambda place: (place.start, -place.end))
        protected = _protected(places)
        ends: dict[Rule, int] = defaultdict(int)
        for place in places:
            rule = place.phrase.rule
            if place.phrase.protects or place.start < ends[rule]:
                continue
            if not (rule in protected and protected[rule].meets(place.start, place.end)) and fits(place):
                ends[rule] = place.end
                yield place

    def _places(self, reading: Reading, block: Block) -> Iterator[Place[P]]:
        doc = reading.doc(block)
        for key, first, past in self._matcher(doc):
            last = doc[past - 1]
            yield Place(self._phrases[doc.vocab.strings[key]], block, doc[first].idx, last.idx + len(last))


def _protected(places: Iterable[Place[P]]) -> dict[Rule, Coverage]:
    ranges: dict[Rule, list[tuple[int, int]]] = defaultdict(list)
    for place in places:
        if place.phrase.protects:
            ranges[place.phrase.rule].append((place.start, place.end))
    return {rule: Coverage(found) for rule, found in ranges.items()}
