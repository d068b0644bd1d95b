"""New texts in their files: as a whole or not at all, and everything else about the file as it was."""

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lint import discovery, formats, writing

TEH = "kind: phrases\nreplace: {teh: the}\nfix: safe"
OLD, NEW = "It is teh end.\n", "It is the end.\n"


def test_permissions_stay(desk, fix):
    desk({"teh": TEH}, a_md=OLD)
    Path("a.md").chmod(0o640)
    fix()
    assert (Path("a.md").read_text(), stat.S_IMODE(Path("a.md").stat().st_mode)) == (NEW, 0o640)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_the_owner_stays(desk, fix):
    desk({"teh": TEH}, a_md=OLD)
    os.chown("a.md", 1234, 2345)
    fix()
    assert (Path("a.md").read_text(), Path("a.md").stat().st_uid, Path("a.md").stat().st_gid) == (NEW, 1234, 2345)


def test_a_link_stays_and_the_file_it_leads_to_is_fixed(desk, fix):
    desk({"teh": TEH}, real_md=OLD)
    Path("sub").mkdir()
    Path("sub/a.md").symlink_to("../real.md")
    fix("sub/a.md")
    assert (Path("sub/a.md").is_symlink(), Path("real.md").is_symlink()) == (True, False)
    assert Path("real.md").read_text() == NEW


def test_another_name_of_the_file_keeps_the_old_text_and_that_is_told(desk, fix):
    desk({"teh": TEH}, a_md=OLD)
    os.link("a.md", "b.txt")
    report = fix()
    assert (Path("a.md").read_text(), Path("b.txt").read_text()) == (NEW, OLD)
    assert [str(notice) for notice in report.notices] == [
        "a.md: The file has another name (a hard link), which keeps the old text."
    ]


def test_a_read_only_file_is_left_alone_and_told_and_others_are_fixed(desk, fix):
    desk({"teh": TEH}, a_md=OLD, b_md=OLD)
    Path("a.md").chmod(0o444)
    report = fix("a.md", "b.md")
    assert (Path("a.md").read_text(), Path("b.md").read_text()) == (OLD, NEW)
    assert [
        str(error).startswith("a.md: The fixes were not written: the file is read-only.") for error in report.errors
    ] == [True]
    assert [(len(file.findings), file.fixed) for file in report.files] == [(1, ()), (0, (("house/teh", 1),))]


def test_a_file_that_is_changed_meanwhile_keeps_the_change(desk, fix, monkeypatch):
    desk({"teh": TEH}, a_md=OLD)
    dress = writing._dress

    def edit_meanwhile(new: Path, target: Path) -> None:
        target.write_text("The editor was quicker: teh end.\n")
        dress(new, target)

    monkeypatch.setattr(writing, "_dress", edit_meanwhile)
    report = fix()
    assert Path("a.md").read_text() == "The editor was quicker: teh end.\n"
    assert "changed while they were made. Run the command again." in str(report.errors[0])
    assert [path.name for path in Path().iterdir() if path.suffix == ".tmp"] == []


def test_a_file_that_is_gone_or_a_folder_that_is_full_is_told(desk, fix, monkeypatch):
    desk({"teh": TEH}, a_md=OLD)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    report = fix()
    assert Path("a.md").read_text() == OLD
    assert "No space left on device" in str(report.errors[0])
    assert [path.name for path in Path().iterdir() if path.suffix == ".tmp"] == []


def test_a_run_that_is_interrupted_while_it_writes_leaves_the_old_text_and_nothing_else(desk, fix, monkeypatch):
    desk({"teh": TEH}, a_md=OLD)

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        fix()
    assert Path("a.md").read_text() == OLD
    assert [path.name for path in Path().iterdir() if path.suffix == ".tmp"] == []


def test_what_a_killed_run_left_is_no_article_and_goes_with_the_next_run(desk, fix):
    desk({"teh": TEH}, a_md=OLD)
    stale, fresh = Path(".copydesk-a1b2.tmp"), Path(".copydesk-c3d4.tmp")
    for left in (stale, fresh):
        left.write_text(OLD)
    os.utime(stale, (time.time() - 86_400,) * 2)
    assert [path.name for path in discovery.discover(["."], discovery.Wanted(formats.WALKED | {".tmp"})).files] == [
        "a.md"
    ]
    fix()
    assert (stale.exists(), fresh.exists(), Path("a.md").read_text()) == (False, True, NEW)


def test_what_a_killed_run_left_beside_a_list_a_baseline_or_a_report_goes_when_it_is_written(tmp_path):
    stale, fresh = tmp_path / ".copydesk-a1b2.tmp", tmp_path / ".copydesk-c3d4.tmp"
    for left in (stale, fresh):
        left.write_text(OLD)
    os.utime(stale, (time.time() - 86_400,) * 2)
    writing.replace(tmp_path / "report.json", "{}")
    assert (stale.exists(), fresh.exists(), (tmp_path / "report.json").read_text()) == (False, True, "{}")


WRITER = """
import sys
from pathlib import Path
from lint.writing import replace
print("ready", flush=True)
for number in range(10**9):
    replace(Path(sys.argv[1]), "even" * 50_000 if number % 2 else "odd!" * 50_000)
"""


def test_a_process_killed_at_any_moment_leaves_the_old_text_or_the_new(tmp_path):
    file = tmp_path / "a.md"
    file.write_text("odd!" * 50_000)
    for number in range(8):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(file)], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.003 * number)
            process.send_signal(signal.SIGKILL)
        assert file.read_text() in {"even" * 50_000, "odd!" * 50_000}
