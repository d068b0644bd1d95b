"""From the paths of the command line to the files to check: folders walked, ignored files left out."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from pathlib import Path

from lint.errors import Place, UserError, did_you_mean
from lint.gitignore import Ignores, ignores_above, ignores_in
from lint.report import Skipped

Chooser = Callable[[Path], bool]
Found = Path | UserError | Skipped

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
class Wanted:
    """Which files of a folder are articles: the `added` and those with one of the `suffixes`, less the `excluded`."""

    suffixes: Collection[str]
    excluded: Chooser = _nothing
    added: Chooser = _nothing

    def takes(self, file: Path) -> bool:
        """Say whether a file is taken."""
        return (file.suffix.lower() in self.suffixes or self.added(file)) and not self.excluded(file)


def discover(paths: Sequence[str], wanted: Wanted) -> Discovered:
    """Find the files that `paths` stand for.

    A named file is always taken. A named folder is walked: the files that are `wanted`, but nothing hidden, no
    libraries or page templates, nothing that .gitignore leaves out, no linked folders.
    """
    return gathered(each for path in paths for each in expand(Path(path), wanted))


def gathered(found: Iterable[Found]) -> Discovered:
    """Sort what was found into one whole; a file that came under two names keeps the first."""
    each_of = list(found)
    # A link and the file it leads to are two files, as they are for git; `a.md` and `./a.md` are one.
    files = {os.path.abspath(file): file for file in reversed(each_of) if isinstance(file, Path)}  # noqa: PTH100
    errors = {str(error): error for error in each_of if isinstance(error, UserError)}
    skipped = {each.path: each for each in each_of if isinstance(each, Skipped)}
    return Discovered(
        tuple(sorted(files.values(), key=lambda file: file.parts)),
        tuple(errors.values()),
        tuple(skipped[path] for path in sorted(skipped)),
    )


def expand(path: Path, wanted: Wanted) -> Iterator[Found]:
    """Give what one path of the command line stands for: files, and what is wrong or passed over."""
    try:
        is_folder = path.is_dir()
        is_there = is_folder or path.exists()
        is_device = path.is_char_device() or path.is_block_device()
    except (OSError, ValueError) as error:
        yield UserError(f"The path cannot be read: {_reason(error)}.", Place(str(path)))
        return
    if not is_there:
        yield UserError("There is no such file or folder.", Place(str(path)), _nearest(path))
    elif is_folder:
        yield from _inside(path, wanted)
    elif is_device:  # which may have no end
        yield UserError("This is a device, and no file.", Place(str(path)), "“-” reads standard input.")
    else:
        yield path


def _inside(folder: Path, wanted: Wanted) -> Iterator[Found]:
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


def _walk(root: Path, wanted: Wanted) -> Iterator[Found]:
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
        if _passed_over(entry, ignores, is_folder=is_folder):
            continue
        if not is_folder:
            files += [entry] if entry.is_file() else []
        elif entry.is_symlink():
            skipped.append(Skipped(str(entry), "a link to a folder"))
        else:
            folders.append(entry)
    return files, folders, skipped


def _passed_over(entry: Path, ignores: Ignores | None, *, is_folder: bool) -> bool:
    """Say whether a file or folder is hidden, no place for articles, or ignored."""
    if entry.name.startswith(".") or entry.name in _NO_ARTICLES:
        return True
    return ignores is not None and ignores.match(entry, is_folder=is_folder)


class Walk:
    """Tells of single files whether walking a folder would come to them, be they on disk or not."""

    def __init__(self, root: Path, wanted: Wanted) -> None:
        self._root, self._wanted = root, wanted
        self._ignores = cache(self._look_up)

    def reaches(self, file: Path) -> bool:
        """Say whether a file below the root, written as from there, is one of the articles that a walk gives."""
        folders = takewhile(lambda folder: folder != self._root, file.parents)
        return (
            self._wanted.takes(file)
            and not _passed_over(file, self._ignores(file.parent), is_folder=False)
            and not any(_passed_over(folder, self._ignores(folder.parent), is_folder=True) for folder in folders)
        )

    def _look_up(self, folder: Path) -> Ignores | None:
        outer = ignores_above(folder) if folder == self._root else self._ignores(folder.parent)
        return ignores_in(folder, outer)


def _nearest(path: Path) -> str:
    """Give a hint at a neighbour with nearly the same name."""
    try:
        names = [str(neighbour) for neighbour in path.parent.iterdir()]
    except OSError:
        return ""
    return did_you_mean(str(path), names)


def _reason(error: OSError | ValueError) -> str:
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)
