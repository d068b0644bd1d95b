"""How a report is looked at: what a reporter may ask beside the report itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lint.model import Finding, Severity
from lint.report import FileReport

if TYPE_CHECKING:
    from lint.document import Document
    from lint.rule import Rule
    from lint.source import Source


@dataclass(frozen=True, slots=True)
class Look:
    """How a report is to look. `width` in cells; findings below the severity `shown` are held back."""

    width: int = 80
    color: bool = False
    shown: Severity = Severity.WARNING
    summary: bool = True

    @property
    def label(self) -> int:
        """Cells that the severity takes, with the space after it."""
        return 2 + max(len(severity) for severity in Severity if severity.rank >= self.shown.rank)

    def findings(self, file: FileReport) -> list[Finding]:
        """Give the findings of a file that are shown, in their order."""
        return [finding for finding in file.findings if finding.severity.rank >= self.shown.rank]


def _as_named(source: "Source") -> "Document":
    from lint import formats

    return formats.read(source)


@dataclass(frozen=True, slots=True)
class View:
    """A look; all rules by id, which are read when they are asked for; and how a source becomes a document again."""

    look: Look
    rules: "Callable[[], Mapping[str, Rule]]" = dict
    read: "Callable[[Source], Document]" = _as_named
