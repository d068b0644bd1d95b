"""Kind `stets`: the rule about suppressions themselves. It finds nothing in prose; the stage that applies stets does."""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

from lint.annotate.pipeline import Pipeline
from lint.rule import Finder, Rule

FIELDS = frozenset({"match", "problem"})


class Spec(BaseModel):
    """A rule of this kind says nothing of its own."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def finder(rules: Sequence[Rule], pipeline: Pipeline) -> Finder:  # noqa: ARG001 - the signature of every kind
    """Give a finder without hits."""
    return lambda reading: ()  # noqa: ARG005 - the signature of every finder
