"""Vague groups wider than `groups`: people who are only counted, described or pointed at, as “many residents”."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from lint.annotate import attitudes, english, groups, lexicon, places, roles, sources, speakers
from lint.annotate.roles import Family
from lint.annotate.speakers import Source, SourceClass

if TYPE_CHECKING:
    from lint.annotate.clauses import Sentence

_COUNTING = roles.QUANTIFIERS - frozenset("group handful number string host array wave parade slew others".split())
_ANYBODY = frozenset("nobody everybody everyone".split())
_GROUPS = roles.GROUPS.keys() | roles.COUNTED_GROUPS.keys() | attitudes.FIGURES | attitudes.PERSONS
SIGNS = _GROUPS | roles.QUANTIFIERS | _ANYBODY | {"those", "one"}
"""Words one of which stands in every sentence that holds a vague group."""

_CLOSED = english.DETERMINERS | english.POSSESSIVES | {"'s", "world", "few"}
"""Words that tell which people are meant."""

_POINTING = frozenset("the these those this that both".split())
_LEADING = english.DETERMINERS | english.POSSESSIVES | english.SUBORDINATORS | {"to", "and", "or"}
_SOME = roles.BARE | {"those", "people"}
_THOSE = frozenset("who familiar close in on at with opposed involved affected".split())
"""Words that make “those” a group of its own."""

_HEAD_WITHIN = 6
_CLAUSE = 12


def vague(sentence: Sentence, source: Source | None) -> Source | None:
    """Give the source where it is a vague group, one that is only described among them; None for any other."""
    if source is None or source.kind is SourceClass.VAGUE:
        return source
    if source.pronoun or source.document:
        return None
    if source.family:
        return replace(source, kind=SourceClass.VAGUE, family=Family.PEOPLE) if _is_loose(sentence, source) else None
    first, end = (bisect_left(sentence.words, at, key=lambda word: word.start) for at in (source.start, source.end))
    while first and sentence.plain(first) and sentence.lowers[first - 1] in _COUNTING:
        first -= 1
    is_nation = source.name.endswith("s") and first + 1 < end and sentence.lowers[end - 2] in _COUNTING
    if source.name and not is_nation:
        return None
    anybody = is_anybody(sentence, source) and not (first and sentence.lowers[first - 1] == "not")
    if not (is_nation or anybody or _is_counted(sentence, first, end)):
        return None
    return replace(speakers.spanning(sentence, SourceClass.VAGUE, first, end), family=Family.PEOPLE)


def _is_loose(sentence: Sentence, source: Source) -> bool:
    """Say whether what ties a group to somebody tells only whom it is for or against: “Falk supporters”, “the critics”."""
    words = sentence.block.text[source.start : source.end].split()
    lowers = [word.lower() for word in words]
    head = next((at for at, word in enumerate(lowers) if word in roles.GROUPS), 0)
    if lowers[0] == "the":
        return head == 1 and len(words) == head + 1 and lowers[head] in attitudes.ANYWHERE
    sides = source.family in (Family.CRITICS, Family.SUPPORTERS)
    return sides and len(words) == head + 1 and head > 0 and lowers[0] not in roles.DEFINITE


def is_anybody(sentence: Sentence, source: Source) -> bool:
    """Say whether the source is nobody or everybody."""
    text = sentence.block.text[source.start : source.end].lower()
    return text.split(" ", 1)[0] in _ANYBODY or text.startswith("no one")


def _is_counted(sentence: Sentence, first: int, end: int) -> bool:
    """Say whether the phrase tells nothing of who the people are: “many residents of the north”, “business leaders”."""
    words = sentence.lowers[first : min(end, first + _HEAD_WITHIN)]
    head = next((at for at, word in enumerate(words) if _is_people(word)), 0)
    told = words[:head]
    if told == ("one",):
        return roles.GROUPS.get(f"{words[head]}s", Family.PARTY) is not Family.PARTY
    if told and told[0] in english.POSSESSIVES:
        return roles.COUNTED_GROUPS.get(words[head]) in (Family.CRITICS, Family.SUPPORTERS)
    if not _COUNTING.isdisjoint(told):
        return _POINTING.isdisjoint(told[1:]) and told[0] not in _POINTING - {"the"}
    if head == 0 or words[head] not in attitudes.FIGURES:
        return False
    return _CLOSED.isdisjoint(told) and (first == 0 or not sentence.capitalised(first))


def people(sentence: Sentence, source: Source | None) -> Source | None:
    """Give people of whom nothing is told, as a subject: “gun owners”."""
    if source is None or source.kind is not SourceClass.ROLE or source.document or source.pronoun or source.family:
        return None
    first, end = (bisect_left(sentence.words, at, key=lambda word: word.start) for at in (source.start, source.end))
    words = sentence.lowers[first:end]
    if any(word.isdigit() or word in roles.NUMBERS for word in words):
        return None
    named = any(sentence.capitalised(at) for at in range(max(first, 1), end))
    if named or not _CLOSED.isdisjoint(words) or not any(map(_is_people, words)):
        return None
    before = sentence.lowers[first - 1] if first and sentence.plain(first) else ""
    stands = before in ("by", "to") or (before != "of" and groups.is_subject(sentence, first, 0))
    stands = stands and not groups.is_anchored_behind(sentence, end - 1, Family.EXPERTS)
    return _those(sentence, first, end) if stands else None


def _is_people(word: str) -> bool:
    known = word in attitudes.PERSONS or word in attitudes.FIGURES or word in roles.COUNTED_GROUPS
    known = known or f"{word}s" in roles.GROUPS
    return known or (word in places.PEOPLES and word.endswith("s"))


def nobody(sentence: Sentence, end: int) -> Source | None:
    """Give “no one in the trade” before word `end`."""
    for at in range(end - 1, max(-1, end - _HEAD_WITHIN), -1):
        after = at + 1 + (sentence.lowers[at : at + 2] == ("no", "one"))
        is_anybody = sentence.lowers[at] in _ANYBODY or after == at + 2
        if is_anybody and at and sentence.lowers[at - 1] == "not":
            return None
        if is_anybody and (after == end or sentence.lowers[after] in english.PREPOSITIONS):
            return _those(sentence, at, end)
        if at and not sentence.plain(at):
            return None
    return None


def after(sentence: Sentence, index: int) -> Source | None:
    """Give the vague group that begins at word `index`, behind a preposition or a verb."""
    if sentence.lowers[index : index + 1] == ("those",) and _THOSE.issuperset(sentence.lowers[index + 1 : index + 2]):
        return _those(sentence, index, _clause_end(sentence, index))
    return vague(sentence, sources.after(sentence, index)) if index < len(sentence.words) else None


def bare(sentence: Sentence, index: int) -> Source | None:
    """Give the people at word `index` of whom nothing is told: “complaints from neighbours”."""
    if index >= len(sentence.words):
        return None
    is_bare = sentence.lowers[index] in attitudes.PERSONS and not sentence.quoted[index]
    return _those(sentence, index, index + 1) if is_bare else None


def _clause_end(sentence: Sentence, start: int) -> int:
    end = start + 1
    while end < min(len(sentence.words), start + _CLAUSE) and sentence.plain(end):
        end += 1
    return end


def _those(sentence: Sentence, first: int, end: int) -> Source:
    return replace(speakers.spanning(sentence, SourceClass.VAGUE, first, end), family=Family.PEOPLE)


def relative(sentence: Sentence, end: int) -> Source | None:
    """Give a group with a clause of its own, the subject of the verb group before word `end`: “those who drive”."""
    last = sentence.lowers[max(0, end - 3) : end]
    if last[1:] == ("of", "whom") and last[0] in roles.BARE:
        return _those(sentence, end - 3, end)
    if not sentence.plain(end) or last[-1:] == ():
        return None
    if last[-1] == "who":
        exists = "there" in sentence.lowers[max(0, end - _HEAD_WITHIN) : end - 2] and last[-2:-1] != ()
        return _those(sentence, end - 2, end) if exists and sentence.lowers[end - 2] in _SOME else None
    return None if last[-1] in _LEADING else _those_before(sentence, end)


def _those_before(sentence: Sentence, end: int) -> Source | None:
    for at in range(end - 3, max(-1, end - _CLAUSE), -1):
        if not all(map(sentence.plain, range(at + 2, min(at + 4, end)))):
            return None
        if sentence.lowers[at] == "those" and sentence.lowers[at + 1] in _THOSE:
            between = sentence.lowers[at + 2 : end]
            ends = sentence.lowers[at + 1] != "who" or any(map(_is_finite, between))
            return _those(sentence, at, end) if ends and english.SUBORDINATORS.isdisjoint(between) else None
    return None


def _is_finite(word: str) -> bool:
    return not lexicon.readings(word).isdisjoint({"VBD", "VBP", "MD"})
