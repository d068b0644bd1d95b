"""What is known of whoever speaks: the source of an attribution."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lint.annotate.clauses import Sentence
from lint.annotate.roles import Family


class SourceClass(StrEnum):
    """How well a source is named: by name, by an anchored role, as a vague group, not at all."""

    NAMED = "named"
    ROLE = "role"
    VAGUE = "vague"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Source:
    """A source: half-open prose offsets in the block of its sentence.

    `name` is the name of a NAMED source; `about` holds the words around it, in lower case, that say who it is;
    `family` tells a VAGUE group; `pronoun` says that the name came from an earlier source; `pair` that two are named;
    `document` that it is a text (a report, a ruling, a letter), named after its owner where one is told.
    """

    kind: SourceClass
    start: int
    end: int
    name: str = ""
    about: frozenset[str] = frozenset()
    family: Family | None = None
    pronoun: bool = False
    pair: bool = False
    document: bool = False

    @property
    def surname(self) -> str:
        """The last word of the name, by which a person is called later."""
        return self.name.rsplit(" ", 1)[-1]


def spanning(sentence: Sentence, kind: SourceClass, first: int, end: int) -> Source:
    """Give a source of the words `first..end` (half-open) of a sentence, with nothing else told of it."""
    return Source(kind, sentence.words[first].start, sentence.words[end - 1].end)
