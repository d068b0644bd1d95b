"""Figures in two styles: 5 p.m. and 5pm, $3m and $3 million, Jan. 5 and January 5, May 3rd and May 3, 4% and 4 percent."""

import re
from collections.abc import Iterable, Mapping

from lint.annotate.reading import Reading
from lint.document import BODY, Block
from lint.rule import Hit, Option, Pointer

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT_MONTH = "Jan|Feb|Aug|Sept|Oct|Nov|Dec"
_LONG_MONTH = "January|February|August|September|October|November|December"
_STYLES: Mapping[str, tuple[re.Pattern[str], ...]] = {
    name: tuple(map(re.compile, patterns))
    for name, patterns in {
        "times": (r"\b\d{1,2}(?:[:.]\d\d)? ?[ap]\.m\.", r"\b\d{1,2}(?:[:.]\d\d)? ?[ap]m\b"),
        "sums": (r"[$£€]\d[\d.,]*(?:m|bn|k)\b", r"[$£€]\d[\d.,]* (?:million|billion|thousand)\b"),
        "dates": (rf"\b(?:{_SHORT_MONTH})\. \d{{1,2}}\b(?!\d)", rf"\b(?:{_LONG_MONTH}) \d{{1,2}}\b(?!\d)"),
        "days": (rf"\b(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)\b", rf"\b(?:{_MONTH}) \d{{1,2}}\b(?!\d|st|nd|rd|th)"),
        "shares": (r"\b\d[\d.,]* ?%", r"\b\d[\d.,]* (?:percent|per cent)\b"),
    }.items()
}

Places = list[tuple[Block, re.Match[str]]]


def mixed(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give the first place of the rarer style of each sort of figure that the running text has in two styles."""
    for patterns in _STYLES.values():
        styles = [_places(reading, pattern) for pattern in patterns]
        if not all(styles):
            continue
        rare, common = sorted(styles, key=len)
        (block, match), (other, model) = rare[0], common[0]
        pointer = Pointer(f"“{model.group()}” here", other, model.start(), model.end())
        values = {"other": model.group(), "count": str(len(common))}
        yield Hit(block, match.start(), match.end(), values, related=(pointer,))


def _places(reading: Reading, pattern: re.Pattern[str]) -> Places:
    """Give where the author's own running text matches."""
    return [
        (block, match)
        for block in reading.of(*BODY)
        for match in pattern.finditer(block.text)
        if not reading.quoted(block, match.start(), match.end())
    ]
