"""The wheel: installed where nothing else of this repository is, it checks a draft with all rules."""

import json
import os
import re
import signal
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
DRAFT = "The mayor said that that was the the end of it.\n"
_LARGEST = 40_000_000  # bytes: more, and somebody should have thought about it
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
# Runs a command line and tells how many processes were started on the way, on standard error.
_COUNTED = """
import sys
from multiprocessing.process import BaseProcess
started, start = [], BaseProcess.start
BaseProcess.start = lambda process: (started.append(process), start(process))
from lint.cli.boundary import run
status = run(sys.argv[1:])
print(len(started), file=sys.stderr)
sys.exit(status)
"""
# Imports every module of the package, and names those it cannot.
_IMPORTED = """
import importlib, pkgutil, lint
names = [module.name for module in pkgutil.walk_packages(lint.__path__, "lint.") if module.name != "lint.__main__"]
for name in names:
    importlib.import_module(name)
print(len(names))
"""
Ended = subprocess.CompletedProcess[str]
pytestmark = pytest.mark.slow


def environment(folder: Path) -> dict[str, str]:
    return {"PATH": os.defpath, "LANG": "C.UTF-8", "HOME": str(folder)}


def run(*command: str | Path, cwd: Path) -> Ended:
    return subprocess.run(
        command, cwd=cwd, env=environment(cwd), capture_output=True, check=False, encoding="utf-8", timeout=300
    )


def needed() -> set[str]:
    """Give the names of all packages that Copydesk needs to run, and of those they need."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: set[str] = set()
    left = list(project["dependencies"])
    while left:
        wanted = Requirement(left.pop())
        name = canonicalize_name(wanted.name)
        if name not in found and (wanted.marker is None or wanted.marker.evaluate({"extra": ""})):
            found.add(name)
            left += distribution(name).requires or []
    return found


def lend(folder: Path) -> None:
    """Put links to what Copydesk needs into a folder, and to nothing else: neither this checkout nor what develops it."""
    folder.mkdir()
    for name in sorted(needed()):
        package = distribution(name)
        tops = {path.parts[0] for path in package.files or () if path.parts[0] not in {"..", "__pycache__"}}
        for top in tops:
            if not (folder / top).exists():
                (folder / top).symlink_to(package.locate_file(top))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from this folder, and into a folder beside it the sdist and from that another wheel."""
    folder = tmp_path_factory.mktemp("built")
    for options in (("--wheel", "--outdir", folder), ("--outdir", folder / "sdist")):
        ended = run(sys.executable, "-m", "build", "--no-isolation", *options, ROOT, cwd=folder)
        assert ended.returncode == 0, ended.stdout + ended.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    (wheel,) = built.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into an empty environment, and give that environment's folder of programs.

    What the wheel depends on is lent by this environment, so that the test works without a network and is quick.
    """
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "venv", "--without-pip", folder / "venv", cwd=folder)
    programs = folder / "venv" / "bin"
    site = next((folder / "venv" / "lib").glob("python*/site-packages"))
    lend(folder / "lent")
    (site / "lent.pth").write_text(f"{folder / 'lent'}\n", encoding="utf-8")
    put = run(*pip(programs), "install", "--quiet", "--no-index", wheel, cwd=folder)
    assert put.returncode == 0, put.stderr
    return programs


def pip(programs: Path) -> tuple[str | Path, ...]:
    return (sys.executable, "-m", "pip", "--python", programs / "python")


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


def test_what_is_lent_is_all_that_is_needed(installed: Path, tmp_path: Path) -> None:
    ended = run(*pip(installed), "check", cwd=tmp_path)
    assert (ended.returncode, ended.stdout) == (0, "No broken requirements found.\n"), ended.stderr
    for stranger in ("pytest", "hypothesis", "jsonschema", "playwright", "mkdocs", "marko", "html5lib"):
        assert run(installed / "python", "-c", f"import {stranger}", cwd=tmp_path).returncode == 1, stranger


def test_every_module_can_be_imported_without_what_develops_it(installed: Path, tmp_path: Path) -> None:
    ended = run(installed / "python", "-c", _IMPORTED, cwd=tmp_path)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert int(ended.stdout) > 100


def test_a_pack_can_be_turned_on(installed: Path, desk: Path) -> None:
    (desk / "draft.md").write_text("The mayor wants to utilise the bridge.\n", encoding="utf-8")
    plain = run(installed / "copydesk", "check", "--all", "--format", "json", "draft.md", cwd=desk)
    assert json.loads(plain.stdout)["files"][0]["findings"] == []
    (desk / ".copydesk.yaml").write_text("packs: [style/plain]\n", encoding="utf-8")
    ended = run(installed / "copydesk", "check", "--all", "--format", "json", "draft.md", cwd=desk)
    (finding,) = json.loads(ended.stdout)["files"][0]["findings"]
    assert (finding["text"], finding["rule"].startswith("style/plain/")) == ("utilise", True)


def test_a_configuration_is_begun_shown_and_described(installed: Path, desk: Path) -> None:
    assert run(installed / "copydesk", "init", cwd=desk).returncode == 0
    assert (desk / ".copydesk.yaml").exists()
    shown = run(installed / "copydesk", "config", "show", "--all", "draft.md", cwd=desk)
    assert (shown.returncode, "typos/doubled-word" in shown.stdout) == (0, True)
    schema = json.loads(run(installed / "copydesk", "config", "schema", cwd=desk).stdout)
    assert "packs" in schema["properties"]


def test_every_format_is_written(installed: Path, desk: Path) -> None:
    listed = run(installed / "copydesk", "check", "--help", cwd=desk).stdout
    told = re.search(r"How to report on standard output: ([\w\s,-]+)\.", listed)[1]
    formats = [name.strip() for name in re.sub(r"-\s+", "-", told).split(",")]
    assert len(formats) > 10
    outputs = [f"--output={name}:{name}.out" for name in formats]
    ended = run(installed / "copydesk", "check", *outputs, "draft.md", cwd=desk)
    assert (ended.returncode, ended.stderr) == (1, "")
    texts = {name: (desk / f"{name}.out").read_text(encoding="utf-8") for name in formats}
    assert [name for name, text in texts.items() if "doubled-word" not in text] == []


def test_two_processes_find_what_one_finds(installed: Path, desk: Path) -> None:
    for number in range(4):
        (desk / f"{number}.md").write_text("The council waited.\n\n" * 4_000 + DRAFT, encoding="utf-8")
    command = (installed / "python", "-c", _COUNTED, "check", "--no-cache", "--select", "typos/doubled-word")
    one, two = (run(*command, "--jobs", jobs, "--format", "line", cwd=desk) for jobs in ("1", "2"))
    assert (one.stderr, two.stderr) == ("0\n", "2\n")
    assert (one.returncode, two.returncode) == (1, 1)
    assert one.stdout == two.stdout
    assert one.stdout.count("typos/doubled-word") == 5


def test_a_watch_starts_and_stops(installed: Path, desk: Path) -> None:
    command = (installed / "copydesk", "check", "--watch", "draft.md")
    with subprocess.Popen(
        command,
        cwd=desk,
        env=environment(desk),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as watch:
        told = watch.stderr.readline()
        watch.send_signal(signal.SIGINT)
        report, _ = watch.communicate(timeout=60)
    assert (watch.returncode, "1 error" in told) == (0, True)
    assert "typos/doubled-word" in report


def test_known_findings_are_recorded_and_fixes_are_made(installed: Path, desk: Path) -> None:
    assert run(installed / "copydesk", "baseline", "write", "draft.md", cwd=desk).returncode == 0
    assert run(installed / "copydesk", "check", "draft.md", cwd=desk).returncode == 0
    ended = run(installed / "copydesk", "check", "--no-baseline", "--fix", "draft.md", cwd=desk)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert (desk / "draft.md").read_text(encoding="utf-8") == DRAFT.replace("the the", "the")


def test_the_page_of_the_manual_is_installed(installed: Path) -> None:
    page = installed.parent / "share" / "man" / "man1" / "copydesk.1"
    assert page.read_bytes() == (ROOT / "docs" / "copydesk.1").read_bytes()


def test_the_wheel_holds_the_package_and_nothing_else(installed: Path, wheel: Path) -> None:
    site = next(installed.parent.glob("lib/python*/site-packages"))
    names = {path.name for path in site.iterdir()} - {"lent.pth", "__pycache__"}
    assert names == {"lint", "copydesk-0.1.0.dist-info"}
    assert (site / "lint" / "py.typed").exists()
    assert (site / "copydesk-0.1.0.dist-info" / "licenses" / "lint" / "language" / "en_copydesk" / "NOTICE").exists()
    files = zipfile.ZipFile(wheel).namelist()
    assert [name for name in files if re.search(r"__pycache__|\.pyc$|(?:^|/)\.|(?:^|/)tests?/", name)] == []
    assert wheel.stat().st_size < _LARGEST


def test_the_sdist_makes_the_same_wheel(built: Path, wheel: Path) -> None:
    (again,) = (built / "sdist").glob("*.whl")
    record, other = (
        zipfile.ZipFile(each).read("copydesk-0.1.0.dist-info/RECORD").decode().splitlines() for each in (wheel, again)
    )
    assert len(record) > 300
    assert sorted(record) == sorted(other)
