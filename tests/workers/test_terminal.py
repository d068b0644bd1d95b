"""A long run on a terminal: how far it is, how it is stopped, and what it leaves behind."""

import re
import signal
from pathlib import Path

import pytest

SLOW = """
import time
from lint import checking
check = checking.Checker.check
def slow(self, draft):
    time.sleep(0.1)
    return check(self, draft)
checking.Checker.check = slow
"""
"""In the first process, small drafts take as long as larger ones."""

BAR = re.compile(r"checking \[#* *\] \d+ of \d+")
OPTIONS = ("--select", "typos/doubled-word")


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    for number in range(40):
        (tmp_path / f"{number:02}.md").write_text("It was the the end.\n")
    return tmp_path


@pytest.fixture
def large(tmp_path: Path) -> Path:
    for number in range(40):
        (tmp_path / f"{number:02}.md").write_text("The town has a bridge, and it has the the ferry.\n\n" * 120)
    return tmp_path


@pytest.mark.usefixtures("drafts")
def test_a_bar_shows_how_far_a_long_run_is_and_is_gone_at_the_end(start) -> None:
    run = start("check", ".", *OPTIONS, "--jobs", "1", prelude=SLOW)
    assert run.end() == 1
    assert BAR.search(run.terminal)
    assert run.terminal.endswith("\r\x1b[K")
    assert not BAR.search(run.output)
    assert "errors in 40 articles" in run.output


@pytest.mark.parametrize("told", ["--quiet", "CI=true"])
@pytest.mark.usefixtures("drafts")
def test_no_bar_where_nobody_looks(start, told: str) -> None:
    arguments, environment = ([told], {}) if told.startswith("-") else ([], {"CI": "true"})
    run = start("check", ".", *OPTIONS, "--jobs", "1", *arguments, prelude=SLOW, **environment)
    assert (run.end(), run.terminal) == (1, "")
    assert run.output.count("doubled-word") >= 40


@pytest.mark.usefixtures("drafts")
def test_the_bar_is_no_wider_than_the_terminal(start) -> None:
    run = start("check", ".", *OPTIONS, "--jobs", "1", prelude=SLOW, COLUMNS="24")
    run.end()
    shown = [part.removesuffix("\x1b[K") for part in run.terminal.split("\r")]
    assert max(map(len, shown)) == 23


@pytest.mark.parametrize(("number", "status", "word"), [("SIGINT", 130, "interrupted"), ("SIGTERM", 143, "terminated")])
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.usefixtures("large")
def test_a_run_that_is_stopped_ends_with_all_its_processes_and_shows_nothing(start, jobs, number, status, word) -> None:
    run = start("check", ".", "--jobs", jobs, prelude=SLOW)
    run.until(lambda run: BAR.search(run.terminal) is not None)
    run.signal(signal.Signals[number])
    assert (run.end(), run.output) == (status, "")
    assert "\r\x1b[K" in run.terminal
    assert run.terminal.splitlines()[-1].split("\x1b[K")[-1] == f"copydesk: {word}"
    assert "Traceback" not in run.terminal


@pytest.mark.parametrize("jobs", ["0", "-1", "two", "1.5", ""])
def test_a_number_of_processes_that_is_none_is_told(start, jobs: str) -> None:
    run = start("check", ".", "--jobs", jobs)
    assert run.end() == 2
    assert "neither “auto” nor a whole number from 1 on" in run.terminal
