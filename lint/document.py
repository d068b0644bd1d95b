"""A document: the blocks of one source in reading order, its front matter and its directives."""

import re
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
class Link:
    """A link: the prose it covers (offsets in its block, half-open) and where it leads, as written."""

    block: Block
    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Image:
    """A picture: where it lies, as written, its place in the source, and the blocks of its words, if it has any."""

    target: str
    span: Span
    alt: Block | None = None
    caption: Block | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """Everything a rule may know of an article. `blocks` come sorted by their place in the source.

    `meta` holds the front matter's scalar values as written, keys in lower case; `published` is the day the
    article bears, from the front matter or the line under its headline. `meta_spans` tells where values of `meta`
    stand, for those whose place is known: the value as written, or the lines of a list.
    """

    source: Source
    blocks: tuple[Block, ...]
    meta: Mapping[str, str] = field(default_factory=dict)
    published: date | None = None
    directives: tuple[Directive, ...] = ()
    notices: tuple[Notice, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    meta_spans: Mapping[str, Span] = field(default_factory=dict)

    def _first(self, kind: BlockKind) -> Block | None:
        return next((block for block in self.blocks if block.kind is kind), None)

    @property
    def headline(self) -> Block | None:
        """The article's headline."""
        return self._first(BlockKind.HEADLINE)

    @property
    def deck(self) -> Block | None:
        """The lines between headline and body that sum the article up."""
        return self._first(BlockKind.DECK)

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks of the running text, in order."""
        return tuple(block for block in self.blocks if block.kind in BODY)

    @property
    def byline(self) -> str:
        """Who wrote the article, as written in the front matter or under the headline."""
        own = self.meta.get("author") or self.meta.get("authors") or self.meta.get("byline")
        block = self._first(BlockKind.BYLINE)
        return own or (block.text if block else "")

    @property
    def language(self) -> str:
        """The language the article says it is in, in lower case (`en-gb`), or nothing."""
        return (self.meta.get("lang") or self.meta.get("language") or self.meta.get("locale") or "").lower()

    @property
    def genres(self) -> frozenset[str]:
        """The words, in lower case, that say what sort of article it is: type, section, category, tags."""
        keys = ("type", "section", "category", "categories", "tags", "genre", "kind", "layout")
        return frozenset(re.findall(r"[\w-]+", " ".join(self.meta.get(key, "") for key in keys).lower()))
