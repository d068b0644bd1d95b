"""The report as annotations on GitHub: workflow commands, one a line, which show each finding at its line of the diff.

The runner takes any line that begins with `::` for a command. Here every line is one of ours, and what comes from
elsewhere is escaped so that it cannot end a line, a property or the list of properties.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from lint.errors import UserError
from lint.model import Severity
from lint.report import FileReport, Report
from lint.reporters.columns import Ruler, Unit
from lint.reporters.view import Look, View
from lint.reporters.wellformed import slashed, well_formed
from lint.reporters.wording import count, told, trouble

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}
_MOST = 10  # of each command in one step; GitHub drops what is more


def render(report: Report, view: View) -> str:
    """Give a workflow command for each error, finding and notice; the first says so where GitHub will not show all."""
    commands = [_problem("error", error) for error in report.errors]
    for file in report.files:
        commands += _annotations(file, view.look)
    commands += [_problem("notice", notice) for notice in report.notices]
    return "".join(f"{command}\n" for command in [*_warned(commands), *commands])


def _annotations(file: FileReport, look: Look) -> Iterator[str]:
    ruler, path = Ruler(file.source.text, Unit.UTF16), slashed(PurePath(file.path))
    for finding in look.findings(file):
        start, end = finding.start, finding.end
        where = {"file": path, "line": start.line, "endLine": end.line}
        if start.line == end.line:  # GitHub refuses columns of longer stretches
            where |= {"col": ruler.column(start), "endColumn": ruler.column(end)}
        yield _command(_COMMANDS[finding.severity], "\n".join(told(finding)), **where, title=finding.rule)


def _problem(name: str, problem: UserError) -> str:
    where: dict[str, object] = {}
    if problem.place:
        where = {"file": slashed(PurePath(problem.place.path))}
        where |= {key: number for key, number in _numbers(problem) if number}
    return _command(name, trouble(problem), **where, title="Copydesk")


def _numbers(problem: UserError) -> tuple[tuple[str, int], ...]:
    return (("line", problem.place.line), ("col", problem.place.column)) if problem.place else ()


def _warned(commands: list[str]) -> Iterator[str]:
    """Say that GitHub shows only the first of each kind, if there are more."""
    counts = Counter(command[2:].split(maxsplit=1)[0] for command in commands)
    if any(number > _MOST for number in counts.values()):
        told = ", ".join(count(number, name) for name, number in sorted(counts.items()))
        yield _command("notice", f"{told}; GitHub shows the first {_MOST} of each in a step.", title="Copydesk")


def _command(name: str, message: str, **properties: object) -> str:
    told = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {told}::{_data(message)}"


def _data(text: str) -> str:
    return well_formed(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
