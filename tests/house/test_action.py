"""The action for GitHub: its steps are run in a shell, as a runner would, on a repository with a pull request."""

import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
OLD, NEW = "The council voted on the the bridge.\n", "The mayor walked over the the bridge.\n"
pytestmark = pytest.mark.slow


def git(folder: Path, *arguments: str) -> None:
    settings = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Run the step that installs; what Copydesk needs is lent to it by this environment."""
    temp = tmp_path_factory.mktemp("runner")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GITHUB_"))}
    environment |= {"RUNNER_TEMP": str(temp), "COPYDESK_ACTION": str(ROOT)}
    environment |= {"PIP_NO_BUILD_ISOLATION": "false", "PIP_NO_DEPS": "1", "PATH": f"{temp}:{os.environ['PATH']}"}
    (temp / "python3").symlink_to(sys.executable)
    lent = temp / "copydesk" / "lib" / Path(sysconfig.get_path("purelib")).parent.name / "site-packages" / "lent.pth"
    lent.parent.mkdir(parents=True)
    lent.write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    script = ACTION["runs"]["steps"][0]["run"]
    ended = subprocess.run(["bash", "-c", script], env=environment, capture_output=True, check=False, encoding="utf-8")
    assert ended.returncode == 0, ended.stderr
    return environment


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """Give a repository with an old article that has a slip, and a branch with a new one."""
    folder = tmp_path / "newsroom"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    (folder / "old.md").write_text(OLD, encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--no-verify", "--message", "old")
    git(folder, "update-ref", "refs/remotes/origin/main", "HEAD")
    git(folder, "switch", "--quiet", "--create", "new")
    (folder / "new draft.md").write_text(NEW, encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--no-verify", "--message", "new")
    return folder


@pytest.fixture
def check(installed: dict[str, str], newsroom: Path):
    """Run the step that checks, with inputs and the base of a pull request; give how it ended."""

    def run(base: str = "", **inputs: str) -> subprocess.CompletedProcess[str]:
        step = ACTION["runs"]["steps"][1]
        values = {name: entry["default"] for name, entry in ACTION["inputs"].items()} | inputs
        given = {
            name: values[match[1]]
            for name, text in step["env"].items()
            if (match := re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", text))
        }
        files = {name: str(newsroom.parent / name) for name in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT")}
        return subprocess.run(
            ["bash", "-c", step["run"]],
            cwd=newsroom,
            env=installed | given | files | {"GITHUB_BASE_REF": base},
            capture_output=True,
            check=False,
            encoding="utf-8",
        )

    return run


def annotated(ended: subprocess.CompletedProcess[str]) -> list[str]:
    return re.findall(r"(?m)^::error file=([^,]*),", ended.stdout)


def test_a_pull_request_is_told_of_what_it_brings(check, newsroom: Path) -> None:
    ended = check(base="main")
    assert annotated(ended) == ["new draft.md"], ended.stderr
    assert ended.returncode == 1
    assert (newsroom.parent / "GITHUB_OUTPUT").read_text(encoding="utf-8") == "status=1\n"
    summary = (newsroom.parent / "GITHUB_STEP_SUMMARY").read_text(encoding="utf-8")
    assert "typos/doubled-word" in summary
    assert "old.md" not in summary


def test_a_push_checks_everything_and_writes_what_is_asked_for(check, newsroom: Path) -> None:
    ended = check(sarif="out.sarif", proof="out.html")
    assert annotated(ended) == ["new draft.md", "old.md"], ended.stderr
    assert (newsroom / "out.sarif").exists()
    assert (newsroom / "out.html").exists()


def test_inputs_are_words_and_never_commands(check, newsroom: Path) -> None:
    ended = check(paths="$(touch a) `touch b` ; touch c", options="--select typos;touch d")
    assert ended.returncode == 2
    assert sorted(path.name for path in newsroom.iterdir() if path.suffix != ".md") == [".git"]


def test_no_text_of_an_input_stands_in_a_script() -> None:
    assert [step["name"] for step in ACTION["runs"]["steps"] if "${{" in step["run"]] == []
