"""From the tokens of a page to its blocks, in one pass and without a tree."""

from dataclasses import dataclass, field, replace

from lint.document import BlockKind, Directive
from lint.formats import html_attributes as attributes
from lint.formats import html_elements as elements
from lint.formats.html_elements import Look, look_inside
from lint.formats.html_line import Found, Line
from lint.formats.html_stack import Open, Stack
from lint.formats.html_text import is_empty
from lint.formats.html_tokens import Attribute, Broken, Comment, EndTag, StartTag, Text, Token, Tokenizer
from lint.formats.masks import Masks
from lint.markup import Markup
from lint.model import Span
from lint.source import Source


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
    unread: list[tuple[int, int]] = field(default_factory=list)
    """The comments, and the text in elements that are not read: offsets in `lf`, half-open."""
    broken: list[Broken] = field(default_factory=list)


class Walker:
    """Walks over the tokens of `masked[start:end]`, once. `masked` is `source.lf` with its masks applied."""

    def __init__(self, source: Source, masks: Masks, masked: str, markup: Markup, look: Look) -> None:
        self.found = Findings()
        self._source, self._masks, self._text, self._markup = source, masks, masked, markup
        self._stack = Stack(look)
        self._line = Line(source, masks, masked)
        self._articles, self._paragraphs = 0, 0
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
            if token.raw or self._stack.is_skipped:
                self.found.unread.append((token.start, token.end))
            else:
                self._line.pour(token.start, token.end, self._look)
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
            self.found.unread.append((token.start, token.end))
            self.found.directives.append(Directive(text, self._span(token.start, token.end)))
        elif isinstance(token, Broken):
            self.found.broken.append(token)

    def _is_foreign(self) -> bool:
        """Say whether SVG or MathML is being read, and not HTML inside it."""
        return self._stack.is_skipped and self._stack.last(("svg", "math")) > self._stack.last(elements.INTEGRATION)

    # Tags

    def _start(self, tag: StartTag) -> None:
        name = tag.name
        while name in elements.BREAKOUT and self._is_foreign():
            self._pop_to(self._stack.last(("svg", "math")), tag.start, tag.start)
        self._imply_ends(tag)
        if self._stack.is_skipped:
            self._push(tag)
            return
        if name in elements.BLOCKS or name in elements.UNREAD_BLOCKS or name == "hr":
            self._close(tag.start)
        self._drop(tag.start)
        if self._is_unread(tag):
            self._push(tag, skipped=True)
        elif name in elements.VOID:
            self._void(tag)
        else:
            self._enter(tag)

    def _is_unread(self, tag: StartTag) -> bool:
        is_credit = tag.name == "footer" and "quote" in self._look.path
        is_silent = tag.name in elements.UNREAD and not is_credit
        return is_silent or tag.name in self._markup.skip_tags or attributes.is_hidden(self._text, tag)

    def _imply_ends(self, tag: StartTag) -> None:
        """Close what the start tag ends: a paragraph at any block, an item at the next one."""
        if tag.name in elements.CLOSES_PARAGRAPH and (index := self._stack.find("p", elements.BUTTON_SCOPE)):
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
            self._stack.push(Open(tag.name, tag.start, self._look, skipped), is_foreign=self._is_foreign())

    def _void(self, tag: StartTag) -> None:
        """Take an element without content."""
        if tag.name == "br":
            self._break(tag.start, tag.end)
        elif tag.name in elements.OPAQUE_VOID and attributes.value(self._text, tag, "type").lower() != "hidden":
            self._line.opaque(tag.start, tag.end, self._look)
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
            self._line.quote(tag.start, tag.end, self._look)
        elif tag.name in elements.OPAQUE:
            if tag.closed and tag.name in ("svg", "math"):
                self._line.opaque(tag.start, tag.end, self._look)
            else:
                self._stack.push(Open(tag.name, tag.start, self._look, skipped=True, opaque=True))
        elif tag.name in elements.BLOCKS and tag.name not in elements.UNSTACKED:
            self._stack.push(Open(tag.name, tag.start, self._inside(tag)))
        for attribute, kind in attributes.prose_attributes(tag, self._markup):
            self._keep_attribute(attribute, kind)

    def _inside(self, tag: StartTag) -> Look:
        """Give the look of text in the element that `tag` opens."""
        look = look_inside(self._look, tag.name, attributes.classes(self._text, tag))
        is_main = tag.name == "main" or attributes.value(self._text, tag, "role").lower() == "main"
        if is_main:
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
        if tag.name == "p" and not index:
            self._close(tag.start)
        elif tag.name == "br":
            self._break(tag.start, tag.end)
        elif tag.name == "a":
            self._line.unlink(tag.start)
        elif tag.name == "q":
            self._line.unquote(tag.start, tag.end, self._look)

    def _pop_to(self, index: int, start: int, end: int) -> None:
        """Close the elements from the innermost to that at `index`, which ends at `end`, the others at `start`."""
        while len(self._stack) > index:
            is_last = len(self._stack) == index + 1
            closed = self._stack.pop()
            if closed.opaque and not self._stack.is_skipped:
                self._line.opaque(closed.start, end if is_last else start, closed.look)
            elif closed.name in elements.BLOCKS and not closed.skipped and not self._stack.is_skipped:
                self._close(start)
            if closed.name == "figure":
                self._in_figure = []

    # Inline content

    def _drop(self, start: int) -> None:
        if not self._stack.is_skipped:
            self._line.drop(start)

    def _break(self, start: int, end: int) -> None:
        if self._line.line_break(start, end):
            self._close(start)

    def _link(self, tag: StartTag) -> None:
        self._line.unlink(tag.start)
        if target := attributes.find(tag, "href"):
            self._line.link(tag.end, self._source.lf[target.start : target.end])

    def _picture(self, tag: StartTag) -> None:
        target = attributes.find(tag, "src") or attributes.find(tag, "data-src")
        address = self._source.lf[target.start : target.end] if target else ""
        picture = Picture(address, self._span(tag.start, tag.end), self._look)
        for attribute, kind in attributes.prose_attributes(tag, self._markup):
            found = self._keep_attribute(attribute, kind)
            if kind is BlockKind.ALT:
                picture.alt = found
            else:
                picture.caption = found
        self.found.pictures.append(picture)
        if "figure" in self._look.path:
            self._in_figure.append(picture)

    def _keep_attribute(self, attribute: Attribute, kind: BlockKind) -> Found | None:
        prose = attributes.prose(self._source, self._masks, self._text, attribute)
        if is_empty(prose):
            return None
        found = Found(prose, replace(self._look, kind=kind, level=0))
        self._keep(found)
        return found

    def _note(self, tag: StartTag) -> None:
        """Note a tag that speaks of the whole page."""
        self.found.tags.append((tag, self._paragraphs))

    # Blocks

    @property
    def _look(self) -> Look:
        return self._stack.top.look

    def _close(self, at: int) -> None:
        """End the block that is open, if one is."""
        found = self._line.close(at)
        if not found:
            return
        self._keep(found)
        if found.look.kind is BlockKind.CAPTION:
            for picture in self._in_figure:
                picture.caption = found
            self._in_figure = []

    def _keep(self, found: Found) -> None:
        self._paragraphs += found.look.kind is BlockKind.PARAGRAPH
        self.found.blocks.append(found)

    def _span(self, start: int, end: int) -> Span:
        return Span(self._source.offset(start), self._source.offset(end))


def _reach(name: str) -> frozenset[str]:
    """Give the barriers that the end tag of an element does not reach beyond."""
    if name in elements.TABLE_PARTS or name in elements.TABLE_SCOPE:
        return elements.TABLE_SCOPE
    if name in ("li", "p"):
        return elements.ITEM_SCOPE if name == "li" else elements.BUTTON_SCOPE
    is_scoped = name in elements.SCOPED or name in elements.FORMATTING
    return elements.SCOPE if is_scoped else elements.SPECIAL
