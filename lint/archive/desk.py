"""The archive of one configuration: its list of names and its index, opened when first asked and kept for the run."""

import sqlite3
from collections.abc import Callable
from dataclasses import InitVar, dataclass, field
from functools import cached_property
from pathlib import Path

from lint.archive import houselist, refreshing, store
from lint.archive.house import House
from lint.archive.memory import Memory
from lint.archive.model import digest
from lint.archive.refreshing import Corpus, Progress
from lint.archive.store import Store, Tell
from lint.archive.view import View
from lint.errors import Place, UserError


def silent(_done: int, _all: int) -> None:
    """Show no progress."""


@dataclass(frozen=True, slots=True)
class Setup:
    """Where everything is: the list of names, the articles, the folder for what is kept; None: there is none.

    `settings` is whatever decides how articles are read. `tell` takes notices, `progress` the number of articles read.
    """

    names: Path | None
    corpus: Corpus | None
    cache: Path
    settings: str
    tell: Tell
    progress: Progress = silent
    jobs: int = 0


@dataclass(frozen=True)
class Desk:
    """What the rules of a run may ask. The list of names is read at once: its mistakes must be told."""

    setup: Setup
    listed: InitVar[bool] = True
    house: House = field(init=False)

    def __post_init__(self, listed: bool) -> None:
        """Read the list of names, unless nobody will ask for it; raise UserErrors."""
        names = houselist.read(self.setup.names, self.setup.cache) if self.setup.names and listed else ()
        object.__setattr__(self, "house", House(names))

    def memory(self, path: str, data: bytes) -> Memory:
        """Give what is known beyond the draft of this path and with these bytes."""
        view = View(lambda: self.store, path, digest(data)) if self.setup.corpus else None
        return Memory(self.house, view)

    @cached_property
    def store(self) -> Store:
        """The index, up to date."""
        assert self.setup.corpus  # noqa: S101 - nobody asks for the index of no archive
        try:
            return self._fresh(self.setup.corpus, self.open)
        except sqlite3.DatabaseError as error:
            self._tell(f"The index of the archive cannot be used: {error}.", "It is made anew for this run alone.")
            return self._fresh(self.setup.corpus, lambda: store.in_memory(self.setup.settings))

    def open(self) -> Store:
        """Open the index as it is, up to date or not."""
        assert self.setup.corpus  # noqa: S101
        return store.open_store(self.setup.cache, self.setup.corpus.roots, self.setup.settings, self.setup.tell)

    def _fresh(self, corpus: Corpus, opened: Callable[[], Store]) -> Store:
        found = opened()
        if found.writable and not refreshing.is_fresh(found, corpus):
            refreshing.refresh(found, corpus, self.setup.progress, self.setup.tell, self.setup.jobs)
        return found

    def _tell(self, problem: str, remedy: str) -> None:
        self.setup.tell(UserError(problem, Place(str(self.setup.cache)), remedy))
