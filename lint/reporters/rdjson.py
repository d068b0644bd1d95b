"""The report in the Reviewdog Diagnostic Format. Its columns are UTF-8 bytes from 1, its ranges half-open."""

import json
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from lint.errors import UserError
from lint.model import Fix, Position, Severity
from lint.report import FileReport, Report
from lint.reporters.columns import Ruler, Unit
from lint.reporters.view import Look, View
from lint.reporters.wellformed import slashed
from lint.reporters.wording import told, trouble
from lint.source import Source

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.SUGGESTION: "INFO"}


def render(report: Report, view: View) -> str:
    """Give a `DiagnosticResult` as one line of ASCII JSON; what went wrong on the way is a diagnostic too."""
    diagnostics = [_problem(error) for error in report.errors]
    for file in report.files:
        diagnostics += _diagnostics(file, view.look)
    return json.dumps({"source": {"name": "copydesk"}, "diagnostics": diagnostics}) + "\n"


def _diagnostics(file: FileReport, look: Look) -> Iterator[dict[str, Any]]:
    ruler, path = Ruler(file.source.text, Unit.UTF8), slashed(PurePath(file.path))
    for finding in look.findings(file):
        yield {
            "message": "\n".join(told(finding)),
            "location": {"path": path, "range": _range(ruler, finding.start, finding.end)},
            "severity": _SEVERITIES[finding.severity],
            "code": {"value": finding.rule},
            "suggestions": [_suggestion(file.source, ruler, fix) for fix in finding.fixes],
        }


def _range(ruler: Ruler, start: Position, end: Position) -> dict[str, Any]:
    return {
        name: {"line": place.line, "column": ruler.column(place)} for name, place in (("start", start), ("end", end))
    }


def _suggestion(source: Source, ruler: Ruler, fix: Fix) -> dict[str, Any]:
    """Give a fix as one replacement, from its first edit to its last: several suggestions would be alternatives."""
    edits = sorted(fix.edits, key=lambda edit: edit.start)
    start, at, text = edits[0].start, edits[0].start, ""
    for edit in edits:
        text += source.text[at : edit.start] + edit.text
        at = edit.end
    return {"range": _range(ruler, source.position(start), source.position(at)), "text": text}


def _problem(error: UserError) -> dict[str, Any]:
    location: dict[str, Any] = {"path": slashed(PurePath(error.place.path)) if error.place else "."}
    if error.place and error.place.line:
        location["range"] = {"start": {"line": error.place.line}}
    return {
        "message": trouble(error),
        "location": location,
        "severity": "ERROR",
        "code": {"value": "copydesk"},
    }
