"""The rules that a command speaks of: those that hold in the current folder, or those that paths name."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from lint import catalog as catalogs
from lint import config as configs
from lint.annotate import installed
from lint.annotate.pipeline import Pipeline
from lint.catalog import Catalog
from lint.config import Config
from lint.errors import Place, UserError, UserErrors, did_you_mean
from lint.rule import Rule


def config_here() -> Config:
    """Read the configuration of the current folder, an empty one if there is none; raises UserErrors."""
    found = configs.find(Path.cwd())
    return configs.read(found) if found else Config()


def catalog_here() -> Catalog:
    """Read the package's rules and those of the current repository; raises UserErrors."""
    return catalogs.load(config_here().rule_folders)


def pipeline_here() -> Pipeline:
    """Give the language pipeline that the configuration of the current folder names; raises UserErrors."""
    config = config_here()
    return Pipeline(installed.find(config.pipeline, config.pipeline_root, config.pipeline_place))


def find_rules(name: str) -> tuple[Rule, ...]:
    """Give the rules that a selector means; raise UserError with the nearest one if it means none."""
    catalog = catalog_here()
    if found := catalog.matching(name):
        return found
    hint = (
        did_you_mean(name, catalog.selectors) or _same_name(name, catalog) or "“copydesk rules list” shows all rules."
    )
    raise UserError(f"There is no rule or pack “{name}”.", None, hint)


def find_rule(name: str) -> Rule:
    """Give the rule of an id; raise UserError with the nearest one if there is none."""
    found = find_rules(name)
    if found[0].id == name:
        return found[0]
    remedy = f"Name one of its rules: “copydesk explain {name}” lists them."
    raise UserError(f"“{name}” is not one rule but a folder of rules.", None, remedy)


def _same_name(name: str, catalog: Catalog) -> str:
    """Find what was meant where the family is wrong or missing."""
    by_name = {rule_id.rpartition("/")[2]: rule_id for rule_id in catalog.ids}
    close = did_you_mean(name.rpartition("/")[2], by_name)
    return next((f"Did you mean “{by_name[word]}”?" for word in by_name if f"“{word}”" in close), "")


def rules_at(paths: Sequence[str], catalog: Catalog) -> tuple[Rule, ...]:
    """Give the rules whose files lie at or below the paths, from the catalog or read here; raises UserErrors.

    Where there is no such path, it may be the name of a rule or pack. No paths: all rules of the catalog.
    """
    if not paths:
        return catalog.rules
    chosen: list[Rule] = []
    errors: list[UserError] = []
    for path in paths:
        try:
            chosen += (not Path(path).exists() and catalog.matching(path)) or _rules_below(Path(path), catalog)
        except UserErrors as found:
            errors += found.errors
    if errors:
        raise UserErrors(errors)
    return tuple(dict.fromkeys(chosen))


def _rules_below(path: Path, catalog: Catalog) -> Iterator[Rule]:
    files = sorted(path.rglob("*.y*ml")) if path.is_dir() else [path]
    if not files or not path.exists():
        problem = "There is no rule file in this folder." if path.is_dir() else "There is no such rule file."
        raise UserErrors([UserError(problem, Place(str(path)), "A rule is a .yaml file.")])
    known = {Path(rule.place.path).resolve(): rule for rule in catalog.rules}
    yield from (known.get(file.resolve()) or catalogs.read(file) for file in files)
