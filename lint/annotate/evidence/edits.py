"""What may be said of a word, as a label, and what the sentence is after it.

`keep`; `delete`; `form:x` put it into form x; `to:w` write w instead; `before:w` write w before it; `other` another word
of an open class belongs here (which one is looked for among its neighbours).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Protocol

KEEP, DELETE, OTHER = "keep", "delete", "other"
_CONJUGATED = frozenset(
    """am is are was were be been being has have had having do does did done doing isn't aren't wasn't weren't hasn't
    haven't hadn't doesn't don't didn't""".split()
)


class Slip(StrEnum):
    """What is wrong, in the classes that have thresholds of their own."""

    MISSING = "missing"
    EXTRA = "extra"
    FORM = "form"
    CONFUSION = "confusion"
    POSSESSIVE = "possessive"


class Forms(Protocol):
    """For a word its forms by name, its own among them: `base`, `s`, `ed`, `en`, `ing`, `adj`, `ly`."""

    def get(self, word: str, default: Mapping[str, str], /) -> Mapping[str, str]:
        """Give the forms of a word in lower case, or the default."""


def slip(label: str, word: str) -> Slip:
    """Give the class of what a label says of a word."""
    kind, _, what = label.partition(":")
    if kind == DELETE:
        return Slip.EXTRA
    if kind == "before":
        return Slip.MISSING
    if kind == "form":
        return Slip.POSSESSIVE if what == "poss" or word.endswith("'s") else Slip.FORM
    return Slip.FORM if {what, word.lower()} <= _CONJUGATED else Slip.CONFUSION


def cased(word: str, like: str) -> str:
    """Write a word with a capital where `like` has one."""
    return word[:1].upper() + word[1:] if like[:1].isupper() and like != "I" else word


def repaired(words: Sequence[str], place: int, label: str, forms: Forms) -> list[str] | None:
    """Give the words after the edit at a place, or None where the label names no word."""
    word = words[place]
    kind, _, what = label.partition(":")
    if kind == KEEP:
        return list(words)
    if kind == DELETE:
        return [*words[:place], *words[place + 1 :]]
    if kind == "before":
        return [*words[:place], what, *words[place:]]
    if kind == "form":
        what = formed(word.lower(), what, forms) or ""
    return [*words[:place], cased(what, word), *words[place + 1 :]] if what else None


def formed(word: str, form: str, forms: Forms) -> str | None:
    """Give the form of a word in lower case, or None where it has none; `poss` is made, the others are looked up."""
    stem = word.removesuffix("'s")
    own = forms.get(stem, {})
    if form != "poss":
        return own.get(form)
    return f"{own.get('base', stem)}'s" if stem.isalpha() else None
