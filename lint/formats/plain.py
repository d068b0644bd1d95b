"""Plain text, as typed or as scraped from a page: blocks by blank lines, kinds by what newsrooms do."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from lint.document import Block, BlockKind, Directive, Document
from lint.formats.dates import find_date
from lint.formats.furniture import credit_at_end, is_bare_name
from lint.formats.inline import add_text, comments
from lint.formats.lines import LOOK, LineKind, Unit, units
from lint.markup import DEFAULT, Markup
from lint.source import Source
from lint.sourcemap import ProseBuilder

_FINAL_STOP = re.compile(r"[.!…:;,](?:[\"'”’)\]»]{0,2})\Z|[?][\"'”’»]\Z")
_IN_SINGLE_MARKS = re.compile(r"['‘][^'‘’\"“”]*(?:['’]\w[^'‘’\"“”]*)*['’]\Z")
_SPOKEN = re.compile(r"[\"“](?!.*[\"”]\Z)|(?:Q|A|Question|Answer)[:.]\s")
_HEADING_WORDS = 12
_HEADLINE_WORDS = 25
_UNITS_AT_TOP = 12
_FIXED = {
    LineKind.FURNITURE: BlockKind.FURNITURE,
    LineKind.BYLINE: BlockKind.BYLINE,
    LineKind.DATE: BlockKind.BYLINE,
    LineKind.CREDIT: BlockKind.CREDIT,
    LineKind.ITEM: BlockKind.LIST_ITEM,
}


@dataclass(frozen=True, slots=True)
class _Part:
    """A unit and the kind of block it makes."""

    unit: Unit
    kind: BlockKind


def read(source: Source, markup: Markup = DEFAULT) -> Document:  # noqa: ARG001 - plain text leaves nothing open
    """Read a plain-text source. Nothing in the text raises."""
    found = list(units(source.lf))
    told = [unit for unit in found if unit.kind is LineKind.COMMENT]
    parts = _parts([unit for unit in found if unit.kind is not LineKind.COMMENT])
    blocks = tuple(_block(source, part) for part in parts)
    directives: list[Directive] = []
    for unit in told:
        directives += comments(source, unit.start, unit.end)
    return Document(source, blocks, published=_published(parts), directives=tuple(directives))


def _block(source: Source, part: _Part) -> Block:
    builder = ProseBuilder(source)
    add_text(builder, source.lf, part.unit.start, part.unit.end)
    path = ("list",) if part.kind is BlockKind.LIST_ITEM else ()
    return Block(part.kind, builder.build(), level=2 if part.kind is BlockKind.HEADING else 0, path=path)


def _published(parts: Sequence[_Part]) -> date | None:
    """Give the date of the line near the headline: the first one in a byline."""
    heads = (part.unit.head for part in parts if part.kind is BlockKind.BYLINE)
    return next((day for head in heads if (day := find_date(head))), None)


def _parts(found: Sequence[Unit]) -> list[_Part]:
    first = _headline(found)
    parts: list[_Part] = []
    top = first is not None
    for index, unit in enumerate(found):
        if index == first:
            kind = BlockKind.HEADLINE
        elif top and first is not None and index > first:
            kind = _kind_at_top(found, index, parts)
            top = kind is not BlockKind.PARAGRAPH and index < first + _UNITS_AT_TOP
        else:
            kind = _kind(found, index)
        parts += _split_credit(_Part(unit, kind))
    return parts


def _headline(found: Sequence[Unit]) -> int | None:
    """Give the index of the headline: the first line that is no furniture, if it looks like one and text follows."""
    index = next((i for i, unit in enumerate(found) if unit.kind is not LineKind.FURNITURE), None)
    if index is None or found[index].kind is not LineKind.PROSE:
        return None
    unit = found[index]
    is_short = unit.lines <= 2 and unit.length < 200 and len(unit.head.split()) <= _HEADLINE_WORDS
    follows = any(later.kind is not LineKind.FURNITURE for later in found[index + 1 :])
    return index if is_short and follows and not _has_stop(unit) else None


def _kind_at_top(found: Sequence[Unit], index: int, parts: Sequence[_Part]) -> BlockKind:
    """Give the kind of a unit between the headline and the first paragraph."""
    unit = found[index]
    if unit.kind is not LineKind.PROSE:
        return _FIXED[unit.kind]
    seen = [part.kind for part in parts]
    if unit.lines == 1 and is_bare_name(unit.head) and BlockKind.BYLINE not in seen:
        return BlockKind.BYLINE
    if _has_credit_below(found, index):
        return BlockKind.CAPTION
    if BlockKind.DECK not in seen and _leads_to_body(found, index + 1):
        return BlockKind.DECK
    return _kind(found, index)


def _leads_to_body(found: Sequence[Unit], index: int) -> bool:
    """Say whether a byline, a date or a picture's credit comes next: what stands before it is the deck."""
    if index >= len(found):
        return False
    unit = found[index]
    is_byline = unit.kind in (LineKind.BYLINE, LineKind.DATE) or (unit.lines == 1 and is_bare_name(unit.head))
    return is_byline or _has_credit_below(found, index) or (unit.kind is LineKind.CREDIT)


def _has_credit_below(found: Sequence[Unit], index: int) -> bool:
    unit, below = found[index], found[index + 1 : index + 2]
    return any(unit.kind is LineKind.PROSE and b.kind is LineKind.CREDIT and b.group == unit.group for b in below)


def _kind(found: Sequence[Unit], index: int) -> BlockKind:
    """Give the kind of a unit in the body."""
    unit = found[index]
    if unit.kind is not LineKind.PROSE:
        return _FIXED[unit.kind]
    if _has_credit_below(found, index):
        return BlockKind.CAPTION
    is_heading = unit.lines == 1 and _is_alone(found, index) and _is_heading(unit)
    return BlockKind.HEADING if is_heading else BlockKind.PARAGRAPH


def _is_alone(found: Sequence[Unit], index: int) -> bool:
    beside = (*found[max(0, index - 1) : index], *found[index + 1 : index + 2])
    return all(other.group != found[index].group or other.kind is LineKind.FURNITURE for other in beside)


def _is_heading(unit: Unit) -> bool:
    if unit.length > 120 or len(unit.head.split()) > _HEADING_WORDS:
        return False
    return bool(_IN_SINGLE_MARKS.match(unit.head)) or not (_has_stop(unit) or _SPOKEN.match(unit.head))


def _has_stop(unit: Unit) -> bool:
    return unit.length > LOOK or bool(_FINAL_STOP.search(unit.head, max(0, len(unit.head) - 4)))


def _split_credit(part: _Part) -> list[_Part]:
    """Cut “… (AP Photo/Jo Doe)” off the end of a line: the rest is a caption."""
    unit = part.unit
    at = credit_at_end(unit.head) if part.kind in (BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.HEADING) else -1
    if at <= 0 or unit.length > LOOK:
        return [part]
    caption = replace(unit, end=unit.start + len(unit.head[:at].rstrip()), head=unit.head[:at].rstrip())
    credit = replace(unit, start=unit.start + at, head=unit.head[at:])
    return [_Part(caption, BlockKind.CAPTION), _Part(credit, BlockKind.CREDIT)]
