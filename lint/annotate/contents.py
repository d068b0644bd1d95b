"""What is said in an attribution, and how: in quotation marks, in part so, or in the author's words."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from lint.annotate.speech import Form
from lint.model import Span

if TYPE_CHECKING:
    from lint.annotate.clauses import Sentence


class Contents:
    """The words of a sentence, counted once, so that each attribution in it costs no more than a search."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence

    @cached_property
    def _quoted(self) -> list[int]:
        """How many of the words before each word stand in quotation marks."""
        return [0, *accumulate(map(int, self._sentence.quoted))]

    def of(self, attribution: Span, *, closes: bool) -> tuple[Span, Form]:
        """Give what an attribution with this span says, as prose offsets, and how; `closes` puts it before its words."""
        whole = self._sentence.span
        before, after = Span(whole.start, attribution.start), Span(attribution.end, whole.end)
        content = before if closes and self._words(before) else after if self._words(after) else before
        if not self._words(after) and self._sentence.gaps[-1].strip().endswith(":"):
            return Span(whole.end, whole.end), Form.BLOCK
        return content, self._form(content)

    def _bounds(self, span: Span) -> tuple[int, int]:
        words = self._sentence.words
        first = bisect_left(words, span.start, key=lambda word: word.start)
        return first, bisect_left(words, span.end, key=lambda word: word.start)

    def _words(self, span: Span) -> int:
        first, end = self._bounds(span)
        return end - first

    def _form(self, span: Span) -> Form:
        first, end = self._bounds(span)
        quoted = self._quoted[end] - self._quoted[first]
        if not quoted:
            return Form.REPORTED
        return Form.DIRECT if quoted == end - first else Form.PARTIAL
