"""Collects the inline content of one Markdown block into prose."""

from collections import deque
from collections.abc import Iterator

from lint.formats.inline import addresses, emoji, strip
from lint.formats.masks import Masks
from lint.source import Source
from lint.sourcemap import Prose, ProseBuilder

_BLANK = " \t"


class Sink:
    """Prose in the making. Takes ranges of `source.lf` in order.

    Text that touches, or has but an escape between, is joined before it is looked at, so that an address the parser cut
    up is seen whole. A line
    break is held back until more text comes, so that prose never begins or ends with one. Where markup was dropped
    between two blanks, one blank goes with it.
    """

    def __init__(self, source: Source, masks: Masks, *, has_emoji: bool = False) -> None:
        """Begin with nothing; `has_emoji` says that `:smile:` is a sign and no word."""
        self._text = source.lf
        self._masks = masks
        self._has_emoji = has_emoji
        self._builder = ProseBuilder(source)
        self._run = (0, 0)
        self._escapes: deque[int] = deque()
        self._break: tuple[int, int] | None = None
        self._break_grows = False
        self._end = 0
        self._ends_blank = True
        self._dropped = False

    def text(self, start: int, end: int) -> None:
        """Add a plain slice."""
        low, high = self._run
        if low < high and start == high + 1 and self._text[high] == "\\":
            self._escapes.append(high)
            high = start
        if low < high == start:
            self._run = (low, end)
        else:
            self._flush(start)
            self._run = (start, end)

    def drop(self, start: int) -> None:
        """Note that markup begins at `start` which the reader does not see."""
        self._flush(start)
        self._dropped = True

    def replacement(self, start: int, end: int, text: str) -> None:
        """Add a decoded character reference."""
        self._flush(start)
        self._before(start)
        self._builder.replacement(start, end, text)
        self._after(end, ends_blank=False)

    def opaque(self, start: int, end: int) -> None:
        """Add a placeholder for code, a formula, an image or an address."""
        self._flush(start)
        if start < self._end:
            return
        self._before(start)
        self._builder.opaque(start, end)
        self._after(end, ends_blank=False)

    def line_break(self, start: int, end: int) -> None:
        """Add a line break, soft or hard: one space that stands for all up to the next text."""
        self._flush(start)
        while start > self._end and self._text[start - 1] in _BLANK:
            start -= 1
        if not self._break and start >= self._end:
            self._break, self._break_grows = (start, end), True
        self._dropped = True

    def prose(self) -> Prose:
        """Give the prose, without blanks at its ends."""
        self._flush(len(self._text))
        return strip(self._builder.build())

    def _flush(self, at: int) -> None:
        """Add the run of text so far; the next piece begins at `at`."""
        (start, end), self._run = self._run, (0, 0)
        for mask in self._masks.within(start, end) if start < end else ():
            self._addresses(start, min(mask.start, end))
            if mask.opaque and mask.start >= max(start, self._end):
                self._place(mask.start, mask.end)
            start = max(start, mask.end)
            self._end = max(self._end, min(mask.end, len(self._text)))
            self._dropped = True
        self._addresses(start, end)
        self._grow_break(at)

    def _grow_break(self, at: int) -> None:
        """Let a line break cover the indentation and the marks of containers up to `at`, where the line begins."""
        if self._break and self._break_grows:
            start, end = self._break
            while end < at and self._text[end] in " \t>":
                end += 1
            self._break = (start, end)
        self._break_grows = False

    def _addresses(self, start: int, end: int) -> None:
        if start >= end:
            return
        for low, high in self._signs(start, end):
            self._between_escapes(start, low)
            self._place(low, high)
            start = high
        self._between_escapes(start, end)

    def _between_escapes(self, start: int, end: int) -> None:
        """Add a slice without the backslashes in it that escape; those before it stood in an address."""
        while self._escapes and self._escapes[0] < end:
            escape = self._escapes.popleft()
            if escape >= start:
                self._slice(start, escape)
                start = escape + 1
        self._slice(start, end)

    def _signs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Give what nobody reads as words, in order."""
        found = list(addresses(self._text, start, end))
        if self._has_emoji and self._text.find(":", start, end) >= 0:
            found = sorted([*found, *emoji(self._text, start, end)])
        for low, high in found:
            if low >= start:
                yield low, high
                start = high

    def _slice(self, start: int, end: int) -> None:
        if self._dropped and (self._ends_blank or self._break):
            while start < end and self._text[start] in _BLANK:
                start += 1
        if start >= end:
            return
        self._before(start)
        self._builder.identity(start, end)
        self._after(end, ends_blank=self._text[end - 1] in _BLANK)

    def _place(self, start: int, end: int) -> None:
        self._before(start)
        self._builder.opaque(start, end)
        self._after(end, ends_blank=False)

    def _before(self, start: int) -> None:
        """Add the line break that was held back."""
        if self._break and self._builder and not self._ends_blank:
            low, high = self._break
            self._builder.replacement(low, min(high, start), " ")
        self._break = None

    def _after(self, end: int, *, ends_blank: bool) -> None:
        self._end, self._ends_blank, self._dropped = end, ends_blank, False
