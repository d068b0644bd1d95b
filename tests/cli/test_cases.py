"""Command lines as files. Each folder in `cases` holds `cmd`, and what is not empty of:

`in/` (laid over `desk`, this is the folder it runs in; `dot-x` becomes `.x`), `env` (lines of NAME=value), `stdin`,
`stdout`, `stderr`, and `status` (0 if it is not there).
COPYDESK_WRITE_CASES=1 writes what came out instead of comparing it: read the diff before you keep it.
"""

import os
import shutil
from pathlib import Path

import pytest

DESK = Path(__file__).parent / "desk"
CASES = Path(__file__).parent / "cases"
WRITE = bool(os.environ.get("COPYDESK_WRITE_CASES"))


def _content(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""


def _lay_out(folder: Path, *trees: Path) -> None:
    for tree in filter(Path.exists, trees):
        shutil.copytree(tree, folder, dirs_exist_ok=True)
    for hidden in sorted(folder.rglob("dot-*"), reverse=True):
        hidden.rename(hidden.with_name(hidden.name.replace("dot-", ".", 1)))


def _write(file: Path, text: str) -> None:
    file.unlink(missing_ok=True)
    if text:
        file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_a_command_line_says_and_returns_what_its_case_records(
    case: Path, tmp_path: Path, copydesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    _lay_out(tmp_path, DESK, case / "in")
    for line in _content(case / "env").splitlines():
        monkeypatch.setenv(*line.split("=", maxsplit=1))
    stdin = case / "stdin"
    outcome = copydesk(_content(case / "cmd").strip(), stdin.read_bytes() if stdin.exists() else b"")
    told = {
        "stdout": outcome.stdout,
        "stderr": outcome.stderr,
        "status": f"{outcome.status}\n" if outcome.status else "",
    }
    if WRITE:
        for name, text in told.items():
            _write(case / name, text)
    assert told == {name: _content(case / name) for name in told}
