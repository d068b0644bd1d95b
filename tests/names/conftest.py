from collections.abc import Callable
from functools import lru_cache
from importlib import import_module

import pytest

from lint import catalog, formats
from lint.annotate.pipeline import Pipeline
from lint.annotate.reading import Reading
from lint.engine import Engine
from lint.model import Severity
from lint.rule import Check, Hit
from lint.source import Source

Read = Callable[[str], Reading]
Warnings = Callable[[str], list[tuple[str, str]]]
Find = Callable[[str, str], list[Hit]]


@pytest.fixture(scope="session")
def read() -> Read:
    pipeline = Pipeline()

    @lru_cache(maxsize=1)
    def reading(text: str) -> Reading:
        return Reading(formats.read(Source("draft.md", text)), pipeline)

    return reading


@pytest.fixture(scope="session")
def find(read: Read) -> Find:
    def run(check: str, text: str) -> list[Hit]:
        module, function = check.split(".")
        found: Check = getattr(import_module(f"lint.checks.{module}"), function)
        return list(found(read(text), {}))

    return run


@pytest.fixture(scope="session")
def warnings() -> Warnings:
    """Give the errors and warnings of all names rules that are on, as pairs of rule and words."""
    rules = [rule for rule in catalog.load().rules if rule.family == "names" and rule.on]
    engine = Engine(rules, Pipeline(), frozenset())

    def run(text: str) -> list[tuple[str, str]]:
        found = engine.check(formats.read(Source("draft.md", text))).findings
        return [(each.rule, each.text) for each in found if each.severity is not Severity.SUGGESTION]

    return run
