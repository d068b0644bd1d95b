"""The standard streams: in place even where whoever started the process has closed them, and standard input read."""

import os
import sys

from lint.errors import UserError


def complete() -> None:
    """Put streams in place of those that are closed.

    From the one for input nothing can be read, and into the one for output nothing be written, so that neither passes for
    an empty draft or a report that arrived; and no file that is opened later gets the number of a standard stream.
    """
    if sys.stdin is None:
        sys.stdin = open(os.open(os.devnull, os.O_WRONLY), encoding="utf-8")  # noqa: PTH123, SIM115 - a number, for good
    if sys.stdout is None:
        sys.stdout = open(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stderr is None:
        sys.stderr = open(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")  # noqa: PTH123, SIM115


def standard_input() -> bytes:
    """Read standard input to its end; raise UserError if that cannot be done."""
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        problem = f"Standard input cannot be read: {error.strerror}."
        raise UserError(problem, None, "Pipe a draft into the command.") from None
