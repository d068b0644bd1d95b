"""Labels that mean the same in the two schemes that English pipelines use.

The pipeline that comes with the package labels in Universal Dependencies; spaCy's own English pipelines use CLEAR, and
OntoNotes for names. A rule may be written in either. What is not merely named but built differently (prepositions,
copulas, the agent of a passive) has functions in `lint.annotate.syntax`.
"""

from collections.abc import Iterable, Mapping

_DEPENDENCIES = {
    "nsubj:pass": ("nsubjpass",),
    "csubj:pass": ("csubjpass",),
    "aux:pass": ("auxpass",),
    "obj": ("dobj",),
    "iobj": ("dative",),
    "acl:relcl": ("relcl",),
    "nmod:poss": ("poss",),
    "compound:prt": ("prt",),
    "det:predet": ("predet",),
    "cc:preconj": ("preconj",),
    "discourse": ("intj",),
    "obl:unmarked": ("npadvmod",),
    "nmod:unmarked": ("npadvmod",),
    "nmod:desc": ("compound",),
    "advmod": ("neg",),
}
_ENTITIES = {"PER": ("PERSON",), "LOC": ("GPE", "LOC", "FAC")}
_TAGS = {"GW": ("XX",)}
_WIDER = frozenset({"compound", "neg", "LOC"})
"""Names that other pipelines use, and which cannot be led back: ours would mean more, or the same word means another thing."""


def _both_ways(table: Mapping[str, tuple[str, ...]]) -> Mapping[str, frozenset[str]]:
    pairs = [(ours, other) for ours, others in table.items() for other in others]
    names = {name for pair in pairs for name in pair}
    return {
        name: frozenset(
            [other for ours, other in pairs if ours == name]
            + [ours for ours, other in pairs if other == name and other not in _WIDER]
        )
        for name in names
    }


_OF_FIELD = {"dep": _both_ways(_DEPENDENCIES), "ent": _both_ways(_ENTITIES), "tag": _both_ways(_TAGS)}


def accepted(field: str, labels: Iterable[str]) -> list[str]:
    """Give the labels and what other pipelines call them, sorted; `field` is `dep`, `ent`, `tag` or one without aliases."""
    others = _OF_FIELD.get(field, {})
    return sorted({name for label in labels for name in (label, *others.get(label, ()))})
