"""What tests of rules share: what one rule of the package finds in a text, run through the real engine."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from lint import catalog, formats
from lint.annotate.pipeline import Pipeline
from lint.engine import Engine
from lint.model import Finding
from lint.source import Source

RULES = Path(__file__).parents[1] / "rules"
PIPELINE = Pipeline()
# How long an example takes is the business of the machine and of whatever else runs on it.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


@cache
def engine(rule_id: str) -> Engine:
    rule = catalog.read(RULES / f"{rule_id}.yaml", RULES)
    return Engine([rule], PIPELINE, frozenset({rule.id, rule.family}))


def find(rule_id: str, text: str) -> tuple[Finding, ...]:
    return engine(rule_id).check(formats.read(Source("draft.md", text), "markdown")).findings


@pytest.fixture(autouse=True)
def _cache_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what a test keeps away from other tests, and from whoever runs them."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def findings() -> Callable[[str, str], tuple[Finding, ...]]:
    """Give a function from rule id and text to the rule's findings."""
    return find


@pytest.fixture
def marked() -> Callable[[str, str], list[str]]:
    """Give a function from rule id and text to the words the rule marks."""
    return lambda rule_id, text: [finding.text for finding in find(rule_id, text)]
