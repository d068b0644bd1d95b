"""What the tests of claims share: a reading of a text."""

from collections.abc import Callable

import pytest

from lint import formats
from lint.annotate.pipeline import Pipeline
from lint.annotate.reading import Reading
from lint.source import Source

PIPELINE = Pipeline()


@pytest.fixture
def reading() -> Callable[[str], Reading]:
    return lambda text: Reading(formats.read(Source("draft.md", text), "markdown"), PIPELINE)
