"""Kind `tokens`: a sequence of tokens, found by spaCy's `Matcher`, then held against the lexicon.

A token is a word in lower case, a list of such words, or a mapping (`Token`). The matcher finds candidates by what
it can see; readings, lemmas and back-references are checked on the few candidates that are left.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, model_validator

from lint.annotate.pipeline import Pipeline
from lint.annotate.reading import Reading
from lint.document import Block
from lint.kinds.token import Token, admits
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
class _Pattern:
    """One pattern of a rule. `wants` are the sets of words of which a block must hold one each, or it cannot match."""

    tokens: tuple[Token, ...]
    protects: bool

    @property
    def wants(self) -> tuple[frozenset[str], ...]:
        return tuple(token.literals for token in self.tokens if token.is_literal)


@dataclass(frozen=True)
class _Compiled:
    """A rule with its patterns, by key. Its matcher is made when a block holds the rule's words, which for most is never."""

    rule: Rule
    patterns: Mapping[str, _Pattern]
    wants: tuple[tuple[frozenset[str], ...], ...]
    pipeline: Pipeline

    @cached_property
    def matcher(self) -> Any:
        return self.pipeline.matcher(
            (key, [[token.spacy() for token in pattern.tokens]]) for key, pattern in self.patterns.items()
        )

    def may_match(self, words: frozenset[str]) -> bool:
        """Say whether the words of a block leave one of the rule's patterns a chance."""
        return any(all(not words.isdisjoint(wanted) for wanted in pattern) for pattern in self.wants)


@dataclass(frozen=True, slots=True)
class _Match:
    pattern: _Pattern
    start: int
    end: int
    alignment: tuple[int, ...]


def finder(rules: Sequence[Rule], pipeline: Pipeline) -> Finder:
    """Give the finder for all rules of the kind. A rule is tried on a block only if its literal words stand in it."""
    compiled = [_compile(rule, pipeline) for rule in rules]

    def find(reading: Reading) -> Iterator[tuple[Rule, Hit]]:
        for block in reading.blocks:
            doc = reading.doc(block)
            words = frozenset(token.lower_ for token in doc)
            for one in compiled:
                if block.kind in one.rule.blocks and one.may_match(words):
                    yield from ((one.rule, _hit(block, doc, one.rule, match)) for match in _matches(doc, one))

    return find


def _compile(rule: Rule, pipeline: Pipeline) -> _Compiled:
    spec: Spec = rule.body
    patterns = [_Pattern(tuple(tokens), protects=False) for tokens in spec.patterns]
    wants = tuple(pattern.wants for pattern in patterns)
    patterns += [_Pattern(tuple(tokens), protects=True) for tokens in spec.unless]
    return _Compiled(rule, {str(number): pattern for number, pattern in enumerate(patterns)}, wants, pipeline)


def _matches(doc: "Doc", compiled: _Compiled) -> Iterator[_Match]:
    raw = compiled.matcher(doc, with_alignments=True)
    names = doc.vocab.strings
    found = [_Match(compiled.patterns[names[key]], start, end, tuple(alignment)) for key, start, end, alignment in raw]
    return _survivors(doc, found)


def _survivors(doc: "Doc", found: list[_Match]) -> Iterator[_Match]:
    """Give the matches that the lexicon admits and no pattern protects, the longest of those that overlap."""
    admitted = [match for match in found if _admitted(doc, match)]
    protected = [match for match in admitted if match.pattern.protects]
    end = 0
    for match in sorted(admitted, key=lambda match: (match.start, -match.end)):
        if match.pattern.protects or match.start < end:
            continue
        if not any(guard.start < match.end and match.start < guard.end for guard in protected):
            end = match.end
            yield match


def _admitted(doc: "Doc", match: _Match) -> bool:
    captured: dict[str, str] = {}
    for offset, index in enumerate(match.alignment):
        token, word = match.pattern.tokens[index], doc[match.start + offset].text
        if not admits(token, word, captured):
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
    for offset, index in enumerate(match.alignment):
        if name := match.pattern.tokens[index].name:
            at = match.start + offset
            places[name] = (places.get(name, (at, at))[0], at)
    return places
