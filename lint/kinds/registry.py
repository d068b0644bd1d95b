"""All kinds by name. A new kind is one module and one line here."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from pydantic import BaseModel

from lint.annotate.pipeline import Pipeline
from lint.kinds import code, consistent, pairs, pattern, phrases, repeat, stets, tokens
from lint.rule import Finder, Rule


class Kind(Protocol):
    """What a module of a kind offers: the model of what its rules say, and one finder for all of them."""

    @property
    def Spec(self) -> type[BaseModel]:  # noqa: N802 - a class of the module
        """The model of what a rule of the kind says."""

    def finder(self, rules: Sequence[Rule], pipeline: Pipeline) -> Finder:
        """Give the finder for all rules of the kind."""


KINDS: Mapping[str, Kind] = {
    "phrases": phrases,
    "pattern": pattern,
    "tokens": tokens,
    "consistent": consistent,
    "repeat": repeat,
    "pairs": pairs,
    "code": code,
    "stets": stets,
}

INDEXED = frozenset({"phrases"})
"""Kinds that look for all their rules at once."""


def fields(kind: str, spec: BaseModel) -> frozenset[str] | None:
    """Give the names that a rule's templates may use; None where only the check knows."""
    module: Any = KINDS[kind]
    if hasattr(module, "fields"):
        names: frozenset[str] = module.fields(spec)
        return names
    found: frozenset[str] | None = getattr(module, "FIELDS", None)
    return found


def needs(kind: str, spec: BaseModel) -> frozenset[str]:
    """Give the annotations that a rule asks of the pipeline beyond words."""
    if kind != "tokens" or not isinstance(spec, tokens.Spec):
        return frozenset()
    patterns = (*spec.patterns, *spec.unless)
    return frozenset(need for tokens_ in patterns for token in tokens_ for need in token.needs)


def prefilter(rule: Rule) -> Callable[[str], bool]:
    """Give a function that says whether a text may hold what the rule looks for: quick, and never wrong when it denies."""
    make: Callable[[Rule], Callable[[str], bool]] | None = getattr(KINDS[rule.kind], "prefilter", None)
    return make(rule) if make else lambda _text: True
