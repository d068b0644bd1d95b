"""A galley: an article's text in rows, in reading order, with the places that its findings mark.

The rows cover the whole source. What the format reads are its blocks; what lies between them are rows without a kind,
which are left out where they are mere markup. So each place of the source is in a row, and no finding gets lost.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from lint.document import Block, BlockKind, Document
from lint.formats import frontmatter
from lint.model import Finding, Span
from lint.sourcemap import SegmentKind

_Told = TypeVar("_Told")
_FRONT = ("---", "+++", "{")
_LIST_MARK = re.compile(r"(?:^|[\s>])(\d{1,9}[.)]|[-*+\u2022])[ \t]*\Z")
_TABLE_ROW = re.compile(r"\n|\r|<tr\b", re.IGNORECASE)
_HTML_ROW = re.compile(r"<tr\b", re.IGNORECASE)
# A tag, or what is left of one beside its attribute; the end of an image; what a template says to its tools; a number.
_MARKUP = re.compile(
    r"""<(?!!--)[^<>]*(?:>|\Z)|\A["'][^<>]*>|\A\]\([^()\r\n]*\)|\{[:#][^{}]*\}|^[ \t>]*\d{1,9}[.)](?=\s|\Z)""",
    re.MULTILINE,
)
_LINE = re.compile(r"[^\r\n]*[\r\n]")
_WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Place:
    """A half-open range of a row's text that a finding, by its number, marks.

    Where `related` is not 0, it is the place, counted from 1, that the finding points to.
    """

    start: int
    end: int
    number: int
    related: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of the galley. `kind` is None for what is not read; `line` is the line of the source where it begins.

    `opaque` are offsets of the text where a character stands for a piece of the source, `mark` is a list item's
    bullet or number as written, `depth` how many lists it is in, and `fresh` says that a table cell begins a row.
    """

    kind: BlockKind | None
    text: str
    line: int
    places: tuple[Place, ...] = ()
    level: int = 0
    depth: int = 0
    mark: str = ""
    fresh: bool = False
    opaque: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Galley:
    """The rows of an article, and its front matter as written, if it has any."""

    rows: tuple[Row, ...]
    matter: Row | None = None


@dataclass(frozen=True, slots=True)
class Spot(Generic[_Told]):
    """A range of the source, and what it stands for."""

    span: Span
    told: _Told


Region = Spot[Block | None]
Target = Spot[tuple[int, int]]


def galley(document: Document, findings: Sequence[Finding]) -> Galley:
    """Lay out a document; findings are numbered from 1 in their order."""
    text = document.source.text
    matter = _matter(document)
    regions = list(_regions(document, matter))
    targets = sorted(_targets(findings), key=lambda target: (target.span, target.told))
    held: list[list[Target]] = [[] for _ in regions]
    for index, target in _homes(regions, targets):
        held[index].append(target)
    rows: list[Row] = []
    within: list[Target] = []
    before = ""
    for region, inside in zip(regions, held, strict=True):
        block = region.told
        if block:
            rows.append(_block_row(document, region.span, block, before, inside))
            before = ""
            continue
        before = text[region.span.start : region.span.end]
        if region.span.start < matter:
            within += inside
        elif inside or _has_words(before):
            rows.append(_unread_row(document, region.span, inside))
    return Galley(tuple(rows), _unread_row(document, Span(0, matter), within) if matter else None)


def _matter(document: Document) -> int:
    """Give the offset at which the front matter ends; 0 without any."""
    source = document.source
    if not document.meta or not source.lf.startswith(_FRONT):
        return 0
    return source.offset(frontmatter.read(source).end)


def _regions(document: Document, matter: int) -> Iterator[Region]:
    """Cover the source with blocks and what lies between them, sorted by their beginnings; blocks may hold blocks."""
    end = 0
    for block in document.blocks:
        if not block.prose.segments:
            continue
        span = block.span(0, len(block.text))
        if span.start >= end:
            yield from _between(end, span.start, matter)
        end = max(end, span.end)
        yield Spot(span, block)
    yield from _between(end, max(end, len(document.source.text)), matter)


def _between(start: int, end: int, matter: int) -> Iterator[Region]:
    if start < matter < end:
        yield Spot(Span(start, matter), None)
        start = matter
    yield Spot(Span(start, end), None)


def _targets(findings: Sequence[Finding]) -> Iterator[Target]:
    for number, finding in enumerate(findings, 1):
        yield Spot(Span(finding.start.offset, finding.end.offset), (number, 0))
        for index, other in enumerate(finding.related, 1):
            yield Spot(Span(other.start.offset, other.end.offset), (number, index))


def _homes(regions: Sequence[Region], targets: Iterable[Target]) -> Iterator[tuple[int, Target]]:
    """Give the index of the innermost region that each target begins in, in one pass over both.

    A target between two characters belongs to the block that it touches, before all to the one that it ends.
    """
    opened: list[int] = []
    upcoming = 0
    for target in targets:
        at, is_empty = target.span.start, target.span.start == target.span.end
        while upcoming < len(regions):
            start, is_block = regions[upcoming].span.start, regions[upcoming].told is not None
            if start > at or (start == at and is_empty and not is_block and opened):
                break
            opened.append(upcoming)
            upcoming += 1
        while len(opened) > 1 and regions[opened[-1]].span.end < at + (not is_empty):
            opened.pop()
        yield opened[-1], target


def _block_row(document: Document, span: Span, block: Block, before: str, inside: Iterable[Target]) -> Row:
    """Give a block as a row; `before` is the markup that stands before it."""
    source, prose = document.source, block.prose
    places = []
    for target in inside:
        start = prose.offset_at(target.span.start)
        places.append(Place(start, max(start, prose.offset_at(target.span.end)), *target.told))
    mark = _LIST_MARK.search(before) if block.kind is BlockKind.LIST_ITEM else None
    return Row(
        block.kind,
        block.text,
        source.position(span.start).line,
        tuple(places),
        block.level,
        block.path.count("list"),
        mark[1] if mark else "",
        _begins_row(before) if block.kind is BlockKind.TABLE_CELL else False,
        tuple(
            (segment.start, source.text[segment.source_start : segment.source_end])
            for segment in prose.segments
            if segment.kind is SegmentKind.OPAQUE
        ),
    )


def _begins_row(before: str) -> bool:
    """Say whether what stands before a table cell ends the row above."""
    row = _HTML_ROW if "<t" in before.lower() else _TABLE_ROW
    return row.search(before) is not None


def _unread_row(document: Document, span: Span, inside: Sequence[Target]) -> Row:
    """Give what is not read as a row, without the blank lines around it."""
    source = document.source
    start, end = (span.start, span.end) if inside else _inner(source.text, span)
    text = source.text[start:end].strip("\r\n")
    start = source.text.index(text, start) if text else start
    places = []
    for target in inside:
        low, high = (min(max(0, at - start), len(text)) for at in (target.span.start, target.span.end))
        places.append(Place(low, high, *target.told))
    return Row(None, text, source.position(start).line, tuple(places))


def _inner(text: str, span: Span) -> tuple[int, int]:
    """Give what is left of a stretch between blocks without the markup that ends the one and begins the other."""
    start, end = span.start, span.end
    first = _LINE.match(text, start, end) if start else None
    start = first.end() if first and not _has_words(first[0]) else start
    last = max(text.rfind("\n", start, end), text.rfind("\r", start, end))
    is_begun = last >= 0 and end < len(text) and not _has_words(text[last + 1 : end])
    return start, last if is_begun else end


def _has_words(text: str) -> bool:
    """Say whether a stretch between blocks is more than markup."""
    return _WORD.search(_MARKUP.sub("", text)) is not None
