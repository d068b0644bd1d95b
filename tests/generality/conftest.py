"""The figures are gathered, and with COPYDESK_WRITE_GOLDEN=1 recorded."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def figures() -> Iterator[dict[str, str]]:
    gathered: dict[str, str] = {}
    yield gathered
    if os.environ.get("COPYDESK_WRITE_GOLDEN"):
        text = json.dumps(dict(sorted(gathered.items())), indent=1)
        (Path(__file__).parent / "found.json").write_text(text + "\n", encoding="utf-8")
