"""What a configuration makes results depend on: the files that were read for it, as they are now.

To know whether they have changed, the configuration need not be read: what it led to is remembered with it, as a build tool
remembers the headers that a source includes.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from lint import packages
from lint.config import Config
from lint.errors import UserErrors
from lint.source import read_bytes
from lint.store.keys import digest, digest_of


class Fact(NamedTuple):
    """A path, and what of it counts: one of `KINDS`."""

    kind: str
    path: str


def facts(config: Config, archive: Sequence[str] = (), selected: Sequence[str] = ()) -> tuple[Fact, ...]:
    """Give what results under a configuration depend on, with the archive and the rules that the command line names."""
    roots = [*archive] or [str(root) for root in config.archive]
    found = {Fact("there", root) for root in roots}
    if config.path:
        found |= {Fact("text", str(file)) for file in config.files}
        found |= {Fact("rules", str(folder)) for folder in (config.root / "rules", *config.rule_folders)}
        found |= set(_pipeline(config)) if config.pipeline else set()
    found |= set(_installed_rules([*(name for name, _ in config.named), *selected]))
    return tuple(sorted(found))


def _installed_rules(named: Iterable[str]) -> Iterator[Fact]:
    """Give the rules of installed packages that may be meant: one that was installed to be edited may change any time."""
    own = packages.own_rules()
    if foreign := {name.partition("/")[0] for name in named} - {"all", *(folder.name for folder in own.glob("*"))}:
        found = packages.installed()
        yield from (Fact("rules", str(package.rules)) for package in found if package.name in foreign)


def state(found: Iterable[Fact]) -> bytes:
    """Give a digest of what the facts are now. Raise KeyError for a fact of an unknown kind."""
    return digest_of(part for fact in found for part in (*fact, _now(KINDS[fact.kind], Path(fact.path))))


def _pipeline(config: Config) -> Iterator[Fact]:
    from lint.annotate import installed

    yield Fact("trust", installed.TRUST)
    yield Fact("tree", str(config.pipeline_root / config.pipeline))
    try:
        yield Fact("tree", str(installed.find(config.pipeline, config.pipeline_root, config.pipeline_place).folder))
    except UserErrors:  # whoever wants to use it will tell
        return


def _now(of: Callable[[Path], bytes], path: Path) -> bytes:
    try:
        return of(path)
    except OSError as error:
        return f"none: {error.errno}".encode()


def _rules(folder: Path) -> bytes:
    """Give a digest of the rule files in a folder."""
    files = sorted(folder.rglob("*.y*ml"))
    return digest_of(part for file in files for part in (str(file), _now(read_bytes, file)))


def _tree(folder: Path) -> bytes:
    """Give a digest of the sizes and times of all files in a folder: they may be too large to be read each time."""
    found = [(Path(top) / name) for top, _, names in os.walk(folder) for name in names]
    return digest_of(f"{file} {(stat := file.stat()).st_size} {stat.st_mtime_ns}" for file in sorted(found))


def _there(path: Path) -> bytes:
    return b"there" if path.exists() else b""


def _trust(_variable: Path) -> bytes:
    from lint.annotate import installed

    return b"yes" if installed.folders_are_trusted() else b""


KINDS: Mapping[str, Callable[[Path], bytes]] = {
    "text": lambda path: digest(read_bytes(path)),
    "rules": _rules,
    "tree": _tree,
    "there": _there,
    "trust": _trust,
}
