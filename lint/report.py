"""A report: what one run found, file by file. Reporters turn it into text."""

from collections import Counter
from dataclasses import dataclass

from lint.errors import UserError
from lint.model import Finding, Severity
from lint.source import Source


@dataclass(frozen=True, slots=True)
class FileReport:
    """One checked file: its findings, sorted by place, and how many were held back by a stet."""

    path: str
    source: Source
    findings: tuple[Finding, ...]
    stet: int = 0
    baseline: int = 0


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was not checked although nothing is wrong with it, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """One run. `errors` are what went wrong (exit status 2), `notices` what was left unread and should be known.

    `skipped_rules` names the rules that could not run, with the reason.
    """

    files: tuple[FileReport, ...]
    errors: tuple[UserError, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[UserError, ...] = ()
    skipped_rules: tuple[Skipped, ...] = ()

    def counts(self) -> Counter[Severity]:
        """Count the findings by severity."""
        return Counter(finding.severity for file in self.files for finding in file.findings)

    @property
    def words(self) -> int:
        """Number of words in the checked files."""
        return sum(file.source.words for file in self.files)
