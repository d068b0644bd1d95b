"""The strangers of an article: words that no list knows, which may be slips, and those that are the author's own."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from lint.annotate import wordlist
from lint.annotate.abbreviations import TITLES
from lint.document import Block

LONGEST = 31
"""So many letters a word has at most; what is longer is no word, and costs nothing."""

MOST = 5_000
"""So many strangers are looked at in one text; no article has as many."""

_LETTERS = re.compile(r"[A-Za-z]+")
_TOKEN = re.compile(
    r"(?<![^\s(“\"‘\[—–-])(?<!\w\[)[A-Za-z][a-z]{2,30}(?![^\s,;:.!?)”\"’'\]—–-])(?![.:]\w)(?!['’](?!s\b)\w)"
)
_SENTENCE_START = re.compile(r"(?:^|(?P<word>\w*)[.!?…:][\"”’)]?) {0,2}[\"“‘(]?$")
_PART_BEFORE = re.compile(r"(?<![^\s(“\"‘])[A-Za-z][a-z]* $")
_PART_AFTER = re.compile(r" [a-z]+(?![\w’'-])")
_LONGEST_TITLE = 10
_SOME_TIMES = 2
_LONG_PART = 7
_A_FEW, _SHARE = 4, 5


class Stranger(NamedTuple):
    """A word that no list knows: its text and prose offsets, half-open; whether it opens a sentence with its capital.

    `whole` is the frequent word that a space has broken, where the stranger is a part of one; it then stands for both.
    """

    block: Block
    start: int
    end: int
    text: str
    opens: bool = False
    whole: str = ""

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()


def find(blocks: Iterable[Block]) -> tuple[Stranger, ...]:
    """Give the strangers that may be slips, in order.

    Left out are the author's own words: used more than twice, or also written as a name; words beside another stranger,
    as words of another language stand; and blocks where a fifth of the words is strange, which are not in English.
    """
    known: dict[str, bool] = {}
    found = [(block, matches) for block in blocks if (matches := _unlisted(block, known))]
    times = Counter(match[0].lower() for _, matches in found for match in matches)
    strangers = [
        stranger
        for block, matches in found
        if not _is_foreign(block, matches)
        for stranger in _strangers(block, matches)
    ]
    names = {stranger.lower for stranger in strangers if stranger.text[0].isupper() and not stranger.opens}
    slips = (stranger for stranger in strangers if _may_be_a_slip(stranger, times[stranger.lower], names))
    return tuple(islice(slips, MOST))


def _unlisted(block: Block, known: dict[str, bool]) -> list[re.Match[str]]:
    """Give the words of the block that no list knows. What is known of a word is kept in `known`."""
    words = set(_LETTERS.findall(block.text))
    new = {word.lower() for word in words if len(word) <= LONGEST}.difference(known)
    known.update((word, wordlist.is_word(word)) for word in new)
    if all(known.get(word.lower(), True) for word in words):
        return []
    return [match for match in _TOKEN.finditer(block.text) if not known[match[0].lower()]]


def _is_foreign(block: Block, matches: Sequence[re.Match[str]]) -> bool:
    return len(matches) >= _A_FEW and len(matches) * _SHARE >= len(_LETTERS.findall(block.text))


def _strangers(block: Block, matches: Sequence[re.Match[str]]) -> Iterator[Stranger]:
    """Give the words with no other one beside them, and those that are parts of one word."""
    starts, ends = {match.start() for match in matches}, {match.end() for match in matches}
    past = 0
    for match in matches:
        if broken := _whole(block, match.start(), match.end()):
            if broken.start >= past:
                yield broken
            past = broken.end
        elif match.start() - 1 not in ends and match.end() + 1 not in starts:
            yield _stranger(block, match)


def _whole(block: Block, start: int, end: int) -> Stranger | None:
    """Give the frequent word that a stranger and the word after or before it make."""
    text = block.text
    after = _PART_AFTER.match(text, end, end + LONGEST)
    before = _PART_BEFORE.search(text, max(0, start - LONGEST), start)
    for first, last in ((start, after.end() if after else end), (before.start() if before else start, end)):
        parts = text[first:last]
        whole = parts.replace(" ", "")
        if " " in parts and wordlist.is_frequent(whole.lower()) and whole[1:].islower():
            return Stranger(block, first, last, parts, whole=whole.lower())
    return None


def _stranger(block: Block, match: re.Match[str]) -> Stranger:
    text, (start, end) = block.text, match.span()
    opens = _SENTENCE_START.search(text, max(0, start - _LONGEST_TITLE), start) if match[0][0].isupper() else None
    return Stranger(block, start, end, match[0], bool(opens and (opens["word"] or "").lower() not in TITLES))


def _may_be_a_slip(stranger: Stranger, times: int, names: set[str]) -> bool:
    """Say whether the word is nobody's own: rare, no name, no part of a short compound."""
    text, start, end = stranger.block.text, stranger.start, stranger.end
    in_compound = "-" in (text[start - 1 : start], text[end : end + 1])
    if stranger.whole:
        return True
    if in_compound and end - start < _LONG_PART:
        return False
    if stranger.text.islower():
        return times <= _SOME_TIMES and stranger.lower not in names
    return times == 1
