"""Words as numbers: WordPiece of an uncased vocabulary (BERT's). Repeats the package `tokenizers` exactly.

Written out because words are cut already, one by one: a table of what was cut makes it as fast, and nothing is needed for it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

PADDING, UNKNOWN, START, END = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
LONGEST = 100
"""Letters of a word; a longer one is unknown."""
MOST = 510
"""Pieces of a sentence; words behind are not read."""
LOWER, TITLE, UPPER, MIXED = range(4)
_REMEMBERED = 50_000


class Row(NamedTuple):
    """A sentence as numbers: its pieces, how each is written, and at which piece each word begins."""

    pieces: list[int]
    cases: list[int]
    first: list[int]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The vocabulary: piece to number, padding 0. Remembers the words it has cut, some fifty thousand."""

    numbers: Mapping[str, int]
    known: dict[str, tuple[int, ...]] = field(default_factory=dict)

    @classmethod
    def read(cls, text: str) -> Pieces:
        """Take a vocabulary, one piece a line."""
        return cls({piece: number for number, piece in enumerate(text.rstrip("\n").split("\n"))})

    def of(self, word: str) -> tuple[int, ...]:
        """Give the numbers of a word's pieces, at least one."""
        cut = self.known.get(word)
        if cut is None:
            if len(self.known) >= _REMEMBERED:
                self.known.clear()
            parts = [number for part in split(plain(word)) for number in self.cut(part)]
            cut = self.known[word] = tuple(parts) or (self.numbers[UNKNOWN],)
        return cut

    def cut(self, part: str) -> list[int]:
        """Cut a string without marks into its longest pieces from the left, or give it up as unknown."""
        numbers: list[int] = []
        start = 0
        while start < len(part) <= LONGEST:
            mark = "##" if start else ""
            end = next((e for e in range(len(part), start, -1) if mark + part[start:e] in self.numbers), 0)
            if not end:
                return [self.numbers[UNKNOWN]]
            numbers.append(self.numbers[mark + part[start:end]])
            start = end
        return numbers or [self.numbers[UNKNOWN]]

    def row(self, sentence: Iterable[str]) -> Row:
        """Give a sentence as numbers, as far as it is read."""
        parts, cases, first = [self.numbers[START]], [LOWER], []
        for word in sentence:
            own = self.of(word)
            if len(parts) + len(own) >= MOST:
                break
            first.append(len(parts))
            parts.extend(own)
            cases.extend([case(word)] * len(own))
        return Row([*parts, self.numbers[END]], [*cases, LOWER], first)


def case(word: str) -> int:
    """Give how a word is written: without capitals, with one at its start, all capitals, or otherwise."""
    if word == word.lower():
        return LOWER
    if word[1:] == word[1:].lower():
        return TITLE
    return UPPER if word == word.upper() else MIXED


def plain(word: str) -> str:
    """Give a word in lower case without accents."""
    return "".join(sign for sign in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(sign) != "Mn")


def split(word: str) -> list[str]:
    """Cut a word at its marks, each a part of its own."""
    parts, start = [], 0
    for place, sign in enumerate(word):
        if is_mark(sign):
            parts += [word[start:place], sign]
            start = place + 1
    return [part for part in (*parts, word[start:]) if part]


def is_mark(sign: str) -> bool:
    """Say whether a sign is punctuation: what Unicode says, and every ASCII sign that is no letter or digit."""
    return unicodedata.category(sign).startswith("P") or (sign.isascii() and sign.isprintable() and not sign.isalnum())
