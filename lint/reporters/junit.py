"""The report as JUnit's XML: a suite for each file, a failed case for each finding, a passed one where there is none."""

from collections import Counter
from xml.etree.ElementTree import Element

from lint.errors import UserError
from lint.model import Finding
from lint.report import FileReport, Report, Skipped
from lint.reporters.view import Look, View
from lint.reporters.wording import count, question, told
from lint.reporters.xml import document, element

_OUTCOMES = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def render(report: Report, view: View) -> str:
    """Give the suites; what went wrong on the way is a case with an error, a file passed over a skipped one."""
    root = element(None, "testsuites", name="copydesk")
    for file in report.files:
        _file(root, file, view.look)
    for skipped in report.skipped:
        _skipped(root, skipped)
    for error in report.errors:
        _problem(root, error)
    for suite in root:
        _count(suite, [suite])
    _count(root, list(root))
    return document(root)


def _file(root: Element, file: FileReport, look: Look) -> None:
    suite = element(root, "testsuite", name=file.path)
    findings = look.findings(file)
    for finding in findings:
        _case(suite, file.path, finding)
    if not findings:
        element(suite, "testcase", classname=file.path, name=count(file.source.words, "word"), file=file.path, time="0")


def _case(suite: Element, path: str, finding: Finding) -> None:
    line, column = finding.start.line, finding.start.column
    name = f"{finding.rule} {line}:{column}"
    case = element(suite, "testcase", classname=path, name=name, file=path, line=line, time="0")
    text = "\n".join([f"{path}:{line}:{column}", *told(finding)])
    element(case, "failure", text, type=finding.severity.value, message=question(finding))


def _skipped(root: Element, skipped: Skipped) -> None:
    suite = element(root, "testsuite", name=skipped.path)
    case = element(suite, "testcase", classname=skipped.path, name="skipped", file=skipped.path, time="0")
    element(case, "skipped", message=skipped.reason)


def _problem(root: Element, error: UserError) -> None:
    path = error.place.path if error.place else "copydesk"
    suite = element(root, "testsuite", name=path)
    line = error.place.line or None if error.place else None
    case = element(suite, "testcase", classname=path, name="copydesk", file=path, line=line, time="0")
    element(case, "error", str(error), type="error", message=error.problem)


def _count(parent: Element, suites: list[Element]) -> None:
    """Write into an element how many cases there are in the suites, and what came of them."""
    cases = [case for suite in suites for case in suite]
    found = Counter(outcome.tag for case in cases for outcome in case)
    parent.set("tests", str(len(cases)))
    for name, tag in _OUTCOMES.items():
        parent.set(name, str(found[tag]))
