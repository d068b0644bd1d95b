"""Vague sources: “experts say”, and nobody from that group is named."""

import re
from collections.abc import Iterable, Mapping

from lint.annotate import roles
from lint.annotate.attribution import Attribution
from lint.annotate.reading import Reading
from lint.annotate.roles import Family
from lint.annotate.speakers import SourceClass
from lint.checks import claims_common
from lint.checks.claims_resolution import Resolution, Resolver
from lint.document import BlockKind
from lint.model import Severity
from lint.rule import Hit, Option, Pointer

_OWNER = re.compile(r"['’]s?\s|\b(?:his|her|their|its)\b")
_EXAMPLES = re.compile(r"\b(?:such as|including|like|among them|led by),? (?:[a-z]+ ){0,3}[A-Z]")
_COUNTS = roles.QUANTIFIERS | {"of", "a", "the", "all", "nearly", "almost", "at", "least", "people"}
_OPINING = frozenset(
    "say argue claim believe think suspect fear worry agree disagree accuse blame criticize criticise condemn denounce "
    "allege suggest question wonder doubt note warn complain contend insist dismiss decry predict speculate see "
    "view regard be accord".split()
)
_PERCEPTION = frozenset("see feel find view regard anticipate".split())
_MILD = (Family.PARTY, Family.MEDIA)
"""Groups whose members a reader can guess: never more than a suggestion."""


def vague_source(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find vague groups that say something; the hit is lowered and points to whoever is named nearby.

    Option `window`: how many body paragraphs after its own may name somebody from the group.
    """
    if claims_common.is_exempt(reading):
        return
    window = claims_common.window(options)
    resolution = Resolution(reading, window)
    for attribution in reading.attributions.all:
        if _is_vague(attribution) and not _gives_examples(attribution):
            yield _hit(reading, attribution, resolution.resolve(attribution), window)


def _is_vague(attribution: Attribution) -> bool:
    source = attribution.source
    if not source or source.kind is not SourceClass.VAGUE or source.family is Family.SOURCES:
        return False
    if attribution.quoted or attribution.reported or attribution.hypothetical:
        return False
    return attribution.block.kind is not BlockKind.QUOTE and _is_opinion(attribution, source.family)


def _is_opinion(attribution: Attribution, family: Family | None) -> bool:
    """Say whether the words report what the group holds, and not what it does or sees.

    Of experts any attribution is an opinion; “some maintain a garden” and “critics saw the play” are facts.
    """
    if family is Family.PEOPLE:
        return attribution.lemma in _OPINING
    is_passive = attribution.source is not None and attribution.source.start > attribution.cue.start
    return family is Family.EXPERTS or is_passive or attribution.lemma not in _PERCEPTION


def _gives_examples(attribution: Attribution) -> bool:
    """Say whether some of the group are named with it: “experts such as Ann Lee”."""
    text, span = attribution.block.text, attribution.span
    inside = _EXAMPLES.search(text, span.start, span.end)
    return bool(inside or _EXAMPLES.match(text, span.end + 1, span.end + 80))


def _hit(reading: Reading, attribution: Attribution, resolver: Resolver | None, window: int) -> Hit:
    source, span = attribution.source, attribution.span
    group = attribution.block.text[source.start : source.end] if source else ""
    values = {"question": _question(group), "where": _where(window)}
    if resolver:
        return _resolved(attribution, values, resolver)
    mild = source and (source.family in _MILD or _is_owned(group))
    severity = Severity.SUGGESTION if mild or claims_common.has_link(reading, attribution.sentence) else None
    return Hit(attribution.block, span.start, span.end, values, severity=severity)


def _question(group: str) -> str:
    """Give what the editor asks: “Which experts?” of “Some experts”, “Who?” of “Some”."""
    words = group.split()
    while words and words[0].lower() in _COUNTS:
        words.pop(0)
    if not words:
        return "Who?"
    first = words[0].lower() if words[0].lower() in roles.GROUPS else words[0]
    return f"Which {' '.join([first, *words[1:]])}?"


def _is_owned(group: str) -> bool:
    """Say whether it is told whose critics or supporters they are."""
    return bool(_OWNER.search(group))


def _resolved(attribution: Attribution, values: Mapping[str, str], resolver: Resolver) -> Hit:
    name, span = resolver.source.name, attribution.span
    pointer = Pointer(f"{name} speaks here", resolver.block, resolver.source.start, resolver.source.end)
    message = f"{values['question']} The first one named is {name}."
    return Hit(
        attribution.block, span.start, span.end, values, message, severity=Severity.SUGGESTION, related=(pointer,)
    )


def _where(window: int) -> str:
    if window < 1:
        return "this paragraph"
    return "the next paragraph" if window == 1 else f"the next {window} paragraphs"
