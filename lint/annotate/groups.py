"""Vague groups as sources: “some experts in the field”, and what ties such a group to somebody known."""

from __future__ import annotations

from dataclasses import replace

from lint.annotate import clauses, english, lexicon, roles, speakers, speech
from lint.annotate.clauses import Sentence
from lint.annotate.roles import Family
from lint.annotate.speakers import Source, SourceClass

_FOLLOWERS = english.PREPOSITIONS | frozenset(
    "who that including such familiar close opposed critical skeptical alike both".split()
)
_OPENERS = english.CONJUNCTIONS | english.SUBORDINATORS | frozenset("that what which whom who whose where how".split())
_WANTING = english.POSSESSIVES | english.DETERMINERS | english.PREPOSITIONS | {"one", "two", "three"}
"""Words behind which a noun must follow, and no verb can."""

_BACK = (("of", "them"), ("of", "these"), ("of", "those"), ("of", "us"), ("of", "which"), ("of", "whom"))
"""Words that make a group a part of those told of before."""

_WHERE = frozenset("in on at within inside outside across".split())
_ADJECTIVE_ENDINGS = ("an", "ish", "ese", "ern", "ic", "al")
_REACH = 24
_FINITE = frozenset("VB VBP VBZ VBD MD".split())


def before(sentence: Sentence, end: int, start: int = 0) -> Source | None:
    """Give the vague group that is the subject of what follows at word `end`, its modifiers behind it included."""
    for head in range(end - 1, max(start - 1, end - _REACH), -1):
        if head < end - 1 and not sentence.plain(head + 1):
            return None
        if _reaches(sentence, head, end) and (source := _group(sentence, head, end, start)):
            return source
    return None


def _reaches(sentence: Sentence, head: int, end: int) -> bool:
    """Say whether all words between a group and word `end` describe it: “critics of the plan”, “those who drive”."""
    if head == end - 1:
        return True
    between = sentence.lowers[head + 1 : end]
    if between[0] not in _FOLLOWERS and between[0] not in roles.POLLED:
        return False
    wants = between[-1] in _WANTING and between[-2:-1] != ("'s",)
    if wants or between[-1] in roles.QUANTIFIERS or between[:2] in _BACK:
        return False
    return between[0] in ("who", "that") or not any(map(_is_verb_alone, between))


def _is_verb_alone(lower: str) -> bool:
    readings = lexicon.readings(lower)
    return bool(readings) and readings <= _FINITE and lower != "'s"


def _group(sentence: Sentence, head: int, end: int, start: int) -> Source | None:
    lower, first = sentence.lowers[head], max(start, _first(sentence, head))
    told = sentence.lowers[first:head]
    is_open = any(map(roles.counts, told)) or _is_described(sentence, first, head)
    family = roles.GROUPS.get(lower) or (roles.COUNTED_GROUPS.get(lower) if is_open else None)
    is_alone = first == head or (told, lower) == (("a",), "few")
    if not family and is_alone and not _is_named_too(sentence, first) and _stands_alone(sentence, head, end):
        family = Family.PEOPLE
    if not family or not is_subject(sentence, first, start) or _is_verb(sentence, first, head):
        return None
    anchored = family is not Family.PEOPLE and _is_anchored(sentence, first, head, family)
    kind = SourceClass.ROLE if anchored else SourceClass.VAGUE
    return replace(speakers.spanning(sentence, kind, first, end), family=family)


def _is_described(sentence: Sentence, first: int, head: int) -> bool:
    """Say whether words before a plural describe it and none tells which ones are meant: “civil rights lawyers”."""
    told = sentence.lowers[first:head]
    closed = english.DETERMINERS | english.POSSESSIVES | {"'s"}
    if told and first and sentence.plain(first) and "VBD" in lexicon.readings(told[0]):
        return False  # a verb and its object: “the state supported foreign companies”
    return bool(told) and closed.isdisjoint(told) and "NNS" in lexicon.readings(sentence.lowers[head])


def _first(sentence: Sentence, head: int) -> int:
    """Give the index of the first word of the group; “that” before a plural belongs to the clause, not to the group."""
    first = clauses.phrase_start(sentence, head)
    return first + 1 if sentence.lowers[first] in ("that", "this") and first < head else first


def _is_verb(sentence: Sentence, first: int, head: int) -> bool:
    """Say whether a verb in -s stands in the phrase: “Davis advocates for”, “this presents historians with”."""
    if first == head - 1 and "VBZ" in lexicon.readings(sentence.lowers[head]):
        return first > 0 and sentence.capitalised(first) and not sentence.lowers[first].endswith(_ADJECTIVE_ENDINGS)
    told_before = sentence.lowers[first - 1] if first else ""
    return told_before in ("this", "that", "it", "which") and "VBZ" in lexicon.readings(sentence.lowers[first])


def _stands_alone(sentence: Sentence, head: int, end: int) -> bool:
    """Say whether word `head` is a whole source that names nobody: “some say”, “many in the trade say”."""
    lower = sentence.lowers[head]
    return lower in roles.BARE and (head == end - 1 or sentence.lowers[head + 1] in _WHERE)


def is_subject(sentence: Sentence, first: int, start: int) -> bool:
    """Say whether the phrase that begins at word `first` opens a clause, or follows the verb that it belongs to."""
    if first == start or not sentence.plain(first):
        return True
    before_it = sentence.lowers[first - 1]
    if before_it in _OPENERS or before_it == "with":
        return before_it not in ("if", "whether", "unless")
    is_object = _is_verb_alone(before_it) and not speech.cues(before_it)
    return before_it not in english.PREPOSITIONS and before_it != "to" and not is_object


def _is_anchored(sentence: Sentence, first: int, head: int, family: Family) -> bool:
    """Say whether the group is tied to somebody told of: “the experts”, “UN experts”, “analysts at Goldman Sachs”."""
    lowers = sentence.lowers[first:head]
    owned = any(word == "'s" or word in english.POSSESSIVES for word in lowers)
    if lowers and lowers[0] in roles.DEFINITE and not owned and not _is_share(lowers):
        return True
    if lowers and lowers[0] == "other" and _is_named_too(sentence, first):
        return True
    if owned and family is Family.EXPERTS and lowers[0] not in roles.QUANTIFIERS:
        return True
    if family is Family.PARTY:
        return owned
    if not owned and any(clauses.is_anchor(sentence, index) for index in range(first, head)):
        return True
    return is_anchored_behind(sentence, head, family)


def _is_share(lowers: tuple[str, ...]) -> bool:
    """Say whether “the” belongs to a share of the group, not to the group: “the vast majority of historians”."""
    at = lowers.index("of") if "of" in lowers else 0
    return at > 0 and roles.counts(lowers[at - 1]) and lowers[at + 1 : at + 2] not in (("the",), ("these",), ("those",))


def _is_named_too(sentence: Sentence, first: int) -> bool:
    """Say whether somebody is named beside the group: “Doe and other experts”."""
    return first > 0 and sentence.plain(first) and sentence.lowers[first - 1] in ("and", "or")


def is_anchored_behind(sentence: Sentence, head: int, family: Family) -> bool:
    """Say whether words behind the group tie it to somebody told of: “analysts at Goldman Sachs”."""
    following = sentence.lowers[head + 1] if head + 1 < len(sentence.words) else ""
    if following in roles.POLLED:
        return True
    ties = ("at", "from", "with", "for") if family is Family.EXPERTS else ("at", "from", "with")
    if following not in ties or not sentence.plain(head + 1):
        return False
    return any(
        sentence.plain(index) and sentence.capitalised(index)
        for index in range(head + 2, min(head + 4, len(sentence.words)))
    )
