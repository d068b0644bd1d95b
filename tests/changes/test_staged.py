"""`check --staged`: what is about to be committed, as it stands in the index."""

import shutil
import sys
from pathlib import Path

import pytest

OLD = ("It was teh end.", "Nobody knew.", "All were there.", "It rained.", "They left.")


@pytest.fixture
def desk(repo):
    repo.write("old.md", *OLD)
    repo.commit()
    return repo


def test_the_index_is_read_and_not_the_work_tree(desk, check) -> None:
    desk.write("a.md", "one", "teh")
    desk.write("b.md", "fine")
    desk.git("add", "--all")
    desk.write("a.md", "mended since")
    desk.write("b.md", "teh")
    desk.write("untracked.md", "teh")
    told = check("--staged")
    assert (told.status, told.slips) == (1, {"a.md": [2], "b.md": []})


def test_an_article_that_the_work_tree_has_lost_is_read_all_the_same(desk, check) -> None:
    desk.write("news/a.md", "teh")
    desk.git("add", "--all")
    shutil.rmtree(desk.folder / "news")
    assert check("--staged").slips == {"news/a.md": [1]}
    assert check("--staged", "news").slips == {"news/a.md": [1]}
    assert check("--staged", "news/a.md").slips == {"news/a.md": [1]}


def test_new_lines_are_those_the_last_commit_lacks(desk, check) -> None:
    desk.git("mv", "old.md", "new name.md")
    desk.write("new name.md", OLD[0], OLD[1], "teh", *OLD[2:])
    desk.git("add", "--all")
    desk.write("new name.md", "teh", "teh", "teh", "teh")
    assert check("--staged", "--changed-lines").slips == {"new name.md": [3]}


def test_the_first_commit_is_wholly_new(repo, check) -> None:
    repo.write("a.md", "fine", "teh")
    repo.git("add", "--all")
    assert check("--staged", "--changed-lines").slips == {"a.md": [2]}


def test_what_is_only_going_to_be_added_is_not_staged(desk, check) -> None:
    desk.write("later.md", "teh")
    desk.git("add", "--intent-to-add", "later.md")
    assert check("--staged").slips == {}
    assert check("--changed-lines").slips == {"later.md": [1]}


def test_lines_are_counted_right_where_git_changes_line_ends(desk, check) -> None:
    desk.git("config", "core.autocrlf", "true")
    desk.write("dos.md", *OLD, end="\r\n")
    desk.commit()
    desk.write("dos.md", *OLD[:3], "teh", *OLD[3:], end="\r\n")
    desk.git("add", "--all")
    assert check("--staged", "--changed-lines").slips == {"dos.md": [4]}
    assert check("--changed-lines").slips == {"dos.md": [4]}
    assert check("--staged").report["files"][0]["findings"][1]["start"]["offset"] == len("\n".join(OLD[:3])) + 1


def test_an_article_in_conflict_is_told(desk, check) -> None:
    desk.git("checkout", "--quiet", "-b", "side")
    desk.write("old.md", "mine")
    desk.commit()
    desk.git("checkout", "--quiet", "main")
    desk.write("old.md", "yours")
    desk.write("other.md", "fine")
    desk.commit()
    desk.git("merge", "side", status=1)
    desk.write("other.md", "teh")
    desk.git("add", "other.md")
    told = check("--staged")
    assert (told.status, told.slips) == (2, {"other.md": [1]})
    assert told.stderr == "copydesk: old.md: This file is in conflict. Settle it, then “git add” it.\n"


def test_links_are_skipped(desk, check) -> None:
    (desk.folder / "link.md").symlink_to("old.md")
    desk.git("add", "--all")
    told = check("--staged")
    assert told.slips == {}
    assert told.report["skipped"] == [{"name": "link.md", "reason": "a link"}]


def test_the_index_that_a_hook_is_given_is_the_one_that_is_read(desk, check, monkeypatch) -> None:
    desk.write("a.md", "teh")
    shutil.copy(desk.folder / ".git/index", desk.folder / ".git/next-index")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/next-index")
    monkeypatch.setenv("GIT_DIR", ".git")
    desk.git("add", "a.md")
    assert check("--staged").slips == {"a.md": [1]}
    monkeypatch.delenv("GIT_INDEX_FILE")
    assert check("--staged").slips == {}


def test_a_hook_stops_the_commit_that_it_is_about(desk, tmp_path) -> None:
    """Git gives a hook variables of its own, and that of `git commit FILE` an index of its own."""
    program = tmp_path / "program.py"
    program.write_text(
        f"import sys\nsys.path.insert(0, {str(Path(__file__).parents[2])!r})\n"
        "from pathlib import Path\nfrom lint import packages\nfrom lint.cli import boundary\n"
        f"packages.own_rules = lambda: Path({str(tmp_path / 'rules')!r})\n"
        "sys.exit(boundary.run(['check', '--staged', '--changed-lines']))\n",
        encoding="utf-8",
    )
    hook = desk.write(".git/hooks/pre-commit", "#!/bin/sh", f'exec "{sys.executable}" "{program}"')
    hook.chmod(0o755)
    desk.write("a.md", "It was teh end.")
    desk.write("b.md", "It was the end.")
    desk.git("add", "--all")
    desk.git("commit", "--quiet", "--message", "both", status=1)
    desk.git("commit", "--quiet", "--message", "one", "b.md")
    assert desk.git("show", "--name-only", "--format=", "HEAD") == "b.md\n"


@pytest.mark.parametrize("arguments", [("--since", "HEAD", "--staged"), ("--staged", "-"), ("--since", "HEAD", "-")])
def test_what_cannot_go_together_is_told(desk, check, arguments) -> None:  # noqa: ARG001
    told = check(*arguments)
    assert told.status == 2
    assert told.stderr.count("\n") == 1
