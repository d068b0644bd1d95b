"""Trees by hand: what a parser would say, in either scheme, without one."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab


def build(rows: str, entities: tuple[tuple[int, int, str], ...] = ()) -> Doc:
    """Give the doc of rows “word tag label head”, heads counted from 1, joined by “|”; “_” for no tag or label.

    A word that begins with “+” is joined to the one before it.
    """
    cells = [row.split() for row in rows.split("|")]
    words = [row[0].lstrip("+") if len(row[0]) > 1 else row[0] for row in cells]
    spaces = [not row[0].startswith("+") or len(row[0]) == 1 for row in [*cells[1:], [" "]]]
    tags = [row[1].strip("_") for row in cells]
    if len(cells[0]) == 2:
        doc = Doc(Vocab(), words=words, spaces=spaces, tags=tags)
    else:
        heads = [int(row[3]) - 1 for row in cells]
        doc = Doc(Vocab(), words=words, spaces=spaces, tags=tags, deps=[row[2] for row in cells], heads=heads)
    doc.ents = [Span(doc, start, end, label=label) for start, end, label in entities]
    return doc


@pytest.fixture(scope="session")
def tree() -> Callable[..., Doc]:
    """Build a doc by hand."""
    return build
