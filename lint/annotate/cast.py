"""The cast of an article: the persons in it, what is told of them, and whom a pronoun or a role means."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from lint.annotate import genders, lexicon
from lint.annotate.given_names import GIVEN_NAMES
from lint.annotate.speakers import SourceClass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lint.annotate.genders import Gender
    from lint.annotate.people import Mention, Person
    from lint.annotate.reading import Reading
    from lint.annotate.speakers import Source
    from lint.document import Block

_BLOCKS_BACK = 3
_MENTIONS_BACK = 40
_LEFT, _RIGHT = 60, 120
_BREAK = re.compile(r"[,.;:!?\"“”()—–]")
_INSERTION = re.compile(r"(?:,| is| was|, who is|, who was) (?:an? |the |one of )?")
_WORD = re.compile(r"[\w'’-]+")
_DEFINITE = frozenset("the this that his her their its".split())
_PLURALS = frozenset("NNS NNPS".split())


class Cast:
    """The persons of a reading, ready to be asked for."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._order = {block: index for index, block in enumerate(reading.blocks)}
        self._mentions = _by_block(reading)
        self._starts = {block: [m.start for m, _ in row] for block, row in self._mentions.items()}
        self._persons: dict[Block, list[tuple[int, Person]]] = defaultdict(list)
        self._roles: dict[str, list[tuple[int, int, Person]]] = defaultdict(list)
        self._genders: dict[int, Gender | None] = {}
        for person in reading.people.persons:
            self._genders[id(person)] = _gender(person)
            for mention in person.mentions[:6]:
                for word in _told(mention):
                    self._roles[word].append((self._order[mention.block], mention.start, person))

    def person(self, block: Block, source: Source, spoken: Person | None = None) -> Person | None:
        """Give the person that a source in a block means; `spoken` is who spoke last, if that was not long ago."""
        if source.pair:
            return None
        if source.pronoun:
            return self._of_pronoun(block, source, spoken)
        if source.kind is SourceClass.NAMED:
            return self.mentioned(block, source.start, source.end)
        return self._of_role(block, source) if source.kind is SourceClass.ROLE else None

    def is_near(self, earlier: Block, later: Block) -> bool:
        """Say whether a reader still has in mind at `later` who spoke at `earlier`."""
        return self._order[later] - self._order[earlier] < _BLOCKS_BACK

    def mentioned(self, block: Block, start: int, end: int) -> Person | None:
        """Give the person whose name stands in the prose `start..end`, the last one if there are several."""
        row = self._mentions.get(block, [])
        index = bisect_left(self._starts.get(block, []), end) - 1
        return row[index][1] if index >= 0 and row[index][0].end > start else None

    def agrees(self, person: Person, gender: Gender | None) -> bool:
        """Say whether a pronoun of this gender can mean the person."""
        own = self._genders.get(id(person))
        return own is gender or gender is None or (own is None and _may_be_given(person.given))

    def _of_pronoun(self, block: Block, source: Source, spoken: Person | None) -> Person | None:
        """Give whom “he” means: who spoke last, unless a later sentence opens with somebody else."""
        gender = genders.PRONOUNS.get(block.text[source.start : source.end].lower())
        if gender is None:
            return None
        others: list[Person] = []
        for person, opens in self._back(block, source.start):
            if self.agrees(person, gender) and (opens or person is spoken):
                return person
            if self._genders.get(id(person)) is gender:
                others.append(person)
        if spoken and self.agrees(spoken, gender):
            return spoken
        return others[0] if others and all(other is others[0] for other in others) else None

    def _back(self, block: Block, at: int) -> Iterator[tuple[Person, bool]]:
        """Give the persons named before a place, the nearest sentence first, and whether they open their sentence."""
        left = _MENTIONS_BACK
        for index in range(self._order[block], max(-1, self._order[block] - _BLOCKS_BACK), -1):
            one = self._reading.blocks[index]
            row = self._mentions.get(one, [])
            end = bisect_left(self._starts.get(one, []), at) if one is block else len(row)
            yield from _sentence_by_sentence(self._reading, one, row[max(0, end - left) : end])
            left -= end
            if left <= 0:
                return

    def _of_role(self, block: Block, source: Source) -> Person | None:
        """Give whom “the professor” means: the one person told of before to whom the word belongs."""
        words = [word.lower() for word in _WORD.findall(block.text[source.start : source.end])]
        if len(words) < 2 or words[0] not in _DEFINITE or len(words) > 4:
            return None
        told = self._roles.get(words[-1], [])[:_MENTIONS_BACK]
        here = (self._order[block], source.start)
        before = [person for order, start, person in told if (order, start) < here]
        return before[0] if before and all(person is before[0] for person in before) else None


def _may_be_given(name: str) -> bool:
    """Say whether the first word of a name is no common word: “Joint Statement” is no “he”."""
    return name.lower() in GIVEN_NAMES or not lexicon.readings(name)


def _by_block(reading: Reading) -> dict[Block, list[tuple[Mention, Person]]]:
    found: dict[Block, list[tuple[Mention, Person]]] = defaultdict(list)
    for person in reading.people.persons:
        for mention in person.mentions:
            found[mention.block].append((mention, person))
    for row in found.values():
        row.sort(key=lambda one: one[0].start)
    return dict(found)


def _sentence_by_sentence(
    reading: Reading, block: Block, row: list[tuple[Mention, Person]]
) -> Iterator[tuple[Person, bool]]:
    """Give the persons of a row, sentences from the last to the first, within each from its beginning; none in quotes."""
    spans = reading.sentences(block)
    groups: dict[int, list[tuple[Mention, Person]]] = defaultdict(list)
    for mention, person in row:
        if not mention.possessive and not reading.quoted(block, mention.start, mention.end):
            groups[bisect_right(spans, mention.start, key=lambda span: span.start) - 1].append((mention, person))
    for number in sorted(groups, reverse=True):
        for place, (_, person) in enumerate(groups[number]):
            yield person, place == 0


def _gender(person: Person) -> Gender | None:
    """Give the gender that titles, the given name and what stands beside the name tell."""
    for mention in person.mentions[:6]:
        if gender := genders.of_noun(mention.title):
            return gender
    if gender := genders.of_given_name(person.given):
        return gender
    told = (genders.of_noun(word) for mention in person.mentions[:6] for word in _told(mention))
    return next((gender for gender in told if gender), None)


def _told(mention: Mention) -> list[str]:
    """Give the nouns beside a name that say who bears it: “law professor Ann Lee”, “Ann Lee, a professor at …”."""
    text = mention.block.text
    left = _BREAK.split(text[max(0, mention.start - _LEFT) : mention.start])[-1]
    insertion = _INSERTION.match(text[mention.end : mention.end + 12])
    right = ""
    if insertion:
        right = _BREAK.split(text[mention.end + insertion.end() : mention.end + _RIGHT], maxsplit=1)[0]
    words = [word.lower() for word in (*_WORD.findall(left)[-4:], *_WORD.findall(right)[:8])]
    return [word for word in words if not lexicon.readings(word).isdisjoint({"NN"})]
