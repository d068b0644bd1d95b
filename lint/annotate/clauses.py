"""Sentences as rows of words with what stands between them: the ground on which sources are sought."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lint.annotate import english, lexicon, roles, speech

if TYPE_CHECKING:
    from lint.annotate.reading import Reading, Word
    from lint.document import Block
    from lint.model import Span

_JOINTS = frozenset({"", "-", "/", "&"})
_TIMES = frozenset(
    "yesterday today tonight tomorrow now then here there when where why how what while recently earlier monday tuesday "
    "wednesday thursday friday saturday sunday january february march april june july august september october "
    "november december".split()
)
_CONNECTORS = frozenset("of the for de da di del der den van von la le al bin ibn el dos &".split())
_TIES = frozenset("from at in".split())
_DEMONYM_ENDINGS = ("an", "ans", "ese", "ish", "ern", "ch", "ek", "qi", "ni", "li", "ss", "ic")
_PLACES_OF_A_TRADE = frozenset(
    "wall street washington silicon valley capitol hill beltway westminster us u.s. uk u.k. eu e.u. european-union "
    "republican democratic gop conservative liberal jewish muslim christian catholic".split()
)
_MODIFIER_TAGS = frozenset("JJ JJR JJS NN NNS VBN VBG CD PRP$ DT".split())


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence of a block. `gaps[i]` stands before word `i`, the last gap after the last word.

    `quoted[i]` says whether word `i` stands in quotation marks; `number` counts the sentences of the block from 0.
    """

    block: Block
    number: int
    span: Span
    words: tuple[Word, ...]
    lowers: tuple[str, ...]
    gaps: tuple[str, ...]
    quoted: tuple[bool, ...]

    def plain(self, index: int) -> bool:
        """Say whether nothing but a space or a hyphen stands before word `index`."""
        return self.gaps[index].strip() in _JOINTS

    def capitalised(self, index: int) -> bool:
        """Say whether word `index` has a capital that its place does not explain, or may be a name all the same."""
        return self.words[index].text[:1].isupper() and self.lowers[index] not in _SMALL_WORDS

    def touches_quotation(self, index: int) -> bool:
        """Say whether a quotation begins right behind word `index`, outside of marks, or ended a few words before it."""
        if self.quoted[index]:
            return False
        if any(self.quoted[index + 1 : index + 4]) or (":" in self.gaps[-1] and index + 14 > len(self.words)):
            return True
        return any(self.quoted[max(0, index - 12) : index])

    @property
    def is_question(self) -> bool:
        """Say whether the sentence asks."""
        return "?" in self.gaps[-1]


_SMALL_WORDS = (
    frozenset(english.READINGS) - {"will", "may", "can", "might", "us"} | speech.ADVERBS | _TIMES | roles.QUANTIFIERS
)


def sentences(reading: Reading, block: Block) -> Iterator[Sentence]:
    """Give the block's sentences, in order, those without a word left out."""
    words, at, number = reading.words(block), 0, 0
    quoted = _quoted(reading, block)
    for span in reading.sentences(block):
        first = at
        while at < len(words) and words[at].start < span.end:
            at += 1
        if first < at:
            yield _sentence(block, number, span, words[first:at], quoted[first:at])
            number += 1


def _sentence(block: Block, number: int, span: Span, words: tuple[Word, ...], quoted: tuple[bool, ...]) -> Sentence:
    ends = (span.start, *(word.end for word in words))
    starts = (*(word.start for word in words), span.end)
    gaps = tuple(block.text[end:start] for end, start in zip(ends, starts, strict=True))
    return Sentence(block, number, span, words, tuple(word.lower for word in words), gaps, quoted)


def _quoted(reading: Reading, block: Block) -> tuple[bool, ...]:
    """Say of each word whether it stands in quotation marks, in one sweep."""
    found, quotations, at, until = [], reading.quotations(block), 0, 0
    for word in reading.words(block):
        while at < len(quotations) and quotations[at].start <= word.start:
            until = max(until, quotations[at].end)
            at += 1
        found.append(word.start < until)
    return tuple(found)


def is_modifier(sentence: Sentence, index: int) -> bool:
    """Say whether word `index` may stand before a noun in its phrase."""
    lower = sentence.lowers[index]
    if lower in roles.QUANTIFIERS or lower in english.DETERMINERS or lower in ("'s", "'", "most", "all", "more"):
        return True
    if lower in speech.ADVERBS or lower in _TIMES or lower.isdigit():
        return lower.isdigit()
    if lower in english.READINGS:
        return lower in english.POSSESSIVES
    if any(not cue.tags.isdisjoint({"VBD", "VBZ"}) for cue in speech.cues(lower)):
        return False
    readings = lexicon.readings(lower)
    return sentence.capitalised(index) or not readings or not readings.isdisjoint(_MODIFIER_TAGS)


def phrase_start(sentence: Sentence, head: int, limit: int = 8) -> int:
    """Give the index of the first word of the noun phrase that ends with word `head`, quantifier included."""
    start = head
    while start > 0 and head - start < limit and sentence.plain(start):
        before = sentence.lowers[start - 1]
        if before == "of" and start > 1 and _counts(sentence.lowers[start - 2]):
            start -= 2
        elif is_modifier(sentence, start - 1) and not _opens_phrase(sentence, start):
            start -= 1
        else:
            break
    return start


def _counts(lower: str) -> bool:
    return lower in roles.QUANTIFIERS or lower in ("all", "one", "half", "any", "none")


def _opens_phrase(sentence: Sentence, index: int) -> bool:
    """Say whether nothing of the phrase can stand before word `index`."""
    lower = sentence.lowers[index]
    return (lower in english.DETERMINERS and lower != "all") or lower in english.POSSESSIVES


def name_start(sentence: Sentence, end: int) -> int:
    """Give the index where the run of capitals that ends before `end` begins; `end` itself where there is none."""
    start = end
    while start > 0 and _in_name(sentence, start - 1, end) and (start == end or _joined(sentence, start)):
        start -= 1
    while start < end and not sentence.capitalised(start):
        start += 1
    return start


def name_end(sentence: Sentence, start: int) -> int:
    """Give the index after the run of capitals that begins at `start`."""
    end = start
    while end < len(sentence.words) and (end == start or _joined(sentence, end)):
        if not (sentence.capitalised(end) or (end > start and sentence.lowers[end] in _CONNECTORS)):
            break
        end += 1
    while end > start and not sentence.capitalised(end - 1):
        end -= 1
    return end


def _in_name(sentence: Sentence, index: int, end: int) -> bool:
    if sentence.capitalised(index):
        return True
    lower = sentence.lowers[index]
    if lower == "the":
        return 0 < index < end - 1 and sentence.lowers[index - 1] in _TIES | {"of", "for"}
    return index < end - 1 and lower in _CONNECTORS | _TIES


def _joined(sentence: Sentence, index: int) -> bool:
    return sentence.gaps[index].strip() in _JOINTS | {".", "'", "’"}


def is_anchor(sentence: Sentence, index: int) -> bool:
    """Say whether a capitalised word before a group ties it to one body: “UN experts”, but not “Western experts”."""
    word, lower = sentence.words[index].text, sentence.lowers[index]
    if not word[:1].isupper() or lower in _PLACES_OF_A_TRADE or lower in _SMALL_WORDS:
        return False
    if sum(map(str.isupper, word)) > 1:
        return True
    return index > 0 and not lower.endswith(_DEMONYM_ENDINGS)
