"""Who a vague group is: the search for somebody named who belongs to it or makes the same claim."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from lint.annotate import roles
from lint.annotate.attribution import Attribution
from lint.annotate.reading import Reading
from lint.annotate.roles import Family
from lint.annotate.speakers import Source, SourceClass
from lint.annotate.speech import Act
from lint.checks import claims_common
from lint.document import Block

_LEAD_LENGTH = 3
_MOST_ASKED = 60
"""So many named speakers are asked for each vague source, so that the time stays linear."""


@dataclass(frozen=True, slots=True)
class Resolver:
    """A named source that stands behind a vague one."""

    block: Block
    source: Source


class Resolution:
    """The named sources of a reading, asked who stands behind a vague one within `window` body paragraphs."""

    def __init__(self, reading: Reading, window: int) -> None:
        self._reading = reading
        self._window = window
        self._body = claims_common.body(reading)
        self._place = {block: index for index, block in enumerate(self._body)}
        self._stems: dict[Block, frozenset[str]] = {}

    def resolve(self, vague: Attribution) -> Resolver | None:
        """Give the first named source that belongs to the group or makes the same claim; None if nobody does."""
        voices = list(islice(self._candidates(vague), _MOST_ASKED))
        members = (voice for voice in voices if self._is_member(vague, voice) or self._is_introduced(vague, voice))
        agreeing = (voice for voice in voices if self._agrees(vague, voice))
        found = next(members, None) or next(agreeing, None)
        return Resolver(found.block, found.source) if found and found.source else None

    @cached_property
    def _voices(self) -> dict[Block, list[Attribution]]:
        """The named speakers of each body paragraph."""
        return {block: list(filter(_is_voice, self._reading.attributions.of(block))) for block in self._body}

    @cached_property
    def _first_named(self) -> int:
        """Place of the first body paragraph with a named speaker."""
        return next((place for place, block in enumerate(self._body) if self._voices[block]), len(self._body))

    @cached_property
    def _introductions(self) -> dict[str, int]:
        """Place of the first body paragraph in which each capitalised word stands."""
        found: dict[str, int] = {}
        for place, block in enumerate(self._body):
            for word in self._reading.words(block):
                if word.text[:1].isupper():
                    found.setdefault(word.text, place)
        return found

    def _is_lead(self, block: Block) -> bool:
        """Say whether the block is the deck or one of the paragraphs before anybody is named, at the top."""
        place = self._place.get(block, -1)
        return place <= 0 or (place < _LEAD_LENGTH and place <= self._first_named)

    def _candidates(self, vague: Attribution) -> Iterator[Attribution]:
        """Give the named speakers who may stand behind the vague source, those after it first."""
        place = self._place.get(vague.block, -1)
        last = len(self._body) if self._is_lead(vague.block) else place + self._window + 1
        own = self._voices.get(vague.block, [])
        at = bisect_left(own, vague.span.start, key=lambda voice: voice.span.start)
        yield from own[at : at + _MOST_ASKED]
        for block in self._body[place + 1 : last]:
            yield from self._voices[block]
        yield from own[max(0, at - _MOST_ASKED) : at]

    def _is_member(self, vague: Attribution, voice: Attribution) -> bool:
        """Say whether the named source is one of the group, by what the article says of him."""
        if not vague.source or not vague.source.family or not voice.source:
            return False
        known = self._reading.attributions.about.get(voice.source.surname, frozenset())
        return roles.belongs(vague.source.family, voice.source.about | known)

    def _is_introduced(self, vague: Attribution, voice: Attribution) -> bool:
        """Say whether the next paragraph brings in somebody new, by full name, to speak: the usual continuation."""
        place = self._place.get(vague.block)
        if place is None or voice.act is Act.DENY or not voice.source or self._place[voice.block] != place + 1:
            return False
        if not vague.source or not roles.may_belong(vague.source.family or Family.PEOPLE, voice.source.about):
            return False
        is_full = " " in voice.source.name and not voice.source.pronoun
        is_new = self._introductions.get(voice.source.surname) == place + 1
        return is_full and is_new and bool(self._reading.quotations(voice.block))

    def _agrees(self, vague: Attribution, voice: Attribution) -> bool:
        """Say whether the named source makes the claim of the vague one, and is not the one it is about."""
        if not voice.source or voice.act is Act.DENY or _is_target(vague, voice.source):
            return False
        claim = claims_common.stems((vague.sentence,))
        if self._is_lead(vague.block) or (vague.source and vague.source.family is Family.EXPERTS):
            return len(claim & claims_common.stems((voice.sentence,))) >= 2
        return not claim.isdisjoint(self._stems_of(voice.block))

    def _stems_of(self, block: Block) -> frozenset[str]:
        if block not in self._stems:
            self._stems[block] = claims_common.stems(self._reading.attributions.sentences[block])
        return self._stems[block]


def _is_voice(attribution: Attribution) -> bool:
    """Say whether somebody named speaks here, in his own sentence."""
    source = attribution.source
    return bool(source and source.kind is SourceClass.NAMED and source.name and not attribution.quoted)


def _is_target(vague: Attribution, source: Source) -> bool:
    """Say whether the claim is about the source."""
    span = vague.sentence.span
    return vague.block.text.find(source.surname, span.start, span.end) >= 0
