"""`copydesk check --format html`: the proof shows articles the way the check has read them."""

from pathlib import Path

import pytest

from lint.cli import boundary
from tests.proof.conftest import Page, said


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Check files in `tmp_path` for doubled words, and give the proof."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))

    def run(files: dict[str, str], *arguments: str) -> Page:
        for name, text in files.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        names = [name for name in files if not name.startswith(".")]
        boundary.run(["check", "--format", "html", "--select", "typos/doubled-word", *arguments, *names])
        told = capsys.readouterr()
        assert told.err == ""
        return Page(told.out)

    return run


def test_a_finding_comes_with_its_change_its_rule_and_the_reason_of_the_rule(check) -> None:
    page = check({"fair.md": "# The fair\n\nWe saw the the fair.\n"})
    assert [said(mark) for mark in page.marks()] == ["the the"]
    assert page.texts("ins") == ["the"]
    (rule,) = page.texts("details", "rule")
    assert rule.startswith("typos/doubled-word")
    assert len(rule) > 60


def test_what_the_configuration_takes_for_prose_is_shown_as_prose(check) -> None:
    article = "---\ntitle: The fair\nteaser: Come to the the fair\n---\n\nAll is well.\n"
    config = "markup:\n  prose_fields:\n    teaser: deck\n"
    page = check({".copydesk.yaml": config, "fair.md": article})
    (deck,) = page.find("div", "deck")
    assert [said(mark) for mark in deck.iter("mark")] == ["the the"]


def test_a_file_that_was_read_in_another_format_is_shown_in_it(check) -> None:
    page = check({"fair.txt": "# The fair\n\nWe saw the *the* fair.\n"}, "--format-as", "markdown")
    assert page.texts("h3") == ["The fair"]
    assert [said(mark) for mark in page.marks()] == ["the the"]


def test_of_several_articles_those_without_findings_are_listed_only(check) -> None:
    page = check({"calm.md": "All is well.\n", "fair.md": "We saw the the fair.\n"})
    assert [said(each) for each in page.find("h2", "path")] == ["fair.md"]
    assert [said(row)[:7] for row in page.find("tr")[-2:]] == ["calm.md", "fair.md"]
