"""Take out of a trained pipeline what it does not need to answer as it does.

A trained pipeline remembers every word of the texts it was trained on, letters that people wrote among them, and the
lemmatizer every edit it saw during the training.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import srsly
from spacy.language import Language
from spacy.pipeline import EditTreeLemmatizer
from spacy.pipeline._edit_tree_internals.edit_trees import EditTrees

KEPT_SECTIONS = ("nlp", "components")
BRANCHES = ("prefix_tree", "suffix_tree")
WORDS = ("orig", "subst")
ADDRESS = re.compile(r"[^\s@]@[^\s@]")
NO_TREE = 0xFFFF_FFFF


def prune_trees(lemmatizer: EditTreeLemmatizer) -> None:
    """Keep only the edit trees that are labels, and their branches."""
    trees, labels = kept_trees([masked(tree) for tree in lemmatizer.label_data["trees"]], lemmatizer.cfg["labels"])
    lemmatizer.trees = EditTrees(lemmatizer.vocab.strings)
    lemmatizer.tree2label = {}
    lemmatizer._add_labels({"trees": trees, "labels": labels})  # noqa: SLF001 - what `initialize` does with label data


def masked(tree: dict[str, Any]) -> dict[str, Any]:
    """Give a tree that changes nothing in place of one that is for a single person's address."""
    return {**tree, **dict.fromkeys(WORDS, "")} if any(ADDRESS.search(tree.get(key, "")) for key in WORDS) else tree


def kept_trees(trees: list[dict[str, Any]], labels: Iterable[int]) -> tuple[list[dict[str, Any]], list[int]]:
    """Give the trees that labels reach, numbered anew in the order of the labels, branches first; and the labels."""
    numbers: dict[int, int] = {NO_TREE: NO_TREE}
    kept: list[dict[str, Any]] = []

    def keep(tree: int) -> int:
        if tree not in numbers:
            branches = {key: keep(trees[tree][key]) for key in BRANCHES if key in trees[tree]}
            numbers[tree] = len(kept)
            kept.append({**trees[tree], **branches})
        return numbers[tree]

    return kept, [keep(label) for label in labels]


def needed_strings(nlp: Language) -> list[str]:
    """Give the strings that components answer with, sorted. The tokenizer and the language bring their own."""
    labels: set[str] = set()
    for _, component in nlp.pipeline:
        if isinstance(component, EditTreeLemmatizer):
            labels |= {tree[key] for tree in component.label_data["trees"] for key in WORDS if key in tree}
        else:
            labels |= set(getattr(component, "labels", ()))
            moves = getattr(component, "moves", None)
            labels |= {label for each in moves.labels.values() for label in each} if moves else set()
    return sorted(labels | set(features(labels)))


def features(labels: Iterable[str]) -> Iterator[str]:
    """Give what a label of the morphologizer is made of (`Number=Sing|POS=NOUN`): pairs, names, values, all but POS."""
    for label in labels:
        pairs = [pair for pair in label.split("|") if "=" in pair]
        for pair in pairs:
            yield from (pair, *pair.split("="))
        yield "|".join(pair for pair in pairs if not pair.startswith("POS="))


def settings(nlp: Language) -> str:
    """Give the configuration without what belongs to the training, and to the machine it ran on."""
    config = nlp.config.interpolate()
    for section in [*config]:
        if section not in KEPT_SECTIONS:
            del config[section]
    config["nlp"]["before_creation"] = None
    return config.to_str() + "\n"


def ordered(tokenizer: bytes) -> bytes:
    """Put a tokenizer's exceptions into order: they come from sets, and would lie differently each time."""
    data = srsly.msgpack_loads(tokenizer)
    packed: bytes = srsly.msgpack_dumps({key: in_order(value) for key, value in data.items()})
    return packed


def in_order(value: object) -> object:
    """Give a dictionary in the order of its keys; anything else as it is."""
    return dict(sorted(value.items())) if isinstance(value, dict) else value
