"""Plain data that every layer speaks: spans, severities, edits, findings."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate


class Severity(StrEnum):
    """How bad a finding is if it is true."""

    SUGGESTION = "suggestion"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """Order of severities: 0 for a suggestion, 2 for an error."""
        return _SEVERITY_RANK[self]

    def capped(self, ceiling: "Severity") -> "Severity":
        """Give the lower of the two."""
        return self if self.rank <= ceiling.rank else ceiling


_SEVERITY_RANK = {severity: rank for rank, severity in enumerate(Severity)}


class Confidence(StrEnum):
    """How sure a rule is that its finding is true."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Spelling(StrEnum):
    """A national spelling; Oxford's is the British with -ize (organize, but analyse and colour)."""

    AMERICAN = "american"
    BRITISH = "british"
    OXFORD = "oxford"
    CANADIAN = "canadian"
    AUSTRALIAN = "australian"


class Safety(StrEnum):
    """What may be done with a fix: `--fix` applies it, `--unsafe-fixes` applies it, or it is only shown."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    DISPLAY = "display"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a range that runs backwards."""
        if not 0 <= self.start <= self.end:
            msg = f"not a span: {self.start}..{self.end}"
            raise ValueError(msg)

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share a code point."""
        return self.start < other.end and other.start < self.end


class Coverage:
    """Half-open ranges, which may overlap, to ask whether one of them shares a place with another: a binary search."""

    __slots__ = ("_furthest", "_starts")

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(ranges)
        self._starts = [start for start, _ in ordered]
        self._furthest = list(accumulate((end for _, end in ordered), max))

    def meets(self, start: int, end: int) -> bool:
        """Say whether one of the ranges overlaps `start..end`."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._furthest[before - 1] > start


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a source: line and column from 1, offset from 0, all in code points."""

    line: int
    column: int
    offset: int


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the source's code points `start..end` (half-open) by `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that belong together."""

    title: str
    safety: Safety
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Another place in the same source that a finding points to."""

    message: str
    start: Position
    end: Position


@dataclass(frozen=True, slots=True)
class Finding:
    """What the user sees: one question to the author, at one place."""

    rule: str
    severity: Severity
    confidence: Confidence
    message: str
    text: str
    block: str
    start: Position
    end: Position
    suggestions: tuple[str, ...]
    fixes: tuple[Fix, ...]
    related: tuple[Related, ...]
    fingerprint: str
