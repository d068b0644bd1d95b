"""Words that are none: a slip away from a word, two words without the space between them, one word broken in two."""

import re
from collections.abc import Iterable, Iterator, Mapping

from lint.annotate import lexicon, parting, slips, wordlist
from lint.annotate.names_lexicon import TITLES
from lint.annotate.reading import Reading
from lint.annotate.similar import is_swap
from lint.annotate.slips import Meant
from lint.annotate.strangers import Stranger
from lint.model import Severity
from lint.rule import Hit, Option, words_option

_GOES_ON = re.compile(r" [a-z]")
_LINKS = r"(?: (?:and|of|for|the|in|on))?"
_NAME_AFTER = re.compile(rf"{_LINKS} (?P<word>[A-Z][a-z]+)\b")
_NAME_BEFORE = re.compile(rf"\b(?P<word>[A-Z][a-z]+)\.?{_LINKS} $")
_NEAR = 40
_SMALL_AND_CAPITAL = re.compile(
    r"(?<![^\s(“\"])(?P<left>the|of|and|with|from|for)(?P<right>[A-Z][a-z]{3,})(?![^\s,;:.!?)”\"’])"
)
_LONG_NAME = 8


def unknown_word(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find words no list knows that are a slip or two away from a word; where it is not clear which, to suggest it.

    `words` are spared.
    """
    for stranger in _not_own(reading, options):
        if stranger.whole or parting.parted(stranger.lower) or _is_set_off(reading, stranger):
            continue
        lost_its_head = slips.beheaded(stranger.text) if not stranger.start and stranger.text.islower() else Meant()
        meant = lost_its_head if lost_its_head.words else slips.meant(stranger.lower)
        if meant.words and _may_be_meant(reading, stranger, meant):
            severity = None if meant.clear else Severity.SUGGESTION
            yield _hit(stranger, meant.words, severity)


def joined_words(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find words no list knows that are two words, run together. `words` are spared."""
    for stranger in _not_own(reading, options):
        plural = lexicon.readings(stranger.lower.removesuffix("s")) & {"NN", "VBG"}
        right = "" if stranger.whole or plural else parting.parted(stranger.text)
        if right and (stranger.text.islower() or (_opens(stranger) and parting.begins_with_small_word(right))):
            yield _hit(stranger, (right,))


def joined_name(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - a check
    """Find a small word run together with the frequent word after it, which has its capital: “theCity”."""
    for block in reading.blocks:
        for match in _SMALL_AND_CAPITAL.finditer(block.text):
            if wordlist.is_frequent(match["right"].lower()):
                right = f"{match['left']} {match['right']}"
                yield Hit(block, match.start(), match.end(), {"right": right}, suggestions=(right,))


def broken_word(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find a frequent word that a space breaks into two parts, one of which no list knows. `words` are spared."""
    return (_hit(stranger, (stranger.whole,)) for stranger in _not_own(reading, options) if stranger.whole)


def _not_own(reading: Reading, options: Mapping[str, Option]) -> Iterator[Stranger]:
    """Give the strangers of the article that are no house words: one with a capital is spared only with it."""
    own = words_option(options, "words")
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
