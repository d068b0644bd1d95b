"""Nouns that attribute: “critics' claim that …”, “in the view of Doe”, “accusations from the opposition”."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lint.annotate import clauses, english, genders, sources, speakers, speech
from lint.annotate.speakers import SourceClass
from lint.annotate.speech import Act

if TYPE_CHECKING:
    from lint.annotate.clauses import Sentence
    from lint.annotate.speakers import Source

_CLAIMS = frozenset(
    "claim claims argument arguments allegation allegations assertion assertions contention accusation accusations suggestion "
    "suggestions complaint complaints belief view warning warnings prediction predictions insistence conclusion assurance "
    "assurances charge charges statement testimony admission observation opinion conviction".split()
)
"""Nouns behind which “that” tells what somebody says or holds."""

_VIEWS = frozenset("view opinion words judgment judgement eyes estimation telling reading phrase account".split())
"""Nouns of “in the … of somebody”."""

_JUDGEMENTS = frozenset(
    "criticism accusations allegations claims complaints condemnation outrage scepticism skepticism backlash warnings praise "
    "denunciation denunciations objections opposition".split()
)
"""Nouns behind which “from” or “by” tells who judges."""

_SAYINGS = frozenset(
    "answer answers reply response message verdict advice motto words statement comment comments conclusion explanation question "
    "warning plea promise slogan remark remarks reaction argument point view opinion refrain mantra".split()
)
"""Nouns that, before a colon, announce their owner's words."""

_FIRST_WORDS = 12
_NOUNS = _CLAIMS | _VIEWS | _JUDGEMENTS
_OWNING = english.POSSESSIVES - {"whose"}


@dataclass(frozen=True, slots=True)
class NominalCue:
    """A noun that attributes: the words of the cue (half-open), whose it is, and what it says that somebody did."""

    first: int
    end: int
    source: Source | None
    act: Act


def find(sentence: Sentence, index: int) -> NominalCue | None:
    """Give the attribution that the noun at word `index` makes; None where it is an ordinary noun."""
    lower = sentence.lowers[index]
    if lower not in _NOUNS:
        return None
    if lower in _VIEWS and (found := _in_view(sentence, index)):
        return found
    following = sentence.lowers[index + 1] if index + 1 < len(sentence.words) and sentence.plain(index + 1) else ""
    if lower in _CLAIMS and following == "that":
        return _with_that(sentence, index)
    if lower in _JUDGEMENTS and following in ("from", "by"):
        source = sources.after(sentence, index + 2)
        return NominalCue(index, index + 1, source, Act.JUDGE) if source else None
    return None


def owner_of_words(sentence: Sentence, end: int) -> Source | None:
    """Give whose words follow a noun that stands before word `end`: “Doe's answer was short:”, “Her message to them:”."""
    for index in range(min(end, _FIRST_WORDS)):
        if sentence.lowers[index] in _SAYINGS and not sentence.quoted[index]:
            owner = possessor(sentence, index)
            return owner[1] if owner else None
    return None


def _in_view(sentence: Sentence, index: int) -> NominalCue | None:
    """Give “in the view of Doe” and “in Doe's view”."""
    following = sentence.lowers[index + 1 : index + 2]
    if following == ("of",) and sentence.lowers[max(0, index - 2) : index] == ("in", "the"):
        source = sources.after(sentence, index + 2)
        return NominalCue(index - 2, index + 2, source, Act.HOLD) if source else None
    owner = possessor(sentence, index)
    if owner is None or owner[1] is None or owner[0] == 0:
        return None
    start = owner[0]
    is_view = sentence.lowers[start - 1] in ("in", "to") and sentence.words[start].start <= owner[1].start
    return NominalCue(index, index + 1, owner[1], Act.HOLD) if is_view else None


def _with_that(sentence: Sentence, index: int) -> NominalCue | None:
    """Give “Doe's claim that …” with its owner, “the claim that …” with none."""
    owner = possessor(sentence, index)
    if owner:
        return NominalCue(index, index + 2, owner[1], Act.SAY)
    start = index
    while start > 0 and index - start < 3 and _describes(sentence, start - 1):
        start -= 1
    has_article = start > 0 and sentence.lowers[start - 1] in ("the", "this", "these", "those")
    return NominalCue(index, index + 2, None, Act.SAY) if has_article else None


def possessor(sentence: Sentence, index: int) -> tuple[int, Source | None] | None:
    """Give where the possessor of a noun begins, and its source; the source is None for “their”."""
    at = index
    while at > 0 and index - at < 3 and _describes(sentence, at - 1):
        at -= 1
    if at == 0:
        return None
    before = sentence.lowers[at - 1]
    if before in _OWNING:
        return at - 1, _pronoun(sentence, at - 1)
    plural = before.endswith("s") and sentence.gaps[at].strip() in ("'", "’")
    end = at - 1 if before == "'s" else at if plural else 0
    found = sources.ending(sentence, end, clauses.phrase_start(sentence, end - 1)) if end else None
    return (bisect_right(sentence.words, found.start, key=lambda word: word.end), found) if found else None


def _pronoun(sentence: Sentence, index: int) -> Source | None:
    """Give the source of “his” and “her”; “their” and “its” stand for nobody who is known here."""
    if sentence.lowers[index] not in genders.PRONOUNS:
        return None
    return replace(speakers.spanning(sentence, SourceClass.NAMED, index, index + 1), pronoun=True)


def _describes(sentence: Sentence, index: int) -> bool:
    lower = sentence.lowers[index]
    closed = lower in english.READINGS or lower == "'s" or speech.is_adverb(lower)
    return sentence.plain(index + 1) and not closed and not sentence.words[index].text[:1].isupper()
