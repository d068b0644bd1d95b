"""The grammar of trees in Universal Dependencies, which the pipeline that comes with the package makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lint.annotate.grammar import VERBAL, Grammar

if TYPE_CHECKING:
    from spacy.tokens import Token


class Universal(Grammar):
    """Content words head: the preposition hangs under its noun, the copula under what it says of the subject."""

    SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass"})
    OBJECTS = frozenset({"obj"})
    INDIRECT = frozenset({"iobj"})
    AUXILIARIES = frozenset({"aux", "aux:pass"})
    PASSIVE = frozenset({"aux:pass", "nsubj:pass", "csubj:pass"})
    BEFORE_NOUN = frozenset("det det:predet amod nummod compound nmod:poss nmod:desc nmod:unmarked".split())
    AFTER_NOUN = frozenset({"flat", "goeswith", "fixed", "nummod"})
    CLAUSES = frozenset("csubj csubj:pass csubj:outer ccomp xcomp advcl advcl:relcl acl acl:relcl parataxis".split())

    def subject(self, head: Token) -> Token | None:
        """Give the head of the clause's own subject; of “it” and a clause that it stands for, “it”."""
        expletive = self.child(head, frozenset({"expl"}))
        if expletive is not None and expletive.text.lower() == "it":
            return expletive
        return self.child(head, frozenset({"nsubj", "nsubj:pass"})) or self.child(head, self.SUBJECTS)

    def copula(self, head: Token) -> Token | None:
        """Give the form of “be” that hangs under what it says of the subject."""
        return self.child(head, frozenset({"cop"}))

    def complement(self, head: Token) -> Token | None:
        """Give the head itself, if a copula hangs under it and no preposition."""
        stands = self.copula(head) is not None and head.tag_ not in VERBAL and self.preposition(head) is None
        return head if stands else None

    def preposition(self, noun: Token) -> Token | None:
        """Give the preposition under the noun, or under the first of those it is coordinated with."""
        for one in (noun, self.first_conjunct(noun)):
            found = [case for case in self.children(one, frozenset({"case"})) if case.i < one.i and case.tag_ != "POS"]
            if found:
                return found[0]
        return None

    def agent(self, head: Token) -> Token | None:
        """Give the noun after the “by” of a passive, which some treebanks do not tell from other phrases."""
        for noun in self.children(head, frozenset({"obl:agent", "obl"})) if self.is_passive(head) else ():
            preposition = self.preposition(noun)
            if preposition is not None and preposition.text.lower() == "by":
                return noun
        return None
