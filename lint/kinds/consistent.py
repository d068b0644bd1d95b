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
from lint.document import Block
from lint.kinds.common import Overlaps
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
class _Form:
    rule: Rule
    set_number: int
    text: str

    @property
    def protects(self) -> bool:
        return self.set_number < 0


@dataclass(frozen=True, slots=True)
class _Place:
    form: _Form
    block: Block
    start: int
    end: int


def finder(rules: Sequence[Rule], pipeline: Pipeline) -> Finder:
    """Give the finder for all rules of the kind at once."""
    forms = {str(number): form for number, form in enumerate(form for rule in rules for form in _forms(rule))}
    matcher = pipeline.phrase_matcher((key, [form.text]) for key, form in forms.items())

    def find(reading: Reading) -> Iterator[tuple[Rule, Hit]]:
        places: dict[tuple[Rule, int], list[_Place]] = defaultdict(list)
        for block in reading.blocks:
            doc = reading.doc(block)
            found = [
                _Place(forms[doc.vocab.strings[key]], block, doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
                for key, start, end in matcher(doc)
            ]
            for place in _free(reading, found):
                places[place.form.rule, place.form.set_number].append(place)
        for (rule, _), group in places.items():
            yield from ((rule, hit) for hit in _rarer(group))

    return find


def _forms(rule: Rule) -> Iterator[_Form]:
    spec: Spec = rule.body
    for number, texts in enumerate(spec.sets):
        yield from (_Form(rule, number, text) for text in texts)
    yield from (_Form(rule, -1, text) for text in spec.unless)


def _free(reading: Reading, found: list[_Place]) -> Iterator[_Place]:
    """Give the places that count: as written in the rule, outside quotations, protected by nothing."""
    protected = Overlaps((p.form.rule, p.start, p.end) for p in found if p.form.protects)
    ends: dict[Rule, int] = defaultdict(int)
    for place in sorted(found, key=lambda p: (p.start, -p.end)):
        rule, text = place.form.rule, place.block.text[place.start : place.end]
        if place.form.protects or protected.cover(rule, place.start, place.end):
            continue
        if place.start < ends[rule] or not _as_written(rule, text, place.form.text):
            continue
        ends[rule] = place.end
        if place.block.kind in rule.blocks and not reading.quoted(place.block, place.start, place.end):
            yield place


def _as_written(rule: Rule, text: str, form: str) -> bool:
    if rule.body.case == "exact" and form != form.lower():
        return text == form
    return text.lower() == form.lower()


def _rarer(group: list[_Place]) -> Iterator[Hit]:
    by_form: dict[str, list[_Place]] = defaultdict(list)
    for place in group:
        by_form[place.form.text].append(place)
    main = max(by_form, key=lambda form: len(by_form[form]))
    first, count = by_form[main][0], len(by_form[main])
    pointer = Pointer(f"“{main}” here", first.block, first.start, first.end)
    for form, places in by_form.items():
        for place in places if form != main else ():
            values = {"other": main, "count": str(count)}
            yield Hit(place.block, place.start, place.end, values, suggestions=(main,), related=(pointer,))
