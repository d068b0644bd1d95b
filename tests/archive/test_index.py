"""The index of the archive: read once, renewed by what changed, and no trouble to anybody when it is in trouble."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
import tasks

from lint.archive import extraction, refreshing, tables

KARIN = "The fair was opened by Karin Belmont. Belmont thanked the town.\n"


def index(tmp_path: Path) -> Path:
    (path,) = (tmp_path / "cache").glob("archive-*.sqlite")
    return path


def test_a_name_is_known_by_the_number_of_articles_that_have_it(write, newsroom) -> None:
    write("content/a.md", KARIN)
    write("content/b.md", "A book by Karin Belmont is out.\n")
    memory = newsroom().desk.memory("draft.md", b"")
    assert (memory.form("Karin Belmont"), memory.form("Belmont"), memory.form("Nobody")) == (2, 2, 0)
    assert memory.person("Belmont") == {"Karin Belmont": 2}
    assert memory.near("Karin Belmond") == {"Karin Belmont": 2}


def test_the_draft_is_no_witness_for_itself(write, newsroom) -> None:
    draft = write("content/a.md", KARIN)
    copy = write("drafts/copy.md", KARIN)
    desk = newsroom().desk
    assert desk.memory(str(draft), b"changed").form("Karin Belmont") == 0
    assert desk.memory(str(copy), copy.read_bytes()).form("Karin Belmont") == 0
    assert desk.memory("other.md", b"").form("Karin Belmont") == 1


def test_only_what_has_changed_is_read_again(write, newsroom) -> None:
    for name in "abc":
        write(f"content/{name}.md", f"{KARIN} Number {name}.")
    newsroom().desk.store.base.close()
    write("content/b.md", "Ola Ek wrote it, said the printer Ola Ek.\n")
    (write("content/c.md", KARIN)).unlink()
    desk = newsroom().desk
    assert desk.setup.corpus is not None
    store = desk.open()
    read: list[tuple[int, int]] = []
    refreshing.refresh(store, desk.setup.corpus, lambda done, total: read.append((done, total)), print, 1)
    assert read[-1] == (1, 1)
    memory = newsroom().desk.memory("draft.md", b"")
    assert (memory.form("Karin Belmont"), memory.form("Ola Ek")) == (1, 1)


def test_an_archive_that_has_not_changed_is_told_from_one_that_has(write, newsroom) -> None:
    write("content/a.md", KARIN)
    desk = newsroom().desk
    assert desk.setup.corpus is not None
    assert refreshing.is_fresh(desk.store, desk.setup.corpus)
    write("content/a.md", KARIN + KARIN)
    assert not refreshing.is_fresh(desk.store, desk.setup.corpus)
    refreshing.refresh(desk.store, desk.setup.corpus, lambda *_: None, print, 1)
    assert refreshing.is_fresh(desk.store, desk.setup.corpus)
    write("content/b.md", KARIN)
    assert not refreshing.is_fresh(desk.store, desk.setup.corpus)


def test_in_a_repository_git_tells_that_articles_have_changed(write, newsroom) -> None:
    write(".git/index", "one")
    write("content/a.md", KARIN)
    desk = newsroom().desk
    assert desk.setup.corpus is not None
    assert refreshing.is_fresh(desk.store, desk.setup.corpus)
    write(".git/index", "another")
    assert not refreshing.is_fresh(desk.store, desk.setup.corpus)


def test_links_in_a_circle_and_files_that_are_no_texts_are_passed_over(write, newsroom, tmp_path) -> None:
    write("content/a.md", KARIN)
    write("content/deep/b.md", KARIN.replace("fair", "show"))
    write("content/picture.md", b"\x00\x01\x02 Karin Belmont")
    write("content/latin.md", b"Karin Belmont and \xff\xfe\n")
    (tmp_path / "content/deep/round").symlink_to(tmp_path / "content", target_is_directory=True)
    (tmp_path / "content/nowhere.md").symlink_to(tmp_path / "gone.md")
    room = newsroom()
    assert room.desk.memory("draft.md", b"").form("Karin Belmont") == 2
    assert [error.place.path.rpartition("/")[2] for error in room.told if error.place] == ["latin.md"]


def test_a_broken_index_is_made_anew_and_told_of_once(write, newsroom, tmp_path) -> None:
    write("content/a.md", KARIN)
    newsroom().desk.store.base.close()
    index(tmp_path).write_bytes(b"This is no database, whatever it says. " * 100)
    room = newsroom()
    assert room.desk.memory("draft.md", b"").form("Karin Belmont") == 1
    assert len(room.told) == 1
    assert "broken" in room.told[0].problem
    again = newsroom()
    assert again.desk.memory("draft.md", b"").form("Karin Belmont") == 1
    assert again.told == []


def test_an_index_broken_within_is_made_anew_too(write, newsroom, tmp_path) -> None:
    for number in range(200):
        write(f"content/{number}.md", f"{KARIN} It was number {number}, said Ola Ek{number}.\n")
    newsroom().desk.store.base.close()
    data = index(tmp_path).read_bytes()
    index(tmp_path).write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    room = newsroom()
    assert room.desk.memory("draft.md", b"").form("Karin Belmont") == 200
    assert ["broken" in error.problem for error in room.told] == [True]


def test_an_index_that_another_process_is_writing_is_used_as_it_is(write, newsroom, tmp_path, monkeypatch) -> None:
    write("content/a.md", KARIN)
    newsroom().desk.store.base.close()
    write("content/b.md", KARIN.replace("fair", "show"))
    monkeypatch.setattr("lint.archive.store._PATIENCE", 0.01)
    other = sqlite3.connect(index(tmp_path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    room = newsroom()
    assert room.desk.memory("draft.md", b"").form("Karin Belmont") == 1
    assert [error.problem for error in room.told] == [
        "The index of the archive cannot be brought up to date: database is locked."
    ]
    other.execute("ROLLBACK")
    other.close()
    assert newsroom().desk.memory("draft.md", b"").form("Karin Belmont") == 2


def test_an_index_that_a_newer_version_made_is_left_alone(write, newsroom, tmp_path) -> None:
    write("content/a.md", KARIN)
    store = newsroom().desk.store
    store.base.execute(f"PRAGMA user_version = {tables.VERSION + 1}")
    store.base.close()
    before = index(tmp_path).read_bytes()
    room = newsroom()
    assert room.desk.memory("draft.md", b"").form("Karin Belmont") == 1
    assert "newer" in room.told[0].problem
    assert index(tmp_path).read_bytes() == before


def test_where_nothing_can_be_kept_the_index_is_made_for_the_run(write, newsroom) -> None:
    write("content/a.md", KARIN)
    write("cache", "A file stands where the folder should be.")
    room = newsroom()
    assert room.desk.memory("draft.md", b"").form("Karin Belmont") == 1
    assert len(room.told) == 1
    assert "cannot be kept" in room.told[0].problem


def test_an_index_that_cannot_be_written_is_read_as_it_is(write, newsroom, monkeypatch) -> None:
    write("content/a.md", KARIN)
    newsroom().desk.store.base.close()
    write("content/b.md", KARIN.replace("fair", "show"))
    connect = sqlite3.connect

    def refuse(database: object, **options: object) -> sqlite3.Connection:
        if not options.get("uri"):
            raise sqlite3.OperationalError("attempt to write a readonly database")
        return connect(database, **options)  # type: ignore[call-overload]

    monkeypatch.setattr("lint.archive.store.sqlite3.connect", refuse)
    monkeypatch.setattr("lint.archive.store.os.access", lambda *_: False)
    room = newsroom()
    assert room.desk.memory("draft.md", b"").form("Karin Belmont") == 1
    assert [error.problem for error in room.told] == ["The index of the archive cannot be written."]


def test_several_processes_find_what_one_finds(write, newsroom) -> None:
    for number in range(200):
        write(f"content/{number}.md", f"{KARIN} It was number {number}, said Ola Ek{number % 7}.\n")
    alone = newsroom(cache="one").desk.store.rows("SELECT kind, full, form, uses, articles FROM names ORDER BY 1, 2, 3")
    several = newsroom(cache="two", jobs=2).desk.store.rows(
        "SELECT kind, full, form, uses, articles FROM names ORDER BY 1, 2, 3"
    )
    assert len(alone) > 7
    assert alone == several


def test_an_article_that_processes_die_of_is_told_and_tried_again_the_next_time(write, newsroom, monkeypatch) -> None:
    for number in range(130):
        write(f"content/{number:03}.md", f"{KARIN} It was number {number}.\n")
    write("content/deadly.md", KARIN)
    with monkeypatch.context() as deadly:
        deadly.setattr(extraction, "_reader", tasks.deadly_reader)
        room = newsroom(jobs=2)
        assert room.desk.memory("draft.md", b"").form("Karin Belmont") == 130
    assert "The process that read it was stopped (SIGKILL)." in [error.problem for error in room.told]
    assert {"“--jobs 1” needs least memory.", ""} == {error.remedy for error in room.told}
    again = newsroom(jobs=2)
    assert again.desk.memory("draft.md", b"").form("Karin Belmont") == 131
    assert again.told == []


def test_what_was_read_before_an_interruption_is_kept(write, newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(100):
        write(f"content/{number:03}.md", f"{KARIN} It was number {number}.\n")
    desk = newsroom().desk
    batches = extraction.read_batches

    def interrupted(*arguments: object) -> object:
        for count, batch in enumerate(batches(*arguments)):  # type: ignore[arg-type]
            if count == 2:
                raise KeyboardInterrupt
            yield batch

    monkeypatch.setattr(extraction, "read_batches", interrupted)
    with pytest.raises(KeyboardInterrupt):
        _ = desk.store
    monkeypatch.setattr(extraction, "read_batches", batches)
    read: list[tuple[int, int]] = []
    assert desk.setup.corpus is not None
    refreshing.refresh(desk.open(), desk.setup.corpus, lambda *counts: read.append(counts), print, 1)
    assert read[0] == (0, 36)
    assert newsroom().desk.memory("draft.md", b"").form("Karin Belmont") == 100


KILLED = """
import os, signal
from lint.archive import tables
add, calls = tables.add, []
def killed(base, batch):
    add(base, batch)
    calls.append(batch)
    if len(calls) == 3:
        os.kill(os.getpid(), signal.SIGKILL)
tables.add = killed
"""


def test_a_process_killed_amid_a_change_loses_nothing_that_was_done(write, copydesk: Callable[..., object]) -> None:
    for number in range(100):
        write(f"content/{number:03}.md", f"{KARIN} It was number {number}.\n")
    killed = copydesk("names learn content --jobs 1", KILLED)
    assert killed.status < 0
    assert not Path("names.yaml").exists()
    ended = copydesk("names learn content --jobs 1")
    assert (ended.status, ended.stderr) == (0, "")
    assert "100 articles, 36 of them read anew" in ended.stdout
    whole = copydesk("names learn content --jobs 1 --output - --cache-dir elsewhere")
    assert whole.stdout == Path("names.yaml").read_text(encoding="utf-8")
    assert "Karin Belmont" in whole.stdout
