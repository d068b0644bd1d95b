"""A repository that nobody trusts: whatever its configuration says, nothing of it is run, and reading it ends."""

import sys
from pathlib import Path

import pytest

MARK = "from pathlib import Path\nPath({mark!r}).touch()\n"
RULE = (
    "kind: code\ncheck: {check}\nsummary: A trap\nmessage: Found.\nseverity: error\nconfidence: high\nwhy: For a test.\n"
    "source: Nobody\nexamples: [bad: <<The>> end., ok: An end., ok: No end.]\n"
)


def write(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def trap(run, tmp_path: Path) -> Path:
    """Fill a repository with Python that leaves a mark if it is run; give the place of the mark."""
    assert run("--version")[0] == 0
    mark = tmp_path / "mark"
    Path(".git").mkdir()
    write("draft.md", "The ferry sails on Monday.\n")
    for name in ("conftest.py", "sitecustomize.py", "trap/__init__.py", "trap/checks.py", "trap/rules/house/trap.py"):
        write(name, MARK.format(mark=str(mark)))
    write("trap/copydesk.yaml", "packs: style\n")
    write(
        "trap/trap-1.0/config.cfg",
        '[nlp]\nlang = "en"\npipeline = ["tagger"]\n[components.tagger]\nfactory = "tagger"\n',
    )
    write("trap/trap-1.0/meta.json", "{}")
    return mark


@pytest.mark.parametrize(
    ("configuration", "told"),
    [
        ("language: {pipeline: ./trap/trap-1.0}", "is a folder, and loading one can run code"),
        ("language: {pipeline: trap}", "“trap” is not installed"),
        ("extends: trap/checks.py", "A configuration must be a mapping"),
        ("extends: trap/copydesk.yaml", ""),
        ("rule_folders: [trap/rules]", ""),
    ],
)
def test_no_configuration_runs_what_lies_in_the_repository(
    run, trap: Path, monkeypatch: pytest.MonkeyPatch, configuration: str, told: str
) -> None:
    monkeypatch.syspath_prepend("")
    write(".copydesk.yaml", f"{configuration}\n")
    status, stdout, stderr = run("check draft.md --select copy")
    assert (status, told in stderr) == (2 if told else 0, True), stdout + stderr
    assert not trap.exists()
    assert "trap" not in sys.modules


@pytest.mark.parametrize("check", ["trap.checks", "os.system", "trap.checks.__init__", "..trap.checks", "_os.path"])
def test_a_rule_of_the_repository_runs_none_of_its_python(run, trap: Path, monkeypatch, check: str) -> None:
    monkeypatch.syspath_prepend("")
    write(".copydesk.yaml", "")
    write("rules/house/trap.yaml", RULE.format(check=check))
    status, _, stderr = run("check draft.md --select house")
    assert (status, "rules/house/trap.yaml:" in stderr) == (2, True), stderr
    assert not trap.exists()


@pytest.mark.parametrize(
    "configuration",
    [
        "extends: endless.yaml",
        "word_files: endless.yaml",
        "names: endless.yaml",
        "rule_folders: [endless]",
        "exclude: x",
    ],
)
def test_what_never_ends_is_not_read(run, configuration: str) -> None:
    for name in ("endless.yaml", "endless/house/rule.yaml", "sub/.gitignore", "endless.md"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).symlink_to("/dev/zero")
    write("sub/draft.md", "The ferry sails on Monday.\n")
    write(".copydesk.yaml", f"{configuration}\n")
    status, stdout, stderr = run("check . --select typos/doubled-word,names/archive-name")
    assert status == (0 if "exclude" in configuration else 2), stdout + stderr
    assert ("ordinary file" in stderr or "There is no file" in stderr) is (status == 2)
