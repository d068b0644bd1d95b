"""From the events of a CommonMark parser to blocks. Only ranges are taken from the parser, never text."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lint.document import Block, BlockKind, Directive, Image, Link, Notice
from lint.formats.bytemap import ByteMap
from lint.formats.inline import strip
from lint.formats.masks import Masks, prepared
from lint.formats.passage import Ground, Passage, Shown, ranges_of_links
from lint.model import Span
from lint.source import Source
from lint.sourcemap import OPAQUE_CHARACTER, Prose

_CONTAINERS = {
    "BlockQuote": "quote",
    "List": "list",
    "FootnoteDefinition": "footnote",
    "Table": "table",
    "DefinitionList": "definitions",
}
_BLOCKS = frozenset(
    "Paragraph Heading BlockQuote CodeBlock HtmlBlock List Item FootnoteDefinition Table TableHead TableRow "
    "TableCell DefinitionList DefinitionListTitle DefinitionListDefinition".split()
)
_NOTHING = OPAQUE_CHARACTER + " \t"


class ParserFailure(Exception):
    """The parser gave up on a text."""


def events(text: str) -> Iterator[tuple[Any, Any]]:
    """Give the parser's events with their byte ranges. Raises ParserFailure when the parser panics."""
    from pyromark import Options, events_with_range

    options = (
        Options.ENABLE_TABLES
        | Options.ENABLE_FOOTNOTES
        | Options.ENABLE_STRIKETHROUGH
        | Options.ENABLE_TASKLISTS
        | Options.ENABLE_GFM
        | Options.ENABLE_MATH
        | Options.ENABLE_DEFINITION_LIST
    )
    try:
        yield from events_with_range(text, options=options)
    except Exception as error:
        raise ParserFailure(str(error)) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # of the parser's Rust, no Exception by its own choice
            raise ParserFailure(str(error)) from None
        raise


class Walker:
    """Walks over the events of one text, once, and keeps what it reads. `html` are the ranges left to another reader.

    A block whose ranges contradict each other is left out and told in `notices`.
    """

    def __init__(self, source: Source, masks: Masks, start: int = 0, *, titled: bool = False) -> None:
        """Begin at offset `start` of `source.lf`; `titled` says that the headline is known already."""
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.directives: list[Directive] = []
        self.notices: list[Notice] = []
        self.code: list[tuple[int, int]] = []
        self.html: list[tuple[int, int, tuple[str, ...]]] = []
        self.gaps: list[tuple[int, int]] = []
        self._source, self._start = source, start
        self._ground = Ground(source, masks, prepared(masks.apply(source.lf)))
        self._map = ByteMap(self._ground.masked[start:])
        self._scaffolds = masks.scaffolds()
        self._titled = titled
        self._path: list[str] = []
        self._path_tuple: tuple[str, ...] | None = ()
        self._kind, self._level = BlockKind.PARAGRAPH, 0
        self._passage: Passage | None = None
        self._began, self._failed = 0, False
        self._raw = ""
        self._raw_end = 0
        self._after_image = False

    def walk(self) -> None:
        """Read the text to its end. Raises ParserFailure."""
        for event, span in events(self._ground.masked[self._start :]):
            start = self._start + self._map.offset(span["start"])
            end = self._start + self._map.offset(span["end"])
            name, value = (event, None) if isinstance(event, str) else next(iter(event.items()))
            try:
                self._take(name, value, start, end)
            except ValueError:
                self._failed = True
        self._close(len(self._source.lf))

    def _take(self, name: str, value: Any, start: int, end: int) -> None:
        if name in ("Start", "End"):
            tag, data = (value, None) if isinstance(value, str) else next(iter(value.items()))
            if tag in _BLOCKS:
                (self._begin if name == "Start" else self._finish)(tag, data, start, end)
            elif name == "Start":
                self._open(start).begin(tag, data, start, end)
            else:
                self._open(start).finish(tag, end)
        elif name == "Rule":
            self._close(start)
        elif not self._raw:
            self._open(start).inline(name, value, start, end)
        elif self._raw == "HtmlBlock":
            self._keep_html(start, end)

    def _begin(self, tag: str, data: Any, start: int, end: int) -> None:
        self._close(start)
        self._kind, self._level = BlockKind.PARAGRAPH, 0
        if tag in _CONTAINERS:
            is_note = (tag == "BlockQuote" and data is not None) or (tag == "List" and start in self._scaffolds)
            self._push("note" if is_note else _CONTAINERS[tag])
        elif tag == "Heading":
            self._kind, self._level = BlockKind.HEADING, int(data["level"][1:])
        elif tag == "TableCell":
            self._kind = BlockKind.TABLE_CELL
        elif tag in ("HtmlBlock", "CodeBlock"):
            self._raw, self._raw_end = tag, start
            if tag == "HtmlBlock":
                self.html.append((start, start, tuple(self._path)))
            else:
                self.code.append((start, end))

    def _keep_html(self, start: int, end: int) -> None:
        """Add a line to the raw HTML; what stands between two lines is the marks of containers."""
        begin, _, path = self.html[-1]
        if start > self._raw_end:
            self.gaps.append((self._raw_end, start))
        self._raw_end = max(end, self._raw_end)
        self.html[-1] = (begin, self._raw_end, path)

    def _finish(self, tag: str, _data: Any, _start: int, end: int) -> None:
        self._close(end)
        self._kind, self._level = BlockKind.PARAGRAPH, 0
        self._raw = ""
        if tag in _CONTAINERS and self._path:
            self._path.pop()
            self._path_tuple = None

    def _push(self, container: str) -> None:
        self._path.append(container)
        self._path_tuple = None

    def _open(self, start: int) -> Passage:
        if not self._passage:
            self._passage = Passage(self._ground)
            self._began = start
        return self._passage

    def _close(self, end: int) -> None:
        """End the block that is open, if one is."""
        passage, self._passage = self._passage, None
        failed, self._failed = self._failed, False
        if not passage:
            return
        try:
            prose = passage.prose()
        except ValueError:
            failed = True
        if failed:
            place = Span(self._source.offset(self._began), self._source.offset(max(self._began, end)))
            self.notices.append(Notice("A block was not read: its places could not be verified.", place, broken=False))
            return
        self._keep_passage(passage, prose)

    def _keep_passage(self, passage: Passage, prose: Prose) -> None:
        self.directives += passage.directives
        self.code += passage.code
        self.html += [(start, end, tuple(self._path)) for start, end in passage.tags]
        for shown in passage.images:
            self._show(shown)
        has_image = bool(passage.images)
        is_caption = self._kind is BlockKind.PARAGRAPH and not passage.is_bare and (has_image or self._after_image)
        if is_caption:
            block = self._keep(BlockKind.CAPTION, strip(prose, _NOTHING))
            if block and self.images and not self.images[-1].caption:
                self.images[-1] = replace(self.images[-1], caption=block)
        else:
            block = self._keep(self._kind_here(), prose)
        if block:
            found = ranges_of_links(self._source, block.prose, passage.links)
            self.links += [Link(block, start, end, target) for start, end, target in found]
        self._after_image = has_image and not prose.text.strip(_NOTHING)

    def _show(self, shown: Shown) -> None:
        caption = self._keep(BlockKind.CAPTION, shown.title) if shown.title else None
        alt = self._keep(BlockKind.ALT, shown.alt)
        span = Span(self._source.offset(shown.start), self._source.offset(shown.end))
        self.images.append(Image(shown.target, span, alt, caption))

    def _kind_here(self) -> BlockKind:
        """Give the kind of the open block: its own, or its container's."""
        if self._kind is BlockKind.HEADING and self._level == 1 and self._is_first():
            self._titled = True
            return BlockKind.HEADLINE
        if self._kind is not BlockKind.PARAGRAPH:
            return self._kind
        if "quote" in self._path:
            return BlockKind.QUOTE
        is_item = "list" in self._path or "definitions" in self._path
        return BlockKind.LIST_ITEM if is_item else BlockKind.PARAGRAPH

    def _is_first(self) -> bool:
        beside = (BlockKind.ALT, BlockKind.CAPTION)
        return not self._titled and not self._path and all(block.kind in beside for block in self.blocks)

    def _keep(self, kind: BlockKind, prose: Prose) -> Block | None:
        if not prose.text.strip(_NOTHING):
            return None
        if self._path_tuple is None:
            self._path_tuple = tuple(self._path)
        level = self._level if kind in (BlockKind.HEADING, BlockKind.HEADLINE) else 0
        block = Block(kind, prose, level, self._path_tuple)
        self.blocks.append(block)
        return block
