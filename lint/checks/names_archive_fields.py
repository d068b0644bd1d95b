"""Names in front matter that older articles write otherwise: `author`, `team` and the like."""

from collections.abc import Iterable, Mapping

from lint.annotate import fields
from lint.annotate.reading import Reading
from lint.annotate.similar import one_apart, plain
from lint.checks.names_archive_hits import counted, differing, enough, only
from lint.rule import Hit, Option

_SHORTEST, _STEM = 4, 5
_AGENTS = ("er", "or", "ist", "ant", "man", "men")
"""Endings of those who work for what the other word names: Commissioner, Commission."""


def names(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give values of the front matter that no older article has and that differ in one word from one name that some have."""
    known = reading.known
    for field, block in fields.blocks(reading.document):
        value = block.text
        near = known.near(value)
        fit = {name: n for name, n in near.items() if _same(value, name) and enough(known, value, n)}
        if name := only(known, value, fit):
            values = {"field": field, "name": name, "articles": counted(near[name])}
            yield Hit(block, 0, len(value), values, suggestions=(name,))


def _same(value: str, name: str) -> bool:
    found = list(differing(value, name))
    if len(value.split()) != len(name.split()) or len(found) > 1:
        return False
    if not found:
        return value != name
    _, (own, other) = found[0]
    if own.lower().endswith(_AGENTS) or min(len(own), len(other)) < _SHORTEST or own[0] != other[0]:
        return False
    stem = len(value.split()) > 2 and own[:_STEM].lower() == other[:_STEM].lower()
    return stem or one_apart(plain(own), plain(other))
