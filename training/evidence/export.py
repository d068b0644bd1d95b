"""Write a model to ship: int8 ONNX with the word pieces that prose holds, and the words that may stand for others.

    python -m training.evidence.export DATA CHECKPOINT MODEL --weights MINILM

MODEL is a folder: `model.onnx`, `pieces.txt`, `words.txt`, `model.json`. `levels` then sets the thresholds, and `package`
puts it where the package has it.
"""

from __future__ import annotations

import argparse
import json
import logging
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from lint.annotate.evidence.pieces import END, PADDING, START, UNKNOWN, Pieces
from lint.annotate.evidence.scorer import ABOUT, MODEL, PIECES, WORDS
from training.evidence import model
from training.evidence.labels import LABELS
from training.evidence.lexicon import Lexicon
from training.evidence.stream import read_lines

LOG = logging.getLogger("evidence")
LEAST = 10
"""How often a word piece must occur in the prose to be kept."""
OTHERS = 24
"""How many words are tried in the place of one."""


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


def table(lexicon: Lexicon) -> Iterator[str]:
    """Give the lines of `words.txt`: a word, its forms by name, and what else it may be taken for, frequent ones first."""
    for word in sorted({*lexicon.forms, *lexicon.near, *lexicon.family}):
        forms = lexicon.forms.get(word, {})
        others = {*lexicon.near.get(word, ()), *lexicon.family.get(word, ()), *forms.values()} - {word}
        likely = sorted(others, key=lambda other: (-lexicon.counts.get(other, 0), other))[:OTHERS]
        yield f"{word}\t{' '.join(f'{form}={made}' for form, made in sorted(forms.items()))}\t{' '.join(likely)}\n"


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


def export(options: argparse.Namespace) -> None:
    """Write everything."""
    import torch

    held = torch.load(options.checkpoint, weights_only=True)
    vocabulary = Pieces.read((options.weights / "vocab.txt").read_text(encoding="utf-8"))
    weights, pieces = pruned(held["average"], vocabulary, read_lines(options.data / "train.txt"))
    options.model.mkdir(parents=True, exist_ok=True)
    write_onnx(weights, options.model / MODEL)
    (options.model / PIECES).write_text("\n".join(pieces) + "\n", encoding="utf-8")
    lines = "".join(table(Lexicon.read(options.data / "lexicon.json")))
    (options.model / WORDS).write_text(lines, encoding="utf-8")
    about = {"steps": held["step"], "words": held["words"], "layers": model.depth(weights), "labels": list(LABELS)}
    (options.model / ABOUT).write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    LOG.info("%s: %d steps, %.1f M words", options.model, held["step"], held["words"] / 1e6)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--weights", type=Path, required=True)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    export(parser.parse_args())


if __name__ == "__main__":
    main()
