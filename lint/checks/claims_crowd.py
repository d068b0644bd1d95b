"""Quotations in the mouth of a crowd: words in quotation marks that “experts” said with one voice."""

import re
from collections.abc import Iterable, Mapping

from lint.annotate import english
from lint.annotate.attribution import Attribution
from lint.annotate.quotations import Quotation
from lint.annotate.reading import Reading
from lint.annotate.speakers import SourceClass
from lint.annotate.speech import Act
from lint.checks import claims_resolution as resolution
from lint.checks import claims_scope
from lint.checks.claims_scope import Scope
from lint.checks.claims_words import any_of
from lint.document import Block
from lint.model import Severity
from lint.rule import Hit, Option, Pointer

_FEWEST_WORDS = 3
_LONGEST_TERM = 4
_REACH = 1_000
"""So far, in characters either side of an attribution, what it speaks of is read."""
_LEADING = english.SUBORDINATORS | english.PREPOSITIONS
_TELLING = frozenset("tell warn caution advise urge ask remind assure inform".split())
"""Verbs whose object is whoever hears it."""
_OF_OBJECT = re.compile(
    r" (?:an?|the|its|their|his|her|this|these|some|new) [^,;]{1,200} (?:that|which|who)(?: \w+){0,2} "
)
_DETERMINERS = english.DETERMINERS | english.POSSESSIVES
_ONE_VOICE = re.compile(
    r"\b(?:joint(?! \w+ (?:exercise|venture))|"
    + any_of(
        "jointly_wrote statements? letters? reports? filings? papers? petitions? declarations? "
        "communiqu[eé]s? articles? stud(?:y|ies) books? op-eds? memos? e-?mails? tweets? posts? songs? sang "
        "sing(?:ing)? chant\\w* posters? signs? banners? placards? slogans? shout\\w* hashtags? motto "
        "lawsuits? complaints? manifestos? resolutions? wr[io]te wrote written signed unison in_chorus"
    )
    + r")\b",
    re.IGNORECASE,
)


def quote_by_crowd(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find quotations of three words and more whose source is a vague group, or two people at once (a suggestion)."""
    scope = Scope(reading, options)
    if scope.is_exempt:
        return
    asked = resolution.Resolution(scope)
    for block in scope.body:
        for said in reading.utterances.of(block):
            if said.quotation and said.attribution and not said.quotation.single and _is_speech(said.quotation):
                hit = _hit(reading, said.quotation, said.attribution, asked)
                yield from (one for one in (hit,) if one)


def _is_speech(quotation: Quotation) -> bool:
    """Say whether the quotation is long enough to be somebody's words, and no title."""
    words = quotation.text.split()
    return len(words) >= _FEWEST_WORDS and not claims_scope.is_title(words)


def _hit(reading: Reading, quotation: Quotation, attribution: Attribution, asked: resolution.Resolution) -> Hit | None:
    source, block = attribution.source, quotation.block
    if not source or attribution.hypothetical or _has_one_voice(reading, block, attribution):
        return None
    if _is_elsewhere(attribution, quotation):
        return None
    who = block.text[source.start : source.end]
    if source.kind is SourceClass.VAGUE and not attribution.reported and not _is_term(attribution, quotation):
        message = f"Whose words are these? “{who}” is a crowd, and a quotation has one speaker."
        related = _next_voice(asked.resolve(attribution).resolver)
        return Hit(block, quotation.start, quotation.end, {"who": who}, message, related=related)
    if source.pair and source.kind is SourceClass.NAMED:
        message = f"Whose words are these? “{who}” are two, and a quotation has one speaker."
        return Hit(block, quotation.start, quotation.end, {"who": who}, message, severity=Severity.SUGGESTION)
    return None


def _next_voice(resolver: resolution.Named | None) -> tuple[Pointer, ...]:
    """Point to the one of the crowd who is named, if there is one."""
    if not resolver:
        return ()
    message = f"the one of them who is named is {resolver.name}"
    return (Pointer(message, resolver.block, resolver.start, resolver.end),)


def _is_term(attribution: Attribution, quotation: Quotation) -> bool:
    """Say whether the quotation only names something or hints at it: “what critics call …”, they feel they must “be seen”."""
    if len(quotation.text.split()) > _LONGEST_TERM:
        return False
    before = quotation.block.text[max(0, quotation.start - 20) : quotation.start].split()
    if attribution.lemma in ("call", "describe") or attribution.act is Act.HOLD:
        return True
    return bool(before) and before[-1].lower() in _DETERMINERS


def _is_elsewhere(attribution: Attribution, quotation: Quotation) -> bool:
    """Say whether the words belong to another part of the sentence than what is said.

    To a phrase that leads up to it (Since the yard “will never pay for itself,” critics said …, and no comma before the
    words), or to a clause about what is announced (They announced a rule that “binds nobody”).
    """
    text, start = quotation.block.text, attribution.sentence.span.start
    if quotation.end <= attribution.span.start:
        lead = text[max(start, quotation.start - _REACH) : quotation.start].strip()
        return lead.partition(" ")[0].lower() in _LEADING and not lead.endswith((",", ":", "—"))
    between = text[attribution.cue.end : quotation.start][:_REACH]
    return attribution.lemma not in _TELLING and bool(_OF_OBJECT.fullmatch(between))


def _has_one_voice(reading: Reading, block: Block, attribution: Attribution) -> bool:
    """Say whether the words come from a text, a song or a sign, which several people may share."""
    if attribution.lemma in ("write", "tweet", "post"):
        return True
    rows = reading.attributions.sentences[block]
    start = max(rows[max(0, attribution.sentence.number - 1)].span.start, attribution.span.start - _REACH)
    return bool(_ONE_VOICE.search(block.text, start, min(attribution.sentence.span.end, attribution.span.end + _REACH)))
