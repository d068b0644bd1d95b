import json
from dataclasses import replace

from lint.errors import Place, UserError
from lint.model import Edit, Fix, Safety, Severity
from lint.report import FileReport, Report, Skipped
from lint.reporters.json import render
from lint.reporters.view import Look, View
from lint.source import Source


def data(report: Report, shown: Severity = Severity.WARNING):
    return json.loads(render(report, View(Look(shown=shown))))


def test_a_finding_is_told_as_the_contract_says(report, related) -> None:
    text = "# Fair\r\n\r\nWe saw the the fair."
    fix = Fix("Remove one", Safety.SAFE, (Edit(17, 24, "the"),))
    found = report(text, "the the", suggestions=("the",), fixes=(fix,), related=(related(text, "Fair", "see here"),))
    assert data(found) == {
        "version": 1,
        "tool": {"name": "copydesk", "version": "0.1.0"},
        "files": [
            {
                "path": "drafts/fair.md",
                "findings": [
                    {
                        "rule": "typos/doubled-word",
                        "severity": "error",
                        "confidence": "high",
                        "message": "The word stands here twice.",
                        "text": "the the",
                        "block": "paragraph",
                        "start": {"line": 3, "column": 8, "offset": 17},
                        "end": {"line": 3, "column": 15, "offset": 24},
                        "suggestions": ["the"],
                        "fixes": [
                            {
                                "title": "Remove one",
                                "safety": "safe",
                                "edits": [{"start": 17, "end": 24, "text": "the"}],
                            }
                        ],
                        "related": [
                            {
                                "message": "see here",
                                "start": {"line": 1, "column": 3, "offset": 2},
                                "end": {"line": 1, "column": 7, "offset": 6},
                            }
                        ],
                        "fingerprint": "0123456789abcdef",
                    }
                ],
                "fixed": {},
            }
        ],
        "summary": {
            "files": 1,
            "words": 7,
            "error": 1,
            "warning": 0,
            "suggestion": 0,
            "stet": 0,
            "baseline": 0,
            "fixed": 0,
        },
        "skipped": [],
        "skipped_rules": [],
        "errors": [],
        "notices": [],
    }


def test_every_checked_file_has_an_entry() -> None:
    files = tuple(FileReport(path, Source(path, ""), (), stet=2, baseline=1) for path in ("a.md", "b.md"))
    told = data(Report(files))
    assert told["files"] == [{"path": path, "findings": [], "fixed": {}} for path in ("a.md", "b.md")]
    assert (told["summary"]["stet"], told["summary"]["baseline"]) == (4, 2)


def test_what_was_fixed_is_counted_by_rule_and_in_all() -> None:
    file = FileReport("a.md", Source("a.md", ""), (), fixed=(("typos/a-an", 2), ("typos/could-of", 1)))
    told = data(Report((file,)))
    assert told["files"][0]["fixed"] == {"typos/a-an": 2, "typos/could-of": 1}
    assert told["summary"]["fixed"] == 3


def test_suggestions_below_the_shown_level_are_only_counted(report) -> None:
    found = report("We saw it.", "saw", severity=Severity.SUGGESTION)
    assert data(found)["files"][0]["findings"] == []
    assert data(found)["summary"]["suggestion"] == 1
    assert len(data(found, Severity.SUGGESTION)["files"][0]["findings"]) == 1


def test_problems_and_skipped_files_are_told(report) -> None:
    told = data(
        replace(
            report("Fine."),
            errors=(UserError("Gone.", Place("b.md", 2, 3), "Look again."), UserError("Odd.")),
            skipped=(Skipped("c.md", "not a text"),),
        )
    )
    assert told["errors"] == [
        {"path": "b.md", "line": 2, "column": 3, "problem": "Gone.", "remedy": "Look again."},
        {"path": "", "line": 0, "column": 0, "problem": "Odd.", "remedy": ""},
    ]
    assert told["skipped"] == [{"name": "c.md", "reason": "not a text"}]


def test_the_output_is_one_line_of_ascii_whatever_the_article_holds(report) -> None:
    text = render(report("Caf\u0301e \x9b31m \u202e東京\n", "\x9b31m \u202e東京", path="x\udcff.md"), View(Look()))
    assert text.isascii()
    assert text.removesuffix("\n").isprintable()
    assert json.loads(text)["files"][0]["path"] == "x?.md"
