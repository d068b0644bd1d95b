"""Watching while somebody writes: what is saved is checked again, however it is saved, and mistakes end nothing."""

import json
import os
import re
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

SLIP, GOOD = "It was the the end.\n", "It was the end.\n"
RULE = """
kind: phrases
summary: Not our word
message: "“{match}”: not our word."
severity: SEVERITY
confidence: high
why: A word for a test.
source: the house
since: "0.1"
fix: display
suggest: [buy]
avoid: [purchase]
examples:
  - bad: They <<purchase>> it.
  - ok: They buy it.
  - ok: They bought it.
"""
STANDING = re.compile(r"\d\d:\d\d:\d\d  (.*)\. Waiting for a save; Ctrl-C ends\.")


class Watch:
    """A watch over a folder, followed round by round."""

    def __init__(self, run, folder: Path) -> None:
        self.run, self.folder = run, folder
        self.seen = self.rounds = 0

    def next(self) -> tuple[str, str]:
        """Wait for the next round; give its report, and how everything stands."""
        self.rounds += 1
        self.run.until(lambda run: len(STANDING.findall(run.terminal)) >= self.rounds)
        self.run.until(lambda run: len(run.output) > self.seen)
        report, self.seen = self.run.output[self.seen :], len(self.run.output)
        return report, STANDING.findall(self.run.terminal)[self.rounds - 1]

    def save(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def watch(start, tmp_path: Path) -> Callable[..., Watch]:
    (tmp_path / ".git").mkdir()

    def run(*arguments: str, **options) -> Watch:
        words = arguments or (".",)
        return Watch(start("check", *words, "--watch", "--select", "typos/doubled-word", **options), tmp_path)

    (tmp_path / "a.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "b.md").write_text(SLIP, encoding="utf-8")
    return run


def in_place(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def by_renaming(path: Path, text: str) -> None:
    new = path.with_name(f".{path.name}.swp")
    new.write_text(text, encoding="utf-8")
    new.replace(path)


def with_a_backup(path: Path, text: str) -> None:
    path.rename(path.with_name(f"{path.name}~"))
    path.write_text(text, encoding="utf-8")


def anew(path: Path, text: str) -> None:
    path.unlink()
    path.write_text(text, encoding="utf-8")


def in_pieces(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        for letter in text:
            file.write(letter)
            file.flush()
            os.fsync(file.fileno())


@pytest.mark.parametrize("save", [in_place, by_renaming, with_a_backup, anew, in_pieces])
def test_what_is_saved_is_checked_again_and_nothing_else(watch, tmp_path: Path, save) -> None:
    watched = watch()
    report, standing = watched.next()
    assert "b.md\n  1:8  It was the the end." in report
    assert standing == "1 error, 0 warnings in 2 articles"
    save(tmp_path / "a.md", SLIP + GOOD)
    report, standing = watched.next()
    assert report.startswith("a.md\n  1:8  It was the the end.")
    assert "1 error in 1 article (9 words)." in report
    assert standing == "2 errors, 0 warnings in 2 articles"


def test_files_come_and_go(watch, tmp_path: Path) -> None:
    watched = watch()
    watched.next()
    watched.save("sub/new.md", SLIP)
    report, standing = watched.next()
    assert report.startswith(f"sub{os.sep}new.md\n")
    assert standing == "2 errors, 0 warnings in 3 articles"
    watched.save("picture.png", "not an article")
    (tmp_path / "b.md").unlink()
    report, standing = watched.next()
    assert "b.md" not in report
    assert standing == "1 error, 0 warnings in 2 articles"


def test_a_named_file_that_is_away_for_a_while_is_told(watch, tmp_path: Path) -> None:
    watched = watch("b.md")
    watched.next()
    (tmp_path / "b.md").unlink()
    report, standing = watched.next()
    assert "b.md: There is no such file" in watched.run.terminal
    assert "Nothing was checked." in report
    assert standing == "0 errors, 0 warnings, 1 problem in 0 articles"
    watched.save("b.md", GOOD)
    assert watched.next()[1] == "0 errors, 0 warnings in 1 article"


def test_when_the_configuration_changes_everything_is_checked_again(watch) -> None:
    watched = watch()
    watched.next()
    watched.save(".copydesk.yaml", "rulez: {}\n")
    report, standing = watched.next()
    assert "Unknown key “rulez”. Did you mean “rules”?" in watched.run.terminal
    assert standing == "0 errors, 0 warnings, 1 problem in 0 articles"
    watched.save("a.md", SLIP)
    watched.next()
    watched.save(".copydesk.yaml", "rules: {typos/doubled-word: warning}\n")
    report, standing = watched.next()
    assert report.count("It was the the end.") == 2
    assert standing == "0 errors, 2 warnings in 2 articles"


def test_when_a_file_of_a_folder_is_set_otherwise_the_new_settings_hold(watch) -> None:
    watched = watch()
    watched.next()
    watched.save("sub/c.md", SLIP)
    assert watched.next()[1] == "2 errors, 0 warnings in 3 articles"
    watched.save("sub/.copydesk.yaml", "rules: {typos/doubled-word: warning}\n")
    assert watched.next()[1] == "1 error, 1 warning in 3 articles"


def test_when_a_rule_of_the_house_changes_everything_is_checked_again(start, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".copydesk.yaml").write_text("rules: {}\n")
    (tmp_path / "a.md").write_text("They purchase it.\n")
    (tmp_path / "rules/house").mkdir(parents=True)
    (tmp_path / "rules/house/word.yaml").write_text(RULE.replace("SEVERITY", "error"))
    watched = Watch(start("check", ".", "--watch", "--select", "house"), tmp_path)
    assert watched.next()[1] == "1 error, 0 warnings in 1 article"
    watched.save("rules/house/word.yaml", RULE.replace("SEVERITY", "warning"))
    assert watched.next()[1] == "0 errors, 1 warning in 1 article"


@pytest.mark.parametrize("selected", ["house", "typos/doubled-word,house", "typos/doubled-word"])
def test_the_first_rule_of_the_house_is_noticed(start, tmp_path: Path, selected: str) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".copydesk.yaml").write_text("rules: {}\n")
    (tmp_path / "a.md").write_text("They purchase the the boat.\n")
    watched = Watch(start("check", ".", "--watch", "--select", selected), tmp_path)
    assert ("1 problem" in watched.next()[1]) is ("house" in selected)
    watched.save("rules/house/word.yaml", RULE.replace("SEVERITY", "warning"))
    assert ("1 warning" in watched.next()[1]) is ("house" in selected)


def test_control_c_ends_the_watch_as_something_that_went_well(watch) -> None:
    watched = watch()
    watched.next()
    watched.run.signal(signal.SIGINT)
    assert watched.run.end() == 0
    assert "Traceback" not in watched.run.terminal
    assert "interrupted" not in watched.run.terminal


def test_a_terminal_is_cleared_for_each_round(watch) -> None:
    run = watch(whole=True).run
    run.until(lambda run: len(STANDING.findall(run.terminal)) == 1)
    assert run.terminal.count("\x1b[2J\x1b[H") == 1
    assert run.terminal.index("\x1b[2J") < run.terminal.index("the the")


def test_programs_get_a_report_a_line(watch) -> None:
    watched = watch("a.md", "--format", "json")
    first = json.loads(watched.next()[0])
    watched.save("a.md", SLIP)
    second = json.loads(watched.next()[0])
    assert [report["summary"]["error"] for report in (first, second)] == [0, 1]


@pytest.mark.parametrize(("arguments", "reason"), [(["-"], "standard input"), ([".", "--profile"], "one run")])
def test_what_makes_no_sense_while_watching_is_refused_with_a_reason(start, arguments, reason) -> None:
    run = start("check", *arguments, "--watch")
    assert run.end() == 2
    assert f"--watch does not go with “{arguments[-1]}”" in run.terminal
    assert reason in run.terminal
