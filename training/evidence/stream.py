"""Endless batches to train on: every pass in another order and with new slips. A place in the stream is two numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import NamedTuple

from lint.annotate.evidence.pieces import Pieces
from training.evidence import drafts
from training.evidence.slips import Sample, Slipper

POOL = 4096
"""Sentences that are made at once and sorted by length, so that hardly anything is padding."""


class Place(NamedTuple):
    """Where a stream is: the pool, counted over all passes, and the batch in it."""

    pool: int
    batch: int


START = Place(0, 0)


@dataclass(frozen=True, slots=True)
class Stream:
    """Batches of about `size` pieces from sentences as lines of words; the same seed gives the same stream."""

    lines: Sequence[str]
    slipper: Slipper
    pieces: Pieces
    size: int
    seed: int = 0

    def batches(self, start: Place = START) -> Iterator[tuple[Place, list[Sample]]]:
        """Give batches from a place on, each with the place behind it."""
        pool, batch = start
        while True:
            made = self.pool(pool)
            for number in range(batch, len(made)):
                yield Place(pool, number + 1), made[number]
            pool, batch = pool + 1, 0

    def pool(self, number: int) -> list[list[Sample]]:
        """Make the batches of a pool, in random order."""
        rng = Random(f"{self.seed}/{number}")
        samples = [self.slipper.sample(drafts.drafted(line.split(" "), rng), rng) for line in self.chosen(number)]
        lengths = [sum(len(self.pieces.of(word)) for word in sample.words) for sample in samples]
        groups: list[list[Sample]] = [[]]
        for place in sorted(range(len(samples)), key=lambda place: (lengths[place], place)):
            if (len(groups[-1]) + 1) * (lengths[place] + 2) > self.size and groups[-1]:
                groups.append([])
            groups[-1].append(samples[place])
        rng.shuffle(groups)
        return groups

    def chosen(self, number: int) -> list[str]:
        """Give the lines of a pool: every pass goes once through all of them, in an order of its own."""
        per_pass = max(1, len(self.lines) // POOL)
        passes, part = divmod(number, per_pass)
        order = list(range(len(self.lines)))
        Random(f"{self.seed}/{passes}").shuffle(order)
        return [self.lines[place] for place in order[part * POOL : (part + 1) * POOL]]


def read_lines(path: Path) -> list[str]:
    """Read sentences, one a line."""
    return path.read_text(encoding="utf-8").rstrip("\n").split("\n")
