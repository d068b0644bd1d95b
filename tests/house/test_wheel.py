"""The wheel: installed where nothing else of this repository is, it checks a draft with all rules."""

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DRAFT = "The mayor said that that was the the end of it.\n"
# Runs a command line and names every file that was opened on the way, on the last line of standard error.
_WATCHED = """
import sys
opened = set()
sys.addaudithook(lambda event, values: opened.add(str(values[0])) if event == "open" else None)
from lint.cli.boundary import run
status = run(sys.argv[1:])
print("\\0".join(sorted(opened)), file=sys.stderr)
sys.exit(status)
"""
pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.defpath, "LANG": "C.UTF-8", "HOME": str(cwd)}
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, check=False, encoding="utf-8", timeout=300
    )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, install it into an empty environment, and give that environment's folder of programs.

    What the wheel depends on is lent by this environment, so that the test works without a network and is quick. A
    line in a .pth file lends packages alone: the link that leads from this environment to the checkout is such a file
    itself, and those are not followed. That all dependencies are declared is tested in test_architecture.
    """
    folder = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    assert built.returncode == 0, built.stdout + built.stderr
    run(sys.executable, "-m", "venv", "--without-pip", folder / "venv", cwd=folder)
    programs = folder / "venv" / "bin"
    wheel = next(folder.glob("*.whl"))
    pip = (sys.executable, "-m", "pip", "--python", programs / "python")
    put = run(*pip, "install", "--quiet", "--no-index", "--no-deps", wheel, cwd=folder)
    assert put.returncode == 0, put.stderr
    site = next((folder / "venv" / "lib").glob("python*/site-packages"))
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return programs


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Give a folder far from the checkout with one draft in it."""
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    return tmp_path


def test_the_installed_command_checks_a_draft(installed: Path, desk: Path) -> None:
    ended = run(installed / "copydesk", "check", "draft.md", cwd=desk)
    assert (ended.returncode, ended.stderr) == (1, "")
    assert "typos/doubled-word" in ended.stdout


def test_the_installed_command_writes_a_proof_with_its_style_and_script(installed: Path, desk: Path) -> None:
    ended = run(installed / "copydesk", "check", "--format", "html", "draft.md", cwd=desk)
    assert (ended.returncode, ended.stderr) == (1, "")
    assert ended.stdout.startswith("<!DOCTYPE html>")
    assert ended.stdout.count("--paper:") == ended.stdout.count('"use strict"') == 1


def test_the_installed_command_has_all_rules_and_proves_them(installed: Path, desk: Path) -> None:
    rules = json.loads(run(installed / "copydesk", "rules", "list", "--format", "json", cwd=desk).stdout)
    in_checkout = [path.relative_to(ROOT / "rules").with_suffix("") for path in (ROOT / "rules").rglob("*.yaml")]
    assert [rule["rule"] for rule in rules] == sorted(path.as_posix() for path in in_checkout)
    assert run(installed / "copydesk", "rules", "test", cwd=desk).returncode == 0


def test_the_installed_command_opens_no_file_of_the_checkout(installed: Path, desk: Path) -> None:
    ended = run(installed / "python", "-c", _WATCHED, "check", "draft.md", cwd=desk)
    assert ended.returncode == 1, ended.stderr
    opened = [Path(name) for name in ended.stderr.splitlines()[-1].split("\0")]
    lent = Path(sysconfig.get_path("purelib"))
    assert [path for path in opened if path.is_relative_to(ROOT) and not path.is_relative_to(lent)] == []
    assert [path.name for path in opened if path.name == "doubled-word.yaml"] == ["doubled-word.yaml"]


def test_the_installed_command_reads_english_with_the_pipeline_of_the_wheel(installed: Path, desk: Path) -> None:
    (desk / "draft.md").write_text("As Draper to continues her tour, the union keeps its distance.\n", encoding="utf-8")
    ended = run(installed / "python", "-c", _WATCHED, "check", "draft.md", cwd=desk)
    assert (ended.returncode, "typos/to-finite-verb" in ended.stdout) == (1, True), ended.stderr
    models = [Path(name) for name in ended.stderr.splitlines()[-1].split("\0") if name.endswith("tagger/model")]
    assert [path.is_relative_to(installed.parent) for path in models] == [True]


def test_the_wheel_holds_the_package_and_nothing_else(installed: Path) -> None:
    site = next(installed.parent.glob("lib/python*/site-packages"))
    names = {path.name for path in site.iterdir()} - {"lent.pth", "__pycache__"}
    assert names == {"lint", "copydesk-0.1.0.dist-info"}
    assert (site / "lint" / "py.typed").exists()
    assert (site / "copydesk-0.1.0.dist-info" / "licenses" / "lint" / "language" / "en_copydesk" / "NOTICE").exists()
