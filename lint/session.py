"""One run: from paths to a report. Each file is read, checked and done; what goes wrong with one stops no other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from lint import discovery, formats, sourcelist, workers
from lint.annotate.reading import Reading
from lint.archive.desk import silent
from lint.archive.refreshing import Progress
from lint.checking import Checker, crashed, told
from lint.draft import Draft
from lint.errors import UserError, UserErrors
from lint.opening import open_draft
from lint.plan import Selection
from lint.profiling import OFF, Unmeasured
from lint.report import Report, Skipped, collect
from lint.sourcelist import ArticleSources
from lint.workers import Checking, Work
from lint.workspace import ArchiveOptions, Workspace

STDIN = "-"


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What the command line says of a run. `progress` is told how much of the archive is read, `checking` of the drafts.

    `jobs` are the processes to use at most; None: as many as are of use.
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


@dataclass(frozen=True, slots=True)
class Inputs:
    """The drafts that the paths stand for, what was wrong with the paths, what was passed over."""

    drafts: tuple[Draft, ...]
    errors: tuple[UserError, ...]
    skipped: tuple[Skipped, ...]


def check(paths: Sequence[str], options: CheckOptions, stdin: bytes | None = None, watch: Unmeasured = OFF) -> Report:
    """Check files, folders and, where a path is `-`, the bytes of standard input; `watch` measures the stages.

    Whatever goes wrong is in the report. Nothing is checked if the selection, or the configuration of the folder we are
    in, has mistakes; one further down keeps only the files below it from being checked.
    """
    run = checking(options, watch)
    try:
        run.workspace.configured(Path.cwd())
    except UserErrors as mistakes:
        return Report((), tuple(mistakes.errors))
    found = inputs(run.workspace, paths, options, stdin)
    outcomes = workers.outcomes(found.drafts, run)
    return collect(outcomes, found.errors, found.skipped, lambda: run.workspace.notices)


def checking(options: CheckOptions, watch: Unmeasured = OFF, before: Workspace | None = None) -> Checking:
    """Give what checks drafts as the options say, with the pipelines of the workspace `before` this one, if there was one."""
    archive = ArchiveOptions(options.archive, options.cache_folder, options.progress, options.jobs or 0)
    workspace = before.renewed() if before else Workspace(Selection(options.select, options.ignore), archive, watch)
    jobs = 1 if watch.running else options.jobs
    return Checking(workspace, partial(_checker, options.format_as), options.checking, jobs)


def _checker(format_as: str | None, workspace: Workspace) -> Work:
    return Checker(workspace, format_as).check


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
        found = discovery.discover(
            [path for path in paths if path != STDIN],
            formats.WALKED,
            excluded=lambda path: workspace.config(path).excludes(path),
            added=lambda path: path.suffix.lower() in formats.SUFFIXES and workspace.config(path).takes(path),
        )
    piped = (Draft(options.stdin_filename, stdin or b""),) if STDIN in paths else ()
    return Inputs((*piped, *(Draft(str(path)) for path in found.files)), found.errors, found.skipped)
