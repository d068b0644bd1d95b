"""What the model may say of a word: every edit of `lint.annotate.evidence.edits` that it can name, in order."""

from __future__ import annotations

from collections.abc import Sequence

from lint.annotate.evidence.edits import DELETE, KEEP, OTHER, Forms, repaired
from training.evidence import confusions

FORMS = ("base", "s", "ed", "en", "ing", "adj", "ly", "poss")
"""Verbs and nouns share `base` and `s`; `adj` and `ly` are an adjective and its adverb; `poss` is the form with 's."""

INSERTED = tuple(
    """the a an to of in is are and that for be on with as at by it have has was were not or from we they you who which
    their this will can our your its if when about been had do did i he she his her but so than more would could should also
    all into out up what how there these those some because no only any other while where them us my one may
    being does between through after before over such""".split()
)
CLOSED = frozenset({*INSERTED, *confusions.listed(confusions.SENSE, confusions.AGREEMENT)})
"""Words that are not inflected but replaced."""
REPLACED = tuple(sorted({*CLOSED, *confusions.listed(confusions.SOUND)}))
LABELS = (
    KEEP,
    DELETE,
    OTHER,
    *(f"form:{form}" for form in FORMS),
    *(f"to:{word}" for word in REPLACED),
    *(f"before:{word}" for word in INSERTED),
)
NUMBER = {label: number for number, label in enumerate(LABELS)}


def restored(words: Sequence[str], labels: Sequence[str], forms: Forms) -> list[str] | None:
    """Give the words after every edit, or None where one names no word; later places first, so that places hold."""
    result: list[str] | None = list(words)
    for place in reversed(range(len(words))):
        if labels[place] != KEEP and result is not None:
            result = repaired(result, place, labels[place], forms)
    return result
