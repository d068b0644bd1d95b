"""Straight quotation marks in an article of curly ones, and curly ones among straight."""

from collections.abc import Iterable, Iterator, Mapping

from lint.annotate import quotations
from lint.annotate.reading import Reading
from lint.document import Block
from lint.rule import Hit, Option, number_option

_CURLY, _STRAIGHT = "“”", '"'


def mixed(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find marks of the rarer sort, where at least `fewest` of the other sort are `times` as many."""
    fewest, times = number_option(options, "fewest"), number_option(options, "times")
    curly, straight = list(_marks(reading, _CURLY)), list(_marks(reading, _STRAIGHT))
    if straight and len(curly) >= max(fewest, times * len(straight)):
        for block, at in straight:
            right = "“" if quotations.opens(block.text, at) else "”"
            yield Hit(block, at, at + 1, {"sort": "curly"}, suggestions=(right,))
    elif curly and len(straight) >= max(fewest, times * len(curly)):
        for block, at in curly:
            yield Hit(block, at, at + 1, {"sort": "straight"}, suggestions=(_STRAIGHT,))


def _marks(reading: Reading, marks: str) -> Iterator[tuple[Block, int]]:
    """Give the places of quotation marks, less those of inches and of markup that is shown."""
    for block in reading.blocks:
        for at, char in enumerate(block.text):
            before = block.text[max(0, at - 1) : at]
            if char in marks and before != "=" and not before.isdigit():
                yield block, at
