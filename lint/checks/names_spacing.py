"""One name in one word, in two, or with a hyphen: HarborWatch, Harbor Watch, Harbor-Watch."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lint.annotate import lexicon
from lint.annotate.given_names import GIVEN_NAMES
from lint.annotate.people import Mention
from lint.annotate.reading import Reading
from lint.document import Block
from lint.rule import Hit, Option, Pointer

_SEAM = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z])|-")
_SPACES = (" ", "\u00a0")

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
    mentions = [mention for mention in reading.people.mentions if mention.block not in title_case]
    joined = [found for mention in mentions for found in _joined(mention)]
    keys = {key for key, _ in joined}
    apart = [found for mention in mentions if keys for found in _apart(mention) if found[0] in keys]
    groups: dict[Key, dict[str, list[_Place]]] = defaultdict(lambda: defaultdict(list))
    for key, place in (*joined, *apart):
        groups[key][place.seam].append(place)
    for key, forms in groups.items():
        if len(forms) > 1 and _is_one_name(key, forms):
            yield from _rarer(forms)


def _joined(mention: Mention) -> Iterator[tuple[Key, _Place]]:
    """Give the words of two capitalised parts, with a hyphen between them or none."""
    for word in mention.words:
        parts = _SEAM.split(word.text)
        if len(parts) == 2 and all(part[:1].isupper() and len(part) > 1 for part in parts):
            seam = "-" if "-" in word.text else ""
            yield (parts[0].lower(), parts[1].lower()), _Place(mention.block, word.start, word.end, seam)


def _apart(mention: Mention) -> Iterator[tuple[Key, _Place]]:
    """Give every two words that stand side by side."""
    for first, second in zip(mention.words, mention.words[1:], strict=False):
        if mention.block.text[first.end : second.start] in _SPACES:
            yield (first.lower, second.lower), _Place(mention.block, first.start, second.end, " ")


def _is_one_name(key: Key, forms: Mapping[str, list[_Place]]) -> bool:
    """Say whether the forms are one name: no handle of a person, no words that a hyphen joins for grammar's sake."""
    if "" in forms:
        return key[0] not in GIVEN_NAMES
    if any(part.isupper() for place in forms["-"] for part in place.text.split("-")):
        return len(forms) > 1
    return not all(map(lexicon.readings, key))


def _rarer(forms: Mapping[str, list[_Place]]) -> Iterator[Hit]:
    main = max(forms, key=lambda seam: len(forms[seam]))
    first, count = forms[main][0], len(forms[main])
    pointer = Pointer(f"“{first.text}” here", first.block, first.start, first.end)
    for seam, places in forms.items():
        for place in places if seam != main else ():
            values = {"other": first.text, "count": str(count)}
            yield Hit(place.block, place.start, place.end, values, suggestions=(first.text,), related=(pointer,))
