"""What is kept, on disk: one SQLite file in the cache folder, with a table of keys and values.

It saves time and nothing else. Whatever is wrong with it is told once and stops nothing: a broken file is made anew, one
that cannot be written is read as it is, and where none can be kept, the run goes on without.
"""

import sqlite3
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from lint.errors import Place, UserError

_LAYOUT = 1
NAME = f"results-{_LAYOUT}.sqlite"
"""Each layout has a file of its own, so that an older Copydesk and a newer one do not meet in it."""

_SCHEMA = """
CREATE TABLE entries(key BLOB PRIMARY KEY, value BLOB NOT NULL, used INTEGER NOT NULL);
CREATE INDEX entries_used ON entries(used);
CREATE TABLE counts(name TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO counts VALUES('hits', 0), ('misses', 0), ('pruned', 0);
"""
_PATIENCE = 5.0
"""Seconds that one process waits for another to finish writing, once in a run."""
_DAY = 86_400
_KEPT, _RENEWED = 30, 7
"""Days for which what nobody uses is kept, and after which use is noted again."""
LARGEST = 256_000_000
"""So many bytes are kept at most; what was used longest ago leaves first."""

Tell = Callable[[UserError], None]


class Usage(NamedTuple):
    """How much is kept, in entries and bytes, and how often a result was there or not."""

    entries: int
    size: int
    hits: int
    misses: int


class Base:
    """The file, opened when it is first asked. `tell` takes what the user should know."""

    def __init__(self, folder: Path, tell: Tell) -> None:
        self.path = folder / NAME
        self._tell = tell
        self._today = int(time.time()) // _DAY
        self._connection: sqlite3.Connection | None = None
        self._readable = self._writable = True
        self._patience = _PATIENCE
        self._seldom: list[bytes] = []

    def get(self, key: bytes) -> bytes | None:
        """Give what is kept under a key; None if there is nothing, or nothing can be read."""
        try:
            base = self._opened() if self._readable and (self._connection or self.path.exists()) else None
            row = base.execute("SELECT value, used FROM entries WHERE key = ?", (key,)).fetchone() if base else None
        except (sqlite3.Error, OSError) as error:
            self._readable = False
            self._failed(error)
            return None
        if row is None:
            return None
        if row[1] <= self._today - _RENEWED:
            self._seldom.append(key)
        return bytes(row[0])

    def put(self, rows: Mapping[bytes, bytes], hits: int = 0, misses: int = 0) -> None:
        """Keep values under their keys, all or none of them, and count how often there was a result, or none."""
        if not self._writable:
            return
        try:
            self._write(self._opened(), rows, (hits, misses))
        except (sqlite3.Error, OSError) as error:
            if rows:  # what is only counted is not worth a word
                self._failed(error)

    def usage(self) -> Usage:
        """Tell how much is kept; raise sqlite3.Error or OSError if that cannot be read."""
        if not self.path.exists():
            return Usage(0, 0, 0, 0)
        base = self._opened()
        counts = dict(base.execute("SELECT name, number FROM counts"))
        (entries,) = base.execute("SELECT COUNT(*) FROM entries").fetchone()
        return Usage(entries, self.path.stat().st_size, counts["hits"], counts["misses"])

    def close(self) -> None:
        """Close the file; it is opened again when it is asked again."""
        if self._connection:
            self._connection.close()
        self._connection = None

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            base = sqlite3.connect(self.path, timeout=self._patience, isolation_level=None)
            try:
                _fit(base)
            except BaseException:
                base.close()
                raise
            self._connection = base
        return self._connection

    def _write(self, base: sqlite3.Connection, rows: Mapping[bytes, bytes], counts: tuple[int, int]) -> None:
        waits = self._patience if rows else 0  # nobody waits to count
        base.execute(f"PRAGMA busy_timeout = {waits * 1000:.0f}")
        base.execute("BEGIN IMMEDIATE")
        try:
            new = ((key, value, self._today) for key, value in rows.items())
            base.executemany("INSERT OR REPLACE INTO entries VALUES(?, ?, ?)", new)
            base.executemany("UPDATE entries SET used = ? WHERE key = ?", ((self._today, key) for key in self._seldom))
            for name, count in zip(("hits", "misses"), counts, strict=True):
                base.execute("UPDATE counts SET number = number + ? WHERE name = ?", (count, name))
            _prune(base, self._today)
        except BaseException:
            base.rollback()
            raise
        base.commit()
        self._seldom.clear()

    def _failed(self, error: sqlite3.Error | OSError) -> None:
        """Tell what went wrong, and go on without what does not work."""
        if "locked" in str(error):  # somebody else keeps much: it is not worth waiting for again
            self._patience = 0
            return
        self._writable = False
        if type(error) is sqlite3.DatabaseError:
            problem, remedy = f"The store of results is broken: {error}.", "It is made anew."
            self.close()
            with suppress(OSError):
                for suffix in ("", "-journal"):  # a journal that is left behind would be played into the new file
                    Path(f"{self.path}{suffix}").unlink(missing_ok=True)
            self._readable = self._writable = not self.path.exists()
        else:
            problem, remedy = f"Results cannot be kept: {error}.", "--cache-dir names another folder, --no-cache none."
        self._tell(UserError(problem, Place(str(self.path)), remedy))


def _fit(base: sqlite3.Connection) -> None:
    """Make the tables, if they are not there; raise sqlite3.Error if the file is not one that can be used."""
    base.execute("PRAGMA synchronous = NORMAL")
    if _layout(base) == 0:
        base.execute("PRAGMA auto_vacuum = INCREMENTAL")
        base.execute("BEGIN IMMEDIATE")
        if _layout(base) == 0:  # nobody else has done it
            for statement in _SCHEMA.split(";"):
                base.execute(statement)
            base.execute(f"PRAGMA user_version = {_LAYOUT}")
        base.commit()
    if _layout(base) != _LAYOUT:
        raise sqlite3.OperationalError("a newer Copydesk has made the file")


def _layout(base: sqlite3.Connection) -> int:
    return int(base.execute("PRAGMA user_version").fetchone()[0])


def _prune(base: sqlite3.Connection, today: int) -> None:
    """Take out what nobody has used for long, once a day, and a quarter when there is too much."""
    if base.execute("UPDATE counts SET number = ?1 WHERE name = 'pruned' AND number < ?1", (today,)).rowcount:
        base.execute("DELETE FROM entries WHERE used < ?", (today - _KEPT,))
    if _bytes(base) > LARGEST:
        oldest = "SELECT rowid FROM entries ORDER BY used, rowid LIMIT (SELECT COUNT(*) / 4 + 1 FROM entries)"
        base.execute(f"DELETE FROM entries WHERE rowid IN ({oldest})")  # noqa: S608 - ours
    base.execute("PRAGMA incremental_vacuum").fetchall()


def _bytes(base: sqlite3.Connection) -> int:
    pages, free, size = (
        base.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
    )
    return int(pages - free) * int(size)
