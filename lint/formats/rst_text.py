"""From a stretch of reStructuredText to prose: its lines found in the source and verified, its markup taken off."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lint.formats.masks import Masks
from lint.formats.rst_words import CODE_ROLES
from lint.formats.sink import Sink
from lint.source import Source
from lint.sourcemap import Prose

if TYPE_CHECKING:
    from lint.formats.rst_parser import Piece, Stretch

_SINGLE = {ord(blank): " " for blank in "\t\v\f\r"} | {0: "\ufffd"}
_INDENT = " \t\v\f"
_TAB = 8
_NEAR = (0, 1, -1, 2, -2)
_EMBEDDED = re.compile(r"(?:\s+|\A)<[^<>]+>\Z")
_ADDRESS = re.compile(r"<([^<>]+)>`_{1,2}\Z")
_ESCAPE = re.compile(r"\\(\s?)")
_DELIMITERS = {"strong": (2, 2), "emphasis": (1, 1), "target": (2, 1)}
_OPAQUE = frozenset({"literal", "substitution_reference"})
_DROPPED = frozenset({"footnote_reference", "citation_reference"})


class Lines:
    """The lines of a source as docutils is given them, and the way back.

    A tab in the indentation is expanded; any other, and the like, is one space. So what follows the indentation is as
    long as in the source.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self._starts: list[int] = []
        self._raw: list[str] = []
        self.texts: list[str] = []
        at = 0
        for line in source.lf.split("\n"):
            raw = line.rstrip()
            body = raw.lstrip(_INDENT)
            indent = raw[: len(raw) - len(body)].replace("\v", " ").replace("\f", " ").expandtabs(_TAB)
            self._starts.append(at)
            self._raw.append(raw)
            self.texts.append(indent + body.translate(_SINGLE))
            at += len(line) + 1

    def offset(self, line: int, column: int) -> int:
        """Give the offset in `lf` of a column (from 0) behind the indentation of a line (from 0)."""
        return self._starts[line] + column + len(self._raw[line]) - len(self.texts[line])

    def end(self, line: int) -> int:
        """Give the offset in `lf` at which the last character of a line (from 0) ends, white space left out."""
        return self._starts[line] + len(self._raw[line])


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of a stretch: its half-open range in the stretch, and the offset in `lf` where it begins."""

    start: int
    end: int
    at: int


class Locator:
    """Finds stretches in the lines of a source, each of which is taken once. Made for one source."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._taken: dict[int, int] = {}

    def find(self, stretch: "Stretch", *, in_table: bool) -> list[Placed] | None:
        """Give the place of each line of the stretch, or None where the source does not read so."""
        for distance in _NEAR:
            if found := self._at(stretch.text, stretch.line - 1 + distance, in_table=in_table):
                return found
        return None

    def _at(self, text: str, first: int, *, in_table: bool) -> list[Placed] | None:
        placed: list[Placed] = []
        taken: dict[int, int] = {}
        start = 0
        for number, part in enumerate(text.split("\n"), first):
            if not 0 <= number < len(self._lines.texts):
                return None
            column = self._column(number, part, in_table=in_table)
            if column < 0:
                return None
            taken[number] = column + len(part)
            placed.append(Placed(start, start + len(part), self._lines.offset(number, column)))
            start += len(part) + 1
        self._taken |= taken
        return placed

    def _column(self, number: int, part: str, *, in_table: bool) -> int:
        """Give the column of a part of a line that was not taken yet; -1 if it is not there."""
        line, floor = self._lines.texts[number], self._taken.get(number, 0)
        if in_table:
            return line.find(part, floor)
        for end in (line, line.removesuffix(":"), line.removesuffix("::").rstrip()):
            if end.endswith(part) and len(end) - len(part) >= floor:
                return len(end) - len(part)
        return -1


def prose(lines: Lines, stretch: "Stretch", placed: list[Placed]) -> Prose:
    """Give the prose of a stretch that was found."""
    writer = _Writer(lines.source, stretch.text, placed)
    for piece in stretch.pieces:
        writer.add(piece)
    return writer.sink.prose()


def links(lines: Lines, stretch: "Stretch", placed: list[Placed], prose: Prose) -> Iterator[tuple[int, int, str]]:
    """Give the links of a stretch: the prose that each covers, and its address or the name of its target."""
    ground = _Ground(placed)
    for piece in stretch.pieces:
        raw = stretch.text[piece.start : piece.end]
        inner = _inner(piece, raw) if piece.node == "reference" else None
        if inner is None:
            continue
        first, last = ground.offset(piece.start + inner[0]), ground.offset(piece.start + inner[1] - 1) + 1
        start, end = (prose.offset_at(lines.source.offset(at)) for at in (first, last))
        address = _ADDRESS.search(raw)
        if start < end:
            yield start, end, address[1] if address else " ".join(raw[inner[0] : inner[1]].split())


class _Ground:
    """Where the characters of a stretch stand."""

    def __init__(self, placed: list[Placed]) -> None:
        self.lines = placed
        self._starts = [line.start for line in placed]

    def offset(self, at: int) -> int:
        """Give the offset in `lf` of the character `at` of the stretch."""
        line = self.lines[bisect_right(self._starts, at) - 1]
        return line.at + min(at, line.end) - line.start


class _Writer:
    """Writes ranges of a stretch, in order, into prose."""

    def __init__(self, source: Source, text: str, placed: list[Placed]) -> None:
        self.sink = Sink(source, Masks([]))
        self._lf = source.lf
        self._text = text
        self._placed = placed
        self._offset = _Ground(placed).offset
        self._line = 0

    def add(self, piece: "Piece") -> None:
        """Write one piece."""
        raw = self._text[piece.start : piece.end]
        if not piece.node:
            self._words(piece.start, piece.end)
            return
        inner = None if piece.node in _OPAQUE else _inner(piece, raw)
        if piece.node in _DROPPED:
            self._skip_lines(piece.start)
            self.sink.drop(self._offset(piece.start))
        elif inner is None:
            self._skip_lines(piece.start)
            self.sink.opaque(self._offset(piece.start), self._offset(piece.end - 1) + 1)
        else:
            self.sink.drop(self._offset(piece.start))
            self._words(piece.start + inner[0], piece.start + inner[1])
            self.sink.drop(self._offset(piece.end - 1) + 1)

    def _words(self, start: int, end: int) -> None:
        """Write text: without its backslashes, and without the white space behind one."""
        for match in _ESCAPE.finditer(self._text, start, end):
            if match.start() < start:
                continue
            self._plain(start, match.start())
            # The character behind a backslash is itself, even another backslash.
            start = match.end() if match[1] else match.start() + 1
            if not match[1] and start < end:
                self._plain(start, start + 1)
                start += 1
        self._plain(start, end)

    def _plain(self, start: int, end: int) -> None:
        while start < end:
            self._skip_lines(start)
            line = self._placed[self._line]
            stop = min(end, line.end)
            if start < stop:
                self.sink.text(self._offset(start), self._offset(stop - 1) + 1)
            start = stop + 1 if stop == line.end else stop

    def _skip_lines(self, at: int) -> None:
        """Go on to the line of `at`, with a line break for each line end passed."""
        while self._line + 1 < len(self._placed) and at >= self._placed[self._line + 1].start:
            line, following = self._placed[self._line : self._line + 2]
            end = line.at + line.end - line.start
            # Between the lines of a table's cell stand other cells.
            is_gap = self._lf[end : following.at].isspace()
            self.sink.line_break(end, following.at if is_gap else end + 1)
            self._line += 1


def _inner(piece: "Piece", raw: str) -> tuple[int, int] | None:
    """Give the range of inline markup that is prose, counted from its beginning; None where it is opaque."""
    if piece.node in _DELIMITERS:
        opening, closing = _DELIMITERS[piece.node]
        return opening, len(raw) - closing
    if "`" not in raw:
        return 0, len(raw.rstrip("_"))
    start, end = raw.index("`") + 1, raw.rindex("`")
    role = piece.role.lower()
    address = _EMBEDDED.search(raw[start:end]) if piece.node == "reference" or role else None
    if address is None:
        return None if role in CODE_ROLES or ":" in role else (start, end)
    return (start, start + address.start()) if address.start() else None
