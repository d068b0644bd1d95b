"""Write a model to ship: int8 ONNX with the word pieces that prose holds, its thresholds and its card.

    python -m training.evidence.export DATA CHECKPOINT MODEL --weights MINILM

MODEL is a folder: `model.onnx`, `pieces.txt`, `lexicon.json`, `model.json` (thresholds by false alarms per 1,000 words of
prose set aside, size, speed, origin).
"""

from __future__ import annotations

import argparse
import json
import logging
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from training.evidence import model
from training.evidence.judge import Judge
from training.evidence.labels import LABELS
from training.evidence.lexicon import Lexicon
from training.evidence.measure import RATES
from training.evidence.pieces import END, PADDING, START, UNKNOWN, Pieces
from training.evidence.scorer import onnx_engine, scorer
from training.evidence.stream import read_lines

LOG = logging.getLogger("evidence")
LEAST = 10
"""How often a word piece must occur in the prose to be kept."""
SHIPPED_BATCH = 1024
ORIGIN = "MiniLM (nreimers/MiniLM-L6-H384-uncased by way of sentence-transformers/all-MiniLM-L6-v2), Apache-2.0"


def judge(folder: Path, threads: int = 1) -> Judge:
    """Give the judge that an exported model makes."""
    pieces = Pieces.read(folder / "pieces.txt")
    engine = onnx_engine(folder / "model.onnx", threads)
    return Judge(scorer(engine, pieces, SHIPPED_BATCH), Lexicon.read(folder / "lexicon.json"))


def pruned(weights: model.Weights, pieces: Pieces, lines: Sequence[str]) -> tuple[model.Weights, list[str]]:
    """Drop the word pieces that the prose hardly holds; every single sign stays, so that any word can still be spelt."""
    counts = Counter(number for line in lines for word in line.split(" ") for number in pieces.of(word))
    always = {PADDING, UNKNOWN, START, END}
    kept = [
        (piece, number)
        for piece, number in pieces.numbers.items()
        if piece in always or counts[number] >= LEAST or (len(piece.removeprefix("##")) == 1 and piece.isascii())
    ]
    rows = [number for _, number in kept]
    return weights | {"pieces": weights["pieces"][rows]}, [piece for piece, _ in kept]


def write_onnx(weights: model.Weights, path: Path) -> None:
    """Write the weights as an int8 ONNX model."""
    import torch
    from onnxruntime.quantization import QuantType, quantize_dynamic

    module: Any = torch.nn.Module()
    held = {name: value.detach().float().contiguous() for name, value in weights.items()}
    module.forward = lambda pieces, cases, first: model.forward(held, pieces, cases, first)
    sentence, piece, word = (torch.export.Dim(name) for name in ("sentence", "piece", "word"))
    shapes = {"pieces": {0: sentence, 1: piece}, "cases": {0: sentence, 1: piece}, "first": {0: sentence, 1: word}}
    example = tuple(torch.ones(3, length, dtype=torch.long) for length in (9, 9, 5))
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        names = list(shapes)
        program = torch.onnx.export(module, example, input_names=names, dynamic_shapes=shapes, dynamo=True)
        program.save(str(full))
        quantize_dynamic(full, path, weight_type=QuantType.QInt8, per_channel=True)


def thresholds(judge: Judge, lines: Sequence[str]) -> dict[str, float]:
    """Give the score that lets through so many alarms per 1,000 words of clean sentences, guards and all."""
    sentences = [tuple(line.split(" ")) for line in lines]
    scores = sorted((s.score for found in judge.suspicions(sentences) for s in found), reverse=True)
    words = sum(map(len, sentences))
    return {str(rate): [*scores, 0.0][min(len(scores), round(rate * words / 1000))] for rate in RATES}


def export(options: argparse.Namespace) -> dict[str, Any]:
    """Write everything; give the card."""
    import torch

    held = torch.load(options.checkpoint, weights_only=True)
    lines, dev = (read_lines(options.data / name) for name in ("train.txt", "dev.txt"))
    weights, pieces = pruned(held["average"], Pieces.read(options.weights / "vocab.txt"), lines)
    options.model.mkdir(parents=True, exist_ok=True)
    write_onnx(weights, options.model / "model.onnx")
    (options.model / "pieces.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    (options.model / "lexicon.json").write_bytes((options.data / "lexicon.json").read_bytes())
    began = time.perf_counter()
    ready = judge(options.model)
    loaded = time.perf_counter() - began
    card = {
        "origin": ORIGIN,
        "steps": held["step"],
        "words": held["words"],
        "layers": model.depth(weights),
        "labels": list(LABELS),
        "bytes": (options.model / "model.onnx").stat().st_size,
        "load_seconds": round(loaded, 3),
        "words_per_second": round(speed(ready, dev)),
        "thresholds": thresholds(ready, dev),
    }
    (options.model / "model.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    return card


def speed(ready: Judge, lines: Sequence[str]) -> float:
    """Give words a second, the best of three, with one thread."""
    sentences = [line.split(" ") for line in lines[:1000]]
    ready.suspicions(sentences[:50])
    best = 0.0
    for _ in range(3):
        began = time.perf_counter()
        ready.suspicions(sentences)
        best = max(best, sum(map(len, sentences)) / (time.perf_counter() - began))
    return best


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--weights", type=Path, required=True)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    card = export(parser.parse_args())
    LOG.info("%s", {name: value for name, value in card.items() if name != "labels"})


if __name__ == "__main__":
    main()
