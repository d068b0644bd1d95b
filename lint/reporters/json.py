"""The report as JSON: the contract that other programs read. `version` grows when it breaks; new keys do not break it."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from lint import __version__
from lint.errors import UserError
from lint.model import Finding, Fix, Position, Severity
from lint.report import FileReport, Report, Skipped
from lint.reporters.view import View

VERSION = 1


def render(report: Report, view: View) -> str:
    """Give the report as one line of ASCII JSON. Findings below the severity that is shown are counted, not listed."""
    shown = view.look.shown
    data = {
        "version": VERSION,
        "tool": {"name": "copydesk", "version": __version__},
        "files": [_file(file, shown) for file in report.files],
        "summary": _summary(report),
        "skipped": _skipped(report.skipped),
        "skipped_rules": _skipped(report.skipped_rules),
        "errors": _problems(report.errors),
        "notices": _problems(report.notices),
    }
    return json.dumps(data) + "\n"


def _file(file: FileReport, shown: Severity) -> dict[str, Any]:
    findings = [_finding(finding) for finding in file.findings if finding.severity.rank >= shown.rank]
    return {"path": _well_formed(file.path), "findings": findings, "fixed": dict(file.fixed)}


def _finding(finding: Finding) -> dict[str, Any]:
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


def _summary(report: Report) -> dict[str, int]:
    counts: Counter[Severity] = report.counts()
    return {
        "files": len(report.files),
        "words": report.words,
        **{severity.value: counts[severity] for severity in sorted(Severity, key=lambda s: -s.rank)},
        "stet": sum(file.stet for file in report.files),
        "baseline": sum(file.baseline for file in report.files),
        "fixed": report.fixed,
    }


def _skipped(skipped: Iterable[Skipped]) -> list[dict[str, str]]:
    return [{"name": _well_formed(each.path), "reason": each.reason} for each in skipped]


def _problems(errors: Iterable[UserError]) -> list[dict[str, Any]]:
    return [
        {
            "path": _well_formed(error.place.path) if error.place else "",
            "line": error.place.line if error.place else 0,
            "column": error.place.column if error.place else 0,
            "problem": _well_formed(error.problem),
            "remedy": error.remedy,
        }
        for error in errors
    ]


def _well_formed(text: str) -> str:
    """Replace what is left of bytes in a file name that were no UTF-8: other programs refuse half a surrogate pair."""
    return text.encode("utf-8", "replace").decode("utf-8")
