"""Runs of capitalised words: the raw material of names.

A word is capitalised for a reason that is a name, or because it begins a sentence or stands in a title set in capitals.
What tells them apart is the rest of the article: the same word in lower case, or with a capital amid a sentence.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lint.annotate import english, lexicon, names_lexicon
from lint.annotate.given_names import GIVEN_NAMES
from lint.document import DISPLAY, Block
from lint.model import Span

LONGEST_WORD = 40
"""No name is longer, in code points; what is longer is no word."""

_NAMES = GIVEN_NAMES | names_lexicon.TITLES
_MARKS = r"\u0300-\u036f"
"""Accents that stand behind their letter as characters of their own."""
_LOWER = re.compile(rf"(?<![\w{_MARKS}'’-])[a-zß-öø-ÿ](?:[\w{_MARKS}]|['’-](?=\w))*")
_TOKEN = re.compile(
    r"(?<!\w)(?:(?:[A-Z]\.){2,6}(?!\w)"
    rf"|(?:{'|'.join(sorted(names_lexicon.PARTICLES))})(?![\w'’-])"
    rf"|(?:(?:al|el|an|ar|as|ash|at|ul)-|[dl]['’])?[^\W\d_a-zß-öø-ÿ](?:[\w{_MARKS}]|['’‘ʻ-](?=\w))*)"
)
_LETTER = re.compile(r"[^\W_]")
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$", re.IGNORECASE)
_CONTRACTION = re.compile(r"['’](?:re|ve|ll|d|m|t)$", re.IGNORECASE)
_OPENERS = "\"“‘'([{«„—–:;•*|…/\ufffc"
_INITIAL = re.compile(r"[A-Z]\.")
_TECHNICAL_BEFORE = tuple("@#_\\.&~$")
_TECHNICAL_AFTER = tuple("@_\\=")
_SUFFIX_GAPS = (", ", ",\u00a0")


class NameWord(NamedTuple):
    """A word of a name, possessive ending left out: its text and prose offsets, half-open."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        """The word in lower case with straight apostrophes."""
        return lexicon.straight(self.text)


class Token(NamedTuple):
    """A capitalised word or a particle, and what its surroundings say of it.

    `weak`: its place alone may be the reason of its capital. `initial`: one capital and a stop. `technical`: it belongs
    to an address, a handle, a file name or the like.
    """

    word: NameWord
    capital: bool
    weak: bool
    initial: bool
    possessive: bool
    technical: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words that stand together, particles between them included, and the block they stand in."""

    block: Block
    words: tuple[NameWord, ...]
    possessive: bool
    weak: bool


@dataclass(frozen=True, slots=True)
class Capitals:
    """All runs of an article in order, and how often each word form occurs: amid sentences, and in lower case.

    `title_case` holds the display lines set in capitals, where a capital means nothing.
    """

    runs: tuple[Run, ...]
    firm: Counter[str]
    lower: Counter[str]
    title_case: frozenset[Block]


def find(blocks: Sequence[Block], sentences: Callable[[Block], tuple[Span, ...]]) -> Capitals:
    """Give the capitalised runs of the blocks; `sentences` gives a block's sentences as prose offsets."""
    title_case = frozenset(block for block in blocks if block.kind in DISPLAY and _is_title_case(block.text))
    lower: Counter[str] = Counter()
    tokens = {block: _tokens(block, sentences(block), lower, weak=block in title_case) for block in blocks}
    firm = Counter(t.word.text for found in tokens.values() for t in found if t.capital and not t.weak)
    runs = tuple(run for block in blocks for run in _runs(block, tokens[block], firm, lower))
    return Capitals(runs, firm, lower, title_case)


def _tokens(block: Block, sentences: Sequence[Span], lower: Counter[str], *, weak: bool) -> list[Token]:
    """Give the capitalised words and the particles of the block; count its words in lower case in `lower`."""
    text = block.text
    lower.update(_LOWER.findall(text))
    starts = {match.start() for span in sentences if (match := _LETTER.search(text, span.start, span.end))}
    return [_token(text, match, weak=weak or match.start() in starts) for match in _TOKEN.finditer(text)]


def _token(text: str, match: re.Match[str], *, weak: bool) -> Token:
    start, whole = match.start(), match.group()
    bare = _POSSESSIVE.sub("", whole)
    end = start + len(bare)
    possessive = bare != whole or (whole[-1] == "s" and text[match.end() : match.end() + 1] in ("'", "’"))
    capital = any(map(str.isupper, whole[:4]))
    return Token(
        word=NameWord(bare, start, end),
        capital=capital,
        weak=weak or _follows_opener(text, start),
        initial=capital and len(whole) == 1 and text.startswith(".", end),
        possessive=possessive,
        technical=_is_technical(text, match),
    )


def _follows_opener(text: str, start: int) -> bool:
    at = start - 1
    while at >= 0 and text[at].isspace():
        at -= 1
    return at < 0 or text[at] in _OPENERS


def _is_technical(text: str, match: re.Match[str]) -> bool:
    """Say whether the word belongs to an address, a handle, a file name or the like, or is too long for a word."""
    start, end = match.span()
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if end - start > LONGEST_WORD or after.startswith(_TECHNICAL_AFTER):
        return True
    if end - start > 1 and after[:1] == "." and after[1:].isalnum():
        return True
    return before.endswith(_TECHNICAL_BEFORE) and not _INITIAL.match(before)


def _is_title_case(text: str) -> bool:
    """Say whether a display line is set in capitals, so that a capital in it means nothing."""
    long = [word for word in text.split() if len(word) > 3]
    return sum(word.lstrip(_OPENERS)[:1].isupper() for word in long) * 10 > 6 * len(long)


def _runs(block: Block, tokens: Sequence[Token], firm: Counter[str], lower: Counter[str]) -> Iterator[Run]:
    current: list[Token] = []
    for token in tokens:
        if not current or not _joins(block.text, current[-1], token):
            yield from _run(block, current)
            current = []
        if _is_name(token, firm, lower) or (current and not token.capital):
            current.append(token)
        else:
            yield from _run(block, current)
            current = []
    yield from _run(block, current)


def _run(block: Block, tokens: list[Token]) -> Iterator[Run]:
    while tokens and not tokens[-1].capital:
        tokens.pop()
    if tokens:
        words = tuple(token.word for token in tokens)
        yield Run(block, words, tokens[-1].possessive, tokens[0].weak)


def _joins(text: str, last: Token, token: Token) -> bool:
    gap = text[last.word.end : token.word.start]
    if last.possessive or token.technical:
        return False
    if gap in (" ", "\u00a0"):
        return True
    if gap in (". ", ".\u00a0", "."):
        return len(last.word.text) == 1 or last.word.lower in names_lexicon.ABBREVIATED
    return gap in _SUFFIX_GAPS and token.word.lower in names_lexicon.SUFFIXES and token.word.text[0].isupper()


def _is_name(token: Token, firm: Counter[str], lower: Counter[str]) -> bool:
    """Say whether the word's capital means a name."""
    word = token.word
    if not token.capital or token.technical or _CONTRACTION.search(word.text):
        return False
    if token.initial:
        return True
    if word.lower in english.READINGS or word.lower in names_lexicon.CALENDAR:
        return False
    if not token.weak or firm[word.text] or word.lower in _NAMES:
        return True
    return lower[word.lower] == 0 and not lexicon.readings(word.text)
