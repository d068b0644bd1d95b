"""A sorted list of words that is searched as it lies in its file, so that it is ready as soon as it is read."""

from bisect import bisect_right
from functools import cached_property

_BLOCK = 512
_FEW = 20_000


class WordTable:
    """Words, one a line in code point order, each with what is said of it after a tab, if anything is.

    The text is cut into blocks and otherwise left alone: one bisection finds a word's block, one search the word in it.
    To make a set or dictionary of the words takes longer than all look-ups of an article, and ten times the memory.
    """

    def __init__(self, text: str) -> None:
        """Take the text of the file; its last line ends like all others."""
        self._blocks = []
        self._left = _FEW
        start = 0
        while start < len(text):
            end = text.find("\n", start + _BLOCK) + 1 or len(text)
            self._blocks.append("\n" + text[start:end])
            start = end

    def __contains__(self, word: str) -> bool:
        """Say whether the word is in a table that says nothing of its words."""
        if not self._left:
            return word in self._words
        self._left -= 1
        return f"\n{word}\n" in self._block(word)

    def get(self, word: str) -> str:
        """Give what the table says of the word; an empty text for a word it has not."""
        block, line = self._block(word), f"\n{word}\t"
        at = block.find(line)
        return block[at + len(line) : block.index("\n", at + len(line))] if at >= 0 else ""

    def _block(self, word: str) -> str:
        """Give the block that holds the word, if any does. A space sorts after tab and line end, before all of a word."""
        number = bisect_right(self._blocks, f"\n{word} ")
        return self._blocks[number - 1] if number else ""

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words as a set, which is worth its making after a few articles: it is ten times as quick."""
        return frozenset("".join(self._blocks).split())
