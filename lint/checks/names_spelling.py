"""One name written two ways that read alike: with and without accents, with and without inner capitals."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from lint.annotate import lexicon
from lint.annotate.capitals import NameWord
from lint.annotate.people import Mention
from lint.annotate.places import COUNTRIES
from lint.annotate.reading import Reading
from lint.annotate.similar import unaccented
from lint.rule import Hit, Option, Pointer

_LOANS = frozenset(
    "communique cafe naive fiance fiancee cliche decor facade precis protege emigre touche passe".split()
)
"""Words of the language that may or may not bear their accents, but not both in one article."""


@dataclass(frozen=True, slots=True)
class _Place:
    mention: Mention
    word: NameWord

    @property
    def partners(self) -> frozenset[str]:
        """The other parts of the name: who bears it."""
        words = self.mention.words if self.mention.personal else ()
        return frozenset(unaccented(word.lower) for word in words if word is not self.word)


def variants(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give the words of names that differ in accents or inner capitals alone: every place of the rarer form."""
    groups: dict[str, dict[str, list[_Place]]] = defaultdict(lambda: defaultdict(list))
    for mention in reading.people.mentions:
        for word in mention.words:
            if not word.text.isupper():
                text = normalize("NFC", word.text)
                form = text[0].lower() + text[1:].replace("’", "'")
                groups[unaccented(word.lower)][form].append(_Place(mention, word))
    for name, forms in groups.items():
        if len(forms) > 1 and _is_one_name(name, forms):
            yield from _rarer(reading, forms)


def _is_one_name(name: str, forms: Mapping[str, Sequence[_Place]]) -> bool:
    """Say whether the forms can be one name: no words of the language, and not borne by two people."""
    if name in COUNTRIES:
        return False
    bearers = [frozenset().union(*(place.partners for place in places)) for places in forms.values()]
    if name not in _LOANS and any(lexicon.readings(part) for part in (name, *name.split("-")[1:])):
        return not all(map(str.isascii, forms)) and bool(frozenset.intersection(*bearers))
    return not all(bearers) or (bool(frozenset.intersection(*bearers)) and not _are_two(bearers))


def _are_two(bearers: Sequence[frozenset[str]]) -> bool:
    """Say whether two forms each have a part beside them that the other lacks: Nguyễn Thị Hoa, Nguyễn Văn Hòa."""
    return any(one - two and two - one for one in bearers for two in bearers)


def _rarer(reading: Reading, forms: Mapping[str, Sequence[_Place]]) -> Iterator[Hit]:
    """Give the places of every form but the commonest; of equals, the one with more marks is right."""
    main = max(forms, key=lambda form: (len(forms[form]), not form.isascii()))
    first = forms[main][0]
    pointer = Pointer(f"“{first.word.text}” here", first.mention.block, first.word.start, first.word.end)
    for form, places in forms.items():
        for place in places if form != main else ():
            other = place.word.text[0] + main[1:] if main[0].isascii() else main[0].upper() + main[1:]
            if reading.known.distinct(place.word.text, other):
                continue
            values = {"other": other, "count": str(len(forms[main]))}
            block, word = place.mention.block, place.word
            yield Hit(block, word.start, word.end, values, suggestions=(other,), related=(pointer,))
