"""A progress bar on standard error: on a terminal, where there is something to wait for, and nobody asked for quiet."""

import os
import shutil
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Self

from lint.cli.output import complain
from lint.errors import UserError

_PATIENCE = 1.0
"""Seconds before the bar shows."""
_TWICE_A_SECOND = 0.5
_BAR = 30
_NO = {"", "0", "false"}


class Progress:
    """The bar, as a context. When all is done, or the context ends, however it does, the line of the bar is cleared."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._wanted = not quiet and sys.stderr.isatty() and os.environ.get("CI", "").lower() in _NO
        self._stage, self._done = "", 0
        self._began = self._shown = 0.0
        self._drawn = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._clear()

    def stage(self, label: str) -> Callable[[int, int], None]:
        """Give what is to be told how many of how many articles are done, in this part of the work."""
        return partial(self._show, label)

    def _clear(self) -> None:
        if self._drawn:
            self._drawn = False
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def complain(self, problem: UserError) -> None:
        """Write a problem where the bar is."""
        self._clear()
        complain([problem])

    def _show(self, label: str, done: int, total: int) -> None:
        now = time.monotonic()
        if label != self._stage or done <= self._done:
            self._stage, self._began = label, now
        self._done = done
        if done >= total:
            self._clear()
        elif self._is_due(now):
            self._shown, self._drawn = now, True
            told = _line(label, done, total, now - self._began)
            room = shutil.get_terminal_size().columns - 1  # a line that is full would be broken in two
            sys.stderr.write(f"\r{told[:room]}\x1b[K")
            sys.stderr.flush()

    def _is_due(self, now: float) -> bool:
        return self._wanted and now - self._began >= _PATIENCE and now - self._shown >= _TWICE_A_SECOND


def _line(label: str, done: int, total: int, seconds: float) -> str:
    filled = _BAR * done // max(1, total)
    return f"{label} [{'#' * filled}{' ' * (_BAR - filled)}] {done:,} of {total:,}{_left(seconds, done, total)}"


def _left(seconds: float, done: int, total: int) -> str:
    """Give the time that is left, by what was done in the time so far."""
    left = int(seconds * (total - done) / done) if done else 0
    return f", {left // 60}:{left % 60:02} left" if left else ""
