"""From the paths of the command line to the files to check: folders walked, ignored files left out."""

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lint.errors import Place, UserError, did_you_mean
from lint.gitignore import Ignores, ignores_above, ignores_in
from lint.report import Skipped

Chooser = Callable[[Path], bool]
_Found = Path | UserError | Skipped

_NO_ARTICLES = frozenset({"node_modules", "_layouts", "_includes", "_site"})
"""Folders of libraries, templates and built pages: passed over as hidden ones are, unless named."""


@dataclass(frozen=True, slots=True)
class Discovered:
    """The files to check, sorted and each once; what was wrong with the paths; what was passed over and why."""

    files: tuple[Path, ...]
    errors: tuple[UserError, ...] = ()
    skipped: tuple[Skipped, ...] = ()


def _nothing(_path: Path) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Which files of a folder are articles."""

    suffixes: Collection[str]
    excluded: Chooser
    added: Chooser

    def takes(self, file: Path) -> bool:
        """Say whether a file is taken."""
        return (file.suffix.lower() in self.suffixes or self.added(file)) and not self.excluded(file)


def discover(
    paths: Sequence[str], suffixes: Collection[str], excluded: Chooser = _nothing, added: Chooser = _nothing
) -> Discovered:
    """Find the files that `paths` stand for.

    A named file is always taken. A named folder is walked: files with one of the `suffixes` (lower case, with the dot)
    and those that `added` says yes to, but nothing hidden, no libraries or page templates, nothing that .gitignore leaves
    out, nothing that `excluded` says yes to, no linked folders.
    """
    wanted = _Wanted(suffixes, excluded, added)
    found = [each for path in paths for each in _expand(Path(path), wanted)]
    # A link and the file it leads to are two files, as they are for git; `a.md` and `./a.md` are one.
    files = {os.path.abspath(file): file for file in reversed(found) if isinstance(file, Path)}  # noqa: PTH100
    errors = {str(error): error for error in found if isinstance(error, UserError)}
    skipped = {each.path: each for each in found if isinstance(each, Skipped)}
    return Discovered(
        tuple(sorted(files.values(), key=lambda file: file.parts)),
        tuple(errors.values()),
        tuple(skipped[path] for path in sorted(skipped)),
    )


def _expand(path: Path, wanted: _Wanted) -> Iterator[_Found]:
    try:
        is_folder = path.is_dir()
        is_there = is_folder or path.exists()
    except (OSError, ValueError) as error:
        yield UserError(f"The path cannot be read: {_reason(error)}.", Place(str(path)))
        return
    if not is_there:
        yield UserError("There is no such file or folder.", Place(str(path)), _nearest(path))
    elif is_folder:
        yield from _inside(path, wanted)
    else:
        yield path


def _inside(folder: Path, wanted: _Wanted) -> Iterator[_Found]:
    """Walk one named folder, and complain where there is nothing to read in it."""
    empty = True
    for found in _walk(folder, wanted):
        empty = empty and isinstance(found, Skipped)
        yield found
    if empty:
        remedy = (
            f"Read are {', '.join(sorted(wanted.suffixes))}, unless ignored or excluded; "
            "a file that is named is always read."
        )
        yield UserError("There is no file to check in this folder.", Place(str(folder)), remedy)


def _walk(root: Path, wanted: _Wanted) -> Iterator[_Found]:
    todo = [(root, ignores_above(root))]
    while todo:
        folder, outer = todo.pop()
        try:
            ignores = ignores_in(folder, outer)
            files, folders, skipped = _look_into(folder, ignores)
        except OSError as error:
            yield UserError(
                f"The folder cannot be read: {_reason(error)}.", Place(str(folder)), "Check its permissions."
            )
        else:
            yield from filter(wanted.takes, files)
            yield from skipped
            todo += [(inner, ignores) for inner in folders]


def _look_into(folder: Path, ignores: Ignores | None) -> tuple[list[Path], list[Path], list[Skipped]]:
    """Give a folder's files, its folders, and the links that are not followed; nothing hidden or ignored."""
    files: list[Path] = []
    folders: list[Path] = []
    skipped: list[Skipped] = []
    for entry in folder.iterdir():
        is_folder = entry.is_dir()
        if (
            entry.name.startswith(".")
            or entry.name in _NO_ARTICLES
            or (ignores and ignores.match(entry, is_folder=is_folder))
        ):
            continue
        if not is_folder:
            files += [entry] if entry.is_file() else []
        elif entry.is_symlink():
            skipped.append(Skipped(str(entry), "a link to a folder"))
        else:
            folders.append(entry)
    return files, folders, skipped


def _nearest(path: Path) -> str:
    """Give a hint at a neighbour with nearly the same name."""
    try:
        names = [str(neighbour) for neighbour in path.parent.iterdir()]
    except OSError:
        return ""
    return did_you_mean(str(path), names)


def _reason(error: OSError | ValueError) -> str:
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)
