"""The words behind an acronym, and the same words with one of them changed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lint.annotate import english
from lint.annotate.acronyms import SMALL_WORDS, definitions
from lint.annotate.reading import Reading
from lint.document import Block
from lint.rule import Hit, Option, Pointer

_WORD = re.compile(r"[^\W\d_](?:\w|['’](?=\w))*")
_ENDING = re.compile(r"['’]s?$")
_GAPS = frozenset((" ", "\u00a0", ", "))
_FEWEST = 3
_STEM = 5
_MOST = 200
"""So many definitions are followed up at most."""

_NO_NAMES = SMALL_WORDS | frozenset(english.READINGS)

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """Words that stand in a row: their keys, and each one's text and prose offsets."""

    block: Block
    key: Key
    matches: tuple[re.Match[str], ...]


def variants(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give the places where the words that an acronym stands for have one other word, of the same initial, among them."""
    spelt = _expansions(reading)
    lengths = sorted({len(key) for key in spelt})
    places: dict[Key, list[_Words]] = defaultdict(list)
    for block in reading.blocks if spelt else ():
        for words in _rows(block, lengths, {key[0] for key in spelt}, {key[-1] for key in spelt}):
            places[words.key].append(words)
    for key in spelt:
        for other in [other for other in places if _differs(key, other)]:
            yield from _rarer(reading, key, other, places)


def _expansions(reading: Reading) -> dict[Key, None]:
    found: dict[Key, None] = {}
    for definition in definitions(reading.blocks):
        words = definition.expansion
        if sum(not word.small for word in words) >= _FEWEST and len(found) < _MOST:
            found.setdefault(tuple(_plain(word.text) for word in words))
    return found


def _plain(word: str) -> str:
    return _ENDING.sub("", word).lower()


def _rows(block: Block, lengths: Sequence[int], first: set[str], last: set[str]) -> Iterator[_Words]:
    """Give every row of so many words that begins or ends like an expansion."""
    matches = list(_WORD.finditer(block.text))
    keys = [_plain(match.group()) for match in matches]
    for at in range(len(matches)):
        for length in lengths:
            end = at + length
            if end > len(matches) or not (keys[at] in first or keys[end - 1] in last):
                continue
            gaps = (block.text[matches[i].end() : matches[i + 1].start()] for i in range(at, end - 1))
            if all(gap in _GAPS for gap in gaps):
                yield _Words(block, tuple(keys[at:end]), tuple(matches[at:end]))


def _differs(key: Key, other: Key) -> bool:
    """Say whether one word, of the same initial and another stem, tells the two apart."""
    if len(key) != len(other):
        return False
    pairs = [(a, b) for a, b in zip(key, other, strict=True) if a != b]
    if len(pairs) != 1:
        return False
    ((one, two),) = pairs
    return one[0] == two[0] and one[:_STEM] != two[:_STEM] and not {one, two} & _NO_NAMES


def _rarer(reading: Reading, key: Key, other: Key, places: Mapping[Key, Sequence[_Words]]) -> Iterator[Hit]:
    """Give the one word that is other in each place of the rarer words."""
    main, rare = (other, key) if len(places[other]) > len(places[key]) else (key, other)
    at = next(index for index, (a, b) in enumerate(zip(main, rare, strict=True)) if a != b)
    first = places[main][0]
    whole = first.block.text[first.matches[0].start() : first.matches[-1].end()]
    pointer = Pointer(f"“{whole}” here", first.block, first.matches[0].start(), first.matches[-1].end())
    word = first.matches[at].group()
    if any(_goes_on(place, places[rare][0].matches[at].group()) for place in places[main]):
        return
    for place in places[rare]:
        match = place.matches[at]
        if not (reading.known.distinct(match.group(), word) or _is_other(place, at, word)):
            values = {"other": whole, "name": word}
            yield Hit(place.block, match.start(), match.end(), values, suggestions=(word,), related=(pointer,))


def _is_other(place: _Words, at: int, word: str) -> bool:
    """Say whether the words mean something else: another thing of the kind, or a longer name that has `word` as well.

    What is written small is no name, and its last word says what it is: open source software, open source strategy.
    """
    return (word[0].islower() and at == len(place.key) - 1) or _goes_on(place, word)


def _goes_on(place: _Words, word: str) -> bool:
    """Say whether the word stands beside the words, so that none of them stands for it."""
    text, first, last = place.block.text, place.matches[0].start(), place.matches[-1].end()
    return text[max(0, first - len(word) - 1) : first] == f"{word} " or text.startswith(f" {word}", last)
