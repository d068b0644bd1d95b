"""Drafts in a folder of their own, checked by a few rules."""

import os
import shlex
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from lint import packages
from lint.cli import boundary

ROOT = Path(__file__).parents[2]
RULES = (
    "typos/doubled-word",
    "typos/double-space",
    "copy/placeholder",
    "copy/unused-stet",
    "names/archive-name",
    "names/archive-person",
)


@pytest.fixture(autouse=True)
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder of the package's rules: a copy with a few of them."""
    folder = tmp_path / "package" / "rules"
    for rule in RULES:
        (folder / rule).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "rules" / f"{rule}.yaml", folder / f"{rule}.yaml")
    monkeypatch.setattr(packages, "own_rules", lambda: folder)
    return folder


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], Path]:
    """Write a file below the folder that the test runs in."""
    desk = tmp_path / "desk"
    desk.mkdir()
    monkeypatch.chdir(desk)

    def run(name: str, text: str | bytes) -> Path:
        path = desk / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return run


@pytest.fixture
def copydesk(capsys: pytest.CaptureFixture[str]) -> Callable[[str], str]:
    """Run a command line that ends well, and give what it prints."""

    def run(command: str) -> str:
        assert boundary.run(shlex.split(command)) == 0
        return capsys.readouterr().out

    return run


@pytest.fixture
def environment() -> Mapping[str, str]:
    """Give what another process needs to run the command line as this one does."""
    return {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"]}
