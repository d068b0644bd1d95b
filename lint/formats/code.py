"""Where code stands in Markdown: for what is found before the parser has read the text."""

import re
from bisect import bisect_right
from collections.abc import Iterator

_FENCE = re.compile(r"(?m)^(?P<quote>[ \t>]*+)(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?P<fence>`{3,}|~{3,})(?P<info>[^\n]*)$")
_RUN = re.compile(r"`+")


class Ranges:
    """Sorted half-open ranges that do not overlap."""

    def __init__(self, ranges: list[tuple[int, int]]) -> None:
        self._ranges = ranges
        self._starts = [start for start, _ in ranges]

    def end(self, at: int) -> int:
        """Give the end of the range that holds `at`; 0 if there is none."""
        index = bisect_right(self._starts, at) - 1
        return self._ranges[index][1] if index >= 0 and at < self._ranges[index][1] else 0

    def __contains__(self, at: int) -> bool:
        """Say whether `at` lies in one of the ranges."""
        return self.end(at) > 0


def fences(text: str, start: int) -> Ranges:
    """Give the fenced code in `text` from `start` on; a fence that is never closed reaches to the end."""
    return Ranges(list(_fences(text, start)))


def _fences(text: str, start: int) -> Iterator[tuple[int, int]]:
    opened: re.Match[str] | None = None
    for match in _FENCE.finditer(text, start):
        if opened and _closes(opened, match):
            yield opened.start(), match.end()
            opened = None
        elif not opened and not (match["fence"][0] == "`" and "`" in match["info"]):
            opened = match
    if opened:
        yield opened.start(), len(text)


def _closes(opened: re.Match[str], match: re.Match[str]) -> bool:
    return match["fence"].startswith(opened["fence"]) and not match["info"].strip()


class Spans:
    """Code spans of one text: from a run of backticks to the next of the same length in its paragraph."""

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._runs: dict[int, list[int]] = {}
        for match in _RUN.finditer(text, start):
            self._runs.setdefault(len(match[0]), []).append(match.start())

    def end(self, at: int, limit: int) -> int:
        """Give the end of the span that opens with the run of backticks at `at`, before `limit`, or of the run alone."""
        run = _RUN.match(self._text, at)
        length = len(run[0]) if run else 1
        places = self._runs.get(length, [])
        index = bisect_right(places, at)
        is_closed = index < len(places) and places[index] < limit
        return places[index] + length if is_closed else at + length
