"""Checking many drafts: by several processes where there is enough to do. The outcomes are the same, whoever does it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from lint import machine, pool
from lint.archive.progress import Progress
from lint.draft import Draft
from lint.errors import Place, UserError
from lint.report import Outcome
from lint.workspace import Workspace

_Item = TypeVar("_Item")

Work = Callable[[Draft], Outcome]
"""Does what is to be done with a draft, and tells of everything that goes wrong in the outcome."""

_Told = tuple[Outcome, Sequence[UserError]]
"""The outcome of a draft, and what should be known of the run as a whole, as far as a process knows it."""

_ENOUGH = 100_000
"""So many bytes of drafts are worth a process more: it takes as long to start as to check half of them."""
_EACH = 1_000
"""So many bytes are checked in the time that goes by for each draft, however short."""
_MEMORY = 300_000_000
"""Bytes that a process takes with all that English needs."""
_REMEDY = "If memory is short, “--jobs 1” needs least."


@dataclass(frozen=True)
class Checking:
    """What is to be done: `work` makes it of a workspace, in each process anew; `progress` is told how many are done.

    `jobs` are the processes to use at most; None: as many as are of use.
    """

    workspace: Workspace
    work: Callable[[Workspace], Work]
    progress: Progress
    jobs: int | None = None

    @cached_property
    def here(self) -> Work:
        """The work as this process does it."""
        return self.work(self.workspace)


def suited(asked: int | None, drafts: Sequence[Draft]) -> int:
    """Give the number of processes to check the drafts with: at most so many as are asked for, else as the machine has.

    Fewer, down to this one alone, where there is not enough to do or, unless they are asked for, not enough memory.
    """
    busy = min(len(drafts), (sum(map(_size, drafts)) + _EACH * len(drafts)) // _ENOUGH)
    most = asked if asked is not None else _affordable()
    return max(1, min(most, busy))


def outcomes(drafts: Sequence[Draft], checking: Checking) -> Iterator[Outcome]:
    """Give the outcomes of the drafts in their order, found by this process or by several.

    What processes have to tell of the run as a whole, and of the deaths of others, is added to the workspace's notices.
    """
    workspace = checking.workspace
    jobs = suited(checking.jobs, drafts)
    elsewhere = workspace.shared(Path(draft.name) for draft in drafts) if jobs > 1 else None
    if elsewhere is None:
        yield from _counted(map(checking.here, drafts), len(drafts), checking.progress)
        return
    # The largest first: so nobody has to wait for one at the end.
    order = sorted(range(len(drafts)), key=lambda number: -_size(drafts[number]))
    tasks = [drafts[number] for number in order]
    make = partial(_begin, elsewhere, checking.work)
    found = pool.run(make, tasks, jobs, lambda *death: workspace.notices.append(_died(*death)))
    results = _counted(found, len(drafts), checking.progress)
    yield from pool.in_order((order[place], _outcome(tasks[place], result, workspace)) for place, result in results)


def _outcome(draft: Draft, result: _Told | pool.Lost, workspace: Workspace) -> Outcome:
    """Give the outcome of a draft, and add what its process told of the run to the notices of the workspace."""
    if isinstance(result, pool.Lost):
        return _given_up(draft, result)
    outcome, told = result
    known = set(map(str, workspace.notices))
    workspace.notices += [notice for notice in told if str(notice) not in known]
    return outcome


def _begin(elsewhere: Callable[[], Workspace], work: Callable[[Workspace], Work]) -> Callable[[Draft], _Told]:
    """Give what a process does with each draft: its outcome, and what the run as a whole has brought up."""
    workspace = elsewhere()
    check = work(workspace)
    return lambda draft: (check(draft), workspace.notices)


def _counted(items: Iterator[_Item], total: int, progress: Progress) -> Iterator[_Item]:
    for done, item in enumerate(items):
        progress(done + 1, total)
        yield item


def _size(draft: Draft) -> int:
    if draft.data is not None:
        return len(draft.data)
    try:
        return Path(draft.name).stat().st_size
    except (OSError, ValueError):
        return 0


def _affordable() -> int:
    memory = machine.memory()
    processors = machine.processors()
    return processors if memory is None else min(processors, memory // _MEMORY)


def _died(draft: Draft | None, how: str) -> UserError:
    if draft is None:
        return UserError(f"A process to check with could not be started ({how}).", None, _REMEDY)
    problem = f"The process that checked this file was stopped ({how}); it was checked again."
    return UserError(problem, Place(draft.name), _REMEDY)


def _given_up(draft: Draft, lost: pool.Lost) -> Outcome:
    problem = f"Two processes that checked this file were stopped ({lost.how})."
    return Outcome(errors=(UserError(problem, Place(draft.name), f"{_REMEDY} If it is not, please report the file."),))
