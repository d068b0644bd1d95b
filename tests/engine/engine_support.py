"""A rule as a text, and what it finds in an article."""

from collections.abc import Sequence
from textwrap import dedent

from lint import formats, rulefile
from lint.annotate.pipeline import Pipeline
from lint.engine import Checked, Engine
from lint.rule import Rule
from lint.source import Source

COMMON = """
summary: A test rule
message: "{message}"
severity: error
confidence: high
why: For a test.
source: Nobody
"""
PIPELINE = Pipeline()


def make_rule(body: str, message: str = "Found {match}.", rule_id: str = "test/rule") -> Rule:
    return rulefile.read(COMMON.replace("{message}", message) + dedent(body), "rule.yaml", rule_id)


def check_text(rules: Sequence[Rule], text: str, name: str = "markdown", *, dedented: bool = True) -> Checked:
    selectors = frozenset(word for rule in rules for word in (rule.id, rule.family))
    return Engine(rules, PIPELINE, selectors).check(
        formats.read(Source("x.md", dedent(text) if dedented else text), name)
    )
