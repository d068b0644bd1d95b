"""From the paths of the command line and what git knows to the drafts that have changed."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lint import discovery
from lint.changes import diff, git, revisions
from lint.changes.diff import Change, Lines
from lint.changes.scope import Scope
from lint.discovery import Found, Walk, Wanted
from lint.draft import Draft
from lint.errors import Place, UserError
from lint.report import Skipped


@dataclass(frozen=True, slots=True)
class Changed:
    """The drafts that have changed, what was wrong with the paths, what was passed over.

    `lines` gives, where only new lines count, those of a draft by its name; a draft without an entry is new throughout.
    """

    drafts: tuple[Draft, ...]
    errors: tuple[UserError, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    lines: Mapping[str, Lines] | None = None


def find(scope: Scope, paths: Sequence[str], wanted: Wanted) -> Changed:
    """Find the changed drafts among those that `paths` stand for, be it walked or named, and under the same names.

    Raise UserError where git cannot tell what has changed.
    """
    try:
        return _found(scope, paths, wanted)
    except git.Refused as refused:
        raise git.failed(str(refused)) from None


def _found(scope: Scope, paths: Sequence[str], wanted: Wanted) -> Changed:
    top = git.top()
    against = _against(scope)
    changes = {top / change.path: change for change in _changes(scope, against)}
    chosen = discovery.gathered(each for path in paths for each in _choose(Path(path), top, changes, wanted))
    drafts, errors, skipped = _drafts({file: changes[_real(file)] for file in chosen.files}, staged=scope.staged)
    lines = None
    if scope.changed_lines:
        new = diff.new_lines(against) if against else {}
        lines = {draft.name: new.get(change.path, ()) for draft, change in drafts if _has_old_lines(change)}
    return Changed(tuple(draft for draft, _ in drafts), (*chosen.errors, *errors), (*chosen.skipped, *skipped), lines)


def _against(scope: Scope) -> tuple[str, ...]:
    """Say to git what is compared with what; nothing where all is new, for want of a commit."""
    if scope.staged:
        return ("--cached",)
    base = revisions.last() if scope.since is None else revisions.branching(scope.since)
    return (base,) if base else ()


def _changes(scope: Scope, against: tuple[str, ...]) -> list[Change]:
    if scope.staged:
        return diff.changes(against)
    return [*(diff.changes(against) if against else diff.everything()), *diff.untracked()]


def _has_old_lines(change: Change) -> bool:
    return change.countable and not (change.is_new or change.is_link)


def _choose(path: Path, top: Path, changes: Mapping[Path, Change], wanted: Wanted) -> Iterator[Found]:
    """Give what `discovery.expand` would give for a path, if nothing but the changed files were there."""
    try:
        is_folder = path.is_dir()
        real = Path(os.path.realpath(path)) if is_folder else _real(path)
        is_there = is_folder or path.exists()
    except (OSError, ValueError):
        yield from discovery.expand(path, wanted)
        return
    if not real.is_relative_to(top):
        yield UserError(f"This is not in the git repository {top}.", Place(str(path)), "Go there to check it.")
    elif real in changes:
        yield path
    elif is_folder or not is_there:  # the index may hold a folder that the work tree has lost
        below = [path / change.relative_to(real) for change in changes if real in change.parents]
        yield from filter(Walk(path, wanted).reaches, below)
        if not (below or is_there):
            yield from discovery.expand(path, wanted)


def _real(file: Path) -> Path:
    """Give the path that git knows a file by: folders that are links are followed, the file itself is not."""
    return Path(os.path.realpath(file.parent)) / file.name


_Drafts = tuple[list[tuple[Draft, Change]], list[UserError], list[Skipped]]


def _drafts(files: Mapping[Path, Change], *, staged: bool) -> _Drafts:
    """Make drafts of changed files, with their content where that is in the index; tell which cannot be read."""
    read = _from_index(files) if staged else {file: _from_work_tree(file) for file in files}
    drafts: list[tuple[Draft, Change]] = []
    errors: list[UserError] = []
    skipped: list[Skipped] = []
    for file, made in read.items():
        if isinstance(made, Draft):
            drafts.append((made, files[file]))
        elif isinstance(made, Skipped):
            skipped.append(made)
        else:
            errors.append(made)
    return drafts, errors, skipped


def _from_work_tree(file: Path) -> Draft | Skipped:
    if file.is_file():
        return Draft(str(file))
    if file.is_dir():
        return Skipped(str(file), "a link to a folder")
    return Skipped(str(file), "a link that leads nowhere" if file.is_symlink() else "not in the work tree")


def _from_index(files: Mapping[Path, Change]) -> dict[Path, Draft | Skipped | UserError]:
    plain = [change.blob for change in files.values() if not (change.is_link or change.in_conflict)]
    contents = dict(zip(plain, _contents(plain), strict=True))
    return {file: _indexed(str(file), change, contents) for file, change in files.items()}


def _indexed(name: str, change: Change, contents: Mapping[str, bytes]) -> Draft | Skipped | UserError:
    if change.in_conflict:
        return UserError("This file is in conflict.", Place(name), "Settle it, then “git add” it.")
    return Skipped(name, "a link") if change.is_link else Draft(name, contents[change.blob])


def _contents(blobs: Sequence[str]) -> Iterator[bytes]:
    """Give the content of each object, in order."""
    answer = git.ask(["cat-file", "--batch"], "".join(f"{blob}\n" for blob in blobs).encode()) if blobs else b""
    start = 0
    for blob in blobs:
        end = answer.index(b"\n", start)
        words = answer[start:end].split()
        if words[1] != b"blob":
            raise git.Refused(f"the object {blob} is not there")
        start = end + 1 + int(words[2]) + 1
        yield answer[end + 1 : start - 1]
