"""Numbers that cannot be right."""

import re
from collections.abc import Iterable, Mapping

from lint.annotate.reading import Reading
from lint.rule import Hit, Option

_ORDINAL = re.compile(r"(?<![\w.,])(?P<number>\d{1,3}(?:,\d{3})+|\d+)(?P<ending>st|nd|rd|th)\b")
_TEENS = (11, 12, 13)


def ordinal(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the signature of checks
    """Find ordinals with the wrong ending: 22th, 11st."""
    for block in reading.blocks:
        for match in _ORDINAL.finditer(block.text):
            right = _ending(int(match["number"].replace(",", "")[-2:]))
            if right != match["ending"]:
                whole = match["number"] + right
                yield Hit(block, match.start(), match.end(), {"right": whole}, suggestions=(whole,))


def _ending(last_two: int) -> str:
    return "th" if last_two in _TEENS else {1: "st", 2: "nd", 3: "rd"}.get(last_two % 10, "th")
