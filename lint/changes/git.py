"""Git as a child process: asked, never obeyed. What it refuses is told in our words, with the remedy."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from lint.errors import Place, UserError

_SETTINGS = (
    "core.fsmonitor=false",  # no programs that a repository names
    "core.hooksPath=/dev/null",
)
# Variables that would change what paths mean or what a diff looks like. Those by which a hook is told of its
# repository and index (GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE …) stay.
_DISTURBING = frozenset(
    "GIT_EXTERNAL_DIFF GIT_DIFF_OPTS GIT_LITERAL_PATHSPECS GIT_GLOB_PATHSPECS GIT_NOGLOB_PATHSPECS GIT_ICASE_PATHSPECS "
    "GIT_TRACE LANGUAGE".split()
)
_UNSAFE = re.compile(r"detected dubious ownership in repository at '(.*)'", re.DOTALL)


class Refused(Exception):
    """Git ended with an error; the text is what it said."""


def ask(arguments: Sequence[str], stdin: bytes = b"") -> bytes:
    """Run git with these arguments in the folder we are in and give its answer.

    Raise Refused if git ends with an error, UserError if it cannot be run.
    """
    import subprocess

    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    try:
        ended = subprocess.run(
            ["git", *settings, *arguments], input=stdin, capture_output=True, check=False, env=_environment()
        )
    except FileNotFoundError:
        remedy = "Install it, or name the files to check instead."
        raise UserError("What has changed is asked of git, and git is not installed.", None, remedy) from None
    except OSError as error:
        raise UserError(f"What has changed is asked of git, which cannot be run: {error.strerror}.") from None
    if ended.returncode:
        raise Refused(ended.stderr.decode("utf-8", "replace").strip())
    return ended.stdout


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in dict(os.environ).items() if name not in _DISTURBING}
    return {**kept, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}


def top() -> Path:
    """Give the root of the work tree we are in; raise UserError if there is none, or git will not speak of it."""
    try:
        return Path(os.fsdecode(ask(["rev-parse", "--show-toplevel"]).removesuffix(b"\n")))
    except Refused as refused:
        raise _no_work_tree(str(refused)) from None


def _no_work_tree(said: str) -> UserError:
    here = Place(str(Path.cwd()))
    if unsafe := _UNSAFE.search(said):
        remedy = f"If you trust it: git config --global --add safe.directory '{unsafe[1]}'"
        return UserError("This git repository belongs to another user, and git will not read it.", here, remedy)
    if "not a git repository (or any" in said:
        remedy = "What has changed is known to git alone; without it, name the files to check."
        return UserError("This is no git repository.", here, remedy)
    if "must be run in a work tree" in said:
        return UserError("This is a git repository without a work tree.", here, "Go to a clone that has one.")
    return failed(said, here)


def failed(said: str, place: Place | None = None) -> UserError:
    """Give the error that tells what git said when we have no words of our own for it."""
    first = said.split("\n", 1)[0].removeprefix("fatal: ").rstrip(".")
    return UserError(f"Git could not tell what has changed: {first or 'it ended with an error'}.", place)
