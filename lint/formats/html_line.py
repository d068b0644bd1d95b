"""The running line of HTML: the inline content of one block, and what goes on from a block into the next."""

from dataclasses import dataclass

from lint.formats.html_elements import Look
from lint.formats.html_text import BLANK, is_empty, pour
from lint.formats.masks import Masks
from lint.formats.sink import Sink
from lint.source import Source
from lint.sourcemap import Prose

_OPENING, _CLOSING = "“‘", "”’"


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A stretch of prose and its look; `links` are the parts of it that lead somewhere, and where."""

    prose: Prose
    look: Look
    links: tuple[tuple[int, int, str], ...] = ()


class Line:
    """Collects inline content; offsets count in `lf`, in order. The first content opens a block, `close` ends it."""

    def __init__(self, source: Source, masks: Masks, text: str) -> None:
        """Begin without a block. `text` is `source.lf` with its masks applied."""
        self._source, self._masks, self._text = source, masks, text
        self._sink: Sink | None = None
        self._look = Look()
        self._links: list[tuple[int, int, str]] = []
        self._anchor: tuple[int, str] | None = None
        self._quotes = 0
        self._is_after_break = False

    def pour(self, start: int, end: int, look: Look) -> None:
        """Add text; white space alone opens no block."""
        is_blank = not self._text[start:end].strip(BLANK)
        if sink := self._sink if is_blank else self._open(look):
            pour(sink, self._text, start, end)

    def opaque(self, start: int, end: int, look: Look) -> None:
        """Add what is no text but stands in the line: an image, a piece of code."""
        self._open(look).opaque(start, end)

    def drop(self, start: int) -> None:
        """Note that markup begins at `start`."""
        if self._sink:
            self._sink.drop(start)

    def line_break(self, start: int, end: int) -> bool:
        """Add a line break; say whether it is the second of two, with which authors end a paragraph."""
        if self._sink and not self._is_after_break:
            self._sink.line_break(start, end)
            self._is_after_break = True
            return False
        return self._is_after_break

    def quote(self, start: int, end: int, look: Look) -> None:
        """Add the mark that a `<q>` opens with."""
        self._open(look).replacement(start, end, _OPENING[self._quotes % 2])
        self._quotes += 1

    def unquote(self, start: int, end: int, look: Look) -> None:
        """Add the mark that a `<q>` closes with, if one is open in this block."""
        if self._quotes:
            self._quotes -= 1
            self._open(look).replacement(start, end, _CLOSING[self._quotes % 2])

    def link(self, at: int, target: str) -> None:
        """Let a link begin at `at`."""
        self._anchor = (at, target)

    def unlink(self, at: int) -> None:
        """Let the link that is open, if one is, end at `at`."""
        if self._anchor:
            start, target = self._anchor
            self._links.append((start, at, target))
            self._anchor = None

    def close(self, at: int) -> Found | None:
        """End the block and give it, unless there is nothing to read in it. A link that is open goes on."""
        anchor = self._anchor
        self.unlink(at)
        prose = self._sink.prose() if self._sink else None
        found = Found(prose, self._look, self._covered(prose)) if prose and not is_empty(prose) else None
        self._sink, self._links, self._quotes, self._is_after_break = None, [], 0, False
        if anchor:
            self.link(at, anchor[1])
        return found

    def _open(self, look: Look) -> Sink:
        if not self._sink:
            self._sink, self._look = Sink(self._source, self._masks), look
        self._is_after_break = False
        return self._sink

    def _covered(self, prose: Prose) -> tuple[tuple[int, int, str], ...]:
        """Give the links as ranges of the prose; those without text are left out."""
        offset = self._source.offset
        ranges = ((prose.offset_at(offset(low)), prose.offset_at(offset(high)), to) for low, high, to in self._links)
        return tuple(each for each in ranges if each[0] < each[1])
