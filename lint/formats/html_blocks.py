"""From the tokens of a page to its blocks, in one pass and without a tree."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lint.document import BlockKind, Directive
from lint.formats import html_attributes as attributes
from lint.formats import html_elements as elements
from lint.formats.html_elements import Look, look_inside
from lint.formats.html_stack import Stack
from lint.formats.html_text import BLANK, covered, is_empty, pour
from lint.formats.html_tokens import Broken, Comment, EndTag, StartTag, Text, Token, Tokenizer
from lint.formats.masks import Masks
from lint.formats.sink import Sink
from lint.markup import Markup
from lint.model import Span
from lint.source import Source
from lint.sourcemap import Prose

_QUOTATION_MARKS = "“‘”’"


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A stretch of prose and its look; `links` are the parts of it that lead somewhere, and where."""

    prose: Prose
    look: Look
    links: tuple[tuple[int, int, str], ...] = ()


@dataclass(slots=True)
class Picture:
    """An image and the words that were found for it so far."""

    target: str
    span: Span
    look: Look
    alt: Found | None = None
    caption: Found | None = None


@dataclass(slots=True)
class Findings:
    """What was found in a text, in order."""

    blocks: list[Found] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    tags: list[tuple[StartTag, int]] = field(default_factory=list)
    """The tags that speak of the whole page, each with the number of paragraphs before it."""
    broken: list[Broken] = field(default_factory=list)


class Walker:
    """Walks over the tokens of `masked[start:end]`, once. `masked` is `source.lf` with its masks applied."""

    def __init__(self, source: Source, masks: Masks, masked: str, markup: Markup, look: Look) -> None:
        self.found = Findings()
        self._source, self._masks, self._text, self._markup = source, masks, masked, markup
        self._stack = Stack(look)
        self._sink: Sink | None = None
        self._look = look
        self._links: list[tuple[int, int, str]] = []
        self._anchor: tuple[int, str] | None = None
        self._quotes, self._articles, self._paragraphs = 0, 0, 0
        self._after_break = -1
        self._in_figure: list[Picture] = []

    def walk(self, start: int, end: int) -> Findings:
        """Read the text from `start` to `end`, offsets in `lf`."""
        tokens = Tokenizer(self._text, start, end)
        for token in tokens:
            self._take(token)
            tokens.foreign = self._is_foreign()
        self._pop_to(1, end, end)
        self._close(end)
        return self.found

    def _take(self, token: Token) -> None:
        if isinstance(token, Text):
            if not token.raw and not self._stack.is_skipped:
                self._pour(token.start, token.end)
        elif isinstance(token, StartTag):
            self._start(token)
        elif isinstance(token, EndTag):
            self._end(token)
        else:
            self._unseen(token)

    def _unseen(self, token: Token) -> None:
        self._drop(token.start)
        if isinstance(token, Comment):
            text = self._source.lf[token.inner_start : token.inner_end].strip()
            self.found.directives.append(Directive(text, self._span(token.start, token.end)))
        elif isinstance(token, Broken):
            self.found.broken.append(token)

    def _is_foreign(self) -> bool:
        """Say whether SVG or MathML is being read, and not HTML inside it."""
        return self._stack.is_skipped and self._stack.last(("svg", "math")) > self._stack.last(elements.INTEGRATION)

    # Tags

    def _start(self, tag: StartTag) -> None:
        name = tag.name
        if self._is_foreign() and name in elements.BREAKOUT:
            self._pop_to(self._stack.last(("svg", "math")), tag.start, tag.start)
        self._imply_ends(tag)
        if self._stack.is_skipped:
            self._push(tag)
            return
        if name in elements.BLOCKS or name in elements.UNREAD_BLOCKS or name == "hr":
            self._close(tag.start)
        self._drop(tag.start)
        is_unread = name in elements.UNREAD or name in self._markup.skip_tags or attributes.is_hidden(self._text, tag)
        if is_unread:
            self._push(tag, skipped=True)
        elif name in elements.VOID:
            self._void(tag)
        else:
            self._enter(tag)

    def _imply_ends(self, tag: StartTag) -> None:
        """Close what the start tag ends: a paragraph at any block, an item at the next one."""
        if tag.name in elements.CLOSES_PARAGRAPH and (index := self._stack.find("p")):
            self._pop_to(index, tag.start, tag.start)
        if tag.name in elements.HEADINGS and self._stack.top.name in elements.HEADINGS:
            self._pop_to(len(self._stack) - 1, tag.start, tag.start)
        names, reach = elements.IMPLIED_ENDS.get(tag.name, ((), elements.SCOPE))
        index = max((self._stack.find(name, reach) for name in names), default=0)
        if index:
            self._pop_to(index, tag.start, tag.start)

    def _push(self, tag: StartTag, *, skipped: bool = False) -> None:
        """Open an element that is not read, or that stands in one that is not."""
        is_closed = tag.closed and (tag.name in ("svg", "math") or self._is_foreign())
        if tag.name not in elements.VOID and tag.name not in elements.UNSTACKED and not is_closed:
            self._stack.push(tag.name, tag.start, self._stack.top.look, skipped=skipped)

    def _void(self, tag: StartTag) -> None:
        """Take an element without content."""
        if tag.name == "br":
            self._break(tag.start, tag.end)
        elif tag.name in elements.OPAQUE_VOID and attributes.value(self._text, tag, "type").lower() != "hidden":
            self._open().opaque(tag.start, tag.end)
        if tag.name == "img":
            self._picture(tag)
        elif tag.name == "meta":
            self._note(tag)

    def _enter(self, tag: StartTag) -> None:
        """Take the start tag of an element that is read."""
        if tag.name in ("html", "time"):
            self._note(tag)
        elif tag.name == "a":
            self._link(tag)
        elif tag.name == "q":
            self._open().replacement(tag.start, tag.end, _QUOTATION_MARKS[self._quotes % 2])
            self._quotes += 1
        elif tag.name in elements.OPAQUE:
            if tag.closed and tag.name in ("svg", "math"):
                self._open().opaque(tag.start, tag.end)
            else:
                self._stack.push(tag.name, tag.start, self._stack.top.look, opaque=True)
        elif tag.name in elements.BLOCKS and tag.name not in elements.UNSTACKED:
            self._stack.push(tag.name, tag.start, self._inside(tag))
        for attribute, kind in attributes.prose_attributes(tag, self._markup):
            self._keep_attribute(attribute, kind)

    def _inside(self, tag: StartTag) -> Look:
        """Give the look of text in the element that `tag` opens."""
        look = look_inside(self._stack.top.look, tag.name, attributes.classes(self._text, tag))
        if tag.name == "main" or attributes.value(self._text, tag, "role").lower() == "main":
            look = replace(look, is_main=True)
        elif tag.name == "article" and not look.article:
            self._articles += 1
            look = replace(look, article=self._articles)
        elif tag.name == "figure":
            self._in_figure = []
        return look

    def _end(self, tag: EndTag) -> None:
        if tag.name in elements.HEADINGS:
            index = max(self._stack.find(name) for name in elements.HEADINGS)
        else:
            index = self._stack.find(tag.name, _reach(tag.name))
        if index:
            self._pop_to(index, tag.start, tag.end)
        if self._stack.is_skipped:
            return
        self._drop(tag.start)
        if tag.name in elements.BLOCKS or tag.name in elements.UNREAD_BLOCKS:
            self._close(tag.start)
        elif tag.name == "br":
            self._break(tag.start, tag.end)
        elif tag.name == "a":
            self._end_link(tag.start)
        elif tag.name == "q" and self._quotes:
            self._quotes -= 1
            self._open().replacement(tag.start, tag.end, _QUOTATION_MARKS[2 + self._quotes % 2])

    def _pop_to(self, index: int, start: int, end: int) -> None:
        """Close the elements from the innermost to that at `index`, which ends at `end`, the others at `start`."""
        while len(self._stack) > index:
            is_last = len(self._stack) == index + 1
            closed = self._stack.pop()
            if closed.opaque and not self._stack.is_skipped:
                self._open().opaque(closed.start, end if is_last else start)
            elif closed.name in elements.BLOCKS and not closed.skipped and not self._stack.is_skipped:
                self._close(start)
            if closed.name == "figure":
                self._in_figure = []

    # Inline content

    def _pour(self, start: int, end: int) -> None:
        if self._sink or self._text[start:end].strip(BLANK):
            pour(self._open(), self._text, start, end)

    def _drop(self, start: int) -> None:
        if self._sink and not self._stack.is_skipped:
            self._sink.drop(start)

    def _break(self, start: int, end: int) -> None:
        """Add a line break; the second of two ends the block, as authors mean it."""
        is_second = self._after_break >= 0 and not self._text[self._after_break : start].strip(BLANK)
        self._after_break = end
        if is_second:
            self._close(start)
        elif self._sink:
            self._sink.line_break(start, end)

    def _link(self, tag: StartTag) -> None:
        self._end_link(tag.start)
        if target := attributes.find(tag, "href"):
            self._anchor = (tag.end, self._source.lf[target.start : target.end])

    def _end_link(self, at: int) -> None:
        if self._anchor:
            start, target = self._anchor
            self._links.append((start, at, target))
            self._anchor = None

    def _picture(self, tag: StartTag) -> None:
        target = attributes.find(tag, "src") or attributes.find(tag, "data-src")
        address = self._source.lf[target.start : target.end] if target else ""
        picture = Picture(address, self._span(tag.start, tag.end), self._stack.top.look)
        for attribute, kind in attributes.prose_attributes(tag, self._markup):
            found = self._keep_attribute(attribute, kind)
            if kind is BlockKind.ALT:
                picture.alt = found
            else:
                picture.caption = found
        self.found.pictures.append(picture)
        if "figure" in self._stack.top.look.path:
            self._in_figure.append(picture)

    def _keep_attribute(self, attribute: attributes.Attribute, kind: BlockKind) -> Found | None:
        prose = attributes.prose(self._source, self._masks, self._text, attribute)
        return self._keep(prose, replace(self._stack.top.look, kind=kind, level=0))

    def _note(self, tag: StartTag) -> None:
        """Note a tag that speaks of the whole page."""
        self.found.tags.append((tag, self._paragraphs))

    # Blocks

    def _open(self) -> Sink:
        if not self._sink:
            self._sink = Sink(self._source, self._masks)
            self._look = self._stack.top.look
        return self._sink

    def _close(self, at: int) -> None:
        """End the block that is open, if one is; a link that is open goes on in the next one."""
        self._after_break = -1
        anchor, links = self._anchor, self._links
        if not self._sink:
            self._links = []
            return
        self._end_link(at)
        prose, self._sink = self._sink.prose(), None
        self._links, self._quotes = [], 0
        self._anchor = (at, anchor[1]) if anchor else None
        found = self._keep(prose, self._look, links)
        if found and self._look.kind is BlockKind.CAPTION:
            for picture in self._in_figure:
                picture.caption = found
            self._in_figure = []

    def _keep(self, prose: Prose, look: Look, links: Sequence[tuple[int, int, str]] = ()) -> Found | None:
        if is_empty(prose):
            return None
        ranges = [(*covered(prose, self._span(start, end)), target) for start, end, target in links]
        found = Found(prose, look, tuple(each for each in ranges if each[0] < each[1]))
        self._paragraphs += look.kind is BlockKind.PARAGRAPH
        self.found.blocks.append(found)
        return found

    def _span(self, start: int, end: int) -> Span:
        return Span(self._source.offset(start), self._source.offset(end))


def _reach(name: str) -> frozenset[str]:
    """Give the barriers that the end tag of an element does not reach beyond."""
    if name in elements.TABLE_PARTS or name in elements.TABLE_SCOPE:
        return elements.TABLE_SCOPE
    if name == "li":
        return elements.ITEM_SCOPE
    return elements.SCOPE if name in elements.BLOCKS else elements.NEAR
