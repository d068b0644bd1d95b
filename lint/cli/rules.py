"""`copydesk rules`: what rules there are, and whether they do as their examples say."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lint.cli.authoring import new, try_rule
from lint.cli.output import columns, complain, use_color, write
from lint.cli.parameters import color_option, form_option, paths_argument, selector_option

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lint.measures import Measure
    from lint.model import Severity
    from lint.report import Report

_select = selector_option("--select", "Look only for these rules or families. Repeatable; comma lists too.")
_measures = click.option(
    "--measured",
    type=click.Path(path_type=Path),
    help="What “copydesk rules stats --format json” wrote, to be told too.",
)
_labels = click.option(
    "--labels", metavar="LABELS", type=click.Path(path_type=Path), help="A file of findings that somebody judged."
)


@click.group()
def rules() -> None:
    """List, begin, try, prove and measure rules."""


rules.add_command(new)
rules.add_command(try_rule)


@rules.command(name="list")
@form_option("text", "json", "markdown")
@_measures
@color_option
def list_rules(form: str, measured: Path | None, color: str) -> None:
    """List all rules, this repository's own included."""
    from lint.cli.rulebook import catalog_here
    from lint.reporters import pages
    from lint.reporters import rules as reporter
    from lint.reporters.view import Look

    found, look = catalog_here().rules, Look(columns(), use_color(color))
    if form == "markdown":
        write(pages.index(found, _read(measured)))
    else:
        write(reporter.listing(found) if form == "json" else reporter.table(found, look))


@rules.command(name="test")
@paths_argument()
@color_option
def test_rules(paths: tuple[str, ...], color: str) -> int:
    """Prove the examples of rules.

    All rules are tested, or those in the files and folders PATHS, with the language pipeline that the configuration names.
    The names of rules and packs do as well.

    Exit status: 0 all do as they should, 1 some do not, 2 a rule cannot be read.
    """
    from lint import selftest
    from lint.cli.rulebook import catalog_here, pipeline_here, rules_at
    from lint.reporters import rules as reporter
    from lint.reporters.view import Look

    catalog = catalog_here()
    outcomes = selftest.run(rules_at(paths, catalog), catalog.selectors, pipeline_here())
    write(reporter.proof(outcomes, Look(columns(), use_color(color))))
    return int(any(not outcome.ok for outcome in outcomes))


@rules.command()
@paths_argument()
@_labels
@_select
@form_option("text", "json")
@color_option
def stats(paths: tuple[str, ...], labels: Path | None, select: tuple[str, ...], form: str, color: str) -> int:
    """Tell how often rules fire on articles, and how often rightly.

    PATHS are files and folders of articles, by default “.”. Right is what LABELS says: see “copydesk rules sample”. What a
    rule only suggests, though it is more, is counted apart.

    Exit status: 0, or 2 if something could not be read.
    """
    from lint.measures import tally
    from lint.reporters import measures as reporter
    from lint.reporters.view import Look

    judged = _judged(labels)
    report, planned = _measured(paths, select)
    measures = tally(report, planned, judged)
    write(reporter.listing(measures) if form == "json" else reporter.table(measures, Look(columns(), use_color(color))))
    return 2 if report.errors else 0


@rules.command()
@paths_argument()
@_labels
@_select
@click.option("--most", type=click.IntRange(1), default=10, show_default=True, help="So many findings a rule.")
def sample(paths: tuple[str, ...], labels: Path | None, select: tuple[str, ...], most: int) -> int:
    """Print findings in articles as labels for a person to judge.

    PATHS are files and folders of articles, by default “.”. Write “yes” or “no” after each “right:”. What LABELS has judged
    is left out.

    Exit status: 0, or 2 if something could not be read.
    """
    from lint.measures import sample as drawn

    judged = _judged(labels)
    report, _ = _measured(paths, select)
    write(drawn(report, most, judged))
    return 2 if report.errors else 0


def _judged(labels: Path | None) -> "Mapping[str, bool]":
    from lint.measures import read_labels

    return read_labels(labels) if labels else {}


def _measured(paths: tuple[str, ...], select: tuple[str, ...]) -> "tuple[Report, dict[str, Severity]]":
    """Check the paths; give the report, and the severities of the rules that were looked for in the current folder."""
    from lint import plan
    from lint.cli.rulebook import catalog_here, config_here
    from lint.session import CheckOptions, check

    config = config_here()
    planned = plan.resolve(catalog_here(), config.for_path(""), plan.Selection(select), config.packs)
    report = check(paths or (".",), CheckOptions(select))
    complain(report.errors)
    return report, {rule.id: rule.severity for rule in planned}


@rules.command()
@click.argument("folder", type=click.Path(path_type=Path))
@_measures
def pages(folder: Path, measured: Path | None) -> None:
    """Write a page of Markdown for each rule, with an index.

    FOLDER gets a file for each rule, and index.md, which lists them. For a newsroom's own documentation: this repository's
    rules are among them.
    """
    from lint.cli.rulebook import catalog_here
    from lint.reporters.pages import index, page

    found, measures = catalog_here().rules, _read(measured)
    _save(folder / "index.md", index(found, measures, folder="./"))
    for rule in found:
        _save(folder / f"{rule.id}.md", page(rule, measures.get(rule.id)))
    write(f"{len(found):,} pages are in {folder}.\n")


def _read(measured: Path | None) -> "Mapping[str, Measure]":
    from lint.measures import read

    return read(measured) if measured else {}


def _save(path: Path, text: str) -> None:
    from lint.errors import Place, UserError

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UserError(f"Cannot be written: {error.strerror}.", Place(str(path)), "Name another folder.") from None
