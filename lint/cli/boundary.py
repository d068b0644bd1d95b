"""The one place where exceptions end: each becomes a line on standard error and an exit status."""

import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

import click

from lint import machine
from lint.cli import streams
from lint.cli.commands import copydesk
from lint.cli.output import OutputLost, PipeClosed, complain
from lint.errors import UserError, UserErrors

USAGE, INTERRUPTED, PIPE_CLOSED, TERMINATED = 2, 130, 141, 143


class Terminated(BaseException):
    """Somebody asked the process to end. No `except Exception` may keep it from that."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line, by default that of the process, and end the process with its exit status."""
    streams.complete()
    machine.collect_seldom()
    # Pydantic looks through all packages for plugins of its own before it makes a model; we want none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # The networks are small: a second thread would cost more than it brings, and slow what else runs on the machine.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, _terminate)
    try:
        status = run(arguments)
    except (KeyboardInterrupt, Terminated):  # once more, while the first was being told
        status = INTERRUPTED
    _leave(status)


def _terminate(_number: int, _frame: object) -> NoReturn:
    """End as Ctrl-C does: processes and the line of the terminal are cleared up first."""
    raise Terminated


def _leave(status: int) -> NoReturn:
    """End the process, but do not take the interpreter apart first: to free every object would cost a twentieth of a run."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):  # what cannot be written has been told
            stream.flush()
    os._exit(status)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give the exit status: 0, 1 for findings, 2 for anything that went wrong."""
    try:
        status = copydesk.main(arguments, prog_name="copydesk", standalone_mode=False)
    except click.ClickException as error:
        return _usage(error)
    except (UserError, UserErrors) as error:
        complain(error.errors if isinstance(error, UserErrors) else [error])
        return USAGE
    except (click.Abort, KeyboardInterrupt, Terminated) as error:
        return _stopped(error)
    except (PipeClosed, OutputLost) as error:
        return _unwritten(error)
    except Exception as error:  # noqa: BLE001 - the boundary: nobody should meet a traceback
        return _internal(error)
    return status if isinstance(status, int) else 0


def _stopped(error: BaseException) -> int:
    if isinstance(error.__cause__, EOFError):  # click takes it for the answer of a person; but we ask nobody
        return _internal(error.__cause__)
    word, status = ("terminated", TERMINATED) if isinstance(error, Terminated) else ("interrupted", INTERRUPTED)
    complain([word])
    return status


def _usage(error: click.ClickException) -> int:
    context = getattr(error, "ctx", None)
    hint = f" See “{context.command_path} --help”." if isinstance(context, click.Context) else ""
    complain([error.format_message() + hint])
    return USAGE


def _internal(error: Exception) -> int:
    if os.environ.get("COPYDESK_DEBUG"):
        import traceback

        traceback.print_exc()
    if isinstance(error, FileNotFoundError) and not _is_somewhere():
        complain([UserError("The folder that Copydesk runs in is gone.", None, "Change into one that is there.")])
        return USAGE
    told = " ".join(f"{type(error).__name__}: {error}".split())
    complain([f"internal error: {told[:300]} – please report it; COPYDESK_DEBUG=1 shows where it happened"])
    return USAGE


def _is_somewhere() -> bool:
    try:
        return bool(os.getcwd())  # noqa: PTH109 - nothing of pathlib is needed here
    except FileNotFoundError:
        return False


def _unwritten(error: PipeClosed | OutputLost) -> int:
    _close_quietly()
    if isinstance(error, PipeClosed):
        return PIPE_CLOSED
    complain([f"standard output cannot be written: {error}"])
    return USAGE


def _close_quietly() -> None:
    """Point standard output at nothing, so that the interpreter's last flush meets no closed pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
