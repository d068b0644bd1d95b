"""The index on disk: one SQLite file for each archive, in the user's cache folder.

What goes wrong with it is told once and stops nothing: a broken index is made anew, one that cannot be written is read as
it is, and where there is none and none can be kept, one is made in memory.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any
from urllib.parse import quote

from lint.archive import tables
from lint.errors import Place, UserError

_PATIENCE = 10.0
"""Seconds that one process waits for another to finish writing."""

_FORMAT = "PRAGMA user_version"

Tell = Callable[[UserError], None]
"""Takes what the user should know and nobody need stop for."""


class _Base(sqlite3.Connection):
    """Closes when nobody holds it any more: an index is open for as long as the run that asks it, and has no other end."""

    def __del__(self) -> None:
        self.close()


@dataclass(frozen=True, slots=True)
class Store:
    """An open index. `lasting` says that what is written to it is there the next time."""

    base: sqlite3.Connection
    path: Path | None
    writable: bool = True

    @property
    def lasting(self) -> bool:
        """Say whether the index is a file that can be written."""
        return self.path is not None and self.writable

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Give all rows that a query finds; raise sqlite3.DatabaseError if the file turns out to be broken."""
        return self.base.execute(query, values).fetchall()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Do several changes as one: all of them are kept, or none."""
        self.base.execute("BEGIN IMMEDIATE")
        try:
            yield self.base
        except BaseException:
            self.base.rollback()
            raise
        self.base.commit()


def open_store(folder: Path, roots: Sequence[Path], settings: str, tell: Tell) -> Store:
    """Open the index of the archive that lies in `roots`, kept in `folder`; make it if it is not there.

    `settings` is whatever else decides what is in it: an index made with others is made anew.
    """
    path = place(folder, roots)
    try:
        return _opened(path, settings, tell)
    except (sqlite3.Error, OSError) as error:
        problem = f"The index of the archive cannot be kept: {error}."
        tell(UserError(problem, Place(str(path)), "It is made for this run alone; --cache-dir names another folder."))
        return in_memory(settings)


def place(folder: Path, roots: Sequence[Path]) -> Path:
    """Give the file in which the index of these folders is kept."""
    name = blake2b("\0".join(sorted(map(os.path.abspath, roots))).encode("utf-8", "surrogatepass"), digest_size=8)
    return folder / f"archive-{name.hexdigest()}.sqlite"


def _opened(path: Path, settings: str, tell: Tell) -> Store:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _fit(Store(_connect(path), path), settings)
    except sqlite3.OperationalError:
        if path.exists() and not os.access(path, os.W_OK):
            return _read_only(path, settings, tell)
        raise
    except sqlite3.DatabaseError as error:
        discard(path, str(error), tell)
        return _fit(Store(_connect(path), path), settings)


def discard(path: Path, reason: str, tell: Tell) -> None:
    """Take a broken index away, and tell of it."""
    tell(UserError(f"The index of the archive is broken: {reason}.", Place(str(path)), "It is made anew."))
    path.unlink(missing_ok=True)


def _read_only(path: Path, settings: str, tell: Tell) -> Store:
    base = sqlite3.connect(
        f"file:{quote(str(path))}?mode=ro&immutable=1", uri=True, isolation_level=None, factory=_Base
    )
    store = Store(base, path, writable=False)
    if _format(store) != tables.VERSION or read_meta(store, "settings") != settings:
        raise sqlite3.OperationalError("it cannot be written, and was made by other settings")
    tell(UserError("The index of the archive cannot be written.", Place(str(path)), "It is used as it is."))
    return store


def in_memory(settings: str) -> Store:
    """Make an index that is gone when the run is over."""
    return _fit(Store(sqlite3.connect(":memory:", isolation_level=None, factory=_Base), None), settings)


def _connect(path: Path) -> sqlite3.Connection:
    base = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, factory=_Base)
    base.execute("PRAGMA synchronous = NORMAL")
    return base


def _format(store: Store) -> int:
    return int(store.base.execute(_FORMAT).fetchone()[0])


def _fit(store: Store, settings: str) -> Store:
    """Give the store with the tables that this version reads and writes."""
    found = _format(store)
    if found > tables.VERSION:
        raise sqlite3.OperationalError("a newer Copydesk has made it")
    if found and read_meta(store, "settings") == settings:
        store.base.execute("SELECT 1 FROM near LIMIT 1").fetchone()
        return store
    with store.writing() as base:
        if _format(store) != tables.VERSION or read_meta(store, "settings") != settings:  # nobody else has done it
            _make(base, settings)
    return store


def _make(base: sqlite3.Connection, settings: str) -> None:
    with closing(base.execute("SELECT type, name FROM sqlite_master WHERE type = 'table'")) as found:
        old = [name for _, name in found.fetchall() if not name.startswith("sqlite_")]
    for name in old:
        base.execute(f'DROP TABLE "{name}"')
    for statement in tables.SCHEMA.split(";"):
        base.execute(statement)
    base.execute("INSERT INTO meta VALUES('settings', ?)", (settings,))
    renew_state(base)
    base.execute(f"{_FORMAT} = {tables.VERSION}")


def read_meta(store: Store, key: str) -> str:
    """Give what is kept under a key; nothing where there is nothing."""
    with suppress(sqlite3.OperationalError):  # an index of another version may not have the table
        for row in store.rows("SELECT value FROM meta WHERE key = ?", key):
            return str(row[0])
    return ""


def renew_state(base: sqlite3.Connection) -> None:
    """Give the state of the index a name that it never had, so that what was asked before is asked again."""
    write_meta(base, "state", os.urandom(8).hex())


def write_meta(base: sqlite3.Connection, key: str, value: str) -> None:
    """Keep a value under a key."""
    base.execute("INSERT OR REPLACE INTO meta VALUES(?, ?)", (key, value))
