"""The formats of a report, by name. Each reporter is a function from a report to text, imported when it is asked for."""

from collections.abc import Mapping
from importlib import import_module

from lint.report import Report
from lint.reporters.view import View

FORMATS: Mapping[str, str] = {
    "text": "lint.reporters.text",
    "json": "lint.reporters.json",
    "html": "lint.reporters.proof",
}
"""The module of each format; its `render` takes a report and a view, and gives text that ends with a line end."""


def render(form: str, report: Report, view: View) -> str:
    """Give the report in one of the `FORMATS`."""
    text = import_module(FORMATS[form]).render(report, view)
    assert isinstance(text, str)  # noqa: S101 - the contract of reporters
    return text
