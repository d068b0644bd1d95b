"""Several processes at one job. Each has one task at a time, so that we know what it was at when it is stopped.

A process that dies takes no more than its task with it, and that is tried once more, when all others are done and memory is
least in demand. What kills a second process is given up as lost: nothing waits for the dead.
"""

import os
import signal
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from lint import machine

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")

_FAREWELL = 5.0
"""Seconds in which a process whose connection is closed has ended, or is made to."""
_MOST_DEATHS = _MOST_STILLBORN = 2


@dataclass(frozen=True, slots=True)
class Lost:
    """What is left of a task that has killed two processes: how the second ended."""

    how: str


class Failed(Exception):
    """A process could not do a task, or not begin, for an exception: a mistake of ours, told with where it happened."""

    def __init__(self, told: str, where: str) -> None:
        super().__init__(told)
        self.add_note(where)


def run(
    make: Callable[[], Callable[[_Task], _Result]],
    tasks: Sequence[_Task],
    jobs: int,
    died: Callable[[_Task | None, str], None],
) -> Iterator[tuple[int, _Result | Lost]]:
    """Give the number of each task and its result, as they are done; the tasks are begun in order.

    Each process calls `make`, once, for the function that it does its tasks with; where this raises, Failed is raised. `died`
    is told when a process ends before its time: its task, which is tried again (None: it had none yet), and how it ended.
    Where no process can be started, the tasks are done in this one. Whenever the iteration ends, so do the processes.
    """
    crew = _Crew(make, tasks, died)
    try:
        for _ in range(min(jobs, len(tasks))):
            crew.start()
        yield from crew.work()
    finally:
        crew.stop()
    if crew.left:
        function = make()
        yield from ((number, function(tasks[number])) for number in crew.left)


def in_order(results: Iterator[tuple[int, _Result]]) -> Iterator[_Result]:
    """Give the results in the order of their numbers, which are all those from 0 on, each as soon as its turn comes."""
    early: dict[int, _Result] = {}
    turn = 0
    for number, result in results:
        early[number] = result
        while turn in early:
            yield early.pop(turn)
            turn += 1


class _Crew(Generic[_Task, _Result]):
    """The processes, and what there is to do: tasks nobody has begun, and those whose process died."""

    def __init__(
        self,
        make: Callable[[], Callable[[_Task], _Result]],
        tasks: Sequence[_Task],
        died: Callable[[_Task | None, str], None],
    ) -> None:
        self._make, self._tasks, self._died = make, tasks, died
        self._new, self._again = deque(range(len(tasks))), deque[int]()
        self._deaths = Counter[int]()
        self._stillborn = 0
        self._workers: list[_Worker] = []

    @property
    def left(self) -> Sequence[int]:
        """The numbers of the tasks that no process has, nor had to the end."""
        return (*self._new, *self._again)

    def start(self) -> None:
        """Start a process, if the system has one for us."""
        try:
            self._workers.append(_Worker(self._make))
        except OSError as error:
            self._stillborn += 1
            self._died(None, str(error.strerror))

    def stop(self) -> None:
        """End all processes at once."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.bury()

    def work(self) -> Iterator[tuple[int, _Result | Lost]]:
        """Do the tasks and give their results, until all are done or no process can be started any more."""
        from multiprocessing.connection import wait

        while self._workers or (self.left and self._stillborn < _MOST_STILLBORN):
            if not self._workers:
                self.start()
            heard = wait([worker.connection for worker in self._workers])
            for worker in [worker for worker in self._workers if worker.connection in heard]:
                yield from self._hear(worker)

    def _hear(self, worker: "_Worker") -> Iterator[tuple[int, _Result | Lost]]:
        try:
            fine, said = worker.connection.recv()
        except (EOFError, OSError):
            yield from self._bury(worker)
            return
        if not fine:
            raise Failed(*said)
        if worker.task is not None:  # else it tells that it is ready
            yield worker.task, said
        worker.task = self._next(worker)
        if worker.task is None:
            self._workers.remove(worker)
            worker.bury()
            return
        with suppress(OSError):  # that it is dead, we hear the next time
            worker.connection.send(self._tasks[worker.task])

    def _next(self, worker: "_Worker") -> int | None:
        """Give the number of the next task; None where the process is needed no more, and its memory is."""
        if self._new:
            return self._new.popleft()
        return self._again.popleft() if self._again and self._workers == [worker] else None

    def _bury(self, worker: "_Worker") -> Iterator[tuple[int, Lost]]:
        self._workers.remove(worker)
        how = worker.bury()
        if worker.task is None:
            self._stillborn += 1
            self._died(None, how)
            return
        self._stillborn = 0
        self._deaths[worker.task] += 1
        if self._deaths[worker.task] >= _MOST_DEATHS:
            yield worker.task, Lost(how)
        else:
            self._again.append(worker.task)
            self._died(self._tasks[worker.task], how)


class _Worker:
    """A process, our end of the connection to it, and the number of the task that it has."""

    def __init__(self, make: Callable[[], Callable[[Any], object]]) -> None:
        from multiprocessing import get_context

        context = get_context("spawn")  # not forked: a fork copies the locks of threads that it does not copy
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(make, theirs), daemon=True)
        self.task: int | None = None
        with theirs, _uninterrupted():
            self.process.start()

    def bury(self) -> str:
        """End the process if it has not ended yet, and say how it did."""
        self.connection.close()
        self.process.join(_FAREWELL)
        self.process.kill()
        self.process.join()
        status = self.process.exitcode or 0
        self.process.close()
        return signal.Signals(-status).name if -status in list(signal.Signals) else f"exit status {status}"


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold Ctrl-C back, from us for a moment and from processes that are started for good: it is for us to end them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(make: Callable[[], Callable[[Any], object]], connection: "Connection[Any, Any]") -> None:
    """Do the tasks that come through the connection; what a process is from its first to its last moment."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_follow_parent, daemon=True).start()
    machine.collect_seldom()
    fine, made = _attempt(make)
    with suppress(EOFError, OSError):  # nobody needs us any more
        _send(connection, fine, None if fine else made)
        while fine:
            _send(connection, *_attempt(made, connection.recv()))
    os._exit(0)


def _attempt(function: Callable[..., Any], *arguments: object) -> tuple[bool, Any]:
    """Call a function: True and what it gives, or False and what is to be told of its exception."""
    try:
        return True, function(*arguments)
    except Exception as error:  # noqa: BLE001 - it is told where somebody can tell of it
        return False, _told(error)


def _send(connection: "Connection[Any, Any]", fine: bool, said: object) -> None:  # noqa: FBT001 - a message
    try:
        connection.send((fine, said))
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - there is no end of what pickling may raise
        connection.send((False, _told(error)))


def _told(error: Exception) -> tuple[str, str]:
    """Give an exception in one line and in full: not every exception can be sent as it is."""
    from traceback import format_exc

    return f"{type(error).__name__}: {error}", format_exc()


def _follow_parent() -> None:
    """End when the first process ends, however it does."""
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
