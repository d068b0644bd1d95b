"""The example articles: what is found in them is recorded, and is what examples/README.md says is planted."""

import json
import re
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
GOLDEN = Path(__file__).parent / "golden"
ARTICLES = sorted(path.name for path in EXAMPLES.iterdir() if path.is_file() and path.name != "README.md")
_SECTION = re.compile(r"(?m)^## (\S+)\n((?:(?!## ).*\n)*)")
_ROW = re.compile(r"(?m)^\| (\d+) \|.*\| `([a-z]+/[a-z-]+)` \|$")


@pytest.mark.parametrize("name", ARTICLES)
def test_the_json_report_on_an_example_is_the_recorded_one(name: str, copydesk, golden) -> None:
    ended = copydesk("check", "--format", "json", "--all", "--no-cache", f"examples/{name}")
    report = json.dumps(json.loads(ended.stdout), indent=1, ensure_ascii=False)
    golden(GOLDEN / f"{name}.json", report + "\n")


@pytest.mark.parametrize("name", ARTICLES)
def test_the_text_report_on_an_example_is_the_recorded_one(name: str, copydesk, golden) -> None:
    ended = copydesk("check", "--all", f"examples/{name}")
    assert ended.stderr == ""
    golden(GOLDEN / f"{name}.text", ended.stdout)


@pytest.mark.parametrize("name", ARTICLES)
def test_what_is_planted_is_found_and_nothing_else(name: str, copydesk) -> None:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    planted = [(int(line), rule) for line, rule in _ROW.findall(dict(_SECTION.findall(readme))[name])]
    report = json.loads(copydesk("check", "--format", "json", f"examples/{name}").stdout)
    found = [(finding["start"]["line"], finding["rule"]) for finding in report["files"][0]["findings"]]
    assert sorted(found) == sorted(planted)
