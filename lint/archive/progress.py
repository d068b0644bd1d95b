"""Showing how far the reading of an archive is."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Takes how many articles are read, of how many."""


def silent(_done: int, _all: int) -> None:
    """Show no progress."""
