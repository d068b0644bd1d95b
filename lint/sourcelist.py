"""The sources of an article at a glance: who speaks, how often and how much, in which words, and what nobody stands for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lint.annotate.cast import Cast
from lint.annotate.genders import PRONOUNS
from lint.annotate.speakers import SourceClass
from lint.annotate.speech import Form
from lint.annotate.utterances import speaker_of
from lint.document import BODY

if TYPE_CHECKING:
    from lint.annotate.attribution import Attribution
    from lint.annotate.reading import Reading
    from lint.annotate.utterances import Speaker, Utterance
    from lint.document import Block
    from lint.model import Position

_SAID_BY_NOBODY = re.compile(r"\bit (?:is|was|has been|had been)(?: \w+ly| also| now| often| still)* $", re.IGNORECASE)
_UNNAMED = re.compile(
    r"\b(?:anonym(?:ity|ous(?:ly)?)|not to be (?:named|identified)|(?:not |un)authori[sz]ed|"
    r"withh[eo]ld\w* (?:his|her|their) names?|on (?:deep )?background|declined to (?:be named|give (?:his|her|their) names?))\b"
)
_PERCEPTION = frozenset("find see feel view consider regard doubt anticipate differ".split())
_LONGEST, _NEAR, _SHORT = 2_000, 300, 60
"""So many characters of a statement are counted, looked at on either side of a source, and before a verb."""
_DETERMINER = re.compile(r"^(?:the|an?|this|that|his|her|their|its|our) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the source file with its text."""

    start: Position
    end: Position
    text: str


@dataclass(frozen=True, slots=True)
class SpeakerPlace:
    """Where it is said who speaks; `person` is the full name of whoever is meant, where one is known."""

    place: Stretch
    kind: SourceClass
    person: str


@dataclass(frozen=True, slots=True)
class SpokenQuotation:
    """A quotation, marks included, its form and its speaker, if there is one."""

    place: Stretch
    form: Form
    speaker: SpeakerPlace | None


@dataclass(frozen=True, slots=True)
class ListedSource:
    """Somebody who speaks: how often in quotations and in reported statements, in how many words, where first.

    `anonymous` says that the article tells the name is kept back.
    """

    name: str
    kind: SourceClass
    anonymous: bool
    quotations: int
    statements: int
    words: int
    first: Stretch


@dataclass(frozen=True, slots=True)
class Claim:
    """What nobody who can be asked stands for, and why: a `vague` group, `none` at all, a `quotation` without a speaker."""

    place: Stretch
    reason: str


@dataclass(frozen=True, slots=True)
class ArticleSources:
    """The sources of one article, those with the most words first; quotations and claims in reading order.

    `words` counts those of the body.
    """

    path: str
    sources: tuple[ListedSource, ...]
    quotations: tuple[SpokenQuotation, ...]
    claims: tuple[Claim, ...]
    words: int

    @property
    def spoken(self) -> int:
        """Number of the body's words that somebody is said to have said."""
        return sum(source.words for source in self.sources)


@dataclass(frozen=True, slots=True)
class _Saying:
    """One time that somebody speaks: in a quotation, or in the author's words."""

    speaker: Speaker
    words: int
    quoted: bool
    anonymous: bool


def find(path: str, reading: Reading) -> ArticleSources:
    """Give the sources of a reading; an article in another language has none."""
    sayings: dict[tuple[str, str], list[_Saying]] = defaultdict(list)
    for saying in _sayings(reading):
        sayings[_key(saying.speaker)].append(saying)
    listed = [_listed(reading, group) for group in sayings.values()]
    listed.sort(key=lambda source: (-source.words, -source.quotations - source.statements, source.first.start.offset))
    return ArticleSources(
        path,
        tuple(listed),
        tuple(_quotation(reading, utterance) for utterance in reading.utterances.all),
        tuple(sorted(_claims(reading), key=lambda claim: (claim.place.start.offset, claim.place.end.offset))),
        sum(len(block.text.split()) for block in reading.of(*BODY)),
    )


def _sayings(reading: Reading) -> Iterator[_Saying]:
    told: set[Attribution] = set()
    for utterance in reading.utterances.all:
        if utterance.speaker and utterance.block.kind in BODY:
            words = len(utterance.block.text[utterance.start : utterance.end].split())
            yield _Saying(utterance.speaker, words, quoted=True, anonymous=_is_unnamed(utterance.attribution))
        told |= {utterance.attribution} if utterance.attribution else set()
    cast = Cast(reading)
    for attribution in reading.attributions.all:
        source = attribution.source
        if source is None or attribution in told or not _is_statement(reading, attribution):
            continue
        speaker = speaker_of(cast, attribution.block, source)
        yield _Saying(speaker, _reported(attribution), quoted=False, anonymous=_is_unnamed(attribution))


def _is_said(reading: Reading, attribution: Attribution) -> bool:
    """Say whether the author says that somebody speaks, and not somebody else, nor with a doubt."""
    doubtful = attribution.quoted or attribution.reported or attribution.hypothetical
    own = all(one.form not in (Form.BLOCK, Form.TURN) for one in reading.utterances.of(attribution.block)[:1])
    return own and not doubtful and attribution.block.kind in BODY


def _is_statement(reading: Reading, attribution: Attribution) -> bool:
    """Say whether somebody who can be told apart states something: not “it said”, not “she found the keys”."""
    source = attribution.source
    if source is None or not _is_said(reading, attribution):
        return False
    text, end = attribution.block.text, attribution.cue.end
    if source.pronoun and text[source.start : source.end].lower() not in PRONOUNS:
        return False
    return attribution.lemma not in _PERCEPTION or source.document or text[end : end + 5] == " that"


def _reported(attribution: Attribution) -> int:
    """Give the number of words that an attribution reports without marks."""
    content = attribution.content
    if attribution.form is not Form.REPORTED or content is None:
        return 0
    return len(attribution.block.text[content.start : min(content.end, content.start + _LONGEST)].split())


def _is_unnamed(attribution: Attribution | None) -> bool:
    if attribution is None or attribution.kind is not SourceClass.ROLE:
        return False
    span, near = attribution.sentence.span, attribution.span
    start, end = max(span.start, near.start - _NEAR), min(span.end, near.end + _NEAR)
    return bool(_UNNAMED.search(attribution.block.text, start, end))


def _key(speaker: Speaker) -> tuple[str, str]:
    """Give what makes two speakers the same: the person, the name, the words of the role."""
    if speaker.name:
        return "", speaker.name.casefold()
    return speaker.kind.value, _DETERMINER.sub("", speaker.text).casefold()


def _listed(reading: Reading, sayings: list[_Saying]) -> ListedSource:
    first = min((saying.speaker for saying in sayings), key=lambda one: _offset(one.block, one.start))
    name = first.name or " ".join(_DETERMINER.sub("", first.text).split())
    return ListedSource(
        name=name,
        kind=first.kind,
        anonymous=any(saying.anonymous for saying in sayings),
        quotations=sum(saying.quoted for saying in sayings),
        statements=sum(not saying.quoted for saying in sayings),
        words=sum(saying.words for saying in sayings),
        first=_stretch(reading, first.block, first.start, first.end),
    )


def _offset(block: Block, start: int) -> int:
    return block.span(start, start).start


def _stretch(reading: Reading, block: Block, start: int, end: int) -> Stretch:
    source, span = reading.document.source, block.span(start, end)
    return Stretch(source.position(span.start), source.position(span.end), source.text[span.start : span.end])


def _quotation(reading: Reading, utterance: Utterance) -> SpokenQuotation:
    place = _stretch(reading, utterance.block, utterance.start, utterance.end)
    speaker = utterance.speaker
    if speaker is None:
        return SpokenQuotation(place, utterance.form, None)
    person = f"{speaker.person.given} {speaker.person.surname}" if speaker.person else ""
    where = _stretch(reading, speaker.block, speaker.start, speaker.end)
    return SpokenQuotation(place, utterance.form, SpeakerPlace(where, speaker.kind, person))


def _claims(reading: Reading) -> Iterator[Claim]:
    for attribution in reading.attributions.all:
        if _is_said(reading, attribution) and (found := _lacking(attribution)):
            start, reason = found
            yield Claim(_stretch(reading, attribution.block, start, attribution.span.end), reason)
    for utterance in reading.utterances.all:
        if utterance.speaker is None and utterance.form is not Form.PARTIAL and utterance.block.kind in BODY:
            yield Claim(_stretch(reading, utterance.block, utterance.start, utterance.end), "quotation")


def _lacking(attribution: Attribution) -> tuple[int, str] | None:
    """Give where an attribution begins that nobody can be asked about, and what it wants."""
    start = attribution.span.start
    if attribution.kind is SourceClass.VAGUE:
        return start, "vague"
    if attribution.kind is not SourceClass.NONE:
        return None
    said = _SAID_BY_NOBODY.search(attribution.block.text, max(0, start - _SHORT), start)
    return (said.start() if said else start, "none") if said or attribution.nominal else None
