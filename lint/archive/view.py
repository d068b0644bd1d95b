"""The index as one draft sees it: all articles but the draft itself."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from lint.annotate.similar import plain
from lint.archive.model import Kind, Name, Record, number
from lint.archive.store import Store
from lint.errors import Place, UserError

_COLUMNS = "id, kind, full, form, family, uses, articles"
_MOST = 2_000
"""So many names are looked at, at most, to find those nearly alike."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One article that has a name: its path and its day (YYYY-MM-DD, or empty)."""

    path: str
    day: str


@dataclass(frozen=True)
class View:
    """What the archive knows, less what it has from the draft: from its path, or from articles of the same bytes."""

    opened: Callable[[], Store]
    path: str = ""
    digest: bytes = b""
    _cache: dict[str, list[Record]] = field(default_factory=dict)

    @cached_property
    def store(self) -> Store:
        """The index, opened when first asked."""
        return self.opened()

    @cached_property
    def size(self) -> int:
        """Number of articles."""
        return int(self._rows("SELECT COUNT(*) FROM articles")[0][0])

    @cached_property
    def _own(self) -> Mapping[int, tuple[int, int]]:
        """How often each name stands in the draft's own entries of the index, and in how many of them."""
        places = ", ".join("?" * len(self._drafts))
        query = f"SELECT name, SUM(uses), COUNT(*) FROM uses WHERE article IN ({places}) GROUP BY name"  # noqa: S608 - ours
        return {name: (uses, articles) for name, uses, articles in self._rows(query, *self._drafts)}

    def written(self, form: str) -> list[Record]:
        """Give the names that are written in this way or differ in case, accents, hyphens and spaces alone."""
        key = plain(form)
        if key not in self._cache:
            self._cache[key] = self._records("key = ?", key) if key else []
        return self._cache[key]

    def family(self, name: str) -> list[Record]:
        """Give the people of this family name."""
        return self._records("family = ? AND kind = ?", plain(name), Kind.PERSON.value)

    def near(self, keys: Iterable[str]) -> list[Record]:
        """Give the names that have one of the keys of `Name.kin` in common with another."""
        numbers = sorted({number(key) for key in keys})
        places = ", ".join("?" * len(numbers))
        return self._records(f"id IN (SELECT name FROM near WHERE key IN ({places}))", *numbers)  # noqa: S608 - ours

    def seen(self, record: Record, most: int) -> list[Seen]:
        """Give the latest articles that have the name, at most so many."""
        query = (
            "SELECT articles.id, path, day FROM articles JOIN uses ON uses.article = articles.id JOIN names "
            "ON names.id = uses.name WHERE kind = ? AND full = ? AND form = ? ORDER BY day DESC, path LIMIT ?"
        )
        name = record.name
        found = self._rows(query, name.kind.value, name.full, name.form, most + len(self._drafts))
        return [Seen(_from_here(path), day) for row, path, day in found if row not in self._drafts][:most]

    @cached_property
    def _drafts(self) -> tuple[int, ...]:
        path = os.path.abspath(self.path) if self.path else ""  # noqa: PTH100 - as the index has it
        query = "SELECT id FROM articles WHERE path = ? OR digest = ? ORDER BY id LIMIT 100"
        return tuple(row for (row,) in self._rows(query, path, self.digest))

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        try:
            return self.store.rows(query, *values)
        except sqlite3.DatabaseError as error:
            problem = f"The index of the archive is broken: {error}."
            raise UserError(problem, Place(str(self.store.path)), "Delete the file; it is made anew.") from None

    def _records(self, condition: str, *values: object) -> list[Record]:
        query = f"SELECT {_COLUMNS} FROM names WHERE articles > 0 AND {condition} LIMIT {_MOST}"  # noqa: S608 - ours
        return sorted(self._less_own(self._rows(query, *values)), key=_order)

    def _less_own(self, rows: Sequence[tuple[Any, ...]]) -> Iterator[Record]:
        for row, kind, full, form, family, uses, articles in rows:
            own_uses, own_articles = self._own.get(row, (0, 0))
            if articles > own_articles:
                name = Name(Kind(kind), str(full), str(form), str(family))
                yield Record(name, uses - own_uses, articles - own_articles)


def _from_here(path: str) -> str:
    """Write a path below the working directory from there."""
    return str(Path(path).relative_to(Path.cwd())) if Path(path).is_relative_to(Path.cwd()) else path


def _order(record: Record) -> tuple[int, int, Name]:
    return -record.articles, -record.uses, record.name
