"""National spelling: words that are not spelt as the house, or else the rest of the article, spells."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lint.annotate import spellings
from lint.annotate.reading import Reading
from lint.annotate.spellings import National
from lint.document import Block
from lint.model import Severity, Spelling
from lint.rule import Hit, Option

_WORD = re.compile(r"(?<![\w@#/.’'_-])[a-z]{3,30}(?![\w@/_]|\.\w|['’](?!s\b)\w)")
_LETTERS = re.compile(r"[a-z]+")
_FEWEST, _TIMES = 4, 4
_NAMES = {
    Spelling.AMERICAN: "American", Spelling.BRITISH: "British", Spelling.OXFORD: "Oxford's",
    Spelling.CANADIAN: "Canadian", Spelling.AUSTRALIAN: "Australian",
}  # fmt: skip


class _Place(NamedTuple):
    """A word that is not spelt alike everywhere: prose offsets, and where it is right."""

    block: Block
    start: int
    end: int
    national: National


def national_spelling(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find words in lower case that are not right in the `spelling` of the house.

    Without one the article's own counts, if it is clear: at least four words outside quotations are right in one spelling,
    and four times as many as are not. What is not right in any spelling with as many is then told as a suggestion, if four
    times as many words speak against its nation.
    """
    places = tuple(_places(reading))
    if options["spelling"]:
        return _strays(places, [Spelling(str(options["spelling"]))], Severity.WARNING)
    places = tuple(place for place in places if not reading.quoted(place.block, place.start, place.end))
    own = _own(places)
    return _strays(_against(places, own), own, Severity.SUGGESTION)


def _places(reading: Reading) -> Iterator[_Place]:
    known: dict[str, National | None] = {}
    for block in reading.blocks:
        words = set(_LETTERS.findall(block.text))
        known.update((word, spellings.national(word)) for word in words.difference(known))
        if any(map(known.get, words)):
            for match in _WORD.finditer(block.text):
                if national := known[match[0]]:
                    yield _Place(block, match.start(), match.end(), national)


def _own(places: Sequence[_Place]) -> Sequence[Spelling]:
    """Give the spellings in which most words of the article are right; none if no spelling is clearly its own."""
    right = Counter(spelling for place in places for spelling in place.national.spellings)
    most = max(right.values(), default=0)
    if most < _FEWEST or most < _TIMES * (len(places) - most):
        return []
    return [spelling for spelling in Spelling if right[spelling] == most]


def _against(places: Sequence[_Place], own: Sequence[Spelling]) -> Iterator[_Place]:
    """Give the places whose own nation is clearly not the article's: “organize” speaks neither for Oxford nor for America."""
    counts = Counter(place.national.spellings for place in places)
    clear: dict[Spelling, bool] = {}
    for nation in (Spelling.AMERICAN, Spelling.BRITISH):
        others = sum(count for found, count in counts.items() if nation not in found)
        same = sum(count for found, count in counts.items() if nation in found and found.isdisjoint(own))
        clear[nation] = others >= _TIMES * same
    for place in places:
        nation = Spelling.AMERICAN if Spelling.AMERICAN in place.national.spellings else Spelling.BRITISH
        if clear[nation]:
            yield place


def _strays(places: Iterable[_Place], own: Sequence[Spelling], severity: Severity) -> Iterator[Hit]:
    """Give the words that are right in none of the spellings, with how those write them."""
    for block, start, end, national in places:
        if own and national.spellings.isdisjoint(own):
            values = {"spelling": _NAMES[own[0]], "right": national.elsewhere}
            yield Hit(block, start, end, values, suggestions=(national.elsewhere,), severity=severity)
