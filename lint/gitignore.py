"""What git leaves out: `.gitignore` in every folder up to the repository's root, and `.git/info/exclude`."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

_IGNORE_FILE = ".gitignore"


class _Verdict(Protocol):
    """What a list of patterns says of a path: ignored, not ignored, or nothing at all (None)."""

    @property
    def include(self) -> bool | None: ...


class _Patterns(Protocol):
    def check_file(self, file: str) -> _Verdict: ...


@dataclass(frozen=True, slots=True)
class Ignores:
    """The patterns of one ignore file and the folder they count from; `outer` are those of the folders above."""

    folder: str
    patterns: _Patterns
    outer: "Ignores | None" = None

    def match(self, path: Path, *, is_folder: bool = False) -> bool:
        """Say whether a path below `folder` is ignored: the innermost file with a pattern for it decides."""
        ignores: Ignores | None = self
        while ignores:
            relative = os.path.relpath(path, ignores.folder) + ("/" if is_folder else "")
            verdict = ignores.patterns.check_file(matchable(relative)).include
            if verdict is not None:
                return verdict
            ignores = ignores.outer
        return False


def matchable(path: str) -> str:
    """Give a path as patterns can take it: bytes of a name that are no UTF-8 become question marks."""
    return path.encode("utf-8", "replace").decode("utf-8")


def ignores_above(folder: Path) -> Ignores | None:
    """Collect what holds for a folder from its repository's root down, its own ignore file left out.

    Whoever names a folder that is itself ignored wants it read: then nothing from above counts.
    """
    here = folder.absolute()
    root = next((parent for parent in [here, *here.parents] if (parent / ".git").exists()), here)
    ignores = _read(root / ".git" / "info" / "exclude", root, None)
    for parent in reversed(here.parents):
        if parent.is_relative_to(root):
            ignores = ignores_in(parent, ignores)
    return None if here != root and ignores and ignores.match(here, is_folder=True) else ignores


def ignores_in(folder: Path, outer: Ignores | None) -> Ignores | None:
    """Add the folder's own ignore file, if it has one, to those of the folders above."""
    return _read(folder / _IGNORE_FILE, folder, outer)


def _read(file: Path, folder: Path, outer: Ignores | None) -> Ignores | None:
    if not file.is_file():  # mostly there is none; a device or pipe might never end
        return outer
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:
        return outer
    from pathspec import GitIgnoreSpec

    return Ignores(str(folder), GitIgnoreSpec.from_lines(line for line in lines if _is_pattern(line)), outer)


def _is_pattern(line: str) -> bool:
    """Say whether pathspec can read the line; git passes over the others without a word."""
    from pathspec import GitIgnoreSpec

    try:
        return bool(GitIgnoreSpec.from_lines([line]))
    except ValueError:
        return False
