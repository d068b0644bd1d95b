"""What an entry of the baseline shows of its finding, to people who read the file."""

from lint.baseline.model import Entry
from lint.model import Finding
from lint.report import FileReport

_CONTEXT, _LONGEST = 30, 60
"""Code points that are shown either side of a finding, and of the finding itself."""


def entry(file: FileReport, finding: Finding) -> Entry:
    """Make an entry: the finding in brackets among the words around it, in one line."""
    text, start, end = file.source.text, finding.start.offset, finding.end.offset
    before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    found = text[start:end] if end - start <= _LONGEST else f"{text[start : start + _LONGEST - 1]}…"
    before = before if start <= _CONTEXT else before.partition(" ")[2] or before
    after = after if end + _CONTEXT >= len(text) else after.rpartition(" ")[0] or after
    shown = " ".join(f"{before}[{found}]{after}".split())
    return Entry(finding.rule, "".join(c if c.isprintable() else "\ufffd" for c in shown), finding.fingerprint)
