"""Training text as it is found in drafts: curly and straight marks, headlines, lost stops, capitals, and slips.

A slip is a wrong form in its place, tagged as the form that stands there and not as the one that should: a tagger
trained on edited text alone repairs what it reads, and what it repairs no rule can see. Registered for the
configurations as `copydesk.drafts.v1`.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import spacy
from lemminflect import getInflection
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.training.augment import create_orth_variants_augmenter
from thinc.api import NumpyOps, set_current_ops

Augmenter = Callable[[Language, Example], Iterator[Example]]

FEATURES = {
    "VB": ("VERB", "VerbForm=Inf"),
    "VBP": ("VERB", "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"),
    "VBZ": ("VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"),
    "VBD": ("VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"),
    "VBN": ("VERB", "Tense=Past|VerbForm=Part"),
    "VBG": ("VERB", "Tense=Pres|VerbForm=Part"),
    "NN": ("NOUN", "Number=Sing"),
    "NNS": ("NOUN", "Number=Plur"),
}
"""What the treebanks write beside a Penn tag."""

MARKS = {
    "single": [
        {"tags": ["POS", "VBZ", "PRP"], "variants": ["'s", "’s"]},
        {"tags": ["POS"], "variants": ["'", "’"]},
        {"tags": ["RB"], "variants": ["n't", "n’t"]},
        {"tags": ["VBP"], "variants": ["'re", "’re"]},
        {"tags": ["VBP"], "variants": ["'ve", "’ve"]},
        {"tags": ["VBP"], "variants": ["'m", "’m"]},
        {"tags": ["MD"], "variants": ["'ll", "’ll"]},
        {"tags": ["MD", "VBD"], "variants": ["'d", "’d"]},
        {"tags": [":", ",", "NFP"], "variants": ["--", "—", "–"]},
        {"tags": [":", ",", ".", "NFP"], "variants": ["...", "…"]},
    ],
    "paired": [
        {"tags": ["``", "''"], "variants": [['"', '"'], ["“", "”"]]},
        {"tags": ["``", "''"], "variants": [["'", "'"], ["‘", "’"]]},
    ],
}
"""Marks that mean the same, by Penn tag, in the form of spaCy's `orth_variants` augmenter."""

AFTER_TO = ("VBZ", "VBZ", "VBZ", "VBD", "VBG", "VBN")
AFTER_MODAL = ("VBZ", "VBD", "VBG", "VBN")
WRONG = {
    "VBZ": ("VBP", "VBG"),
    "VBP": ("VBZ", "VBG"),
    "VBD": ("VBN", "VBP", "VBZ"),
    "VBN": ("VB", "VBD", "VBZ"),
    "VBG": ("VB", "VBN"),
    "NN": ("NNS",),
    "NNS": ("NN",),
}
"""Which tags a slip may give a word with the tag, by where it stands."""


class Token(NamedTuple):
    """A token of a training document; `head` counts from the start of the document."""

    word: str
    space: bool
    tag: str
    pos: str
    morph: str
    lemma: str
    head: int
    dep: str
    start: bool


@spacy.registry.augmenters("copydesk.drafts.v1")
def drafts(
    marks: float = 0.5,
    title: float = 0.03,
    capitals: float = 0.02,
    stop: float = 0.05,
    infinitive: float = 0.05,
    slip: float = 0.004,
) -> Augmenter:
    """Give an augmenter; each number is the share of the documents (slips: of the words that can be wrong) it alters."""
    spell = create_orth_variants_augmenter(level=marks, lower=0.0, orth_variants=MARKS)  # type: ignore[arg-type]

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        for spelt in spell(nlp, example):
            tokens = slips(unpack(spelt.reference), infinitive, slip)
            if random.random() < stop:
                tokens = without_stop(tokens)
            tokens = cased(tokens, title, capitals)
            reference = pack(nlp, tokens)
            yield Example(nlp.make_doc(reference.text), reference)

    return augment


@spacy.registry.callbacks("copydesk.numpy_blas.v1")
def numpy_blas() -> Callable[[type[Language]], type[Language]]:
    """Give a callback that multiplies matrices by numpy's BLAS, up to three times as fast as thinc's own."""

    def choose(language: type[Language]) -> type[Language]:
        set_current_ops(NumpyOps(use_blis=False))
        return language

    return choose


def unpack(doc: Doc) -> list[Token]:
    """Give the tokens of a document as plain data."""
    return [
        Token(
            t.text, bool(t.whitespace_), t.tag_, t.pos_, str(t.morph), t.lemma_, t.head.i, t.dep_, bool(t.is_sent_start)
        )
        for t in doc
    ]


def pack(nlp: Language, tokens: list[Token]) -> Doc:
    """Make a document of tokens."""
    columns: dict[str, list[Any]] = {
        "words": [t.word for t in tokens],
        "spaces": [t.space for t in tokens],
        "tags": [t.tag for t in tokens],
        "pos": [t.pos for t in tokens],
        "morphs": [t.morph for t in tokens],
        "lemmas": [t.lemma for t in tokens],
        "heads": [t.head for t in tokens],
        "deps": [t.dep for t in tokens],
        "sent_starts": [t.start for t in tokens],
    }
    return Doc(nlp.vocab, **columns)


def slips(tokens: list[Token], infinitive: float, slip: float) -> list[Token]:
    """Put a wrong form where a verb follows “to” or a modal (share `infinitive`), or anywhere (share `slip`)."""
    return [
        wrong(token, tags) if tags and random.random() < share else token
        for token, (tags, share) in zip(tokens, places(tokens, infinitive, slip), strict=True)
    ]


def places(tokens: list[Token], infinitive: float, slip: float) -> Iterator[tuple[tuple[str, ...], float]]:
    """Give for each token which tags a slip could give it, and how often."""
    before = ""
    for token in tokens:
        if token.tag == "VB" and before == "TO":
            yield AFTER_TO, infinitive
        elif token.tag == "VB" and before == "MD":
            yield AFTER_MODAL, infinitive
        else:
            yield WRONG.get(token.tag, ()), slip
        before = token.tag


def wrong(token: Token, tags: tuple[str, ...]) -> Token:
    """Give the token in another form, or as it is when the lexicon knows none or the forms do not differ."""
    tag = random.choice(tags)
    forms = getInflection(token.lemma, tag) if token.lemma.isalpha() and token.word.islower() else ()
    if not forms or forms[0] == token.word:
        return token
    pos, morph = FEATURES[tag]
    return token._replace(word=forms[0], tag=tag, pos="AUX" if token.pos == "AUX" else pos, morph=morph)


def without_stop(tokens: list[Token]) -> list[Token]:
    """Drop a full stop at the end, as in headlines, captions and list items."""
    last = len(tokens) - 1
    if last > 0 and tokens[-1].word == "." and all(t.head != last for t in tokens[:-1]):
        return [*tokens[:-2], tokens[-2]._replace(space=False)]
    return tokens


def cased(tokens: list[Token], title: float, capitals: float) -> list[Token]:
    """Write a document as a headline is written, in some of all cases: Title Case or CAPITALS."""
    roll = random.random()
    if roll < capitals:
        return [t._replace(word=t.word.upper()) for t in tokens]
    if roll < capitals + title:
        return [t._replace(word=titled(t)) for t in tokens]
    return tokens


def titled(token: Token) -> str:
    """Give a word of a headline: what carries meaning gets a capital."""
    if token.word.islower() and token.pos in {"NOUN", "VERB", "ADJ", "ADV", "PRON", "AUX"} and token.word.isalpha():
        return token.word[0].upper() + token.word[1:]
    return token.word
