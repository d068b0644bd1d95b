"""Passages: the stretches of an article that are somebody else's words, before it is known whose.

Not everything in quotation marks is speech: titles, terms, nicknames and scare quotes are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lint.annotate import english, quoting, turns
from lint.annotate.speech import Form
from lint.document import BODY, DISPLAY, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lint.annotate.attribution import Attribution
    from lint.annotate.quotations import Quotation
    from lint.annotate.reading import Reading
    from lint.document import Block


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """Somebody's words: half-open prose offsets in a block, marks included; `attribution` is the one in its sentence."""

    block: Block
    start: int
    end: int
    form: Form
    attribution: Attribution | None = None
    quotation: Quotation | None = None


_SHOWN = BODY | DISPLAY - {BlockKind.ALT}
_LONGEST_TERM = 3
_LONGEST_TITLE = 16
_CALLING = frozenset("call describe brand label dub deem denounce dismiss decry".split())
_LONGEST_ANNOUNCEMENT = 14
_LETTER = re.compile(r"[^\W\d_]")
_ENDS = re.compile(r"[.,!?…—–]['’\"”]?\s*$")
_NAMING = re.compile(
    r"\b(?:called|named|titled|entitled|dubbed|nicknamed|labell?ed|known as|so-called|term|word|words|phrase|book|film|movie|"
    r"song|album|novel|play|show|series|essay|poem|article|headline|slogan|hashtag|sign|banner)[, :]*$",
    re.IGNORECASE,
)
_MARKS = ('"', "“", "”", "''", "‘", "«", "„")
_DASHES = ("—", "–", "― ", "--")
_SMALL = english.DETERMINERS | english.PREPOSITIONS | english.CONJUNCTIONS | {"to", "is"}


def find(reading: Reading) -> Iterator[tuple[Passage, ...]]:
    """Give the passages of each block that has any, in reading order."""
    labelled = turns.find(reading)
    previous: Block | None = None
    for block in reading.blocks:
        if block.kind not in _SHOWN:
            continue
        if block in labelled:
            start = len(block.text) - len(block.text[labelled[block].end :].lstrip())
            yield (Passage(block, start, len(block.text), Form.TURN),)
        elif block.kind is BlockKind.QUOTE:
            is_speech = _LETTER.search(block.text) and not _signs(block, previous)
            yield (Passage(block, 0, len(block.text), Form.BLOCK),) if is_speech else ()
        elif previous and _announces(reading, previous) and _is_bare(block):
            yield (Passage(block, 0, len(block.text), Form.BLOCK),)
        else:
            yield tuple(_quoted(reading, block))
        previous = block if block.kind in BODY else previous


def _quoted(reading: Reading, block: Block) -> Iterator[Passage]:
    """Give the speech in quotation marks in a block, what is quoted within it left out."""
    rows, until = reading.attributions.sentences.get(block, ()), 0
    for quotation in reading.quotations(block):
        if quotation.start < until:
            continue
        until = quotation.end
        attribution = quoting.governing(reading, rows, quotation)
        if _is_speech(quotation, attribution):
            form = Form.DIRECT if _is_whole(quotation) else Form.PARTIAL
            yield Passage(block, quotation.start, quotation.end, form, attribution, quotation)


def _is_whole(quotation: Quotation) -> bool:
    """Say whether the quotation is made of sentences of its own."""
    text = quotation.text.lstrip(" .…[('‘\u00a0")
    before = quotation.block.text[max(0, quotation.start - 9) : quotation.start].rstrip()[-1:]
    if not text[:1].isupper() and before not in ("", ",", ":"):
        return False
    return bool(_ENDS.search(quotation.text)) or quotation.block.text[quotation.end : quotation.end + 1] == ","


def _is_speech(quotation: Quotation, attribution: Attribution | None) -> bool:
    words = quotation.text.split()
    if not words or not _LETTER.search(quotation.text):
        return False
    before = quotation.block.text[max(0, quotation.start - 30) : quotation.start]
    if _NAMING.search(before) and not before.rstrip().endswith((",", ":")):
        return len(words) > _LONGEST_TITLE
    is_beside = attribution is not None and quoting.is_beside(attribution, quotation)
    if _is_title(words) and not is_beside:
        return False
    if _is_term(quotation, before):
        return attribution is not None and attribution.lemma in _CALLING
    return is_beside or len(words) > (1 if attribution else _LONGEST_TERM) or _is_sentence(quotation)


def _is_sentence(quotation: Quotation) -> bool:
    """Say whether a short quotation is a sentence of its own: “Never.”"""
    return bool(_ENDS.search(quotation.text)) and quotation.text[:1].isupper()


def _is_term(quotation: Quotation, before: str) -> bool:
    """Say whether a short quotation names something: “a “dead hand””."""
    lead = before.lower().split()
    named = bool(lead) and lead[-1] in english.DETERMINERS | english.POSSESSIVES
    return named and len(quotation.text.split()) <= _LONGEST_TERM


def _is_title(words: Sequence[str]) -> bool:
    """Say whether the words are written like the title of a work: few, and every long one with a capital."""
    if len(words) > _LONGEST_TITLE or len(words) < 2:
        return False
    bare = [word.strip("\"'“”‘’.,!?:;()") for word in words]
    return all(word[:1].isupper() or word[:1].isdigit() for word in bare if word.lower() not in _SMALL and word)


def _signs(block: Block, previous: Block | None) -> bool:
    """Say whether the block is only the signature under the block quotation before it."""
    return (
        bool(previous and previous.kind is BlockKind.QUOTE and block.text.startswith(_DASHES)) and len(block.text) < 120
    )


def _is_bare(block: Block) -> bool:
    """Say whether a paragraph is all of it in somebody's words without having marks around it."""
    return block.kind is BlockKind.PARAGRAPH and not block.text.startswith(_MARKS)


def _announces(reading: Reading, block: Block) -> bool:
    """Say whether a paragraph ends by saying who speaks in the next: “Doe wrote:”."""
    text = block.text.rstrip()
    if block.kind is not BlockKind.PARAGRAPH or not text.endswith(":"):
        return False
    rows = reading.attributions.sentences.get(block, ())
    return bool(rows) and any(_is_announcement(found, text) for found in reading.attributions.within(rows[-1]))


def _is_announcement(attribution: Attribution, text: str) -> bool:
    """Say whether an attribution stands near the end of a text and has somebody who can speak."""
    source = attribution.source
    if source is None or attribution.quoted or len(text[attribution.cue.end :].split()) > _LONGEST_ANNOUNCEMENT:
        return False
    return not source.pronoun or text[source.start : source.end].lower() in ("he", "she", "they")
