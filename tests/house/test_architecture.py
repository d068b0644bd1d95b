"""What the code card says, as far as a machine can see it. The layers are import-linter's business."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "lint").rglob("*.py"))
_LONGEST_FUNCTION, _LONGEST_FILE = 50, 299
_UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX)\b")
# Brackets around a character, or this line would find itself.
_MACHINE = re.compile(r"[/]work/|[.]{2}/shared|[/]home/|pypi[.]org|python[h]osted|crates[.]io")


def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def imported(module: Path) -> Iterator[str]:
    """Give the top-level packages that a module imports, wherever it does so."""
    for node in ast.walk(tree(module)):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
        yield from (name.split(".")[0] for name in names)


def name(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_a_module_fits_in_view(module: Path) -> None:
    functions = [node for node in ast.walk(tree(module)) if isinstance(node, ast.FunctionDef)]
    lengths = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions}
    assert {each: lines for each, lines in lengths.items() if lines > _LONGEST_FUNCTION} == {}
    assert len(module.read_text(encoding="utf-8").split("\n")) - 1 <= _LONGEST_FILE


def test_nothing_is_left_unfinished() -> None:
    assert [name(module) for module in MODULES if _UNFINISHED.search(module.read_text(encoding="utf-8"))] == []


def test_what_is_imported_is_declared() -> None:
    """The wheel is tested beside this environment's packages, so here is where a missing dependency shows."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[<>=~! ;\[]", line)[0].lower() for line in project["dependencies"]}
    known = packages_distributions()
    used = {package for module in MODULES for package in imported(module)} - sys.stdlib_module_names - {"lint"}
    missing = {package for package in used if not declared & {each.lower() for each in known.get(package, ())}}
    assert missing == set()


def test_the_version_is_told_without_anything_heavy(copydesk) -> None:
    ended = copydesk("--version", flags=["-X", "importtime"])
    loaded = {line.rpartition("|")[2].strip().split(".")[0] for line in ended.stderr.splitlines()}
    assert (ended.returncode, ended.stdout) == (0, "copydesk 0.1.0\n")
    assert loaded & {"spacy", "numpy", "yaml", "pydantic", "lemminflect", "rapidfuzz", "re2"} == set()


def test_no_file_knows_the_machine_it_was_written_on(repository_files: list[Path]) -> None:
    files = [path for path in repository_files if path.name != "LICENSE"]
    texts = {path: (ROOT / path).read_bytes().decode("utf-8", "replace") for path in files}
    assert {str(path): found[0] for path, text in texts.items() if (found := _MACHINE.search(text))} == {}
