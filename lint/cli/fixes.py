"""The options of `check` that fix, and where the new texts go: into their files, to standard output, or into a diff."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from lint.changes.scope import EVERYTHING, Scope
from lint.cli.output import CLEAN, FAILED, FOUND, remark, write, write_bytes

if TYPE_CHECKING:
    from lint.errors import UserError
    from lint.fixing import Fixing
    from lint.report import Report, Rewrite
    from lint.reporters.view import Look


class Fixes:
    """What the options ask for, and the new texts that are not written into files."""

    def __init__(self, *, fix: bool, unsafe: bool, diff: bool, only: bool = False) -> None:
        self.diff, self.only = diff, only and not diff
        self.write = fix and not diff
        self._unsafe = unsafe
        self._rewrites: list[Rewrite] = []
        self._piped: bytes | None = None

    def asked(self) -> "Fixing | None":
        """Give what the run is to do; None if it is to fix nothing."""
        if not (self.write or self.diff):
            return None
        from lint.fixing import Fixing
        from lint.model import Safety
        from lint.writeback import Files

        files = Files()

        def deliver(rewrite: "Rewrite") -> "tuple[UserError, ...]":
            if self.write and rewrite.draft.data is None:
                return files.write(rewrite)
            self._rewrites.append(rewrite)
            return ()

        safeties = frozenset({Safety.SAFE, Safety.UNSAFE} if self._unsafe else {Safety.SAFE})
        return Fixing(safeties, deliver)

    def tell(self, text: str, stdin: bytes | None) -> None:
        """Write the report; where standard output is for the text of standard input, that goes there, fixed or not.

        With `--fix-only` there is no report: nobody asks for what is left.
        """
        told = "" if self.only else text
        if not self.write or stdin is None:
            write(told)
            return
        write_bytes(next((rewrite.after for rewrite in self._rewrites), stdin))
        remark(told)

    def conclude(self, report: "Report", look: "Look") -> int:
        """Say in one line what was fixed, and nothing of what is left; give the exit status."""
        from lint.reporters.wording import count

        if look.summary and report.fixed:
            remark(f"{count(report.fixed, 'finding')} fixed.\n")
        return FAILED if report.errors else CLEAN

    def show(self, report: "Report", look: "Look") -> int:
        """Write the diff, and what it comes to on standard error; give the exit status."""
        from lint.reporters import diff
        from lint.reporters.wording import count

        text = diff.render(self._rewrites)
        if sys.stdout.isatty():
            write(diff.painted_for_terminal(text, look))
        else:
            write_bytes(text.encode())
        if look.summary:
            would = f"would be fixed in {count(len(self._rewrites), 'article')}. Nothing was written."
            remark(f"{count(report.fixed, 'finding')} {would}\n")
        return FAILED if report.errors else FOUND if self._rewrites else CLEAN


def fix_options(command: Callable[..., int]) -> Callable[..., int]:
    """Add `--fix`, `--fix-only`, `--unsafe-fixes` and `--diff`, which the command takes together as `fixes`."""

    @click.option("--fix", is_flag=True, help="Make the fixes that are safe, in the files themselves.")
    @click.option(
        "--fix-only", "only", is_flag=True, help="Fix, and say nothing of what is left; exit with 0 whatever it is."
    )
    @click.option(
        "--unsafe-fixes", "unsafe", is_flag=True, help="With --fix or --diff: the others too. Read them over."
    )
    @click.option("--diff", is_flag=True, help="Show what --fix would do, and change no file.")
    @wraps(command)
    def fixing(*, fix: bool, only: bool, unsafe: bool, diff: bool, **others: Any) -> int:
        fix = fix or only
        check_together(fix=fix, unsafe=unsafe, diff=diff, scope=others["scope"])
        return command(fixes=Fixes(fix=fix, unsafe=unsafe, diff=diff, only=only), **others)

    return fixing


def check_together(*, fix: bool, unsafe: bool, diff: bool, scope: Scope = EVERYTHING) -> None:
    """Raise UsageError for options that do not go together."""
    if unsafe and not (fix or diff):
        problem = "--unsafe-fixes says which fixes --fix makes and --diff shows: give one of these with it."
        raise click.UsageError(problem)
    if scope.changed_lines and (fix or diff):
        problem = "Fixes are made wherever they are due, not on new lines alone: leave --changed-lines out."
        raise click.UsageError(problem)
    if scope.staged and fix and not diff:
        problem = (
            "--fix does not go with --staged: what is staged is not what lies in your folder. "
            "Fix the files (copydesk check --fix PATHS) and stage them, or use the hook copydesk-fix."
        )
        raise click.UsageError(problem)
