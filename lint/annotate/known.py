"""What is known of names beyond the article: the house's own list, and what older articles have called them.

A rule asks `reading.known` and need not know who answers. By default nothing is known.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple, Protocol


class Unwanted(NamedTuple):
    """A form that the house does not write: its place in a text, half-open, and what the house writes."""

    start: int
    end: int
    wanted: str


_EMPTY: Mapping[str, int] = MappingProxyType({})


class Known(Protocol):
    """The memory of a newsroom. Counts are numbers of older articles, the draft left out."""

    def form(self, text: str) -> int:
        """Give the number of articles that have the name written so, letter by letter."""

    def person(self, family: str) -> Mapping[str, int]:
        """Give the full names known with this family name, each with its count; the commonest first."""

    def near(self, text: str) -> Mapping[str, int]:
        """Give the known names that differ in one word, or in case, accents and hyphens alone; commonest first."""

    def expansions(self, acronym: str) -> Mapping[str, int]:
        """Give what the acronym is known to stand for, each with its count; the commonest first."""

    def unwanted(self, text: str) -> Iterable[Unwanted]:
        """Give the places of a text where a form stands that the house does not write, in order and disjoint."""

    def preferred(self, text: str) -> str | None:
        """Give what the house writes in place of this form; None where it says nothing, or this is the form it wants."""

    def distinct(self, first: str, second: str) -> bool:
        """Say whether the house knows the two to be two: people or things that only look alike."""


class Nothing:
    """The memory of a newsroom that keeps none."""

    __slots__ = ()

    def form(self, text: str) -> int:  # noqa: ARG002 - the protocol's signature, here and below
        """Give 0."""
        return 0

    def person(self, family: str) -> Mapping[str, int]:  # noqa: ARG002
        """Give no names."""
        return _EMPTY

    def near(self, text: str) -> Mapping[str, int]:  # noqa: ARG002
        """Give no names."""
        return _EMPTY

    def expansions(self, acronym: str) -> Mapping[str, int]:  # noqa: ARG002
        """Give none."""
        return _EMPTY

    def unwanted(self, text: str) -> Iterable[Unwanted]:  # noqa: ARG002
        """Give none."""
        return ()

    def preferred(self, text: str) -> str | None:  # noqa: ARG002
        """Give None."""
        return None

    def distinct(self, first: str, second: str) -> bool:  # noqa: ARG002
        """Give False."""
        return False


NOTHING = Nothing()
