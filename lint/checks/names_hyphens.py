"""One compound written in one word, with a hyphen, or in two: metadata, meta-data, meta data."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum

from lint.annotate import lexicon
from lint.annotate.names_lexicon import CALENDAR
from lint.annotate.reading import Reading
from lint.checks.names_places import Place, pointer
from lint.rule import Hit, Option

_WORD = re.compile(
    r"(?<![\w.@#/\\&=-])[^\W\d_]{2,}(?:-[^\W\d_]{2,})?(?![\w@/\\=-])(?!\.\w)|\b[eE]-[^\W\d_]{3,}(?![\w-])"
)
_OPEN = re.compile(r"(?<![\w.@#/\\&=’'-])[A-Za-z][a-z]+(?= ([a-z]{3,})(?![\w@/\\=’'-])(?!\.\w))")
_AMID = re.compile(r"[\w),;] $")
_SHORTEST = 5
_SHORTEST_OPEN = 7

_TWO_WORDS = frozenset(
    "everyday anyone someone everyone anyway anyways sometime sometimes already altogether maybe cannot into onto whatever "
    "nobody nothing anything something everything anybody somebody everybody forever indeed instead today tonight therefore "
    "however whoever whichever besides beside alright awhile alone along across aloud around apart among another wherein "
    "thereby hereby meantime overall upon within without myself yourself himself herself itself ourselves themselves".split()
)
"""Words that say another thing in two."""
_AFTER_VERBS = frozenset(
    "up out off down in on over back away by through around about to together under with for at as of set ward like less".split()
)
"""What makes two words of a verb, and a noun of one: set up, a setup."""
_BEFORE_NOUNS = frozenset("in on to at by for of as and or the an no not so all any some every it is be".split())

_TWO_MEANINGS = frozenset(
    "re-act re-cede re-claim re-collect re-count re-cover re-covered re-covering re-create re-created re-creation re-dress "
    "re-form re-formed re-lay re-lease re-leased re-mark re-move re-pose re-present re-presented re-press re-search re-serve "
    "re-sign re-signed re-signing re-sort re-store re-strain re-tire re-treat re-turn co-op co-ops pro-verb ex-pat over-all "
    "pre-position under-way every-day any-one some-one may-be in-to on-to ex-tract in-put man-kind multi-ply de-fence "
    "de-tail pre-scribe pro-claim re-late re-cite re-fuse re-bound re-solve re-sent pre-tend pre-serve".split()
)
"""Hyphens that make another word of it."""


class _Form(StrEnum):
    CLOSED = ""
    HYPHEN = "-"
    OPEN = " "


def mixed(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give every place of the rarer form of a compound that stands in one word and otherwise, outside quotations.

    A hyphen beside two words is grammar (a long-term plan, in the long term); only the word in one is compared.
    """
    groups: dict[str, dict[_Form, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for form, place in _places(reading):
        groups[_key(place.text)][form].append(place)
    for forms in groups.values():
        if len(forms) > 1 and _Form.CLOSED in forms:
            yield from _rarer(reading, forms)


def _places(reading: Reading) -> Iterator[tuple[_Form, Place]]:
    """Give the compounds of the article in their forms, and those words that are one of them in one."""
    words = [(block, match) for block in reading.blocks for match in _WORD.finditer(block.text)]
    closed = {_key(match.group()) for _, match in words if "-" not in match.group() and _counts(match.group())}
    found = [(_Form.OPEN, place) for place in _open(reading, closed)]
    for block, match in words:
        if "-" in match.group() and _counts(match.group()):
            found.append((_Form.HYPHEN, Place(block, match.group(), match.start(), match.end())))
    keys = {_key(place.text) for _, place in found}
    for block, match in words:
        if "-" not in match.group() and _key(match.group()) in keys and _counts(match.group()):
            found.append((_Form.CLOSED, Place(block, match.group(), match.start(), match.end())))
    yield from found


def _open(reading: Reading, closed: AbstractSet[str]) -> Iterator[Place]:
    """Give every two words in lower case that stand elsewhere as one."""
    for block in reading.blocks:
        for match in _OPEN.finditer(block.text):
            first, second = match.group().lower(), match[1]
            if _key(first + second) not in closed or len(first + second) < _SHORTEST_OPEN:
                continue
            if not (lexicon.readings(first) and lexicon.readings(second)) or _is_name(block.text, match):
                continue
            if second not in _AFTER_VERBS and first not in _BEFORE_NOUNS and first + second not in _TWO_WORDS:
                yield Place(block, block.text[match.start() : match.end(1)], match.start(), match.end(1))


def _is_name(text: str, first: re.Match[str]) -> bool:
    """Say whether the first of two words has a capital amid a sentence, and what follows it is its verb: the Moon rises."""
    return first.group()[0].isupper() and bool(_AMID.search(text, max(0, first.start() - 2), first.start()))


def _counts(word: str) -> bool:
    """Say whether the word is long enough, no name with inner capitals, and the same with and without its hyphen."""
    if len(word) < _SHORTEST or not word[1:].islower():
        return False
    return word.lower() not in _TWO_MEANINGS and word.lower().replace("-", "") not in CALENDAR


def _key(text: str) -> str:
    return text.lower().replace("-", "").replace(" ", "").removesuffix("s")


def _rarer(reading: Reading, forms: Mapping[_Form, Sequence[Place]]) -> Iterator[Hit]:
    """Give the places of the rarer forms, the word in one or those it is compared with; of equals, what comes later."""
    own = {form: [p for p in places if not reading.quoted(p.block, p.start, p.end)] for form, places in forms.items()}
    own = {form: places for form, places in own.items() if places}
    if len(own) < 2 or _Form.CLOSED not in own:
        return
    order = {block: index for index, block in enumerate(reading.blocks)}
    main = min(own, key=lambda form: (-len(own[form]), order[own[form][0].block], own[form][0].start))
    first = own[main][0]
    there = pointer(first)
    for form, places in own.items():
        for place in places if form is not main and _Form.CLOSED in (form, main) else ():
            if place.text[0].isupper() and reading.people.capitals.firm[place.text]:
                continue  # a name, and other rules' business
            other = _like(place.text, first.text, main)
            values = {"other": other, "count": str(len(own[main]))}
            yield Hit(place.block, place.start, place.end, values, suggestions=(other,), related=(there,))


def _like(word: str, model: str, form: _Form) -> str:
    """Give the word joined where the model is, and as the model is."""
    bare, at = word.replace("-", "").replace(" ", ""), model.find(form.value) if form.value else -1
    return bare if at < 0 else f"{bare[:at]}{form.value}{bare[at:]}"
