"""Set the levels of an exported model, by class, on prose set aside: clean, and with slips put in.

    python -m training.evidence.levels DATA MODEL [--warn CLASS=SCORE ...]

A level is the lowest score from which so large a share of what is told would be true, were there `RATE` slips in 1,000 words
of a draft, of the kinds and in the mix that `slips` makes; and at least half that share of what is told just above it, lest
the sure ones pay for the doubtful. What the clean sentences hold counts as false, though some of it is not: published prose
has slips too. One level for all classes would let the weak ones cry wolf.

Slips put in are not those that writers make: whoever has read what the scorer tells of published prose may set the levels of
warnings by that, with `--warn`.
"""

from __future__ import annotations

import argparse
import json
import logging
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lint.annotate.evidence import scorer
from lint.annotate.evidence.edits import Slip
from lint.annotate.evidence.judge import Judge
from training.evidence.lexicon import Lexicon
from training.evidence.measure import slipped
from training.evidence.slips import Sample, Slipper
from training.evidence.stream import read_lines

LOG = logging.getLogger("evidence")
RATE = 0.5
"""Slips in 1,000 words of a draft: one in 2,000."""
LOOK, WARN = 0.25, 0.5
"""The share of what is told that should be true: of suggestions, and of warnings."""
LOWEST, STEP, BAND = 0.4, 0.01, 0.1
NEVER = 1.01

Scores = Mapping[Slip, Sequence[float]]


def alarms(judge: Judge, sentences: Sequence[Sequence[str]]) -> Scores:
    """Give the scores of what is suspected in clean sentences."""
    found: dict[Slip, list[float]] = defaultdict(list)
    for sentence in sentences:
        for suspected in judge.opinion(sentence).suspected:
            if suspected.repairs:
                found[suspected.slip].append(suspected.score)
    return found


def catches(judge: Judge, samples: Sequence[Sample]) -> Scores:
    """Give the scores of slips that are found, by the class they are taken for."""
    found: dict[Slip, list[float]] = defaultdict(list)
    for sample in samples:
        for suspected in judge.opinion(sample.words).suspected:
            if suspected.repairs and suspected.place in sample.kinds:
                found[suspected.slip].append(suspected.score)
    return found


def level(caught: Sequence[float], false: Sequence[float], weight: float, share: float) -> float:
    """Give the lowest score from which catches, each worth `weight` alarms, are at least a share of all that is told.

    Half an alarm more than was seen is counted: some thousand words of prose cannot show that there are none.
    """

    def reached(start: float, end: float, more: float, asked: float) -> bool:
        right = weight * sum(start <= each < end for each in caught)
        return right >= asked * (right + more + sum(start <= each < end for each in false))

    lowest = NEVER
    for number in range(round((1 - LOWEST) / STEP) + 1):
        score = round(1 - number * STEP, 2)
        if reached(score, NEVER, 0.5, share) and reached(score, score + BAND, 0, share / 2):
            lowest = score
        elif lowest < NEVER:
            break
    return lowest


def figures(caught: Scores, false: Scores, samples: int, words: int, warn: Mapping[str, float]) -> dict[str, Any]:
    """Give the levels of each class, of warnings those in `warn`, and how much is found and false at each."""
    weight = RATE * words / 1000 / samples
    rows = {}
    for slip in Slip:
        look, sure = (level(caught.get(slip, ()), false.get(slip, ()), weight, share) for share in (LOOK, WARN))
        sure = warn.get(slip.value, max(look, sure))
        pair = [min(look, sure), sure]
        rows[slip.value] = {"look": pair[0], "warn": sure} | {
            name: [sum(each >= score for each in scores.get(slip, ())) for score in pair]
            for name, scores in (("caught", caught), ("false", false))
        }
    return {"samples": samples, "words": words, "classes": rows}


def set_levels(data: Path, model: Path, warn: Mapping[str, float]) -> dict[str, Any]:
    """Write levels and figures into the model's `model.json`; give what was written. `warn` sets levels of warnings."""
    about = json.loads((model / scorer.ABOUT).read_text(encoding="utf-8"))
    judge = scorer.judge(model)
    clean = [line.split(" ") for line in read_lines(data / "dev.txt")]
    samples = slipped(clean, Slipper.of(Lexicon.read(data / "lexicon.json")))
    began = time.process_time()
    false = alarms(judge, clean)
    seconds = time.process_time() - began
    words = sum(map(len, clean))
    found = figures(catches(judge, samples), false, len(samples), words, warn)
    about["levels"] = {name: [row["look"], row["warn"]] for name, row in found["classes"].items()}
    about["figures"] = found | {"words_per_second": round(words / seconds)}
    (model / scorer.ABOUT).write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    return about


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--warn", nargs="*", default=[], metavar="CLASS=SCORE", type=lambda pair: pair.split("="))
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    about = set_levels(options.data, options.model, {name: float(score) for name, score in options.warn})
    for name, row in about["figures"]["classes"].items():
        LOG.info("%s: %s", name, row)


if __name__ == "__main__":
    main()
