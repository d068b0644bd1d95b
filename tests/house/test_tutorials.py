"""The tutorials are run: each command in a copy of the folder that its page names, in the order of the page.

`<!-- begins in FOLDER -->` says which; it becomes a git repository. A block of `console` is commands and what they print. Any
other block whose first line names a file (`# .copydesk.yaml`, `<!-- draft.md -->`) is saved there, without that line
unless it is a comment of the file's own kind.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TUTORIALS = sorted((ROOT / "docs" / "tutorials").glob("*.md"))
_BEGINS = re.compile(r"<!-- begins in (\S+) -->")
_BLOCK = re.compile(r"(?ms)^```(\w+)\n(.*?)^```$")
_FILE = re.compile(r"(?:#|<!--) (\S+\.\w+)(?: -->)?\n")
_GIT = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Desk"), ("EMAIL", "desk@example.org"), ("DATE", "2025-06-01T12:00:00+00:00"))
} | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


@pytest.fixture
def shell(tmp_path: Path):
    """Run a line in a shell that finds `copydesk`; give what it prints, errors too."""
    programs = tmp_path / "programs"
    programs.mkdir()
    program = programs / "copydesk"
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m lint "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    environment = _GIT | {
        "PATH": f"{programs}:{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "LANG": "C.UTF-8",
        "COLUMNS": "88",
        "NO_COLOR": "1",
    }

    def run(line: str, folder: Path) -> str:
        ended = subprocess.run(
            ["bash", "-c", line],
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            encoding="utf-8",
            timeout=120,
        )
        told = ended.stdout.replace(str(tmp_path), "~")
        return told if told.endswith("\n") or not told else f"{told}\n"

    return run


@pytest.mark.parametrize("tutorial", TUTORIALS, ids=lambda path: path.stem)
def test_the_commands_of_a_tutorial_print_what_it_says(tutorial: Path, shell, golden, tmp_path: Path) -> None:
    text = tutorial.read_text(encoding="utf-8")
    begins = _BEGINS.search(text)
    assert begins, "a tutorial says where it begins"
    folder = tmp_path / "newsroom"
    shutil.copytree(ROOT / begins[1], folder)
    shell("git init -q -b main && git add -A && git commit -q -m 'As it was'", folder)
    commands = 0

    def play(match: re.Match[str]) -> str:
        nonlocal commands
        kind, content = match.groups()
        if kind == "console":
            lines = [line[2:] for line in content.splitlines() if line.startswith("$ ")]
            commands += len(lines)
            return "```console\n" + "".join(f"$ {line}\n{shell(line, folder)}" for line in lines) + "```"
        if named := _FILE.match(content):
            file = folder / named[1]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content if kind == "yaml" else content[named.end() :], encoding="utf-8")
        return match[0]

    golden(tutorial, _BLOCK.sub(play, text))
    assert commands > 3
