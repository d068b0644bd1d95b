"""Markdown: CommonMark with tables, footnotes, strikethrough and task lists, and front matter."""

from lint.document import Document, Notice
from lint.formats import frontmatter, masks
from lint.formats.commonmark import ParserFailure, Walker
from lint.markup import DEFAULT, Markup
from lint.model import Span
from lint.source import Source


def read(source: Source, markup: Markup = DEFAULT) -> Document:  # noqa: ARG001
    """Read a Markdown source. What cannot be read stands in the notices; nothing in the text raises."""
    front = frontmatter.read(source)
    notices = front.notices
    try:
        walker = Walker(source, masks.find(source.lf, front.end), front.end, titled=front.titled)
        walker.walk()
    except (ParserFailure, ValueError) as error:
        notices = (*notices, Notice(f"The Markdown was not read: {error}.", Span(0, len(source.text))))
        return Document(source, (), front.meta, front.published, (), notices)
    blocks = sorted((*front.blocks, *walker.blocks), key=lambda block: block.span(0, 1).start)
    return Document(source, tuple(blocks), front.meta, front.published, tuple(walker.directives), notices)
