"""The formats of a report, by name. Each reporter is a function from a report to text, imported when it is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

from lint.report import Report
from lint.reporters.view import View


@dataclass(frozen=True, slots=True)
class Format:
    """The module of a format, and the suffixes of the files it is written to if nobody says otherwise.

    The module's `render` takes a report and a view, and gives text that ends with a line end.
    """

    module: str
    suffixes: tuple[str, ...] = ()


FORMATS: Mapping[str, Format] = {
    "text": Format("lint.reporters.text", (".txt",)),
    "line": Format("lint.reporters.line"),
    "json": Format("lint.reporters.json", (".json",)),
    "jsonl": Format("lint.reporters.jsonl", (".jsonl",)),
    "sarif": Format("lint.reporters.sarif", (".sarif", ".sarif.json")),
    "github": Format("lint.reporters.github"),
    "github-summary": Format("lint.reporters.github_summary", (".md",)),
    "gitlab": Format("lint.reporters.gitlab"),
    "junit": Format("lint.reporters.junit", (".xml",)),
    "checkstyle": Format("lint.reporters.checkstyle"),
    "rdjson": Format("lint.reporters.rdjson"),
    "html": Format("lint.reporters.proof", (".html",)),
}


def render(form: str, report: Report, view: View) -> str:
    """Give the report in one of the `FORMATS`."""
    text = import_module(FORMATS[form].module).render(report, view)
    assert isinstance(text, str)  # noqa: S101 - the contract of reporters
    return text


def by_suffix(name: str) -> str | None:
    """Give the format that is written to a file of this name, by the longest suffix that fits; None if none does."""
    fitting = [
        (len(suffix), form) for form, each in FORMATS.items() for suffix in each.suffixes if name.endswith(suffix)
    ]
    return max(fitting)[1] if fitting else None
