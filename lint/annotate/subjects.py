"""Whom a sentence is about: the person or pronoun that is the subject of its verb, by word order alone."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from lint.annotate import english, genders, lexicon, names_lexicon, speakers, speech
from lint.annotate.speakers import Source, SourceClass

if TYPE_CHECKING:
    from lint.annotate.clauses import Sentence
    from lint.annotate.people import Mention
    from lint.annotate.reading import Reading
    from lint.document import Block

_SUBJECTS = frozenset({"he", "she"})
_VERBAL = frozenset("VBD VBZ VBP MD".split())
_OPENING = 10
"""A subject opens its sentence within so many words."""

_MOST = 40
_DEFINITE = frozenset("the a an his her their one another".split())
_PERSONS = names_lexicon.ROLES | names_lexicon.TITLES | genders.NOUNS.keys()


class Subjects:
    """The names of a reading, by place."""

    def __init__(self, reading: Reading) -> None:
        rows: dict[Block, list[Mention]] = defaultdict(list)
        known = {mention for person in reading.people.persons for mention in person.mentions}
        for mention in reading.people.mentions:
            if mention in known or (mention.personal and not mention.weak):
                rows[mention.block].append(mention)
        self._rows = {block: sorted(row, key=lambda mention: mention.start) for block, row in rows.items()}
        self._starts = {block: [mention.start for mention in row] for block, row in self._rows.items()}

    def opening(self, sentence: Sentence) -> Source | None:
        """Give the subject that opens a sentence; None where it opens with something else."""
        words = sentence.words[: _OPENING + 1]
        return self.before(sentence, words[-1].end)

    def before(self, sentence: Sentence, end: int) -> Source | None:
        """Give the first subject that stands in a sentence before the prose offset `end`."""
        for index, word in enumerate(sentence.words[:_MOST]):
            if word.end > end:
                break
            if sentence.quoted[index]:
                continue
            if sentence.lowers[index] in _SUBJECTS and not _is_subordinate(sentence, index):
                source = speakers.spanning(sentence, SourceClass.NAMED, index, index + 1)
                return Source(SourceClass.NAMED, source.start, source.end, pronoun=True)
            if (mention := self._at(sentence, word.start)) and _is_subject(sentence, index, mention):
                return Source(SourceClass.NAMED, mention.start, mention.end, mention.text)
            if (head := _role(sentence, index)) and sentence.words[head].end <= end:
                return speakers.spanning(sentence, SourceClass.ROLE, index, head + 1)
        return None

    def viewing(self, sentence: Sentence) -> Source | None:
        """Give whose view a sentence tells that begins “To Doe, …” or “For Doe, …”."""
        if sentence.lowers[0] not in ("to", "for") or len(sentence.words) < 3:
            return None
        mention = self._at(sentence, sentence.words[1].start)
        if mention is None or not sentence.block.text.startswith(",", mention.end):
            return None
        return Source(SourceClass.NAMED, mention.start, mention.end, mention.text)

    def _at(self, sentence: Sentence, start: int) -> Mention | None:
        starts = self._starts.get(sentence.block, [])
        index = bisect_left(starts, start)
        return self._rows[sentence.block][index] if index < len(starts) and starts[index] == start else None


def _is_subordinate(sentence: Sentence, index: int) -> bool:
    """Say whether the pronoun opens a clause that depends on another: “asked whether she”."""
    before = sentence.lowers[index - 1] if index and sentence.plain(index) else ""
    return (
        before in english.SUBORDINATORS or before in english.WH_WORDS or before in ("if", "whether", "before", "after")
    )


def _role(sentence: Sentence, index: int) -> int | None:
    """Give the index of the noun in “the mayor smiled”, where the phrase of a person opens a clause at word `index`."""
    opens = index == 0 or "," in sentence.gaps[index]
    if not opens or sentence.lowers[index] not in _DEFINITE:
        return None
    for head in range(index + 1, min(index + 4, len(sentence.words) - 1)):
        verb = lexicon.readings(sentence.lowers[head + 1])
        if sentence.lowers[head] in _PERSONS and sentence.plain(head + 1) and not verb.isdisjoint({"VBD", "VBZ"}):
            return head
    return None


def _is_subject(sentence: Sentence, index: int, mention: Mention) -> bool:
    """Say whether a name stands before a verb or an insertion, and not behind a preposition."""
    if mention.possessive:
        return False
    before = sentence.lowers[index - 1] if index and sentence.plain(index) else ""
    if before in english.PREPOSITIONS or before in genders.PRONOUNS:
        return False
    end = index
    while end < len(sentence.words) and sentence.words[end].start < mention.end:
        end += 1
    if end >= len(sentence.words) or not sentence.plain(end):
        return True
    lower = sentence.lowers[end]
    return speech.is_adverb(lower) or not lexicon.readings(lower).isdisjoint(_VERBAL) or lower in english.PREPOSITIONS
