"""What lies in the cache folder: how much of what, and taking it away."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lint.errors import Place, UserError
from lint.store.base import NAME, Base, Usage

_RESULTS, _ARCHIVES = ("results-*.sqlite*",), ("archive-*.sqlite*", "names-*.json")


@dataclass(frozen=True, slots=True)
class Inventory:
    """What is kept: the use of the results of this version, and sizes in bytes."""

    folder: Path
    usage: Usage
    results: int
    archives: int


def take(folder: Path) -> Inventory:
    """Look what is kept in a folder; raise UserError if the results cannot be read."""
    try:
        return Inventory(folder, _usage(folder), _size(folder, _RESULTS), _size(folder, _ARCHIVES))
    except (sqlite3.Error, OSError) as error:
        raise _problem(folder, f"The results cannot be read: {error}.") from None


def clear(folder: Path) -> int:
    """Take away all that Copydesk keeps in a folder, give the bytes that were freed; raise UserError."""
    freed = _size(folder, _RESULTS + _ARCHIVES)
    try:
        for path in _files(folder, _RESULTS + _ARCHIVES):
            path.unlink(missing_ok=True)
    except OSError as error:
        raise _problem(folder, f"Not all can be taken away: {error.strerror}.") from None
    return freed


def _usage(folder: Path) -> Usage:
    base = Base(folder, lambda _: None)
    try:
        return base.usage()
    finally:
        base.close()


def _size(folder: Path, patterns: Sequence[str]) -> int:
    return sum(path.stat().st_size for path in _files(folder, patterns))


def _files(folder: Path, patterns: Sequence[str]) -> Iterator[Path]:
    return (path for pattern in patterns for path in sorted(folder.glob(pattern)) if path.is_file())


def _problem(folder: Path, problem: str) -> UserError:
    return UserError(problem, Place(str(folder / NAME)), "“copydesk cache clear” takes the file away.")
