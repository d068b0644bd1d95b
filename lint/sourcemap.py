"""Prose with its source map: for each code point of the prose, the place in the source it came from.

Prose is never taken from a parser. A parser delivers ranges, and the text is sliced from the source; whatever is not
a plain slice (an entity, a soft line break, an inline formula) is an explicit segment with its own source range.
"""

from bisect import bisect_right
from dataclasses import dataclass, replace
from enum import StrEnum

from lint.model import Span
from lint.source import Source

OPAQUE_CHARACTER = "\ufffc"


class SegmentKind(StrEnum):
    """What a segment of prose is in relation to its source."""

    IDENTITY = "identity"
    REPLACEMENT = "replacement"
    OPAQUE = "opaque"


@dataclass(frozen=True, slots=True)
class Segment:
    """Prose from `start` on, and the half-open range of the source it stands for."""

    start: int
    source_start: int
    source_end: int
    kind: SegmentKind


class Prose:
    """A stretch of prose, immutable, and its map. Made by `ProseBuilder` alone."""

    __slots__ = ("_starts", "segments", "text")

    def __init__(self, text: str, segments: tuple[Segment, ...]) -> None:
        """Take the text and its sorted, gapless segments."""
        self.text = text
        self.segments = segments
        self._starts = [segment.start for segment in segments]

    def _segment(self, offset: int) -> Segment:
        return self.segments[bisect_right(self._starts, offset) - 1]

    def span(self, start: int, end: int) -> Span:
        """Give the half-open source range of the prose `start..end`; markup between its ends lies inside."""
        if not self.segments:
            return Span(0, 0)
        if end <= start:
            at = self._source_start(start)
            return Span(at, at)
        last = self._segment(end - 1)
        stop = last.source_end
        if last.kind is SegmentKind.IDENTITY:
            stop = last.source_start + (end - last.start)
        return Span(self._source_start(start), stop)

    def _source_start(self, offset: int) -> int:
        segment = self._segment(min(offset, max(len(self.text) - 1, 0)))
        if segment.kind is SegmentKind.IDENTITY:
            return segment.source_start + (offset - segment.start)
        return segment.source_start if offset < len(self.text) else segment.source_end

    def editable(self, start: int, end: int) -> bool:
        """Say whether the prose `start..end` lies inside one identity segment, so that a fix may replace it."""
        if not self.segments or end < start:
            return False
        segment = self._segment(min(start, max(len(self.text) - 1, 0)))
        length = segment.source_end - segment.source_start
        return segment.kind is SegmentKind.IDENTITY and end <= segment.start + length

    def slice(self, start: int, end: int) -> "Prose":
        """Give the prose `start..end` as prose of its own, mapped to the same places."""
        segments = []
        for index in range(max(0, bisect_right(self._starts, start) - 1), len(self.segments)):
            segment = self.segments[index]
            if segment.start >= end:
                break
            stop = self._starts[index + 1] if index + 1 < len(self.segments) else len(self.text)
            low, high = max(start, segment.start), min(end, stop)
            if low >= high:
                continue
            source_start, source_end = segment.source_start, segment.source_end
            if segment.kind is SegmentKind.IDENTITY:
                source_start, source_end = source_start + low - segment.start, source_start + high - segment.start
            segments.append(Segment(low - start, source_start, source_end, segment.kind))
        return Prose(self.text[start:end], tuple(segments))

    def offset_at(self, source_offset: int) -> int:
        """Give the first offset of the prose that stands for the source at or behind `source_offset`."""
        index = bisect_right(self.segments, source_offset, key=lambda segment: segment.source_end)
        if index == len(self.segments):
            return len(self.text)
        segment = self.segments[index]
        inside = source_offset - segment.source_start if segment.kind is SegmentKind.IDENTITY else 0
        return segment.start + max(0, inside)

    def through(self, inner: "Prose", shift: int = 0) -> "Prose":
        """Give this prose mapped to the source of `inner`: its own source is the text of `inner`, `shift` further on."""
        segments: list[Segment] = []
        for segment in self.segments:
            start, end = segment.source_start - shift, segment.source_end - shift
            if segment.kind is SegmentKind.IDENTITY:
                pieces = inner.slice(start, end).segments
                segments += [replace(piece, start=piece.start + segment.start) for piece in pieces]
            else:
                span = inner.span(start, end)
                segments.append(Segment(segment.start, span.start, span.end, segment.kind))
        return Prose(self.text, tuple(segments))


class ProseBuilder:
    """Collects ranges of `source.lf`, in order, into prose. All offsets taken count in `source.lf`.

    Raises ValueError when a range goes back behind the last one: positions stay right or nothing is built.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._pieces: list[str] = []
        self._segments: list[Segment] = []
        self._length = 0
        self._end = 0

    def __len__(self) -> int:
        """Length of the prose so far, in code points."""
        return self._length

    def identity(self, start: int, end: int) -> None:
        """Add the slice `lf[start:end]`, which must not hold a line end; nothing if it is empty."""
        if start == end:
            return
        text = self._source.lf[start:end]
        if "\n" in text:
            msg = f"identity across a line end: {start}..{end}"
            raise ValueError(msg)
        self._add(start, end, text, SegmentKind.IDENTITY)

    def lines(self, start: int, end: int) -> None:
        """Add `lf[start:end]`, each line end in it with the white space around it as one space."""
        while (at := self._source.lf.find("\n", start, end)) >= 0:
            stop = at
            while stop > start and self._source.lf[stop - 1] in " \t":
                stop -= 1
            self.identity(start, stop)
            start = at + 1
            while start < end and self._source.lf[start] in " \t\n":
                start += 1
            self.replacement(stop, start, " ")
        self.identity(start, end)

    def replacement(self, start: int, end: int, text: str) -> None:
        """Add `text` standing for `lf[start:end]`: a decoded entity, or a space for a line break."""
        if text:
            self._add(start, end, text, SegmentKind.REPLACEMENT)

    def opaque(self, start: int, end: int) -> None:
        """Add one U+FFFC standing for `lf[start:end]`: code, a formula, an image, a template, an address."""
        self._add(start, end, OPAQUE_CHARACTER, SegmentKind.OPAQUE)

    def build(self) -> Prose:
        """Give the prose collected so far."""
        return Prose("".join(self._pieces), tuple(self._segments))

    def _add(self, start: int, end: int, text: str, kind: SegmentKind) -> None:
        if not self._end <= start <= end <= len(self._source.lf):
            msg = f"range {start}..{end} after {self._end}"
            raise ValueError(msg)
        self._end = end
        source_start, source_end = self._source.offset(start), self._source.offset(end)
        last = self._segments[-1] if self._segments else None
        if last and kind is last.kind is SegmentKind.IDENTITY and last.source_end == source_start:
            self._segments[-1] = Segment(last.start, last.source_start, source_end, kind)
        else:
            self._segments.append(Segment(self._length, source_start, source_end, kind))
        self._pieces.append(text)
        self._length += len(text)
