"""The report as JSON Lines, for streams: what each line is stands in its `type`, and the last line is the summary.

A report that does not end with a summary was cut off. Findings are as in the JSON report, with the path of their file.
"""

import json
from collections.abc import Iterator
from typing import Any

from lint.report import FileReport, Report
from lint.reporters.json import VERSION, as_data, problem, skip, summary, tool
from lint.reporters.view import Look, View
from lint.reporters.wellformed import well_formed


def render(report: Report, view: View) -> str:
    """Give one line of ASCII JSON for the run, each file, each finding, each problem, and the summary."""
    return "".join(f"{json.dumps(line)}\n" for line in _lines(report, view.look))


def _lines(report: Report, look: Look) -> Iterator[dict[str, Any]]:
    yield {"type": "run", "version": VERSION, "tool": tool()}
    for file in report.files:
        yield from _file(file, look)
    yield from ({"type": "skipped", **skip(each)} for each in report.skipped)
    yield from ({"type": "skipped_rule", **skip(each)} for each in report.skipped_rules)
    yield from ({"type": "error", **problem(error)} for error in report.errors)
    yield from ({"type": "notice", **problem(notice)} for notice in report.notices)
    yield {"type": "summary", **summary(report)}


def _file(file: FileReport, look: Look) -> Iterator[dict[str, Any]]:
    path = well_formed(file.path)
    findings = look.findings(file)
    yield {"type": "file", "path": path, "words": file.source.words, "findings": len(findings)}
    yield from ({"type": "finding", "path": path, **as_data(finding)} for finding in findings)
