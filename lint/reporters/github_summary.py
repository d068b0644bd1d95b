"""The report as Markdown for the summary of a job on GitHub, or wherever a page of Markdown is read.

Nothing from an article, a rule or a file name can make markup: what Markdown or GitHub would read as such is escaped,
and no line begins with it.
"""

import re
from collections.abc import Iterable, Iterator

from lint.errors import UserError
from lint.model import Finding, Severity
from lint.report import Report
from lint.reporters.terminal import visible
from lint.reporters.view import Look, View
from lint.reporters.wording import count, told

_MOST_BYTES = 900_000  # GitHub refuses a summary above 1 MiB
_ESCAPED = str.maketrans(
    {
        **{char: f"&#{ord(char)};" for char in "\\`|$<>&"},
        **{char: f"\\{char}" for char in "*_[]~"},
        **{char: f"{char}<!-- -->" for char in "@#"},  # or GitHub calls people and points to issues
    }
)
_LINK = re.compile(r"(?i)(?<=www)\.|:(?=//)")


def render(report: Report, view: View) -> str:
    """Give a heading, the counts, what went wrong, and a table of findings for each file that has some."""
    lines = ["## Copydesk", "", _verdict(report, view.look), ""]
    lines += _problems("What went wrong", report.errors)
    lines += _problems("Good to know", report.notices)
    rows, left = _within(_MOST_BYTES, _tables(report, view.look))
    more = [f"{count(left, 'finding')} more would not fit here."] if left else []
    return "\n".join([*lines, *rows, *more]).rstrip() + "\n"


def escaped(text: str) -> str:
    """Give a text in one line that Markdown, as GitHub reads it, shows as it is."""
    return _LINK.sub(lambda match: f"&#{ord(match[0])};", visible(text).translate(_ESCAPED))


def _verdict(report: Report, look: Look) -> str:
    if not report.files:
        return "Nothing was checked."
    counts = report.counts()
    found = [
        count(counts[each], each.value) for each in reversed(Severity) if counts[each] and each.rank >= look.shown.rank
    ]
    hidden = sum(number for each, number in counts.items() if each.rank < look.shown.rank)
    told = f"**{', '.join(found) or 'Nothing to query'}** in {count(len(report.files), 'article')}"
    held = f" {count(hidden, 'suggestion')} held back." if hidden else ""
    return f"{told} ({count(report.words, 'word')}).{held}"


def _problems(title: str, problems: Iterable[UserError]) -> Iterator[str]:
    lines = [f"- Copydesk: {escaped(str(problem))}" for problem in problems]
    if lines:
        yield from [f"### {title}", "", *lines, ""]


def _tables(report: Report, look: Look) -> Iterator[tuple[str, bool]]:
    """Give the lines of all tables, and of each whether it is a finding."""
    for file in report.files:
        if findings := look.findings(file):
            head = [f"### File {escaped(file.path)}", "", "| Line | Severity | Query | Rule |", "|---:|---|---|---|"]
            yield from ((line, False) for line in head)
            yield from ((_row(finding), True) for finding in findings)
            yield "", False


def _row(finding: Finding) -> str:
    query = "<br>".join(map(escaped, told(finding)))
    return f"| {finding.start.line} | {finding.severity} | {query} | {escaped(finding.rule)} |"


def _within(limit: int, lines: Iterable[tuple[str, bool]]) -> tuple[list[str], int]:
    """Give the first lines, as many as fit into a number of bytes, and the number of findings among the others."""
    kept: list[str] = []
    left = 0
    for line, is_finding in lines:
        limit -= len(line.encode("utf-8", "replace")) + 1
        if limit >= 0:
            kept.append(line)
        elif is_finding:
            left += 1
    return kept, left
