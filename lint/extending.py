"""`extends`: the files that a configuration is made of, each read and validated.

A file comes after those it extends, so that each weighs more than those before it. Nothing is ever imported or run.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from lint import importable
from lint.configmodel import ConfigEntry
from lint.errors import Place, UserError, UserErrors, did_you_mean
from lint.source import decode, read_bytes
from lint.validation import validate
from lint.yamlpos import Node, load

ENTRY_POINTS = "copydesk.configurations"
"""The group of entry points by which an installed package names its configurations."""

PACKAGE = "package:"
_FILE = "copydesk.yaml"
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Written:
    """One file: where it lies, its YAML, and what that says."""

    path: Path
    node: Node
    entry: ConfigEntry


class Chain(NamedTuple):
    """The files that a configuration is made of, in the order in which they are laid over each other, and their mistakes.

    The configuration itself comes last. A file with mistakes of its own is not among them.
    """

    files: tuple[Written, ...]
    errors: tuple[UserError, ...]


def chain(path: Path) -> Chain:
    """Read a configuration and the files it extends. A file that is reached in two ways is there once."""
    reader = _Reader()
    reader.add(path, ())
    return Chain(tuple(reader.files), tuple(reader.errors))


def read(path: Path) -> Written:
    """Read one file and nothing that it extends; raise UserErrors with every mistake in it."""
    try:
        node = load(decode(str(path), read_bytes(path)).lf, str(path))
    except OSError as error:
        raise UserErrors([UserError(f"Cannot be read: {error.strerror}.", Place(str(path)))]) from None
    except UserError as error:
        raise UserErrors([error]) from None
    node = node or Node({}, Place(str(path), 1, 1), 0, 0, keys={})
    return Written(path, node, validate(ConfigEntry, node, "a configuration"))


class _Reader:
    """The files that have been read, and what was wrong with them."""

    def __init__(self) -> None:
        self.files: list[Written] = []
        self.errors: list[UserError] = []
        self._seen: set[Path] = set()

    def add(self, path: Path, above: tuple[Path, ...]) -> None:
        """Add a file, after those it extends; `above` are the files, with links resolved, by way of which it is reached."""
        here = path.resolve()
        self._seen.add(here)
        try:
            written = read(path)
        except UserErrors as mistakes:
            self.errors += mistakes.errors
            return
        for index, name in enumerate(written.entry.extends):
            try:
                self._extend(name, path.parent, (*above, here), written.node.find(("extends", index)))
            except UserError as error:
                self.errors.append(error)
        self.files.append(written)

    def _extend(self, name: str, folder: Path, above: tuple[Path, ...], place: Place) -> None:
        """Add what is extended at a place; raise UserError there if that cannot be."""
        target = locate(name, folder, place)
        there = target.resolve()
        if there in above:
            raise UserError(f"“{name}” is extended by way of itself.", place, "Take it out here.")
        if len(above) >= _DEEPEST:
            problem = (
                f"“{name}” is reached by way of {len(above)} files that extend each other; {_DEEPEST} is the most."
            )
            raise UserError(problem, place, "Extend it where the chain begins.")
        if there not in self._seen:
            self.add(target, above)


def locate(name: str, folder: Path, place: Place | None = None) -> Path:
    """Give the file that `extends` means in a file of the folder; raise UserError at the place if there is none.

    That is a path from the folder, or `package:NAME` or `package:NAME/FILE` for one in an installed package.
    """
    if name.startswith(PACKAGE):
        return _packaged(name.removeprefix(PACKAGE), place)
    path = folder / name
    if not path.is_file():
        raise UserError(f"There is no file “{name}” to extend.", place, _instead(name))
    return path


def _instead(name: str) -> str:
    if importable.folder(name.partition("/")[0]):
        return f"Write “{PACKAGE}{name}” for the one of the installed package."
    return f"Paths count from this file; “{PACKAGE}NAME” is one of an installed package."


def _packaged(name: str, place: Place | None) -> Path:
    """Give the file that an installed package ships: a configuration it has named, one of its files, or its usual one."""
    package, _, file = name.partition("/")
    named = importable.entries(ENTRY_POINTS)
    if not file and package in named:
        package, file = named[package], f"{package}.yaml"
    folder = importable.folder(package)
    if folder is None:
        hint = did_you_mean(name, named) or "Install it where Copydesk runs."
        raise UserError(f"The package “{package}” is not installed.", place, hint)
    path = folder / (file or _FILE)
    if ".." in path.parts or not path.is_file():
        ships = sorted(each.name for each in folder.glob("*.yaml"))
        hint = f"It has {', '.join(ships)}." if ships else "It has no file of YAML."
        raise UserError(f"The package “{package}” has no configuration “{file or _FILE}”.", place, hint)
    return path
