"""Several processes, and processes that are killed; and what a process loads that has nothing to check."""

import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from lint.cachefolder import cache_folder

COMMAND = (sys.executable, "-m", "lint", "check", ".", "--fail-on", "never", "--format", "json")
QUICK = ("--select", "typos/doubled-word,copy/placeholder")
HEAVY = {"spacy", "thinc", "numpy", "yaml", "pydantic", "onnxruntime", "re2", "lemminflect", "rapidfuzz", "pathspec"}


def output(environment: Mapping[str, str], *options: str) -> str:
    ended = subprocess.run(
        [*COMMAND, *QUICK, *options], env=environment, capture_output=True, check=True, encoding="utf-8"
    )
    assert ended.stderr == ""
    return ended.stdout


@pytest.fixture
def drafts(write) -> None:
    for number in range(200):
        write(f"{number}.md", f"It was the the end of {number}.\n\nTKTK\n")


@pytest.mark.usefixtures("drafts")
def test_a_process_that_has_nothing_to_check_loads_nothing_heavy(environment) -> None:
    output(environment)
    command = [sys.executable, "-X", "importtime", *COMMAND[1:], *QUICK]
    ended = subprocess.run(command, env=environment, capture_output=True, check=True, encoding="utf-8")
    loaded = {line.rpartition("|")[2].strip() for line in ended.stderr.splitlines()}
    assert "lint.store.results" in loaded
    assert {name.split(".")[0] for name in loaded} & HEAVY == set()
    assert loaded & {"lint.engine", "lint.rulefile", "lint.configmodel", "lint.annotate.reading"} == set()


@pytest.mark.usefixtures("drafts")
def test_processes_that_run_at_once_all_report_rightly(environment) -> None:
    alone = output(environment, "--no-cache")
    running = [
        subprocess.Popen([*COMMAND, *QUICK], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    ended = [process.communicate() for process in running]
    assert {stdout.decode() for stdout, _ in ended} == {alone}
    assert {stderr for _, stderr in ended} == {b""}
    assert output(environment) == alone


@pytest.mark.usefixtures("drafts")
def test_a_process_that_is_killed_at_any_moment_leaves_results_that_can_be_used(environment) -> None:
    killed = 0
    for turn in range(5):
        process = subprocess.Popen([*COMMAND, *QUICK], env=environment, stdout=subprocess.DEVNULL)
        time.sleep(0.2 + 0.15 * turn)
        process.kill()
        killed += process.wait() < 0
        Path(f"{turn}.md").write_text("It was the the end of it.\n", encoding="utf-8")
    assert killed
    alone = output(environment, "--no-cache")
    assert output(environment) == output(environment) == alone
    assert list(cache_folder().glob("results-*.sqlite"))
