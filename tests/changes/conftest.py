"""A git repository far from the user's own settings, and two cheap rules: “teh” is a slip, “very” a suggestion."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from lint import packages
from lint.annotate.pipeline import Pipeline
from lint.cli import boundary
from lint.workspace import Workspace

_SLIP = """\
kind: phrases
summary: A slip of the fingers
message: "“{match}” is a slip."
severity: error
confidence: high
why: Fingers are quicker than eyes.
source: the test desk
replace: {teh: the}
examples:
  - bad: It was <<teh>> end.
    fixed: It was the end.
  - ok: It was the end.
  - ok: Tehran is far.
"""
_TASTE = """\
kind: phrases
summary: A word to think about
message: "Is “{match}” needed?"
severity: suggestion
confidence: low
why: Often it is not.
source: the test desk
avoid: [very]
examples:
  - bad: It was <<very>> late.
  - ok: It was late.
  - ok: Every bus was late.
"""
_ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "LANG": "C.UTF-8",
    "HOME": "/nonexistent",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_AUTHOR_NAME": "Desk",
    "GIT_AUTHOR_EMAIL": "desk@example.org",
    "GIT_COMMITTER_NAME": "Desk",
    "GIT_COMMITTER_EMAIL": "desk@example.org",
}


class Repository:
    """A folder that is a git repository, with the shortest words for what is done in one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def git(self, *arguments: str, status: int = 0) -> str:
        ended = subprocess.run(["git", *arguments], cwd=self.folder, capture_output=True, check=False)
        assert ended.returncode == status, ended.stderr
        return ended.stdout.decode()

    def write(self, name: str, *lines: str, end: str = "\n") -> Path:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes("".join(f"{line}{end}" for line in lines).encode())
        return file

    def commit(self, message: str = "next") -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        return self.git("rev-parse", "HEAD").strip()


class Told(NamedTuple):
    """What came of a check: lines of slips by article, and what was said beside them."""

    status: int
    slips: dict[str, list[int]]
    report: dict
    stderr: str


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return Pipeline()


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pipeline: Pipeline) -> None:
    """Put two rules in place of the package's, share what reads words, and set the environment."""
    monkeypatch.setattr(Workspace, "_pipeline", lambda *_: pipeline)
    folder = tmp_path / "rules"
    (folder / "typos").mkdir(parents=True)
    (folder / "typos" / "teh.yaml").write_text(_SLIP, encoding="utf-8")
    (folder / "typos" / "very.yaml").write_text(_TASTE, encoding="utf-8")
    monkeypatch.setattr(packages, "own_rules", lambda: folder)
    for name in set(os.environ) - set(_ENVIRONMENT):
        monkeypatch.delenv(name)
    for name, value in {
        **_ENVIRONMENT,
        "GIT_CEILING_DIRECTORIES": str(tmp_path),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rules: None) -> Repository:  # noqa: ARG001
    folder = tmp_path / "repo"
    folder.mkdir()
    monkeypatch.chdir(folder)
    made = Repository(folder)
    made.git("init", "--quiet", "--initial-branch", "main")
    return made


@pytest.fixture
def copydesk(rules: None, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:  # noqa: ARG001
    """Run any command, in the folder we are in, and give status, standard output and standard error."""

    def run(*arguments: str) -> tuple[int, str, str]:
        status = boundary.run(arguments)
        return status, *capsys.readouterr()

    return run


@pytest.fixture
def check(rules: None, capsys: pytest.CaptureFixture[str]) -> Callable[..., Told]:  # noqa: ARG001
    """Run `copydesk check`, in the folder we are in."""

    def run(*arguments: str) -> Told:
        status = boundary.run(["check", "--format", "json", *arguments])
        out, err = capsys.readouterr()
        report = json.loads(out) if out else {}
        files = report.get("files", ())
        return Told(status, {f["path"]: [each["start"]["line"] for each in f["findings"]] for f in files}, report, err)

    return run
