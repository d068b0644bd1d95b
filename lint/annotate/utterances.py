"""Utterances: what stands in the article in somebody else's words, and who speaks.

A quotation belongs to whoever its sentence says; if nobody is named there, to whoever speaks before it in its paragraph,
announces it at the end of the paragraph before, or goes on from there. Where none of this holds, nobody is guessed.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from lint.annotate import passages
from lint.annotate.cast import Cast
from lint.annotate.continuity import Continuity
from lint.annotate.speakers import SourceClass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lint.annotate.attribution import Attribution
    from lint.annotate.continuity import Voice
    from lint.annotate.passages import Passage
    from lint.annotate.people import Person
    from lint.annotate.quotations import Quotation
    from lint.annotate.reading import Reading
    from lint.annotate.speakers import Source
    from lint.annotate.speech import Form
    from lint.document import Block


@dataclass(frozen=True, slots=True, eq=False)
class Speaker:
    """Whoever speaks: the words that say so, by block and half-open prose offsets, and the person meant, if one is known.

    `name` is the name of a named source, also where the words are a pronoun; `pronoun` says that they are.
    """

    block: Block
    start: int
    end: int
    kind: SourceClass
    name: str = ""
    pronoun: bool = False
    person: Person | None = None

    @property
    def text(self) -> str:
        """The words that say who speaks."""
        return self.block.text[self.start : self.end]


@dataclass(frozen=True, slots=True, eq=False)
class Utterance:
    """A stretch of one block in somebody else's words: half-open prose offsets, marks included.

    `attribution` is the one in its own sentence, `quotation` the marks it stands in, where there are any.
    """

    block: Block
    start: int
    end: int
    form: Form
    speaker: Speaker | None = None
    attribution: Attribution | None = None
    quotation: Quotation | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Utterances:
    """The utterances of a document in reading order, by block and by quotation."""

    all: tuple[Utterance, ...]
    by_block: Mapping[Block, tuple[Utterance, ...]] = field(default_factory=dict)
    by_quotation: Mapping[Quotation, Utterance] = field(default_factory=dict)

    def of(self, block: Block) -> tuple[Utterance, ...]:
        """Give the utterances of one block."""
        return self.by_block.get(block, ())

    def speaker(self, quotation: Quotation) -> Speaker | None:
        """Give who speaks in a quotation; None where it is nobody's speech (a title, a term), or nobody is known."""
        utterance = self.by_quotation.get(quotation)
        return utterance.speaker if utterance else None


def find(reading: Reading) -> Utterances:
    """Give what is said in somebody else's words in a reading, and by whom."""
    found = tuple(chain.from_iterable(passages.find(reading)))
    voices = Continuity(reading, found).voices()
    utterances = tuple(_spoken(reading, found, voices))
    by_block: dict[Block, list[Utterance]] = defaultdict(list)
    for utterance in utterances:
        by_block[utterance.block].append(utterance)
    by_quotation = {utterance.quotation: utterance for utterance in utterances if utterance.quotation}
    return Utterances(utterances, {block: tuple(row) for block, row in by_block.items()}, by_quotation)


def _spoken(reading: Reading, found: Sequence[Passage], voices: Mapping[Passage, Voice | None]) -> Iterator[Utterance]:
    """Give each passage with its speaker. Whoever spoke last is whom a pronoun means first."""
    cast, last = Cast(reading), None
    for passage in found:
        voice = voices[passage]
        speaker = speaker_of(cast, voice.block, voice.source, last) if voice else None
        if speaker and speaker.person:
            last = speaker
        yield Utterance(
            passage.block,
            passage.start,
            passage.end,
            passage.form,
            speaker,
            passage.attribution,
            passage.quotation,
        )


def speaker_of(cast: Cast, block: Block, source: Source, last: Speaker | None = None) -> Speaker:
    """Give whoever a source in a block is; a pronoun that means a person known by name counts as named.

    `last` is whoever spoke last.
    """
    spoken = last.person if last and cast.is_near(last.block, block) else None
    person = cast.person(block, source, spoken)
    told = block.text[source.start : source.end] if source.pair else source.name
    name = f"{person.given} {person.surname}" if person else "" if source.pronoun else told
    kind = SourceClass.NAMED if person else SourceClass.ROLE if source.pronoun else source.kind
    return Speaker(block, source.start, source.end, kind, name, source.pronoun, person)
