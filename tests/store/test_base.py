"""The file of results is a convenience: whatever becomes of it, the report is right, and what is wrong is told once."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from store_support import anew, check

from lint import session
from lint.cachefolder import cache_folder
from lint.checking import Checker
from lint.session import CheckOptions
from lint.store import base as bases
from lint.store.base import NAME, Base


@pytest.fixture
def kept(write) -> Path:
    """Give the file of results after a run over one draft."""
    write("draft.md", "It was the the end.\n")
    check()
    return cache_folder() / NAME


def sql(path: Path, statement: str, *values: object) -> list[tuple]:
    base = sqlite3.connect(path, isolation_level=None)
    try:
        return base.execute(statement, values).fetchall()
    finally:
        base.close()


def test_a_file_that_is_none_is_told_once_and_made_anew(kept: Path) -> None:
    kept.write_bytes(b"This is no database, it is a letter to the editor." * 100)
    report = session.check(["."], CheckOptions())
    assert [str(notice).partition(": ")[2] for notice in report.notices] == [
        "The store of results is broken: file is not a database. It is made anew."
    ]
    assert [finding.text for file in report.files for finding in file.findings] == ["the the"]
    assert check().report.notices == ()
    assert check().checked == 0


def test_a_file_with_a_hole_in_it_is_made_anew(kept: Path) -> None:
    data = bytearray(kept.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    kept.write_bytes(bytes(data))
    report = session.check(["."], CheckOptions())
    assert ["broken" in str(notice) for notice in report.notices] == [True]
    assert [finding.text for file in report.files for finding in file.findings] == ["the the"]
    assert check().report.notices == ()
    assert check().checked == 0


def test_a_file_of_a_newer_version_is_left_as_it_is(kept: Path) -> None:
    sql(kept, "PRAGMA user_version = 99")
    before = kept.read_bytes()
    report = session.check(["."], CheckOptions())
    assert ["a newer Copydesk has made the file" in str(notice) for notice in report.notices] == [True]
    assert [finding.text for file in report.files for finding in file.findings] == ["the the"]
    assert kept.read_bytes() == before


@pytest.mark.parametrize("value", [b"", b"x" * 50, b"\x80\x04cos\nsystem\n", None])
def test_a_value_that_somebody_has_meddled_with_is_not_believed(kept: Path, value: bytes | None) -> None:
    for key, was in sql(kept, "SELECT key, value FROM entries"):
        sql(kept, "UPDATE entries SET value = ? WHERE key = ?", was[:-3] if value is None else value, key)
    run = check()
    assert run.checked == 1
    assert (run.json, run.text) == anew()
    assert check().checked == 0


def test_where_no_folder_can_be_made_the_run_goes_on_without(write, tmp_path: Path) -> None:
    write("draft.md", "It was the the end.\n")
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    report = session.check(["."], CheckOptions(cache_folder=str(tmp_path / "file" / "cache")))
    assert ["Results cannot be kept" in str(notice) for notice in report.notices] == [True]
    assert [finding.text for file in report.files for finding in file.findings] == ["the the"]


@pytest.mark.usefixtures("kept")
def test_a_file_that_cannot_be_written_is_read_as_it_is(write, rules: Path, monkeypatch) -> None:
    write("other.md", "It was the end.\n")
    (rules / "copy" / "placeholder.yaml").touch()
    connect, checked, names = sqlite3.connect, Checker.check, []

    def reading(path, **options):
        return connect(f"file:{path}?mode=ro", uri=True, **options)

    with monkeypatch.context() as patched:
        patched.setattr(sqlite3, "connect", reading)
        patched.setattr(Checker, "check", lambda self, draft: names.append(draft.name) or checked(self, draft))
        run = session.check(["."], CheckOptions())
    assert ["readonly database" in str(notice) for notice in run.notices] == [True]
    assert (len(run.files), names) == (2, ["other.md"])
    run = check()
    assert (run.known, run.checked) == (1, 1)


def test_while_another_process_keeps_the_file_locked_a_run_goes_on(kept: Path, write, monkeypatch) -> None:
    monkeypatch.setattr(bases, "_PATIENCE", 0.01)
    write("other.md", "It was the the end.\n")
    other = sqlite3.connect(kept, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    report = session.check(["."], CheckOptions())
    other.execute("ROLLBACK")
    other.close()
    assert report.notices == ()
    assert len(report.files) == 2
    assert check().checked == 1


def test_a_file_that_stays_locked_is_waited_for_once(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(bases, "_PATIENCE", 0.2)
    waited: list[str] = []
    base = Base(tmp_path, print)
    base.put({b"key": b"value"})
    other = sqlite3.connect(base.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    base._connection.set_trace_callback(waited.append)
    for _ in range(3):
        base.put({b"key": b"other"})
    other.execute("ROLLBACK")
    other.close()
    assert [each for each in waited if "busy_timeout" in each] == [
        "PRAGMA busy_timeout = 200",
        "PRAGMA busy_timeout = 0",
        "PRAGMA busy_timeout = 0",
    ]
    base.put({b"key": b"third"})
    assert base.get(b"key") == b"third"
    base.close()


def cut(kept: Path) -> None:
    kept.write_bytes(kept.read_bytes()[: kept.stat().st_size // 2])


def empty(kept: Path) -> None:
    kept.write_bytes(b"")


def make_a_folder(kept: Path) -> None:
    kept.unlink()
    kept.mkdir()


@pytest.mark.parametrize(
    ("harm", "told"),
    [(cut, ["The store of results is broken"]), (empty, []), (make_a_folder, ["Results cannot be kept"])],
)
def test_a_file_that_is_harmed_is_told_once_at_most_and_costs_no_finding(kept: Path, harm, told: list[str]) -> None:
    harm(kept)
    report = session.check(["."], CheckOptions())
    assert [str(notice).removeprefix(f"{kept}: ").partition(":")[0] for notice in report.notices] == told
    assert [finding.text for file in report.files for finding in file.findings] == ["the the"]


FULL = """
import resource, sys
sys.dont_write_bytecode = True  # it would be cut off too
from lint.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (8_192, 8_192))
main(["check", ".", "--format", "json", "--cache-dir", "small"])
"""


def test_where_the_disk_is_full_that_is_told_once_and_costs_no_finding(write, environment) -> None:
    pytest.importorskip("resource", reason="needs limits of the system")
    write("draft.md", "It was the the end.\n")
    ended = subprocess.run([sys.executable, "-c", FULL], env=environment, capture_output=True, check=False)
    report = json.loads(ended.stdout)
    assert (ended.returncode, ended.stderr) == (1, b"")
    assert "Results cannot be kept" in json.dumps(report["notices"])
    assert len(report["notices"]) == 1
    assert "the the" in [finding["text"] for finding in report["files"][0]["findings"]]


def test_what_nobody_has_used_for_a_month_leaves(kept: Path, write) -> None:
    sql(kept, "UPDATE entries SET used = used - 40")
    sql(kept, "UPDATE counts SET number = 0 WHERE name = 'pruned'")
    write("other.md", "It was the end.\n")
    run = check("other.md")
    assert run.checked == 1
    assert sql(kept, "SELECT COUNT(*) FROM entries WHERE used < (SELECT MAX(used) FROM entries)") == [(0,)]
    assert check("draft.md").checked == 1


def test_what_is_used_stays_however_old_it_is(kept: Path) -> None:
    sql(kept, "UPDATE entries SET used = used - 29")
    assert check().checked == 0
    assert sql(kept, "SELECT COUNT(DISTINCT used) FROM entries WHERE length(value) > 16") == [(1,)]
    sql(kept, "UPDATE counts SET number = 0 WHERE name = 'pruned'")
    sql(kept, "UPDATE entries SET used = used - 2")
    assert check().checked == 0


def test_no_more_is_kept_than_there_is_room_for(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(bases, "LARGEST", 1_000_000)
    base = Base(tmp_path, print)
    for number in range(100):
        base.put({f"{number} {other}".encode(): b"x" * 1_000 for other in range(100)})
    assert base.path.stat().st_size < 1_500_000
    assert base.get(b"99 99")
    assert base.get(b"0 0") is None
    base.close()


def test_the_command_line_shows_how_much_is_kept_and_takes_it_away(kept: Path, copydesk) -> None:
    check()
    shown = copydesk("cache show").splitlines()
    assert shown[0] == str(kept.parent)
    assert "1 of 2 drafts needed no check (50%)" in shown[1]
    assert "taken away" in copydesk("cache clear")
    assert not kept.exists()
    assert "nothing to take away" in copydesk("cache clear")
    assert "0 entries" in copydesk("cache show")
