"""Sentences that were written before any rule was held against them: how many of their slips are found.

Each file holds twenty sentences with a slip, marked, and ten, after “=”, that look like one and are right.
`found.json` records how many are found; a change that finds fewer fails, one that finds more writes the new figure.
"""

import json
import os
import re
from pathlib import Path

import pytest

from lint import catalog, formats, plan
from lint.annotate.pipeline import Pipeline
from lint.config import Config
from lint.engine import Engine
from lint.model import Finding, Severity
from lint.source import Source

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.glob("*.txt"))
FOUND = FOLDER / "found.json"
_MARK = re.compile(r"<<(.*?)>>")


@pytest.fixture(scope="module")
def engine() -> Engine:
    rules = plan.resolve(catalog.load(), Config().for_path(""), plan.Selection(("typos",)))
    return Engine(rules, Pipeline(), frozenset())


def findings(engine: Engine, sentence: str) -> list[Finding]:
    document = formats.read(Source("draft.md", sentence), "markdown")
    return [each for each in engine.check(document).findings if each.severity is not Severity.SUGGESTION]


def is_found(engine: Engine, sentence: str) -> bool:
    mark = _MARK.search(sentence)
    assert mark, f"no mark in “{sentence}”"
    start, end = mark.start(), mark.start() + len(mark[1])
    spans = [(each.start.offset, each.end.offset) for each in findings(engine, _MARK.sub(r"\1", sentence))]
    return any(first < end and last > start for first, last in spans)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_as_many_slips_are_found_as_before_and_nothing_else(
    file: Path, engine: Engine, figures: dict[str, str]
) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    slips = [line for line in lines if not line.startswith("= ")]
    traps = [line.removeprefix("= ") for line in lines if line.startswith("= ")]
    assert (len(slips), len(traps)) == (20, 10)
    found = sum(is_found(engine, slip) for slip in slips)
    caught = [trap for trap in traps if findings(engine, trap)]
    figures[file.stem] = f"{found} of 20 found, {len(caught)} of 10 traps"
    if not os.environ.get("COPYDESK_WRITE_GOLDEN"):
        assert figures[file.stem] == json.loads(FOUND.read_text(encoding="utf-8"))[file.stem], caught
