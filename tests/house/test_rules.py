"""Every rule of the package loads and proves its examples, one test a rule."""

from pathlib import Path

import pytest

from lint import catalog, selftest
from lint.errors import UserErrors

RULES = Path(__file__).parents[2] / "rules"
FILES = sorted(RULES.rglob("*.yaml"))


def name(file: Path) -> str:
    return file.relative_to(RULES).with_suffix("").as_posix()


@pytest.fixture(scope="module")
def problems() -> dict[str, list[str]]:
    """Read and prove all rules at once and give what went wrong, by rule."""
    found: dict[str, list[str]] = {name(file): [] for file in FILES}
    rules = []
    for file in FILES:
        try:
            rules.append(catalog.read(file, RULES))
        except UserErrors as errors:
            found[name(file)] += map(str, errors.errors)
    for outcome in selftest.run(rules):
        if not outcome.ok:
            found[outcome.rule].append(f"{outcome.example.place}: {outcome.problem}")
    return found


@pytest.mark.parametrize("rule", map(name, FILES))
def test_a_rule_finds_what_its_examples_say(rule: str, problems: dict[str, list[str]]) -> None:
    assert problems[rule] == []


def test_the_catalog_holds_every_rule_file() -> None:
    assert sorted(catalog.load().ids) == sorted(map(name, FILES))
