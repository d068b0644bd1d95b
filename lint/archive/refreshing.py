"""The index brought up to date: what was added, changed and taken away since is read, and nothing else.

Mostly it is up to date, so that what reads articles is imported when there is one to read.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lint.archive import tables
from lint.archive.model import Article
from lint.archive.progress import Progress
from lint.archive.store import Store, Tell, read_meta, renew_state, write_meta
from lint.archive.tables import Stat
from lint.errors import Place, UserError
from lint.markup import Markup

if TYPE_CHECKING:
    from lint.archive.extraction import Task

_TOO_NEAR = 2_000_000_000
"""A file changed so few nanoseconds ago may change again with the same time."""

_UNREAD: Stat = 0, 0
"""Of an article that could not be read, so that it is tried again."""

_MOST_TOLD = 5


@dataclass(frozen=True, slots=True)
class Corpus:
    """What the archive consists of: its folders and files, how its articles are found, and what is prose in each."""

    roots: tuple[Path, ...]
    files: Callable[[], Sequence[Path]]
    markup: Callable[[Path], Markup]


@dataclass(frozen=True, slots=True)
class _Work:
    """What there is to do: articles to read, with the size and time of each, and paths that are gone."""

    tasks: Sequence[Task]
    stats: Mapping[str, Stat]
    gone: Sequence[str]


def is_fresh(store: Store, corpus: Corpus) -> bool:
    """Say whether the index is up to date, quickly: folders and git's own index tell, or where there is no git, the files."""
    folders = store.rows("SELECT path, changed FROM folders")
    if not folders or any(_changed(str(path)) != changed for path, changed in folders):
        return False
    if stamp := _git_stamp(corpus.roots):
        return stamp == read_meta(store, "git")
    return all(_is_as(*row) for row in store.rows("SELECT path, size, changed FROM articles"))


def _is_as(path: str, size: int, changed: int) -> bool:
    try:
        found = os.stat(path)  # noqa: PTH116 - thousands of files
    except OSError:
        return False
    return found.st_size == size and found.st_mtime_ns == changed


def refresh(store: Store, corpus: Corpus, progress: Progress, tell: Tell, jobs: int = 0) -> int:
    """Bring the index up to date and give the number of articles read; `jobs` are the processes to read with (0: all).

    What is done is kept, whenever it ends: the next time goes on from there.
    """
    stamp = _git_stamp(corpus.roots)
    files = [os.path.abspath(path) for path in corpus.files()]  # noqa: PTH100 - a link counts where it stands
    folders = {folder: _changed(folder) for folder in _folders(files, corpus.roots)}
    work = _work(store, corpus, files)
    with store.writing() as base:
        base.execute("DELETE FROM folders")
        tables.remove(base, work.gone)
        if work.gone:
            renew_state(base)
    _read(store, work, progress, tell, jobs)
    with store.writing() as base:
        base.executemany("INSERT OR REPLACE INTO folders VALUES(?, ?)", sorted(folders.items()))
        write_meta(base, "git", stamp)
    return len(work.tasks)


def _work(store: Store, corpus: Corpus, files: Sequence[str]) -> _Work:
    from lint.archive.extraction import Task

    query = "SELECT path, size, changed, digest FROM articles"
    known = {str(path): (stat, digest) for path, *stat, digest in store.rows(query)}
    stats = {path: _stat(path) for path in files}
    tasks = []
    for path, stat in stats.items():
        before, digest = known.get(path, ([], b""))
        if tuple(before) != stat or not stat[1]:
            tasks.append(Task(path, corpus.markup(Path(path)), bytes(digest) if isinstance(digest, bytes) else b""))
    return _Work(tasks, stats, sorted(known.keys() - stats.keys()))


def _read(store: Store, work: _Work, progress: Progress, tell: Tell, jobs: int) -> None:
    done = 0
    problems: list[UserError] = []
    progress(done, len(work.tasks))
    from lint import machine
    from lint.archive.extraction import read_batches

    for batch in read_batches(work.tasks, jobs or machine.processors(), partial(_died, tell)):
        articles = [result for result in batch if isinstance(result, Article)]
        problems += [UserError(each.problem, Place(each.path)) for each in articles if each.problem]
        same = [(*work.stats[path], path) for path in batch if isinstance(path, str)]
        with store.writing() as base:
            tables.add(
                base, [(article, work.stats[article.path] if article.digest else _UNREAD) for article in articles]
            )
            if articles:
                renew_state(base)
            base.executemany("UPDATE articles SET size = ?, changed = ? WHERE path = ?", same)
        done += len(batch)
        progress(done, len(work.tasks))
    _tell(problems, tell)


def _died(tell: Tell, batch: Sequence[Task] | None, how: str) -> None:
    """Tell of a process that died; what it was reading is read again."""
    where = Place(batch[0].path) if batch else None
    tell(
        UserError(f"A process that was reading articles was stopped ({how}).", where, "“--jobs 1” needs least memory.")
    )


def _tell(problems: Sequence[UserError], tell: Tell) -> None:
    for problem in problems[:_MOST_TOLD]:
        tell(problem)
    if (more := len(problems) - _MOST_TOLD) > 0:
        tell(UserError(f"{more} more articles of the archive cannot be read."))


def _folders(files: Iterable[str], roots: Iterable[Path]) -> Iterator[str]:
    """Give the folders of the archive: those that its files lie in, up to its roots."""
    tops = {os.path.abspath(root) for root in roots}  # noqa: PTH100
    seen = set(tops)
    for folder in map(os.path.dirname, files):
        while folder not in seen and len(folder) > 1:
            seen.add(folder)
            folder = os.path.dirname(folder)  # noqa: PTH120, PLW2901
    return iter(sorted(folder for folder in seen if os.path.isdir(folder)))  # noqa: PTH112


def _stat(path: str) -> Stat:
    try:
        found = os.stat(path)  # noqa: PTH116
    except OSError:
        return 0, 0
    return found.st_size, _trusted(found.st_mtime_ns)


def _changed(folder: str) -> int:
    return _stat(folder)[1]


def _trusted(changed: int) -> int:
    return 0 if time.time_ns() - changed < _TOO_NEAR else changed


def _git_stamp(roots: Sequence[Path]) -> str:
    """Give what changes with every commit, checkout and `git add`; nothing where there is no repository."""
    here = Path(os.path.abspath(roots[0])) if roots else Path.cwd()  # noqa: PTH100
    for folder in (here, *here.parents):
        if (folder / ".git").exists():
            index = folder / ".git" / "index"
            return "{}:{}".format(*_stat(str(index))) if index.is_file() else ""
    return ""
