"""The commands. What is heavy is imported inside them, so that `--version` and completion stay quick."""

import sys
from typing import TYPE_CHECKING

import click

from lint import __version__
from lint.cli.names import names
from lint.cli.output import columns, complain, remark, use_color, write
from lint.cli.parameters import (
    archive_option,
    cache_option,
    color_option,
    complete_rule,
    format_option,
    selector_option,
)
from lint.cli.progress import Progress
from lint.cli.rules import rules
from lint.model import Severity

if TYPE_CHECKING:
    from lint.report import Report

CLEAN, FOUND, FAILED = 0, 1, 2
_NEVER = "never"
_LEVELS = [*(severity.value for severity in reversed(Severity)), _NEVER]
_FAIL_ON = "The lowest severity that makes the exit status 1."
_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(context_settings=_CONTEXT, invoke_without_command=True, subcommand_metavar="COMMAND [ARGS]...")
@click.version_option(__version__, "-V", "--version", message="copydesk %(version)s")
@click.pass_context
def copydesk(context: click.Context) -> int | None:
    """Copydesk reads drafts as a good sub-editor would, and queries what it finds.

    Begin with “copydesk check drafts/”. “copydesk explain RULE” tells what a finding is about.
    """
    if context.invoked_subcommand is not None:
        return None
    write(context.get_help() + "\n")
    return FAILED


copydesk.add_command(rules)
copydesk.add_command(names)


@copydesk.command()
@click.argument("paths", nargs=-1, type=click.Path(allow_dash=True))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--all", "show_all", is_flag=True, help="Show suggestions too, not only errors and warnings.")
@click.option(
    "--fail-on", type=click.Choice(_LEVELS), default="error", show_default=True, help="Exit with 1 from here."
)
@selector_option("--select", "Look only for these rules or families. Repeatable; comma lists too.")
@selector_option("--ignore", "Do not look for these rules or families. Repeatable; comma lists too.")
@click.option("--stdin-filename", default="stdin.md", metavar="PATH", help="What standard input is: name and format.")
@format_option
@archive_option
@cache_option
@click.option("--no-cache", is_flag=True, help="Check everything anew.")
@click.option("--profile", is_flag=True, help="Tell on standard error where the time went.")
@click.option("-q", "--quiet", is_flag=True, help="Show findings and nothing else.")
@color_option
def check(  # noqa: PLR0913 - one parameter an option
    *,
    paths: tuple[str, ...],
    form: str,
    show_all: bool,
    fail_on: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    stdin_filename: str,
    format_as: str | None,
    archive: tuple[str, ...],
    cache_dir: str | None,
    no_cache: bool,
    profile: bool,
    quiet: bool,
    color: str,
) -> int:
    """Check drafts and tell what a copy editor would query.

    PATHS are files, folders (walked; what .gitignore names is left out) or “-” for standard input; by default “.”.

    Exit status: 0 nothing at the level of --fail-on, 1 findings, 2 something could not be read or is set wrongly.
    """
    from lint.profiling import OFF, Profile

    watch = Profile() if profile else OFF
    with watch.measure("import"):
        from lint.reporters import json, text
        from lint.session import CheckOptions
        from lint.session import check as run

    with Progress("reading the archive") as progress:
        options = CheckOptions(
            select, ignore, stdin_filename, not no_cache, format_as, archive, cache_dir, progress=progress.show
        )
        stdin = sys.stdin.buffer.read() if "-" in paths else None
        report = run(paths or (".",), options, stdin, watch)
    shown = Severity.SUGGESTION if show_all or fail_on == Severity.SUGGESTION else Severity.WARNING
    complain(report.errors)
    look = text.Look(columns(), use_color(color), shown, summary=not quiet)
    with watch.measure("report"):
        write(json.render(report, shown) + "\n" if form == "json" else text.render(report, look))
    if isinstance(watch, Profile):
        from lint.reporters.profile import table

        remark(table(watch.seconds, look))
    return _status(report, fail_on)


def _status(report: "Report", fail_on: str) -> int:
    if report.errors:
        return FAILED
    if fail_on == _NEVER:
        return CLEAN
    level = Severity(fail_on).rank
    return FOUND if any(severity.rank >= level for severity in report.counts()) else CLEAN


@copydesk.command()
@click.argument("paths", nargs=-1, type=click.Path(allow_dash=True))
@click.option("--format", "form", type=click.Choice(["text", "json", "html"]), default="text", show_default=True)
@click.option("--stdin-filename", default="stdin.md", metavar="PATH", help="What standard input is: name and format.")
@format_option
@color_option
def sources(*, paths: tuple[str, ...], form: str, stdin_filename: str, format_as: str | None, color: str) -> int:
    """List who speaks in drafts, and in which words.

    PATHS are files, folders or “-” for standard input, as for check; by default “.”. Tells for each article who speaks, how
    often and how much, every quotation with its speaker, and what is claimed without a source.

    Exit status: 0 all were read, 2 something could not be read or is set wrongly.
    """
    from lint.reporters import sources_html, sources_json, sources_text
    from lint.session import CheckOptions
    from lint.session import sources as run

    options = CheckOptions(stdin_filename=stdin_filename, format_as=format_as)
    stdin = sys.stdin.buffer.read() if "-" in paths else None
    articles, errors = run(paths or (".",), options, stdin)
    complain(errors)
    if form == "text":
        from lint.reporters.text import Look

        write(sources_text.render(articles, Look(columns(), use_color(color))))
    else:
        write(sources_html.render(articles) if form == "html" else sources_json.render(articles) + "\n")
    return FAILED if errors else CLEAN


@copydesk.command()
@click.argument("rule", shell_complete=complete_rule)
@color_option
def explain(rule: str, color: str) -> None:
    """Explain a rule.

    Tells what RULE finds and why, with examples, and how to silence it.
    """
    from lint.cli.rulebook import find_rule
    from lint.reporters.rules import explanation
    from lint.reporters.text import Look

    write(explanation(find_rule(rule), Look(columns(), use_color(color))))


@copydesk.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print a completion script for a shell.

    For bash: eval "$(copydesk completion bash)" in ~/.bashrc.
    """
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    if kind is not None:
        write(kind(copydesk, {}, "copydesk", "_COPYDESK_COMPLETE").source() + "\n")
