"""The grammar of trees in CLEAR, the scheme of spaCy's own English pipelines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lint.annotate import speech
from lint.annotate.grammar import Grammar

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMPLEMENTS = frozenset({"attr", "acomp", "oprd"})
_EXPLETIVE = frozenset({"expl"})


class Clear(Grammar):
    """Function words head: the noun hangs under its preposition, what is said of the subject under the copula."""

    SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
    OBJECTS = frozenset({"dobj"})
    INDIRECT = frozenset({"dative"})
    AUXILIARIES = frozenset({"aux", "auxpass"})
    PASSIVE = frozenset({"auxpass", "nsubjpass", "csubjpass"})
    BEFORE_NOUN = frozenset("det predet amod nummod compound poss nmod quantmod".split())
    AFTER_NOUN = frozenset({"nummod"})
    CLAUSES = frozenset("csubj csubjpass ccomp xcomp advcl acl relcl pcomp parataxis".split())

    def subject(self, head: Token) -> Token | None:
        """Give the head of the clause's own subject, or what “there” says is there."""
        own = self.child(head, frozenset({"nsubj", "nsubjpass"})) or self.child(head, self.SUBJECTS)
        if own is None and self.child(head, _EXPLETIVE) is not None:
            return self.child(head, frozenset({"attr"}))
        return own

    def objects(self, head: Token) -> list[Token]:
        """Give the verb's objects in order; a dative with “to” is none."""
        return [found for found in super().objects(head) if found.tag_ not in ("IN", "TO")]

    def copula(self, head: Token) -> Token | None:
        """Give the head itself, if it is a form of “be”."""
        is_form = head.text.lower().replace("’", "'") in speech.BE | {"'s"}
        return head if is_form and self.child(head, _EXPLETIVE) is None else None

    def complement(self, head: Token) -> Token | None:
        """Give the noun or adjective under the copula."""
        return None if self.copula(head) is None else self.child(head, _COMPLEMENTS)

    def preposition(self, noun: Token) -> Token | None:
        """Give the preposition over the noun, or over the first of those it is coordinated with."""
        first = self.first_conjunct(noun)
        return first.head if first.dep_ == "pobj" else None

    def agent(self, head: Token) -> Token | None:
        """Give the noun under the “by” of a passive."""
        by = self.child(head, frozenset({"agent"}))
        return None if by is None else self.child(by, frozenset({"pobj"}))
