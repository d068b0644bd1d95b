"""From all findings to those on new lines."""

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import replace

from lint.changes.diff import Lines
from lint.model import Coverage, Finding, Position
from lint.report import FileReport, Report


def narrow(report: Report, lines: Mapping[str, Lines]) -> Report:
    """Keep the findings that touch a new line, or point to one: what they say of old words is new, too.

    `lines` are the new ones of each file by its path; a file without an entry is new throughout.
    """
    return replace(report, files=tuple(_narrowed(file, lines.get(file.path)) for file in report.files))


def _narrowed(file: FileReport, lines: Lines | None) -> FileReport:
    if lines is None or not file.findings:
        return file
    new = Coverage((first, last + 1) for first, last in lines)
    # Git's lines end with `\n` alone, those of a position with `\r` too.
    ends = [match.start() for match in re.finditer("\n", file.source.text)]

    def is_new(start: Position, end: Position) -> bool:
        last = max(start.offset, end.offset - 1)
        return new.meets(bisect_left(ends, start.offset) + 1, bisect_left(ends, last) + 2)

    def counts(finding: Finding) -> bool:
        return is_new(finding.start, finding.end) or any(is_new(each.start, each.end) for each in finding.related)

    return replace(file, findings=tuple(filter(counts, file.findings)))
