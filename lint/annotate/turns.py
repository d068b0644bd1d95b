"""Turns: interviews and transcripts, in which each paragraph begins with the name of whoever speaks."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from lint.document import BlockKind
from lint.model import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lint.annotate.reading import Reading
    from lint.document import Block

_LABEL = re.compile(
    r"(?P<name>[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|van|von|of|the)){0,4})(?: \([^)\n]{1,40}\))?\s?:(?=\s)"
)
_LETTERS = re.compile(r"(?P<name>[QA])[.:]\s")
_FEWEST = 3
_SPEAKING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_NO_NAMES = frozenset(
    "note update correction editor's editor’s read more watch listen photo image video related see also source sources p.s "
    "ps where when what who why how price prices tickets location date time contact phone email address warning tip example "
    "monday tuesday wednesday thursday friday saturday sunday pros cons ingredients step result results".split()
)


def find(reading: Reading) -> Mapping[Block, Span]:
    """Give the label of each paragraph that is a turn, colon and space included; none where the article has few turns.

    A label counts where it comes back, and at least two take turns.
    """
    labels = {block: match for block in reading.of(*_SPEAKING) if (match := _label(block.text))}
    names = Counter(match["name"] for match in labels.values())
    taking_turns = len(names) > 1 and sum(count > 1 for count in names.values()) > 1
    if len(labels) < _FEWEST or not taking_turns:
        return {}
    return {block: Span(match.start("name"), match.end()) for block, match in labels.items()}


def name(block: Block, label: Span) -> Span:
    """Give the prose span of the name in a label."""
    match = _label(block.text)
    return Span(match.start("name"), match.end("name")) if match else label


def _label(text: str) -> re.Match[str] | None:
    match = _LETTERS.match(text) or _LABEL.match(text)
    return match if match and match["name"].lower().split()[0] not in _NO_NAMES else None
