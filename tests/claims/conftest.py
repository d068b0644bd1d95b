"""What the tests of claims share: a reading of a text, and what one rule finds in it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lint import catalog, formats
from lint.annotate.pipeline import Pipeline
from lint.annotate.reading import Reading
from lint.engine import Engine
from lint.model import Finding
from lint.source import Source

RULES = Path(__file__).parents[2] / "rules"
PIPELINE = Pipeline()


def read(text: str) -> Reading:
    return Reading(formats.read(Source("draft.md", text), "markdown"), PIPELINE)


def find(rule_id: str, text: str) -> tuple[Finding, ...]:
    rule = catalog.read(RULES / f"{rule_id}.yaml", RULES)
    engine = Engine([rule], PIPELINE, frozenset({rule.id, rule.family}))
    return engine.check(formats.read(Source("draft.md", text), "markdown")).findings


@pytest.fixture
def reading() -> Callable[[str], Reading]:
    return read


@pytest.fixture
def findings() -> Callable[[str, str], tuple[Finding, ...]]:
    return find
