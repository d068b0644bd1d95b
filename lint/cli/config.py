"""`copydesk config`: what holds for a path, and the schema by which editors check a configuration."""

from pathlib import Path

import click

from lint.cli.output import columns, use_color, write
from lint.cli.parameters import color_option, selector_option


@click.group()
def config() -> None:
    """Show what holds for a path, or the schema for editors."""


@config.command()
@click.argument("path", type=click.Path(path_type=Path), default=".")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@selector_option("--select", "Show only these rules or families. Repeatable; comma lists too.")
@color_option
def show(*, path: Path, form: str, select: tuple[str, ...], color: str) -> None:
    """Show what holds for PATH, and where each part of it is said.

    PATH is a file, which need not exist, or a folder; by default “.”. Tells values, sections that match, and rules: on or
    off, severity, and options that are not as the rule has them.
    """
    from lint import catalog, effective, plan
    from lint import config as configs
    from lint.reporters import settings
    from lint.reporters.view import Look

    found = configs.find(path)
    config = configs.read(found) if found else configs.Config(root=Path.cwd())
    rules = catalog.load(config.rule_folders)
    plan.check(rules, config, plan.Selection(select))
    holding = effective.look_up(path, config, rules, select)
    write(settings.data(holding) if form == "json" else settings.text(holding, Look(columns(), use_color(color))))


@config.command()
def schema() -> None:
    """Print the JSON Schema of .copydesk.yaml.

    Editors check and complete a configuration by it. This repository's own rules are in it.
    """
    import json

    from lint.cli.rulebook import catalog_here
    from lint.schema import schema

    write(json.dumps(schema(catalog_here()), ensure_ascii=False, indent=2) + "\n")
