"""Every format, held against a file: a change of a report is seen here. COPYDESK_WRITE_GOLDEN=1 writes the files."""

import json
import os
from pathlib import Path

import pytest
import sample

from lint.model import Severity
from lint.reporters.registry import FORMATS, render

GOLDEN = Path(__file__).parent / "golden"
JSON = {"json", "sarif", "gitlab", "rdjson"}
MADE = [form for form in FORMATS if form != "html"]  # the proof is held against files of its own


def readable(form: str, text: str) -> str:
    """Break JSON, which is one line of ASCII, into lines that can be compared."""
    if form not in JSON:
        return text
    assert text.isascii()
    assert text.count("\n") == 1
    return json.dumps(json.loads(text), indent=1, ensure_ascii=False) + "\n"


def compare(name: str, told: str) -> None:
    file = GOLDEN / name
    if os.environ.get("COPYDESK_WRITE_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(told, encoding="utf-8", newline="")
    held = file.read_bytes().decode("utf-8") if file.exists() else ""
    assert told == held, f"{name} is not what comes out now. If that is right, write it anew and read the diff."


@pytest.mark.parametrize("form", MADE)
def test_a_report_with_everything_in_it_is_told_as_before(form: str) -> None:
    compare(f"report.{form}", readable(form, render(form, sample.report(), sample.view())))


@pytest.mark.parametrize("form", MADE)
def test_an_empty_report_is_told_as_before(form: str) -> None:
    compare(f"empty.{form}", readable(form, render(form, sample.Report(()), sample.view())))


@pytest.mark.parametrize("form", sorted(set(MADE) - {"json", "jsonl", "text"}))
def test_suggestions_are_held_back_until_they_are_asked_for(form: str) -> None:
    source = sample.Source("a.md", "We utilise it.")
    found = sample.finding(source, "utilise", "house/utilise", Severity.SUGGESTION)
    report = sample.Report((sample.FileReport("a.md", source, (found,)),))
    assert "what you want" not in render(form, report, sample.view(Severity.WARNING))
    assert "what you want" in render(form, report, sample.view(Severity.SUGGESTION))


def test_every_golden_file_belongs_to_a_format() -> None:
    assert {file.name for file in GOLDEN.iterdir()} == {
        f"{kind}.{form}" for form in MADE for kind in ("report", "empty")
    }


def test_the_page_about_reports_tells_of_every_format_and_suffix() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reports.md").read_text(encoding="utf-8")
    told = {line.split("|")[1].strip(): line for line in page.splitlines() if line.startswith("| `")}
    for form, each in FORMATS.items():
        assert all(f"`{suffix}`" in told[f"`{form}`"] for suffix in each.suffixes)
