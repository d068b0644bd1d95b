"""One compound written with and without its hyphen: meta-data and metadata."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lint.annotate.names_lexicon import CALENDAR
from lint.annotate.reading import Reading
from lint.document import Block
from lint.rule import Hit, Option, Pointer

_WORD = re.compile(
    r"(?<![\w.@#/\\&=-])[^\W\d_]{2,}(?:-[^\W\d_]{2,})?(?![\w@/\\=-])(?!\.\w)|\b[eE]-[^\W\d_]{3,}(?![\w-])"
)
_SHORTEST = 5

_TWO_MEANINGS = frozenset(
    "re-act re-cede re-claim re-collect re-count re-cover re-covered re-covering re-create re-created re-creation re-dress "
    "re-form re-formed re-lay re-lease re-leased re-mark re-move re-pose re-present re-presented re-press re-search re-serve "
    "re-sign re-signed re-signing re-sort re-store re-strain re-tire re-treat re-turn co-op co-ops pro-verb ex-pat over-all "
    "pre-position under-way every-day any-one some-one may-be in-to on-to ex-tract in-put man-kind multi-ply de-fence "
    "de-tail pre-scribe pro-claim re-late re-cite re-fuse re-bound re-solve re-sent pre-tend pre-serve".split()
)
"""Hyphens that make another word of it."""


@dataclass(frozen=True, slots=True)
class _Place:
    block: Block
    text: str
    start: int
    end: int


def mixed(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give every place of the rarer form of a compound that stands with and without its hyphen, outside quotations."""
    groups: dict[str, dict[bool, list[_Place]]] = defaultdict(lambda: defaultdict(list))
    for place in _places(reading):
        groups[_key(place.text)]["-" in place.text].append(place)
    for forms in groups.values():
        if len(forms) == 2:
            yield from _rarer(reading, forms)


def _places(reading: Reading) -> Iterator[_Place]:
    """Give the words that have a hyphen, and those that a hyphen would make one of these."""
    words = (word for block in reading.blocks for word in _WORD.findall(block.text) if "-" in word)
    hyphened = {_key(word) for word in words if _counts(word)}
    for block in reading.blocks if hyphened else ():
        for match in _WORD.finditer(block.text):
            if _key(match.group()) in hyphened and _counts(match.group()):
                yield _Place(block, match.group(), match.start(), match.end())


def _counts(word: str) -> bool:
    """Say whether the word is long enough, no name with inner capitals, and the same with and without its hyphen."""
    if len(word) < _SHORTEST or not word[1:].islower():
        return False
    return word.lower() not in _TWO_MEANINGS and word.lower().replace("-", "") not in CALENDAR


def _key(word: str) -> str:
    return word.lower().replace("-", "").removesuffix("s")


def _rarer(reading: Reading, forms: Mapping[bool, Sequence[_Place]]) -> Iterator[Hit]:
    """Give the places of the rarer form; of equals, the one that comes later."""
    own = {
        hyphen: [p for p in places if not reading.quoted(p.block, p.start, p.end)] for hyphen, places in forms.items()
    }
    if not all(own.values()):
        return
    main = max(own, key=lambda hyphen: len(own[hyphen]))
    first = own[main][0]
    pointer = Pointer(f"“{first.text}” here", first.block, first.start, first.end)
    for place in own[not main]:
        other = _like(place.text, first.text)
        values = {"other": other, "count": str(len(own[main]))}
        yield Hit(place.block, place.start, place.end, values, suggestions=(other,), related=(pointer,))


def _like(word: str, model: str) -> str:
    """Give the word with the hyphen where the model has it, or without."""
    at = model.find("-")
    return word.replace("-", "") if at < 0 else f"{word[:at]}-{word[at:]}"
