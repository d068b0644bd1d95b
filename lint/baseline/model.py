"""Known findings by article."""

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A known finding: its rule, its words, those around it as they were when it was recorded, and its fingerprint."""

    rule: str
    text: str
    context: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """The file the findings stand in, and the findings of each article, by its path from the folder of that file."""

    path: Path
    files: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)

    @property
    def root(self) -> str:
        """The folder that paths count from, in full."""
        return os.path.dirname(os.path.abspath(self.path))  # noqa: PTH100, PTH120 (a link counts where it stands)

    @property
    def size(self) -> int:
        """Number of findings."""
        return sum(map(len, self.files.values()))

    @property
    def tally(self) -> Counter[tuple[str, str]]:
        """How often a rule finds the same words, wherever they stand."""
        return Counter((entry.rule, entry.text) for entries in self.files.values() for entry in entries)

    def key(self, name: str) -> str:
        """Give the path of an article, which is named as from the folder we are in, as it stands in the baseline."""
        return Path(os.path.relpath(name, self.root)).as_posix()

    def is_there(self, key: str) -> bool:
        """Say whether there is still an article at a path of the baseline."""
        return os.path.lexists(os.path.join(self.root, key))  # noqa: PTH118
