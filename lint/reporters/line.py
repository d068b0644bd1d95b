"""The report one line a finding, for editors, grep and whatever reads what compilers say."""

from collections.abc import Iterator

from lint.report import Report
from lint.reporters.terminal import visible
from lint.reporters.view import View
from lint.reporters.wording import question


def render(report: Report, view: View) -> str:
    """Give `path:line:column: severity: message [rule]` for each finding, columns in code points; nothing else."""
    return "".join(f"{line}\n" for line in _lines(report, view))


def _lines(report: Report, view: View) -> Iterator[str]:
    for file in report.files:
        for finding in view.look.findings(file):
            place = f"{visible(file.path)}:{finding.start.line}:{finding.start.column}"
            yield f"{place}: {finding.severity}: {question(finding)} [{visible(finding.rule)}]"
