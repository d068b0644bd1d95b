"""Trust is measured: where the time goes, and how often each rule was right on edited text."""

import re
from pathlib import Path

import pytest

from lint import catalog, measures
from lint.measures import Measure
from lint.model import Severity
from lint.reporters import pages
from lint.rule import Rule

ROOT = Path(__file__).parents[2]
MEASURED = measures.read(ROOT / "docs" / "measured.json")
RULES = catalog.load().rules
_FEW = 5
_AT_LEAST = {Severity.ERROR: 0.9, Severity.WARNING: 0.66, Severity.SUGGESTION: 0.0}
_SCORER = 0.5  # what a scorer suspects is asked as a question, and said to be a guess


def test_every_rule_that_is_on_is_measured_and_nothing_else() -> None:
    assert list(MEASURED) == [rule.id for rule in RULES if rule.on]


def test_all_rules_are_measured_on_the_same_text_and_a_large_one() -> None:
    assert {measure.words for measure in MEASURED.values()} == {next(iter(MEASURED.values())).words}
    assert all(measure.words > 100_000 for measure in MEASURED.values())


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.on], ids=lambda rule: rule.id)
def test_the_level_of_a_rule_is_one_that_its_findings_bear(rule: Rule) -> None:
    measure = MEASURED[rule.id]
    assert measure.judged <= measure.findings
    if measure.judged >= _FEW:
        at_least = _SCORER if "evidence" in rule.needs else _AT_LEAST[rule.severity]
        assert measure.right / measure.judged >= at_least, pages.told(measure)


def test_the_page_of_rules_is_what_the_rule_files_and_the_measures_say(golden) -> None:
    golden(ROOT / "docs" / "rules.md", pages.index(RULES, MEASURED))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_a_page_that_shows_all_its_examples(rule: Rule) -> None:
    text = pages.page(rule, Measure(rule.id, 1000, 3, 2, 1))
    assert text.startswith(f"# {rule.id}\n\n")
    assert "In 1,000 words of edited text: 3 findings, 2 right of 3 read." in text
    assert len(re.findall(r"(?m)^(?:Not found|Found)\b.*:$", text)) >= len(rule.examples)
    assert all(f"`{option}`" in text for option in rule.options)


def test_a_profile_names_stages_annotations_and_rules_and_changes_no_finding(copydesk) -> None:
    plain, measured = copydesk("check", "examples"), copydesk("check", "--profile", "examples")
    assert (measured.stdout, measured.returncode) == (plain.stdout, plain.returncode)
    assert "typos/doubled-word" in plain.stdout
    assert plain.stderr == ""
    named = re.findall(r"(?m)^ *[\d,.]+ +[\d.]+ %  (.+)$", measured.stderr)
    wanted = {
        *("import", "discover", "read", "format: markdown", "plan", "findings", "report", "configuration and rules"),
        *("pipeline: load", "pipeline: tokens", "pipeline: tagger", "reading: doc", "reading: sentences"),
        *("rule: typos/to-finite-verb", "rule: typos/doubled-word", "rules: all of kind phrases"),
    }
    assert wanted <= set(named)
