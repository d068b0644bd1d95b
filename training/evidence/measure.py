"""Measure a model on prose set aside: how many slips it finds at a rate of false alarms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from training.evidence.labels import LABELS
from training.evidence.scorer import Scorer
from training.evidence.slips import Sample, Slipper, applied

RATES = (0.1, 0.2, 0.5, 1.0)
"""False alarms per 1,000 words."""

CLASSES = {
    "form": ("form", "agreement"),
    "confusion": ("sound", "letters", "sense", "family"),
    "missing": ("missing",),
    "extra": ("stray", "alternative", "echo"),
    "possessive": ("possessive",),
}
CLASS = {kind: name for name, kinds in CLASSES.items() for kind in kinds}


@dataclass(frozen=True, slots=True)
class Figures:
    """At one rate: the threshold, the share of slips found by class, and the share of those mended rightly."""

    rate: float
    threshold: float
    found: dict[str, float]
    mended: float

    def __str__(self) -> str:
        """Give a line for a log; shares in percent."""
        found = " ".join(f"{name} {100 * share:.1f}" for name, share in self.found.items())
        return f"at {self.rate} (≥ {self.threshold:.3f}): {found} | mended {100 * self.mended:.0f}"


def slipped(sentences: Sequence[Sequence[str]], slipper: Slipper, seed: int = 0) -> list[Sample]:
    """Put one slip into each sentence that has a place for it, always the same."""
    rng = Random(seed)
    edits = [(sentence, slipper.edit(sentence, rng)) for sentence in sentences]
    return [applied(sentence, [edit]) for sentence, edit in edits if edit]


def measure(score: Scorer, clean: Sequence[Sequence[str]], samples: Sequence[Sample]) -> list[Figures]:
    """Give the figures at each rate; a slip is found where the score passes the threshold of the clean sentences."""
    thresholds = at_rates(score, clean)
    chances = score([sample.words for sample in samples])
    return [figures(rate, thresholds[rate], samples, chances) for rate in RATES]


def at_rates(score: Scorer, clean: Sequence[Sequence[str]]) -> dict[float, float]:
    """Give the threshold that lets through so many alarms per 1,000 words of clean sentences."""
    suspicions = sorted((float(s) for rows in score(clean) for s in 1 - rows[:, 0]), reverse=True)
    words = sum(map(len, clean))
    return {rate: suspicions[min(len(suspicions) - 1, round(rate * words / 1000))] for rate in RATES}


def figures(rate: float, threshold: float, samples: Sequence[Sample], chances: Sequence[Any]) -> Figures:
    """Count what is found at a threshold."""
    found, total, mended = Counter[str](), Counter[str](), 0
    for sample, rows in zip(samples, chances, strict=True):
        for place, kind in sample.kinds.items():
            hit = place < len(rows) and 1 - rows[place, 0] > threshold
            for name in (CLASS[kind], "all"):
                total[name] += 1
                found[name] += bool(hit)
            mended += bool(hit) and LABELS[1 + int(rows[place, 1:].argmax())] == sample.labels[place]
    shares = {name: found[name] / total[name] for name in (*CLASSES, "all") if total[name]}
    return Figures(rate, threshold, shares, mended / max(1, found["all"]))
