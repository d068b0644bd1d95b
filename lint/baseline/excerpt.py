"""What the baseline keeps of a finding, for people who read the file, and to know it again when its neighbours changed."""

import re

from lint.baseline.model import Entry
from lint.model import Finding
from lint.report import FileReport

_CONTEXT, _LONGEST = 30, 60
"""Code points that are shown either side of a finding, and of the finding itself."""
_WORD = re.compile(r"\w+")
_NEIGHBOURS = 2
"""Words on one side that have to be the same for a finding to be the same although the other side was edited."""


def entry(file: FileReport, finding: Finding) -> Entry:
    """Make the entry for a finding; its context has the finding in brackets."""
    text, start, end = file.source.text, finding.start.offset, finding.end.offset
    before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    before = before if start <= _CONTEXT else before.partition(" ")[2] or before
    after = after if end + _CONTEXT >= len(text) else after.rpartition(" ")[0] or after
    found = _clipped(finding.text)
    return Entry(finding.rule, _in_one_line(found), _in_one_line(f"{before}[{found}]{after}"), finding.fingerprint)


def sides(entry: Entry) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give what two entries share if they are for the same finding: its words and those before it, or those after it."""
    before, _, after = entry.context.partition(f"[{entry.text}]")
    what = entry.rule, entry.text
    return (*what, "before", *_WORD.findall(before)[-_NEIGHBOURS:]), (
        *what,
        "after",
        *_WORD.findall(after)[:_NEIGHBOURS],
    )


def _clipped(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _in_one_line(text: str) -> str:
    return "".join(char if char.isprintable() else "\ufffd" for char in " ".join(text.split()))
