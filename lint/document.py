"""A document: the blocks of one source in reading order, its front matter and its directives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from lint.model import Span
from lint.source import Source
from lint.sourcemap import Prose


class BlockKind(StrEnum):
    """What a stretch of prose is to the reader."""

    HEADLINE = "headline"
    DECK = "deck"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST_ITEM = "list item"
    TABLE_CELL = "table cell"
    CAPTION = "caption"
    ALT = "alt"
    BYLINE = "byline"
    CREDIT = "credit"
    FURNITURE = "furniture"


BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM})
DISPLAY = frozenset({BlockKind.HEADLINE, BlockKind.DECK, BlockKind.HEADING, BlockKind.CAPTION, BlockKind.ALT})
PROSE = BODY | DISPLAY | {BlockKind.TABLE_CELL}


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A stretch of prose of one kind. `level` is a heading's depth, `path` the containers around it, outermost first."""

    kind: BlockKind
    prose: Prose
    level: int = 0
    path: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """What the reader reads, markup gone."""
        return self.prose.text

    def span(self, start: int, end: int) -> Span:
        """Give the source range of the prose `start..end`."""
        return self.prose.span(start, end)


@dataclass(frozen=True, slots=True)
class Directive:
    """A comment in the article, told to its tools: its text without delimiters, and its place in the source."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Notice:
    """A part of the source that was not read, and why: told to the user, never silently dropped.

    `broken` says that the author must mend it; otherwise it is merely beyond what is read.
    """

    message: str
    span: Span
    broken: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """Everything a rule may know of an article. `blocks` come sorted by their place in the source.

    `meta` holds the front matter's scalar values as written, keys in lower case; `published` is the day the
    article bears, from the front matter or the line under its headline.
    """

    source: Source
    blocks: tuple[Block, ...]
    meta: Mapping[str, str] = field(default_factory=dict)
    published: date | None = None
    directives: tuple[Directive, ...] = ()
    notices: tuple[Notice, ...] = ()
