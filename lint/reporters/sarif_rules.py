"""The rules of a report, and their families, as SARIF describes them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from lint import __version__
from lint.model import Severity
from lint.reporters.pages import page
from lint.reporters.rules import explanation
from lint.reporters.view import Look
from lint.rule import Rule

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}
_PRIORITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "recommendation"}
_TAXONOMY = "copydesk-families"
_FAMILIES = {
    "typos": "Slips that reach print: wrong forms, doubled, dropped and stray words, spelling, marks.",
    "claims": "Statements and quotations that nobody stands behind.",
    "names": "People, places, bodies and terms written in two ways.",
    "copy": "What should never be published: placeholders, page furniture, wrong dates.",
    "style": "House style, off until a repository turns it on.",
}
_LONGEST_DESCRIPTION = 1000  # GitHub takes 1,024 characters
_MOST_EXAMPLES = 2  # of what is found, and of what is not


def families(ids: Mapping[str, int]) -> list[str]:
    """Give the families of the rules, sorted."""
    return sorted({rule.split("/", 1)[0] for rule in ids})


def driver(ids: Mapping[str, int], rules: Mapping[str, Rule]) -> dict[str, Any]:
    """Describe Copydesk and the rules whose ids are given, in the order of their indices."""
    known = families(ids)
    return {
        "name": "Copydesk",
        "version": __version__,
        "semanticVersion": __version__,
        "supportedTaxonomies": [{"name": _TAXONOMY, "index": 0}] if ids else [],
        "rules": [_rule(rule, rules.get(rule), known) for rule in sorted(ids, key=ids.__getitem__)],
    }


def taxonomy(known: Sequence[str]) -> dict[str, Any]:
    """Describe the families that rules belong to."""
    return {
        "name": _TAXONOMY,
        "shortDescription": {"text": "The families of Copydesk's rules."},
        "taxa": [
            {"id": each, "shortDescription": {"text": _FAMILIES.get(each, f"The family {each}.")}} for each in known
        ],
    }


def _rule(rule_id: str, rule: Rule | None, known: Sequence[str]) -> dict[str, Any]:
    """Describe a rule; if it is not known here, since its file lies in a folder further down, by its id alone."""
    family, name = rule_id.split("/", 1)[0], rule_id.rpartition("/")[2]
    target = {
        "id": family,
        "index": known.index(family),
        "toolComponent": {"name": _TAXONOMY, "index": 0},
    }
    return {
        "id": rule_id,
        "name": "".join(part.capitalize() for part in name.split("-")),
        "relationships": [{"target": target, "kinds": ["superset"]}],
        **(_described(rule) if rule else _named(rule_id)),
    }


def _named(rule_id: str) -> dict[str, Any]:
    """Say what code scanning asks for of every rule."""
    told = {"text": f"{rule_id}: a rule of the folder that the article lies in."}
    return {"shortDescription": {"text": rule_id}, "fullDescription": told, "help": told}


def _described(rule: Rule) -> dict[str, Any]:
    brief = _brief(rule)
    return {
        "shortDescription": {"text": rule.summary[:_LONGEST_DESCRIPTION]},
        "fullDescription": {"text": rule.why[:_LONGEST_DESCRIPTION]},
        "help": {"text": explanation(brief, Look()), "markdown": page(brief)},
        "defaultConfiguration": {"enabled": rule.on, "level": LEVELS[rule.severity]},
        "properties": {
            "tags": [rule.family, "prose"],
            "confidence": rule.confidence,
            "precision": rule.confidence,
            "problem.severity": _PRIORITIES[rule.severity],
        },
    }


def _brief(rule: Rule) -> Rule:
    """Give the rule with its first examples alone: some have dozens."""
    bad = [example for example in rule.examples if example.marks][:_MOST_EXAMPLES]
    good = [example for example in rule.examples if not example.marks][:_MOST_EXAMPLES]
    return replace(rule, examples=(*bad, *good))
