"""`copydesk rules new` and `copydesk rules try`: begin a rule, try it on articles, edit, try again."""

import errno
import json
import os
from pathlib import Path

import pytest

from lint import catalog, rulestarts
from lint.cli import authoring
from lint.kinds import registry

RULE = """\
kind: phrases
summary: A pier
message: "{match}"
severity: warning
confidence: high
why: For a test.
source: Nobody
avoid: [the pier]
unless: [the pier glass]
quotes: skip
"""
ARTICLE = """\
The storm broke the pier on Monday. The pier glass was saved. “I loved the pier,” she said.

<!-- stet -->

Nobody saw the pier go.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Give a folder with a rule that lies outside of any folder of rules, and two articles."""
    (tmp_path / "pier.yaml").write_text(RULE, encoding="utf-8")
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "storm.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "old" / "calm.md").write_text("The sea was calm.\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("kind", rulestarts.KINDS)
def test_a_new_rule_of_any_kind_is_found_and_proves_its_examples(kind: str, copydesk, tmp_path: Path) -> None:
    (tmp_path / ".copydesk.yaml").write_text("", encoding="utf-8")
    begun = copydesk(f"rules new house/my-rule --kind {kind}")
    assert (begun.status, begun.stderr) == (0, "")
    assert begun.stdout.startswith("rules/house/my-rule.yaml\n")
    assert copydesk("rules test").stdout == "All good: 3 examples of 1 rule.\n"
    assert "house/my-rule" in copydesk("rules list").stdout


def test_a_rule_can_be_begun_for_each_kind_that_finds_something_in_prose() -> None:
    assert set(rulestarts.KINDS) == set(authoring._KINDS) == set(registry.KINDS) - {"stets"}


def test_where_a_new_rule_cannot_be_written_nothing_is_left_to_be_read_as_one(copydesk, tmp_path, monkeypatch) -> None:
    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    begun = copydesk("rules new house/my-rule")
    assert begun.status == 2
    assert begun.stderr.startswith("copydesk: rules/house/my-rule.yaml: Cannot be written: No space left on device.")
    assert not [path for path in (tmp_path / "rules").rglob("*") if path.is_file()]


def test_a_rule_is_proved_by_its_name_or_that_of_its_folder(copydesk, tmp_path: Path) -> None:
    (tmp_path / ".copydesk.yaml").touch()
    copydesk("rules new house/one")
    copydesk("rules new house/web/two")
    assert copydesk("rules test house/one").stdout == "All good: 3 examples of 1 rule.\n"
    assert copydesk("rules test house").stdout == "All good: 6 examples of 2 rules.\n"
    assert copydesk("rules test house/three").status == 2


def test_a_new_rule_does_not_take_the_name_of_a_folder_of_rules(copydesk, tmp_path: Path) -> None:
    (tmp_path / ".copydesk.yaml").touch()
    copydesk("rules new house/web/links")
    told = "copydesk: There is a folder of rules “house/web”. A rule needs a name of its own.\n"
    assert copydesk("rules new house/web") == (2, "", told)


def test_a_new_rule_overwrites_nothing(copydesk, tmp_path: Path) -> None:
    copydesk("rules new house/my-rule")
    file = tmp_path / "rules" / "house" / "my-rule.yaml"
    file.write_text("mine", encoding="utf-8")
    again = copydesk("rules new house/my-rule")
    assert (again.status, again.stdout) == (2, "")
    assert "rules/house/my-rule.yaml: The file is there already." in again.stderr
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_name_that_another_folder_has_taken_is_refused(copydesk, tmp_path: Path) -> None:
    (tmp_path / ".copydesk.yaml").write_text("rule_folders: [first, second]\n", encoding="utf-8")
    for folder in ("first", "second"):
        (tmp_path / folder).mkdir()
    (tmp_path / "second" / "house").mkdir()
    (tmp_path / "second" / "house" / "pier.yaml").write_text(RULE, encoding="utf-8")
    refused = copydesk("rules new house/pier")
    assert refused.status == 2
    assert "There is a rule of that name." in refused.stderr
    assert copydesk("rules new house/other").stdout.startswith("first/house/other.yaml\n")


@pytest.mark.parametrize(
    "name", ["pier", "House/Pier", "house/../pier", "/house/pier", "house/pier.yaml", "house//pier"]
)
def test_what_cannot_be_a_name_is_refused_and_nothing_is_written(name: str, copydesk, tmp_path: Path) -> None:
    refused = copydesk(f"rules new {name}")
    assert refused.status == 2
    assert f"“{name}” cannot be the name of a rule." in refused.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_check_would_not_read_is_told(copydesk, tmp_path: Path) -> None:
    assert "There is no .copydesk.yaml here yet" in copydesk("rules new house/one").stderr
    (tmp_path / ".copydesk.yaml").write_text("rule_folders: []\n", encoding="utf-8")
    assert "rule_folders: [rules]" in copydesk("rules new house/two").stderr


@pytest.mark.usefixtures("desk")
def test_a_trial_shows_each_hit_between_its_neighbours_and_what_was_held_back(copydesk) -> None:
    tried = copydesk("rules try pier.yaml old --context 20")
    assert (tried.status, tried.stderr) == (0, "")
    name, row, sums, held = tried.stdout.splitlines()
    assert name.endswith("/pier")
    assert row == "old/storm.md:1      The storm broke «the pier» on Monday. The pie…"
    assert sums == "1 hit in 1 of 2 articles (30 words), 33.33 in 1,000 words."
    assert held == "Held back: 1 by “unless”, 1 in quoted speech, 1 by a stet."


@pytest.mark.usefixtures("desk")
def test_the_same_as_json(copydesk) -> None:
    told = json.loads(copydesk("rules try pier.yaml old --format json").stdout)
    assert (told["files"], told["words"], told["held"]) == (2, 30, {"unless": 1, "quotes": 1, "stet": 1})
    assert [(hit["path"], hit["line"], hit["column"], hit["text"]) for hit in told["hits"]] == [
        ("old/storm.md", 1, 17, "the pier")
    ]


def test_an_edited_rule_is_tried_as_it_is_now(copydesk, desk: Path) -> None:
    file = desk / "pier.yaml"
    file.write_text(RULE.replace("quotes: skip", "quotes: suggestion"), encoding="utf-8")
    told = copydesk("rules try pier.yaml old").stdout
    assert "2 hits in 1 of 2 articles" in told
    assert "Only suggested in quoted speech: 1." in told


def test_the_limit_hides_hits_but_not_from_the_sums(copydesk, desk: Path) -> None:
    (desk / "old" / "more.md").write_text("We saw the pier. They saw the pier.\n", encoding="utf-8")
    told = copydesk("rules try pier.yaml old --limit 1").stdout
    assert told.count("«the pier»") == 1
    assert "2 more hits: --limit 3 shows them." in told
    assert "3 hits in 2 of 3 articles" in told


def test_hits_stand_one_below_the_other(copydesk, desk: Path) -> None:
    (desk / "old" / "a-longer-name.md").write_text(
        "Gulls: the pier.\n\nWe all went to see the pier.\n", encoding="utf-8"
    )
    rows = [row for row in copydesk("rules try pier.yaml old").stdout.splitlines() if "«" in row]
    assert len(rows) == 3
    assert len({row.index("«") for row in rows}) == 1


def test_a_rule_of_the_repository_is_tried_on_its_archive_by_name(copydesk, desk: Path) -> None:
    (desk / "rules" / "house").mkdir(parents=True)
    (desk / "pier.yaml").rename(desk / "rules" / "house" / "pier.yaml")
    (desk / ".copydesk.yaml").write_text("archive: [old]\n", encoding="utf-8")
    (desk / "draft.md").write_text("Nobody tries the pier here.\n", encoding="utf-8")
    assert "1 hit in 1 of 2 articles" in copydesk("rules try house/pier").stdout


def test_what_cannot_be_read_is_told_and_the_rest_is_tried(copydesk, desk: Path) -> None:
    (desk / "old" / "bad.md").write_bytes(b"The pier \xff")
    tried = copydesk("rules try pier.yaml old nowhere")
    assert tried.status == 2
    assert "bad.md:1:10" in tried.stderr
    assert "nowhere" in tried.stderr
    assert "1 hit in 1 of 2 articles" in tried.stdout


def test_a_rule_that_cannot_be_read_is_told(copydesk, desk: Path) -> None:
    (desk / "pier.yaml").write_text(RULE.replace("avoid", "avoids"), encoding="utf-8")
    tried = copydesk("rules try pier.yaml old")
    assert (tried.status, tried.stdout) == (2, "")
    assert "pier.yaml:8:1" in tried.stderr


def test_only_one_rule_is_tried_and_it_must_be_there(copydesk, desk: Path) -> None:
    (desk / "rules" / "house").mkdir(parents=True)
    (desk / "pier.yaml").rename(desk / "rules" / "house" / "pier.yaml")
    (desk / ".copydesk.yaml").write_text("", encoding="utf-8")
    folder, typo, nowhere = (copydesk(f"rules try {name} old") for name in ("house", "house/peer", "gone.yaml"))
    assert {folder.status, typo.status, nowhere.status} == {2}
    assert "“house” is not one rule but a folder of rules." in folder.stderr
    assert "Did you mean “house/pier”?" in typo.stderr
    assert "gone.yaml: The rule file cannot be read: No such file or directory." in nowhere.stderr


def test_no_article_that_holds_a_hit_is_passed_over() -> None:
    """What is asked before an article is read must never say no where the rule finds something."""
    rules = [rule for rule in catalog.load().rules if rule.kind in ("phrases", "tokens")]
    assert len(rules) > 100
    passed_over = [
        rule.id
        for rule in rules
        for example in rule.examples
        if example.marks and not example.known and not registry.prefilter(rule)(example.text)
    ]
    assert passed_over == []
    assert not all(registry.prefilter(rule)("Gulls.") for rule in rules)
