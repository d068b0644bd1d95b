"""Figures and words: small numbers are written out, and no sentence begins with a figure."""

import re
from collections.abc import Iterable, Mapping

from lint.annotate.reading import Reading
from lint.document import BlockKind
from lint.rule import Hit, Option, words_option

_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
_SMALL = re.compile(r"(?<![\w.,:/$£€¥#–—-])(?P<number>[2-9]) (?P<noun>[a-z]+)\b(?!-)")
_LEAD = re.compile(
    r"(?:\d|\b(?:and|to|or|of|by|than|no\.?|from|age|aged|ages|per|page|chapter|part|step)) $", re.IGNORECASE
)
_RANGE = re.compile(r" (?:to|and|or|of) \d")
_OPENING = re.compile(r"\d(?:[\d,.]*\d)?(?=[\s-][a-z])")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")


def small_number(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find a figure from 2 to 9 before one of the `nouns`, unless it stands beside another figure or is a label."""
    nouns = words_option(options, "nouns")
    for block in reading.of(BlockKind.PARAGRAPH):
        for match in _SMALL.finditer(block.text):
            before = block.text[max(0, match.start() - 12) : match.start()]
            if match["noun"] in nouns and not _LEAD.search(before) and not _RANGE.match(block.text, match.end()):
                word = _WORDS[int(match["number"]) - 2]
                yield Hit(block, match.start(), match.end("number"), {"word": word}, suggestions=(word,))


def opening_figure(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the signature of checks
    """Find a sentence of a paragraph that begins with a figure which is no year."""
    for block in reading.of(BlockKind.PARAGRAPH):
        for sentence in reading.sentences(block):
            match = _OPENING.match(block.text, sentence.start, sentence.end)
            if match and not _YEAR.match(match[0]) and _is_prose(block.text, sentence.start, sentence.end):
                yield Hit(block, match.start(), match.end())


def _is_prose(text: str, start: int, end: int) -> bool:
    """Say whether it is a whole sentence, not a row of a recipe or a table."""
    return text[start:end].count(" ") >= 3 and text[end - 1 : end] in (".", "?", "”", '"')
