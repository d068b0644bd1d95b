"""Killed at any moment: every file is as it was or as it was to be, and the next run is as if nothing had happened.

A few kills for each command; COPYDESK_KILLS says how many, and .ci or a person who has changed how files are written may
ask for a hundred. To try another command, add a trial.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("COPYDESK_KILLS", "8"))
_CACHE = "cache"
_FEW_BYTES_ARE_WORTH_A_PROCESS = "from lint import workers; workers._ENOUGH = 1"

Files = Mapping[str, bytes]


class Ended(NamedTuple):
    """How a command ended, and what there was when it had."""

    status: int
    output: str
    files: Files


def same_report(killed: Ended, whole: Ended) -> bool:
    return (killed.status, killed.output) == (whole.status, whole.output)


def same_files(killed: Ended, whole: Ended) -> bool:
    return (killed.status, killed.files) == (whole.status, whole.files)


@dataclass(frozen=True, slots=True)
class Trial:
    """A command over the folder that `newsroom` makes, and when a run after a kill is as good as one without."""

    name: str
    command: tuple[str, ...]
    right: Callable[[Ended, Ended], bool]
    prelude: str = ""

    def start(self, folder: Path) -> "subprocess.Popen[str]":
        code = f"{self.prelude}\nfrom lint.cli import main\nmain({[*self.command, '--cache-dir', _CACHE]!r})"
        return subprocess.Popen(
            [sys.executable, "-c", code],
            cwd=folder,
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "OMP_NUM_THREADS": "1"},
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def run(self, folder: Path) -> Ended:
        with self.start(folder) as process:
            output = process.communicate()[0]
        return Ended(process.returncode, output, files(folder))

    def kill(self, folder: Path, seconds: float) -> None:
        """Start the command and kill its first process after so many seconds; wait until the last process has ended."""
        with self.start(folder) as process:
            time.sleep(seconds)
            process.send_signal(signal.SIGKILL)
            process.communicate()


CHECK = ("check", "drafts", "--archive", "published", "--format", "json", "--select", "names,typos/doubled-word")
TRIALS = [
    Trial("check", (*CHECK, "--jobs", "1"), same_report),
    Trial("check-with-workers", (*CHECK, "--jobs", "2"), same_report, _FEW_BYTES_ARE_WORTH_A_PROCESS),
    Trial("learn", ("names", "learn", "published", "--jobs", "1"), same_files),
    Trial("learn-with-workers", ("names", "learn", "published", "--jobs", "2"), same_files),
]


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder of drafts, published articles and a list of names that somebody has begun."""
    folder = tmp_path_factory.mktemp("newsroom")
    for name in ("drafts", "published"):
        (folder / name).mkdir()
    for number in range(150):
        text = (
            f"The fair number {number} was opened by Karin Belmont. Belmont thanked Ola Ek{number % 9} and the town.\n"
        )
        (folder / f"published/{number:03}.md").write_text(text * 4, encoding="utf-8")
    for number in range(12):
        text = f"It was the the end, said Karin Belmond of fair number {number}.\r\n"
        (folder / f"drafts/{number:02}.md").write_bytes(text.encode())
    (folder / "names.yaml").write_text("people:\n  Ola Ek1: {never: [Ola Eck1]} # as he writes it\n", encoding="utf-8")
    return folder


def files(folder: Path) -> Files:
    """Give the files of a folder, without the cache; hidden ones are what a killed process had not yet put in its place."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith("."))
    paths = {path.relative_to(folder).as_posix(): path for path in found}
    return {name: path.read_bytes() for name, path in paths.items() if not name.startswith(f"{_CACHE}/")}


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs SIGKILL")
@pytest.mark.parametrize("trial", TRIALS, ids=[trial.name for trial in TRIALS])
def test_a_command_that_is_killed_loses_nothing(trial: Trial, newsroom: Path, tmp_path: Path) -> None:
    old = files(newsroom)
    began = time.monotonic()
    whole = trial.run(Path(shutil.copytree(newsroom, tmp_path / "whole")))
    length = time.monotonic() - began
    assert (whole.status < 2, whole.output != "") == (True, True)
    assert old.keys() <= whole.files.keys()
    chance = Random(trial.name)  # noqa: S311
    for number in range(KILLS):
        folder = Path(shutil.copytree(newsroom, tmp_path / str(number)))
        moment = length * (number + chance.random()) / KILLS
        trial.kill(folder, moment)
        left = files(folder)
        assert {name for name in left if left[name] not in (old.get(name), whole.files.get(name))} == set(), moment
        assert old.keys() <= left.keys(), moment
        assert trial.right(trial.run(folder), whole), moment
        shutil.rmtree(folder)
