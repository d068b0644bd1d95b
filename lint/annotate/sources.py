"""Who says it: the source to the left or right of an attributing verb, and how well it is named."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from lint.annotate import clauses, english, lexicon, roles, speech
from lint.annotate.clauses import Sentence
from lint.annotate.roles import Family


class SourceClass(StrEnum):
    """How well a source is named: by name, by an anchored role, as a vague group, not at all."""

    NAMED = "named"
    ROLE = "role"
    VAGUE = "vague"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Source:
    """A source: half-open prose offsets in the block of its sentence.

    `name` is the name of a NAMED source; `about` holds the words around it, in lower case, that say who it is;
    `family` tells a VAGUE group; `pronoun` says that the name came from an earlier source; `pair` that two are named.
    """

    kind: SourceClass
    start: int
    end: int
    name: str = ""
    about: frozenset[str] = frozenset()
    family: Family | None = None
    pronoun: bool = False
    pair: bool = False

    @property
    def surname(self) -> str:
        """The last word of the name, by which a person is called later."""
        return self.name.rsplit(" ", 1)[-1]


_REACH = 30
_DESCRIPTION = 16
_SPEAKING_PRONOUNS = frozenset("he she i we they it you".split())
_FOLLOWERS = english.PREPOSITIONS | frozenset("who that familiar close opposed critical skeptical alike both".split())
_OPENERS = english.CONJUNCTIONS | english.SUBORDINATORS | frozenset("that what which whom who whose where how".split())
_NATIONS = frozenset(
    "independents russians americans ukrainians "
    "germans israelis palestinians britons europeans".split()
)
_WANTING = english.POSSESSIVES | english.DETERMINERS | english.PREPOSITIONS | {"one", "two", "three"}
"""Words behind which a noun must follow, and no verb can."""

_BACK = (("of", "them"), ("of", "these"), ("of", "those"), ("of", "us"), ("of", "which"), ("of", "whom"))
"""Words that make a group a part of those told of before."""

_FINITE = frozenset("VB VBP VBZ VBD MD".split())
_TITLES = frozenset("mr mrs ms mx dr prof sen rep gov gen sens reps mr. mrs. ms. mx. dr. prof. sen. rep. gov. gen.".split())


def before(sentence: Sentence, index: int) -> Source | None:
    """Give the source whose verb group begins at word `index`; None where none is found."""
    if index == 0:
        return None
    if sentence.plain(index) or _is_adverb_in_commas(sentence, index):
        return _ending(sentence, index)
    gap = sentence.gaps[index]
    if sentence.quoted[index - 1]:
        return _group_before(sentence, index)
    opener = next((mark for mark in (",", ")", "—", "–") if mark in gap), None)
    return _past_insertion(sentence, index, "(" if opener == ")" else opener) if opener else None


def _is_adverb_in_commas(sentence: Sentence, index: int) -> bool:
    """Say whether the verb group begins with an aside: “Critics, however, say”."""
    asides = (sentence.gaps[index].strip(), sentence.gaps[index + 1].strip())
    return asides == (",", ",") and speech.is_adverb(sentence.lowers[index])


def after(sentence: Sentence, index: int) -> Source | None:
    """Give the source that begins at word `index`, behind its verb or “according to”; None where none is found."""
    if index >= len(sentence.words):
        return None
    if sentence.lowers[index] in ("he", "she"):
        return _source(sentence, SourceClass.NAMED, index, index + 1, pronoun=True)
    end = _phrase_end(sentence, index)
    return _ending(sentence, end, index) if end > index else None


def _past_insertion(sentence: Sentence, index: int, mark: str) -> Source | None:
    """Look for a source before an insertion that ends at word `index`: “Ian Doe, a professor, said”."""
    fallback = None
    for at in range(index - 1, max(0, index - _REACH), -1):
        if sentence.quoted[at]:
            break
        if mark not in sentence.gaps[at]:
            continue
        source = _ending(sentence, at)
        if source and source.kind is not SourceClass.ROLE:
            return replace(source, about=source.about | frozenset(sentence.lowers[at:index]))
        fallback = source or fallback
    return fallback


def _ending(sentence: Sentence, end: int, start: int = 0) -> Source | None:
    """Give the source whose noun phrase ends before word `end`, beginning no earlier than `start`."""
    last = sentence.lowers[end - 1]
    if last in ("who", "that", "which") and end - 1 > start:
        return _antecedent(sentence, end - 1, start)
    if last in _SPEAKING_PRONOUNS:
        kind = SourceClass.NAMED if last in ("he", "she") else SourceClass.ROLE
        return _source(sentence, kind, end - 1, end, pronoun=True)
    return _group_before(sentence, end, start) or _named(sentence, end, start) or _role(sentence, end, start)


def _antecedent(sentence: Sentence, end: int, start: int) -> Source | None:
    """Give the source that “who” stands for; “people who think” describes, and attributes nothing."""
    source = _ending(sentence, end, start)
    describes = source and source.family in (Family.PEOPLE, Family.PARTY)
    return None if describes else source


def _group_before(sentence: Sentence, end: int, start: int = 0) -> Source | None:
    """Give the vague group that is the subject of what follows at word `end`, its modifiers behind it included."""
    for head in range(end - 1, max(start - 1, end - 13), -1):
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
    if between[-1] in _WANTING or between[-1] in roles.QUANTIFIERS or between[:2] in _BACK:
        return False
    return between[0] in ("who", "that") or not any(map(_is_verb_alone, between))


def _is_verb_alone(lower: str) -> bool:
    readings = lexicon.readings(lower)
    return bool(readings) and readings <= _FINITE


def _group(sentence: Sentence, head: int, end: int, start: int) -> Source | None:
    lower, first = sentence.lowers[head], clauses.phrase_start(sentence, head)
    if sentence.lowers[first] in ("that", "this") and first < head:
        first += 1
    counted = any(word in roles.QUANTIFIERS or word.isdigit() for word in sentence.lowers[first:head])
    family = roles.GROUPS.get(lower) or (roles.COUNTED_GROUPS.get(lower) if counted else None)
    if not family and first == head and not _is_named_too(sentence, first) and _stands_alone(sentence, head, end):
        family = Family.PEOPLE
    if not family or first < start or not _is_subject(sentence, first, start):
        return None
    anchored = family is not Family.PEOPLE and _is_anchored(sentence, first, head, family)
    kind = SourceClass.ROLE if anchored else SourceClass.VAGUE
    return _source(sentence, kind, first, end, family=family)


def _stands_alone(sentence: Sentence, head: int, end: int) -> bool:
    """Say whether word `head` is a whole source that names nobody: “some say”, “many in the trade say”."""
    lower = sentence.lowers[head]
    return lower in roles.BARE and (head == end - 1 or sentence.lowers[head + 1] in ("of", "in"))


def _is_subject(sentence: Sentence, first: int, start: int) -> bool:
    """Say whether the phrase that begins at word `first` opens a clause, or follows the verb that it belongs to."""
    if first == start or not sentence.plain(first):
        return True
    before_it = sentence.lowers[first - 1]
    if before_it in _OPENERS or before_it == "with":
        return before_it not in ("if", "whether", "unless")
    return before_it not in english.PREPOSITIONS and before_it != "to"


def _is_anchored(sentence: Sentence, first: int, head: int, family: Family) -> bool:
    """Say whether the group is tied to somebody told of: “the experts”, “UN experts”, “analysts at Goldman Sachs”."""
    lowers = sentence.lowers[first:head]
    owned = any(word == "'s" or word in english.POSSESSIVES for word in lowers)
    if lowers and lowers[0] in roles.DEFINITE and not owned:
        return True
    if lowers and lowers[0] == "other" and _is_named_too(sentence, first):
        return True
    if owned and family is Family.EXPERTS and lowers[0] not in roles.QUANTIFIERS:
        return True
    if not owned and any(clauses.is_anchor(sentence, index) for index in range(first, head)):
        return True
    return _is_anchored_behind(sentence, head, family)


def _is_named_too(sentence: Sentence, first: int) -> bool:
    """Say whether somebody is named beside the group: “Doe and other experts”."""
    return first > 0 and sentence.plain(first) and sentence.lowers[first - 1] in ("and", "or")


def _is_anchored_behind(sentence: Sentence, head: int, family: Family) -> bool:
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


def _named(sentence: Sentence, end: int, start: int) -> Source | None:
    first = max(clauses.name_start(sentence, end), start)
    while first < end and sentence.lowers[first].rstrip(".") in _TITLES:
        first += 1
    if first >= end or sentence.lowers[end - 1] in _NATIONS or _is_governed(sentence, first, start):
        return None
    name = sentence.block.text[sentence.words[first].start : sentence.words[end - 1].end]
    person = re.split(r" (?:from|at|in) ", name, maxsplit=1)[0]
    pair = _is_pair(sentence, first)
    opening = clauses.name_start(sentence, first - 1) if pair else first
    source = _source(sentence, SourceClass.NAMED, opening, end, name=person)
    return replace(source, about=_about(sentence, first, end), pair=pair)


def _is_governed(sentence: Sentence, first: int, start: int) -> bool:
    """Say whether a preposition stands before the name: then it belongs to what it describes."""
    if first <= start or not sentence.plain(first):
        return False
    before_it = sentence.lowers[first - 1]
    if before_it == "the" and first - 1 > start:
        before_it = sentence.lowers[first - 2]
    return before_it in english.PREPOSITIONS - english.SUBORDINATORS and first - start > 1


def _is_pair(sentence: Sentence, first: int) -> bool:
    return (
        first >= 2
        and sentence.lowers[first - 1] == "and"
        and sentence.plain(first)
        and sentence.plain(first - 1)
        and sentence.capitalised(first - 2)
    )


def _about(sentence: Sentence, first: int, end: int) -> frozenset[str]:
    """Give the words around a name that say who bears it: those just before it, and an insertion behind it."""
    left = sentence.lowers[max(0, first - 6) : first]
    right: tuple[str, ...] = ()
    if end < len(sentence.gaps) - 1 and sentence.gaps[end].strip()[:1] in (",", "(", "—", "–"):
        right = sentence.lowers[end : end + _DESCRIPTION]
    name = (word for word in sentence.lowers[first:end])
    return frozenset((*left, *name, *right))


def _role(sentence: Sentence, end: int, start: int) -> Source | None:
    last = sentence.lowers[end - 1]
    if last in english.READINGS or last.isdigit() or sentence.quoted[end - 1]:
        return None
    if lexicon.readings(last).isdisjoint({"NN", "NNS"}) and not sentence.capitalised(end - 1):
        return None
    first = max(clauses.phrase_start(sentence, end - 1), start)
    return _source(sentence, SourceClass.ROLE, first, end)


def _phrase_end(sentence: Sentence, start: int, limit: int = 16) -> int:
    """Give the index after the noun phrase that begins at `start`."""
    end = start
    while end < len(sentence.words) and end - start < limit and (end == start or _continues(sentence, end)):
        if sentence.capitalised(end):
            end = max(clauses.name_end(sentence, end), end + 1)
        elif clauses.is_modifier(sentence, end) or (sentence.lowers[end] == "of" and end > start):
            end += 1
        else:
            break
        if sentence.lowers[end - 1] in roles.GROUPS:
            break
    return end


def _continues(sentence: Sentence, index: int) -> bool:
    return sentence.plain(index) or (sentence.gaps[index].strip() == "." and sentence.lowers[index - 1] in _TITLES)


def _source(
    sentence: Sentence, kind: SourceClass, first: int, end: int, name: str = "", *, family: Family | None = None,
    pronoun: bool = False,
) -> Source:  # fmt: skip
    start, stop = sentence.words[first].start, sentence.words[end - 1].end
    return Source(kind, start, stop, name, family=family, pronoun=pronoun)
