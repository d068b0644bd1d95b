"""What the tests of slips share: what one rule marks in a text, run through the real engine."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from lint import catalog, formats
from lint.annotate.pipeline import Pipeline
from lint.engine import Engine
from lint.source import Source

RULES = Path(__file__).parents[2] / "rules"
PIPELINE = Pipeline()

Marker = Callable[[str, str], list[str]]


@cache
def engine(rule_id: str) -> Engine:
    rule = catalog.read(RULES / f"{rule_id}.yaml", RULES)
    return Engine([rule], PIPELINE, frozenset({rule.id, rule.family}))


def mark(rule_id: str, text: str) -> list[str]:
    document = formats.read(Source("draft.md", text), "markdown")
    return [finding.text for finding in engine(rule_id).check(document).findings]


@pytest.fixture
def marked() -> Marker:
    """Give a function from rule id and text to the words the rule marks."""
    return mark
