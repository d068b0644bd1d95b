"""Who goes on speaking: the source of a passage, in its own sentence or in what stands around it.

In order: its own sentence; what its sentence is about; the sentences before it in its paragraph, then the one after; the
paragraph before, if its quotation runs on or its last sentence announces the words; a signature.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from lint.annotate import lexicon, nominal, subjects, turns
from lint.annotate.quotations import Ending
from lint.annotate.speakers import Source, SourceClass
from lint.annotate.speech import Form
from lint.document import BODY, DISPLAY, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lint.annotate.attribution import Attribution
    from lint.annotate.clauses import Sentence
    from lint.annotate.passages import Passage
    from lint.annotate.reading import Reading
    from lint.document import Block

_SENTENCES_BACK = 8
_NEAR = 40
_FEWEST_WORDS = 6
"""A quotation that stands alone in its paragraph and is shorter may be an answer: its speaker is not inherited."""
_SIGNATURE = re.compile(r"(?:^|\s)(?:—|–|--|―)\s?(?P<name>[A-Z][^—–\n.!?]{2,80})\.?\s*$")
_LABELLED = re.compile(r"(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}): ?$")
_WORD = re.compile(r"\w+")
_MOST_SHOWN, _MOST_SPOKEN = 50, 500
_DIALOGUE_FEWEST, _DIALOGUE_SHARE = 4, 0.25


@dataclass(frozen=True, slots=True)
class Voice:
    """A source and the block that it stands in."""

    block: Block
    source: Source


class Continuity:
    """The passages of a reading with what is around them; gives the voice of each."""

    def __init__(self, reading: Reading, passages: Sequence[Passage]) -> None:
        self._reading = reading
        self._passages = passages
        self._subjects = subjects.Subjects(reading)
        self._labels = turns.find(reading)
        self._last = {passage.block: passage for passage in passages}
        body = [block for block in reading.blocks if block.kind in BODY or block.kind is BlockKind.HEADING]
        self._after = dict(pairwise(body))
        self._before = {after: before for before, after in self._after.items()}
        self._found: dict[Passage, Voice | None] = {}
        self._is_dialogue = self._looks_like_dialogue(body)

    def voices(self) -> Mapping[Passage, Voice | None]:
        """Give the voice of each passage, or None."""
        for passage in self._passages:
            self._found[passage] = next(filter(None, self._ways(passage)), None)
        self._carry_back()
        self._show()
        return self._found

    def _ways(self, passage: Passage) -> Iterator[Voice | None]:
        """Give what each way of finding the voice gives, the surest first."""
        block = passage.block
        if passage.form is Form.TURN:
            yield self._of_label(block)
            return
        if passage.attribution and passage.attribution.source:
            yield Voice(block, passage.attribution.source)
        if passage.form is Form.BLOCK:
            yield _signed(passage)
        yield self._of_own_sentence(passage)
        yield self._of_sentences_before(passage)
        yield self._of_sentence_behind(passage)
        if block.kind in BODY and _opens_block(passage):
            yield self._of_block_before(passage)
        if passage.form is Form.BLOCK:
            yield self._of_block_behind(passage)

    def _of_label(self, block: Block) -> Voice:
        span = turns.name(block, self._labels[block])
        name = block.text[span.start : span.end]
        kind = SourceClass.ROLE if len(name) == 1 else SourceClass.NAMED
        return Voice(block, Source(kind, span.start, span.end, name if len(name) > 1 else ""))

    def _of_own_sentence(self, passage: Passage) -> Voice | None:
        """Give whom the author's words before the passage in its sentence are about: “Doe has no time for “…””."""
        lead = passage.block.text[max(0, passage.start - _NEAR) : passage.start].rstrip()
        if passage.form is Form.DIRECT and not lead.endswith((":", "—", "–", "-")):
            return None
        _, sentence = self._sentence(passage)
        if sentence is None:
            return None
        labelled = _LABELLED.match(passage.block.text, sentence.span.start, passage.start)
        if labelled and (" " in labelled["name"] or not lexicon.readings(labelled["name"])):
            return Voice(passage.block, _named(labelled))
        return self._voice(sentence, self._subject(sentence, passage.start, announces=lead.endswith(":")))

    def _subject(self, sentence: Sentence, end: int, *, announces: bool) -> Source | None:
        """Give whom the words of a sentence before the prose offset `end` are about."""
        last = bisect_left(sentence.words, end, key=lambda word: word.start)
        owner = nominal.owner_of_words(sentence, last) if announces else None
        return owner or self._subjects.viewing(sentence) or self._subjects.before(sentence, end)

    def _of_sentences_before(self, passage: Passage) -> Voice | None:
        """Give who speaks in the sentences before the passage, or acts in the one right before it."""
        number, sentence = self._sentence(passage)
        rows = self._rows(passage.block)
        if sentence is None or (passage.form is Form.PARTIAL and sentence.words[0].start < passage.start):
            return None
        for index in range(number - 1, max(-1, number - 1 - _SENTENCES_BACK), -1):
            if attribution := self._speaking(rows[index]):
                return self._voice(rows[index], attribution.source)
            source = self._subjects.opening(rows[index]) if index == number - 1 else None
            if source:
                return Voice(passage.block, source)
        return None

    def _of_sentence_behind(self, passage: Passage) -> Voice | None:
        """Give who speaks in the sentence after a passage that opens its paragraph: “…” She added: “…”"""
        if not _opens_block(passage):
            return None
        rows = self._rows(passage.block)
        index = bisect_left(rows, passage.end, key=lambda row: row.span.start)
        for attribution in self._reading.attributions.within(rows[index]) if index < len(rows) else ():
            source = attribution.source
            if source and _may_speak(attribution) and source.start - rows[index].span.start < 3:
                return Voice(passage.block, source)
        return None

    def _of_block_before(self, passage: Passage) -> Voice | None:
        """Give who speaks at the end of the paragraph before, if the passage goes on from there."""
        before = self._before.get(passage.block)
        last = self._last.get(before) if before else None
        if before is None or before.kind is BlockKind.HEADING:
            return None
        runs_on = last and last.quotation and last.quotation.ending is Ending.CONTINUED
        if last and (runs_on or (before.kind is BlockKind.QUOTE and passage.form is Form.BLOCK)):
            return self._found.get(last)
        if before.text.rstrip().endswith(":"):
            return self._announced(before)
        if self._is_dialogue or len(passage.block.text[passage.start : passage.end].split()) < _FEWEST_WORDS:
            return None
        if last and last.end >= len(before.text.rstrip()) - 1:
            return self._found.get(last)
        rows = self._rows(before)
        attribution = self._speaking(rows[-1]) if rows else None
        return Voice(before, attribution.source) if attribution and attribution.source else None

    def _announced(self, block: Block) -> Voice | None:
        """Give whom the last sentence of a paragraph announces: “Doe told the court:”."""
        rows = self._rows(block)
        attribution = self._speaking(rows[-1]) if rows else None
        source = attribution.source if attribution else self._subjects.opening(rows[-1]) if rows else None
        return Voice(block, source) if source else None

    def _of_block_behind(self, passage: Passage) -> Voice | None:
        """Give who speaks, or signs, in the paragraph after a block quotation."""
        after = self._after.get(passage.block)
        if after is None:
            return None
        if len(after.text) < 120 and (signed := _SIGNATURE.match(after.text)):
            return Voice(after, _named(signed))
        rows = self._rows(after) if after.kind is not BlockKind.QUOTE else ()
        attribution = self._speaking(rows[0]) if rows and not any(rows[0].quoted) else None
        if attribution and attribution.source and attribution.source.start - rows[0].span.start < 20:
            return Voice(after, attribution.source)
        return None

    def _carry_back(self) -> None:
        """Give a quotation over several paragraphs, or a block quotation, the voice that is named at its end."""
        for passage, following in zip(reversed(self._passages[:-1]), reversed(self._passages[1:]), strict=True):
            continued = passage.quotation and passage.quotation.ending is Ending.CONTINUED
            blocks = passage.form is following.form is Form.BLOCK and self._after.get(passage.block) is following.block
            if self._found[passage] is None and (continued or blocks):
                self._found[passage] = self._found[following]

    def _show(self) -> None:
        """Give words shown in a headline or the like the voice that says the same in the body."""
        spoken = [(_bare(p), self._found[p]) for p in self._passages if p.block.kind in BODY and self._found[p]]
        shown = [p for p in self._passages if p.block.kind in DISPLAY and self._found[p] is None]
        for passage in shown[:_MOST_SHOWN]:
            bare = _bare(passage)
            self._found[passage] = next((voice for text, voice in spoken[:_MOST_SPOKEN] if bare in text), None)

    def _rows(self, block: Block) -> Sequence[Sentence]:
        return self._reading.attributions.sentences.get(block, ())

    def _sentence(self, passage: Passage) -> tuple[int, Sentence | None]:
        rows = self._rows(passage.block)
        index = bisect_right(rows, passage.start, key=lambda row: row.span.start) - 1
        return (index, rows[index]) if index >= 0 else (0, None)

    def _speaking(self, sentence: Sentence) -> Attribution | None:
        """Give the last attribution of a sentence to somebody who may go on speaking."""
        found = [one for one in self._reading.attributions.within(sentence)[-_SENTENCES_BACK:] if _may_speak(one)]
        own = [one for one in found if one.lemma != "accord"]
        free = [one for one in own if not one.reported]
        return next(reversed(free or own or found), None)

    def _voice(self, sentence: Sentence, source: Source | None) -> Voice | None:
        return Voice(sentence.block, source) if source else None

    def _looks_like_dialogue(self, body: Sequence[Block]) -> bool:
        """Say whether many paragraphs are quotations without a speaker, as in a novel."""
        alone = [
            p for p in self._passages
            if p.quotation and not p.attribution and p.start == 0 and p.end >= len(p.block.text) - 1
            and p.quotation.ending is Ending.CLOSED
        ]  # fmt: skip
        return len(alone) >= _DIALOGUE_FEWEST and len(alone) > _DIALOGUE_SHARE * len(body)


def _bare(passage: Passage) -> str:
    """Give the words of a passage in lower case, with a space around each."""
    return f" {' '.join(_WORD.findall(passage.block.text[passage.start : passage.end].lower()))} "


def _opens_block(passage: Passage) -> bool:
    return passage.start < _NEAR and not passage.block.text[: passage.start].strip()


def _may_speak(attribution: Attribution) -> bool:
    known = attribution.kind in (SourceClass.NAMED, SourceClass.ROLE)
    return known and not attribution.quoted


def _named(match: re.Match[str]) -> Source:
    name = match["name"].split(",")[0].rstrip()
    start = match.start("name")
    return Source(SourceClass.NAMED, start, start + len(name), name)


def _signed(passage: Passage) -> Voice | None:
    """Give who signs a block quotation in its last line: “— Ann Lee”."""
    text = passage.block.text
    match = _SIGNATURE.search(text, max(passage.start, len(text) - 120))
    return Voice(passage.block, _named(match)) if match else None
