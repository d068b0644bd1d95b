"""What may stand for which word, and the label that mends it: the tables of slips that put one word for another."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate
from typing import NamedTuple

from lint.annotate.evidence.edits import OTHER, formed
from training.evidence import confusions
from training.evidence.labels import CLOSED, FORMS, REPLACED
from training.evidence.lexicon import Lexicon


class Swap(NamedTuple):
    """What may stand for a word, with the labels that mend it; `totals` are the running sums of the chances."""

    words: tuple[str, ...]
    labels: tuple[str, ...]
    totals: tuple[float, ...]


Swaps = Mapping[str, Swap]

POWERS = {"letters": 0.5, "family": 0.3}
"""How much the frequency of the wrong word counts: fingers and programs fall into frequent words."""


def swaps(lexicon: Lexicon) -> dict[str, Swaps]:
    """Give for each kind of swap what may stand for which word."""
    counts = lexicon.counts
    near = {word: tuple(w for w in others if not kin(word, w, lexicon)) for word, others in lexicon.near.items()}
    related = {word: tuple(w for w in others if not kin(word, w, lexicon)) for word, others in lexicon.family.items()}
    inflected = {word: tuple(sorted({*forms.values()} - {word})) for word, forms in lexicon.forms.items()}
    tables = {
        "form": inflected,
        "agreement": confusions.confused(confusions.AGREEMENT),
        "sound": {w: ws for w, ws in confusions.confused(confusions.SOUND).items() if w in counts},
        "letters": near,
        "sense": confusions.confused(confusions.SENSE),
        "family": related,
        "possessive": possessives(lexicon),
    }
    return {
        kind: {word: swap(word, others, lexicon, POWERS.get(kind, 0.0)) for word, others in table.items() if others}
        for kind, table in tables.items()
    }


def swap(word: str, others: tuple[str, ...], lexicon: Lexicon, power: float) -> Swap:
    """Weigh what may stand for a word by its frequency to some power."""
    chances = accumulate(lexicon.counts.get(other, 1) ** power for other in others)
    return Swap(others, tuple(mending(other, word, lexicon) for other in others), tuple(chances))


def mending(wrong: str, right: str, lexicon: Lexicon) -> str:
    """Give the label that turns a wrong word into the right one."""
    fits = (f"form:{form}" for form in FORMS if wrong not in CLOSED and formed(wrong, form, lexicon.forms) == right)
    return next(fits, f"to:{right}" if right in REPLACED else OTHER)


def kin(one: str, other: str, lexicon: Lexicon) -> bool:
    """Say whether two words are forms of one."""
    return other in lexicon.forms.get(one, {}).values()


def possessives(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """Give plural and possessive for one another, and the bare noun for the possessive."""
    table: dict[str, tuple[str, ...]] = {}
    for word, forms in lexicon.forms.items():
        if forms.get("base") == word and "s" in forms and word not in CLOSED:
            table[forms["s"]] = (f"{word}'s",)
            if f"{word}'s" in lexicon.counts:
                table[f"{word}'s"] = (forms["s"], word)
    return table
