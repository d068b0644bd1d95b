"""What a piece is by its tone: one that argues or tells in its author's own voice, or a report of what others say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lint.annotate.speakers import SourceClass
from lint.document import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lint.annotate.clauses import Sentence
    from lint.annotate.reading import Reading
    from lint.document import Block

_FIRST_PERSON = frozenset("i my me i'm i've i'd".split())
_READER = frozenset("you your yours yourself you're you'll you've".split())
_AUTHORS = frozenset("we our us ours ourselves we're we've we'll".split())
_PARTS = re.compile(
    r"\b(?:Figure|Table|Exercise|Equation|Lesson|Example|Module|Unit) \d|\b(?:this|next|previous|following) "
    r"(?:chapter|lesson|tutorial|module|handbook|textbook|guide|section|unit)\b"
)
_FEWEST_PARTS = 2
_PAST = re.compile(r"\b1(?:[0-8]\d\d|9[0-8]\d)s?\b")
_SHARE_PAST = 0.12
_URGING = frozenset("should must ought let's".split())
_ARGUES = re.compile(
    r"\bI (?:\w+ly )?(?:argue|believe|submit|contend|propose)\b|\b[Ii]n my (?:view|opinion|experience|column)\b"
)
_TAGLINE = re.compile(
    r"(?:\(?[A-Z][\w.’'()-]*,? ){2,6}is (?:an?|the) (?:[\w’'-]+,? ){0,6}"
    r"(?:professor|columnist|author|writer|fellow|president|director|chair\w*|editor|host|contributor|lecturer|founder|"
    r"consultant|lawyer|economist|senator|minister)\b"
)
_FEWEST_TOLD = 4
_SHARE_TOLD = 0.08
_FEWEST_URGING = 2
_SHARE_SOURCED = 0.08


def is_argument(reading: Reading) -> bool:
    """Say whether the author argues, or tells what happened to him, outside quotation marks.

    Told by an “I”; by a line at the end that says who the author is; by what should be done, with hardly a source.
    """
    blocks = list(reading.of(BlockKind.PARAGRAPH, BlockKind.LIST_ITEM))
    rows = [sentence for block in blocks for sentence in reading.attributions.sentences[block]]
    return _is_told(rows) or _has_tagline(reading, blocks) or _is_urging(reading, rows)


def is_lesson(reading: Reading) -> bool:
    """Say whether the piece teaches or guides, outside quotation marks: a textbook's chapter, a handbook, a house's blog.

    Told by a “you” who is the reader, by a “we” who is the author, by what it says of its own figures and chapters, or by
    years long past in many of its sentences.
    """
    blocks = list(reading.of(BlockKind.PARAGRAPH, BlockKind.LIST_ITEM))
    if sum(len(_PARTS.findall(block.text)) for block in blocks) >= _FEWEST_PARTS:
        return True
    rows = [sentence for block in blocks for sentence in reading.attributions.sentences[block]]
    return _is_history(rows) or any(_is_shared(rows, words) for words in (_READER, _AUTHORS))


def _is_history(rows: Sequence[Sentence]) -> bool:
    past = sum(bool(_PAST.search(row.block.text, row.span.start, row.span.end)) for row in rows)
    return past >= _FEWEST_TOLD and past >= _SHARE_PAST * len(rows)


def _is_shared(rows: Sequence[Sentence], words: frozenset[str]) -> bool:
    """Say whether enough sentences have one of the words, outside quotation marks."""
    having = sum(
        any(lower in words and not quoted for lower, quoted in zip(row.lowers, row.quoted, strict=True)) for row in rows
    )
    return having >= _FEWEST_TOLD and having >= _SHARE_TOLD * len(rows)


def _is_told(rows: Sequence[Sentence]) -> bool:
    told = [sentence for sentence in rows if any(_is_narrator(sentence, i) for i in range(len(sentence.words)))]
    if any(_ARGUES.search(s.block.text, s.span.start, s.span.end) for s in told):
        return True
    return len(told) >= _FEWEST_TOLD and len(told) >= _SHARE_TOLD * len(rows)


def _is_narrator(sentence: Sentence, index: int) -> bool:
    return sentence.lowers[index] in _FIRST_PERSON and not sentence.quoted[index] and sentence.words[index].text != "I."


def _has_tagline(reading: Reading, blocks: Sequence[Block]) -> bool:
    """Say whether the piece ends with a line about somebody of whom it has not spoken."""
    if len(blocks) < _FEWEST_TOLD or not (found := _TAGLINE.match(blocks[-1].text)):
        return False
    surname = found[0].split(" is ", 1)[0].split()[-1].strip(".,()")
    return all(surname not in block.text for block in blocks[:-1]) and not reading.attributions.of(blocks[-1])


def _is_urging(reading: Reading, rows: Sequence[Sentence]) -> bool:
    """Say whether the author says what should be, and names hardly anybody."""
    urging = sum(
        any(lower in _URGING and not quoted for lower, quoted in zip(row.lowers, row.quoted, strict=True))
        for row in rows
    )
    known = (SourceClass.NAMED, SourceClass.ROLE)
    sourced = sum(any(found.kind in known for found in reading.attributions.within(row)) for row in rows)
    return urging >= _FEWEST_URGING and sourced <= _SHARE_SOURCED * len(rows)
