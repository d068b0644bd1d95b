"""Clean sentences as drafts and news have them: contractions, reported speech, a lost stop. Textbooks have few of these."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from random import Random

from lint.annotate.evidence.words import is_word

CONTRACTED = {
    **{(verb, "not"): f"{verb}n't" for verb in "is are was were do does did has have had would could should".split()},
    ("can", "not"): "can't",
    ("will", "not"): "won't",
    ("it", "is"): "it's",
    ("that", "is"): "that's",
    ("there", "is"): "there's",
    ("they", "are"): "they're",
    ("we", "are"): "we're",
    ("you", "are"): "you're",
    ("they", "will"): "they'll",
    ("we", "will"): "we'll",
}
SPEAKERS = """he said|she said|officials said|the minister said|the company said|said a spokesman|the mayor said|he added|
she told reporters|he told the committee|they said|the report said|a spokeswoman said|police said|she added""".split(
    "|"
)
CONTRACT, SPEECH, STOP = 0.15, 0.05, 0.03
"""How many sentences are changed in each way (of those that can be)."""


def drafted(words: Sequence[str], rng: Random) -> list[str]:
    """Give the words of a sentence, now and then written another way, and still right."""
    roll = rng.random()
    if roll < CONTRACT:
        return contracted(words)
    if roll < CONTRACT + SPEECH and '"' not in words and words[-1] == ".":
        return spoken(words, rng.choice(SPEAKERS).split())
    if roll > 1 - STOP and words[-1] == ".":
        return list(words[:-1])
    return list(words)


def contracted(words: Sequence[str]) -> list[str]:
    """Contract what can be, except before a mark, where it must stand in full."""
    found: list[str] = []
    rest = [*words, "."]
    skip = False
    for place, pair in enumerate(pairwise(rest)):
        if skip:
            skip = False
            continue
        short = CONTRACTED.get((pair[0].lower(), pair[1]))
        follows = place + 2 < len(words) and is_word(rest[place + 2])
        skip = bool(short and follows)
        found.append((pair[0][0] + short[1:]) if short and skip else pair[0])
    return found


def spoken(words: Sequence[str], speaker: list[str]) -> list[str]:
    """Put a sentence into somebody's mouth, what he says first."""
    return ['"', *words[:-1], ",", '"', *speaker, "."]
