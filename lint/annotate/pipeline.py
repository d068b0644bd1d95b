"""The language pipeline: tokens, and what a trained pipeline adds. The only module that imports spaCy."""

from __future__ import annotations

import re
import sys
from functools import cached_property
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.language import Language
    from spacy.matcher import Matcher, PhraseMatcher
    from spacy.tokens import Doc

LONGEST = 100_000
"""A block is read up to this many code points, so that memory stays bounded."""

_UNBROKEN = re.compile(r"\S{500,}")


def _import_spacy() -> None:
    """Import spaCy without its command line, a third of the time and 17 MB that are never used here."""
    if "spacy" in sys.modules:
        return
    stand_ins = {"spacy.cli": ModuleType("spacy.cli"), "spacy.cli.info": ModuleType("spacy.cli.info")}
    vars(stand_ins["spacy.cli.info"])["info"] = None
    sys.modules.update(stand_ins)
    try:
        import spacy  # noqa: F401
    finally:
        for name in stand_ins:
            del sys.modules[name]


def _one_word(match: re.Match[str]) -> str:
    """Give a word as long as a run without white space: spaCy's tokenizer is quadratic in a run of marks."""
    return "x" * len(match[0])


class Pipeline:
    """A spaCy pipeline, loaded when first asked for a doc. `provides` names the annotations it can give."""

    provides: frozenset[str] = frozenset()

    @cached_property
    def _nlp(self) -> Language:
        _import_spacy()
        from spacy.lang.en import English

        return English()

    def docs(self, texts: Iterable[str]) -> list[Doc]:
        """Give one doc a text, in order. A text is cut at `LONGEST` code points; what is no prose becomes one word."""
        return list(self._nlp.pipe(_UNBROKEN.sub(_one_word, text[:LONGEST]) for text in texts))

    def matcher(self, patterns: Iterable[tuple[str, Sequence[Sequence[dict[str, object]]]]]) -> Matcher:
        """Give a spaCy `Matcher` that holds each key with its token patterns."""
        nlp = self._nlp
        from spacy.matcher import Matcher

        matcher = Matcher(nlp.vocab)
        for key, alternatives in patterns:
            matcher.add(key, [list(pattern) for pattern in alternatives])
        return matcher

    def phrase_matcher(self, phrases: Iterable[tuple[str, Sequence[str]]]) -> PhraseMatcher:
        """Give a spaCy `PhraseMatcher`, blind to case, that holds each key with its phrases."""
        nlp = self._nlp
        from spacy.matcher import PhraseMatcher

        matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        for key, variants in phrases:
            matcher.add(key, [nlp.make_doc(variant) for variant in variants])
        return matcher
