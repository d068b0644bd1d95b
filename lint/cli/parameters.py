"""Kinds of parameters that several commands take."""

from collections.abc import Callable
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

_Command = TypeVar("_Command", bound=Callable[..., Any])


def split_commas(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Turn `a,b` and repeated options into one row of words."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


def paths_argument(*, allow_dash: bool = False) -> Callable[[_Command], _Command]:
    """Make PATHS, of files and folders; `allow_dash`: standard input may be among them."""
    return click.argument("paths", nargs=-1, type=click.Path(allow_dash=allow_dash), callback=_named)


def _named(_context: click.Context, _parameter: click.Parameter, paths: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse an empty path: in a script that is a variable which is not set, and not the folder we are in."""
    if "" in paths:
        raise click.BadParameter("an empty path names no file. “.” is this folder.")
    return paths


def complete_rule(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the ids of rules and, where a comma list has begun, its next word; nothing if the rules cannot be read."""
    from lint.catalog import ALL
    from lint.cli.rulebook import catalog_here
    from lint.errors import UserErrors

    begun, comma, word = incomplete.rpartition(",")
    try:
        known = sorted(catalog_here().selectors - {ALL})
    except UserErrors:
        return []
    return [CompletionItem(begun + comma + name) for name in known if name.startswith(word)]


def selector_option(name: str, text: str) -> Callable[[_Command], _Command]:
    """Make an option that names rules and families; it may be repeated and may hold a comma list."""
    return click.option(
        name, multiple=True, metavar="RULES", callback=split_commas, shell_complete=complete_rule, help=text
    )


def color_option(command: _Command) -> _Command:
    """Add `--color`."""
    choices = click.Choice(["auto", "always", "never"])
    text = "Colour the output; auto asks NO_COLOR, FORCE_COLOR and the terminal."
    return click.option("--color", type=choices, default="auto", show_default=True, help=text)(command)


def format_option(command: _Command) -> _Command:
    """Add `--format-as`. Which formats there are is looked up when one is asked for: their readers take time to import."""
    text = "Read every file as this, whatever its name says."
    return click.option(
        "--format-as", metavar="FORMAT", callback=_known_format, shell_complete=_complete_format, help=text
    )(command)


def _known_format(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    from lint.formats import FORMATS

    return click.Choice(list(FORMATS)).convert(value, parameter, context)


def _complete_format(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from lint.formats import FORMATS

    return [CompletionItem(name) for name in FORMATS if name.startswith(incomplete)]


def form_option(*forms: str) -> Callable[[_Command], _Command]:
    """Make `--format` for a command that writes its result in one of some forms, the first by default."""
    return click.option(
        "--format", "form", type=click.Choice(forms), default=forms[0], show_default=True, help="How to write it."
    )


def archive_option(command: _Command) -> _Command:
    """Add `--archive`."""
    text = "A folder of older articles to hold names against, in place of the configuration's “archive”. Repeatable."
    return click.option("--archive", multiple=True, metavar="DIR", type=click.Path(), help=text)(command)


def cache_option(command: _Command) -> _Command:
    """Add `--cache-dir`."""
    text = "Where to keep what can be made again: results, and the index of the archive.  [default: ~/.cache/copydesk]"
    return click.option("--cache-dir", metavar="DIR", type=click.Path(file_okay=False), help=text)(command)
