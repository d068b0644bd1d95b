"""Watching drafts: everything is checked, and after that what is saved. What settings say is read anew when they change.

The files are looked at, again and again, by the walk that finds them for a check; a thousand take a hundredth of a second.
That holds on every system and file system, network drives and containers among them, and for every way an editor saves:
what counts is that a file is another than before, not how it became so.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from lint import config as configs
from lint import session, workers
from lint.baseline import files as baselines
from lint.errors import UserError, UserErrors
from lint.report import Outcome, Report, collect
from lint.session import CheckOptions, Inputs
from lint.workspace import Workspace

_PAUSE = 0.25
"""Seconds between two looks, at least."""
_LEISURE = 20
"""So many times as long as a look takes, we wait for the next: so that watching costs a twentieth of a processor at most."""
_SETTLED = 0.1
"""Seconds without a change after which whoever saves is done: many editors write a second file, and rename it."""

_Stamp = tuple[int, int, int] | None
"""What tells a file from what it was: time of change, size, number on disk; None: there is no such file."""


@dataclass(frozen=True, slots=True)
class Round:
    """One time that there was something to check: what was found in it, and how everything stands now."""

    report: Report
    whole: Report


@dataclass(frozen=True, slots=True)
class _Look:
    """The drafts as a look finds them, and the stamps of the files of each kind."""

    inputs: Inputs
    drafts: Mapping[str, _Stamp]
    settings: Mapping[str, _Stamp]

    def same(self, other: "_Look") -> bool:
        """Say whether nothing has changed from one look to the other."""
        return self.drafts == other.drafts and self.settings == other.settings


def rounds(paths: Sequence[str], options: CheckOptions) -> Iterator[Round]:
    """Check what the paths stand for, and give a round; then wait until something changes, and so on without end.

    Mistakes in the configuration are in the report, and the watch goes on: until they are put right, nothing is checked.
    """
    workspace = session.open_workspace(options)
    run = session.checking(workspace, options)
    outcomes: dict[str, Outcome] = {}
    before = _look(workspace, paths, options)
    now, mistaken = before, False
    while True:
        if (
            mistaken or now.settings != before.settings
        ):  # what is lacking may be a file that no setting was read from yet
            workspace = workspace.renewed()
            run = session.checking(workspace, options)
            outcomes.clear()
            now = _look(workspace, paths, options)
        try:
            baseline = baselines.load(options.baseline, workspace.configured(Path.cwd()).config.baseline)
        except (UserErrors, UserError) as wrong:
            outcomes.clear()
            mistaken = True
            mistakes = Report((), tuple(wrong.errors) if isinstance(wrong, UserErrors) else (wrong,))
            yield Round(mistakes, mistakes)
        else:
            mistaken = False
            known = {name for name in outcomes if before.drafts.get(name) == now.drafts.get(name)}
            fresh = [draft for draft in now.inputs.drafts if draft.name not in known]
            outcomes |= zip((draft.name for draft in fresh), workers.outcomes(fresh, run), strict=True)
            found = _round(now.inputs, outcomes, [draft.name for draft in fresh], workspace)
            yield Round(*(session.narrowed(report, baseline, whole=False) for report in (found.report, found.whole)))
        before, now = now, _changed(partial(_look, workspace, paths, options), now)


def _round(inputs: Inputs, outcomes: Mapping[str, Outcome], fresh: Sequence[str], workspace: Workspace) -> Round:
    notices = tuple(workspace.notices)
    workspace.notices.clear()  # they are told in the round that brought them up
    names = [draft.name for draft in inputs.drafts]
    whole = collect((outcomes[name] for name in names), inputs.errors, inputs.skipped, lambda: notices)
    if not fresh or len(fresh) == len(names):
        return Round(whole, whole)
    return Round(collect((outcomes[name] for name in fresh), inputs.errors, (), lambda: notices), whole)


def _changed(look: Callable[[], _Look], before: _Look) -> _Look:
    """Wait until something is no more as it was, and for a moment nothing else changes."""
    now, pause = before, _PAUSE
    while now.same(before):
        time.sleep(pause)
        began = time.perf_counter()
        now = look()
        pause = max(_PAUSE, _LEISURE * (time.perf_counter() - began))
    while True:
        time.sleep(_SETTLED)
        settled = look()
        if settled.same(now):
            return settled
        now = settled


def _look(workspace: Workspace, paths: Sequence[str], options: CheckOptions) -> _Look:
    found = session.inputs(workspace, paths, options)
    names = [draft.name for draft in found.drafts]
    settings = {str(path) for path in _settings(workspace, {Path(), *(Path(name).parent for name in names)})}
    stamps = {name: stamp for name in sorted(settings) if (stamp := _stamp(name))}
    return _Look(found, {name: _stamp(name) for name in names}, stamps)


def _settings(workspace: Workspace, folders: Iterable[Path]) -> Iterator[Path]:
    """Give all files that settings for these folders are read from, and would be if they were there."""
    around = {place for folder in folders for place in (folder.absolute(), *folder.absolute().parents)}
    yield from (place / name for place in around for name in configs.NAMES)
    for found in {id(config): config for folder in folders if (config := workspace.config(folder))}.values():
        yield from found.files
        for rules in {*found.rule_folders, found.root / configs.USUAL_RULE_FOLDER}:
            yield from rules.rglob("*.y*ml")


def _stamp(name: str) -> _Stamp:
    try:
        found = os.stat(name)  # noqa: PTH116 - thousands of files, again and again
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
