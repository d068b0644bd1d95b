"""Which scheme the trees of a doc are built in, and so which grammar reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lint.annotate.clear import Clear
from lint.annotate.universal import Universal

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from lint.annotate.grammar import Grammar

_CLEAR_ALONE = frozenset(
    "acomp agent attr auxpass csubjpass dative dobj intj neg npadvmod nsubjpass oprd pcomp pobj poss preconj predet prep "
    "prt quantmod relcl".split()
)
_UNIVERSAL_ALONE = frozenset(
    "obj iobj obl cop nmod:poss aux:pass nsubj:pass csubj:pass acl:relcl compound:prt flat fixed discourse det:predet "
    "cc:preconj obl:agent obl:unmarked nmod:unmarked nmod:desc list orphan goeswith vocative".split()
)


def of(doc: Doc) -> Grammar:
    """Give the grammar of a doc, by the first label that only one of the schemes has; UD where all are common."""
    for token in doc:
        if token.dep_ in _CLEAR_ALONE:
            return Clear(doc)
        if token.dep_ in _UNIVERSAL_ALONE:
            break
    return Universal(doc)
