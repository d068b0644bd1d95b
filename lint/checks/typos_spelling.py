"""Words that are none: a slip away from a word, two words without the space between them, one word broken in two."""

import re
from collections.abc import Iterable, Iterator, Mapping

from lint.annotate import slips, wordlist
from lint.annotate.names_lexicon import TITLES
from lint.annotate.reading import Reading
from lint.annotate.similar import is_swap
from lint.annotate.slips import Meant
from lint.annotate.strangers import Stranger
from lint.model import Severity
from lint.rule import Hit, Option

_GOES_ON = re.compile(r" [a-z]")
_LINKS = r"(?: (?:and|of|for|the|in|on))?"
_NAME_AFTER = re.compile(rf"{_LINKS} (?P<word>[A-Z][a-z]+)\b")
_NAME_BEFORE = re.compile(rf"\b(?P<word>[A-Z][a-z]+)\.?{_LINKS} $")
_NEAR = 40
_FIRST = frozenset(
    "the and of to with is are was were that this for from your their our so we they it has have these those you can "
    "will when".split()
)
_LAST = frozenset("the and of to with is are was were that this for from your their our his as at or they".split())
_PREPOSITIONS = frozenset("as at by for from in into of on to with".split())
_DETERMINERS = frozenset("a an the this that these those my your his her its our their which".split())
_COMMON = 10_000
_FEWEST_LETTERS = 3
_LONG_NAME = 8


def unknown_word(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find words no list knows that are a slip or two away from a word; where it is not clear which, to suggest it.

    `words` are spared.
    """
    for stranger in _not_own(reading, options):
        if stranger.whole or _parted(stranger.lower) or _is_set_off(reading, stranger):
            continue
        lost_its_head = slips.beheaded(stranger.text) if not stranger.start and stranger.text.islower() else Meant()
        meant = lost_its_head if lost_its_head.words else slips.meant(stranger.lower)
        if meant.words and _may_be_meant(reading, stranger, meant):
            severity = None if meant.clear else Severity.SUGGESTION
            yield _hit(stranger, meant.words, severity)


def joined_words(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find words no list knows that are a function word and a frequent word, run together. `words` are spared."""
    for stranger in _not_own(reading, options):
        if not stranger.whole and (stranger.text.islower() or _opens(stranger)) and (right := _parted(stranger.lower)):
            yield _hit(stranger, (right,))


def broken_word(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find a frequent word that a space breaks into two parts, one of which no list knows. `words` are spared."""
    return (_hit(stranger, (stranger.whole,)) for stranger in _not_own(reading, options) if stranger.whole)


def _not_own(reading: Reading, options: Mapping[str, Option]) -> Iterator[Stranger]:
    """Give the strangers of the article that are no house words: one with a capital is spared only with it."""
    spared = options["words"]
    own = frozenset(spared) if isinstance(spared, tuple) else frozenset()
    return (stranger for stranger in reading.strangers if own.isdisjoint((stranger.text, stranger.lower)))


def _hit(stranger: Stranger, words: tuple[str, ...], severity: Severity | None = None) -> Hit:
    values = {"right": words[0]}
    return Hit(stranger.block, stranger.start, stranger.end, values, suggestions=words, severity=severity)


def _may_be_meant(reading: Reading, stranger: Stranger, meant: Meant) -> bool:
    """Say whether the word is a slip, and neither dialect nor a name.

    With a capital only a word that is sure is one, at the start of a sentence or in a title. In quoted speech it must
    stand in a title, or have letters that changed places: nobody says that.
    """
    in_title = meant.sure and _is_in_title(stranger)
    if reading.quoted(stranger.block, stranger.start, stranger.end):
        return in_title or (meant.clear and stranger.text.islower() and is_swap(stranger.lower, meant.words[0]))
    return stranger.text.islower() or in_title or (meant.sure and _opens(stranger))


def _opens(stranger: Stranger) -> bool:
    """Say whether the word has its capital from the sentence it opens: a small word follows, as after a name it may."""
    return stranger.opens and bool(_GOES_ON.match(stranger.block.text, stranger.end))


def _is_in_title(stranger: Stranger) -> bool:
    """Say whether a long word has its capital from a title or the name of a body: a common word beside it has one too.

    After a person's title stands a name.
    """
    text, start = stranger.block.text, stranger.start
    before = _NAME_BEFORE.search(text, max(0, start - _NEAR), start)
    if stranger.text.islower() or len(stranger.text) < _LONG_NAME or (before and before["word"].lower() in TITLES):
        return False
    beside = [match["word"] for match in (before, _NAME_AFTER.match(text, stranger.end)) if match]
    return any(word.lower() in wordlist.ranks() and word.lower() not in TITLES for word in beside)


def _is_set_off(reading: Reading, stranger: Stranger) -> bool:
    """Say whether the source sets the word in italics, as foreign words and terms are."""
    span, text = stranger.block.span(stranger.start, stranger.end), reading.document.source.text
    return bool({text[span.start - 1 : span.start], text[span.end : span.end + 1]} & {"*", "_"})


def _parted(word: str) -> str:
    """Give the two words that were run together, or nothing."""
    cuts = ((word[:cut], word[cut:]) for cut in range(2, len(word) - 1))
    return next((f"{left} {right}" for left, right in cuts if _stand_together(left, right)), "")


def _stand_together(left: str, right: str) -> bool:
    """Say whether a function word and a common word stand side by side so often that a space may be lost."""
    if left in _PREPOSITIONS and right in _DETERMINERS and len(right) >= _FEWEST_LETTERS:
        return True
    if left in _FIRST and len(right) >= _FEWEST_LETTERS and wordlist.ranks().get(right, _COMMON) < _COMMON:
        return True
    return right in _LAST and len(left) >= _FEWEST_LETTERS and wordlist.ranks().get(left, _COMMON) < _COMMON
