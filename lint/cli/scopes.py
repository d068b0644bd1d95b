"""The options that narrow a run to what is new: changes that git knows of, and findings that no baseline holds."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from lint.changes.scope import Scope


def scope_options(command: Callable[..., int]) -> Callable[..., int]:
    """Add `--since`, `--staged` and `--changed-lines`, which reach the command as one `scope`."""

    @click.option("--since", metavar="REV", help="Check what has changed since HEAD left this revision.")
    @click.option("--staged", is_flag=True, help="Check what git is about to commit, as it stands in the index.")
    @click.option("--changed-lines", is_flag=True, help="Show findings on new lines only.")
    @wraps(command)
    def scoped(*, since: str | None, staged: bool, changed_lines: bool, **others: Any) -> int:
        if since is not None and staged:
            raise click.UsageError("--since reads the work tree, --staged the index: give one of them.")
        return command(scope=Scope(since, staged, changed_lines), **others)

    return scoped


def baseline_options(command: Callable[..., int]) -> Callable[..., int]:
    """Add `--baseline` and `--no-baseline`, which reach the command as one `baseline`: None for the usual, empty for none."""

    @click.option(
        "--baseline", metavar="FILE", type=click.Path(dir_okay=False), help=f"{_BASELINE}  [default: {_USUAL}]"
    )
    @click.option("--no-baseline", is_flag=True, help="Show known findings too.")
    @wraps(command)
    def with_baseline(*, baseline: str | None, no_baseline: bool, **others: Any) -> int:
        if baseline and no_baseline:
            raise click.UsageError("Give one of --baseline and --no-baseline.")
        return command(baseline="" if no_baseline else baseline or None, **others)

    return with_baseline


_BASELINE = "Leave out the findings that this file holds."
_USUAL = "the configuration's, or .copydesk-baseline.json"
