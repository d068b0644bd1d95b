"""Kind `phrases`: words and phrases to replace or avoid, all rules in one shared index.

Square brackets hold variants, taken in step on both sides: `"[tow|tows] the line": "[toe|toes] the line"`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, model_validator

from lint.annotate.pipeline import Pipeline
from lint.annotate.reading import Reading
from lint.document import Block
from lint.kinds.common import Overlaps, names_something
from lint.rule import Finder, Hit, Rule

_SLOT = re.compile(r"\[([^\]]+)\]")
FIELDS = frozenset({"match"})


class Spec(BaseModel):
    """What a rule of this kind says: wrong phrase → right phrase(s), phrases to avoid, phrases that protect."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    replace: Mapping[str, str | list[str]] = {}
    avoid: list[str] = []
    unless: list[str] = []
    case: Literal["ignore", "exact"] = "ignore"
    capitals: Literal["skip", "keep"] = "skip"

    @model_validator(mode="after")
    def _says_something(self) -> "Spec":
        if not self.replace and not self.avoid:
            raise ValueError("A rule of kind “phrases” needs “replace” or “avoid”.")
        for wrong, right in self.replace.items():
            counts = {
                slot.count("|")
                for text in (wrong, *([right] if isinstance(right, str) else right))
                for slot in _SLOT.findall(text)
            }
            if len(counts) > 1:
                raise ValueError(f"“{wrong}” and its replacement do not have equally many variants in brackets.")
        return self


@dataclass(frozen=True, slots=True)
class _Entry:
    rule: Rule
    phrase: str
    suggestions: tuple[str, ...]
    protects: bool = False


def finder(rules: Sequence[Rule], pipeline: Pipeline) -> Finder:
    """Give the finder for all rules of the kind at once."""
    entries = [entry for rule in rules for entry in _entries(rule)]
    keys = {f"{number}": entry for number, entry in enumerate(entries)}
    matcher = pipeline.phrase_matcher((key, _apostrophes(entry.phrase)) for key, entry in keys.items())

    def find(reading: Reading) -> Iterator[tuple[Rule, Hit]]:
        for block in reading.blocks:
            doc = reading.doc(block)
            spans = [
                (keys[doc.vocab.strings[key]], doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
                for key, start, end in matcher(doc)
            ]
            yield from _hits(reading, block, spans)

    return find


def _hits(reading: Reading, block: Block, spans: list[tuple[_Entry, int, int]]) -> Iterator[tuple[Rule, Hit]]:
    protected = Overlaps((entry.rule, start, end) for entry, start, end in spans if entry.protects)
    ends: dict[Rule, int] = defaultdict(int)
    for entry, start, end in sorted(spans, key=lambda item: (item[1], -item[2])):
        if entry.protects or start < ends[entry.rule] or protected.cover(entry.rule, start, end):
            continue
        if _fits(entry, reading, block, start, end):
            ends[entry.rule] = end
            yield entry.rule, Hit(block, start, end, suggestions=entry.suggestions or None)


def _fits(entry: _Entry, reading: Reading, block: Block, start: int, end: int) -> bool:
    spec: Spec = entry.rule.body
    text = block.text[start:end]
    if spec.case == "exact" and text != entry.phrase:
        return False
    if " " in text and _joins_on(block.text, start, end):
        return False
    return spec.capitals == "keep" or not names_something(reading, block, start, end)


def _joins_on(text: str, start: int, end: int) -> bool:
    """Say whether a hyphen ties an outer word of the phrase to another: “you re-open” is no “you re”."""
    return text[start - 1 : start] == "-" or (text[end : end + 1] == "-" and text[end + 1 : end + 2].isalnum())


def _entries(rule: Rule) -> Iterator[_Entry]:
    spec: Spec = rule.body
    for wrong, right in spec.replace.items():
        rights = (right,) if isinstance(right, str) else tuple(right)
        yield from (_Entry(rule, phrase, suggestions) for phrase, suggestions in _expand(wrong, rights))
    for phrase in spec.avoid:
        yield from (_Entry(rule, variant, ()) for variant, _ in _expand(phrase, ()))
    for phrase in spec.unless:
        yield from (_Entry(rule, variant, (), protects=True) for variant, _ in _expand(phrase, ()))


def _expand(wrong: str, rights: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give each variant of the phrase with the replacements in the same variant."""
    slot = _SLOT.search(wrong)
    if not slot:
        yield wrong, rights
        return
    for number in range(len(slot[1].split("|"))):
        yield _chosen(wrong, number), tuple(_chosen(text, number) for text in rights)


def _chosen(text: str, number: int) -> str:
    return _SLOT.sub(lambda slot: slot[1].split("|")[number], text)


def _apostrophes(phrase: str) -> list[str]:
    return sorted({phrase, phrase.replace("'", "’"), phrase.replace("’", "'")})
