"""Train, and go on training: a run can be cut at any time and taken up again where its last checkpoint stands.

    python -m training.evidence.train DATA RUN --weights MINILM --minutes 600 --threads 2

Beside the weights an average of their way is kept, which is what is measured and exported: it is worth about as much as
a schedule that ends, and there is no need to know the end. `--cool` ends one all the same: it lets the rate fall to
zero over the minutes and writes to `cooled.pt`, from which nothing goes on.
"""

from __future__ import annotations

import argparse
import json
import logging
import signal
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from lint.annotate.evidence.pieces import Pieces
from training.evidence import model
from training.evidence.batches import batch
from training.evidence.labels import LABELS, NUMBER
from training.evidence.lexicon import Lexicon
from training.evidence.measure import measure, slipped
from training.evidence.scorer import scorer
from training.evidence.slips import Sample, Slipper
from training.evidence.state import State, fresh, load, save
from training.evidence.stream import Stream, read_lines

LOG = logging.getLogger("evidence")
WARM_UP, STEADY = 300, 8000
"""Steps in which the rate rises, and after which it falls with the root of the steps."""
AVERAGED = 0.9995
UNREAD = -100
"""The label of what is no word, for the loss."""
SAVED = 600.0
"""Seconds between checkpoints."""


def rate(step: int, peak: float) -> float:
    """Give the learning rate of a step, which knows no end."""
    return peak * float(min(1.0, (step + 1) / WARM_UP, (STEADY / (step + 1)) ** 0.5))


def learn(state: State, samples: Sequence[Sample], pieces: Pieces, speed: float) -> float:
    """Take one step with a learning rate; give the loss."""
    import torch

    arrays = [torch.from_numpy(array) for array in batch(pieces, [sample.words for sample in samples])]
    loss = loss_of(state.weights, arrays, samples)
    for group in state.optimizer.param_groups:
        group["lr"] = speed
    state.optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_([state.weights[name] for name in state.trained], 1.0)
    state.optimizer.step()
    state.step += 1
    state.words += sum(len(sample.words) for sample in samples)
    follow(state)
    return float(loss.item())


def loss_of(weights: model.Weights, arrays: Sequence[Any], samples: Sequence[Sample]) -> Any:
    """Give the mean loss over the words of a batch."""
    import torch
    from torch.nn import functional

    with torch.autocast("cpu", torch.bfloat16):
        logits = model.forward(weights, *arrays)
    target = torch.full(arrays[2].shape, UNREAD)
    for row, sample in enumerate(samples):
        held = [NUMBER[label] for label in sample.labels][: target.shape[1]]
        target[row, : len(held)] = torch.tensor(held)
    target[arrays[2] == 0] = UNREAD
    return functional.cross_entropy(logits.float().flatten(0, 1), target.flatten(), ignore_index=UNREAD)


def follow(state: State) -> None:
    """Let the average follow the weights: over a tenth of the steps so far, at most 2,000."""
    import torch

    share = 1 - min(AVERAGED, (1 + state.step) / (10 + state.step))
    with torch.no_grad():
        for name in state.trained:
            state.average[name].lerp_(state.weights[name], share)


@dataclass(slots=True)
class Clock:
    """When to stop: after some seconds, or when told by a signal."""

    seconds: float
    began: float = field(default_factory=time.monotonic)
    told: bool = False

    def tell(self, *_: Any) -> None:
        """Stop after this step."""
        self.told = True

    @property
    def done(self) -> float:
        """The share of the time that is over, 1 when told to stop."""
        return 1.0 if self.told else min(1.0, (time.monotonic() - self.began) / self.seconds)


@dataclass(slots=True)
class Lap:
    """What happened since the last line of the log."""

    words: int
    began: float = field(default_factory=time.monotonic)
    losses: list[float] = field(default_factory=list)

    def log(self, state: State) -> None:
        """Write the line: how far, how well, how fast."""
        speed = (state.words - self.words) / (time.monotonic() - self.began)
        loss = sum(self.losses) / max(1, len(self.losses))
        LOG.info("step %d, %.2f M words, loss %.4f, %.0f words/s", state.step, state.words / 1e6, loss, speed)


def run(options: argparse.Namespace) -> None:
    """Train until the clock stops it."""
    import torch

    torch.set_num_threads(options.threads)
    torch.manual_seed(0)
    lexicon = Lexicon.read(options.data / "lexicon.json")
    pieces = Pieces.read((options.weights / "vocab.txt").read_text(encoding="utf-8"))
    stream = Stream(read_lines(options.data / "train.txt"), Slipper.of(lexicon), pieces, options.size)
    path = options.run / "checkpoint.pt"
    state = load(path) if path.exists() else fresh(pretrained(options))
    clock = stopping(options.minutes)
    LOG.info("from step %d, %d words; %d threads", state.step, state.words, options.threads)
    go(state, stream, clock, options)
    if options.cool:
        state.average = {name: value.detach() for name, value in state.weights.items()}
        report(state, options, lexicon, pieces)
    save(state, options.run / "cooled.pt" if options.cool else path)


def go(state: State, stream: Stream, clock: Clock, options: argparse.Namespace) -> None:
    """Take steps until the clock stops it, with a checkpoint now and then."""
    saved, lap = time.monotonic(), Lap(state.words)
    for place, samples in stream.batches(state.place):
        speed = rate(state.step, options.rate) * (1 - clock.done if options.cool else 1.0)
        lap.losses.append(learn(state, samples, stream.pieces, speed))
        state.place = place
        if state.step % options.measure == 0 and not options.cool:
            report(state, options, stream.slipper.lexicon, stream.pieces)
        if state.step % 100 == 0:
            lap.log(state)
            lap = Lap(state.words)
        if clock.done >= 1:
            return
        if time.monotonic() - saved > SAVED and not options.cool:
            save(state, options.run / "checkpoint.pt")
            saved = time.monotonic()


def stopping(minutes: float) -> Clock:
    """Start the clock, and let the signals that end a process stop it instead."""
    clock = Clock(60 * minutes)
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, clock.tell)
    return clock


def pretrained(options: argparse.Namespace) -> model.Weights:
    """Give the weights to begin with."""
    return model.pretrained(options.weights / "model.safetensors", options.layers, len(LABELS))


def report(state: State, options: argparse.Namespace, lexicon: Lexicon, pieces: Pieces) -> None:
    """Measure the average on prose set aside; write to the log and to `curve.jsonl`."""
    clean = [line.split(" ") for line in read_lines(options.data / "dev.txt")]
    samples = slipped(clean, Slipper.of(lexicon))
    found = measure(scorer(state.average, pieces), clean, samples)
    for figures in found:
        LOG.info("step %d: %s", state.step, figures)
    row = {"step": state.step, "words": state.words, "figures": [asdict(figures) for figures in found]}
    with (options.run / "curve.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="what `prepare` wrote")
    parser.add_argument("run", type=Path, help="checkpoints and the curve")
    parser.add_argument("--weights", type=Path, required=True, help="folder of MiniLM: model.safetensors, vocab.txt")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--layers", type=int, default=6, help="for a new run")
    parser.add_argument("--size", type=int, default=2048, help="pieces of a batch")
    parser.add_argument("--rate", type=float, default=3e-4, help="highest learning rate")
    parser.add_argument("--measure", type=int, default=1000, help="steps between measurements")
    parser.add_argument("--cool", action="store_true", help="let the rate fall to zero, into cooled.pt")
    options = parser.parse_args()
    options.run.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    run(options)


if __name__ == "__main__":
    main()
