"""Words of a sentence with their places: one expression, so that whoever reads with the model can cut as it was trained."""

from __future__ import annotations

import re

WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # U.S.
    r"|\d+(?:[.,:]\d+)*(?:%|[^\W\d_]+)?"  # 1,000.5, 12:30, 5%, 1990s, 20th
    r"|[^\W\d_][^\W_]*(?:['-][^\W_]+)*"  # it's, well-known, covid19
    r"|\S"
)
STRAIGHT = str.maketrans("’‘ʼ“”„\u00a0", "'''\"\"\" ")
"""Quotes and apostrophes as typed, one sign for one, so that every offset stays true."""


def straighten(text: str) -> str:
    """Give the text with straight quotes and plain spaces; it keeps its length."""
    return text.translate(STRAIGHT)


def spans(text: str) -> list[tuple[int, int]]:
    """Give the words of a sentence as half-open code points."""
    return [match.span() for match in WORD.finditer(straighten(text))]


def words(text: str) -> list[str]:
    """Give the words of a sentence, straightened."""
    return WORD.findall(straighten(text))


def is_word(token: str) -> bool:
    """Say whether a token is a word or a number rather than a mark."""
    return token[:1].isalnum()
