from collections.abc import Callable
from functools import lru_cache
from importlib import import_module

import pytest

from lint import formats
from lint.annotate.pipeline import Pipeline
from lint.annotate.reading import Reading
from lint.rule import Check, Hit
from lint.source import Source

Read = Callable[[str], Reading]
Find = Callable[[str, str], list[Hit]]


@pytest.fixture(scope="session")
def read() -> Read:
    pipeline = Pipeline()

    @lru_cache(maxsize=1)
    def reading(text: str) -> Reading:
        return Reading(formats.read(Source("draft.md", text)), pipeline)

    return reading


@pytest.fixture(scope="session")
def find(read: Read) -> Find:
    def run(check: str, text: str) -> list[Hit]:
        module, function = check.split(".")
        found: Check = getattr(import_module(f"lint.checks.{module}"), function)
        return list(found(read(text), {}))

    return run
