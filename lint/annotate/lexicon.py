"""Readings of a word form: which parts of speech and forms it can have at all, and how a lemma is inflected.

Open classes come from lemminflect, closed classes from `english`. Tags are Penn Treebank tags. What lemminflect knows
lies in two tables in `words/`; to load its own takes longer than to check an article.
"""

from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from lint.annotate import english
from lint.annotate.wordtable import WordTable

_FOLDER = Path(__file__).parent / "words"
_PARTS = {"A": "ADJ", "N": "NOUN", "R": "ADV", "V": "VERB", "X": "AUX"}
_INFLECTIONS = {
    "base": ("VERB", "VB"), "VB": ("VERB", "VB"), "VBP": ("VERB", "VBP"), "VBZ": ("VERB", "VBZ"), "3sg": ("VERB", "VBZ"),
    "VBD": ("VERB", "VBD"), "past": ("VERB", "VBD"), "VBN": ("VERB", "VBN"), "participle": ("VERB", "VBN"),
    "VBG": ("VERB", "VBG"), "ing": ("VERB", "VBG"), "NN": ("NOUN", "NN"), "singular": ("NOUN", "NN"),
    "NNS": ("NOUN", "NNS"), "plural": ("NOUN", "NNS"),
}  # fmt: skip
FORMS = frozenset(_INFLECTIONS)
"""Names of the inflections that `inflect` knows."""


def straight(word: str) -> str:
    """Give the word in lower case with straight apostrophes, as the lexicon has it."""
    return word.lower().replace("’", "'").replace("‘", "'")


@lru_cache(maxsize=50_000)
def readings(word: str) -> frozenset[str]:
    """Give the Penn tags the form can bear; none for a word the lexicon does not know."""
    form = straight(word)
    found = set(english.READINGS.get(form, ()))
    if form in english.READINGS and "VB" not in found and "NN" not in found:
        return frozenset(found)
    for part, lemmas in _all_lemmas(form).items():
        for lemma in lemmas:
            found |= _tags(form, lemma, part)
    return frozenset(found)


@lru_cache(maxsize=50_000)
def lemmas(word: str) -> frozenset[str]:
    """Give every lemma the form can belong to, in lower case; the form itself if the lexicon does not know it."""
    form = straight(word)
    found = {lemma for part in _all_lemmas(form).values() for lemma in part}
    return frozenset(found or {form})


@lru_cache(maxsize=10_000)
def inflect(word: str, form: str) -> str:
    """Give the word in another form (one of `FORMS`); the word as it stands where the lexicon has no such form."""
    part, tag = _INFLECTIONS[form]
    lower = straight(word)
    known = _all_lemmas(lower).get(part) or _all_lemmas(lower).get("AUX") or (lower,)
    lemma = known[0]
    if tag in ("VB", "VBP", "NN"):
        return _like(word, lemma)
    return _like(word, _inflected(lemma, tag) or lower)


def _like(model: str, word: str) -> str:
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def _tags(form: str, lemma: str, part: str) -> set[str]:
    if part == "NOUN":
        return {"NN"} if form == lemma else {"NNS"}
    if part in ("VERB", "AUX"):
        found = _verb_tags(form, lemma)
        return found | {"NNS"} if found == {"VBZ"} and "NOUN" in _all_lemmas(lemma) else found
    if part == "ADJ":
        return {"JJ"} if form == lemma else {"JJS" if form.endswith("st") else "JJR"}
    if part == "ADV":
        return {"RB"} if form == lemma else {"RBS" if form.endswith("st") else "RBR"}
    return set()


def _verb_tags(form: str, lemma: str) -> set[str]:
    if form == lemma:
        found = {"VB", "VBP"}
        if form in english.INVARIANT_PAST:
            found |= {"VBD", "VBN"}
        return found | ({"VBN"} if form in english.INVARIANT_PARTICIPLE else set())
    if form.endswith("ing"):
        return {"VBG"}
    if form.endswith("s"):
        return {"VBZ"}
    if form.endswith("ed") and (form.startswith(lemma) or form[:-2] == lemma[:-1]):
        return {"VBD", "VBN"}
    if form in english.PAST_ONLY:
        return {"VBD"}
    return {"VBN"} if form in english.PARTICIPLE_ONLY else {"VBD", "VBN"}


def _all_lemmas(form: str) -> dict[str, tuple[str, ...]]:
    """Give the lemmas of a form by part of speech, the likeliest first."""
    entries = _table("lemmas.txt").get(form).split("\t")
    return {_PARTS[entry[0]]: tuple((entry[1:] or form).split("/")) for entry in entries if entry}


def _inflected(lemma: str, tag: str) -> str:
    """Give the first form of a lemma that bears the tag; an empty text where there is none."""
    for entry in _table("inflections.txt").get(lemma).split("\t"):
        known, _, form = entry.partition(" ")
        if known == tag:
            return lemma + form[1:] if form[0] == "-" else form
    import lemminflect  # by rules of its own, for what is in no table

    found: Any = lemminflect.getInflection(lemma, tag)
    return str(found[0]) if found else ""


@cache
def _table(name: str) -> WordTable:
    return WordTable((_FOLDER / name).read_text(encoding="utf-8"))
