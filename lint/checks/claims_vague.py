"""Vague sources: “experts say”, and nobody from that group is named."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from lint.annotate import english, lexicon, roles, stances
from lint.annotate.attribution import Attribution
from lint.annotate.reading import Reading
from lint.annotate.roles import Family
from lint.annotate.speakers import SourceClass
from lint.annotate.speech import Act
from lint.checks import claims_house, claims_scope
from lint.checks import claims_resolution as resolution
from lint.checks.claims_attack import Attacks
from lint.checks.claims_scope import Scope
from lint.document import BlockKind
from lint.model import Severity
from lint.rule import Hit, Option, Pointer

_OWNER = re.compile(r"['’]s?\s|\b(?:his|her|their|its)\b")
_EXAMPLES = re.compile(
    r"\b(?:such as|including|like|among them|led by),? (?:(?:[a-z]+|[A-Z][a-z]*\.) ){0,4}"
    r"([A-Z][\w'’-]+(?: (?:[A-Z][\w.'’-]+|of|the|at|de|van|von)){0,8})"
)
_EXAMPLE_REACH = 80
_COUNTS = roles.QUANTIFIERS | {"of", "a", "the", "all", "nearly", "almost", "at", "least", "people", "one"}
_NOBODY = english.PREPOSITIONS | frozenset("those nobody everybody everyone no who".split())
_OPINING = frozenset(
    "say argue claim believe think suspect fear worry agree disagree allege suggest question wonder doubt note warn complain "
    "contend insist predict speculate be accord".split()
)
_PERCEPTION = frozenset("see feel find view regard anticipate".split())
_GRANTING = frozenset("point acknowledge admit concede caution counter conclude maintain observe".split())
"""Verbs of saying that, of people at large, may as well tell what they do: “many point to the sea”."""

_REGARDING = frozenset("regard anticipate".split())
_AS = re.compile(r"[^.;:!?]{0,60}? as\b")
_WHOLE = frozenset("congressional parliamentary national federal local regional elected".split())
"""Adjectives that tell where a party sits."""

_OF = re.compile(r"\s(?:of|about)\b")


def vague_source(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find vague groups that say something; the hit is lowered and points to whoever is named nearby.

    A group that attacks somebody is left to `claims_attack`.
    Options: those of the scope; `groups`, further plural nouns that name nobody; `known`, nouns that are enough for the house.
    """
    scope = Scope(reading, options)
    if scope.is_exempt:
        return
    asked, attacks = resolution.Resolution(scope), Attacks(scope)
    known = claims_scope.listed(options, "known")
    for vague in (*reading.attributions.all, *claims_house.find(scope)):
        if is_vague(vague) and _noun(vague) not in known:
            answer = asked.resolve(vague)
            if example := _example(vague):
                yield example
            elif answer.resolver or not attacks.accused(vague):
                yield _hit(scope, vague, answer)
    for weak in (*filter(_is_held, reading.attributions.all), *stances.find(reading.attributions)):
        if _is_told(weak) and _noun(weak) not in known:
            hit = _example(weak) or _hit(scope, weak, asked.resolve(weak))
            yield hit if _is_plain(weak) else replace(hit, severity=Severity.SUGGESTION)


def _noun(attribution: Attribution) -> str:
    """Give the last word of the source that may be a group, in lower case."""
    source = attribution.source
    words = attribution.block.text[source.start : source.end].lower().split() if source else []
    return next((word for word in reversed(words) if word in roles.GROUPS or word in roles.COUNTED_GROUPS), "")


def is_vague(attribution: Attribution) -> bool:
    """Say whether a group of which nobody knows who is in it says or holds something, in the article's own words."""
    family = attribution.source.family if attribution.source else None
    return _is_told(attribution) and _is_opinion(attribution, family)


def _is_told(attribution: Attribution) -> bool:
    """Say whether a vague group is the source, in the article's own words."""
    source = attribution.source
    if not source or source.kind is not SourceClass.VAGUE or source.family is Family.SOURCES:
        return False
    if attribution.quoted or attribution.reported or attribution.hypothetical:
        return False
    return attribution.block.kind is not BlockKind.QUOTE


def _is_plain(weak: Attribution) -> bool:
    """Say whether a group of its own judges: “economists pan the plan”, but not “many residents pan it”."""
    family = weak.source.family if weak.source else None
    return weak.act in (Act.JUDGE, Act.DENY) and family is not Family.PEOPLE


def _is_held(attribution: Attribution) -> bool:
    """Say whether a group holds something that is no opinion for certain: “many expect a thaw”, “liberals see him as one”."""
    family = attribution.source.family if attribution.source else None
    holds = attribution.act is Act.HOLD or attribution.lemma in _GRANTING
    if is_vague(attribution) or not holds or not _is_told(attribution):
        return False
    if attribution.lemma not in _PERCEPTION:
        return family is Family.PEOPLE
    text, cue = attribution.block.text, attribution.cue
    is_now = text[cue.start : cue.end].lower() == attribution.lemma
    return is_now or attribution.lemma in _REGARDING or bool(_AS.match(text, attribution.span.end))


def _is_opinion(attribution: Attribution, family: Family | None) -> bool:
    """Say whether the words report what the group holds, and not what it does or sees.

    Of experts any attribution is an opinion; “some maintain a garden” and “critics saw the play” are facts.
    """
    if family is Family.PEOPLE:
        return _is_opinion_of_people(attribution)
    is_passive = attribution.source is not None and attribution.source.start > attribution.cue.start
    return family is Family.EXPERTS or is_passive or attribution.lemma not in _PERCEPTION


def _is_opinion_of_people(attribution: Attribution) -> bool:
    """Say whether people at large say or judge something: “many see it as a mistake”, but not “many saw it”."""
    text, end = attribution.block.text, attribution.span.end
    if attribution.lemma in _PERCEPTION:
        return bool(_AS.match(text, end))
    if attribution.lemma == "think" and _OF.match(text, end):
        return False
    return attribution.lemma in _OPINING or attribution.act in (Act.JUDGE, Act.DENY)


def _example(attribution: Attribution) -> Hit | None:
    """Give the hit for a group of which some are named with it: “experts such as Ann Lee”."""
    text, span = attribution.block.text, attribution.span
    found = _EXAMPLES.search(text, span.start, span.end) or _EXAMPLES.match(
        text, span.end + 1, span.end + _EXAMPLE_REACH
    )
    if not found:
        return None
    pointer = Pointer(f"{found[1]} is named as one of them", attribution.block, *found.span(1))
    message = f"{_question(attribution)} {found[1]} is named as one of them."
    return Hit(
        attribution.block, span.start, span.end, message=message, severity=Severity.SUGGESTION, related=(pointer,)
    )


def _hit(scope: Scope, attribution: Attribution, answer: resolution.Answer) -> Hit:
    span = attribution.span
    values = {"question": _question(attribution), "where": scope.where}
    message, severity = None, None
    if answer.resolver:
        message = f"{values['question']} The first one named is {answer.resolver.name}."
        severity = Severity.SUGGESTION
    elif _is_mild(attribution) or scope.is_lesson or scope.has_link(attribution.sentence):
        severity = Severity.SUGGESTION
    return Hit(attribution.block, span.start, span.end, values, message, severity=severity, related=answer.pointers)


def _group(attribution: Attribution) -> str:
    source = attribution.source
    return attribution.block.text[source.start : source.end] if source else ""


def _question(attribution: Attribution) -> str:
    """Give what the editor asks: “Which experts?” of “Some experts”, “Who?” of “Some”."""
    words = re.split(r",|\b(?:such as|including|like|among|led by)\b", _group(attribution), maxsplit=1)[0].split()
    while words and words[0].lower() in _COUNTS:
        words.pop(0)
    if not words or words[0].lower() in _NOBODY:
        return "Who?"
    lower = words[0].lower()
    is_name = attribution.source is not None and attribution.source.family is Family.PARTY
    first = lower if lower in roles.GROUPS and not is_name else words[0]
    return f"Which {' '.join([first, *words[1:]])}?"


def _is_mild(attribution: Attribution) -> bool:
    """Say whether a reader can guess who is meant: “Democrats”, “his supporters”; but not “some Democrats”."""
    group, family = _group(attribution), attribution.source.family if attribution.source else None
    owner = group.lower().partition(_noun(attribution) or "\n")[0]
    words = group.split()
    if family is Family.PARTY:
        return not (any(map(roles.counts, group.lower().split())) or any(map(_is_leaning, words[:-1])))
    return bool(_OWNER.search(owner)) or (family is Family.PEOPLE and _is_rhetorical(attribution))


def _is_leaning(word: str) -> bool:
    """Say whether an adjective makes a party a part of it: “liberal Democrats”, unlike “House Democrats”."""
    return word.islower() and word not in _WHOLE and "JJ" in lexicon.readings(word)


def _is_rhetorical(attribution: Attribution) -> bool:
    """Say whether nobody need have said it: “most would agree”."""
    span = attribution.span
    return " would " in attribution.block.text[span.start : span.end]
