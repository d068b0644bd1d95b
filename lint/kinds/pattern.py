"""Kind `pattern`: a regular expression in linear time (RE2).

A group named `mark` is what is marked; other named groups fill the message and the suggestions.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, field_validator

from lint.annotate.pipeline import Pipeline
from lint.annotate.reading import Reading
from lint.document import Block
from lint.rule import Finder, Hit, Rule


class Spec(BaseModel):
    """What a rule of this kind says: the expression, and expressions that protect what they overlap.

    `markup: skip` spares what has markup in it (a footnote's mark between a word and its stop).
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    pattern: str
    unless: list[str] = []
    case: Literal["exact", "ignore"] = "exact"
    markup: Literal["skip", "keep"] = "keep"

    @field_validator("pattern")
    @classmethod
    def _one(cls, pattern: str) -> str:
        return _checked(pattern)

    @field_validator("unless")
    @classmethod
    def _all(cls, patterns: list[str]) -> list[str]:
        return [_checked(pattern) for pattern in patterns]


def fields(spec: Spec) -> frozenset[str]:
    """Give the names that the rule's templates may use."""
    return frozenset(_compiled(spec.pattern, spec.case).groupindex) | {"match"}


def finder(rules: Sequence[Rule], pipeline: Pipeline) -> Finder:  # noqa: ARG001 - the signature of every kind
    """Give the finder for all rules of the kind."""
    compiled = [
        (rule, _compiled(rule.body.pattern, rule.body.case), [_compiled(p, rule.body.case) for p in rule.body.unless])
        for rule in rules
    ]

    def find(reading: Reading) -> Iterator[tuple[Rule, Hit]]:
        for block in reading.blocks:
            for rule, pattern, unless in compiled:
                if block.kind in rule.blocks:
                    hits = _hits(block, pattern, unless)
                    yield from ((rule, hit) for hit in hits if rule.body.markup == "keep" or _is_bare(hit))

    return find


def _hits(block: Block, pattern: Any, unless: list[Any]) -> Iterator[Hit]:
    mark = pattern.groupindex.get("mark", 0)
    protected: list[tuple[int, int]] | None = None
    for match in pattern.finditer(block.text):
        if protected is None:
            protected = [guard.span() for expression in unless for guard in expression.finditer(block.text)]
        groups = {name: text for name, text in match.groupdict().items() if text is not None}
        start, end = match.span(mark)
        if start < end and not any(low < end and start < high for low, high in protected):
            yield Hit(block, start, end, values=groups)


def _is_bare(hit: Hit) -> bool:
    """Say whether the hit reads the same in the source: nothing was taken out or put in."""
    span = hit.block.span(hit.start, hit.end)
    return span.end - span.start == hit.end - hit.start


def _compiled(pattern: str, case: str) -> Any:
    import re2

    options = re2.Options()
    options.log_errors = False
    options.case_sensitive = case == "exact"
    return re2.compile(pattern, options)


def _checked(pattern: str) -> str:
    import re2

    try:
        _compiled(pattern, "exact")
    except re2.error as error:
        reason = error.args[0].decode() if isinstance(error.args[0], bytes) else error.args[0]
        raise ValueError(
            f"RE2 refuses the pattern: {reason}. Look-around and back-references do not exist here."
        ) from None
    return pattern
