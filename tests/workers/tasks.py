"""Work for processes to do, good and bad. It lies in a module of its own because other processes import it."""

import os
import signal
import time
from collections.abc import Callable, Sequence
from multiprocessing import parent_process
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lint.archive.extraction import Task
    from lint.archive.model import Article
    from lint.draft import Draft
    from lint.report import Outcome
    from lint.workspace import Workspace


def squares() -> Callable[[int], int]:
    return lambda number: number * number


def slow_squares() -> Callable[[int], int]:
    def square(number: int) -> int:
        time.sleep(0.02)
        return number * number

    return square


def refusing() -> Callable[[int], int]:
    raise ValueError("no work today")


def stillborn() -> Callable[[int], int]:
    """Give what works in the first process and nowhere else: every other is dead before it begins."""
    if parent_process():
        os._exit(3)
    return squares()


def failing() -> Callable[[int], int]:
    def fail(number: int) -> int:
        raise LookupError(f"no square of {number}")

    return fail


def unsendable() -> Callable[[int], object]:
    return lambda _number: lambda: None


class Deadly:
    """Squares, but a process dies of a number as often as it says."""

    def __init__(self, folder: Path, deaths: dict[int, int]) -> None:
        self.folder, self.deaths = folder, deaths

    def __call__(self) -> Callable[[int], int]:
        def square(number: int) -> int:
            for death in range(self.deaths.get(number, 0)):
                mark = self.folder / f"{number}-{death}"
                if not mark.exists():
                    mark.touch()
                    os.kill(os.getpid(), signal.SIGKILL)
            return number * number

        return square


def fragile(workspace: "Workspace") -> "Callable[[Draft], Outcome]":
    """Give a check that comes upon a mistake of ours in every file called `crash…`."""
    from lint import source
    from lint.checking import Checker

    decode = source.decode

    def fail(path: str, data: bytes) -> "source.Source":
        if Path(path).name.startswith("crash"):
            raise ZeroDivisionError("oh")
        return decode(path, data)

    def check(draft: "Draft") -> "Outcome":
        source.decode = fail
        try:
            return Checker(workspace).check(draft)
        finally:
            source.decode = decode

    return check


def deadly(workspace: "Workspace") -> "Callable[[Draft], Outcome]":
    """Give a check that every process dies of in a file called `deadly…`, except the first."""
    from lint.checking import Checker

    checker = Checker(workspace)

    def check(draft: "Draft") -> "Outcome":
        if parent_process() and Path(draft.name).name.startswith("deadly"):
            os.kill(os.getpid(), signal.SIGKILL)
        return checker.check(draft)

    return check


def deadly_reader() -> "Callable[[Sequence[Task]], list[Article | str]]":
    """Give what reads articles, and what every process dies of at one called `deadly…`."""
    from lint.archive.extraction import read_all

    def read(tasks: "Sequence[Task]") -> "list[Article | str]":
        if parent_process() and any(Path(task.path).name.startswith("deadly") for task in tasks):
            os.kill(os.getpid(), signal.SIGKILL)
        return read_all(tasks)

    return read
