"""Several reports in one run: which file gets what, and what becomes of the run where one cannot be written."""

import json
import os
from pathlib import Path

import pytest

from lint import writing
from lint.reporters.registry import FORMATS, by_suffix

RULE = """
kind: phrases
summary: A long word
message: "“{match}” is long."
severity: error
confidence: high
why: It is long.
source: test
replace: {utilise: use}
examples:
  - bad: They <<utilise>> it.
  - ok: They use it.
  - ok: A useful thing.
"""
SUGGESTED = RULE.replace("error", "suggestion").replace("utilise", "very").replace("<<very>>", "<<very>>")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Give a folder with a rule that fails, one that suggests, and a draft with both."""
    (tmp_path / "rules" / "house").mkdir(parents=True)
    (tmp_path / ".copydesk.yaml").write_text("rule_folders: [rules]\n", encoding="utf-8")
    (tmp_path / "rules" / "house" / "long.yaml").write_text(RULE, encoding="utf-8")
    (tmp_path / "rules" / "house" / "soft.yaml").write_text(SUGGESTED, encoding="utf-8")
    (tmp_path / "a.md").write_text("They utilise it, very much.\n", encoding="utf-8")
    return tmp_path


def test_one_run_writes_each_report_in_the_format_its_file_asks_for(desk: Path, copydesk) -> None:
    outcome = copydesk(
        "check a.md --output r.sarif --output r.json --output r.xml --output gitlab:gl.json --output r.md"
    )
    assert (outcome.status, outcome.stderr) == (1, "")
    assert "~~~~~~~" in outcome.stdout
    assert json.loads((desk / "r.sarif").read_text())["runs"][0]["results"][0]["ruleId"] == "house/long"
    assert json.loads((desk / "r.json").read_text())["summary"]["error"] == 1
    assert json.loads((desk / "gl.json").read_text())[0]["check_name"] == "house/long"
    assert "<testsuites " in (desk / "r.xml").read_text()
    assert (desk / "r.md").read_text().startswith("## Copydesk\n")


def test_a_file_holds_what_standard_output_would_without_colour(desk: Path, copydesk) -> None:
    plain = copydesk("check a.md --color never").stdout
    colored = copydesk("check a.md --color always --output r.txt").stdout
    assert "\x1b[" in colored
    assert (desk / "r.txt").read_text(encoding="utf-8") == plain


def test_files_hold_suggestions_back_as_standard_output_does(desk: Path, copydesk) -> None:
    def listed(options: str) -> list[str]:
        copydesk(f"check a.md --output r.json {options}")
        return [finding["rule"] for finding in json.loads((desk / "r.json").read_text())["files"][0]["findings"]]

    assert listed("") == ["house/long"]
    assert listed("--all") == ["house/long", "house/soft"]


def test_a_report_that_cannot_be_written_fails_the_run_when_all_others_are_written(
    desk: Path, copydesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = writing.replace

    def full(path: Path, text: str) -> None:
        if path.name == "full.json":
            raise OSError(28, "No space left on device")
        replace(path, text)

    monkeypatch.setattr(writing, "replace", full)
    outcome = copydesk("check a.md --fail-on never --output full.json --output r.sarif --format line")
    assert outcome.status == 2
    assert outcome.stderr == "copydesk: The report cannot be written to full.json: No space left on device.\n"
    assert outcome.stdout.startswith("a.md:1:6: error: ")
    assert (desk / "r.sarif").exists()
    assert not (desk / "full.json").exists()


def test_a_file_that_is_replaced_keeps_its_mode_and_the_link_that_leads_to_it(desk: Path, copydesk) -> None:
    (desk / "real.json").write_text("old", encoding="utf-8")
    (desk / "real.json").chmod(0o640)
    (desk / "r.json").symlink_to("real.json")
    copydesk("check a.md --output r.json")
    assert (desk / "r.json").is_symlink()
    assert json.loads((desk / "real.json").read_text())["version"] == 1
    assert (desk / "real.json").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in desk.glob("*real*")) == ["real.json"]


def test_what_is_no_file_is_written_to_and_not_replaced(desk: Path, copydesk) -> None:
    pipe = desk / "pipe.json"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    outcome = copydesk("check a.md --quiet --output pipe.json")
    assert (outcome.status, outcome.stderr) == (1, "")
    assert json.loads(os.read(reader, 100_000))["version"] == 1
    os.close(reader)
    assert pipe.is_fifo()


def test_a_path_that_is_no_utf_8_does_not_keep_a_report_from_being_written(desk: Path, copydesk) -> None:
    (desk / "a.md").rename(desk / "caf\udce9.md")
    outcome = copydesk("check caf\udce9.md " + " ".join(f"--output {form}:r.{form}" for form in FORMATS))
    assert (outcome.status, outcome.stderr) == (1, "")
    assert {path.name for path in desk.glob("r.*")} == {f"r.{form}" for form in FORMATS}
    assert all(path.read_text(encoding="utf-8") for path in desk.glob("r.*"))


def test_on_github_nothing_in_a_log_that_people_read_is_a_command(
    desk: Path, copydesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk / "a.md").rename(desk / "::error::a ##[add-mask].md")
    (desk / "##[warning].md").write_bytes(b"\xff")
    told = copydesk("check . --format line")
    assert (told.stdout[:9], "##[warning]" in told.stderr) == ("::error::", True)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    told = copydesk("check . --format line")
    assert told.stdout.startswith(":\\:error::a ##\\[add-mask].md:1:6: error: ")
    assert told.stderr.startswith("copydesk: ##\\[warning].md:1:1: ")
    assert copydesk("check . --format github").stdout.startswith("::error file=")


def test_the_suffix_that_fits_best_decides() -> None:
    assert by_suffix("a.sarif.json") == "sarif"
    assert by_suffix("a.json") == "json"
    assert by_suffix("a.docx") is None


def test_no_suffix_stands_for_two_formats() -> None:
    suffixes = [suffix for form in FORMATS.values() for suffix in form.suffixes]
    assert len(suffixes) == len(set(suffixes))
