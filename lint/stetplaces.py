"""Where stets stand: the block one belongs to, and what has to go when one is taken out."""

import re
from bisect import bisect_left
from itertools import accumulate

from lint.document import Document
from lint.model import Span

_BLOCK_TAG = re.compile(
    r"[\r\n]|</?(?:address|article|aside|blockquote|body|caption|d[dlt]|details|div|fig(?:caption|ure)|footer|h[1-6r]|header|li|"
    r"main|nav|ol|p|section|summary|t(?:able|body|d|foot|h|head|r)|ul)\b",
    re.IGNORECASE,
)
_FIELD = re.compile(r"(?:stet[ \t]*[:=]|:stet:)[ \t\"'\[]*")
_BLANK = " \t"
_LINE_END = "\r\n"


class Blocks:
    """The blocks of a document, asked by place."""

    def __init__(self, document: Document) -> None:
        self._text = document.source.text
        self._spans = [block.span(0, len(block.text)) for block in document.blocks]
        self._starts = [span.start for span in self._spans]
        # Of the blocks up to each one, the one that reaches furthest: alt texts stand inside their paragraphs.
        self._furthest = list(accumulate(self._spans, _further))

    def at(self, place: Span) -> Span:
        """Give the range of the block that a comment stands in, or behind on its line; or else of the next one.

        An empty range stands for none.
        """
        before = bisect_left(self._starts, place.start)
        if before:
            own = self._furthest[before - 1]
            if own.end >= place.end or not _BLOCK_TAG.search(self._text, own.end, place.start):
                return own
        after = bisect_left(self._starts, place.end)
        return self._spans[after] if after < len(self._spans) else Span(place.end, place.end)


def _further(one: Span, other: Span) -> Span:
    return one if one.end > other.end else other


def whole(text: str, place: Span) -> Span | None:
    """Give the range to remove with a comment: its lines where nothing else is on them, and a blank one too many.

    A value in front matter goes with its key; None where it cannot go alone.
    """
    start, end = _line(text, place)
    before, after = text[start : place.start].strip(), text[place.end : end].strip()
    if _FIELD.fullmatch(before) and not after.strip("\"'] \t") and _FIELD.match(text, start):
        return Span(start, _past_line_end(text, end))
    if _is_value(text, place):
        return None
    if before or after:
        return _with_blank(text, place)
    end = _past_line_end(text, end)
    is_after_blank = start == 0 or not text[_line(text, Span(start - 1, start - 1))[0] : start].strip()
    following = _line(text, Span(end, end))[1]
    is_before_blank = following < len(text) and not text[end:following].strip()
    return Span(start, _past_line_end(text, following) if is_after_blank and is_before_blank else end)


def name_at(text: str, place: Span, name: str) -> tuple[Span, Span] | None:
    """Give the place of a selector in a comment, and what to remove with it: the comma or blank on one side."""
    word = re.compile(rf"(?<![\w/-]){re.escape(name)}(?![\w/-])").search(text, place.start, place.end)
    if not word:
        return None
    start, end = word.span()
    behind = re.compile(r"\s*,\s*|\s+(?=\w)").match(text, end, place.end)
    if behind:
        return Span(start, end), Span(start, behind.end())
    while start > place.start and text[start - 1] in ", \t":
        start -= 1
    return Span(*word.span()), Span(start, end)


def _is_value(text: str, place: Span) -> bool:
    """Say whether the place holds no comment but a value: names and reason alone."""
    return text[place.start : place.start + 1] not in ("<", "{", ".", "%")


def _line(text: str, place: Span) -> tuple[int, int]:
    """Give the range of the lines that a place covers, without the last line end."""
    start, end = place.start, place.end
    while start and text[start - 1] not in _LINE_END:
        start -= 1
    while end < len(text) and text[end] not in _LINE_END:
        end += 1
    return start, end


def _past_line_end(text: str, at: int) -> int:
    return at + 2 if text.startswith("\r\n", at) else min(at + 1, len(text))


def _with_blank(text: str, place: Span) -> Span:
    """Take the blanks before a comment with it, where a blank or the line end follows."""
    start = place.start
    if text[place.end : place.end + 1] in ("", *_BLANK, *_LINE_END):
        while start and text[start - 1] in _BLANK:
            start -= 1
    return Span(start, place.end)
