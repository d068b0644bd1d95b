"""A report: what one run found, file by file. Reporters turn it into text."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from lint.draft import Draft
from lint.errors import UserError
from lint.model import Finding, Safety, Severity
from lint.source import Source


@dataclass(frozen=True, slots=True)
class FileReport:
    """One checked file: its findings, sorted by place, and how many were held back by a stet.

    `fixed` tells how many were fixed, by rule; the findings are then those of the text after that.
    """

    path: str
    source: Source
    findings: tuple[Finding, ...]
    stet: int = 0
    baseline: int = 0
    fixed: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was not checked although nothing is wrong with it, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What a check asked of the archive: the questions, each with the word it is about, and a digest of the answers.

    `state` names the state of the index that gave them; the same state gives the same answers.
    """

    state: str
    questions: tuple[tuple[str, str], ...]
    answers: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What checking one draft came to: plain data, which may be kept and sent to another process.

    `file` is None where it was not checked. `errors`, `skipped`, `notices` and `skipped_rules` are as in a report.
    `rewrite` is there where fixes have changed the text: it is not part of a report.
    `asked` is what it depends on beyond the draft and the settings; None: nothing.
    """

    file: FileReport | None = None
    errors: tuple[UserError, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[UserError, ...] = ()
    skipped_rules: tuple[Skipped, ...] = ()
    rewrite: "Rewrite | None" = None
    asked: Asked | None = None

    def fixable(self, safeties: Collection[Safety]) -> bool:
        """Say whether there is a fix of one of these safeties in it."""
        findings = self.file.findings if self.file else ()
        return any(fix.safety in safeties for finding in findings for fix in finding.fixes)


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A draft whose text is to be another: its bytes before and after. `unfixed` is the outcome if it stays as it was."""

    draft: Draft
    before: bytes
    after: bytes
    unfixed: Outcome


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

    @property
    def fixed(self) -> int:
        """Number of findings that were fixed."""
        return sum(number for file in self.files for _, number in file.fixed)


def collect(
    outcomes: Iterable[Outcome],
    errors: Iterable[UserError] = (),
    skipped: Iterable[Skipped] = (),
    notices: Callable[[], Iterable[UserError]] = tuple,
) -> Report:
    """Join the outcomes of a run, in their order, after what is known before; what all files share is told once.

    `notices` gives those of the run as a whole, when all is done.
    """
    done = tuple(outcomes)
    rules = {(each.path, each.reason): each for outcome in done for each in outcome.skipped_rules}
    return Report(
        tuple(outcome.file for outcome in done if outcome.file),
        _once(errors, *(outcome.errors for outcome in done)),
        (*skipped, *(each for outcome in done for each in outcome.skipped)),
        _once(*(outcome.notices for outcome in done), notices()),
        tuple(rules[key] for key in sorted(rules)),
    )


def _once(*told: Iterable[UserError]) -> tuple[UserError, ...]:
    return tuple({str(error): error for errors in told for error in errors}.values())
