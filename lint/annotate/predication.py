"""Clauses: who does what in them, and with which finite verb, in trees of either scheme."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from lint.annotate.grammar import first_finite

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from lint.annotate.grammar import Grammar


class ClauseKind(StrEnum):
    """What a clause is to the sentence. A coordinated clause is of the kind of the first.

    ADNOMINAL is what hangs under a noun and is not relative (“a plan to leave”), ASIDE what stands beside the sentence
    (“…, he said, …”, two sentences run together), OTHER a clause where the tree has none to expect.
    """

    MAIN = "main"
    RELATIVE = "relative"
    COMPLEMENT = "complement"
    ADVERBIAL = "adverbial"
    SUBJECT = "subject"
    ADNOMINAL = "adnominal"
    ASIDE = "aside"
    OTHER = "other"


_KINDS = {
    "ROOT": ClauseKind.MAIN,
    "acl:relcl": ClauseKind.RELATIVE, "advcl:relcl": ClauseKind.RELATIVE, "relcl": ClauseKind.RELATIVE,
    "ccomp": ClauseKind.COMPLEMENT, "xcomp": ClauseKind.COMPLEMENT, "pcomp": ClauseKind.COMPLEMENT,
    "advcl": ClauseKind.ADVERBIAL, "acl": ClauseKind.ADNOMINAL, "parataxis": ClauseKind.ASIDE,
    "csubj": ClauseKind.SUBJECT, "csubj:pass": ClauseKind.SUBJECT, "csubjpass": ClauseKind.SUBJECT,
    "csubj:outer": ClauseKind.SUBJECT,
}  # fmt: skip
_OUTER = frozenset({"nsubj:outer", "csubj:outer"})
_RELATIVE_PRONOUNS = frozenset({"who", "which", "that"})


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """A clause of a sentence.

    `head` stands for it in the tree. `subject` is the head of what the verb agrees with, `inherited` says that it
    stands in the clause before, with which this one is coordinated. `verbs` is the verb group in order, `finite` the
    first of it that is finite by its tag and can be by its form. `tokens` are the indices of the clause's own
    tokens, those of clauses inside it left out: each token of a doc belongs to one clause. `start..end` (token indices,
    half-open) is the clause with all that is inside it.
    """

    head: Token
    kind: ClauseKind
    subject: Token | None
    inherited: bool
    verbs: tuple[Token, ...]
    tokens: tuple[int, ...]
    start: int
    end: int

    @property
    def finite(self) -> Token | None:
        """The finite verb, if the verb group has one."""
        return first_finite(self.verbs)

    @property
    def span(self) -> Span:
        """The clause with all that is inside it."""
        return self.head.doc[self.start : self.end]

    @property
    def antecedent(self) -> Token | None:
        """The noun that the relative pronoun stands for, if the pronoun is the subject: what the verb agrees with."""
        if self.kind is not ClauseKind.RELATIVE or self.subject is None:
            return None
        return self.subject.head.head if self.subject.text.lower() in _RELATIVE_PRONOUNS else None


def find(grammar: Grammar) -> tuple[Clause, ...]:
    """Give the clauses of a parsed doc, in the order of their heads; none for a doc without a tree."""
    if not grammar.doc.has_annotation("DEP"):
        return ()
    own: dict[int, list[int]] = {}
    for index, owner in enumerate(grammar.owners):
        own.setdefault(owner, []).append(index)
    found: list[Clause] = []
    for head in sorted(own):
        found += _clauses(grammar, grammar.doc[head], tuple(own[head]))
    return tuple(_inherit(grammar, found))


def _clauses(grammar: Grammar, head: Token, tokens: tuple[int, ...]) -> list[Clause]:
    """Give the clause of a head; two where a clause is what another says: “The trouble is that it rains”."""
    label = "ROOT" if head.head.i == head.i else grammar.first_conjunct(head).dep_
    verbs = grammar.verbs(head)
    clause = Clause(
        head=head,
        kind=_KINDS.get(label, ClauseKind.OTHER),
        subject=grammar.subject(head),
        inherited=False,
        verbs=tuple(verbs),
        tokens=tokens,
        start=head.left_edge.i,
        end=head.right_edge.i + 1,
    )
    outer, copula = grammar.child(head, _OUTER), grammar.copula(head)
    if outer is None or copula is None:
        return [clause]
    return _divided(clause, outer, copula)


def _divided(clause: Clause, subject: Token, copula: Token) -> list[Clause]:
    """Give the two clauses that share a head: what stands up to the copula, and what it says."""
    outer = replace(
        clause,
        subject=subject,
        verbs=tuple(verb for verb in clause.verbs if verb.i <= copula.i),
        tokens=tuple(index for index in clause.tokens if index <= copula.i),
    )
    inner = replace(
        clause,
        kind=ClauseKind.COMPLEMENT,
        verbs=tuple(verb for verb in clause.verbs if verb.i > copula.i),
        tokens=tuple(index for index in clause.tokens if index > copula.i),
        start=copula.i + 1,
    )
    return [outer, inner]


def _inherit(grammar: Grammar, clauses: list[Clause]) -> list[Clause]:
    """Give coordinated clauses without a subject that of the first of them."""
    subjects = {clause.head.i: clause.subject for clause in clauses}
    found = []
    for clause in clauses:
        subject = clause.subject or subjects.get(grammar.first_conjunct(clause.head).i)
        found.append(replace(clause, subject=subject, inherited=clause.subject is None and subject is not None))
    return found
