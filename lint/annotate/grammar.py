"""Grammatical relations of a parsed doc, whatever the labels and the shape of its trees: what both schemes share.

A clause is represented by its head: the verb or, in Universal Dependencies, the predicate of a copula (“late” in “The
train is late”), where CLEAR has the form of “be”. Ask `copula`, `verbs` and `complement`, and the difference is gone.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from lint.annotate.conflicts import possible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from spacy.tokens import Doc, Span, Token

    Labels = frozenset[str]

VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
_WITHIN = frozenset(
    "aux aux:pass auxpass cop case mark det punct cc fixed flat compound goeswith amod nummod advmod discourse expl neg "
    "prt compound:prt intj nmod:poss poss".split()
)
"""Labels of words that never head a clause."""

_COPULA = frozenset({"cop"})
_CONJUNCT = frozenset({"conj"})


class Grammar(ABC):
    """The grammar of one doc. What is asked of a token takes as long as it has children; the tree is read once.

    A doc without a tree has no relations: every token stands alone.
    """

    SUBJECTS: ClassVar[Labels]
    OBJECTS: ClassVar[Labels]
    INDIRECT: ClassVar[Labels]
    AUXILIARIES: ClassVar[Labels]
    PASSIVE: ClassVar[Labels]
    BEFORE_NOUN: ClassVar[Labels]
    AFTER_NOUN: ClassVar[Labels]
    CLAUSES: ClassVar[Labels]

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._children: list[list[Token]] = [[] for _ in doc]
        for token in doc:
            if token.head.i != token.i:
                self._children[token.head.i].append(token)

    def children(self, token: Token, labels: Labels = frozenset()) -> list[Token]:
        """Give the token's children in order, those with one of the labels if any are given."""
        own = self._children[token.i]
        return [child for child in own if child.dep_ in labels] if labels else own

    def child(self, token: Token, labels: Labels) -> Token | None:
        """Give the first child with one of the labels."""
        return next((child for child in self._children[token.i] if child.dep_ in labels), None)

    @abstractmethod
    def subject(self, head: Token) -> Token | None:
        """Give the head of the clause's own subject: what the verb agrees with, thus “dogs” in “There are dogs”."""

    @abstractmethod
    def copula(self, head: Token) -> Token | None:
        """Give the form of “be” that joins the clause's subject to what is said of it."""

    @abstractmethod
    def complement(self, head: Token) -> Token | None:
        """Give the noun or adjective that a copula says of the subject."""

    @abstractmethod
    def preposition(self, noun: Token) -> Token | None:
        """Give the preposition that the noun depends on, its own or that of the noun it is coordinated with."""

    @abstractmethod
    def agent(self, head: Token) -> Token | None:
        """Give the noun after the “by” of a passive."""

    def objects(self, head: Token) -> list[Token]:
        """Give the verb's objects without a preposition, in order, the indirect one too."""
        return self.children(head, self.OBJECTS | self.INDIRECT)

    def object(self, head: Token) -> Token | None:
        """Give the verb's direct object."""
        return self.child(head, self.OBJECTS)

    def auxiliaries(self, head: Token) -> list[Token]:
        """Give the auxiliaries of the clause in order, copula and “to” left out."""
        return [child for child in self.children(head, self.AUXILIARIES) if child.tag_ != "TO"]

    def is_passive(self, head: Token) -> bool:
        """Say whether the clause is in the passive."""
        return self.child(head, self.PASSIVE) is not None

    def negation(self, head: Token) -> Token | None:
        """Give the “not” or “never” of the clause."""
        own = self._children[head.i]
        return next((child for child in own if child.text.lower() in _NEGATIONS), None)

    def verbs(self, head: Token) -> list[Token]:
        """Give the verb group of the clause in order: auxiliaries, copula, verb."""
        found = {token.i: token for token in self.auxiliaries(head)}
        copula = self.copula(head)
        if copula is not None:
            found[copula.i] = copula
        if head.tag_ in VERBAL:
            found[head.i] = head
        return [found[index] for index in sorted(found)]

    def finite(self, head: Token) -> Token | None:
        """Give the finite verb of the clause."""
        return first_finite(self.verbs(head))

    def first_conjunct(self, token: Token) -> Token:
        """Give the first of the coordinated words that the token belongs to; itself where there are none."""
        return self.doc[self._firsts[token.i]]

    def conjuncts(self, token: Token) -> list[Token]:
        """Give all coordinated words that the token belongs to, in order, itself among them."""
        found, waiting = [], [self.first_conjunct(token)]
        while waiting:
            found.append(waiting.pop())
            waiting += self.children(found[-1], _CONJUNCT)
        return sorted(found, key=lambda one: one.i)

    def noun_phrase(self, noun: Token) -> Span:
        """Give the noun with what stands before it in its phrase (article, possessor, adjectives), and a name whole."""
        before = (child.left_edge.i for child in self.children(noun, self.BEFORE_NOUN) if child.i < noun.i)
        after = (child.right_edge.i for child in self.children(noun, self.AFTER_NOUN) if child.i > noun.i)
        return self.doc[min(before, default=noun.i) : max(after, default=noun.i) + 1]

    def clause_head(self, token: Token) -> Token:
        """Give the head of the innermost clause that the token belongs to; itself where it is one."""
        return self.doc[self.owners[token.i]]

    @cached_property
    def owners(self) -> list[int]:
        """The index of the head of the innermost clause of each token."""
        return self._upward(self._heads_clause)

    @cached_property
    def _firsts(self) -> list[int]:
        return self._upward(lambda token: token.dep_ != "conj")

    def _upward(self, ends: Callable[[Token], bool]) -> list[int]:
        """Give for each token the nearest token on its way to the root at which the way ends, in linear time."""
        heads = [token.head.i for token in self.doc]
        found = [token.i if token.head.i == token.i or ends(token) else -1 for token in self.doc]
        for index in range(len(heads)):
            path, at = [], index
            while found[at] < 0:
                path.append(at)
                at = heads[at]
            for passed in path:
                found[passed] = found[at]
        return found

    def _heads_clause(self, token: Token) -> bool:
        """Say whether the token heads a clause: by its label, or that of the word it is coordinated with, and a verb."""
        first = self.first_conjunct(token)
        if token.head.i == token.i:
            return True
        if first.dep_ in _WITHIN:
            return False
        if first.head.i == first.i or first.dep_ in self.CLAUSES:
            return token.tag_ in VERBAL or self.child(token, self.SUBJECTS | self.AUXILIARIES | _COPULA) is not None
        return self.child(token, self.SUBJECTS) is not None or self.finite(token) is not None


def is_finite(token: Token) -> bool:
    """Say whether the token is a finite verb, by its tag and by what its form can be."""
    readings = possible(token.text)
    return token.tag_ in FINITE and (not readings or token.tag_ in readings)


def first_finite(verbs: Iterable[Token]) -> Token | None:
    """Give the first finite verb of a verb group."""
    return next(filter(is_finite, verbs), None)
