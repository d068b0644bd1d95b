"""Letters that deceive the eye: those of another script that look like Latin ones, and characters that nobody sees."""

import re
from collections.abc import Iterable, Mapping

from lint.annotate import wordlist
from lint.annotate.reading import Reading
from lint.rule import Hit, Option

_CYRILLIC = dict(zip("аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅ", "aeopcyxijshdqwABEKMHOPCTYXIJS", strict=True))
_GREEK = dict(zip("αινορτυκΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aivoptukABEZHIKMNOPTYX", strict=True))
_LATIN = str.maketrans({**_CYRILLIC, **_GREEK})
_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_MIXED = re.compile("(?<![\\w@/.])[A-Za-z\u0370-\u03ff\u0400-\u052f]+(?!\\w|[@/]|\\.\\w)")
_ALONE = re.compile("(?<!letter )(?<!character )(?<=[A-Za-z,] )[аАІ](?= [a-z])")
_INVISIBLE = "\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_HIDDEN = re.compile(f"[{_INVISIBLE}]+")
_SPLIT = re.compile(rf"[A-Za-z\u00c0-\u024f]+(?:[{_INVISIBLE}]+[A-Za-z\u00c0-\u024f]+)+")


def look_alike_letter(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - a check's signature
    """Find Latin words with a Cyrillic or Greek letter in them that looks like a Latin one, and such letters as words.

    Greek letters stand in terms of science (TNFα): there the word must be one that a list knows.
    """
    for block in reading.blocks:
        if not _FOREIGN.search(block.text):
            continue
        for pattern in (_MIXED, _ALONE):
            for match in pattern.finditer(block.text):
                word = match[0]
                right = word.translate(_LATIN)
                if _FOREIGN.search(word) and right.isascii() and (pattern is _ALONE or _is_latin(word, right)):
                    yield Hit(block, match.start(), match.end(), {"right": right}, suggestions=(right,))


def _is_latin(word: str, right: str) -> bool:
    """Say whether a word of letters of two scripts, or what it looks like, is Latin."""
    latin = any(map(str.isascii, word))
    return latin and (wordlist.is_word(right.lower()) or not any(letter in _GREEK for letter in word))


def invisible_character(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - a check's signature
    """Find words with a character inside that nobody sees: of no width, or for the direction of writing.

    Where the parts are words and the whole is not, a space was meant. A soft hyphen is none: it is for line breaks.
    """
    for block in reading.blocks:
        for match in _SPLIT.finditer(block.text) if _HIDDEN.search(block.text) else ():
            parts = _HIDDEN.split(match[0])
            whole = "".join(parts)
            apart = not wordlist.is_word(whole.lower()) and all(wordlist.is_word(part.lower()) for part in parts)
            right = " ".join(parts) if apart else whole
            yield Hit(block, match.start(), match.end(), {"right": right}, suggestions=(right,))
