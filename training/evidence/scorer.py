"""Ask a model: for each word of each sentence the chance of every label, whichever engine holds the model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from training.evidence.model import Weights, forward
from training.evidence.pieces import Pieces

Sentences = Sequence[Sequence[str]]
Scorer = Callable[[Sentences], list[Any]]
"""From sentences to arrays [word, label] of chances, in the order given; words that were not read are missing."""

Engine = Callable[[Any, Any, Any], Any]
"""From the arrays of a `Batch` to logits as an array."""

BATCH = 4096
"""Pieces that are read at once."""


def scorer(engine: Engine, pieces: Pieces, batch: int = BATCH) -> Scorer:
    """Make a scorer of an engine."""

    def score(sentences: Sentences) -> list[Any]:
        found: list[Any] = [None] * len(sentences)
        for places in bundles(sentences, pieces, batch):
            arrays = pieces.batch([sentences[place] for place in places])
            chances = softmax(engine(*arrays))
            for row, place in enumerate(places):
                found[place] = chances[row, : int((arrays.first[row] > 0).sum())]
        return found

    return score


def bundles(sentences: Sentences, pieces: Pieces, size: int) -> Iterator[list[int]]:
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


def softmax(logits: Any) -> Any:
    """Give chances for logits, along the last axis."""
    import numpy as np

    raised = np.exp(logits - logits.max(-1, keepdims=True))
    return raised / raised.sum(-1, keepdims=True)


def torch_engine(weights: Weights) -> Engine:
    """Read with weights as they are being trained."""
    import torch

    def logits(*arrays: Any) -> Any:
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            return forward(weights, *map(torch.from_numpy, arrays)).float().numpy()

    return logits


def onnx_engine(path: Path, threads: int = 1) -> Engine:
    """Read with an exported model."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = threads
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def logits(pieces: Any, cases: Any, first: Any) -> Any:
        return session.run(None, {"pieces": pieces, "cases": cases, "first": first})[0]

    return logits
