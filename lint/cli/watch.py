"""`copydesk check --watch`: the report of what was saved, each time that something is."""

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from lint.cli.output import CLEAN, remark

if TYPE_CHECKING:
    from lint.report import Report
    from lint.session import CheckOptions

Show = Callable[["Report", "Report"], object]

_Command = TypeVar("_Command", bound=Callable[..., Any])

_CLEAR = "\x1b[2J\x1b[H"
_REFUSED = {
    "-": "standard input is read once and cannot be saved again: name a file",
    "--profile": "it measures one run from beginning to end",
    "--fix": "a file that changes while you write in it is no help: run it when you are done",
    "--diff": "it shows what --fix would do, once",
    "--since": "what is saved is new",
    "--staged": "what is saved is not staged yet",
    "--changed-lines": "what is saved is checked whole",
}


def watch_option(command: _Command) -> _Command:
    """Add `--watch`."""
    text = "Go on, and check again what is saved, until Ctrl-C."
    return click.option("--watch", "watched", is_flag=True, help=text)(command)


def refuse(given: Iterable[str]) -> None:
    """Raise a usage error with the reason for the first of these options that makes no sense while watching."""
    for name in given:
        raise click.UsageError(f"--watch does not go with “{name}”: {_REFUSED[name]}.")


def watch(paths: Sequence[str], options: "CheckOptions", show: "Show", *, quiet: bool) -> int:
    """Show the report of each round, until Ctrl-C; a terminal is cleared before. Give the exit status.

    `show` takes what was found in a round, and how everything stands.
    """
    from lint.watching import rounds

    try:
        for each in rounds(paths, options):
            if sys.stdout.isatty():
                sys.stdout.write(_CLEAR)
            show(each.report, each.whole)
            if not quiet:
                remark(_standing(each.whole))
    except KeyboardInterrupt:
        remark("\n" if sys.stderr.isatty() else "")
    return CLEAN


def _standing(whole: "Report") -> str:
    """Tell how everything stands, and that we wait."""
    from lint.model import Severity
    from lint.reporters.wording import count

    found = whole.counts()
    told = [count(found[severity], severity.value) for severity in (Severity.ERROR, Severity.WARNING)]
    if whole.errors:
        told.append(count(len(whole.errors), "problem"))
    now = time.strftime("%H:%M:%S")
    return f"{now}  {', '.join(told)} in {count(len(whole.files), 'article')}. Waiting for a save; Ctrl-C ends.\n"
