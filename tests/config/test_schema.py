"""The JSON Schema that editors check a configuration by: it says what Copydesk says, as far as a schema can."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from lint import catalog, config, plan
from lint.errors import UserErrors
from lint.schema import schema

CATALOG = catalog.load()
SCHEMA = schema(CATALOG)


class AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2, in which `on` and `no` are words and a date is one."""


AsEditorsRead.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag.rpartition(":")[2] in {"int", "float", "null"}]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
AsEditorsRead.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), ["t", "f"])


def is_valid(text: str) -> bool:
    read: Any = yaml.load(text, AsEditorsRead)  # noqa: S506 - a safe loader
    return Draft202012Validator(SCHEMA).is_valid({} if read is None else read)


@pytest.fixture
def is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Give a function that says whether Copydesk takes a configuration."""
    monkeypatch.chdir(tmp_path)
    for name in ("house.yaml", "words.txt"):
        Path(name).touch()
    Path("content").mkdir()

    def load(text: str) -> bool:
        Path(".copydesk.yaml").write_text(text, encoding="utf-8")
        try:
            plan.check(CATALOG, config.read(Path(".copydesk.yaml")), plan.Selection())
        except UserErrors:
            return False
        return True

    return load


VALID = [
    "",
    "packs:\n",
    "extends: house.yaml",
    "extends: [house.yaml]\npacks: [style]",
    "rules: {claims: off, names: on, typos/a-an: warning, all: {severity: error}}",
    "rules: {claims/vague-source: {window: 3, links: no, groups: [stakeholders, 2024]}}",
    "rules: {claims/vague-source: {window: '3', on: no}}",
    "rules: {claims: {exempt: [opinion]}, style/national-spelling: {spelling: oxford}}",
    "rules:\n  # claims: off\n",
    "paths: {'opinion/**': {ignore: claims, because: columns}}",
    "paths: {'opinion/**': {ignore: [claims, typos/a-an], because: columns, rules: {names: warning}, markup: }}",
    "paths: {a.md: {ignore: []}, b.md: {}}",
    "exclude: archive/\nwords: [spreadable, 2024, true]\nword_files: words.txt\narchive: [content]\nnames: names.yaml",
    "markup: {prose_fields: {blurb: deck}, prose_arguments: {pull: [quote, '-']}, skip_tags: aside, data: '*.json'}",
    "language: {spelling: british}",
    "language: {pipeline: en_core_web_trf, spelling: }",
    "rule_folders: []",
]
INVALID = [
    "[]",
    "pakcs: style",
    "packs: styl",
    "packs: {style: on}",
    "rules: off",
    "rules: {claims: loud}",
    "rules: {claims: }",
    "rules: {claims: true}",
    "rules: {typos/duobled-word: off}",
    "rules: {claims: {severity: bad}}",
    "rules: {claims: {on: maybe}}",
    "rules: {claims/vague-source: {windw: 3}}",
    "rules: {claims/vague-source: {window: wide}}",
    "rules: {claims/vague-source: {window: -1}}",
    "rules: {claims/vague-source: {window: 2.5}}",
    "rules: {claims/vague-source: {links: maybe}}",
    "rules: {claims/vague-source: {groups: stakeholders}}",
    "rules: {claims: {exempt: opinion}}",
    "rules: {typos/missing-final-stop: {share: 101}}",
    "rules: {copy/date-after-publication: {days: 99999999}}",
    "paths: {'opinion/**': {ignore: claims}}",
    "paths: {'opinion/**': {ignore: [clams], because: columns}}",
    "paths: {'opinion/**': off}",
    "paths: {'opinion/**': {packs: style}}",
    "words: {a: b}",
    "names: [names.yaml]",
    "markup: {prose_fields: {blurb: dekc}}",
    "markup: {prose_arguments: {pull: [quot]}}",
    "markup: {prose_fields: [blurb]}",
    "language: british",
    "language: {spelling: scottish}",
    "language: {speling: british}",
]


def test_it_is_a_schema_of_the_dialect_that_it_names() -> None:
    assert SCHEMA["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("text", VALID)
def test_what_copydesk_takes_an_editor_takes(text: str, is_loaded) -> None:
    assert (is_loaded(text), is_valid(text)) == (True, True)


@pytest.mark.parametrize("text", INVALID)
def test_what_an_editor_underlines_copydesk_refuses(text: str, is_loaded) -> None:
    assert (is_loaded(text), is_valid(text)) == (False, False)


def test_every_key_option_and_rule_is_described() -> None:
    definitions = SCHEMA["$defs"]
    entries = definitions["rules"]["properties"]
    assert entries.keys() == CATALOG.selectors
    models = [SCHEMA, *(definitions[name] for name in ("PathEntry", "PathMarkupEntry", "MarkupEntry", "LanguageEntry"))]
    told = [value for model in models for value in model["properties"].values()] + list(entries.values())
    assert [value for value in told if not value.get("description", "").endswith(".")] == []
    options = [
        (name, option, value)
        for name, entry in entries.items()
        for option, value in entry["anyOf"][1]["properties"].items()
        if "$ref" not in value
    ]
    assert [(name, option) for name, option, value in options if not value.get("description")] == []
    assert len(options) > 50
