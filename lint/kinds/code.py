"""Kind `code`: a rule written in Python, a pure function that takes a reading and options to hits.

The function stands in `lint.checks` (`module.function`) or in an installed package of rules (`package.module:function`);
nothing else is ever imported.
"""

import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

from pydantic import BaseModel, ConfigDict, field_validator

from lint import checks, packages
from lint.annotate.pipeline import Pipeline
from lint.annotate.reading import Reading
from lint.errors import did_you_mean
from lint.rule import Check, Finder, Hit, Rule

_NAME = re.compile(r"[a-z_]+\.[a-z_]+")


class Spec(BaseModel):
    """What a rule of this kind says: the name of its check."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    check: str

    @field_validator("check")
    @classmethod
    def _exists(cls, name: str) -> str:
        resolve(name)
        return name


def resolve(name: str) -> Check:
    """Give the check called `module.function` or `package.module:function`; raise ValueError if there is none."""
    if ":" in name:
        return packages.check(name)
    if not _NAME.fullmatch(name):
        raise ValueError(f"“{name}” is no check: write module.function, or package.module:function.")
    module_name, function_name = name.split(".")
    folder = Path(checks.__file__).parent
    if not (folder / f"{module_name}.py").is_file():
        known = {path.stem for path in folder.glob("[a-z]*.py")}
        raise ValueError(f"There is no module of checks called “{module_name}”. {did_you_mean(module_name, known)}")
    found: Check | None = getattr(import_module(f"lint.checks.{module_name}"), function_name, None)
    if found is None or function_name.startswith("_"):
        raise ValueError(f"The module “{module_name}” has no check called “{function_name}”.")
    return found


def finder(rules: Sequence[Rule], pipeline: Pipeline) -> Finder:  # noqa: ARG001 - the signature of every kind
    """Give the finder for all rules of the kind."""
    functions = [(rule, resolve(rule.body.check)) for rule in rules]

    def find(reading: Reading) -> Iterator[tuple[Rule, Hit]]:
        for rule, function in functions:
            yield from ((rule, hit) for hit in function(reading, rule.options))

    return find
