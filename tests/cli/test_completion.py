"""Completion: what a shell offers, and what stands on the line of a real bash after the Tab key."""

import os
import pty
import re
import select
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DESK = Path(__file__).parent / "desk"
needs_bash = pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
_PROMPT = "desk> "


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Give a folder with rules of its own, a program `copydesk` beside it, and a start-up file for bash."""
    folder = tmp_path / "desk"
    folder.mkdir()
    shutil.copytree(DESK / "rules", folder / "rules")
    (folder / ".copydesk.yaml").touch()
    (folder / "draft.md").touch()
    program = tmp_path / "copydesk"
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m lint "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    (tmp_path / "bashrc").write_text(
        f'PATH="{tmp_path}:$PATH"; PS1="{_PROMPT}"; bind "set enable-bracketed-paste off"; eval "$(copydesk completion bash)"\n',
        encoding="utf-8",
    )
    return folder


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_the_script_of_the_shell(copydesk, shell: str) -> None:
    outcome = copydesk(f"completion {shell}")
    assert outcome.status == 0
    assert f"_COPYDESK_COMPLETE={shell}_complete" in outcome.stdout


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("copydesk ba", ["baseline"]),
        ("copydesk baseline ", ["show", "update", "write"]),
        ("copydesk rules t", ["test", "try"]),
        ("copydesk explain house/ver", ["house/very"]),
        ("copydesk rules try house/ver", ["house/very"]),
        ("copydesk check --select house/very,house/u", ["house/very,house/utilise"]),
        ("copydesk check --format ch", ["checkstyle"]),
        ("copydesk check --format-as ht", ["html"]),
        ("copydesk check --output git", ["github:", "github-summary:", "gitlab:"]),
        ("copydesk check --fail-on wa", ["warning"]),
        ("copydesk check --chan", ["--changed-lines"]),
        ("copydesk config show --select house/ver", ["house/very"]),
    ],
)
@needs_bash
def test_bash_is_offered_what_can_follow(line: str, offered: list[str], desk: Path) -> None:
    words = shlex.split(line) + [""] * line.endswith(" ")
    script = 'source ../bashrc 2>/dev/null; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _copydesk_completion copydesk'
    command = ["bash", "-c", f'{script} 2>/dev/null; printf "%s\\n" "${{COMPREPLY[@]}}"', "bash", *words]
    ended = subprocess.run(command, cwd=desk, capture_output=True, check=False, encoding="utf-8")
    assert ended.stdout.split() == offered


@contextmanager
def typing(folder: Path) -> Iterator[int]:
    """Give a terminal at which a bash waits for keys."""
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.execvpe("bash", ["bash", "--noprofile", "--rcfile", "../bashrc", "-i"], {**os.environ, "TERM": "dumb"})  # noqa: S606
    try:
        read(terminal, _PROMPT)
        yield terminal
    finally:
        os.close(terminal)  # bash hangs up
        os.waitpid(process, 0)


def read(terminal: int, awaited: str) -> str:
    """Read what the terminal shows until this stands in it."""
    shown = ""
    while not re.search(awaited, shown):
        assert select.select([terminal], [], [], 60)[0], f"{awaited!r} never comes: {shown!r}"
        shown += os.read(terminal, 1024).decode()
    return shown


@needs_bash
@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ("copydesk rules tr\thouse/ver\t!", "copydesk rules try house/very !"),
        ("copydesk check --output sa\tout.sarif!", "copydesk check --output sarif:out.sarif!"),
        ("copydesk check --output dr\t!", "copydesk check --output draft.md !"),
        ("copydesk check dr\t!", "copydesk check draft.md !"),
    ],
)
def test_the_tab_key_completes_a_line(keys: str, line: str, desk: Path) -> None:
    with typing(desk) as terminal:
        os.write(terminal, keys.encode())
        assert line in read(terminal, "!")
