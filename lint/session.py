"""One run: from paths to a report. Each file is read, checked and done; what goes wrong with one stops no other.

What checks a draft is imported when there is one to check: mostly the store of results knows all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lint import discovery
from lint.archive.progress import Progress, silent
from lint.baseline import files as baselines
from lint.cachefolder import cache_folder
from lint.changes.scope import EVERYTHING, Scope
from lint.draft import Draft
from lint.errors import UserError, UserErrors
from lint.plan import Selection
from lint.profiling import OFF, Unmeasured
from lint.report import Outcome, Report, Skipped, collect
from lint.workspace import ArchiveOptions, Workspace

if TYPE_CHECKING:
    from lint.baseline.model import Baseline
    from lint.changes.diff import Lines
    from lint.document import Document
    from lint.fixing import Fixing
    from lint.model import Safety
    from lint.source import Source
    from lint.sourcelist import ArticleSources
    from lint.store.results import Results, Unkept
    from lint.workers import Checking, Work

STDIN = "-"


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What the command line says of a run. `progress` is told how much of the archive is read, `checking` of the drafts.

    `jobs` are the processes to use at most; None: as many as are of use. `baseline` names a file of known findings; None
    stands for the usual one, an empty name for none.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    stdin_filename: str = "stdin.md"
    use_cache: bool = True
    format_as: str | None = None
    archive: tuple[str, ...] = ()
    cache_folder: str | None = None
    progress: Progress = silent
    checking: Progress = silent
    jobs: int | None = None
    scope: Scope = EVERYTHING
    baseline: str | None = None
    fixing: Fixing | None = None


@dataclass(frozen=True, slots=True)
class Inputs:
    """The drafts that the paths stand for, what was wrong with the paths, what was passed over.

    `lines` are the new ones of each draft; None: all lines count.
    """

    drafts: tuple[Draft, ...]
    errors: tuple[UserError, ...]
    skipped: tuple[Skipped, ...]
    lines: Mapping[str, Lines] | None = None


def check(paths: Sequence[str], options: CheckOptions, stdin: bytes | None = None, watch: Unmeasured = OFF) -> Report:
    """Check files, folders and, where a path is `-`, the bytes of standard input; `watch` measures the stages.

    Whatever goes wrong is in the report. Nothing is checked if the selection, or the configuration of the folder we are
    in, has mistakes; one further down keeps only the files below it from being checked.
    """
    workspace = open_workspace(options, watch)
    results = _results(workspace, options)
    try:
        known = baselines.load(options.baseline, results.prove(Path.cwd()))
        found = _changed(workspace, paths, options) if options.scope else inputs(workspace, paths, options, stdin)
    except (UserErrors, UserError) as wrong:
        results.close()
        return Report((), tuple(wrong.errors) if isinstance(wrong, UserErrors) else (wrong,))
    outcomes = _outcomes(results, workspace, found.drafts, options)
    report = collect(outcomes, found.errors, found.skipped, lambda: workspace.notices)
    return narrowed(report, known, found.lines, whole=not (options.select or options.ignore))


def open_workspace(options: CheckOptions, watch: Unmeasured = OFF) -> Workspace:
    """Give the workspace that the options ask for; nothing is read yet."""
    archive = ArchiveOptions(options.archive, options.cache_folder, options.progress, options.jobs or 0)
    return Workspace(Selection(options.select, options.ignore), archive, watch)


def narrowed(
    report: Report, known: Baseline | None, lines: Mapping[str, Lines] | None = None, *, whole: bool
) -> Report:
    """Leave out what is known and what is not on new lines, where these count; `whole`: all rules were asked."""
    if known:
        from lint.baseline import matching

        report = matching.narrow(report, known, whole=whole)
    if lines is not None:
        from lint.changes.lines import narrow

        report = narrow(report, lines)
    return report


def _outcomes(
    results: Results | Unkept, workspace: Workspace, drafts: Sequence[Draft], options: CheckOptions
) -> Iterable[Outcome]:
    """Check the drafts or, where it is asked for, fix each and hand on its new text as it comes."""

    def done(drafts: Sequence[Draft]) -> Iterable[Outcome]:
        from lint import workers

        return workers.outcomes(drafts, checking(workspace, options))

    fixing = options.fixing
    if fixing is None:
        return results.over(drafts, done)
    safeties, deliver = fixing.safeties, fixing.deliver

    def fixed(drafts: Sequence[Draft]) -> Iterable[Outcome]:
        from lint.fixing import delivered

        return (delivered(outcome, deliver) for outcome in done(drafts))

    return results.among(drafts, lambda outcome: not outcome.fixable(safeties), fixed)


def checking(workspace: Workspace, options: CheckOptions) -> Checking:
    """Give what checks or fixes drafts as the options say, in this process or in several."""
    from lint.workers import Checking

    fixing = options.fixing
    work = partial(_fixer, options.format_as, fixing.safeties) if fixing else partial(_checker, options.format_as)
    return Checking(workspace, work, options.checking, 1 if workspace.watch.running else options.jobs)


def _checker(format_as: str | None, workspace: Workspace) -> Work:
    from lint.checking import Checker

    return Checker(workspace, format_as).check


def _fixer(format_as: str | None, safeties: frozenset[Safety], workspace: Workspace) -> Work:
    from lint.checking import Checker
    from lint.fixing import Fixer

    return Fixer(Checker(workspace, format_as), safeties).fix


def reader(options: CheckOptions) -> Callable[[Source], Document]:
    """Give a function that reads the source of a checked file again, as the run with these options did."""
    from lint.opening import reopened

    workspace = Workspace()
    return lambda text: reopened(workspace, text, options.format_as)


def _results(workspace: Workspace, options: CheckOptions) -> Results | Unkept:
    """Give what knows the results of earlier runs; where a run is measured, nothing shall be known."""
    from lint.store.base import Base
    from lint.store.results import Results, Unkept

    if not options.use_cache or workspace.watch.running:
        return Unkept(workspace)
    base = Base(cache_folder(options.cache_folder), workspace.notices.append)
    return Results(base, workspace, options.format_as)


def sources(
    paths: Sequence[str], options: CheckOptions, stdin: bytes | None = None
) -> tuple[list[ArticleSources], list[UserError]]:
    """Give the sources of the articles in files, folders and, where a path is `-`, in the bytes of standard input.

    The second list is what went wrong, as in `check`.
    """
    workspace = Workspace()
    try:
        workspace.configured(Path.cwd())
    except UserErrors as mistakes:
        return [], list(mistakes.errors)
    given = inputs(workspace, paths, options, stdin)
    found: list[ArticleSources] = []
    errors = {str(error): error for error in given.errors}
    for draft in given.drafts:
        problems = _list_sources(workspace, draft, options.format_as, found)
        errors.update((str(error), error) for error in problems)
    return found, list(errors.values())


def _list_sources(
    workspace: Workspace, draft: Draft, format_as: str | None, found: list[ArticleSources]
) -> Iterable[UserError]:
    """Add the sources of an article to those that are found, and give what went wrong."""
    from lint import sourcelist
    from lint.annotate.reading import Reading
    from lint.checking import crashed, told
    from lint.opening import open_draft

    try:
        opened = open_draft(workspace, draft, format_as)
        if isinstance(opened, Skipped):
            return ()
        found.append(sourcelist.find(draft.name, Reading(opened.document, opened.configured.pipeline)))
        return told(opened.text, opened.document.notices)[0]
    except UserError as error:
        return (error,)
    except UserErrors as mistakes:
        return mistakes.errors
    except Exception as error:  # noqa: BLE001 - as in `check`
        return (crashed(draft.name, error),)


def inputs(workspace: Workspace, paths: Sequence[str], options: CheckOptions, stdin: bytes | None = None) -> Inputs:
    """Find the drafts; standard input comes first."""
    with workspace.watch.measure("discover"):
        found = discovery.discover([path for path in paths if path != STDIN], workspace.wanted)
    piped = (Draft(options.stdin_filename, stdin or b""),) if STDIN in paths else ()
    return Inputs((*piped, *(Draft(str(path)) for path in found.files)), found.errors, found.skipped)


def _changed(workspace: Workspace, paths: Sequence[str], options: CheckOptions) -> Inputs:
    """Find the drafts that have changed; raise UserError where git cannot tell."""
    if STDIN in paths:
        raise UserError("Standard input is no part of a git repository.", None, "Name files or folders.")
    from lint.changes import drafts as changes

    with workspace.watch.measure("changes"):
        found = changes.find(options.scope, paths, workspace.wanted)
    if not (found.drafts or found.errors):
        workspace.notices.append(UserError(f"No article has changed {options.scope}."))
    return Inputs(found.drafts, found.errors, found.skipped, found.lines)
