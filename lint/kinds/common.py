"""What several kinds share."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from lint.annotate.reading import Reading
from lint.document import Block
from lint.rule import Rule


class Overlaps:
    """Ranges of prose by rule, to ask whether one of them shares a place with another. Asking costs a binary search."""

    def __init__(self, ranges: Iterable[tuple[Rule, int, int]]) -> None:
        self._starts: dict[Rule, list[int]] = defaultdict(list)
        self._ends: dict[Rule, list[int]] = defaultdict(list)
        for rule, start, end in sorted(ranges, key=lambda item: item[1:]):
            furthest = max(end, self._ends[rule][-1]) if self._ends[rule] else end
            self._starts[rule].append(start)
            self._ends[rule].append(furthest)

    def cover(self, rule: Rule, start: int, end: int) -> bool:
        """Say whether a range of the rule overlaps `start..end`."""
        before = bisect_left(self._starts.get(rule, ()), end)
        return before > 0 and self._ends[rule][before - 1] > start


def names_something(reading: Reading, block: Block, start: int, end: int) -> bool:
    """Say whether the words `start..end` are written as a name: a capital that no sentence start explains."""
    text = block.text[start:end]
    if text.islower():
        return False
    first = reading.sentence(block, start).start
    lead = block.text[first:start]
    rest = text[1:] if not any(map(str.isalnum, lead)) else text
    return any(map(str.isupper, rest))
