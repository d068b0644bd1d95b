"""Words one letter apart: a letter dropped, added, changed, or two neighbours swapped. Linear in the number of words."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

MOST = 5_000
"""So many different words are compared at most; no article has more names."""

_MOST_ALIKE = 50
_PLURALS_AND_PEOPLES = ("g", "s", "es", "n", "i", "an", "ns", "is", "ic", "a", "x", "as", "os")
_ENDINGS = frozenset({("o", "a"), ("o", "x"), ("a", "x"), ("s", "n"), ("a", "e"), ("i", "a"), ("m", "t"), ("a", "c")})
_PLAIN = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae",
                        "œ": "oe", "Œ": "Oe"})  # fmt: skip
"""Letters that Unicode does not take apart."""


class Neighbours:
    """Words that can be asked for those one letter away from another."""

    def __init__(self, words: Iterable[str]) -> None:
        index: dict[str, list[str]] = defaultdict(list)
        for word in islice(words, MOST):
            for key in _keys(word):
                if len(index[key]) < _MOST_ALIKE:
                    index[key].append(word)
        self._index: Mapping[str, Sequence[str]] = index

    def of(self, word: str) -> list[str]:
        """Give the words one letter away from `word`, the word itself left out, sorted."""
        found = {other for key in _keys(word) for other in self._index.get(key, ()) if one_apart(word, other)}
        return sorted(found)


def one_apart(word: str, other: str) -> bool:
    """Say whether one letter dropped, added or changed, or one swap of neighbours, makes one word the other."""
    return distance(word, other, 1) == 1


def distance(word: str, other: str, most: int) -> int:
    """Give the number of such edits between the two words; `most` + 1 if it takes more than `most`."""
    from rapidfuzz.distance import OSA

    return OSA.distance(word, other, score_cutoff=most)


def plain(word: str) -> str:
    """Give the word without accents, apostrophes and hyphens, in lower case: what all its ways of writing share."""
    letters = unicodedata.normalize("NFKD", word.translate(_PLAIN))
    return "".join(letter for letter in letters if letter.isalnum()).lower()


def unaccented(word: str) -> str:
    """Give the word without accents, as an English keyboard has it; everything else as it stands."""
    letters = unicodedata.normalize("NFD", word.translate(_PLAIN))
    return unicodedata.normalize("NFC", "".join(c for c in letters if not unicodedata.combining(c)))


def is_inflection(word: str, other: str) -> bool:
    """Say whether the words differ by an ending alone: plural, people of a place, gender (Iraq/Iraqi, Latino/Latina)."""
    short, long = sorted((word.lower(), other.lower()), key=len)
    if len(short) < len(long):
        return long.startswith(short) and long[len(short) :] in _PLURALS_AND_PEOPLES
    pair = (short[-1:], long[-1:])
    return short[:-1] == long[:-1] and (pair in _ENDINGS or pair[::-1] in _ENDINGS)


def is_swap(word: str, other: str) -> bool:
    """Say whether the words differ by two neighbouring letters that changed places."""
    if len(word) != len(other):
        return False
    places = [index for index, (a, b) in enumerate(zip(word, other, strict=True)) if a != b]
    return len(places) == 2 and places[1] == places[0] + 1 and sorted(word) == sorted(other)


def _keys(word: str) -> Iterator[str]:
    yield word
    for index in range(len(word)):
        yield word[:index] + word[index + 1 :]
