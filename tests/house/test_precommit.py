"""The hooks that other repositories use, as their writers meet them: set up once from a clone, then run without a network."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
FIXABLE, FIXED = "The council voted on the the bridge.\n", "The council voted on the bridge.\n"
ASKED = "As Draper to continues her tour, the union keeps its distance.\n"
# What pip says where it reaches no index. Anything else that goes wrong is a failure.
_NO_INDEX = ("No matching distribution found", "Could not find a version", "NewConnectionError", "Connection refused")
_NOWHERE = "http://127.0.0.1:9"
_OFFLINE = {
    "PIP_NO_INDEX": "1",
    **{
        name: _NOWHERE for scheme in ("http", "https", "all") for name in (f"{scheme}_proxy", f"{scheme}_proxy".upper())
    },
}
Ended = subprocess.CompletedProcess[str]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give variables with which neither git nor pre-commit nor Copydesk meets what whoever runs the tests has set."""
    others = ("GIT_", "PRE_COMMIT", "PYTHON", "COPYDESK")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(others)}
    who = {f"GIT_{role}_{what}": "desk@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    homes = {name: str(tmp_path_factory.mktemp(name)) for name in ("PRE_COMMIT_HOME", "XDG_CACHE_HOME")}
    return kept | who | homes | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def run(environment: dict[str, str], folder: Path, *command: str | Path) -> Ended:
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, check=False, encoding="utf-8", timeout=600
    )


def unplugged() -> list[str]:
    """Give what a command is begun with so that it has no network; nothing where only a superuser may take it away."""
    command = ["unshare", "--net"]
    allowed = shutil.which("unshare") and subprocess.run([*command, "true"], check=False, capture_output=True)
    return command if allowed and allowed.returncode == 0 else []


@pytest.fixture(scope="module")
def hooks(
    environment: dict[str, str], repository_files: list[Path], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    """Commit this repository as it stands into another folder; give it and its revision as a configuration names them."""
    folder = tmp_path_factory.mktemp("hooks")
    for path in repository_files:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, folder / path)
    git = ("git", "-c", "commit.gpgsign=false")
    for command in (
        ["init", "--quiet"],
        ["add", "--all", "--force"],
        ["commit", "--quiet", "--message", "as it stands"],
    ):
        ended = run(environment, folder, *git, *command)
        assert ended.returncode == 0, ended.stderr
    return {"repo": str(folder), "rev": run(environment, folder, "git", "rev-parse", "HEAD").stdout.strip()}


class Newsroom:
    """A repository of articles whose commits go through the hooks."""

    def __init__(self, folder: Path, environment: dict[str, str], hooks: dict[str, str], *wanted: dict[str, object]):
        self.folder, self._environment = folder, environment
        self.write(".pre-commit-config.yaml", yaml.safe_dump({"repos": [{**hooks, "hooks": list(wanted)}]}))
        self.git("init", "--quiet")
        self.git("add", "--all")

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def git(self, *arguments: str) -> str:
        ended = run(self._environment, self.folder, "git", *arguments)
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    def set_up(self) -> Ended:
        """Make the environments of the hooks, which takes a network, and hang them into git."""
        return run(self._environment, self.folder, sys.executable, "-m", "pre_commit", "install", "--install-hooks")

    def pre_commit(self, *arguments: str) -> Ended:
        return self._offline(sys.executable, "-m", "pre_commit", "run", *arguments)

    def commit(self) -> Ended:
        return self._offline("git", "commit", "--message", "An article")

    def _offline(self, *command: str) -> Ended:
        return run(self._environment | _OFFLINE, self.folder, *unplugged(), *command)


@pytest.fixture(scope="module")
def made(environment: dict[str, str], hooks: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Have pre-commit make its one environment for both hooks; skip where pip can fetch nothing to make it with."""
    wanted = [{"id": "copydesk-fix"}, {"id": "copydesk"}]
    ended = Newsroom(tmp_path_factory.mktemp("first"), environment, hooks, *wanted).set_up()
    if ended.returncode and any(sign in ended.stdout + ended.stderr for sign in _NO_INDEX):
        pytest.skip("pip reaches no index, so pre-commit cannot make the hooks' environment")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert len(list(Path(environment["PRE_COMMIT_HOME"]).glob("repo*/py_env-*"))) == 1


@pytest.fixture
def newsroom(
    made: None,  # noqa: ARG001 - used by being there
    environment: dict[str, str],
    hooks: dict[str, str],
    tmp_path: Path,
) -> Callable[..., Newsroom]:
    """Give a function from hooks, by default that which fixes and then that which checks, to a repository with them."""

    def make(*wanted: dict[str, object]) -> Newsroom:
        both = ({"id": "copydesk-fix"}, {"id": "copydesk"})
        desk = Newsroom(tmp_path, environment, hooks, *(wanted or both))
        assert desk.set_up().returncode == 0
        return desk

    return make


def verdicts(ended: Ended) -> list[str]:
    """Give what pre-commit says of each hook that ran."""
    return [
        line.rsplit(".", 1)[1] for line in (ended.stdout + ended.stderr).splitlines() if line.startswith("copydesk")
    ]


def test_all_files_are_fixed_where_that_is_certain_and_asked_about_where_it_is_not(newsroom) -> None:
    desk = newsroom()
    desk.write("fixable.md", FIXABLE)
    desk.write("asked.txt", ASKED)
    desk.write("code.py", '"""The the."""\n')
    desk.git("add", "--all")
    ended = desk.pre_commit("--all-files")
    assert verdicts(ended) == ["Failed", "Failed"], ended.stdout + ended.stderr
    assert "files were modified by this hook" in ended.stdout
    assert "typos/to-finite-verb" in ended.stdout
    assert "in 2 articles" in ended.stdout, "one process has read both"
    assert (desk.read("fixable.md"), desk.read("code.py")) == (FIXED, '"""The the."""\n')
    desk.write("asked.txt", "As Draper continues her tour, the union keeps its distance.\n")
    ended = desk.pre_commit("--all-files")
    assert verdicts(ended) == ["Passed", "Passed"], ended.stdout + ended.stderr


def test_a_commit_is_stopped_once_for_a_fix_and_then_goes_through(newsroom) -> None:
    desk = newsroom()
    desk.write("draft.md", FIXABLE)
    desk.git("add", "--all")
    first = desk.commit()
    assert (first.returncode, verdicts(first)) == (1, ["Failed", "Passed"]), first.stdout + first.stderr
    assert "files were modified by this hook" in first.stdout + first.stderr
    desk.git("add", "--update")
    second = desk.commit()
    assert (second.returncode, verdicts(second)) == (0, ["Passed", "Passed"]), second.stdout + second.stderr
    assert desk.git("show", "HEAD:draft.md") == FIXED


def test_a_commit_with_an_error_is_stopped_and_told_why(newsroom) -> None:
    desk = newsroom({"id": "copydesk"})
    desk.write("draft.md", ASKED)
    desk.git("add", "--all")
    ended = desk.commit()
    assert (ended.returncode, verdicts(ended)) == (1, ["Failed"])
    assert "typos/to-finite-verb" in ended.stdout + ended.stderr
    assert desk.read("draft.md") == ASKED


def test_what_is_not_staged_is_neither_fixed_nor_lost(newsroom) -> None:
    desk = newsroom()
    far = "The union waited.\n\n" * 10
    desk.write("draft.md", FIXABLE + "\n" + far + FIXED)
    desk.write("other.md", FIXED)
    desk.git("add", "--all")
    desk.write("draft.md", FIXABLE + "\n" + far + FIXABLE)
    desk.write("other.md", FIXABLE)
    ended = desk.commit()
    assert (ended.returncode, verdicts(ended)) == (1, ["Failed", "Passed"]), ended.stdout + ended.stderr
    assert desk.read("draft.md") == FIXED + "\n" + far + FIXABLE
    assert desk.read("other.md") == FIXABLE


def test_new_lines_alone_are_told_of_where_that_is_asked_for(newsroom) -> None:
    desk = newsroom({"id": "copydesk", "args": ["--staged", "--changed-lines"]})
    desk.write("draft.md", FIXABLE)
    desk.git("add", "--all")
    desk.git("commit", "--no-verify", "--quiet", "--message", "old")
    desk.write("draft.md", FIXABLE + "\nThe union waited.\n")
    desk.git("add", "--all")
    ended = desk.commit()
    assert (ended.returncode, verdicts(ended)) == (0, ["Passed"]), ended.stdout + ended.stderr
    desk.write("draft.md", FIXABLE + "\nThe union waited.\n\n" + ASKED)
    desk.git("add", "--all")
    ended = desk.commit()
    assert (ended.returncode, verdicts(ended)) == (1, ["Failed"])
    assert "typos/to-finite-verb" in ended.stdout + ended.stderr
    assert "typos/doubled-word" not in ended.stdout + ended.stderr


def test_the_manifest_and_the_configuration_are_valid() -> None:
    for command, name in (
        ("validate-manifest", ".pre-commit-hooks.yaml"),
        ("validate-config", ".pre-commit-config.yaml"),
    ):
        ended = subprocess.run([sys.executable, "-m", "pre_commit", command, ROOT / name], check=False)
        assert ended.returncode == 0


def test_one_process_reads_all_files_for_it_has_workers_of_its_own() -> None:
    manifest = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["require_serial"] for hook in manifest] == [True, True]
