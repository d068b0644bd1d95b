"""What the tests of claims share: a reading of a text, and a rule with the options of a house."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from lint import catalog, formats
from lint.annotate.pipeline import Pipeline
from lint.annotate.reading import Reading
from lint.engine import Engine
from lint.model import Finding
from lint.rule import Option
from lint.source import Source

RULES = Path(__file__).parents[2] / "rules"
PIPELINE = Pipeline()


@pytest.fixture
def reading() -> Callable[[str], Reading]:
    return lambda text: Reading(formats.read(Source("draft.md", text), "markdown"), PIPELINE)


@pytest.fixture
def house() -> Callable[..., tuple[Finding, ...]]:
    """Give a function from rule id, text and options of the house to what the rule finds with them."""

    def find(rule_id: str, text: str, **options: Option) -> tuple[Finding, ...]:
        rule = catalog.read(RULES / f"{rule_id}.yaml", RULES)
        assert options.keys() <= rule.options.keys()
        changed = replace(rule, options={**rule.options, **options})
        engine = Engine([changed], PIPELINE, frozenset({rule.id, rule.family}))
        return engine.check(formats.read(Source("draft.md", text), "markdown")).findings

    return find
