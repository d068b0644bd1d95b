"""With an archive: a draft is checked again if the archive answers its questions otherwise than before, and not else."""

import os
from pathlib import Path

import pytest
from store_support import anew, check

from lint.archive import recording

PUBLISHED = "The council heard Karin Belmonte on Monday. Ms Belmonte spoke of the harbour.\n"


@pytest.fixture
def publish(write):
    """Write an article of the archive; an index does not trust the time of what has only just been written."""

    def run(name: str, text: str) -> None:
        path = write(f"content/{name}", text)
        os.utime(path, ns=(10**18, 10**18 + len(text)))
        os.utime(path.parent, ns=(10**18, 10**18 + sum(len(each.name) for each in path.parent.iterdir())))

    return run


@pytest.fixture
def desk(write, publish) -> None:
    write(".copydesk.yaml", "archive: [content]\n")
    for number in range(4):
        publish(f"{number}.md", PUBLISHED)
    write("drafts/belmont.md", "The council heard Karin Belmonde on Monday.\n")
    write("drafts/harbour.md", "The harbour of Vardo is open. Anna Sunde said so.\n")


@pytest.mark.usefixtures("desk")
def test_drafts_are_known_while_the_archive_stays_as_it_is(monkeypatch) -> None:
    first = check("drafts")
    assert first.checked == 2
    assert [each.report.files[0].path for each in (first,)] == ["drafts/belmont.md"]
    monkeypatch.setattr(recording, "answers", lambda *_: pytest.fail("nothing need be asked"))
    second = check("drafts")
    assert (second.known, second.checked) == (2, 0)
    assert (first.json, first.text) == (second.json, second.text) == anew("drafts")


@pytest.mark.usefixtures("desk")
def test_a_draft_is_checked_again_when_the_archive_answers_otherwise(publish) -> None:
    before = check("drafts")
    assert "Belmonte" in before.json
    for number in range(4, 9):
        publish(f"{number}.md", PUBLISHED.replace("Belmonte", "Belmonde"))
    after = check("drafts")
    assert (after.known, after.checked) == (1, 1)
    assert (after.json, after.text) == anew("drafts")
    assert after.json != before.json


@pytest.mark.usefixtures("desk")
def test_an_article_that_answers_no_question_makes_no_work(publish) -> None:
    check("drafts")
    publish("other.md", "The ferry to Kirkenes is late, said Ole Hansen.\n")
    run = check("drafts")
    assert (run.known, run.checked) == (2, 0)
    assert (run.json, run.text) == anew("drafts")


@pytest.mark.usefixtures("desk")
def test_articles_that_are_the_archive_are_not_all_checked_when_one_changes(publish) -> None:
    names = ["Anna Sunde", "Ole Hansen", "Mari Lund", "Per Berg"]
    for name in names:
        publish(f"{name.split()[0]}.md", f"The ferry is late, said {name}. {name.split()[1]} waited.\n")
    assert check("content").checked == 8
    publish("Anna.md", "The ferry is late again, said Anna Sunde. Sunde waited long.\n")
    run = check("content")
    assert (run.known, run.checked) == (7, 1)
    assert (run.json, run.text) == anew("content")


@pytest.mark.usefixtures("desk")
def test_an_archive_that_is_gone_is_told() -> None:
    check("drafts")
    Path("content").rename("elsewhere")
    run = check("drafts")
    assert "There is no" in run.json
    assert (run.json, run.text) == anew("drafts")


@pytest.mark.usefixtures("desk")
def test_the_archive_that_the_command_line_names_counts() -> None:
    check("drafts")
    Path("empty").mkdir()
    Path("empty/one.md").write_text("The ferry is late.\n", encoding="utf-8")
    run = check("drafts", archive=("empty",))
    assert run.checked == 2
    assert (run.json, run.text) == anew("drafts", archive=("empty",))
