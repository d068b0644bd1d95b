"""The report for GitLab's Code Quality widget: a list of issues."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from lint.errors import UserError
from lint.model import Finding, Severity
from lint.report import Report
from lint.reporters.view import View
from lint.reporters.wellformed import slashed, well_formed
from lint.reporters.wording import told, trouble

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.SUGGESTION: "info"}


def render(report: Report, view: View) -> str:
    """Give the issues as one line of ASCII JSON; what went wrong on the way is an issue too, a blocker."""
    issues = [_problem(error) for error in report.errors]
    for file in report.files:
        issues += _issues(slashed(PurePath(file.path)), view.look.findings(file))
    return json.dumps(issues) + "\n"


def _issues(path: str, findings: list[Finding]) -> Iterator[dict[str, Any]]:
    for finding in findings:
        yield {
            "description": " ".join(told(finding)),
            "check_name": finding.rule,
            "fingerprint": _fingerprint(path, finding.fingerprint),
            "severity": _SEVERITIES[finding.severity],
            "location": {"path": path, "lines": {"begin": finding.start.line, "end": finding.end.line}},
        }


def _problem(error: UserError) -> dict[str, Any]:
    path, line = (slashed(PurePath(error.place.path)), error.place.line) if error.place else (".", 0)
    return {
        "description": trouble(error),
        "check_name": "copydesk",
        "fingerprint": _fingerprint(path, str(error)),
        "severity": "blocker",
        "location": {"path": path, "lines": {"begin": max(1, line)}},
    }


def _fingerprint(path: str, key: str) -> str:
    """Give what GitLab knows an issue by: fingerprints of findings are unique within a file, these in the report."""
    return hashlib.sha256(f"{path}\0{well_formed(key)}".encode()).hexdigest()[:32]
