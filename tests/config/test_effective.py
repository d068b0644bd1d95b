"""`copydesk config`: what holds for a path and who says so, as a user sees it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

OWN = """\
extends: house/base.yaml
words: [Techfest]
language: {spelling: british}
rules:
  names/mixed-hyphens: error
  typos/double-space: off
paths:
  "opinion/**":
    ignore: [claims]
    because: Columns argue in their own voice.
  "letters/**":
    rules: {claims/vague-source: {window: 0}, names/mixed-hyphens: suggestion}
"""
BASE = "packs: style\nwords: [spreadable]\nlanguage: {spelling: american}\nrules: {claims/vague-source: {window: 5}}\n"


@pytest.fixture
def copydesk(run):
    """Run a command line in a repository with a configuration that extends another one."""
    for folder in (".git", "house", "opinion"):
        Path(folder).mkdir()
    Path(".copydesk.yaml").write_text(OWN, encoding="utf-8")
    Path("house/base.yaml").write_text(BASE, encoding="utf-8")

    return run


@pytest.fixture
def holding(copydesk) -> Callable[[str], dict[str, Any]]:
    """Give a function from a path to what holds for it, as data."""

    def show(path: str) -> dict[str, Any]:
        status, stdout, stderr = copydesk(f"config show {path} --format json")
        assert (status, stderr) == (0, "")
        return json.loads(stdout)

    return show


def rule(found: dict[str, Any], name: str) -> dict[str, Any]:
    (one,) = [each for each in found["rules"] if each["rule"] == name]
    return one


def said(source: Any) -> str:
    return f"{source['path']}:{source['line']}" if isinstance(source, dict) else str(source)


def values(found: dict[str, Any], key: str) -> list[tuple[str, str]]:
    return [(each["value"], said(each["source"])) for each in found["values"] if each["key"] == key]


def test_every_value_comes_with_the_place_where_it_is_said(holding) -> None:
    found = holding("news/ferry.md")
    assert values(found, "words") == [("spreadable", "house/base.yaml:2"), ("Techfest", ".copydesk.yaml:2")]
    assert values(found, "language.spelling") == [("british", ".copydesk.yaml:3")]
    assert values(found, "language.pipeline") == [("en_copydesk", "None")]
    assert found["files"] == ["house/base.yaml", ".copydesk.yaml"]


def test_rules_tell_who_changed_them(holding) -> None:
    found = holding("news/ferry.md")
    hyphens = rule(found, "names/mixed-hyphens")
    assert (hyphens["severity"], said(hyphens["sources"]["severity"])) == ("error", ".copydesk.yaml:5")
    spaces = rule(found, "typos/double-space")
    assert (spaces["on"], said(spaces["sources"]["on"])) == (False, ".copydesk.yaml:6")
    vague = rule(found, "claims/vague-source")
    assert (vague["options"]["window"], said(vague["sources"]["window"])) == (5, "house/base.yaml:4")
    assert rule(found, "style/news/adviser")["sources"] == {"on": "pack style"}
    assert rule(found, "style/national-spelling")["sources"] == {"spelling": "language.spelling"}
    assert rule(found, "typos/unknown-word")["options"]["words"] == ["spreadable", "Techfest"]
    assert rule(found, "typos/doubled-word")["sources"] == {}


def test_a_section_weighs_more_and_says_why(holding) -> None:
    opinion, letters = holding("opinion/column.md"), holding("letters/monday.md")
    (section,) = opinion["sections"]
    assert (section["paths"], section["because"]) == ("opinion/**", "Columns argue in their own voice.")
    vague = rule(opinion, "claims/vague-source")
    assert (vague["on"], said(vague["sources"]["on"])) == (False, ".copydesk.yaml:8")
    assert rule(letters, "claims/vague-source")["options"]["window"] == 0
    assert said(rule(letters, "names/mixed-hyphens")["sources"]["severity"]) == ".copydesk.yaml:12"


def test_a_folder_shows_what_holds_for_all_in_it(holding) -> None:
    assert rule(holding("opinion"), "claims/vague-source")["on"] is False
    assert rule(holding("."), "claims/vague-source")["on"] is True


def test_only_the_rules_that_are_asked_for_are_shown(copydesk) -> None:
    shown = json.loads(copydesk("config show a.md --select names/mixed-hyphens,style --format json")[1])["rules"]
    assert {each["rule"].split("/")[0] for each in shown} == {"names", "style"}
    assert "Did you mean “style”?" in copydesk("config show a.md --select styel")[2]


def test_what_is_excluded_says_so(copydesk) -> None:
    Path(".copydesk.yaml").write_text("exclude: old/\n", encoding="utf-8")
    assert copydesk("config show old/a.md")[1].startswith("old/a.md (left out when folders are walked)\n")


def test_the_usual_folder_of_rules_is_shown_where_there_is_one(holding) -> None:
    assert values(holding("a.md"), "rule_folders") == [("", "None")]
    Path("rules").mkdir()
    assert values(holding("a.md"), "rule_folders") == [("rules/", "None")]


def test_people_get_a_table(copydesk) -> None:
    status, stdout, stderr = copydesk("config show opinion/column.md")
    rows = [line.split() for line in stdout.splitlines()]
    assert (status, stderr) == (0, "")
    assert ["packs", "style", "house/base.yaml:1:8"] in rows
    assert ["claims/vague-source", "off", ".copydesk.yaml:8:3"] in rows
    assert "typos/doubled-word" not in stdout  # it is as it comes
    assert "  typos/doubled-word " in copydesk("config show opinion/column.md --all")[1]
    assert max(len(line) for line in stdout.splitlines()) < 140


def test_without_a_configuration_all_is_default(copydesk) -> None:
    Path(".copydesk.yaml").unlink()
    status, stdout, _ = copydesk("config show a.md --format json")
    found = json.loads(stdout)
    assert status == 0
    assert {each["source"] for each in found["values"]} == {None}
    assert {str(each["sources"]) for each in found["rules"]} == {"{}"}


def test_mistakes_are_told_instead(copydesk) -> None:
    Path("house/base.yaml").write_text("rules: {typos/duobled-word: off}\n", encoding="utf-8")
    status, stdout, stderr = copydesk("config show")
    assert (status, stdout) == (2, "")
    assert "house/base.yaml:1:9: There is no rule or pack “typos/duobled-word”." in stderr


def test_the_schema_knows_the_rules_of_the_repository(copydesk) -> None:
    Path("rules/house").mkdir(parents=True)
    Path("rules/house/utilise.yaml").write_text(
        "kind: phrases\nsummary: A long word\nmessage: Long.\nseverity: warning\nconfidence: high\nwhy: Long.\n"
        "source: Us\navoid: [utilise]\nexamples: [bad: They <<utilise>> it., ok: They use it., ok: It is of use.]\n",
        encoding="utf-8",
    )
    status, stdout, _ = copydesk("config schema")
    validator = Draft202012Validator(json.loads(stdout))
    assert status == 0
    assert validator.is_valid({"rules": {"house/utilise": "off"}})
    assert not validator.is_valid({"rules": {"house/utilize": "off"}})
