"""`copydesk check`: its options, what they mean for a run, and what the run leaves: a report and an exit status."""

from functools import partial
from typing import TYPE_CHECKING, Any

import click

from lint.cli.fixes import Fixes, fix_options
from lint.cli.grouping import GroupedCommand
from lint.cli.jobs import jobs_option
from lint.cli.output import CLEAN, FAILED, FOUND, columns, complain, remark, use_color
from lint.cli.outputs import Output, deliver, planned, report_options
from lint.cli.parameters import (
    archive_option,
    cache_option,
    color_option,
    format_option,
    paths_argument,
    selector_option,
)
from lint.cli.progress import Progress
from lint.cli.scopes import baseline_options, scope_options
from lint.cli.streams import standard_input
from lint.cli.watch import refuse, watch, watch_option
from lint.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lint.profiling import Unmeasured
    from lint.report import Report
    from lint.reporters.view import Look
    from lint.rule import Rule
    from lint.session import CheckOptions

_NEVER = "never"
_LEVELS = [*(severity.value for severity in reversed(Severity)), _NEVER]
_GROUPS = {
    "What is reported": ["show_all", "fail_on", "form", "outputs", "quiet", "color"],
    "What is looked for": ["select", "ignore", "archive"],
    "What is new": ["since", "staged", "changed_lines", "baseline", "no_baseline"],
    "Fixes": ["fix", "only", "unsafe", "diff"],
    "How drafts are read": ["stdin_filename", "format_as"],
    "Speed": ["jobs", "cache_dir", "no_cache", "watched", "profile"],
}


@click.command(cls=GroupedCommand, groups=_GROUPS)
@paths_argument(allow_dash=True)
@click.option("--all", "show_all", is_flag=True, help="Show suggestions too, not only errors and warnings.")
@click.option(
    "--fail-on", type=click.Choice(_LEVELS), default="error", show_default=True, help="Exit with 1 from here."
)
@report_options
@click.option("-q", "--quiet", is_flag=True, help="Show findings and nothing else.")
@color_option
@selector_option("--select", "Look only for these rules or packs. Repeatable; comma lists too.")
@selector_option("--ignore", "Do not look for these rules or packs. Repeatable; comma lists too.")
@archive_option
@scope_options
@baseline_options
@fix_options
@click.option("--stdin-filename", default="stdin.md", metavar="PATH", help="What standard input is: name and format.")
@format_option
@jobs_option
@cache_option
@click.option("--no-cache", is_flag=True, help="Check everything anew, and keep no results.")
@watch_option
@click.option("--profile", is_flag=True, help="Tell on standard error where the time went; checks in one process.")
def check(  # noqa: PLR0913 - what decides over the report; the rest goes on to the run
    *,
    paths: tuple[str, ...],
    form: str | None,
    outputs: tuple[Output, ...],
    show_all: bool,
    fail_on: str,
    fixes: Fixes,
    profile: bool,
    watched: bool,
    quiet: bool,
    color: str,
    **run: Any,
) -> int:
    """Check drafts and tell what a copy editor would query.

    PATHS are files, folders (walked; what .gitignore names is left out) or “-” for standard input; by default “.”.

    Exit status: 0 nothing at the level of --fail-on, 1 findings, 2 something could not be read or is set wrongly.
    """
    from lint.profiling import OFF, Profile

    stdin = standard_input() if "-" in paths and not watched else None
    stopwatch = Profile() if profile else OFF
    shown = Severity.SUGGESTION if show_all or fail_on == Severity.SUGGESTION else Severity.WARNING
    desk = _Desk(planned(form, outputs), fixes, stopwatch, partial(_look, shown, color, quiet=quiet), stdin)
    if watched:
        refuse(_senseless(paths, run, fixes, profile=profile))
    with stopwatch.measure("import"):
        from lint.session import check as checked

    with Progress(quiet=quiet) as progress:
        options = _options(run, fixes, progress)
        if watched:
            return watch(paths or (".",), options, partial(desk.show, options), quiet=quiet)
        report = checked(paths or (".",), options, stdin, stopwatch)
    if fixes.diff:
        complain(report.errors)
        return fixes.show(report, desk.look())
    written = desk.show(options, report)
    if fixes.only:
        return fixes.conclude(report, desk.look()) or written
    return written or _status(report, fail_on)


class _Desk:
    """Where reports are handed out."""

    def __init__(
        self,
        outputs: tuple[Output, ...],
        fixes: Fixes,
        stopwatch: "Unmeasured",
        look: "partial[Look]",
        stdin: bytes | None,
    ) -> None:
        self.look = look
        self._outputs, self._fixes, self._stopwatch, self._stdin = outputs, fixes, stopwatch, stdin

    def show(self, options: "CheckOptions", report: "Report", whole: "Report | None" = None) -> int:
        """Write a report wherever it is to go and, if it was measured, where the time went; give 0, or 2 if one is lost.

        `whole` is what goes into files, where standard output shows only what is new.
        """
        from lint.profiling import Profile
        from lint.reporters.view import View
        from lint.session import reader

        complain(report.errors)
        look = self.look()
        with self._stopwatch.measure("report"):
            view = View(look, _rules, reader(options))
            lost = deliver(report, self._outputs, view, lambda text: self._fixes.tell(text, self._stdin), whole)
        complain(lost)
        if isinstance(self._stopwatch, Profile):
            from lint.reporters.profile import table

            remark(table(self._stopwatch.seconds, look))
        return FAILED if lost else CLEAN


def _options(run: "Mapping[str, Any]", fixes: Fixes, progress: Progress) -> "CheckOptions":
    from lint.session import CheckOptions

    named = {name: value for name, value in run.items() if name not in {"cache_dir", "no_cache"}}
    return CheckOptions(
        **named,
        cache_folder=run["cache_dir"],
        use_cache=not run["no_cache"],
        progress=progress.stage("reading the archive"),
        checking=progress.stage("checking"),
        fixing=fixes.asked(),
    )


def _senseless(paths: tuple[str, ...], run: "Mapping[str, Any]", fixes: Fixes, *, profile: bool) -> "Iterator[str]":
    """Give the options that make no sense while files are watched."""
    scope = run["scope"]
    given = {
        "-": "-" in paths,
        "--profile": profile,
        "--fix": fixes.write,
        "--diff": fixes.diff,
        "--since": scope.since is not None,
        "--staged": scope.staged,
        "--changed-lines": scope.changed_lines,
    }
    yield from (name for name, is_given in given.items() if is_given)


def _look(shown: Severity, color: str, *, quiet: bool) -> "Look":
    from lint.reporters.view import Look

    return Look(columns(), use_color(color), shown, summary=not quiet)


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
