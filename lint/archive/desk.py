"""The archive of one configuration: its list of names and its index, opened when first asked and kept for the run."""

import sqlite3
from collections.abc import Callable
from dataclasses import InitVar, dataclass, field
from functools import cached_property
from pathlib import Path

from lint.archive import houses, refreshing, store
from lint.archive.house import House
from lint.archive.memory import Memory
from lint.archive.model import digest
from lint.archive.progress import Progress, silent
from lint.archive.refreshing import Corpus
from lint.archive.store import Store, Tell
from lint.archive.view import View
from lint.errors import Place, UserError


@dataclass(frozen=True, slots=True)
class Setup:
    """Where everything is: the list of names, the articles, the folder for what is kept; None: there is none.

    `settings` is whatever decides how articles are read. `tell` takes notices, `progress` the number of articles read.
    `jobs` are the processes to read with (0: all), `current` says that the index has been brought up to date.
    """

    names: Path | None
    corpus: Corpus | None
    cache: Path
    settings: str
    tell: Tell
    progress: Progress = silent
    jobs: int = 0
    current: bool = False


@dataclass(frozen=True)
class Desk:
    """What the rules of a run may ask. The list of names is read at once: its mistakes must be told."""

    setup: Setup
    listed: InitVar[bool] = True
    house: House = field(init=False)

    def __post_init__(self, listed: bool) -> None:
        """Read the list of names, unless nobody will ask for it; raise UserErrors."""
        house = houses.read(self.setup.names, self.setup.cache) if self.setup.names and listed else House()
        object.__setattr__(self, "house", house)

    def memory(self, path: str, data: bytes) -> Memory:
        """Give what is known beyond the draft of this path and with these bytes."""
        view = View(lambda: self.store, path, digest(data)) if self.setup.corpus else None
        return Memory(self.house, view)

    @cached_property
    def store(self) -> Store:
        """The index, up to date; whatever is wrong with the one that is kept is told, and it is made anew."""
        try:
            return self._fresh(self.open)
        except sqlite3.OperationalError as error:
            self._tell(f"The index of the archive cannot be used: {error}.", "It is made for this run alone.")
        except sqlite3.DatabaseError as error:
            store.discard(store.place(self.setup.cache, self._corpus.roots), str(error), self.setup.tell)
            return self._fresh(self.open)
        return self._fresh(lambda: store.in_memory(self.setup.settings))

    def state(self) -> str:
        """Give the name of the state that the index is in: it changes when the index does. Empty: nobody knows."""
        try:
            return store.read_meta(self.store, "state")
        except sqlite3.DatabaseError:  # whoever asks for a name will tell
            return ""

    @property
    def _corpus(self) -> Corpus:
        assert self.setup.corpus  # noqa: S101 - nobody asks for the index of no archive
        return self.setup.corpus

    def open(self) -> Store:
        """Open the index as it is, up to date or not."""
        return store.open_store(self.setup.cache, self._corpus.roots, self.setup.settings, self.setup.tell)

    def _fresh(self, opened: Callable[[], Store]) -> Store:
        corpus = self._corpus
        found = opened()
        if self.setup.current or not found.writable or refreshing.is_fresh(found, corpus):
            return found
        try:
            refreshing.refresh(found, corpus, self.setup.progress, self.setup.tell, self.setup.jobs)
        except sqlite3.OperationalError as error:  # somebody else is at it, or the disk is full
            if not found.rows("SELECT 1 FROM articles LIMIT 1"):
                raise
            self._tell(f"The index of the archive cannot be brought up to date: {error}.", "It is used as it is.")
        return found

    def _tell(self, problem: str, remedy: str) -> None:
        self.setup.tell(UserError(problem, Place(str(self.setup.cache)), remedy))
