"""Ask the model that is being trained: for each word of each sentence the chance of every label."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from lint.annotate.evidence.pieces import Pieces
from training.evidence.batches import batch, bundles
from training.evidence.model import Weights, forward

Sentences = Sequence[Sequence[str]]
Scorer = Callable[[Sentences], list[Any]]
"""From sentences to arrays [word, label] of chances, in the order given; words that were not read are missing."""

BATCH = 4096
"""Pieces that are read at once."""


def scorer(weights: Weights, pieces: Pieces) -> Scorer:
    """Make a scorer of weights as they are being trained."""
    import torch

    def score(sentences: Sentences) -> list[Any]:
        found: list[Any] = [None] * len(sentences)
        for places in bundles(sentences, pieces, BATCH):
            arrays = batch(pieces, [sentences[place] for place in places])
            with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
                logits = forward(weights, *map(torch.from_numpy, arrays))
            chances = torch.softmax(logits.float(), -1).numpy()
            for row, place in enumerate(places):
                found[place] = chances[row, : int((arrays.first[row] > 0).sum())]
        return found

    return score
