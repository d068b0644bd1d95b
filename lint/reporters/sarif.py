"""The report as SARIF 2.1.0, for code scanning. Columns, offsets and lengths are UTF-16 code units, as GitHub wants them.

Paths are URIs relative to the folder Copydesk ran in, which is called `%SRCROOT%`; nothing tells of the machine.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from lint.errors import UserError
from lint.model import Finding, Fix, Severity
from lint.report import FileReport, Report, Skipped
from lint.reporters.sarif_places import Places, location, message
from lint.reporters.sarif_rules import LEVELS, driver, families, taxonomy
from lint.reporters.view import View
from lint.reporters.wording import question, trouble

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(report: Report, view: View) -> str:
    """Give a log of one run as one line of ASCII JSON."""
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, view)]}) + "\n"


def _run(report: Report, view: View) -> dict[str, Any]:
    shown = [(file, view.look.findings(file)) for file in report.files]
    ids = {finding.rule for _, findings in shown for finding in findings}
    ids |= {skipped.path for skipped in report.skipped_rules}
    index = {rule: number for number, rule in enumerate(sorted(ids))}
    rules = view.rules() if ids else {}
    return {
        "tool": {"driver": driver(index, rules)},
        "taxonomies": [taxonomy(families(index))] if index else [],
        "columnKind": "utf16CodeUnits",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "defaultEncoding": "utf-8",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The folder that Copydesk ran in."}}},
        "invocations": [_invocation(report, index)],
        "artifacts": [_artifact(file) for file in report.files],
        "results": [
            result
            for number, (file, findings) in enumerate(shown)
            for result in _results(Places(file.source, file.path, number), findings, index)
        ],
    }


def _artifact(file: FileReport) -> dict[str, Any]:
    return {"location": location(file.path), "roles": ["analysisTarget"], "encoding": "utf-8"}


def _results(places: Places, findings: list[Finding], index: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    for finding in findings:
        yield {
            "ruleId": finding.rule,
            "ruleIndex": index[finding.rule],
            "level": LEVELS[finding.severity],
            "message": message(question(finding)),
            "locations": [{"physicalLocation": places.physical(finding.start, finding.end, around=True)}],
            "relatedLocations": _related(places, finding),
            "partialFingerprints": {"copydesk/v1": finding.fingerprint},
            "fixes": [_fix(places, fix) for fix in finding.fixes],
            "properties": {"confidence": finding.confidence, "block": finding.block, **_suggestions(finding)},
        }


def _suggestions(finding: Finding) -> dict[str, Any]:
    return {"suggestions": list(finding.suggestions)} if finding.suggestions else {}


def _related(places: Places, finding: Finding) -> list[dict[str, Any]]:
    return [
        {"id": number, "message": message(other.message), "physicalLocation": places.physical(other.start, other.end)}
        for number, other in enumerate(finding.related, 1)
    ]


def _fix(places: Places, fix: Fix) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": places.region_of(edit.start, edit.end), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    change = {"artifactLocation": places.artifact, "replacements": replacements}
    return {
        "description": message(fix.title),
        "artifactChanges": [change],
        "properties": {"safety": fix.safety},
    }


def _invocation(report: Report, index: Mapping[str, int]) -> dict[str, Any]:
    told = [_notification("error", error) for error in report.errors]
    told += [_notification(LEVELS[Severity.SUGGESTION], notice) for notice in report.notices]
    told += [_passed_over(skipped) for skipped in report.skipped]
    exit_status = {"exitCode": 2, "exitCodeDescription": "Something could not be read or is set wrongly."}
    return {
        "executionSuccessful": not report.errors,
        **(exit_status if report.errors else {}),
        "toolExecutionNotifications": told,
        "toolConfigurationNotifications": [_not_run(skipped, index) for skipped in report.skipped_rules],
    }


def _notification(level: str, problem: UserError) -> dict[str, Any]:
    told: dict[str, Any] = {"level": level, "message": message(trouble(problem))}
    if problem.place:
        physical: dict[str, Any] = {"artifactLocation": location(problem.place.path)}
        if problem.place.line:
            physical["region"] = {"startLine": problem.place.line}
        told["locations"] = [{"physicalLocation": physical}]
    return told


def _passed_over(skipped: Skipped) -> dict[str, Any]:
    place = {"physicalLocation": {"artifactLocation": location(skipped.path)}}
    return {"level": "note", "message": message(f"The file was skipped: {skipped.reason}."), "locations": [place]}


def _not_run(skipped: Skipped, index: Mapping[str, int]) -> dict[str, Any]:
    return {
        "level": "note",
        "message": message(f"The rule was not run: {skipped.reason}."),
        "associatedRule": {"id": skipped.path, "index": index[skipped.path]},
    }
