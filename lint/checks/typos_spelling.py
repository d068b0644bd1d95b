"""Words that are none: one letter away from a frequent word, or two words without the space between them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from string import ascii_lowercase

from lint.annotate import wordlist
from lint.annotate.abbreviations import TITLES
from lint.annotate.derivation import is_derived
from lint.annotate.reading import Reading
from lint.document import Block
from lint.rule import Hit, Option

_TOKEN = re.compile(r"(?<![^\s(“\"‘\[—–-])[A-Za-z][a-z]{4,30}(?![^\s,;:.!?)”\"’\]—–-])(?![.:]\w)(?!’\w)")
_SENTENCE_START = re.compile(r"(?:^|(?P<word>\w*)[.!?…:][\"”’)]?) ?[\"“‘(]?$")
_GOES_ON = re.compile(r" [a-z]")
_FIRST = frozenset(
    "the and of to with is are was were that this for from your their our so we they it has have these those you can "
    "will when".split()
)
_LAST = frozenset("the and of to with is are was were that this for from your their our his as at or they".split())
_FEWEST_LETTERS = 3
_SOME_TIMES = 2
_RARE = 60_000
_LONG = 9
_COMMON_SLIP = 6
_SAFER = 3
_LONG_PART = 7
_LONGEST_TITLE = 10


def unknown_word(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find words no list knows that are one slip away from one of the `ranks` most frequent words, and from no other.

    The next candidate must be `lead` times rarer. `words` are spared.
    """
    most, lead = int(str(options["ranks"])), int(str(options["lead"]))
    for block, match in _strangers(reading, options["words"]):
        right = _intended(match[0], most, lead)
        if right and not _is_set_off(reading, block, match.start(), match.end()):
            yield Hit(block, match.start(), match.end(), {"right": right}, suggestions=(right,))


def joined_words(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find words no list knows that are a function word and one of the `ranks` most frequent words, run together.

    `words` are spared.
    """
    for block, match in _strangers(reading, options["words"]):
        right = _parted(match[0].lower(), int(str(options["ranks"])))
        if right:
            yield Hit(block, match.start(), match.end(), {"right": right}, suggestions=(right,))


def _strangers(reading: Reading, spared: Option) -> Iterator[tuple[Block, re.Match[str]]]:
    """Give the words of the blocks that no list knows.

    Left out: what the article uses like words or names of its own, and what stands beside another such word, as words
    of another language do.
    """
    own = frozenset(spared) if isinstance(spared, tuple) else frozenset()
    unlisted = [
        (block, match)
        for block in reading.blocks
        for match in _TOKEN.finditer(block.text)
        if not wordlist.is_word(match[0].lower()) and match[0].lower() not in own
    ]
    times = Counter(match[0].lower() for _, match in unlisted)
    foreign = {(block, place) for block, match in unlisted for place in (match.start() - 1, match.end() + 1)}
    for block, match in unlisted:
        alone = (block, match.start()) not in foreign and (block, match.end()) not in foreign
        if alone and _may_be_misspelt(block.text, match, times[match[0].lower()]):
            yield block, match


def _may_be_misspelt(text: str, match: re.Match[str], times: int) -> bool:
    """Say whether the word is no name and no part of a short compound: a capital only where a sentence begins."""
    start, end = match.span()
    bare = match[0].islower() and "-" not in (text[start - 1 : start], text[end : end + 1])
    if not bare and end - start < _LONG_PART:
        return False
    if match[0].islower():
        return times <= _SOME_TIMES
    opens = _SENTENCE_START.search(text, max(0, start - _LONGEST_TITLE), start)
    return times == 1 and bool(opens and (opens["word"] or "").lower() not in TITLES and _GOES_ON.match(text, end))


def _is_set_off(reading: Reading, block: Block, start: int, end: int) -> bool:
    """Say whether the source sets the word in italics, as foreign words and terms are."""
    span, text = block.span(start, end), reading.document.source.text
    return bool({text[span.start - 1 : span.start], text[span.end : span.end + 1]} & {"*", "_"})


def _parted(word: str, most: int) -> str:
    """Give the two words that were run together, or nothing."""
    ranks = wordlist.ranks()
    for cut in range(2, len(word) - 1):
        left, right = word[:cut], word[cut:]
        if left in _FIRST and len(right) >= _FEWEST_LETTERS and ranks.get(right, most) < most:
            return f"{left} {right}"
        if right in _LAST and len(left) >= _FEWEST_LETTERS and ranks.get(left, most) < most:
            return f"{left} {right}"
    return ""


def _intended(word: str, most: int, lead: int) -> str:
    """Give the one word that a slip of the hand turns into the word, or nothing.

    It is among the `most` frequent words and `lead` times as likely as the next, or a long word has no other neighbour.
    """
    bare = word.islower()
    word, most = word.lower(), most if bare else most // _SAFER
    near = sorted((_rank(word, other), other) for other in set(_neighbours(word)) if wordlist.is_listed(other))
    if not near or is_derived(word) or _parted(word, most):
        return ""
    best, *others = near
    if others:
        return best[1] if best[0] < most and others[0][0] >= lead * best[0] else ""
    return best[1] if best[0] < most or (len(word) >= _LONG and bare) else ""


def _rank(word: str, other: str) -> int:
    """Give the rank of a word, better where only the order or the doubling of letters was missed."""
    rank = wordlist.ranks().get(other, _RARE)
    return rank // _COMMON_SLIP if _undoubled(word) == _undoubled(other) or sorted(word) == sorted(other) else rank


def _undoubled(word: str) -> str:
    return "".join(letter for letter, before in zip(word, " " + word, strict=False) if letter != before)


def _neighbours(word: str) -> Iterator[str]:
    """Give all forms one slip away that begin with the same letter, or with the first two letters swapped."""
    yield word[1] + word[0] + word[2:]
    for i in range(1, len(word) + 1):
        left, right = word[:i], word[i:]
        yield from (left + letter + right for letter in ascii_lowercase)
        if right:
            yield left + right[1:]
            yield from (left + letter + right[1:] for letter in ascii_lowercase)
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]
