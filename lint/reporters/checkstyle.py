"""The report as Checkstyle's XML, which many CI servers and review bots read. Columns are UTF-16 code units, as Java's."""

from xml.etree.ElementTree import Element

from lint.errors import UserError
from lint.model import Severity
from lint.report import FileReport, Report
from lint.reporters.columns import Ruler, Unit
from lint.reporters.view import Look, View
from lint.reporters.wording import told, trouble
from lint.reporters.xml import document, element

_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "info"}


def render(report: Report, view: View) -> str:
    """Give a `file` element for each checked file and for each that could not be read."""
    root = element(None, "checkstyle", version="4.3")
    for file in report.files:
        _file(root, file, view.look)
    for error in report.errors:
        _problem(root, error)
    return document(root)


def _file(root: Element, file: FileReport, look: Look) -> None:
    ruler, parent = Ruler(file.source.text, Unit.UTF16), element(root, "file", name=file.path)
    for finding in look.findings(file):
        element(
            parent,
            "error",
            line=finding.start.line,
            column=ruler.column(finding.start),
            severity=_SEVERITIES[finding.severity],
            message=" ".join(told(finding)),
            source=f"copydesk.{finding.rule.replace('/', '.')}",
        )


def _problem(root: Element, error: UserError) -> None:
    parent = element(root, "file", name=error.place.path if error.place else "copydesk")
    line = error.place.line if error.place else 0
    element(parent, "error", line=line, severity="error", message=trouble(error), source="copydesk")
