"""Fixtures of the engine's tests."""

from collections.abc import Callable

import pytest
from engine_support import check_text, make_rule


@pytest.fixture
def found() -> Callable[[str, str], list[str]]:
    """Give the texts that a rule of this body finds in an article."""

    def find(body: str, text: str) -> list[str]:
        return [finding.text for finding in check_text([make_rule(body)], text).findings]

    return find
