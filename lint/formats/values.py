"""Prose in a value: of a front matter's field, a shortcode's parameter, a fence's title. Markdown in it is read."""

import re

from lint.document import Block, BlockKind, Link
from lint.formats import dialect, scalars, shortcodes
from lint.formats.commonmark import ParserFailure, Walker
from lint.formats.found import Found, Value
from lint.formats.inline import strip
from lint.formats.masks import Mask, Masks
from lint.markup import Markup
from lint.source import Source
from lint.sourcemap import Prose

_GUARD = "."  # Before the value, so that nothing in it begins a block: “1. FC Köln” is no list.
_SIGNS = re.compile(r"[*_`\[<&\\{$~@^]|==|:[/\w]|www\.", re.IGNORECASE)


def block(source: Source, value: Value, markup: Markup) -> tuple[Block, list[Link]] | None:
    """Read a value as a block with its links; None where nothing is left to read."""
    return made(scalars.prose(source, value.pieces), value.kind, (value.path,), markup)


def made(prose: Prose, kind: BlockKind, path: tuple[str, ...], markup: Markup) -> tuple[Block, list[Link]] | None:
    """Make a block of the prose of a value, with the Markdown in it read; None where nothing is left to read."""
    if _SIGNS.search(prose.text):
        prose, links = _read(prose, markup)
    else:
        links = []
    if not prose.text.strip("\ufffc \t"):
        return None
    made_block = Block(kind, prose, path=path)
    return made_block, [Link(made_block, start, end, target) for start, end, target in links]


def _read(prose: Prose, markup: Markup) -> tuple[Prose, list[tuple[int, int, str]]]:
    """Read the Markdown inside one line of prose. Gives prose mapped to the same source, and the ranges of its links."""
    text = _GUARD + prose.text
    found = Found([Mask(0, len(_GUARD))]).add(shortcodes.scan(text, 0, markup)).add(dialect.scan(text, 0))
    walker = Walker(Source("", text), Masks(found.masks))
    try:
        walker.walk()
    except ParserFailure:
        return prose, []
    read = next((block for block in walker.blocks if block.kind is BlockKind.PARAGRAPH), None)
    if walker.notices or not read:
        return (prose, []) if walker.notices else (Prose("", ()), [])
    links = [(link.start, link.end, link.target) for link in walker.links if link.block is read]
    return strip(read.prose.through(prose, len(_GUARD))), links
