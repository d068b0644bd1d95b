"""Outcomes as bytes and back. JSON, so that a file which somebody else has written can be wrong, but cannot do anything.

The text of the draft is left out: it is at hand whenever an outcome is read.
"""

import json
import zlib
from collections.abc import Sequence
from typing import Any

from lint.errors import Place, UserError
from lint.model import Confidence, Edit, Finding, Fix, Position, Related, Safety, Severity
from lint.report import Asked, FileReport, Outcome, Skipped
from lint.source import Source

_Row = Sequence[Any]


def encode(outcome: Outcome) -> bytes:
    """Give the bytes of an outcome that has a file."""
    file, asked = outcome.file, outcome.asked
    row = (
        [list(map(_finding, file.findings)), file.stet, file.baseline] if file else None,
        list(map(_error, outcome.errors)),
        [(each.path, each.reason) for each in outcome.skipped],
        list(map(_error, outcome.notices)),
        [(each.path, each.reason) for each in outcome.skipped_rules],
        (asked.state, asked.questions, asked.answers) if asked else None,
    )
    return zlib.compress(json.dumps(row, separators=(",", ":")).encode("ascii"), 1)


def decode(data: bytes, source: Source) -> Outcome:
    """Give the outcome for the draft with this text; raise ValueError if the bytes are not whole."""
    try:
        file, errors, skipped, notices, rules, asked = json.loads(zlib.decompress(data))
        return Outcome(
            FileReport(source.path, source, tuple(map(_to_finding, file[0])), file[1], file[2]) if file else None,
            tuple(map(_to_error, errors)),
            tuple(Skipped(*each) for each in skipped),
            tuple(map(_to_error, notices)),
            tuple(Skipped(*each) for each in rules),
            asked=Asked(asked[0], tuple((question, word) for question, word in asked[1]), asked[2]) if asked else None,
        )
    except (zlib.error, TypeError, IndexError) as error:
        raise ValueError(str(error)) from None


def _finding(finding: Finding) -> _Row:
    return (
        finding.rule,
        finding.severity,
        finding.confidence,
        finding.message,
        finding.text,
        finding.block,
        _position(finding.start),
        _position(finding.end),
        finding.suggestions,
        [(f.title, f.safety, [(edit.start, edit.end, edit.text) for edit in f.edits]) for f in finding.fixes],
        [(other.message, _position(other.start), _position(other.end)) for other in finding.related],
        finding.fingerprint,
    )


def _to_finding(row: _Row) -> Finding:
    rule, severity, confidence, message, text, block, start, end, suggestions, fixes, related, fingerprint = row
    return Finding(
        rule=rule,
        severity=Severity(severity),
        confidence=Confidence(confidence),
        message=message,
        text=text,
        block=block,
        start=Position(*start),
        end=Position(*end),
        suggestions=tuple(suggestions),
        fixes=tuple(Fix(title, Safety(safety), tuple(Edit(*edit) for edit in edits)) for title, safety, edits in fixes),
        related=tuple(Related(told, Position(*first), Position(*last)) for told, first, last in related),
        fingerprint=fingerprint,
    )


def _position(place: Position) -> _Row:
    return (place.line, place.column, place.offset)


def _error(error: UserError) -> _Row:
    place = error.place
    return (error.problem, (place.path, place.line, place.column) if place else None, error.remedy)


def _to_error(row: _Row) -> UserError:
    problem, place, remedy = row
    return UserError(problem, Place(*place) if place else None, remedy)
