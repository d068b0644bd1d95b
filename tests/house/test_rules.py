"""Every rule of the package loads and proves its examples, one test a rule."""

from pathlib import Path

import pytest

from lint import catalog, selftest

RULES = Path(__file__).parents[2] / "rules"
IDS = sorted(path.relative_to(RULES).with_suffix("").as_posix() for path in RULES.rglob("*.yaml"))


@pytest.fixture(scope="module")
def problems() -> dict[str, list[str]]:
    """Prove all rules at once and give what went wrong, by rule."""
    own = catalog.load()
    found: dict[str, list[str]] = {rule.id: [] for rule in own.rules}
    for outcome in selftest.run(own.rules, own.selectors):
        if not outcome.ok:
            found[outcome.rule].append(f"{outcome.example.place}: {outcome.problem}")
    return found


@pytest.mark.parametrize("rule", IDS)
def test_a_rule_finds_what_its_examples_say(rule: str, problems: dict[str, list[str]]) -> None:
    assert problems[rule] == []
