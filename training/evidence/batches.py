"""Sentences as padded arrays, for the engine that trains. The scorer that ships reads one sentence at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from lint.annotate.evidence.pieces import Pieces


class Batch(NamedTuple):
    """Sentences as arrays of integers: [sentence, piece] twice, and where each word begins, [sentence, word]."""

    pieces: Any
    cases: Any
    first: Any


def batch(pieces: Pieces, sentences: Sequence[Sequence[str]]) -> Batch:
    """Give sentences as arrays, padded to the longest; a word that was not read begins at piece 0."""
    import numpy as np

    rows = [pieces.row(sentence) for sentence in sentences]
    length, most = max(len(row.pieces) for row in rows), max(len(row.first) for row in rows)
    parts, cases = (np.zeros((len(rows), length), np.int64) for _ in range(2))
    first = np.zeros((len(rows), most), np.int64)
    for number, row in enumerate(rows):
        parts[number, : len(row.pieces)] = row.pieces
        cases[number, : len(row.cases)] = row.cases
        first[number, : len(row.first)] = row.first
    return Batch(parts, cases, first)


def bundles(sentences: Sequence[Sequence[str]], pieces: Pieces, size: int) -> Iterator[list[int]]:
    """Give the places of sentences of like length, so many that padded they hold about `size` pieces."""
    lengths = [sum(len(pieces.of(word)) for word in sentence) + 2 for sentence in sentences]
    bundle: list[int] = []
    for place in sorted(range(len(sentences)), key=lambda place: (lengths[place], place)):
        if bundle and (len(bundle) + 1) * lengths[place] > size:
            yield bundle
            bundle = []
        bundle.append(place)
    if bundle:
        yield bundle
