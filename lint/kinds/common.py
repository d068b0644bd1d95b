"""What several kinds share."""

from collections import defaultdict
from collections.abc import Iterable

from lint.annotate.reading import Reading
from lint.document import Block
from lint.rule import Rule


class Overlaps:
    """Ranges of prose by rule, to ask whether one of them shares a place with another."""

    def __init__(self, ranges: Iterable[tuple[Rule, int, int]]) -> None:
        self._ranges: dict[Rule, list[tuple[int, int]]] = defaultdict(list)
        for rule, start, end in ranges:
            self.add(rule, start, end)

    def add(self, rule: Rule, start: int, end: int) -> None:
        """Remember a range."""
        self._ranges[rule].append((start, end))

    def cover(self, rule: Rule, start: int, end: int) -> bool:
        """Say whether a range of the rule overlaps `start..end`."""
        return any(low < end and start < high for low, high in self._ranges.get(rule, ()))


def names_something(reading: Reading, block: Block, start: int, end: int) -> bool:
    """Say whether the words `start..end` are written as a name: a capital that no sentence start explains."""
    text = block.text[start:end]
    if text.islower():
        return False
    first = reading.sentence(block, start).start
    lead = block.text[first:start]
    rest = text[1:] if not any(map(str.isalnum, lead)) else text
    return any(map(str.isupper, rest))
