"""A progress bar on standard error, shown on a terminal and only where there is something to wait for."""

import sys
import time
from typing import Self

_PATIENCE = 1.0
"""Seconds before the bar shows."""
_BAR = 30
_TWICE_A_SECOND = 0.5


class Progress:
    """The bar, as a context: when it ends, however it does, its line is cleared."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._began = self._shown = 0.0
        self._drawn = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def show(self, done: int, total: int) -> None:
        """Tell how many of how many articles are read."""
        now = time.monotonic()
        self._began = self._began or now
        if not sys.stderr.isatty() or now - self._began < _PATIENCE or now - self._shown < _TWICE_A_SECOND:
            return
        self._shown, self._drawn = now, True
        filled = _BAR * done // max(1, total)
        left = _left(now - self._began, done, total)
        sys.stderr.write(f"\r{self._label} [{'#' * filled}{' ' * (_BAR - filled)}] {done:,} of {total:,}{left}\x1b[K")
        sys.stderr.flush()


def _left(seconds: float, done: int, total: int) -> str:
    """Give the time that is left, by what was done in the time so far."""
    left = int(seconds * (total - done) / done) if done else 0
    return f", {left // 60}:{left % 60:02} left" if left else ""
