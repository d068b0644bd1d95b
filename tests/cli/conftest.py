"""The command line, run in this process: in a folder of its own, with an environment of its own."""

import io
import os
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from lint import packages
from lint.cli import boundary

_ENVIRONMENT = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": "/nonexistent"}


class Outcome(NamedTuple):
    status: int
    stdout: str
    stderr: str


Runner = Callable[..., Outcome]


@pytest.fixture
def copydesk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Runner:
    """Run a command line in `tmp_path` and give status, standard output and standard error.

    The package's own rules are out of sight: what is tested here is the command line, with the rules of each case.
    """
    no_rules = tmp_path.with_name(f"{tmp_path.name}-no-rules")
    no_rules.mkdir()
    monkeypatch.setattr(packages, "own_rules", lambda: no_rules)
    monkeypatch.chdir(tmp_path)
    for name in set(os.environ) - set(_ENVIRONMENT):
        monkeypatch.delenv(name)
    cache = tmp_path.with_name(f"{tmp_path.name}-cache")
    for name, value in {**_ENVIRONMENT, "XDG_CACHE_HOME": str(cache)}.items():
        monkeypatch.setenv(name, value)

    def run(command: str, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = boundary.run(shlex.split(command))
        return Outcome(status, *capsys.readouterr())

    return run
