"""What a rule finds in an article with stets, in any format."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

import pytest

from lint import catalog, formats
from lint.annotate.pipeline import Pipeline
from lint.engine import Engine
from lint.model import Finding
from lint.source import Source

# The whole catalog, as far as these tests know: a family is judged only where all of it ran.
RULES = ("typos/doubled-word", "typos/a-an", "copy/unused-stet")

NOT_RUN = "names/mixed-terms"


@cache
def _engine(rules: tuple[str, ...]) -> Engine:
    desk = catalog.Catalog(tuple(rule for rule in catalog.load().rules if rule.id in (*RULES, NOT_RUN)))
    return Engine([rule for rule in desk.rules if rule.id in rules], Pipeline(), desk.selectors)


@pytest.fixture
def found() -> Callable[..., list[tuple[str, str]]]:
    """Give the rule and the text of each finding."""

    def find(text: str, name: str = "markdown", rules: Sequence[str] = RULES) -> list[tuple[str, str]]:
        return [(finding.rule, finding.text) for finding in findings(text, name, rules)]

    return find


@pytest.fixture
def problems() -> Callable[..., list[tuple[str, str]]]:
    """Give the text and the message of each finding about a stet."""

    def find(text: str, name: str = "markdown", rules: Sequence[str] = RULES) -> list[tuple[str, str]]:
        about = (finding for finding in findings(text, name, rules) if finding.rule == "copy/unused-stet")
        return [(finding.text, finding.message) for finding in about]

    return find


@pytest.fixture
def mended() -> Callable[..., str]:
    """Apply the fixes for stets until none is left."""

    def mend(text: str, name: str = "markdown") -> str:
        while finding := next(_fixable(text, name), None):
            (edit,) = finding.fixes[0].edits
            text = text[: edit.start] + edit.text + text[edit.end :]
        return text

    return mend


def findings(text: str, name: str, rules: Sequence[str]) -> list[Finding]:
    return list(_engine(tuple(rules)).check(formats.read(Source("article", text), name)).findings)


def _fixable(text: str, name: str) -> Iterator[Finding]:
    return (finding for finding in findings(text, name, RULES) if finding.rule == "copy/unused-stet" and finding.fixes)
