"""Runs of which is known how many drafts they had to check."""

from typing import NamedTuple

from lint import session
from lint.cachefolder import cache_folder
from lint.report import Report
from lint.reporters.registry import render
from lint.reporters.view import Look, View
from lint.session import CheckOptions
from lint.store.base import Base


class Run(NamedTuple):
    """A report, as the reporters write it, and how many drafts were known and how many were checked."""

    report: Report
    json: str
    text: str
    known: int
    checked: int


def told(report: Report) -> tuple[str, str]:
    view = View(Look())
    return render("json", report, view), render("text", report, view)


def usage() -> tuple[int, int]:
    base = Base(cache_folder(), print)
    found = base.usage()
    base.close()
    return found.hits, found.misses


def check(*paths: str, stdin: bytes | None = None, **options) -> Run:
    """Check as the command line does, by default the folder we are in."""
    hits, misses = usage()
    report = session.check(paths or (".",), CheckOptions(**options), stdin)
    now = usage()
    return Run(report, *told(report), now[0] - hits, now[1] - misses)


def anew(*paths: str, stdin: bytes | None = None, **options) -> tuple[str, str]:
    """Give the report as JSON and as text of a run that keeps and knows nothing."""
    return told(session.check(paths or (".",), CheckOptions(**options, use_cache=False), stdin))
