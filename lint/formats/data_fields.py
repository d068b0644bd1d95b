"""Fields of data files: which of them are prose, and the blocks that their text makes, one for each paragraph."""

import re
from collections.abc import Iterator, Mapping, Sequence

from lint.document import Block, BlockKind
from lint.formats import scalars
from lint.formats.inline import add_text, strip
from lint.formats.scalars import Piece
from lint.markup import Markup
from lint.source import Source
from lint.sourcemap import OPAQUE_CHARACTER, ProseBuilder

BODY_FIELDS: Mapping[str, BlockKind] = {
    "body": BlockKind.PARAGRAPH,
    "text": BlockKind.PARAGRAPH,
    "content": BlockKind.PARAGRAPH,
    "quote": BlockKind.QUOTE,
}
"""Fields that hold running text, beside the prose fields of the markup."""

PEOPLE = frozenset({"author", "authors", "contributor", "contributors", "editor", "editors", "byline"})
"""Fields below which a title is a person's, not the article's."""

PARAGRAPH_END = "\n\n"
"""The text of a piece that ends a paragraph."""

_BLANK_LINES = re.compile(r"\n[ \t]*\n[ \t\n]*")


def kinds(markup: Markup) -> Mapping[str, BlockKind]:
    """Give the kind of block for each field, by its name in lower case, that is prose in a data file."""
    return {**BODY_FIELDS, **markup.prose_fields}


def blocks(
    source: Source, pieces: Sequence[Piece], value: str, kind: BlockKind, path: tuple[str, ...] = ()
) -> list[Block] | None:
    """Give the blocks of one text, or None where the pieces do not read as its `value`."""
    if not scalars.says(source.lf, pieces, value):
        return None
    made = (_block(source, paragraph, kind, path) for paragraph in _paragraphs(source.lf, pieces))
    return [block for block in made if block.text.strip(OPAQUE_CHARACTER + " \t")]


def _block(source: Source, pieces: Sequence[Piece], kind: BlockKind, path: tuple[str, ...]) -> Block:
    builder = ProseBuilder(source)
    for start, end, text in pieces:
        if text is None:
            add_text(builder, source.lf, start, end)
        else:
            builder.replacement(start, end, text)
    return Block(kind, strip(builder.build()), path=path)


def _paragraphs(lf: str, pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Cut the pieces where a blank line stands."""
    paragraph: list[Piece] = []
    for start, end, text in pieces:
        if text == PARAGRAPH_END:
            yield paragraph
            paragraph = []
        elif text is not None:
            paragraph.append((start, end, text))
        else:
            *ended, last = _cut(lf, start, end)
            for part in ended:
                yield [*paragraph, part]
                paragraph = []
            paragraph.append(last)
    yield paragraph


def _cut(lf: str, start: int, end: int) -> Iterator[Piece]:
    for gap in _BLANK_LINES.finditer(lf, start, end):
        yield start, gap.start(), None
        start = gap.end()
    yield start, end, None
