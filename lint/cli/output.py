"""What leaves the program: text on standard output, complaints on standard error, and how the terminal looks."""

import os
import re
import shutil
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import TextIO

from lint.errors import UserError

CLEAN, FOUND, FAILED = 0, 1, 2
"""Exit statuses: nothing at the level that was asked for; findings; something went wrong."""

# What GitHub's runner obeys in a log: `##[` anywhere in a line, `::` in front of it.
_COMMAND = re.compile(r"##\[|^[^\S\n]*::", re.MULTILINE)
_WIDEST = 120
_WIDTH_OF_A_FILE = 100


class PipeClosed(Exception):
    """Nobody reads standard output any more."""


class OutputLost(Exception):
    """Standard output cannot be written: the disk is full, say."""


def write(text: str) -> None:
    """Write to standard output; what its encoding lacks is written as an escape.

    Raises PipeClosed or OutputLost.
    """
    try:
        _write(text, sys.stdout)
        sys.stdout.flush()
    except BrokenPipeError:
        raise PipeClosed from None
    except OSError as error:
        raise OutputLost(error.strerror) from None


def write_bytes(data: bytes) -> None:
    """Write to standard output what must arrive as it is, byte for byte. Raises PipeClosed or OutputLost."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise PipeClosed from None
    except OSError as error:
        raise OutputLost(error.strerror) from None


def complain(problems: Iterable[UserError | str]) -> None:
    """Write each problem as one line on standard error."""
    from lint.reporters.terminal import visible

    for problem in problems:
        remark(for_log(f"copydesk: {visible(str(problem))}\n"))


def for_log(text: str) -> str:
    """Break what GitHub's runner would obey, if it is who reads: words of an article must not command it."""
    if os.environ.get("GITHUB_ACTIONS") != "true":
        return text
    return _COMMAND.sub(lambda match: f"{match[0][:-1]}\\{match[0][-1]}", text)


def remark(text: str) -> None:
    """Write to standard error what is no complaint. If that is full or closed, the exit status says enough."""
    with suppress(OSError):
        _write(text, sys.stderr)


def _write(text: str, stream: TextIO) -> None:
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))


def use_color(choice: str) -> bool:
    """Decide about colour: `always`, `never`, or `auto`, which asks NO_COLOR, FORCE_COLOR and the terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in {"", "0"}:
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def columns() -> int:
    """Give the number of cells to fill: the terminal's, not too many to read; a fixed number for a file or pipe."""
    return min(shutil.get_terminal_size((_WIDTH_OF_A_FILE, 24)).columns, _WIDEST)
