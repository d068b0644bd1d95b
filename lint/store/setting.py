"""The settings of a run: for each configuration file, what results under it are kept by."""

import json
from dataclasses import dataclass
from pathlib import Path

from lint.config import Config
from lint.store import facts
from lint.store.base import Base
from lint.store.facts import Fact
from lint.store.keys import digest
from lint.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Setting:
    """The facts that results depend on, the state they were found in, and the key that stands for both and for the program."""

    facts: tuple[Fact, ...]
    state: bytes
    key: bytes

    @property
    def holds(self) -> bool:
        """Whether the facts are still what they were."""
        return facts.state(self.facts) == self.state


class Settings:
    """The setting for each draft, known from an earlier run or read now. `fresh` are the rows to remember them by."""

    def __init__(self, base: Base, workspace: Workspace, program: bytes, format_as: str | None) -> None:
        self.fresh: dict[bytes, bytes] = {}
        self._base, self._workspace = base, workspace
        selection, archive = workspace.selection, workspace.archive
        said = json.dumps([selection.select, selection.ignore, format_as, archive.folders])
        self._terms = digest(program, str(Path.cwd()), said)
        self._known: dict[Path | None, Setting | None] = {}
        self._read: dict[Path | None, Setting] = {}

    def known(self, path: Path) -> Setting | None:
        """Give the setting for a file or folder, without reading any configuration; None if it has never been read."""
        found = self._workspace.config_file(path)
        if found not in self._known:
            self._known[found] = self._remembered(found)
        return self._known[found]

    def read(self, path: Path) -> Setting:
        """Give the setting for a file or folder, its configuration read."""
        found = self._workspace.config_file(path)
        if found not in self._read:
            self._read[found] = self._made(found, self._workspace.config(path))
        return self._read[found]

    def _remembered(self, found: Path | None) -> Setting | None:
        kept = self._base.get(self._place(found))
        try:
            return self._setting(found, tuple(Fact(*row) for row in json.loads(kept))) if kept else None
        except (ValueError, TypeError, KeyError):  # damaged
            return None

    def _made(self, found: Path | None, config: Config) -> Setting:
        selection = self._workspace.selection
        made = facts.facts(config, self._workspace.archive.folders, (*selection.select, *selection.ignore))
        if (known := self._known.get(found)) and known.facts == made:
            return known
        self.fresh[self._place(found)] = json.dumps(made).encode("ascii")
        return self._setting(found, made)

    def _setting(self, found: Path | None, made: tuple[Fact, ...]) -> Setting:
        state = facts.state(made)
        return Setting(made, state, digest(self._terms, str(found), state))

    def _place(self, found: Path | None) -> bytes:
        return digest("facts", self._terms, str(found))
