"""The scorer that comes with the package: its files, held against their checksums, and the engine that runs them."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from lint.annotate import checksums
from lint.annotate.evidence.edits import Forms, Slip
from lint.annotate.evidence.judge import Judge, Scorer
from lint.annotate.evidence.pieces import Pieces
from lint.annotate.wordtable import WordTable
from lint.errors import UserError, UserErrors

SHIPPED = Path(__file__).parents[2] / "language" / "en_evidence"
"""The folder of the scorer that comes with the package."""

MODEL, PIECES, WORDS, ABOUT = FILES = "model.onnx", "pieces.txt", "words.txt", "model.json"
LOWEST = 0.3
"""The lowest doubt that is looked into while the levels are not known."""
_ENGINE = "onnxruntime"
_LONGEST_REASON = 300
_REINSTALL = "Install Copydesk again: pip install --force-reinstall copydesk."


class Levels(NamedTuple):
    """The scores from which a suspicion is worth a look, and from which it may be told as a warning."""

    look: float
    warn: float


@dataclass(frozen=True, slots=True)
class Trained:
    """A judge as it was trained, and its levels by class."""

    judge: Judge
    levels: Mapping[Slip, Levels]


@dataclass(frozen=True, slots=True)
class Words:
    """What may stand for which word, from a table with two columns: `base=go s=goes …`, and words that look alike."""

    table: WordTable

    @property
    def forms(self) -> Forms:
        """The forms of words."""
        return self

    def get(self, word: str, default: Mapping[str, str], /) -> Mapping[str, str]:
        """Give the forms of a word in lower case by name, or the default."""
        pairs = self.table.get(word).partition("\t")[0].split()
        return dict(pair.split("=", 1) for pair in pairs) or default

    def others(self, word: str) -> Sequence[str]:
        """Give words of the same look or stem as one in lower case, frequent ones first."""
        return self.table.get(word).partition("\t")[2].split()


def lacking() -> str:
    """Say what is lacking to read with the scorer of the package; nothing if all is there. Nothing is loaded for it."""
    from importlib.util import find_spec

    if not (SHIPPED / checksums.NAME).is_file():
        return "this build of Copydesk has no evidence scorer"
    return "" if find_spec(_ENGINE) else f"{_ENGINE} is not installed (pip install {_ENGINE})"


def load() -> Trained:
    """Load the scorer of the package. Raise UserErrors if a file is missing or damaged, or the engine does not run here."""
    try:
        sums = checksums.listed(SHIPPED)
        files = {name: _verified(SHIPPED / name, sums) for name in FILES}
        about = json.loads(files[ABOUT])
        levels = {Slip(name): Levels(*pair) for name, pair in about["levels"].items()}
        return Trained(_judge(files, min(level.look for level in levels.values())), levels)
    except Exception as error:  # noqa: BLE001 - there is no end of what the engine may raise
        problem = f"The evidence scorer is broken: {' '.join(str(error).split())[:_LONGEST_REASON]}."
        raise UserErrors([UserError(problem, None, _REINSTALL)]) from None


def judge(folder: Path) -> Judge:
    """Give the judge that an exported model makes, which has no levels and no checksums yet."""
    return _judge({name: (folder / name).read_bytes() for name in FILES}, LOWEST)


def _verified(file: Path, sums: Mapping[str, str]) -> bytes:
    data = file.read_bytes()
    if checksums.digest(data) != sums.get(file.name):
        raise ValueError(f"{file.name} is not as it was shipped")
    return data


def _judge(files: Mapping[str, bytes], floor: float) -> Judge:
    score = _scorer(files[MODEL], Pieces.read(files[PIECES].decode("utf-8")))
    words = Words(WordTable(files[WORDS].decode("utf-8")))
    return Judge(score, tuple(json.loads(files[ABOUT])["labels"]), words, floor)


def _scorer(model: bytes, pieces: Pieces) -> Scorer:
    """Give what reads one sentence with an ONNX model, in one thread."""
    import numpy as np

    session = _session(model)

    def score(sentence: Sequence[str]) -> Any:
        row = pieces.row(sentence)
        logits = session.run(None, {name: np.array([values], np.int64) for name, values in row._asdict().items()})[0][0]
        raised = np.exp(logits - logits.max(-1, keepdims=True))
        return raised / raised.sum(-1, keepdims=True)

    return score


def _session(model: bytes) -> Any:
    # ONNX Runtime would keep a number of this machine in the user's cache folder, and tell its makers of each use.
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = False  # what a long article takes is given back; it costs no time
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
