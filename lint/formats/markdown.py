"""Markdown: CommonMark with the additions of GitHub, Pandoc, MkDocs, Hugo, Jekyll and their kin, and front matter."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable

from lint.document import Block, BlockKind, Directive, Document, Image, Link, Notice
from lint.formats import dialect, frontmatter, shortcodes, values
from lint.formats.code import Ranges
from lint.formats.commonmark import ParserFailure, Walker
from lint.formats.found import Comment, Found, Item, Picture, Reference, Value
from lint.formats.frontmatter import FrontMatter
from lint.formats.html_fragment import Around, fragment
from lint.formats.masks import Masks
from lint.markup import DEFAULT, Markup
from lint.model import Span
from lint.source import Source

_VISIBLE = re.compile(r"[^\n]")

Scanner = Callable[[str, int, Markup], Iterable[Item]]


def read(source: Source, markup: Markup = DEFAULT) -> Document:
    """Read a Markdown source. What cannot be read stands in the notices; nothing in the text raises."""
    return read_with(shortcodes.scan, source, markup)


def read_with(scanner: Scanner, source: Source, markup: Markup) -> Document:
    """Read a source of Markdown and of what `scanner` finds in its body: template code, or JSX."""
    front = frontmatter.read(source, markup)
    found = Found().add(scanner(source.lf, front.end, markup)).add(dialect.scan(source.lf, front.end))
    masks = Masks(found.masks, source.lf, front.end)
    try:
        walker = Walker(source, masks, front.end, titled=front.titled)
        walker.walk()
    except (ParserFailure, ValueError) as error:
        notice = Notice(f"The Markdown was not read: {error}.", Span(0, len(source.text)))
        return Document(source, (), front.meta, front.published, (), (*front.notices, notice))
    return _Assembly(source, markup, walker).document(front, found, masks)


class _Assembly:
    """Puts together what the front matter, the Markdown, the HTML in it and the parameters of tags give."""

    def __init__(self, source: Source, markup: Markup, walker: Walker) -> None:
        self._source, self._markup, self._walker = source, markup, walker
        self._blocks: list[Block] = list(walker.blocks)
        self._links: list[Link] = list(walker.links)
        self._images: list[Image] = list(walker.images)
        self._directives: list[Directive] = list(walker.directives)
        self._hidden = [self._span(start, end) for start, end in walker.code]

    def document(self, front: FrontMatter, found: Found, masks: Masks) -> Document:
        """Give the document, everything in the order of the source."""
        self._html(masks)
        self._code = Ranges(_merged(self._hidden))
        self._values(found)
        self._wiki_links(found)
        self._directives += [self._directive(comment) for comment in found.comments if self._is_read(comment)]
        return Document(
            self._source,
            tuple(sorted((*front.blocks, *self._blocks), key=lambda block: block.span(0, 1).start)),
            front.meta,
            front.published,
            tuple(sorted(self._directives, key=lambda directive: directive.span)),
            (*front.notices, *self._walker.notices),
            tuple(sorted((*front.links, *self._links), key=lambda link: link.block.span(link.start, link.end))),
            tuple(sorted(self._images, key=lambda image: image.span)),
            front.meta_spans,
        )

    def _html(self, masks: Masks) -> None:
        """Have the HTML read that the Markdown holds; the marks of containers between its lines are no part of it."""
        if not self._walker.html:
            return
        masked = _blanked(masks.apply(self._source.lf), self._walker.gaps)
        for start, end, path in self._walker.html:
            result = fragment(self._source, start, end, self._markup, Around(masks, masked, path))
            self._blocks += result.blocks
            self._links += result.links
            self._images += result.images
            self._directives += result.directives
            self._hidden += [directive.span for directive in result.directives]

    def _values(self, found: Found) -> None:
        """Make blocks of the prose in parameters and titles, and images of the tags that show one."""
        made: dict[Value, Block] = {}
        for value in found.values:
            read = values.block(self._source, value, self._markup) if self._is_read(value) else None
            if read:
                made[value], links = read
                self._links += links
        self._blocks += made.values()
        self._images += [self._image(each, made) for each in found.pictures if self._is_read(each)]

    def _image(self, picture: Picture, made: dict[Value, Block]) -> Image:
        words = [made[value] for value in picture.values if value in made]
        alt = next((block for block in words if block.kind is BlockKind.ALT), None)
        caption = next((block for block in words if block.kind is BlockKind.CAPTION), None)
        return Image(picture.target, self._span(picture.start, picture.end), alt, caption)

    def _wiki_links(self, found: Found) -> None:
        """Find the block that each wiki link stands in."""
        if not found.references:
            return
        blocks = sorted(self._blocks, key=lambda block: block.span(0, 1).start)
        starts = [block.span(0, 1).start for block in blocks]
        for link in found.references:
            span = self._span(link.start, link.end)
            block = blocks[max(0, bisect_right(starts, span.start) - 1)] if blocks else None
            if block and self._is_read(link):
                start, end = block.prose.offset_at(span.start), block.prose.offset_at(span.end)
                self._links += [Link(block, start, end, link.target)] if start < end else []

    def _is_read(self, item: Comment | Value | Picture | Reference) -> bool:
        """Say whether what was found stands neither in code nor in a comment."""
        return self._source.offset(item.start) not in self._code

    def _directive(self, comment: Comment) -> Directive:
        text = self._source.lf[comment.inner_start : comment.inner_end].strip()
        return Directive(text, self._span(comment.start, comment.end))

    def _span(self, start: int, end: int) -> Span:
        return Span(self._source.offset(start), self._source.offset(end))


def _merged(spans: list[Span]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(span.end, merged[-1][1])
        else:
            merged.append((span.start, span.end))
    return merged


def _blanked(text: str, ranges: list[tuple[int, int]]) -> str:
    """Give the text with blanks in the ranges; line ends stay."""
    pieces, at = list[str](), 0
    for start, end in ranges:
        pieces += [text[at:start], _VISIBLE.sub(" ", text[start:end])]
        at = end
    return "".join([*pieces, text[at:]])
