"""One block of Markdown in the making: from the inline events of the parser to prose, links and images."""

import re
from dataclasses import dataclass
from typing import Any

from lint.document import Directive
from lint.formats.inline import comments, decode_reference
from lint.formats.masks import Masks
from lint.formats.sink import Sink
from lint.source import Source
from lint.sourcemap import OPAQUE_CHARACTER, Prose, SegmentKind

_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
_SILENT_TAGS = frozenset("code kbd samp var tt pre script style svg math textarea iframe template".split())
_VOID_TAGS = frozenset("img video audio input embed object".split())
_SPANS = frozenset({"Emphasis", "Strong", "Strikethrough"})
_ADDRESS = re.compile(r"<?((?:https?|ftp)://|www\.)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a passage stands on: its source, the masks, and the text that the parser reads, as long as `source.lf`."""

    source: Source
    masks: Masks
    masked: str

    def sink(self) -> Sink:
        """Give a sink for prose of it."""
        return Sink(self.source, self.masks, has_emoji=True)

    def written(self, address: str, start: int, end: int) -> str:
        """Give an address of the parser as it stands in `start..end`, where it may hold template code."""
        at = self.masked.find(address, start, end) if address else -1
        return self.source.lf[at : at + len(address)] if at >= 0 else address


@dataclass(frozen=True, slots=True)
class Shown:
    """An image: where it lies, its range in `lf`, its alternative text and its title."""

    target: str
    start: int
    end: int
    alt: Prose
    title: Prose | None


class Passage:
    """Takes the inline events of one block, in order. Ranges count in `source.lf`."""

    def __init__(self, ground: Ground) -> None:
        """Begin with nothing."""
        self.links: list[tuple[int, int, str]] = []
        self.images: list[Shown] = []
        self.directives: list[Directive] = []
        self.code: list[tuple[int, int]] = []
        self.tags: list[tuple[int, int]] = []
        self.is_bare = False
        self._ground = ground
        self._sink = ground.sink()
        self._alt: Sink | None = None
        self._nested = 0
        self._open_links: list[tuple[int, str]] = []
        self._image: tuple[str, int, Prose | None] = ("", 0, None)
        self._skip_to = 0
        self._silent: tuple[str, int] | None = None
        self._spans = 0

    def prose(self) -> Prose:
        """End the block and give its prose. What follows a `<code>` that nothing closes is code."""
        if self._silent:
            self._sink.opaque(self._silent[1], self._silent[1] + 1)
        return self._sink.prose()

    def begin(self, tag: str, data: Any, start: int, end: int) -> None:
        """Take the start of a span."""
        if start < self._skip_to:
            return
        if tag == "Image":
            self._begin_image(data, start, end)
        elif tag == "Link" and data["link_type"] in ("Autolink", "Email"):
            self.inline("Address", None, start, end)
            self.links.append((start, end, data["dest_url"]))
            self._skip_to = end
        else:
            if tag == "Link":
                self._open_links.append((start, self._ground.written(data["dest_url"], start, end)))
            self._spans += tag in _SPANS
            self.inline("Markup", None, start, end)

    def finish(self, tag: str, end: int) -> None:
        """Take the end of a span."""
        if tag == "Image":
            self._finish_image(end)
            return
        if tag == "Link" and self._open_links:
            start, target = self._open_links.pop()
            self.links.append((start, end, target))
        self._spans -= tag in _SPANS
        self.inline("Markup", None, end, end)

    def inline(self, name: str, value: Any, start: int, end: int) -> None:
        """Take any other event."""
        if start < self._skip_to:
            return
        if self._silent:
            self._maybe_unsilence(name, value, end)
            return
        sink = self._alt or self._sink
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
            self.code.append((start, end))
            sink.opaque(start, end)

    def _note_bare(self, text: str) -> None:
        """Note that the block holds more than images and emphasised text, which would make it a caption."""
        self.is_bare |= not self._spans and self._alt is None and not text.isspace()

    def _text(self, sink: Sink, value: str, start: int, end: int) -> None:
        """Add a text event: a slice of the source, or a character reference; what is neither is opaque."""
        written = self._ground.masked[start:end]
        if written == value:
            sink.text(start, end)
        elif (decoded := decode_reference(written)) is not None:
            sink.replacement(start, end, decoded)
        elif value and written.startswith(value):
            sink.text(start, start + len(value))
        elif value:
            sink.opaque(start, end)

    def _html(self, sink: Sink, start: int, end: int) -> None:
        written = self._ground.source.lf[start:end]
        tag = _TAG.match(written)
        name = tag[1].lower() if tag else ""
        if name == "br":
            sink.line_break(start, end)
        elif name in _VOID_TAGS:
            self.tags.append((start, end))
            sink.opaque(start, end)
        elif name in _SILENT_TAGS and written[1] != "/" and not written.endswith("/>"):
            self._silent = (name, start)
        else:
            sink.drop(start)
            self._comments(start, end)

    def _comments(self, start: int, end: int) -> None:
        found = list(comments(self._ground.source, start, end))
        self.directives += found
        self.code += [(start, end)] if found else []

    def _maybe_unsilence(self, name: str, value: Any, end: int) -> None:
        """End the stretch that began with `<code>` or the like, at its end tag."""
        tag, start = self._silent or ("", 0)
        if name == "InlineHtml" and value.lower().startswith(f"</{tag}"):
            (self._alt or self._sink).opaque(start, end)
            self.code.append((start, end))
            self._note_bare(tag)
            self._silent = None

    def _begin_image(self, data: Any, start: int, end: int) -> None:
        self._nested += 1
        if self._nested > 1 or self._silent:
            return
        self._sink.opaque(start, end)
        self._alt = self._ground.sink()
        target = self._ground.written(data["dest_url"], start, end)
        self._image = (target, start, self._title(data["title"], end))

    def _title(self, title: str, end: int) -> Prose | None:
        """Give the title of the image that ends at `end`, if it is written there as it reads."""
        start = end - 2 - len(title)
        quoted = (f'"{title}"', f"'{title}'", f"({title})")
        if not title or "\n" in title or self._ground.masked[start - 1 : end - 1] not in quoted:
            return None
        sink = self._ground.sink()
        sink.text(start, end - 2)
        return sink.prose()

    def _finish_image(self, end: int) -> None:
        self._nested -= 1
        if self._alt and not self._nested:
            target, start, title = self._image
            self.images.append(Shown(target, start, end, self._alt.prose(), title))
            self._alt = None


def ranges_of_links(source: Source, prose: Prose, links: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Turn ranges in `lf` into ranges of the prose, and add the bare addresses in it; in order."""
    found = [(prose.offset_at(source.offset(low)), prose.offset_at(source.offset(high)), to) for low, high, to in links]
    known = {start for start, _, _ in found}
    for segment in prose.segments if OPAQUE_CHARACTER in prose.text else ():
        if segment.kind is SegmentKind.OPAQUE and segment.start not in known:
            written = source.text[segment.source_start : segment.source_end]
            if _ADDRESS.match(written):
                found.append((segment.start, segment.start + 1, written))
    return sorted(link for link in found if link[0] < link[1])
