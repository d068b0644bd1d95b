"""`check --fix`, `--unsafe-fixes` and `--diff`, as they are typed."""

import json
from pathlib import Path

import pytest

RULE = """kind: phrases
replace: {{{wrong}: {right}}}
fix: {fix}
summary: A test rule
message: "“{{match}}” is not right."
severity: error
confidence: high
why: For a test.
source: Nobody
"""


@pytest.fixture(autouse=True)
def desk(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".copydesk.yaml").write_text("rule_folders: [rules]\n")
    (tmp_path / "rules/house").mkdir(parents=True)
    for wrong, right, fix in (("teh", "the", "safe"), ("alot", "much", "unsafe")):
        (tmp_path / f"rules/house/{wrong}.yaml").write_text(RULE.format(wrong=wrong, right=right, fix=fix))
    (tmp_path / "a.md").write_text("It is teh end.\n")
    (tmp_path / "b.md").write_text("It is alot.\n")
    (tmp_path / "c.md").write_text("Nothing to see.\n")


def test_fix_writes_and_the_status_tells_of_what_is_left(copydesk):
    first = copydesk("check --fix a.md c.md")
    assert (first.status, Path("a.md").read_text()) == (0, "It is the end.\n")
    assert "fixed: a.md: 1 house/teh\n" in first.stdout
    assert "1 finding fixed." in first.stdout
    assert copydesk("check --fix").status == 1
    assert copydesk("check --fix --unsafe-fixes").status == 0
    assert Path("b.md").read_text() == "It is much.\n"
    assert "fixed" not in copydesk("check --fix").stdout


def test_fix_only_says_nothing_of_what_is_left(copydesk):
    ended = copydesk("check --fix-only")
    assert (ended.status, ended.stdout, ended.stderr) == (0, "", "1 finding fixed.\n")
    assert Path("a.md").read_text() == "It is the end.\n"
    assert copydesk("check --fix-only").stderr == ""


def test_fix_only_of_standard_input_gives_its_text(copydesk):
    assert copydesk("check --fix-only -", b"It is teh alot.\n").stdout == "It is the alot.\n"


def test_fix_is_counted_in_json(copydesk):
    told = json.loads(copydesk("check --fix --format json").stdout)
    assert [file["fixed"] for file in told["files"]] == [{"house/teh": 1}, {}, {}]
    assert (told["summary"]["fixed"], told["summary"]["error"]) == (1, 1)


def test_without_fix_no_file_is_changed(copydesk):
    copydesk("check")
    copydesk("check --diff --unsafe-fixes")
    copydesk("check --fix --diff")
    assert [Path(name).read_text() for name in ("a.md", "b.md")] == ["It is teh end.\n", "It is alot.\n"]


def test_diff_shows_what_fix_would_do_and_nothing_else(copydesk):
    told = copydesk("check --diff")
    assert told.stdout == "--- a.md\n+++ a.md\n@@ -1,1 +1,1 @@\n-It is teh end.\n+It is the end.\n"
    assert (told.status, told.stderr) == (1, "1 finding would be fixed in 1 article. Nothing was written.\n")
    assert copydesk("check --diff -q b.md c.md") == (0, "", "")
    assert copydesk("check --diff --unsafe-fixes b.md").status == 1


def test_the_diff_is_empty_once_the_fixes_are_made(copydesk):
    copydesk("check --fix --unsafe-fixes")
    assert copydesk("check --diff --unsafe-fixes").stdout == ""


def test_standard_input_goes_fixed_to_standard_output_and_the_report_to_standard_error(copydesk):
    told = copydesk("check --fix --stdin-filename a.md -", b"It is teh alot.\r\n")
    assert (told.stdout, told.status) == ("It is the alot.\r\n", 1)
    assert "house/alot" in told.stderr
    assert Path("a.md").read_text() == "It is teh end.\n"


@pytest.mark.parametrize(("data", "status"), [(b"Nothing.\r\n", 0), (b"", 0), (b"It is teh\xff end.\n", 2)])
def test_standard_input_without_a_fix_goes_out_as_it_came(copydesk, monkeypatch, data, status):
    from lint.cli import fixes

    written: list[bytes] = []
    monkeypatch.setattr(fixes, "write_bytes", written.append)
    assert (copydesk("check --fix -", data).status, written) == (status, [data])


def test_the_diff_of_standard_input_is_shown(copydesk):
    assert "+It is the end.\n" in copydesk("check --diff -", b"It is teh end.\n").stdout


def test_a_file_that_cannot_be_written_is_an_error(copydesk):
    Path("a.md").chmod(0o444)
    told = copydesk("check --fix a.md c.md")
    assert told.status == 2
    assert told.stderr.startswith("copydesk: a.md: The fixes were not written: the file is read-only.")
    assert "house/teh" in told.stdout


def test_unsafe_fixes_alone_is_refused_with_the_reason(copydesk):
    told = copydesk("check --unsafe-fixes")
    assert told.status == 2
    assert "give one of these with it" in told.stderr


def test_explain_tells_what_a_rule_s_fix_is_worth(copydesk):
    assert "error · high confidence · since 0.1 · safe fix\n" in copydesk("explain house/teh").stdout
    assert "· unsafe fix\n" in copydesk("explain house/alot").stdout


def test_fix_is_refused_for_what_is_staged_with_the_reason_and_a_diff_is_not(copydesk):
    told = copydesk("check --fix --staged")
    assert (told.status, told.stdout) == (2, "")
    assert "what is staged is not what lies in your folder" in told.stderr
    assert "--staged" not in copydesk("check --diff --staged").stderr


def test_fix_is_refused_for_new_lines_alone(copydesk):
    told = copydesk("check --fix --changed-lines")
    assert told.status == 2
    assert "Fixes are made wherever they are due" in told.stderr
