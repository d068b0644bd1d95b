"""One article in every format: the same slips, found at the right places in all of them."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ARTICLES = sorted(path.name for path in (ROOT / "examples" / "formats").iterdir())
PLANTED = [
    ("copy/impossible-date", "February 30, 2026"),
    ("typos/doubled-word", "the the"),
    ("typos/to-finite-verb", "to opens"),
    ("claims/vague-source", "Many experts say"),
    ("names/surname-misspelt", "Marchetty"),
]


def findings(name: str, copydesk) -> list[dict]:
    ended = copydesk("check", "--format", "json", f"examples/formats/{name}")
    assert ended.stderr == ""
    return json.loads(ended.stdout)["files"][0]["findings"]


def test_there_is_one_for_every_way_of_writing_articles() -> None:
    assert {Path(name).suffix for name in ARTICLES} == set(".html .json .lr .md .mdx .rst .txt".split())


@pytest.mark.parametrize("name", ARTICLES)
def test_the_same_is_found_in_every_format(name: str, copydesk) -> None:
    found = findings(name, copydesk)
    assert [(finding["rule"], finding["text"]) for finding in found] == PLANTED


@pytest.mark.parametrize("name", ARTICLES)
def test_every_finding_stands_where_it_says(name: str, copydesk) -> None:
    text = (ROOT / "examples" / "formats" / name).read_text(encoding="utf-8")
    lines = text.split("\n")
    for finding in findings(name, copydesk):
        start, end = finding["start"], finding["end"]
        assert text[start["offset"] : end["offset"]] == finding["text"]
        assert lines[start["line"] - 1][start["column"] - 1 :].startswith(finding["text"])
