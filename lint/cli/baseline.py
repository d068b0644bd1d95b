"""`copydesk baseline`: the findings that are known, so that a check tells of new ones alone."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from lint.cli.output import CLEAN, FAILED, complain, write
from lint.cli.parameters import archive_option, cache_option, form_option, paths_argument

if TYPE_CHECKING:
    from pathlib import Path

    from lint.baseline.model import Baseline
    from lint.report import Report

_Command = TypeVar("_Command", bound=Callable[..., Any])


@click.group()
def baseline() -> None:
    """Record known findings, so that check tells of new ones alone.

    Begin with “copydesk baseline write”, commit the file, and “copydesk check” passes; later, “copydesk baseline update”
    takes out what was fixed.
    """


def _parameters(command: _Command) -> _Command:
    """Add what all of its commands take."""
    file = click.option("--baseline", "file", metavar="FILE", help="The file.  [default: as check finds it]")
    paths = paths_argument()
    return paths(file(archive_option(cache_option(command))))


@baseline.command(name="write")
@_parameters
@click.option("--all", "everything", is_flag=True, help="Record suggestions too, not only errors and warnings.")
@click.option("--force", is_flag=True, help="Add to a baseline that is there.")
def write_baseline(
    *,
    paths: tuple[str, ...],
    file: str | None,
    archive: tuple[str, ...],
    cache_dir: str | None,
    everything: bool,
    force: bool,
) -> int:
    """Record all findings as known.

    PATHS are files and folders, by default “.”; what the baseline holds of others stays. A baseline that is there may
    shrink by this, but grows only with --force.
    """
    from lint.baseline import matching
    from lint.model import Severity

    path = _path(file)
    old = _old(path, force=force)
    if (report := _checked(paths, archive, cache_dir)) is None:
        return FAILED
    least = Severity.SUGGESTION if everything else Severity.WARNING
    added = sum(len(list(matching.at_least(least, met.new))) for met in matching.match(report, old))
    if path.exists() and added and not force:
        more, these = ("1 finding is new", "it") if added == 1 else (f"{added:,} findings are new", "them")
        complain([f"{path}: The baseline would grow: {more}. Fix {these}, or add {these} with --force."])
        return FAILED
    return _written(matching.written(report, old, paths or (".",), least), old)


@baseline.command()
@_parameters
def update(*, paths: tuple[str, ...], file: str | None, archive: tuple[str, ...], cache_dir: str | None) -> int:
    """Take out what is fixed.

    Nothing is ever added: new findings stay new. PATHS are files and folders to look at, by default “.”.
    """
    from lint.baseline import files, matching

    old = files.read(_path(file))
    if (report := _checked(paths, archive, cache_dir)) is None:
        return FAILED
    met = matching.match(report, old)
    return _written(matching.updated(old, met, matching.stale(report, old, met, paths or (".",))), old)


@baseline.command()
@_parameters
@form_option("text", "json")
def show(
    *, paths: tuple[str, ...], file: str | None, archive: tuple[str, ...], cache_dir: str | None, form: str
) -> int:
    """Tell what is known, by rule and article, and what of it is fixed.

    And what of it is fixed: PATHS are files and folders to look at for what is fixed, by default “.”.
    """
    from lint.baseline import files, matching
    from lint.reporters import baseline as reporter

    known = files.read(_path(file))
    if (report := _checked(paths, archive, cache_dir)) is None:
        return FAILED
    stale = matching.stale(report, known, matching.match(report, known), paths or (".",))
    write(reporter.text(known, stale) if form == "text" else reporter.to_json(known, stale))
    return CLEAN


def _path(file: str | None) -> "Path":
    """Say where the baseline lies, or is to lie; raise UserErrors if the configuration has mistakes."""
    from pathlib import Path

    from lint.baseline import files
    from lint.cli.rulebook import config_here

    if file:
        return Path(file)
    config, here = config_here(), Path.cwd()
    return config.baseline or files.find(here) or files.usual(here, config.path)


def _old(path: "Path", *, force: bool) -> "Baseline":
    """Read the baseline that is to be written anew, an empty one if there is none; raise UserError if it is broken.

    With `force`, a broken one is as good as none.
    """
    from lint.baseline import files
    from lint.baseline.model import Baseline
    from lint.errors import UserError

    try:
        return files.read(path) if path.exists() else Baseline(path)
    except UserError:
        if force:
            return Baseline(path)
        raise


def _checked(paths: Sequence[str], archive: tuple[str, ...], cache_dir: str | None) -> "Report | None":
    """Check articles without regard to what is known; None, and what went wrong is told, if some cannot be checked."""
    from lint.cli.progress import Progress
    from lint.session import CheckOptions, check

    with Progress() as progress:
        options = CheckOptions(
            archive=archive,
            cache_folder=cache_dir,
            baseline="",
            progress=progress.stage("reading the archive"),
            checking=progress.stage("checking"),
        )
        report = check(paths or (".",), options)
    complain(report.errors)
    return None if report.errors else report


def _written(new: "Baseline", old: "Baseline") -> int:
    """Write a baseline, and tell what has changed."""
    from lint.baseline import files
    from lint.reporters.terminal import visible
    from lint.reporters.wording import count

    files.write(new)
    before, after = old.tally, new.tally
    done = f"{(after - before).total():,} added, {(before - after).total():,} taken out"
    write(f"{visible(str(new.path))}: {count(new.size, 'known finding')} ({done}).\n")
    return CLEAN
