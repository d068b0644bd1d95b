"""National spellings of English: in which of them a word is right, and how the others write it."""

from functools import cache
from typing import NamedTuple

from lint.annotate import wordlist
from lint.annotate.wordtable import WordTable
from lint.model import Spelling

LETTERS = {
    Spelling.AMERICAN: "a", Spelling.BRITISH: "b", Spelling.OXFORD: "o", Spelling.CANADIAN: "c", Spelling.AUSTRALIAN: "u",
}  # fmt: skip
"""How the table writes them."""


class National(NamedTuple):
    """Where a word is right, and what is written elsewhere."""

    spellings: frozenset[Spelling]
    elsewhere: str


def national(word: str) -> National | None:
    """Give what is known of a word in lower case; None for one that is spelt alike everywhere."""
    letters, _, elsewhere = _table().get(word).partition("\t")
    if not letters:
        return None
    return National(frozenset(spelling for spelling, letter in LETTERS.items() if letter in letters), elsewhere)


@cache
def _table() -> WordTable:
    return WordTable(wordlist.read("spellings.txt"))
