"""What stands behind every result: Copydesk itself, its rules and models, and the packages it runs with."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from lint import __version__, packages
from lint.store.keys import digest, digest_of

_SUMS = "SHA256SUMS"
_PASSED_OVER = frozenset({"__pycache__"})


def looks() -> bytes:
    """Give a digest of what is quickly seen: sizes and times of Copydesk's files, and the packages that are installed."""
    files = (f"{entry.path} {_stat(entry)}" for folder in _folders() for entry in _files(folder))
    return digest(digest_of(sorted(files)), digest_of(_surroundings()))


def stamp() -> bytes:
    """Give a digest of what Copydesk's files hold, the same wherever it is installed, and of the packages."""
    return digest(digest_of(map(_content, _folders())), digest_of(_surroundings()))


def _folders() -> tuple[str, ...]:
    package = Path(packages.__file__).parent
    rules = packages.own_rules()
    apart = rules.is_dir() and not rules.is_relative_to(package)
    return (str(package), str(rules)) if apart else (str(package),)


def _files(folder: str) -> Iterator[os.DirEntry[str]]:
    """Give the files below a folder, in no order; what Python makes of them is left out."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(entry.path) if entry.name not in _PASSED_OVER else ()
            else:
                yield entry


def _stat(entry: os.DirEntry[str]) -> str:
    try:
        found = entry.stat()
    except OSError:  # a link that leads nowhere, as editors make them
        return ""
    return f"{found.st_size} {found.st_mtime_ns}"


def _content(folder: str) -> bytes:
    """Give a digest of all files below a folder; where checksums stand for the others, they are enough."""
    paths = sorted(entry.path for entry in _files(folder))
    summed = tuple(path.removesuffix(_SUMS) for path in paths if path.endswith(f"{os.sep}{_SUMS}"))
    read = (path for path in paths if path.endswith(_SUMS) or not path.startswith(summed))
    return digest_of(part for path in read for part in (os.path.relpath(path, folder), _bytes(path)))


def _bytes(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError:
        return b""


def _surroundings() -> Sequence[str]:
    """Give the version of Python, the kind of machine, and every installed package with its version, which its folder names."""
    found = {name for path in sys.path for name in _listed(path) if name.endswith((".dist-info", ".egg-info"))}
    return (__version__, sys.version, sys.platform, os.uname().machine if hasattr(os, "uname") else "", *sorted(found))


def _listed(folder: str) -> Sequence[str]:
    try:
        return os.listdir(folder or ".")  # noqa: PTH208 - names alone
    except OSError:  # an archive of modules, or not there
        return ()
