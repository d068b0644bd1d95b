"""Where git cannot tell what has changed, that is said, with a way out, and nothing passes for clean."""

import pytest

SCOPES = [("--staged",), ("--since", "HEAD"), ("--changed-lines",)]


@pytest.mark.parametrize("scope", SCOPES)
class TestEveryScope:
    def test_without_a_repository(self, tmp_path, check, monkeypatch, scope) -> None:
        folder = tmp_path / "plain"
        folder.mkdir()
        monkeypatch.chdir(folder)
        told = check(*scope)
        assert (told.status, told.slips) == (2, {})
        assert "This is no git repository. What has changed is known to git alone" in told.stderr

    def test_without_git(self, repo, check, monkeypatch, scope) -> None:  # noqa: ARG002
        monkeypatch.setenv("PATH", "")
        told = check(*scope)
        assert (told.status, told.slips) == (2, {})
        assert "git is not installed. Install it, or name the files" in told.stderr

    def test_in_a_bare_repository(self, repo, check, monkeypatch, scope) -> None:
        repo.git("init", "--quiet", "--bare", "bare.git")
        monkeypatch.chdir(repo.folder / "bare.git")
        assert "This is a git repository without a work tree." in check(*scope).stderr

    def test_in_the_repository_of_somebody_else(self, repo, check, monkeypatch, scope) -> None:
        monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
        told = check(*scope)
        assert told.status == 2
        assert f"git config --global --add safe.directory '{repo.folder}'" in told.stderr

    def test_with_an_index_that_is_broken(self, repo, check, scope) -> None:
        repo.write("a.md", "teh")
        repo.commit()
        repo.write(".git/index", "this is no index")
        told = check(*scope)
        assert (told.status, told.slips) == (2, {})
        assert "Git could not tell what has changed: " in told.stderr

    def test_with_a_git_that_cannot_run(self, repo, check, monkeypatch, scope) -> None:
        repo.write("bin/git", "#!/nowhere").chmod(0o644)
        monkeypatch.setenv("PATH", str(repo.folder / "bin"))
        assert check(*scope).status == 2


def test_since_needs_a_commit(repo, check) -> None:
    repo.write("a.md", "teh")
    told = check("--since", "main")
    assert told.status == 2
    assert "There is no revision “main” here." in told.stderr


def test_an_object_that_is_lost_is_told(repo, check) -> None:
    repo.write("a.md", "teh")
    repo.git("add", "a.md")
    blob = repo.git("rev-parse", ":a.md").strip()
    (repo.folder / ".git/objects" / blob[:2] / blob[2:]).unlink()
    told = check("--staged")
    assert (told.status, told.slips) == (2, {})
    assert "Git could not tell what has changed" in told.stderr


def test_a_configuration_with_mistakes_is_told_first(repo, check) -> None:
    repo.write(".copydesk.yaml", "rulez: {}")
    assert "Unknown key “rulez”." in check("--staged").stderr
