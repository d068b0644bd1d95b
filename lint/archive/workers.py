"""Reading many articles at once: on several processors where there is enough to do."""

import os
import signal
from collections.abc import Iterator, Sequence
from threading import Thread
from typing import TYPE_CHECKING

from lint.archive.extraction import Task, read_all
from lint.archive.model import Article
from lint.errors import UserError

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

_BATCH = 32
_FEW = 4
"""So many batches are read before other processes would have started."""


def processors() -> int:
    """Give the number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read(tasks: Sequence[Task], jobs: int) -> Iterator[list[Article | str]]:
    """Give what `read_all` makes of the tasks, batch by batch and in order; raise UserError if a process was stopped."""
    batches = [tasks[at : at + _BATCH] for at in range(0, len(tasks), _BATCH)]
    if jobs < 2 or len(batches) < _FEW:
        yield from map(read_all, batches)
        return
    from concurrent.futures.process import BrokenProcessPool

    pool = _pool(min(jobs, len(batches)))
    try:
        yield from pool.map(read_all, batches)
    except BrokenProcessPool:
        problem = "A process that was reading articles has been stopped."
        raise UserError(
            problem, None, "Run the command again: what was read is kept. “--jobs 1” needs least memory."
        ) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _pool(jobs: int) -> "ProcessPoolExecutor":
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Spawned, not forked: a fork copies the locks of threads that it does not copy.
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """Leave it to the first process to be interrupted, and end when it ends, however it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
