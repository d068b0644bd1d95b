"""Kind `tokens`: a sequence of tokens, found by spaCy's `Matcher`, then held against the lexicon.

A token is a word in lower case, a list of such words, or a mapping (`Token`). The matcher finds candidates by what
it can see; readings, lemmas and back-references are checked on the few candidates that are left.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
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
    rule: Rule
    tokens: tuple[Token, ...]
    protects: bool


@dataclass(frozen=True, slots=True)
class _Match:
    pattern: _Pattern
    start: int
    end: int
    alignment: tuple[int, ...]


def finder(rules: Sequence[Rule], pipeline: Pipeline) -> Finder:
    """Give the finder for all rules of the kind at once, on one shared matcher."""
    patterns = [_Pattern(rule, tuple(p), protects=False) for rule in rules for p in rule.body.patterns]
    patterns += [_Pattern(rule, tuple(p), protects=True) for rule in rules for p in rule.body.unless]
    keys = {str(number): pattern for number, pattern in enumerate(patterns)}
    matcher = pipeline.matcher((key, [[t.spacy() for t in p.tokens]]) for key, p in keys.items())

    def find(reading: Reading) -> Iterator[tuple[Rule, Hit]]:
        for block in reading.blocks:
            doc = reading.doc(block)
            raw: Any = matcher(doc, with_alignments=True) if len(doc) else []
            found = [
                _Match(keys[doc.vocab.strings[key]], start, end, tuple(alignment)) for key, start, end, alignment in raw
            ]
            yield from ((match.pattern.rule, _hit(block, doc, match)) for match in _survivors(doc, found))

    return find


def _survivors(doc: "Doc", found: list[_Match]) -> Iterator[_Match]:
    """Give the matches that the lexicon admits and no pattern protects, the longest of those that overlap."""
    admitted = [match for match in found if _admitted(doc, match)]
    protected = [match for match in admitted if match.pattern.protects]
    ends: dict[Rule, int] = {}
    for match in sorted(admitted, key=lambda match: (match.start, -match.end)):
        rule = match.pattern.rule
        if match.pattern.protects or match.start < ends.get(rule, 0):
            continue
        if not any(p.pattern.rule is rule and p.start < match.end and match.start < p.end for p in protected):
            ends[rule] = match.end
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


def _hit(block: Block, doc: "Doc", match: _Match) -> Hit:
    places = _captures(match)
    marked = [places[name] for name in match.pattern.rule.body.mark if name in places]
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
