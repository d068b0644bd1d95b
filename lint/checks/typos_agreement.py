"""Verbs that differ in number from their subject."""

from collections.abc import Iterable, Iterator, Mapping

from lint.annotate import agreement
from lint.annotate.reading import Reading
from lint.document import Block
from lint.rule import Hit, Option, words_option


def number(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find “The impact of the sanctions are”, with the subject, and the verb in its number.

    `either` are the nouns that a verb may follow in both numbers.
    """
    either = words_option(options, "either")
    for block in reading.blocks:
        yield from _hits(block, agreement.of_one(reading.grammar(block), reading.clauses(block), either))


def joined(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find “Her courage and patience has”: two nouns that “and” joins, before a verb in the singular.

    `units` are pairs that name one thing: “research and development”.
    """
    units = words_option(options, "units")
    for block in reading.blocks:
        yield from _hits(block, agreement.of_two(reading.grammar(block), reading.clauses(block), units))


def _hits(block: Block, found: Iterable[agreement.Disagreement]) -> Iterator[Hit]:
    for one in found:
        values = {"subject": one.subject, "right": one.right}
        yield Hit(block, one.start, one.end, values, suggestions=(one.right,))
