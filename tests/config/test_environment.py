"""The environment: what docs/configuration.md lists is what the code asks for."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
_ELSEWHERE = {"COLUMNS", "HOME", "_COPYDESK_COMPLETE"}
"""What is asked for by the libraries below us: the width of the terminal, the home of the user, completion."""


def asked_for(module: Path) -> Iterator[str]:
    """Give the names of variables that a module asks `os.environ` or `os.getenv` for, or click by `envvar`."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    constants = {
        target.id: node.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        name: ast.expr | None = None
        if isinstance(node, ast.Call) and re.fullmatch(r"os\.(environ\.\w+|getenv)", ast.unparse(node.func)):
            name = node.args[0]
        elif isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ":
            name = node.slice
        elif isinstance(node, ast.Compare) and any(ast.unparse(each) == "os.environ" for each in node.comparators):
            name = node.left
        elif isinstance(node, ast.keyword) and node.arg == "envvar":
            name = node.value
        if name is not None:
            yield name.value if isinstance(name, ast.Constant) else constants[ast.unparse(name)]


def test_every_variable_that_is_read_is_listed_and_no_other() -> None:
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    section = page.split("\n## The environment\n")[1].split("\n## ")[0]
    listed = re.findall(r"(?m)^\| `(\w+)` \|", section)
    read = {name for module in (ROOT / "lint").rglob("*.py") for name in asked_for(module)}
    assert len(read) > 5
    assert sorted(listed) == sorted(read | _ELSEWHERE)
