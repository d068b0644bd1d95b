"""The command line, run in this process, in a folder of its own."""

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from lint.cli import boundary

Run = Callable[[str], tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line in `tmp_path`, with the rules of the package; give status, standard output, standard error."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path.with_name(f"{tmp_path.name}-cache")))
    return lambda command: (boundary.run(shlex.split(command)), *capsys.readouterr())
