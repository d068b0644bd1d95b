"""What the model may say of a word, and what the sentence is after it.

`keep`; `delete`; `form:x` put it into form x; `to:w` write w instead; `before:w` write w before it; `other` another word
of an open class belongs here (which one is looked for among its neighbours).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from training.evidence import confusions

Forms = Mapping[str, Mapping[str, str]]
"""For each word its forms by name, its own among them."""

KEEP, DELETE, OTHER = "keep", "delete", "other"
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


def restored(words: Sequence[str], labels: Sequence[str], forms: Forms) -> list[str] | None:
    """Give the words after every edit, or None where one names no word; later places first, so that places hold."""
    result: list[str] | None = list(words)
    for place in reversed(range(len(words))):
        if labels[place] != KEEP and result is not None:
            result = repaired(result, place, labels[place], forms)
    return result
