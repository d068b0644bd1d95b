"""Kind `consistent`: forms of one name or term of which an article should use one.

When two forms of a set occur outside quotations, each place of a rarer form is a hit that points to the commonest.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, field_validator

from lint.annotate.pipeline import Pipeline
from lint.annotate.reading import Reading
from lint.kinds.phrase_index import Phrase, PhraseIndex, Place
from lint.rule import Finder, Hit, Pointer, Rule

FIELDS = frozenset({"match", "other", "count"})


class Spec(BaseModel):
    """What a rule of this kind says: sets of forms, whether case matters, phrases that protect a form."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sets: list[list[str]]
    case: Literal["exact", "ignore"] = "exact"
    unless: list[str] = []

    @field_validator("sets")
    @classmethod
    def _several(cls, sets: list[list[str]]) -> list[list[str]]:
        if short := [forms for forms in sets if len(forms) < 2]:
            raise ValueError(f"A set needs two forms or more, not only {short[0]}.")
        return sets


@dataclass(frozen=True, slots=True)
class _Form(Phrase):
    """A form with the number of its set."""

    set_number: int = -1


def finder(rules: Sequence[Rule], pipeline: Pipeline) -> Finder:
    """Give the finder for all rules of the kind at once."""
    index = PhraseIndex((form for rule in rules for form in _forms(rule)), pipeline)

    def find(reading: Reading) -> Iterator[tuple[Rule, Hit]]:
        places: dict[tuple[Rule, int], list[Place[_Form]]] = defaultdict(list)
        for place in index.free(reading, _is_as_written):
            if _counts(reading, place):
                places[place.phrase.rule, place.phrase.set_number].append(place)
        for (rule, _), group in places.items():
            yield from ((rule, hit) for hit in _rarer(group))

    return find


def _forms(rule: Rule) -> Iterator[_Form]:
    spec: Spec = rule.body
    for number, texts in enumerate(spec.sets):
        yield from (_Form(rule, text, protects=False, set_number=number) for text in texts)
    yield from (_Form(rule, text, protects=True) for text in spec.unless)


def _is_as_written(place: Place[_Form]) -> bool:
    form = place.phrase.text
    if place.phrase.rule.body.case == "exact" and form != form.lower():
        return place.text == form
    return place.text.lower() == form.lower()


def _counts(reading: Reading, place: Place[_Form]) -> bool:
    """Say whether the place is one of the author's own words, where the rule looks."""
    in_reach = place.block.kind in place.phrase.rule.blocks
    return in_reach and not reading.quoted(place.block, place.start, place.end)


def _rarer(group: list[Place[_Form]]) -> Iterator[Hit]:
    by_form: dict[str, list[Place[_Form]]] = defaultdict(list)
    for place in group:
        by_form[place.phrase.text].append(place)
    main = max(by_form, key=lambda form: len(by_form[form]))
    first, count = by_form[main][0], len(by_form[main])
    pointer = Pointer(f"“{main}” here", first.block, first.start, first.end)
    for form, places in by_form.items():
        for place in places if form != main else ():
            values = {"other": main, "count": str(count)}
            yield Hit(place.block, place.start, place.end, values, suggestions=(main,), related=(pointer,))
