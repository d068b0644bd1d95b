"""What a training run is made of, and its checkpoint: weights, their average, the optimiser, and the place in the stream."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.evidence.model import FROZEN, Weights
from training.evidence.stream import START, Place


@dataclass(slots=True)
class State:
    """All that a checkpoint holds."""

    weights: Weights
    average: Weights
    optimizer: Any
    step: int = 0
    words: int = 0
    place: Place = START

    @property
    def trained(self) -> list[str]:
        """The names of the weights that are trained."""
        return [name for name in self.weights if name not in FROZEN]


def fresh(weights: Weights) -> State:
    """Make a state of weights."""
    import torch

    trained = [value.requires_grad_() for name, value in weights.items() if name not in FROZEN]
    optimizer = torch.optim.AdamW(trained, lr=0.0, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    return State(weights, {name: value.detach().clone() for name, value in weights.items()}, optimizer)


def save(state: State, path: Path) -> None:
    """Write a checkpoint; the old one stands until the new one is whole."""
    import torch

    held = {name: getattr(state, name) for name in ("weights", "average", "step", "words")}
    held |= {"optimizer": state.optimizer.state_dict(), "place": tuple(state.place)}
    new = path.with_suffix(".new")
    torch.save(held, new)
    new.replace(path)


def load(path: Path) -> State:
    """Read a checkpoint."""
    import torch

    held = torch.load(path, weights_only=True)
    state = fresh({name: value.detach() for name, value in held["weights"].items()})
    state.optimizer.load_state_dict(held["optimizer"])
    state.average, state.step, state.words = held["average"], held["step"], held["words"]
    state.place = Place(*held["place"])
    return state
