"""Acronyms: where they are defined (“World Health Organization (WHO)”), with what words, and where they are used."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lint.document import Block

SMALL_WORDS = frozenset("of the and for in on to a an at by with from de la du des et und für der & or as".split())
"""Words whose initials an acronym leaves out."""

_BRACKETS = re.compile(r"[(\[]([A-Z][A-Za-z&]{1,9})[)\]]")
_USE = re.compile(r"(?<![\w.@#/-])([A-Z]{2,8})(?:s|['’]s)?(?![\w@-])")
_WORD = re.compile(r"[^\W_](?:[\w&]|['’](?=\w))*")
_BREAK = re.compile(r"[.;:!?(){}\[\]\ufffc\n|•]")
_LONGEST = 12
_REACH = 160


@dataclass(frozen=True, slots=True)
class Term:
    """A word of an expansion: its text without a possessive ending, and prose offsets, half-open."""

    text: str
    start: int
    end: int

    @property
    def small(self) -> bool:
        """Say whether the word's initial does not count."""
        return self.text.lower() in SMALL_WORDS


@dataclass(frozen=True, slots=True)
class Definition:
    """An acronym in brackets, its prose offsets, and the words before it, at most twelve, that may spell it out."""

    block: Block
    acronym: str
    start: int
    end: int
    before: tuple[Term, ...]

    @property
    def letters(self) -> str:
        """The capitals of the acronym."""
        return "".join(filter(str.isupper, self.acronym))

    @property
    def expansion(self) -> tuple[Term, ...]:
        """The words that spell the acronym out, initial by initial; empty where none do."""
        for first in range(len(self.before) - 1, -1, -1):
            words = self.before[first:]
            if not words[0].small and self.letters.upper() in (initials(words), initials(words, small=True)):
                return words
        return ()

    @property
    def name(self) -> tuple[Term, ...]:
        """The capitalised words right before the brackets, small words between them included."""
        words: list[Term] = []
        for word in reversed(self.before):
            if not (word.text[0].isupper() or word.small):
                break
            words.append(word)
        while words and words[-1].small:
            words.pop()
        return tuple(reversed(words))

    @property
    def loose(self) -> bool:
        """Say whether the letters occur in order in the name, initials or not (XML, Extensible Markup Language)."""
        return _in_order(self.letters, self.name)


@dataclass(frozen=True, slots=True)
class Use:
    """An acronym in the prose, plural and possessive endings left out: prose offsets, half-open."""

    block: Block
    acronym: str
    start: int
    end: int


def definitions(blocks: Sequence[Block]) -> Iterator[Definition]:
    """Give every bracketed acronym that stands after words, in order."""
    for block in blocks:
        for match in _BRACKETS.finditer(block.text):
            acronym = match[1].removesuffix("s")
            if sum(map(str.isupper, acronym)) * 2 > len(acronym) > 1 and (before := _before(block.text, match.start())):
                yield Definition(block, acronym, match.start(1), match.start(1) + len(acronym), before)


def uses(blocks: Sequence[Block]) -> Iterator[Use]:
    """Give every word in capitals of two to eight letters, in order; lines set all in capitals are left out."""
    for block in blocks:
        if not block.text.isupper():
            yield from (Use(block, match[1], match.start(1), match.end(1)) for match in _USE.finditer(block.text))


def initials(words: Sequence[Term], *, small: bool = False) -> str:
    """Give the initials of the words in capitals, those of small words only if asked for."""
    return "".join(word.text[0] for word in words if small or not word.small).upper()


def _before(text: str, end: int) -> tuple[Term, ...]:
    low = max(0, end - _REACH)
    for stop in _BREAK.finditer(text, low, end):
        if stop.group() != "." or text[stop.end() : stop.end() + 1].isspace():
            low = stop.end()
    if low and low == end - _REACH:
        low = text.find(" ", low, end) + 1
    words = [
        Term(re.sub(r"['’]s?$", "", match.group()), match.start(), match.end())
        for match in _WORD.finditer(text, low, end)
    ]
    return tuple(words[-_LONGEST:])


def _in_order(letters: str, words: Sequence[Term]) -> bool:
    joined = "".join(word.text for word in words).lower()
    at = 0
    for letter in letters.lower():
        at = joined.find(letter, at) + 1
        if not at:
            return False
    return True
