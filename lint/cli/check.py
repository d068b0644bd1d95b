"""`copydesk check`: its options, what they mean for a run, and what the run leaves: a report and an exit status."""

import sys
from functools import partial
from typing import TYPE_CHECKING

import click

from lint.cli.jobs import jobs_option
from lint.cli.output import CLEAN, FAILED, FOUND, columns, complain, remark, use_color, write
from lint.cli.parameters import archive_option, cache_option, color_option, format_option, selector_option
from lint.cli.progress import Progress
from lint.cli.watch import refuse, watch, watch_option
from lint.model import Severity
from lint.reporters.registry import FORMATS, render

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lint.profiling import Unmeasured
    from lint.report import Report
    from lint.reporters.view import Look
    from lint.rule import Rule

_NEVER = "never"
_LEVELS = [*(severity.value for severity in reversed(Severity)), _NEVER]


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(allow_dash=True))
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True)
@click.option("--all", "show_all", is_flag=True, help="Show suggestions too, not only errors and warnings.")
@click.option(
    "--fail-on", type=click.Choice(_LEVELS), default="error", show_default=True, help="Exit with 1 from here."
)
@selector_option("--select", "Look only for these rules or families. Repeatable; comma lists too.")
@selector_option("--ignore", "Do not look for these rules or families. Repeatable; comma lists too.")
@click.option("--stdin-filename", default="stdin.md", metavar="PATH", help="What standard input is: name and format.")
@format_option
@archive_option
@cache_option
@click.option("--no-cache", is_flag=True, help="Check everything anew.")
@jobs_option
@click.option("--profile", is_flag=True, help="Tell on standard error where the time went; checks in one process.")
@watch_option
@click.option("-q", "--quiet", is_flag=True, help="Show findings and nothing else.")
@color_option
def check(  # noqa: PLR0913 - one parameter an option
    *,
    paths: tuple[str, ...],
    form: str,
    show_all: bool,
    fail_on: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    stdin_filename: str,
    format_as: str | None,
    archive: tuple[str, ...],
    cache_dir: str | None,
    no_cache: bool,
    jobs: int | None,
    profile: bool,
    watched: bool,
    quiet: bool,
    color: str,
) -> int:
    """Check drafts and tell what a copy editor would query.

    PATHS are files, folders (walked; what .gitignore names is left out) or “-” for standard input; by default “.”.

    Exit status: 0 nothing at the level of --fail-on, 1 findings, 2 something could not be read or is set wrongly.
    """
    from lint.profiling import OFF, Profile

    if watched:
        refuse(name for name, given in {"-": "-" in paths, "--profile": profile}.items() if given)
    stopwatch = Profile() if profile else OFF
    with stopwatch.measure("import"):
        from lint.session import CheckOptions
        from lint.session import check as run

    shown = Severity.SUGGESTION if show_all or fail_on == Severity.SUGGESTION else Severity.WARNING
    show = partial(_show, form, stopwatch, partial(_look, shown, color, quiet))
    with Progress(quiet=quiet) as progress:
        stages = progress.stage("reading the archive"), progress.stage("checking")
        options = CheckOptions(
            select, ignore, stdin_filename, not no_cache, format_as, archive, cache_dir, *stages, jobs
        )
        if watched:
            return watch(paths or (".",), options, show, quiet=quiet)
        report = run(paths or (".",), options, sys.stdin.buffer.read() if "-" in paths else None, stopwatch)
    show(report)
    return _status(report, fail_on)


def _look(shown: Severity, color: str, quiet: bool) -> "Look":  # noqa: FBT001 - as the command line has it
    from lint.reporters.view import Look

    return Look(columns(), use_color(color), shown, summary=not quiet)


def _show(form: str, stopwatch: "Unmeasured", look: "Callable[[], Look]", report: "Report") -> None:
    """Write a report and, if it was measured, where the time went."""
    from lint.profiling import Profile
    from lint.reporters.view import View

    complain(report.errors)
    with stopwatch.measure("report"):
        write(render(form, report, View(look(), _rules)))
    if isinstance(stopwatch, Profile):
        from lint.reporters.profile import table

        remark(table(stopwatch.seconds, look()))


def _rules() -> "Mapping[str, Rule]":
    """Read all rules of the package and of the repository we are in, by id; raises UserErrors."""
    from lint.cli.rulebook import catalog_here

    return {rule.id: rule for rule in catalog_here().rules}


def _status(report: "Report", fail_on: str) -> int:
    if report.errors:
        return FAILED
    if fail_on == _NEVER:
        return CLEAN
    level = Severity(fail_on).rank
    return FOUND if any(severity.rank >= level for severity in report.counts()) else CLEAN
