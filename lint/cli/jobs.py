"""`--jobs`: with how many processes."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])
_AUTO = "auto"


def jobs_option(command: _Command) -> _Command:
    """Add `--jobs`, a number from 1 on or, for `auto`, None."""
    text = "Processes to use at most; auto: as many as are of use, by what there is to do, processors and memory."
    option = click.option("--jobs", callback=_number, default=_AUTO, show_default=True, metavar="N|auto", help=text)
    return option(command)


def _number(_context: click.Context, _parameter: click.Parameter, value: str) -> int | None:
    if value == _AUTO:
        return None
    if not (value.isascii() and value.isdigit() and int(value[:9])):
        raise click.BadParameter(f"“{value}” is neither “{_AUTO}” nor a whole number from 1 on.")
    return int(value[:9])
