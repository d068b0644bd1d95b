"""An archive in a folder of its own, and the command line over it."""

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from lint.archive import setups
from lint.archive.desk import Desk
from lint.config import Config
from lint.errors import UserError

LONG_AGO = 10**18
Write = Callable[..., Path]


class Ended(NamedTuple):
    status: int
    stdout: str
    stderr: str


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Write a file below the folder that the test runs in."""
    monkeypatch.chdir(tmp_path)

    def run(name: str, text: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        # An index does not trust the time of what has only just been written.
        os.utime(path, ns=(LONG_AGO, LONG_AGO + len(text)))
        os.utime(path.parent, ns=(LONG_AGO, LONG_AGO + len(list(path.parent.iterdir()))))
        return path

    return run


class Newsroom(NamedTuple):
    """A desk over the folder `content`, and what it has told."""

    desk: Desk
    told: list[UserError]


@pytest.fixture
def newsroom(tmp_path: Path) -> Callable[..., Newsroom]:
    def run(*, cache: str = "cache", config: Config | None = None, jobs: int = 1) -> Newsroom:
        told: list[UserError] = []
        found = setups.make(config or Config(), [tmp_path / "content"], tmp_path / cache, told.append, jobs=jobs)
        return Newsroom(Desk(found), told)

    return run


@pytest.fixture
def copydesk(tmp_path: Path) -> Callable[..., Ended]:
    """Run the command line in a process of its own; `prelude` is Python that runs before it."""

    def run(command: str, prelude: str = "", **environment: str) -> Ended:
        code = f"{prelude}\nfrom lint.cli import main\nmain({shlex.split(command)!r})"
        ended = subprocess.run(
            [sys.executable, "-c", code],
            cwd=tmp_path,
            env={**os.environ, "COLUMNS": "100", "XDG_CACHE_HOME": str(tmp_path / "cache"), **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        return Ended(ended.returncode, ended.stdout, ended.stderr)

    return run
