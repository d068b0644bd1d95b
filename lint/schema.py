"""The JSON Schema of `.copydesk.yaml`, for editors: from the models of the configuration and the rules of a catalog.

It takes YAML as editors read it, where 3 is a number and `off` a word. What it refuses, Copydesk refuses; Copydesk knows more.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from lint.catalog import ALL, Catalog
from lint.configmodel import OFF, ON, ConfigEntry
from lint.model import Severity
from lint.rule import OptionSpec, Rule

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SCALAR = {"type": ["string", "number", "boolean"]}
_NUMBER = r"^[0-9]{1,9}$"
_RULES, _SELECTOR, _LEVEL, _ON = "rules", "selector", "level", "on"
_SELECTORS = {"packs", "ignore"}
"""Keys under which rules and families are named."""


def schema(catalog: Catalog) -> dict[str, Any]:
    """Give the schema of a configuration that speaks of the rules of a catalog, as JSON."""
    whole = ConfigEntry.model_json_schema()
    models = whole.pop("$defs")
    for model in (whole, *models.values()):
        model["properties"] = {key: _property(key, value) for key, value in model.get("properties", {}).items()}
    severities = [severity.value for severity in Severity]
    definitions = {
        **{name: model for name, model in models.items() if name != "RuleEntry"},
        _RULES: _rules(catalog),
        _SELECTOR: {"enum": sorted(catalog.selectors)},
        _LEVEL: {"enum": [ON, OFF, *severities]},
        "severity": {"enum": severities},
        _ON: {"enum": [ON, OFF, "yes", "no", True, False]},
    }
    title = {"title": "Copydesk configuration", "description": "What a repository says to Copydesk: .copydesk.yaml."}
    return {"$schema": _DIALECT, **whole, **title, "$defs": definitions}


def _property(key: str, model: Mapping[str, Any]) -> dict[str, Any]:
    """Give what may stand under a key, which may be empty too: all its entries are commented out, say."""
    told = {"description": model["description"]} if "description" in model else {}
    inner = {name: value for name, value in model.items() if name not in {"description", "title", "default"}}
    if key == "rules":
        inner = _ref(_RULES)
    elif key in _SELECTORS:
        inner = {"anyOf": [_ref(_SELECTOR), {"type": "array", "items": _ref(_SELECTOR)}]}
    return {**told, "anyOf": [*inner.get("anyOf", [inner]), {"type": "null"}]}


def _rules(catalog: Catalog) -> dict[str, Any]:
    """Give what may be said of rules: of all, of those that lie together, of each."""
    entries = {selector: _entry(selector, catalog.matching(selector)) for selector in sorted(catalog.selectors)}
    return {"type": "object", "properties": entries, "additionalProperties": False}


def _told(selector: str, rules: Sequence[Rule]) -> str:
    if [rule.id for rule in rules] == [selector]:
        rule = rules[0]
        return f"{rule.summary}. {f'By default: {rule.severity.value}.' if rule.on else 'Off by default.'}"
    return "All rules." if selector == ALL else f"All rules of {selector}."


def _entry(selector: str, rules: Sequence[Rule]) -> dict[str, Any]:
    """Give what may be said of rules together: an option if one of them has it, within the bounds of the first."""
    options: dict[str, OptionSpec] = {}
    for rule in rules:
        options = {**rule.declared, **options}
    properties = {"on": _ref(_ON), "severity": _ref("severity")}
    properties |= {name: _option(spec) for name, spec in options.items()}
    mapping = {"type": "object", "properties": properties, "additionalProperties": False}
    return {"description": _told(selector, rules), "anyOf": [_ref(_LEVEL), mapping]}


def _option(spec: OptionSpec) -> dict[str, Any]:
    told: dict[str, Any] = {"description": spec.help} if spec.help else {}
    word = {"enum": list(spec.choices)} if spec.choices else _SCALAR
    if isinstance(spec.default, tuple):
        return {**told, "type": "array", "items": word, "default": list(spec.default)}
    told["default"] = spec.default
    if isinstance(spec.default, str):
        return {**told, **word}
    most = {} if spec.most is None else {"maximum": spec.most}
    return {**told, "type": ["integer", "string"], "pattern": _NUMBER, "minimum": spec.least or 0, **most}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}
