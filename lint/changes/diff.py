"""Git's diffs, read: which files have changed, and which of their lines are new."""

import os
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lint.changes import git

Lines = tuple[tuple[int, int], ...]
r"""New lines as ranges, first and last, in order; they count from 1 and end with `\n`, as git counts them."""

_LINK, _SUBMODULE = "120000", "160000"
# Each of these overrules a setting by which a user or repository may change what a diff says.
_PLAIN = (
    "diff --no-ext-diff --no-textconv --no-color --no-relative --find-renames --ignore-submodules=all --submodule=short "
    "--src-prefix=a/ --dst-prefix=b/ --diff-algorithm=myers --indent-heuristic --inter-hunk-context=0 -O/dev/null"
).split()
_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_NEW_NAME = b"+++ "
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_ESCAPED = {b"a": b"\a", b"b": b"\b", b"t": b"\t", b"n": b"\n", b"v": b"\v", b"f": b"\f", b"r": b"\r"}


@dataclass(frozen=True, slots=True)
class Change:
    """A file with other content than before. `path` counts from the root of the work tree.

    `blob` is the object that holds the content, zeros where only the work tree does. `is_new` tells a file that was not
    there, `countable` one that git compares line by line.
    """

    path: str
    blob: str = ""
    is_link: bool = False
    in_conflict: bool = False
    is_new: bool = False
    countable: bool = True


def changes(against: Sequence[str]) -> list[Change]:
    """Give the files that a diff names, less those that are gone; `against` says what is compared.

    Renamed files whose content is the same are left out, and those of which only the mode has changed.
    """
    answer = git.ask([*_PLAIN, "--raw", "--numstat", "-z", "--no-abbrev", *against, "--"])
    fields = iter(answer.decode("utf-8", "surrogateescape").split("\0"))
    found: dict[str, Change] = {}
    counts: dict[str, tuple[str, str]] = {}
    for field in fields:
        if field.startswith(":"):
            for change in _raw(field, fields):
                found[change.path] = change
        elif field:
            added, deleted, path = field.split("\t", 2)
            if not path:  # a rename: its two names follow
                next(fields)
                path = next(fields)
            counts[path] = added, deleted
    return [
        replace(change, countable="-" not in counts.get(path, ()))
        for path, change in found.items()
        if change.is_new or change.in_conflict or counts.get(path) != ("0", "0")
    ]


def _raw(field: str, fields: Iterator[str]) -> Iterator[Change]:
    """Read one entry: modes, objects, what happened, and the names that follow, the last of them today's."""
    _, mode, before, blob, happened = field[1:].split(" ")
    path = next(fields)
    if happened[0] in "RC":
        path = next(fields)
    is_same = happened == "R100" or (blob == before and blob.strip("0") != "")  # zeros: not known
    if happened[0] != "D" and mode != _SUBMODULE and not is_same:
        yield Change(path, blob, mode == _LINK, in_conflict=happened[0] == "U", is_new=happened[0] in "ACT")


def untracked() -> list[Change]:
    """Give the files that git neither follows nor is told to ignore."""
    names = git.ask(["ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", ":/"])
    return [Change(path, is_new=True) for path in _names(names) if not path.endswith("/")]


def everything() -> list[Change]:
    """Give all files that git follows: what is new in a repository without a commit."""
    return [Change(path, is_new=True) for path in _names(git.ask(["ls-files", "--full-name", "-z", "--", ":/"]))]


def _names(answer: bytes) -> list[str]:
    return [os.fsdecode(name) for name in answer.split(b"\0") if name]


def new_lines(against: Sequence[str]) -> Mapping[str, Lines]:
    """Give the new lines of each file in which there are any; `against` as in `changes`."""
    found: Mapping[str, list[tuple[int, int]]] = defaultdict(list)
    lines = iter(git.ask([*_PLAIN, "--unified=0", *against, "--"]).split(b"\n"))
    path = ""
    for line in lines:
        if line.startswith(_NEW_NAME):
            path = _unquoted(line.removeprefix(_NEW_NAME))
        elif hunk := _HUNK.match(line):
            deleted, first, added = (int(number or 1) for number in (hunk[1], hunk[2], hunk[3]))
            if added:
                found[path].append((first, first + added - 1))
            _skip(lines, deleted + added)
    return {path: tuple(ranges) for path, ranges in found.items()}


def _skip(lines: Iterator[bytes], number: int) -> None:
    """Pass over a hunk's lines, which may look like anything; remarks that a last line is not ended do not count."""
    while number:
        number -= not next(lines, b"").startswith(b"\\")


def _unquoted(name: bytes) -> str:
    """Give the path in the second name of a patch: `b/path`, in quotation marks with escapes where it has odd characters."""
    name = name.removesuffix(b"\t")
    if name.startswith(b'"'):
        name = _ESCAPE.sub(_character, name[1:-1])
    return os.fsdecode(name.removeprefix(b"b/"))


def _character(escape: re.Match[bytes]) -> bytes:
    code = escape[1]
    return bytes([int(code, 8)]) if len(code) == 3 else _ESCAPED.get(code, code)
