"""The page of the manual, and what --help says: both are complete, and read well on a terminal of 80 columns."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import click
import pytest

from lint.cli.commands import copydesk as program

ROOT = Path(__file__).parents[2]
MAN = ROOT / "docs" / "copydesk.1"


def everything(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Give the names that lead to each command."""
    yield path
    for name, inner in getattr(command, "commands", {}).items():
        yield from everything(inner, (*path, name))


COMMANDS = sorted(everything(program))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_fits_the_terminal_and_leaves_nothing_unsaid(command: tuple[str, ...]) -> None:
    text = subprocess.run(
        [sys.executable, "-m", "lint", *command, "--help"],
        cwd=ROOT,
        env={"COLUMNS": "80"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout
    assert text.startswith(f"Usage: {' '.join(['copydesk', *command])}")
    assert [line for line in text.splitlines()[1:] if len(line) > 80 or line.endswith("...")] == []
    found: click.Command = program
    for name in command:
        found = found.commands[name]  # type: ignore[attr-defined]
    assert [each.name for each in found.params if isinstance(each, click.Option) and not each.help] == []


def test_the_manual_says_what_the_commands_say(golden) -> None:
    spec = spec_from_file_location("build_man", ROOT / "scripts" / "build_man.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    golden(MAN, module.page())


def test_the_manual_has_every_command() -> None:
    text = MAN.read_text(encoding="utf-8")
    assert len(COMMANDS) > 20
    assert [path for path in COMMANDS[1:] if f"\n.SS copydesk {' '.join(path)} " not in text] == []


@pytest.mark.skipif(not shutil.which("groff"), reason="needs groff")
def test_the_typesetter_has_nothing_to_complain_of() -> None:
    ended = subprocess.run(
        ["groff", "-man", "-ww", "-Kutf8", "-Tutf8", MAN], capture_output=True, check=False, encoding="utf-8"
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "Exit status: 0 nothing at the level of --fail-on" in " ".join(ended.stdout.split())
