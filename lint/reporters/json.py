"""The report as JSON: the contract that other programs read. `version` grows when it breaks; new keys do not break it."""

import json
from collections import Counter
from dataclasses import asdict
from typing import Any

from lint import __version__
from lint.errors import UserError
from lint.model import Finding, Fix, Position, Severity
from lint.report import FileReport, Report, Skipped
from lint.reporters.view import Look, View
from lint.reporters.wellformed import well_formed

VERSION = 1


def render(report: Report, view: View) -> str:
    """Give the report as one line of ASCII JSON. Findings below the severity that is shown are counted, not listed."""
    data = {
        "version": VERSION,
        "tool": tool(),
        "files": [_file(file, view.look) for file in report.files],
        "summary": summary(report),
        "skipped": [skip(each) for each in report.skipped],
        "skipped_rules": [skip(each) for each in report.skipped_rules],
        "errors": [problem(error) for error in report.errors],
        "notices": [problem(notice) for notice in report.notices],
    }
    return json.dumps(data) + "\n"


def tool() -> dict[str, str]:
    """Say which program of which version made the report."""
    return {"name": "copydesk", "version": __version__}


def _file(file: FileReport, look: Look) -> dict[str, Any]:
    findings = [as_data(finding) for finding in look.findings(file)]
    return {"path": well_formed(file.path), "findings": findings, "fixed": dict(file.fixed)}


def as_data(finding: Finding) -> dict[str, Any]:
    """Give a finding as the reports write it."""
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message,
        "text": finding.text,
        "block": finding.block,
        "start": position(finding.start),
        "end": position(finding.end),
        "suggestions": list(finding.suggestions),
        "fixes": [_fix(fix) for fix in finding.fixes],
        "related": [
            {"message": other.message, "start": position(other.start), "end": position(other.end)}
            for other in finding.related
        ],
        "fingerprint": finding.fingerprint,
    }


def position(place: Position) -> dict[str, int]:
    """Give a position as the reports write it."""
    return {"line": place.line, "column": place.column, "offset": place.offset}


def _fix(fix: Fix) -> dict[str, Any]:
    return {"title": fix.title, "safety": fix.safety, "edits": [asdict(edit) for edit in fix.edits]}


def summary(report: Report) -> dict[str, int]:
    """Count what was checked and found, held back or not."""
    counts: Counter[Severity] = report.counts()
    return {
        "files": len(report.files),
        "words": report.words,
        **{severity.value: counts[severity] for severity in sorted(Severity, key=lambda s: -s.rank)},
        "stet": sum(file.stet for file in report.files),
        "baseline": sum(file.baseline for file in report.files),
        "fixed": report.fixed,
    }


def skip(skipped: Skipped) -> dict[str, str]:
    """Give a file or rule that was passed over, and why, as the reports write it."""
    return {"name": well_formed(skipped.path), "reason": skipped.reason}


def problem(error: UserError) -> dict[str, Any]:
    """Give an error or notice as the reports write it; what is unknown of its place is empty or 0."""
    return {
        "path": well_formed(error.place.path) if error.place else "",
        "line": error.place.line if error.place else 0,
        "column": error.place.column if error.place else 0,
        "problem": well_formed(error.problem),
        "remedy": error.remedy,
    }
