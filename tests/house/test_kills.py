"""Killed at any moment: every file is as it was or as it was to be, and the next run is as if nothing had happened.

A few kills for some of the commands; COPYDESK_KILLS says how many, and then all are tried: who has changed how files are
written may ask for a hundred. Every second one comes at a step of writing a file, the others at any moment. To try another
command, add a trial.
"""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("COPYDESK_KILLS", "2"))
_CACHE = "cache"
_FEW_BYTES_ARE_WORTH_A_PROCESS = "from lint import workers; workers._ENOUGH = 1"
_STEPS = """
import os, signal, sys
STEPS, LAST, WRITES = os.open({file!r}, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), {last}, os.O_WRONLY | os.O_RDWR
DONE = []
def step(event, arguments):
    writes = event in ("os.chmod", "os.rename", "os.remove") or (event == "open" and arguments[2] & WRITES)
    if writes and isinstance(arguments[0], (str, os.PathLike)) and "__pycache__" not in str(arguments[0]):
        DONE.append(os.write(STEPS, b"."))
        if len(DONE) == LAST:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(step)
"""
"""Notes the steps by which a process writes files, each before it is taken, and kills it at the last that it is to take.

What Python keeps of its modules is not counted: it is written the first time alone.
"""

Files = Mapping[str, bytes]


class Ended(NamedTuple):
    """How a command ended, what it said, and what there was when it had."""

    status: int
    output: str
    complaints: str
    files: Files


def same_report(killed: Ended, whole: Ended) -> bool:
    return killed == whole


def same_files(killed: Ended, whole: Ended) -> bool:
    """Say whether all is the same but what is told of the work: some of it was done before the kill."""
    return killed._replace(output="") == whole._replace(output="")


def same_rest(killed: Ended, whole: Ended) -> bool:
    """Say whether the same files are left with the same findings, however much was fixed before the kill."""
    return same_files(killed, whole) and left_to_tell(killed.output) == left_to_tell(whole.output)


def left_to_tell(output: str) -> list[object]:
    report = json.loads(output)
    return [report["errors"], report["notices"], [[file["path"], file["findings"]] for file in report["files"]]]


@dataclass(frozen=True, slots=True)
class Trial:
    """A command over the folder that `newsroom` makes, and when a run after a kill is as good as one without."""

    name: str
    command: tuple[str, ...]
    right: Callable[[Ended, Ended], bool]
    prelude: str = ""

    def start(self, folder: Path, last_step: int = 0) -> "subprocess.Popen[str]":
        prelude = f"{_STEPS.format(file=str(steps_file(folder)), last=last_step)}\n{self.prelude}"
        code = f"{prelude}\nfrom lint.cli import main\nmain({[*self.command, '--cache-dir', _CACHE]!r})"
        return subprocess.Popen(
            [sys.executable, "-c", code],
            cwd=folder,
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "OMP_NUM_THREADS": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def run(self, folder: Path) -> Ended:
        with self.start(folder) as process:
            output, complaints = process.communicate()
        return Ended(process.returncode, output, complaints, files(folder))

    def kill(self, folder: Path, seconds: float = 0, last_step: int = 0) -> bool:
        """Kill the command's first process after so many seconds, or at a step of writing; wait for its last to end.

        Say whether that came before its end.
        """
        with self.start(folder, last_step) as process:
            if not last_step:
                time.sleep(seconds)
                process.send_signal(signal.SIGKILL)
            process.communicate()
        return process.returncode == -signal.SIGKILL


NAMES = ("names", "typos/doubled-word")
CHECK = ("check", "drafts", "--archive", "published", "--format", "json", "--select", ",".join(NAMES))
FIXED = ("typos/doubled-word", "typos/could-of", "typos/space-before-stop", "typos/a-an")
FIX = ("check", "drafts", "--fix", "--format", "json", "--select", ",".join(FIXED))
OUTPUTS = ("report.sarif", "proof.html", "junit:report.xml", "gitlab:quality.json")
BASELINE = ("drafts", "--baseline", "known.json")
TRIALS = [
    Trial("check", (*CHECK, "--jobs", "1"), same_report),
    Trial("check-with-workers", (*CHECK, "--jobs", "2"), same_report, _FEW_BYTES_ARE_WORTH_A_PROCESS),
    Trial("fix", (*FIX, "--jobs", "1"), same_rest),
    Trial("fix-with-workers", (*FIX, "--jobs", "2"), same_rest, _FEW_BYTES_ARE_WORTH_A_PROCESS),
    Trial("unsafe-fixes", (*FIX, "--unsafe-fixes"), same_rest),
    Trial("outputs", (*CHECK, *(part for name in OUTPUTS for part in ("--output", name))), same_report),
    Trial("baseline-write", ("baseline", "write", *BASELINE, "--force"), same_files),
    Trial("baseline-update", ("baseline", "update", *BASELINE), same_files),
    Trial("learn", ("names", "learn", "published", "--jobs", "1"), same_files),
    Trial("learn-with-workers", ("names", "learn", "published", "--jobs", "2"), same_files),
]
FEW = ("check", "fix-with-workers", "outputs", "baseline-write", "learn")
CHOSEN = [trial for trial in TRIALS if trial.name in FEW or "COPYDESK_KILLS" in os.environ]


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder of drafts, published articles, and a list, a baseline and a report that somebody has begun."""
    folder = tmp_path_factory.mktemp("newsroom")
    for name in ("drafts", "published"):
        (folder / name).mkdir()
    for number in range(150):
        text = (
            f"The fair number {number} was opened by Karin Belmont. Belmont thanked Ola Ek{number % 9} and the town.\n"
        )
        (folder / f"published/{number:03}.md").write_text(text * 4, encoding="utf-8")
    (folder / "names.yaml").write_text("people:\n  Ola Ek1: {never: [Ola Eck1]} # as he writes it\n", encoding="utf-8")
    write_drafts(folder, "It was an town, the the end, said Karin Belmond of")
    Trial("", ("baseline", "write", *BASELINE), same_files).run(folder)
    shutil.rmtree(folder / _CACHE)
    write_drafts(folder, "It was the the end ,said Karin Belmond, and should of been, of")
    (folder / "report.sarif").write_text("{}\n", encoding="utf-8")
    return folder


def write_drafts(folder: Path, text: str) -> None:
    for number in range(12):
        (folder / f"drafts/{number:02}.md").write_bytes(f"{text} fair number {number}.\r\n".encode())


def files(folder: Path) -> Files:
    """Give the files of a folder, without the cache; hidden ones are what a killed process had not yet put in its place."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith("."))
    paths = {path.relative_to(folder).as_posix(): path for path in found}
    return {name: path.read_bytes() for name, path in paths.items() if not name.startswith(f"{_CACHE}/")}


def steps_file(folder: Path) -> Path:
    """Say where a command that runs in a folder notes its steps."""
    return folder.with_name(f"{folder.name}.steps")


def assert_whole(folder: Path) -> None:
    """Assert that the databases in the cache have nothing in them that SQLite would call broken."""
    kept = [path for path in (folder / _CACHE).iterdir() if path.suffix == ".sqlite"]
    assert kept
    for path in kept:
        with closing(sqlite3.connect(path)) as base:
            assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs SIGKILL")
@pytest.mark.parametrize("trial", CHOSEN, ids=[trial.name for trial in CHOSEN])
def test_a_command_that_is_killed_loses_nothing(
    trial: Trial, newsroom: Path, tmp_path: Path, record_testsuite_property: Callable[[str, object], None]
) -> None:
    old, began = files(newsroom), time.monotonic()
    whole = trial.run(Path(shutil.copytree(newsroom, tmp_path / "whole")))
    length, steps = time.monotonic() - began, steps_file(tmp_path / "whole").stat().st_size
    assert (whole.status < 2, whole.output != "", whole.complaints) == (True, True, "")
    assert old.keys() <= whole.files.keys()
    chance, landed = Random(trial.name), 0  # noqa: S311
    for number in range(KILLS):
        folder = Path(shutil.copytree(newsroom, tmp_path / str(number)))
        part = (number // 2 + chance.random()) / (KILLS / 2)
        moment = {"last_step": 1 + int(part * steps)} if number % 2 and steps else {"seconds": part * length}
        killed = trial.kill(folder, **moment)
        assert killed or "seconds" in moment
        landed += killed
        left = files(folder)
        assert {name for name in left if left[name] not in (old.get(name), whole.files.get(name))} == set(), moment
        assert old.keys() <= left.keys(), moment
        assert trial.right(trial.run(folder), whole), moment
        assert_whole(folder)
        shutil.rmtree(folder)
    told = f"{landed} of {KILLS} kills before its end, {KILLS // 2 if steps else 0} of them at one of {steps} steps of writing"
    record_testsuite_property(trial.name, told)
    assert landed
