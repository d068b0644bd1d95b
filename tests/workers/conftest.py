"""The command line in a process of its own, on a terminal or on pipes, read while it runs."""

import os
import pty
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_PATIENCE = 60
"""Seconds after which we no longer believe that what we wait for will come."""


class Running:
    """A command that runs in a session of its own. Its standard error, and maybe all it writes, goes to a terminal."""

    def __init__(self, arguments: list[str], prelude: str, *, folder: Path, whole: bool, environment: dict[str, str]):
        ours, theirs = pty.openpty()
        code = f"{prelude}\nfrom lint.cli import main\nmain({arguments!r})"
        kept = {name: value for name, value in os.environ.items() if name != "CI"}
        self.process = subprocess.Popen(
            [sys.executable, "-c", code],
            stdin=theirs,
            stdout=theirs if whole else subprocess.PIPE,
            stderr=theirs,
            cwd=folder,
            env={**kept, "PYTHONPATH": str(ROOT), "TERM": "xterm", "NO_COLOR": "1", "COLUMNS": "100", **environment},
            start_new_session=True,
        )
        os.close(theirs)
        self.terminal, self.output, self._ours = "", "", ours
        self._open = selectors.DefaultSelector()
        self._open.register(ours, selectors.EVENT_READ, "terminal")
        if self.process.stdout:
            self._open.register(self.process.stdout.fileno(), selectors.EVENT_READ, "output")

    def _read(self) -> None:
        for key, _ in self._open.select(1):
            try:
                data = os.read(key.fd, 65536)
            except OSError:  # so a terminal says that nobody is at the other end
                data = b""
            if data:
                setattr(self, key.data, getattr(self, key.data) + data.decode("utf-8", "replace"))
            else:
                self._open.unregister(key.fd)

    def until(self, ready: Callable[["Running"], bool]) -> None:
        """Read until something is so."""
        end = time.monotonic() + _PATIENCE
        while not ready(self):
            assert self._open.get_map(), f"It has ended: {self.terminal!r} {self.output!r}"
            assert time.monotonic() < end, f"It does not come: {self.terminal!r} {self.output!r}"
            self._read()

    def end(self) -> int:
        """Read to the end, and give the exit status. The end comes when the last process of all has let go."""
        end = time.monotonic() + _PATIENCE
        while self._open.get_map():
            assert time.monotonic() < end, f"It does not end: {self.terminal!r} {self.output!r}"
            self._read()
        return self.process.wait(_PATIENCE)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal: Ctrl-C goes to all processes, as from a terminal; others to the first."""
        if number == signal.SIGINT:
            os.killpg(self.process.pid, number)
        else:
            self.process.send_signal(number)

    def clean(self) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self._open.close()
        os.close(self._ours)
        if self.process.stdout:
            self.process.stdout.close()


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Running]]:
    """Start a command in `tmp_path`; `prelude` is Python that runs before it, `whole` puts its output on the terminal."""
    started: list[Running] = []

    def run(*arguments: str, prelude: str = "", whole: bool = False, **environment: str) -> Running:
        running = Running(list(arguments), prelude, folder=tmp_path, whole=whole, environment=environment)
        started.append(running)
        return running

    yield run
    for running in started:
        running.clean()
