"""From the events of a CommonMark parser to blocks. Only ranges are taken from the parser, never text."""

import re
from collections.abc import Iterator
from typing import Any

from lint.document import Block, BlockKind, Directive
from lint.formats.bytemap import ByteMap
from lint.formats.inline import comments, decode_reference, strip
from lint.formats.masks import Masks
from lint.formats.sink import Sink
from lint.source import Source
from lint.sourcemap import OPAQUE_CHARACTER, Prose

_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
_SILENT_TAGS = frozenset("code kbd samp var tt pre script style svg math textarea iframe template".split())
_VOID_TAGS = frozenset("img video audio input embed object".split())
_CONTAINERS = {"BlockQuote": "quote", "List": "list", "FootnoteDefinition": "footnote", "Table": "table"}
_BLOCKS = frozenset(
    "Paragraph Heading BlockQuote CodeBlock HtmlBlock List Item FootnoteDefinition Table TableHead TableRow "
    "TableCell".split()
)
_SPANS = frozenset({"Emphasis", "Strong", "Strikethrough"})


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
    """Walks over the events of one text, once, and keeps blocks and directives."""

    def __init__(self, source: Source, masks: Masks, start: int, *, titled: bool) -> None:
        """Begin at offset `start` of `source.lf`; `titled` says that the headline is known already."""
        self.blocks: list[Block] = []
        self.directives: list[Directive] = []
        self._source, self._masks, self._start = source, masks, start
        self._masked = masks.apply(source.lf)
        self._map = ByteMap(self._masked[start:])
        self._titled = titled
        self._path: list[str] = []
        self._path_tuple: tuple[str, ...] | None = None
        self._kind, self._level = BlockKind.PARAGRAPH, 0
        self._sink: Sink | None = None
        self._alt: Sink | None = None
        self._images = 0
        self._skip_to = 0
        self._silent: tuple[str, int] | None = None
        self._is_raw = False
        self._spans = 0
        self._has_image, self._is_bare, self._after_image = False, False, False

    def walk(self) -> None:
        """Read the text to its end. Raises ParserFailure, or ValueError when a range contradicts an earlier one."""
        for event, span in events(self._masked[self._start :]):
            start = self._start + self._map.offset(span["start"])
            end = self._start + self._map.offset(span["end"])
            name, value = (event, None) if isinstance(event, str) else next(iter(event.items()))
            self._take(name, value, start, end)
        self._close()

    def _take(self, name: str, value: Any, start: int, end: int) -> None:
        if name in ("Start", "End"):
            tag, data = (value, None) if isinstance(value, str) else next(iter(value.items()))
            (self._begin if name == "Start" else self._finish)(tag, data, start, end)
        elif name == "Rule":
            self._close()
        elif not self._is_raw and start >= self._skip_to:
            self._inline(name, value, start, end)

    def _begin(self, tag: str, data: Any, start: int, end: int) -> None:
        if tag in _BLOCKS:
            self._begin_block(tag, data, start, end)
        elif tag == "Image":
            self._begin_image(data, start, end)
        elif tag == "Link" and data["link_type"] in ("Autolink", "Email"):
            self._inline("Address", None, start, end)
            self._skip_to = end
        else:
            self._spans += tag in _SPANS
            self._inline("Markup", None, start, end)

    def _begin_block(self, tag: str, data: Any, start: int, end: int) -> None:
        self._close()
        self._kind, self._level = BlockKind.PARAGRAPH, 0
        if tag in _CONTAINERS:
            is_note = tag == "BlockQuote" and data is not None
            self._push("note" if is_note else _CONTAINERS[tag])
        elif tag == "Heading":
            self._kind, self._level = BlockKind.HEADING, int(data["level"][1:])
        elif tag == "TableCell":
            self._kind = BlockKind.TABLE_CELL
        elif tag in ("HtmlBlock", "CodeBlock"):
            self._is_raw = True
            if tag == "HtmlBlock":
                self.directives += comments(self._source, start, end)

    def _finish(self, tag: str, _data: Any, _start: int, end: int) -> None:
        if tag in _BLOCKS:
            self._close()
            self._kind, self._level = BlockKind.PARAGRAPH, 0
            self._is_raw = False
            if tag in _CONTAINERS:
                self._pop()
        elif tag == "Image":
            self._finish_image()
        else:
            self._spans -= tag in _SPANS
            self._inline("Markup", None, end, end)

    def _push(self, container: str) -> None:
        self._path.append(container)
        self._path_tuple = None

    def _pop(self) -> None:
        self._path.pop()
        self._path_tuple = None

    def _inline(self, name: str, value: Any, start: int, end: int) -> None:
        if self._silent:
            self._maybe_unsilence(name, value, end)
            return
        sink = self._alt or self._open()
        if name == "Text":
            self._note_bare(value)
            self._text(sink, value, start, end)
        elif name in ("SoftBreak", "HardBreak"):
            sink.line_break(start, end)
        elif name in ("InlineHtml", "Html"):
            self._html(sink, start, end)
        elif name in ("FootnoteReference", "TaskListMarker", "Markup"):
            sink.drop(start)
        else:
            self._note_bare(name)
            sink.opaque(start, end)

    def _note_bare(self, text: str) -> None:
        """Note that the block holds more than images and emphasised text, which would make it a caption."""
        self._is_bare |= not self._spans and self._alt is None and not text.isspace()

    def _text(self, sink: Sink, value: str, start: int, end: int) -> None:
        """Add a text event: a slice of the source, or a character reference; what is neither is opaque."""
        written = self._masked[start:end]
        if written == value:
            sink.text(start, end)
        elif (decoded := decode_reference(written)) is not None:
            sink.replacement(start, end, decoded)
        elif value and written.startswith(value):
            sink.text(start, start + len(value))
        elif value:
            sink.opaque(start, end)

    def _html(self, sink: Sink, start: int, end: int) -> None:
        written = self._source.lf[start:end]
        tag = _TAG.match(written)
        name = tag[1].lower() if tag else ""
        if name == "br":
            sink.line_break(start, end)
        elif name in _VOID_TAGS:
            sink.opaque(start, end)
        elif name in _SILENT_TAGS and written[1] != "/" and not written.endswith("/>"):
            self._silent = (name, start)
        else:
            sink.drop(start)
            self.directives += comments(self._source, start, end)

    def _maybe_unsilence(self, name: str, value: Any, end: int) -> None:
        """End the stretch that began with `<code>` or the like, at its end tag."""
        tag, start = self._silent or ("", 0)
        if name == "InlineHtml" and value.lower().startswith(f"</{tag}"):
            (self._alt or self._open()).opaque(start, end)
            self._note_bare(tag)
            self._silent = None

    def _begin_image(self, data: Any, start: int, end: int) -> None:
        self._images += 1
        if self._images > 1 or self._silent:
            return
        self._open().opaque(start, end)
        self._alt = Sink(self._source, self._masks)
        self._has_image = True
        if prose := self._title(data["title"], end):
            self._keep(BlockKind.CAPTION, prose)

    def _title(self, title: str, end: int) -> Prose | None:
        """Give the title of the image that ends at `end`, if it is written there as it reads."""
        start = end - 2 - len(title)
        if not title or "\n" in title or self._masked[start - 1 : end - 1] not in (f'"{title}"', f"'{title}'"):
            return None
        sink = Sink(self._source, self._masks)
        sink.text(start, end - 2)
        return sink.prose()

    def _finish_image(self) -> None:
        self._images -= 1
        if self._alt and not self._images:
            self._keep(BlockKind.ALT, self._alt.prose())
            self._alt = None

    def _open(self) -> Sink:
        if not self._sink:
            self._sink = Sink(self._source, self._masks)
            self._has_image, self._is_bare = False, False
        return self._sink

    def _close(self) -> None:
        """End the block that is open, if one is."""
        if not self._sink:
            return
        prose, self._sink = self._sink.prose(), None
        self._silent, self._spans = None, 0
        is_caption = self._kind is BlockKind.PARAGRAPH and not self._is_bare and (self._has_image or self._after_image)
        if is_caption:
            self._keep(BlockKind.CAPTION, strip(prose, OPAQUE_CHARACTER + " \t"))
        else:
            self._keep(self._kind_here(), prose)
        self._after_image = self._has_image and not prose.text.strip(OPAQUE_CHARACTER + " \t")

    def _kind_here(self) -> BlockKind:
        """Give the kind of the open block: its own, or its container's."""
        if self._kind is BlockKind.HEADING and self._level == 1 and self._is_first():
            self._titled = True
            return BlockKind.HEADLINE
        if self._kind is not BlockKind.PARAGRAPH:
            return self._kind
        if "quote" in self._path:
            return BlockKind.QUOTE
        return BlockKind.LIST_ITEM if "list" in self._path else BlockKind.PARAGRAPH

    def _is_first(self) -> bool:
        beside = (BlockKind.ALT, BlockKind.CAPTION)
        return not self._titled and not self._path and all(block.kind in beside for block in self.blocks)

    def _keep(self, kind: BlockKind, prose: Prose) -> None:
        if not prose.text.strip(OPAQUE_CHARACTER + " \t"):
            return
        if self._path_tuple is None:
            self._path_tuple = tuple(self._path)
        level = self._level if kind in (BlockKind.HEADING, BlockKind.HEADLINE) else 0
        self.blocks.append(Block(kind, prose, level, self._path_tuple))
