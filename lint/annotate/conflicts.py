"""Where a tag contradicts what the form can be: taggers repair what they read.

“She vowed to fights” may come back with the tag of a base form, because after “to” that is what a tagger has learnt to
expect. The lexicon knows that “fights” is none, and so the conflict is a sign of a slip. Only forms of verbs are judged,
and of them only those whose spelling tells them apart; a name, a word in capitals or a word unknown to the lexicon says
nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lint.annotate import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PARTS = {
    "'s": "VBZ POS PRP", "'re": "VBP", "'m": "VBP", "'ve": "VB VBP", "'ll": "MD", "'d": "MD VBD VBN", "n't": "RB",
    "ca": "MD", "wo": "MD", "sha": "MD", "ai": "VBP VBZ", "gon": "VBG", "wan": "VB VBP", "na": "TO",
    "be": "VB", "like": "IN VB VBP NN JJ RB", "stunk": "VBD VBN",
    "acts": "NNS VBZ", "bars": "NNS VBZ", "vets": "NNS VBZ", "thanks": "NNS NN VBZ UH", "questionnaires": "NNS",
}  # fmt: skip
"""Pieces of words that the tokenizer cuts, and what the lexicon has wrong of them."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A token, by its index in the doc, whose tag is none of the readings of its form."""

    index: int
    tag: str
    readings: frozenset[str]


def possible(form: str) -> frozenset[str]:
    """Give the Penn tags that the form can bear, clitics included; none for a word the lexicon does not know."""
    part = _PARTS.get(lexicon.straight(form))
    return frozenset(part.split()) if part else lexicon.readings(form)


def find(doc: Doc) -> tuple[Conflict, ...]:
    """Give the conflicts of a tagged doc, in order."""
    found = ((token.i, token.tag_, token.text) for token in doc)
    return tuple(Conflict(index, tag, possible(form)) for index, tag, form in found if contradicts(tag, form))


def contradicts(tag: str, form: str) -> bool:
    """Say whether the form cannot bear the tag: “continues” no base form, “went” no participle, “wrote” no noun."""
    if tag not in _JUDGED or not (form.isalpha() and form.islower()):
        return False
    readings = possible(form)
    if not readings or tag in readings or form.endswith(_REGULAR.get(tag, "!")):
        return False
    if tag in _NOT_VERBS:
        return readings <= _FINITE
    return tag not in _BASE or not readings.isdisjoint(_INFLECTED)


_BASE = frozenset({"VB", "VBP"})
_FINITE = frozenset({"VBZ", "VBD"})
_INFLECTED = frozenset({"VBZ", "VBD", "VBN", "VBG", "NNS"})
_NOT_VERBS = frozenset({"NN", "NNS", "JJ", "RB", "IN"})
_JUDGED = _BASE | _FINITE | _NOT_VERBS | {"VBN", "VBG"}
_REGULAR = {"VBZ": "s", "VBD": "ed", "VBN": "ed", "VBG": "ing"}
"""Endings that any noun may take on when it is made a verb, whether the lexicon has heard of that or not."""
