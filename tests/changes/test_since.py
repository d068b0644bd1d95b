"""`check --since REV`: the articles that this branch has changed, committed or not."""

import os
from pathlib import Path

import pytest

OLD = ("It was teh end.", "Nobody knew.", "All were there.", "It rained.", "They left.")


@pytest.fixture
def branch(repo):
    """Give a repository on a branch, with two articles that main has too."""
    repo.write("old.md", *OLD)
    repo.write("kept.md", *OLD)
    repo.commit()
    repo.git("checkout", "--quiet", "-b", "story")
    return repo


def test_committed_staged_unstaged_and_untracked_changes_count(branch, check) -> None:
    branch.write("committed.md", "teh")
    branch.commit()
    branch.write("staged.md", "teh")
    branch.git("add", "staged.md")
    branch.write("old.md", *OLD, "More of teh same.")
    branch.write("untracked.md", "teh")
    told = check("--since", "main")
    assert told.slips == {"committed.md": [1], "old.md": [1, 6], "staged.md": [1], "untracked.md": [1]}
    assert told.status == 1


def test_what_others_have_added_to_the_revision_since_is_no_change_of_ours(branch, check) -> None:
    branch.write("ours.md", "teh")
    branch.commit()
    branch.git("checkout", "--quiet", "main")
    branch.write("kept.md", "theirs: teh")
    branch.commit()
    branch.git("checkout", "--quiet", "story")
    assert check("--since", "main").slips == {"ours.md": [1]}


def test_what_a_merge_brought_from_the_revision_is_no_change_of_ours(branch, check) -> None:
    branch.write("ours.md", "teh")
    branch.commit()
    branch.git("checkout", "--quiet", "main")
    branch.write("theirs.md", "teh")
    branch.commit()
    branch.git("checkout", "--quiet", "story")
    branch.git("merge", "--quiet", "--no-edit", "main")
    assert check("--since", "main").slips == {"ours.md": [1]}


def test_a_renamed_article_is_checked_only_if_it_was_edited_too(branch, check) -> None:
    branch.git("mv", "kept.md", "moved.md")
    branch.git("mv", "old.md", "edited.md")
    branch.write("edited.md", *OLD, "teh")
    assert check("--since", "main").slips == {"edited.md": [1, 6]}
    branch.git("add", "--all")
    assert check("--since", "main", "--changed-lines").slips == {"edited.md": [6]}


def test_a_copy_is_a_new_article(branch, check) -> None:
    branch.git("config", "diff.renames", "copies")
    branch.write("copy.md", *OLD)
    branch.commit()
    assert check("--since", "main", "--changed-lines").slips == {"copy.md": [1]}


def test_an_article_with_a_new_mode_or_a_new_date_has_not_changed(branch, check) -> None:
    (branch.folder / "old.md").chmod(0o755)
    os.utime(branch.folder / "kept.md", (1, 1))
    told = check("--since", "main")
    assert (told.status, told.slips) == (0, {})
    assert told.report["notices"][0]["problem"] == "No article has changed since “main”."


def test_deleted_articles_and_ignored_files_are_not_looked_for(branch, check) -> None:
    (branch.folder / "old.md").unlink()
    branch.write(".gitignore", "built.md")
    branch.write("built.md", "teh")
    assert check("--since", "main") == (0, {}, check("--since", "main").report, "")


def test_paths_narrow_it_and_keep_their_names(branch, check, monkeypatch) -> None:
    for name in ("news/a.md", "news/deep/b.md", "opinion/c.md"):
        branch.write(name, "teh")
    assert check("--since", "main", "news").slips == {"news/a.md": [1], "news/deep/b.md": [1]}
    assert check("--since", "main", "news/a.md", "old.md").slips == {"news/a.md": [1]}
    monkeypatch.chdir(branch.folder / "news")
    assert check("--since", "main").slips == {"a.md": [1], "deep/b.md": [1]}
    assert check("--since", "main", "../opinion").slips == {"../opinion/c.md": [1]}


def test_what_a_walk_passes_over_is_passed_over(branch, check) -> None:
    branch.write(".copydesk.yaml", "exclude: [press/]")
    for name in ("press/a.md", ".hidden/b.md", "node_modules/c.md", "code.py", "tracked.md", "d.md"):
        branch.write(name, "teh")
    branch.commit()
    branch.write(".gitignore", "tracked.md")
    assert check("--since", "main").slips == {"d.md": [1]}
    assert check("--since", "main", "press/a.md").slips == {"press/a.md": [1]}, "who names a file wants it read"


def test_a_path_that_is_not_there_or_not_in_the_repository_is_told(branch, check) -> None:
    branch.write("old.md", "teh")
    told = check("--since", "main", "odl.md", "..")
    assert told.status == 2
    assert "odl.md: There is no such file or folder. Did you mean “old.md”?" in told.stderr
    assert "..: This is not in the git repository" in told.stderr


def test_links_count_when_they_change_themselves(branch, check) -> None:
    branch.write("real/a.md", "teh")
    (branch.folder / "link.md").symlink_to("real/a.md")
    (branch.folder / "nowhere.md").symlink_to("gone.md")
    (branch.folder / "folder").symlink_to("real", target_is_directory=True)
    branch.commit()
    told = check("--since", "main", "--changed-lines")
    assert told.slips == {"link.md": [1], "real/a.md": [1]}
    assert told.report["skipped"] == [{"name": "nowhere.md", "reason": "a link that leads nowhere"}]
    branch.write("real/a.md", "teh", "teh")
    assert check("--since", "HEAD").slips == {"real/a.md": [1, 2]}


def test_a_submodule_and_a_repository_inside_are_left_alone(branch, check) -> None:
    for name in ("sub", "nested"):
        branch.write(f"{name}/a.md", "teh")
        branch.git("-C", name, "init", "--quiet")
        branch.git("-C", name, "add", "a.md")
        branch.git("-C", name, "commit", "--quiet", "--message", "sub")
    branch.git("-c", "advice.addEmbeddedRepo=false", "add", "sub")
    branch.git("commit", "--quiet", "--message", "sub")
    branch.write("sub/a.md", "teh", "teh")
    assert check("--since", "main").slips == {}


def test_what_a_sparse_checkout_leaves_out_is_told(branch, check) -> None:
    branch.write("far/a.md", "teh")
    branch.write("near/b.md", "teh")
    branch.commit()
    branch.git("sparse-checkout", "set", "near")
    told = check("--since", "main")
    assert told.slips == {"near/b.md": [1]}
    assert told.report["skipped"] == [{"name": "far/a.md", "reason": "not in the work tree"}]


def test_a_worktree_and_a_detached_head_are_as_good_as_any(branch, check, monkeypatch, tmp_path) -> None:
    branch.write("ours.md", "teh")
    branch.commit()
    branch.git("worktree", "add", "--quiet", "--detach", str(tmp_path / "second"))
    monkeypatch.chdir(tmp_path / "second")
    Path("more.md").write_text("teh\n", encoding="utf-8")
    assert check("--since", "main").slips == {"more.md": [1], "ours.md": [1]}


def test_an_article_in_conflict_is_read_as_it_stands(branch, check) -> None:
    branch.write("old.md", *OLD[:-1], "They stayed.")
    branch.commit()
    branch.git("checkout", "--quiet", "main")
    branch.write("old.md", *OLD[:-1], "They left by teh bus.")
    branch.commit()
    branch.git("merge", "story", status=1)
    assert check("--since", "story").slips == {"old.md": [1, 6]}


class TestSettings:
    """What a user or a repository may set changes nothing."""

    @pytest.mark.parametrize(
        "setting",
        [
            "diff.noprefix=true",
            "diff.mnemonicPrefix=true",
            "diff.renames=false",
            "diff.external=false",
            "diff.relative=true",
            "diff.orderFile=nowhere",
            "diff.context=9",
            "diff.interHunkContext=9",
            "diff.algorithm=patience",
            "diff.submodule=diff",
            "color.ui=always",
            "color.diff=always",
            "core.quotePath=false",
            "core.fsmonitor=false-monitor",
            "diff.shout.textconv=tr a-z A-Z",
            "diff.shout.command=false",
            "core.autocrlf=true",
        ],
    )
    def test_of_git(self, branch, check, setting: str) -> None:
        branch.write(".gitattributes", "*.md diff=shout")
        branch.git("mv", "old.md", "näme.md")
        branch.write("näme.md", OLD[0], OLD[1], "teh one", *OLD[3:], "teh two")
        branch.commit()
        branch.git("config", *setting.split("=", 1))
        assert check("--since", "main", "--changed-lines").slips == {"näme.md": [3, 6]}

    @pytest.mark.parametrize(
        "variable", ["GIT_EXTERNAL_DIFF=false", "GIT_DIFF_OPTS=--unified=7", "GIT_LITERAL_PATHSPECS=1", "LANGUAGE=de"]
    )
    def test_of_the_environment(self, branch, check, monkeypatch, variable: str) -> None:
        branch.write("old.md", *OLD, "teh")
        branch.write("new.md", "teh")
        monkeypatch.setenv(*variable.split("="))
        assert check("--since", "main", "--changed-lines").slips == {"new.md": [1], "old.md": [6]}


@pytest.mark.parametrize(
    ("revision", "told"),
    [
        ("mian", "There is no revision “mian” here."),
        ("main..story", "There is no revision “main..story” here. Name one commit, not a range"),
        ("--output=x", "“--output=x” is no revision."),
        ("main^{tree}", "There is no revision “main^{tree}” here."),
        ("a\nb", "is no revision."),
        ("", "“” is no revision."),
    ],
)
def test_a_revision_that_is_none_is_told(branch, check, revision: str, told: str) -> None:
    ended = check("--since", revision)
    assert (ended.status, ended.slips) == (2, {})
    assert told in ended.stderr
    assert ended.stderr.count("\n") == 1
    assert not (branch.folder / "x").exists()


def test_a_history_of_its_own_is_told(branch, check) -> None:
    branch.git("checkout", "--quiet", "--orphan", "alone")
    branch.commit("of its own")
    assert "“main” and HEAD have no commit in common. Name a commit or branch" in check("--since", "main").stderr


def test_a_shallow_clone_is_told_how_to_get_more(branch, check, monkeypatch, tmp_path) -> None:
    branch.write("ours.md", "teh")
    first = branch.commit()
    branch.write("ours.md", "teh", "teh")
    branch.commit()
    branch.git("checkout", "--quiet", "main")
    branch.write("more.md", "more")
    branch.commit()
    source = f"file://{branch.folder}"
    branch.git("clone", "--quiet", "--depth=1", "--branch=story", "--no-single-branch", source, str(tmp_path / "few"))
    monkeypatch.chdir(tmp_path / "few")
    for revision, problem in ((first, f"There is no revision “{first}” here."), ("origin/main", "no commit in common")):
        ended = check("--since", revision)
        assert ended.status == 2
        assert problem in ended.stderr
        assert "This is a shallow clone: fetch more of its history" in ended.stderr
        assert "fetch-depth: 0" in ended.stderr
