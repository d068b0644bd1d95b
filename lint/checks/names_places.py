"""Where else a name stands: lines for the message, pointers for the report."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from lint.annotate.names import Mention as Named
from lint.annotate.people import Mention
from lint.annotate.reading import Reading
from lint.document import Block
from lint.rule import Pointer

_MOST_LINES = 20
_MOST = 3
"""So many other places are told; a reader needs no more to see which form is right."""


@dataclass(frozen=True, slots=True)
class Place:
    """Words in a block, and where they stand: prose offsets, half-open."""

    block: Block
    text: str
    start: int
    end: int


def lines(reading: Reading, mentions: Sequence[Mention]) -> str:
    """Give the lines of the mentions in words: “line 3”, “lines 3 and 9”, “lines 3, 9, 12 and 2 more”."""
    source = reading.document.source
    near = mentions[:_MOST_LINES]
    found = sorted({source.position(m.block.span(m.start, m.end).start).line for m in near})
    told = [str(line) for line in found[:_MOST]]
    if len(found) > _MOST:
        told.append(f"{len(found) - _MOST} more")
    if len(told) == 1:
        return f"line {told[0]}"
    return f"lines {', '.join(told[:-1])} and {told[-1]}"


def pointers(mentions: Sequence[Mention]) -> tuple[Pointer, ...]:
    """Give pointers to the first of the mentions."""
    return tuple(map(pointer, mentions[:_MOST]))


def pointer(mention: Mention | Named | Place) -> Pointer:
    """Give a pointer to a mention or a place."""
    return Pointer(f"“{mention.text}” here", mention.block, mention.start, mention.end)


def bearers(mentions: Sequence[Mention]) -> dict[str, list[Mention]]:
    """Give each word of a name with the mentions that have it, in order."""
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        for word in mention.words:
            found[word.text].append(mention)
    return found
