"""What is not in the output: how the process ends, what it loads, and what the environment changes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lint import session
from lint.cli.output import use_color

ROOT = Path(__file__).parents[2]
needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")


def failing(error: BaseException):
    def check(*_arguments: object) -> None:
        raise error

    return check


def python(*arguments: str, **options) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "XDG_CACHE_HOME")}
    environment = {**kept, "PYTHONPATH": str(ROOT), **options.pop("env", {})}
    return subprocess.run(
        [sys.executable, *arguments], env=environment, capture_output=True, check=False, encoding="utf-8", **options
    )


def test_bad_bytes_are_told_with_their_place_and_the_other_files_are_checked(copydesk, tmp_path: Path) -> None:
    (tmp_path / "latin.md").write_bytes("# Über\n\nCaf".encode() + b"\xe9 society\n")
    (tmp_path / "clean.md").write_text("The bridge is open.\n", encoding="utf-8")
    outcome = copydesk("check .")
    assert outcome.status == 2
    assert outcome.stdout == "Nothing to query in 1 article (4 words). 1 problem on the way: exit status 2.\n"
    assert outcome.stderr.startswith("copydesk: latin.md:3:4: Byte 0xe9 at byte offset 12 is not UTF-8.")


def test_control_c_ends_with_130_and_one_line(copydesk, monkeypatch) -> None:
    monkeypatch.setattr(session, "check", failing(KeyboardInterrupt()))
    outcome = copydesk("check .")
    assert (outcome.status, outcome.stdout) == (130, "")
    assert outcome.stderr.strip() == "copydesk: interrupted"


def test_an_internal_error_is_one_line_and_status_2(copydesk, monkeypatch) -> None:
    monkeypatch.setattr(session, "check", failing(RuntimeError("a\x1b[31m\nb")))
    outcome = copydesk("check .")
    assert outcome == (
        2,
        "",
        "copydesk: internal error: RuntimeError: a␛[31m b – please report it; COPYDESK_DEBUG=1 shows where it happened\n",
    )


def test_an_end_of_file_is_no_interruption(copydesk, monkeypatch) -> None:
    """Python raises it where a full disk has cut off what it keeps of a module."""
    monkeypatch.setattr(session, "check", failing(EOFError("marshal data too short")))
    outcome = copydesk("check .")
    assert outcome.status == 2
    assert outcome.stderr.strip().startswith("copydesk: internal error: EOFError: marshal data too short")


def test_debugging_shows_where_an_internal_error_happened(copydesk, monkeypatch) -> None:
    monkeypatch.setattr(session, "check", failing(RuntimeError("boom")))
    monkeypatch.setenv("COPYDESK_DEBUG", "1")
    assert "Traceback" in copydesk("check .").stderr


def test_a_closed_pipe_ends_without_a_word() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "lint", "completion", "zsh"]
    with os.fdopen(writing, "w") as pipe:
        ended = subprocess.run(command, stdout=pipe, stderr=subprocess.PIPE, check=False, cwd=ROOT)
    assert (ended.returncode, ended.stderr) == (141, b"")


@needs_full
def test_a_full_disk_is_no_success() -> None:
    command = [sys.executable, "-m", "lint", "completion", "zsh"]
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, cwd=ROOT, encoding="utf-8")
    assert ended.returncode == 2
    assert "No space left" in ended.stderr
    assert "Traceback" not in ended.stderr


def at_a_shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", f"{sys.executable} -m lint {command}"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        cwd=folder,
        encoding="utf-8",
    )


@pytest.mark.parametrize("nowhere", ["2>&-", pytest.param("2>/dev/full", marks=needs_full)])
def test_the_exit_status_is_right_where_a_complaint_cannot_be_written(nowhere: str, tmp_path: Path) -> None:
    assert at_a_shell(f"completion zsh {nowhere}", tmp_path).returncode == 0
    assert at_a_shell(f"completion csh {nowhere}", tmp_path).returncode == 2


def test_what_goes_to_a_closed_standard_output_is_no_success(tmp_path: Path) -> None:
    ended = at_a_shell("completion zsh >&-", tmp_path)
    assert ended.returncode == 2
    assert ended.stderr == "copydesk: standard output cannot be written: Bad file descriptor\n"


def test_a_closed_standard_input_is_no_empty_draft(tmp_path: Path) -> None:
    ended = at_a_shell("check - <&-", tmp_path)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("copydesk: Standard input cannot be read: Bad file descriptor.")


def test_a_folder_that_is_gone_is_no_mistake_of_ours(copydesk, tmp_path: Path, monkeypatch) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    folder.rmdir()
    for command in ("check", "init", "rules list"):
        told = "copydesk: The folder that Copydesk runs in is gone. Change into one that is there.\n"
        assert copydesk(command) == (2, "", told)


@pytest.mark.parametrize("command", ["check --fix ''", "sources ''", "baseline write ''", "rules try typos/x ''"])
def test_an_empty_path_is_not_the_folder_we_are_in(copydesk, tmp_path: Path, command: str) -> None:
    (tmp_path / "a.md").write_text("The bridge is open.\n", encoding="utf-8")
    outcome = copydesk(command)
    assert (outcome.status, outcome.stdout) == (2, "")
    assert "an empty path names no file. “.” is this folder." in outcome.stderr


@pytest.mark.parametrize("command", ["chekc .", "check --formt json", "check --fail-on x", "completion csh", "explain"])
def test_wrong_usage_is_one_line_and_status_2(copydesk, command: str) -> None:
    outcome = copydesk(command)
    assert (outcome.status, outcome.stdout) == (2, "")
    assert outcome.stderr.startswith("copydesk: ")
    assert outcome.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "command",
    [
        "-h",
        "check -h",
        "explain --help",
        "rules -h",
        "rules list -h",
        "rules test -h",
        "baseline -h",
        "baseline update -h",
    ],
)
def test_every_command_has_help(copydesk, command: str) -> None:
    outcome = copydesk(command)
    assert (outcome.status, outcome.stderr) == (0, "")
    assert outcome.stdout.startswith("Usage: copydesk")


@pytest.mark.parametrize("group", ["", "baseline", "cache", "config", "names", "rules"])
def test_a_list_of_commands_cuts_no_sentence_off(copydesk, monkeypatch, group: str) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    commands = copydesk(f"{group} --help").stdout.partition("Commands:\n")[2].splitlines()
    assert commands
    assert all(line.endswith(".") and not line.endswith("...") for line in commands)


def test_the_version_loads_nothing_heavy() -> None:
    script = (
        "import sys\n"
        "from lint.cli.boundary import run\n"
        "run(['--version'])\n"
        "print(sorted({'spacy', 'yaml', 'pydantic', 'wcwidth', 'pathspec', 'lemminflect'} & set(sys.modules)))\n"
    )
    assert python("-c", script).stdout == "copydesk 0.1.0\n[]\n"


def test_what_the_encoding_lacks_is_escaped(tmp_path: Path) -> None:
    ended = python("-m", "lint", env={"PYTHONIOENCODING": "ascii"}, cwd=tmp_path)
    assert "\\u201ccopydesk check" in ended.stdout


@pytest.mark.parametrize(
    ("choice", "environment", "expected"),
    [
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
        ("auto", {}, False),
        ("auto", {"FORCE_COLOR": "1"}, True),
        ("auto", {"FORCE_COLOR": "0"}, False),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colour_follows_choice_environment_and_terminal(monkeypatch, choice, environment, expected) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert use_color(choice) is expected


def test_nothing_is_kept_in_the_users_cache_but_our_own(tmp_path: Path) -> None:
    (tmp_path / "ferry.md").write_text("The committee wants see the report before it votes.\n", encoding="utf-8")
    home = tmp_path / "home"
    environment = {"HOME": str(home), "XDG_CACHE_HOME": ""}
    ended = python("-m", "lint", "check", "--select", "typos/likely-missing-word", env=environment, cwd=tmp_path)
    assert "typos/likely-missing-word" in ended.stdout
    assert [path.name for path in (home / ".cache").iterdir()] == ["copydesk"]
