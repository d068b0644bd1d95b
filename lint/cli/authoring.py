"""`copydesk rules new` and `rules try`: how a rule author works. Begin a rule, try it on articles, edit, try again."""

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lint.cli.output import CLEAN, FAILED, columns, complain, remark, use_color, write
from lint.cli.parameters import color_option, complete_rule, form_option, paths_argument
from lint.cli.progress import Progress

if TYPE_CHECKING:
    from lint.rule import Rule

_KINDS = ["phrases", "pattern", "tokens", "consistent", "repeat", "pairs", "code"]
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)+")
_SUFFIXES = (".yaml", ".yml")
_HITS = 40


@click.command()
@click.argument("name", metavar="FAMILY/NAME")
@click.option("--kind", type=click.Choice(_KINDS), default="phrases", show_default=True, help="How the rule matches.")
def new(name: str, kind: str) -> None:
    """Begin a rule in this repository's folder of rules.

    Writes a file with comments that works as it stands, to be written over. Never overwrites one.
    """
    from lint.cli.rulebook import catalog_here, config_here
    from lint.errors import UserError
    from lint.rulestarts import text

    _check_name(name)
    config, catalog = config_here(), catalog_here()
    taken = catalog.get(name)
    if not taken and name in catalog.selectors:
        raise UserError(f"There is a folder of rules “{name}”.", None, "A rule needs a name of its own.")
    folder = next(iter(config.rule_folders), config.root / "rules")
    path = folder / f"{name}.yaml"
    _write_new(path, text(name, kind), Path(taken.place.path) if taken else None)
    write(
        f"{path}\n\nNext:\n  copydesk rules test {path}\n  copydesk rules try {path} FOLDER-OF-ARTICLES\n"
        f"  copydesk explain {name}\n"
    )
    if folder not in config_here().rule_folders:
        if config.path is None:
            remark(
                "There is no .copydesk.yaml here yet: “check” reads rules/ where there is one, and “copydesk init” writes one.\n"
            )
        else:
            remark(f"Name the folder in {config.path}, or “check” will not read it: rule_folders: [{folder.name}]\n")


def _check_name(name: str) -> None:
    from lint.errors import UserError

    if not _NAME.fullmatch(name):
        problem = f"“{name}” cannot be the name of a rule."
        raise UserError(problem, None, "Write FAMILY/NAME in small letters and hyphens, such as house/different-than.")


def _write_new(path: Path, text: str, taken: Path | None) -> None:
    from lint import writing
    from lint.errors import Place, UserError

    remedy = "Choose another name, or edit that file."
    if taken:
        raise UserError("There is a rule of that name.", Place(str(taken)), remedy)
    if os.path.lexists(path):
        raise UserError("The file is there already.", Place(str(path)), remedy)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        writing.replace(path, text)
    except OSError as error:
        raise UserError(f"Cannot be written: {error.strerror}.", Place(str(path))) from None


@click.command(name="try")
@click.argument("rule", shell_complete=complete_rule)
@paths_argument()
@click.option("--context", type=click.IntRange(1, 500), help="So many characters on either side; by default what fits.")
@click.option("--limit", type=click.IntRange(0), default=_HITS, show_default=True, help="Show so many hits.")
@form_option("text", "json")
@color_option
def try_rule(*, rule: str, paths: tuple[str, ...], context: int | None, limit: int, form: str, color: str) -> int:
    """Try one rule on articles, and show its hits in their context.

    RULE is the name of a rule, or a rule file, wherever it lies. PATHS are files and folders of articles; by default the
    configuration's archive, or else “.”. JSON has all hits.

    Exit status: 0, or 2 if something could not be read.
    """
    from lint import trying
    from lint.cli.rulebook import config_here
    from lint.reporters import trying as reporter
    from lint.reporters.view import Look
    from lint.workspace import Workspace

    found = _rule(rule)
    paths = paths or tuple(map(str, config_here().archive)) or (".",)
    with Progress() as progress:
        trial = trying.run(found, paths, Workspace(), progress.stage("trying the rule"))
    complain(trial.errors)
    look = Look(columns(), use_color(color))
    write(reporter.listing(trial) if form == "json" else reporter.concordance(trial, look, limit, context))
    return FAILED if trial.errors else CLEAN


def _rule(name: str) -> "Rule":
    """Give the rule of a file or of a name; raise UserError or UserErrors."""
    from lint import catalog
    from lint.cli.rulebook import find_rule

    return catalog.read(Path(name)) if name.endswith(_SUFFIXES) else find_rule(name)
