"""Where a run spends its time: seconds by what was being done, each moment counted once, for what is innermost."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from time import perf_counter
from typing import TypeVar

_T = TypeVar("_T")


class Unmeasured:
    """A stopwatch that is off: it costs next to nothing."""

    running = False

    def measure(self, name: str) -> AbstractContextManager[None]:  # noqa: ARG002 - the one that runs wants it
        """Give a context whose time is counted for `name`, less that of the contexts opened in it."""
        return nullcontext()

    def over(self, items: Iterable[_T], name: str) -> Iterable[_T]:  # noqa: ARG002
        """Give the items; the time it takes to make each is counted for `name`, and not what is done with it."""
        return items


OFF = Unmeasured()


class Profile(Unmeasured):
    """A stopwatch that runs. `clock` gives seconds."""

    running = True

    def __init__(self, clock: Callable[[], float] = perf_counter) -> None:
        self.seconds: dict[str, float] = {}
        self._clock = clock
        self._open: list[str] = []
        self._since = clock()

    def measure(self, name: str) -> AbstractContextManager[None]:
        """Give a context whose time is counted for `name`, less that of the contexts opened in it."""
        return self._measured(name)

    def over(self, items: Iterable[_T], name: str) -> Iterator[_T]:
        """Give the items; the time it takes to make each is counted for `name`, and not what is done with it."""
        rest = iter(items)
        while True:
            with self._measured(name):
                try:
                    item = next(rest)
                except StopIteration:
                    return
            yield item

    @contextmanager
    def _measured(self, name: str) -> Iterator[None]:
        self._count()
        self._open.append(name)
        try:
            yield
        finally:
            self._count()
            self._open.pop()

    def _count(self) -> None:
        now = self._clock()
        if self._open:
            name = self._open[-1]
            self.seconds[name] = self.seconds.get(name, 0.0) + now - self._since
        self._since = now
