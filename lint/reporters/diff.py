r"""The new texts of a run as a unified diff, which `patch -p0` and `git apply -p0` take. A line ends with `\n`, as in these."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from lint.report import Rewrite
from lint.reporters.terminal import visible
from lint.reporters.text import painted
from lint.reporters.view import Look

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_CONTEXT = 3
_STYLES = {"-": "31", "+": "32", "@": "36"}
_FILE = "1"
_Change = tuple[int, int, int, int]
"""Lines `a..b` of the old text that are lines `c..d` of the new one; half-open, from 0."""


def render(rewrites: Iterable[Rewrite]) -> str:
    """Give the difference between the old text and the new one of each draft, exactly as they are."""
    return "".join(line for rewrite in rewrites for line in _file(rewrite))


def painted_for_terminal(diff: str, look: Look) -> str:
    """Give a diff to look at: what would command a terminal is made visible, and each line is coloured as the look says."""
    return "".join(f"{_painted(line, look)}\n" for line in diff.removesuffix("\n").split("\n")) if diff else ""


def _painted(line: str, look: Look) -> str:
    style = _FILE if line.startswith(("--- ", "+++ ")) else _STYLES.get(line[:1], "")
    shown = visible(line.removesuffix("\r"))
    return painted(shown, style, look) if style else shown


def _file(rewrite: Rewrite) -> Iterator[str]:
    name = rewrite.draft.name.replace("\n", "\\n")
    old, new = (_LINE.findall(data.decode("utf-8")) for data in (rewrite.before, rewrite.after))
    yield f"--- {name}\n+++ {name}\n"
    for hunk in _hunks(_changes(old, new)):
        yield from _hunk(hunk, old, new)


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[_Change]:
    """Give the runs of lines that differ, in order. Most fixes add and remove no line."""
    if len(old) != len(new):
        codes = SequenceMatcher(None, old, new).get_opcodes()
        yield from ((a, b, c, d) for tag, a, b, c, d in codes if tag != "equal")
        return
    differing = (number for number, pair in enumerate(zip(old, new, strict=True)) if pair[0] != pair[1])
    for _, run in groupby(enumerate(differing), key=lambda item: item[1] - item[0]):
        numbers = [number for _, number in run]
        first, end = numbers[0], numbers[-1] + 1
        yield first, end, first, end


def _hunks(changes: Iterable[_Change]) -> Iterator[list[_Change]]:
    """Put changes together whose surroundings meet."""
    hunk: list[_Change] = []
    for change in changes:
        if hunk and change[0] - hunk[-1][1] > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def _hunk(hunk: Sequence[_Change], old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    above = min(_CONTEXT, hunk[0][0])
    below = min(_CONTEXT, len(old) - hunk[-1][1])
    at = hunk[0][0] - above
    yield f"@@ -{_range(at, hunk[-1][1] + below)} +{_range(hunk[0][2] - above, hunk[-1][3] + below)} @@\n"
    for a, b, c, d in hunk:
        yield from (_line(" ", line) for line in old[at:a])
        yield from (_line("-", line) for line in old[a:b])
        yield from (_line("+", line) for line in new[c:d])
        at = b
    yield from (_line(" ", line) for line in old[at : at + below])


def _range(start: int, end: int) -> str:
    """Give lines `start..end` as a hunk tells them: the first, from 1, and how many; before the first, where there are none."""
    return f"{start + (end > start)},{end - start}"


def _line(sign: str, line: str) -> str:
    return sign + line if line.endswith("\n") else f"{sign}{line}\n\\ No newline at end of file\n"
