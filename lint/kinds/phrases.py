"""Kind `phrases`: words and phrases to replace or avoid, all rules in one shared index.

Square brackets hold variants, taken in step on both sides: `"[tow|tows] the line": "[toe|toes] the line"`.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, model_validator

from lint.annotate.holding import holder
from lint.annotate.pipeline import Pipeline
from lint.annotate.reading import Reading
from lint.kinds.common import names_something
from lint.kinds.phrase_index import Phrase, PhraseIndex, Place
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
            if not _in_step(wrong, *_listed(right)):
                raise ValueError(f"“{wrong}” and its replacement do not have equally many variants in brackets.")
        if uneven := [phrase for phrase in (*self.avoid, *self.unless) if not _in_step(phrase)]:
            raise ValueError(f"The brackets of “{uneven[0]}” do not have equally many variants.", "Write two phrases.")
        return self


def _listed(right: str | list[str]) -> tuple[str, ...]:
    return (right,) if isinstance(right, str) else tuple(right)


def _in_step(*texts: str) -> bool:
    """Say whether all brackets of the texts have equally many variants."""
    return len({slot.count("|") for text in texts for slot in _SLOT.findall(text)}) < 2


@dataclass(frozen=True, slots=True)
class _Entry(Phrase):
    suggestions: tuple[str, ...] = ()

    @property
    def variants(self) -> list[str]:
        """The phrase with straight and with curly apostrophes."""
        return sorted({self.text, self.text.replace("'", "’"), self.text.replace("’", "'")})


def finder(rules: Sequence[Rule], pipeline: Pipeline) -> Finder:
    """Give the finder for all rules of the kind at once."""
    index = PhraseIndex((entry for rule in rules for entry in _entries(rule)), pipeline)

    def find(reading: Reading) -> Iterator[tuple[Rule, Hit]]:
        for place in index.free(reading, lambda place: _fits(reading, place)):
            entry = place.phrase
            yield entry.rule, Hit(place.block, place.start, place.end, suggestions=entry.suggestions or None)

    return find


def prefilter(rule: Rule) -> Callable[[str], bool]:
    """Give a function that says whether one of the rule's phrases may stand in a text."""
    phrases = [variant for entry in _entries(rule) if not entry.protects for variant in entry.variants]
    return lambda text: any(map(holder(text), phrases))


def _fits(reading: Reading, place: Place[_Entry]) -> bool:
    spec: Spec = place.phrase.rule.body
    if spec.case == "exact" and place.text != place.phrase.text:
        return False
    if " " in place.text and _joins_on(place.block.text, place.start, place.end):
        return False
    return spec.capitals == "keep" or not names_something(reading, place.block, place.start, place.end)


def _joins_on(text: str, start: int, end: int) -> bool:
    """Say whether a hyphen ties an outer word of the phrase to another: “you re-open” is no “you re”."""
    return text[start - 1 : start] == "-" or (text[end : end + 1] == "-" and text[end + 1 : end + 2].isalnum())


def _entries(rule: Rule) -> Iterator[_Entry]:
    spec: Spec = rule.body
    for wrong, right in spec.replace.items():
        yield from (
            _Entry(rule, phrase, protects=False, suggestions=suggestions)
            for phrase, suggestions in _expand(wrong, _listed(right))
        )
    for phrase in spec.avoid:
        yield from (_Entry(rule, variant, protects=False) for variant, _ in _expand(phrase, ()))
    for phrase in spec.unless:
        yield from (_Entry(rule, variant, protects=True) for variant, _ in _expand(phrase, ()))


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
