"""The encoder: MiniLM read at the first piece of each word, with a learned signal for capitals. Values and functions only.

The weights are a dictionary of tensors, so that a checkpoint, an average of weights and an export are plain data.
Word pieces carry no case (the vocabulary is uncased): what stands in capitals is told by one of `CASES` signals.
"""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

Weights = dict[str, Any]
"""Tensors by name."""

WIDTH, HEADS = 384, 12
EPSILON = 1e-12
CASES = 4
PADDED = -1e4
FROZEN = ("pieces", "places", "embed.norm.weight", "embed.norm.bias")
"""What training leaves as it was: half of all weights, and no gradient flows that deep."""

ORIGIN = "encoder.layer.{}.{}"
PARTS = {"out": "attention.output.dense", "norm1": "attention.output.LayerNorm"} | {
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm2": "output.LayerNorm",
}


def read_tensors(path: Path) -> Weights:
    """Read the float tensors of a safetensors file."""
    import numpy as np
    import torch

    raw = path.read_bytes()
    (size,) = struct.unpack("<Q", raw[:8])
    header = json.loads(raw[8 : 8 + size])
    tensors = {}
    for name, entry in header.items():
        if entry.get("dtype") == "F32":
            start, end = entry["data_offsets"]
            values = np.frombuffer(raw[8 + size + start : 8 + size + end], dtype="<f4").reshape(entry["shape"])
            tensors[name] = torch.from_numpy(values.copy())
    return tensors


def pretrained(path: Path, layers: int, labels: int) -> Weights:
    """Give the weights to start from: MiniLM's embeddings and lowest layers, and a new output for `labels` labels."""
    import torch

    given = read_tensors(path)
    weights = {
        "pieces": given["embeddings.word_embeddings.weight"],
        "places": given["embeddings.position_embeddings.weight"] + given["embeddings.token_type_embeddings.weight"][0],
        "embed.norm.weight": given["embeddings.LayerNorm.weight"],
        "embed.norm.bias": given["embeddings.LayerNorm.bias"],
        "cases": torch.zeros(CASES, WIDTH),
        "label.weight": torch.randn(labels, WIDTH) * 0.02,
        "label.bias": torch.zeros(labels),
    }
    for layer in range(layers):
        for kind in ("weight", "bias"):
            asked = [given[ORIGIN.format(layer, f"attention.self.{part}.{kind}")] for part in ("query", "key", "value")]
            weights[f"{layer}.ask.{kind}"] = torch.cat(asked)
            for mine, theirs in PARTS.items():
                weights[f"{layer}.{mine}.{kind}"] = given[ORIGIN.format(layer, f"{theirs}.{kind}")]
    return weights


def depth(weights: Weights) -> int:
    """Count the layers."""
    return sum(name.endswith(".ask.weight") for name in weights)


def forward(weights: Weights, pieces: Any, cases: Any, first: Any) -> Any:
    """Give the logits, [sentence, word, label], of a batch.

    `pieces` and `cases` are [sentence, piece], padded with piece 0; `first` is [sentence, word]: where each word begins.
    """
    import torch
    from torch.nn import functional

    count, length = pieces.shape
    padding = pieces.eq(0)[:, None, None, :] * PADDED
    state = functional.embedding(pieces, weights["pieces"]) + weights["places"][:length]
    state = norm(weights, "embed.norm", state) + functional.embedding(cases, weights["cases"])
    for layer in range(depth(weights)):
        asked = linear(weights, f"{layer}.ask", state).view(count, length, 3, HEADS, WIDTH // HEADS)
        query, key, value = asked.permute(2, 0, 3, 1, 4).unbind(0)
        heed = torch.softmax(query @ key.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5 + padding, -1)
        seen = linear(weights, f"{layer}.out", (heed @ value).transpose(1, 2).reshape(count, length, WIDTH))
        state = norm(weights, f"{layer}.norm1", state + seen)
        thought = linear(weights, f"{layer}.down", functional.gelu(linear(weights, f"{layer}.up", state)))
        state = norm(weights, f"{layer}.norm2", state + thought)
    words = torch.gather(state, 1, first.unsqueeze(-1).expand(-1, -1, WIDTH))
    return linear(weights, "label", words)


def linear(weights: Weights, name: str, state: Any) -> Any:
    """Apply the linear map of the name."""
    from torch.nn import functional

    return functional.linear(state, weights[f"{name}.weight"], weights[f"{name}.bias"])


def norm(weights: Weights, name: str, state: Any) -> Any:
    """Apply the layer norm of the name."""
    from torch.nn import functional

    return functional.layer_norm(state, (WIDTH,), weights[f"{name}.weight"], weights[f"{name}.bias"], EPSILON)
