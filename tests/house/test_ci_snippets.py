"""What docs/ci.md tells to put into other services' files: it is read as they would, and its commands are run."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
SNIPPETS = {name: yaml.safe_load(text) for name, text in re.findall(r"(?ms)^```yaml\n# (\S+)\n(.*?)^```$", PAGE)}


def git(folder: Path, *arguments: str) -> None:
    settings = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """Give a repository with an old slip on main, and a new one on a branch."""
    folder = tmp_path / "newsroom"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    for name, branch in (("old", "main"), ("new", "topic")):
        if branch != "main":
            git(folder, "switch", "--quiet", "--create", branch)
        (folder / f"{name}.md").write_text(f"The {name} bridge is the the best.\n", encoding="utf-8")
        git(folder, "add", "--all")
        git(folder, "commit", "--quiet", "--no-verify", "--message", name)
    git(folder, "update-ref", "refs/remotes/origin/main", "main")
    return folder


def commands(name: str, steps: list[str]) -> Iterator[str]:
    found = [step for step in steps if step.startswith("copydesk ")]
    assert len(found) == 1, f"{name} runs copydesk once"
    yield from found


def run(command: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    program = folder.parent / "copydesk"
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m lint "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    environment = {"PATH": f"{folder.parent}:{os.environ['PATH']}", "HOME": str(folder.parent), **variables}
    return subprocess.run(
        ["bash", "-euc", command], cwd=folder, env=environment, capture_output=True, check=False, encoding="utf-8"
    )


def test_gitlab_is_told_of_what_a_merge_request_brings(newsroom: Path) -> None:
    (command,) = commands("GitLab", SNIPPETS[".gitlab-ci.yml"]["copydesk"]["script"])
    ended = run(command, newsroom, CI_MERGE_REQUEST_DIFF_BASE_SHA="main")
    assert (ended.returncode, ended.stderr) == (1, "")
    quality = (newsroom / "gl-code-quality-report.json").read_text(encoding="utf-8")
    assert '"new.md"' in quality
    assert '"old.md"' not in quality
    assert "new.md" in (newsroom / "junit.xml").read_text(encoding="utf-8")


def test_gitlab_checks_everything_on_a_branch(newsroom: Path) -> None:
    (command,) = commands("GitLab", SNIPPETS[".gitlab-ci.yml"]["copydesk"]["script"])
    assert run(command, newsroom).returncode == 1
    assert '"old.md"' in (newsroom / "gl-code-quality-report.json").read_text(encoding="utf-8")


def test_woodpecker_checks_what_a_pull_request_brings(newsroom: Path) -> None:
    (step,) = SNIPPETS[".woodpecker.yaml"]["steps"]
    (command,) = commands("Woodpecker", step["commands"])
    ended = run(command.replace("$$", "$"), newsroom, CI_COMMIT_TARGET_BRANCH="main")
    assert ended.returncode == 1, ended.stderr
    assert [line.split(":")[0] for line in ended.stdout.splitlines() if "doubled-word" in line] == ["new.md"]


def test_the_action_is_given_inputs_that_it_has() -> None:
    inputs = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    (job,) = SNIPPETS[".github/workflows/copydesk.yml"]["jobs"].values()
    given = {name for step in job["steps"] if "copydesk/" in step["uses"] for name in step["with"]}
    assert given
    assert given <= set(inputs)


def test_the_hooks_that_are_named_are_there() -> None:
    (repository,) = SNIPPETS[".pre-commit-config.yaml"]["repos"]
    manifest = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {hook["id"] for hook in repository["hooks"]} == {hook["id"] for hook in manifest}
