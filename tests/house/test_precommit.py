"""The hook that other repositories use, tried as pre-commit users would: it fails a bad draft and passes a good one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BAD = "The council voted on the the bridge.\n"
GOOD = "The council voted on the bridge.\n"
# What pip says where it reaches no index. Anything else that goes wrong is a failure.
_NO_INDEX = ("No matching distribution found", "Could not find a version", "NewConnectionError", "Connection refused")
pytestmark = pytest.mark.slow


def git(folder: Path, *arguments: str) -> None:
    settings = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def hook_repository(repository_files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give this repository as it stands, uncommitted files too, as one commit in another folder."""
    folder = tmp_path_factory.mktemp("hooks")
    for path in repository_files:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, folder / path)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", "--no-verify", "--message", "as it stands")
    return folder


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a repository of articles with a bad draft and a good one."""
    folder = tmp_path_factory.mktemp("newsroom")
    (folder / "bad.md").write_text(BAD, encoding="utf-8")
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "code.py").write_text('"""The the."""\n', encoding="utf-8")
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    return folder


@pytest.fixture(scope="module")
def try_repo(hook_repository: Path, newsroom: Path, tmp_path_factory: pytest.TempPathFactory):
    """Run the hook on files; skip where pip can fetch nothing to install it with."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
    environment["PRE_COMMIT_HOME"] = str(tmp_path_factory.mktemp("pre-commit"))

    def run(*files: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pre_commit", "try-repo", str(hook_repository), "copydesk", "--files", *files]
        ended = subprocess.run(
            command, cwd=newsroom, env=environment, capture_output=True, check=False, encoding="utf-8", timeout=600
        )
        if ended.returncode == 3 and any(sign in ended.stdout + ended.stderr for sign in _NO_INDEX):
            pytest.skip("pip reaches no index, so pre-commit cannot make the hook's environment")
        return ended

    return run


def test_the_hook_fails_a_bad_draft_and_passes_a_good_one(try_repo) -> None:
    bad = try_repo("bad.md", "good.txt", "code.py")
    assert bad.returncode == 1, bad.stdout + bad.stderr
    assert "typos/doubled-word" in bad.stdout
    assert "in 2 articles" in bad.stdout
    good = try_repo("good.txt")
    assert good.returncode == 0, good.stdout + good.stderr
    assert "Passed" in good.stdout


def test_the_manifest_and_the_configuration_are_valid() -> None:
    for command, name in (
        ("validate-manifest", ".pre-commit-hooks.yaml"),
        ("validate-config", ".pre-commit-config.yaml"),
    ):
        ended = subprocess.run([sys.executable, "-m", "pre_commit", command, ROOT / name], check=False)
        assert ended.returncode == 0
