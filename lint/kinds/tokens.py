"""Kind `tokens`: a sequence of tokens, which may ask what the pipeline says of each and what the lexicon does.

A token is a word in lower case, a list of such words, or a mapping (`Token`).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, model_validator

from lint.annotate.pipeline import Pipeline
from lint.annotate.reading import Reading
from lint.document import Block
from lint.kinds.sequence import Path, Row
from lint.kinds.sequence import Sequence as Pattern
from lint.kinds.token import Token
from lint.model import Coverage
from lint.rule import Finder, Hit, Rule

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Spec(BaseModel):
    """What a rule of this kind says: `match` or several `alternatives`, patterns that protect, what is marked."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    match: list[Token] = []
    alternatives: list[list[Token]] = []
    unless: list[list[Token]] = []
    mark: list[str] = []

    @model_validator(mode="after")
    def _sound(self) -> "Spec":
        if bool(self.match) == bool(self.alternatives):
            raise ValueError("A rule of kind “tokens” needs either “match” or “alternatives”.")
        for pattern in self.patterns:
            if not any(token.is_literal for token in pattern):
                raise ValueError(
                    "A pattern needs at least one token with “lower” or “text”: it must say what it looks for."
                )
            names = {token.name for token in pattern if token.name}
            if missing := [name for name in self.mark if name not in names]:
                raise ValueError(f"“mark” names “{missing[0]}”, but no token bears it: add “as: {missing[0]}”.")
        return self

    @property
    def patterns(self) -> list[list[Token]]:
        """All alternatives."""
        return self.alternatives or [self.match]


def fields(spec: Spec) -> frozenset[str]:
    """Give the names that the rule's templates may use."""
    names = [{token.name for token in pattern if token.name} for pattern in spec.patterns]
    return frozenset(set.intersection(*names)) | {"match"}


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A rule, what it looks for, and what protects from it."""

    rule: Rule
    patterns: tuple[Pattern, ...]
    guards: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class _Match:
    """Where a pattern matched: tokens of the doc, half-open, and which of the pattern's tokens each of them bears."""

    pattern: Pattern
    start: int
    path: Path

    @property
    def end(self) -> int:
        return self.start + len(self.path)


def finder(rules: Sequence[Rule], pipeline: Pipeline) -> Finder:  # noqa: ARG001 - the contract of kinds
    """Give the finder for all rules of the kind."""
    compiled = [_compile(rule) for rule in rules]

    def find(reading: Reading) -> Iterator[tuple[Rule, Hit]]:
        for block in reading.blocks:
            row = Row(reading.doc(block))
            for one in compiled:
                if block.kind in one.rule.blocks:
                    yield from ((one.rule, _hit(block, row.doc, one.rule, match)) for match in _survivors(row, one))

    return find


def prefilter(rule: Rule) -> Callable[[str], bool]:
    """Give a function that says whether a text has a word for each token of a pattern that names its words."""
    spec: Spec = rule.body
    wanted = [[token.literals for token in pattern if token.is_literal] for pattern in spec.patterns]

    def may_hold(text: str) -> bool:
        lower = text.lower()
        return any(all(any(word in lower for word in words) for words in pattern) for pattern in wanted)

    return may_hold


def _compile(rule: Rule) -> _Compiled:
    spec: Spec = rule.body
    patterns, guards = (tuple(Pattern(tuple(p)) for p in group) for group in (spec.patterns, spec.unless))
    return _Compiled(rule, patterns, guards)


def _survivors(row: Row, compiled: _Compiled) -> Iterator[_Match]:
    """Give the matches that no pattern protects, the longest of those that overlap."""
    found = _matches(row, compiled.patterns)
    if not found:
        return
    guarded = Coverage((guard.start, guard.end) for guard in _matches(row, compiled.guards))
    end = 0
    for match in sorted(found, key=lambda match: (match.start, -match.end)):
        if match.start >= end and not guarded.meets(match.start, match.end):
            end = match.end
            yield match


def _matches(row: Row, patterns: Sequence[Pattern]) -> list[_Match]:
    possible = [pattern for pattern in patterns if pattern.may_stand_in(row)]
    found = (_Match(pattern, *hit) for pattern in possible for hit in pattern.find(row))
    return [match for match in found if _echoes(row, match)] if possible else []


def _echoes(row: Row, match: _Match) -> bool:
    """Say whether each token that repeats a capture does so."""
    captured: dict[str, str] = {}
    for offset, index in enumerate(match.path):
        token, word = match.pattern.tokens[index], row.column("lower")[match.start + offset]
        if token.same_as and captured.get(token.same_as) != word:
            return False
        if token.name:
            captured[token.name] = word
    return True


def _hit(block: Block, doc: "Doc", rule: Rule, match: _Match) -> Hit:
    places = _captures(match)
    marked = [places[name] for name in rule.body.mark if name in places]
    first = min((low for low, _ in marked), default=match.start)
    last = max((high for _, high in marked), default=match.end - 1)
    values = {name: doc[low : high + 1].text for name, (low, high) in places.items()}
    return Hit(block, doc[first].idx, doc[last].idx + len(doc[last]), values=values)


def _captures(match: _Match) -> Mapping[str, tuple[int, int]]:
    """Give the first and last token of each capture."""
    places: dict[str, tuple[int, int]] = {}
    for offset, index in enumerate(match.path):
        if name := match.pattern.tokens[index].name:
            at = match.start + offset
            places[name] = (places.get(name, (at, at))[0], at)
    return places
