"""Names in front matter: the values of fields such as `author` and `team` that are a name and nothing else."""

import re
from collections.abc import Iterator

from lint.document import Block, BlockKind, Document
from lint.sourcemap import Prose, Segment, SegmentKind

PEOPLE = frozenset({"author", "authors", "byline", "contributor", "contributors", "editor", "editors"})
"""Fields that hold people, in lower case."""

_NO_NAMES = frozenset(
    "title headline subtitle description summary excerpt deck role job position layout slug url".split()
)
_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]*(?: (?:of|for|the|and|van|von|de|del|della|bin|al|[^\W\d_a-z][\w.'’-]*)){1,7}")
_BETWEEN = re.compile(r"[ \t]*(?:,[ \t]*|\r?\n[ \t]*-[ \t]+)")
_LONGEST = 100


def values(document: Document) -> Iterator[tuple[str, str]]:
    """Give each field, in lower case, and each name that is its value or one of several, set off by commas."""
    for field, value in document.meta.items():
        for name in value.split(", ") if field not in _NO_NAMES else ():
            if is_name(name):
                yield field, name


def blocks(document: Document) -> Iterator[tuple[str, Block]]:
    """Give each field and each name in it as a block; a field in which the places of the names are not certain is left out."""
    for field, span in document.meta_spans.items():
        raw = document.source.text[span.start : span.end]
        if field in _NO_NAMES or ", ".join(_BETWEEN.split(raw)) != document.meta.get(field):
            continue
        starts = [0, *(match.end() for match in _BETWEEN.finditer(raw))]
        for start, name in zip(starts, _BETWEEN.split(raw), strict=True):
            if is_name(name):
                yield field, _block(name, span.start + start)


def _block(name: str, at: int) -> Block:
    segment = Segment(0, at, at + len(name), SegmentKind.IDENTITY)
    return Block(BlockKind.BYLINE, Prose(name, (segment,)), path=("front matter",))


def is_name(value: str) -> bool:
    """Say whether a value is a name of several words and nothing else."""
    return len(value) <= _LONGEST and bool(_NAME.fullmatch(value))
