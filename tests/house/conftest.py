"""What the tests of the house share: its files, Copydesk as a user runs it, and files that hold what came out."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
REGENERATE = "COPYDESK_WRITE_GOLDEN=1 .venv/bin/python -m pytest tests/house -m 'not slow'"
_ENVIRONMENT = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "COLUMNS": "88", "NO_COLOR": "1"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put what is slow last."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is not None)


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def repository_files() -> list[Path]:
    """The files of this repository, committed or about to be, as paths from its root."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, encoding="utf-8")
    if listed.returncode:
        pytest.skip("not in a git repository, so its files are not known")
    return sorted({Path(name) for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()})


@pytest.fixture(scope="session")
def copydesk(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run `copydesk` with arguments, in the root of the repository, in a process of its own."""

    environment = {**_ENVIRONMENT, "XDG_CACHE_HOME": str(tmp_path_factory.mktemp("cache"))}

    def run(*arguments: str, flags: Sequence[str] = ()) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, *flags, "-m", "lint", *arguments]
        return subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, check=False, encoding="utf-8", timeout=120
        )

    return run


@pytest.fixture(scope="session")
def golden() -> Callable[[Path, str], None]:
    """Hold a file against what it should say now; COPYDESK_WRITE_GOLDEN=1 writes it instead."""

    def compare(file: Path, expected: str) -> None:
        if os.environ.get("COPYDESK_WRITE_GOLDEN"):
            file.write_text(expected, encoding="utf-8")
        told = file.read_text(encoding="utf-8") if file.exists() else ""
        name = file.relative_to(ROOT)
        assert told == expected, f"{name} is not what comes out now. If that is right: {REGENERATE}, and read the diff."

    return compare
