"""`copydesk rules`: what rules there are, and whether they do as their examples say."""

import click

from lint.cli.output import columns, use_color, write
from lint.cli.parameters import color_option


@click.group()
def rules() -> None:
    """List the rules, or prove their examples."""


@rules.command(name="list")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@color_option
def list_rules(form: str, color: str) -> None:
    """List all rules, this repository's own included."""
    from lint.cli.rulebook import catalog_here
    from lint.reporters import rules as reporter
    from lint.reporters.text import Look

    found = catalog_here().rules
    look = Look(columns(), use_color(color))
    write(reporter.listing(found) if form == "json" else reporter.table(found, look))


@rules.command(name="test")
@click.argument("paths", nargs=-1, type=click.Path())
@color_option
def test_rules(paths: tuple[str, ...], color: str) -> int:
    """Prove the examples of rules.

    All rules are tested, or those in the files and folders PATHS, with the language pipeline that the configuration names.

    Exit status: 0 all do as they should, 1 some do not, 2 a rule cannot be read.
    """
    from lint import selftest
    from lint.cli.rulebook import catalog_here, pipeline_here, rules_at
    from lint.reporters import rules as reporter
    from lint.reporters.text import Look

    catalog = catalog_here()
    outcomes = selftest.run(rules_at(paths, catalog), catalog.selectors, pipeline_here())
    write(reporter.proof(outcomes, Look(columns(), use_color(color))))
    return int(any(not outcome.ok for outcome in outcomes))
