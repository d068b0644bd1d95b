"""One name in one word, in two, or with a hyphen: HarborWatch, Harbor Watch, Harbor-Watch."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from lint.annotate import lexicon, wordlist
from lint.annotate.given_names import GIVEN_NAMES
from lint.annotate.people import Mention
from lint.annotate.reading import Reading
from lint.document import Block
from lint.rule import Hit, Option, Pointer

_SEAM = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z])|-")
_PAIR = re.compile(r"(?<![\w@#./-])[^\W\d_a-zß-öø-ÿ]\w+(?=[ \u00a0]([^\W\d_a-zß-öø-ÿ]\w+))")
_LONG = 8

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Place:
    block: Block
    start: int
    end: int
    seam: str

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end]


def mixed(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give every place of a name of two parts that is joined otherwise than where the article has it most."""
    title_case = reading.people.capitals.title_case
    joined = [found for mention in reading.people.mentions for found in _joined(mention)]
    keys = {"".join(key): key for key, place in joined if place.seam == "" or place.block not in title_case}
    single = {word.lower for mention in reading.people.mentions for word in mention.words if _may_be_two(word.text)}
    groups: dict[Key, dict[str, list[_Place]]] = defaultdict(lambda: defaultdict(list))
    for key, place in _apart(reading, {*keys, *single}):
        groups[key][place.seam].append(place)
    both = {"".join(key): key for key in groups}
    for key, place in (*joined, *_run_together(reading, both)):
        groups[key][place.seam].append(place)
    for key, forms in groups.items():
        own = {seam: [p for p in places if seam == "" or p.block not in title_case] for seam, places in forms.items()}
        own |= {" ": forms.get(" ", [])} if own.get("") else {}
        own = {seam: places for seam, places in own.items() if places}
        if len(own) > 1 and _is_one_name(key, own):
            yield from _rarer(reading, own)


def _joined(mention: Mention) -> Iterator[tuple[Key, _Place]]:
    """Give the words of two capitalised parts, with a hyphen between them or none."""
    for word in mention.words:
        parts = _SEAM.split(word.text)
        if len(parts) == 2 and all(part[:1].isupper() and len(part) > 1 for part in parts):
            seam = "-" if "-" in word.text else ""
            yield (parts[0].lower(), parts[1].lower()), _Place(mention.block, word.start, word.end, seam)


def _may_be_two(word: str) -> bool:
    """Say whether a word with one capital can be a name of two, run together."""
    return len(word) >= _LONG and word[1:].islower() and not wordlist.is_word(word.lower())


def _apart(reading: Reading, wanted: AbstractSet[str]) -> Iterator[tuple[Key, _Place]]:
    """Give every two capitalised words that stand side by side and are one elsewhere."""
    for block in reading.blocks if wanted else ():
        for match in _PAIR.finditer(block.text):
            first, second = match.group().lower(), match[1].lower()
            if first + second in wanted:
                yield (first, second), _Place(block, match.start(), match.end(1), " ")


def _run_together(reading: Reading, both: Mapping[str, Key]) -> Iterator[tuple[Key, _Place]]:
    """Give the words with one capital that are two elsewhere."""
    for mention in reading.people.mentions if both else ():
        for word in mention.words:
            if word.lower in both and _may_be_two(word.text):
                yield both[word.lower], _Place(mention.block, word.start, word.end, "")


def _is_one_name(key: Key, forms: Mapping[str, list[_Place]]) -> bool:
    """Say whether the forms are one name: no handle of a person, no words that a hyphen joins for grammar's sake."""
    if "" in forms:
        return key[0] not in GIVEN_NAMES
    if any(part.isupper() for place in forms["-"] for part in place.text.split("-")):
        return len(forms) > 1
    return not all(map(lexicon.readings, key))


def _rarer(reading: Reading, forms: Mapping[str, list[_Place]]) -> Iterator[Hit]:
    """Give the places of the rarer forms; of equals, of those that come later."""
    order = {block: index for index, block in enumerate(reading.blocks)}
    main = min(forms, key=lambda seam: (-len(forms[seam]), *min((order[p.block], p.start) for p in forms[seam])))
    first, count = forms[main][0], len(forms[main])
    pointer = Pointer(f"“{first.text}” here", first.block, first.start, first.end)
    for seam, places in forms.items():
        for place in places if seam != main else ():
            values = {"other": first.text, "count": str(count)}
            yield Hit(place.block, place.start, place.end, values, suggestions=(first.text,), related=(pointer,))
