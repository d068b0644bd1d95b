"""Readers as fixtures: text in, document out."""

from collections.abc import Callable

import pytest

from lint.document import Document
from lint.formats import read
from lint.source import Source

Reader = Callable[[str], Document]


@pytest.fixture(scope="session")
def markdown() -> Reader:
    return lambda text: read(Source("draft.md", text))


@pytest.fixture(scope="session")
def plain() -> Reader:
    return lambda text: read(Source("draft.txt", text))


@pytest.fixture(scope="session")
def pairs() -> Callable[[Document], list[tuple[str, str]]]:
    """Kind and text of each block."""
    return lambda document: [(str(block.kind), block.text) for block in document.blocks]
