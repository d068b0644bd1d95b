"""Names in running text, found by their grammar: proper nouns, what joins them, and entities where there are any.

Made to miss little. The label is a hint: `PER`, `ORG`, `LOC`, or nothing where nothing speaks for one. Titles stand
outside the name (“President | Joko Widodo”); weekdays, months and nationalities are none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lint.annotate import labels, name_runs, names_lexicon, places
from lint.annotate.given_names import GIVEN_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

PERSON, BODY, PLACE = "PER", "ORG", "LOC"
_OF_ENTITIES = {name: label for label in (PERSON, BODY, PLACE) for name in labels.accepted("ent", [label])}
_COUNTRIES_BEFORE = frozenset({"us", "u.s", "uk", "european", "house", "supreme", "court"})
_BEFORE_TITLES = names_lexicon.BEFORE_TITLES - _COUNTRIES_BEFORE
_SURNAMES_TOO = frozenset("king prince pope judge major bishop marshal duke baron dean sheriff sister count".split())
_MONTHS_TOO = frozenset("may april june august march easter mon sun".split())
_PARTIES = frozenset(
    "democrat democrats republican republicans tory tories liberals conservatives medicare medicaid".split()
)
_PEOPLES = places.PEOPLES - _PARTIES
_COMPANIES = frozenset("inc ltd llc corp co plc".split())


@dataclass(frozen=True, slots=True)
class NameChunk:
    """A name: token indices, half-open, and what it may be the name of (`PER`, `ORG`, `LOC` or nothing)."""

    start: int
    end: int
    label: str = ""


def chunks(doc: Doc) -> tuple[NameChunk, ...]:
    """Give the names of a tagged doc, in order and disjoint; better with a tree, best with entities."""
    found = [chunk for start, end in name_runs.runs(doc) for chunk in _named(doc, start, end)]
    entities = [
        NameChunk(ent.start, ent.end, _OF_ENTITIES[ent.label_]) for ent in doc.ents if ent.label_ in _OF_ENTITIES
    ]
    return tuple(_united(list({*found, *entities}), frozenset(entities)))


def _named(doc: Doc, start: int, end: int) -> Iterator[NameChunk]:
    """Give the names in a run: what stands before a title, and whom the title belongs to."""
    start, end = _without_dates(doc, start, end)
    words = [_plain(doc[index].text) for index in range(start, end)]
    if words and words[-1] in names_lexicon.NOT_PEOPLE:
        yield NameChunk(start, end, BODY)
        return
    first, last = _title(words)
    if first == last:
        yield from _labelled(words, start)
        return
    yield from _labelled(words[:first], start)
    if last < len(words):
        yield NameChunk(start + last, end, PERSON)
    elif len(words) == 1 and words[0] in _SURNAMES_TOO and not (start and doc[start - 1].tag_ in ("DT", "PRP$")):
        yield NameChunk(start, end)


def _plain(word: str) -> str:
    return word.lower().rstrip(".")


def _labelled(words: list[str], start: int) -> Iterator[NameChunk]:
    """Give the words as a name that begins at token `start`, if there are any and they are more than a nationality."""
    if not all(word in _PEOPLES for word in words):
        yield NameChunk(start, start + len(words), _hint(words))


def _hint(words: list[str]) -> str:
    if any(word in _COMPANIES or word in names_lexicon.BODIES for word in words[-1:]) or "of" in words:
        return BODY
    if len(words) > 1 and words[0] in GIVEN_NAMES:
        return PERSON
    return PLACE if words[-1] in places.PLACES else ""


def _without_dates(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Give the run without weekdays and months at its ends."""
    while start < end and _is_date(doc, start, start):
        start += 1
    while start < end and _is_date(doc, end - 1, start):
        end -= 1
    return start, end


def _is_date(doc: Doc, index: int, start: int) -> bool:
    """Say whether the token is of the calendar: “May” only beside a number or after a preposition."""
    word = _plain(doc[index].text)
    if word not in names_lexicon.CALENDAR:
        return False
    if word not in _MONTHS_TOO:
        return True
    beside = doc[max(0, index - 1) : index + 2]
    return any(token.text[0].isdigit() for token in beside) or (
        index == start and index > 0 and doc[index - 1].tag_ in ("IN", "JJ", "DT")
    )


def _title(words: list[str]) -> tuple[int, int]:
    """Give where the first title among the words begins and ends; twice the number of words if there is none."""
    last = 0
    while last < len(words) and words[last] not in names_lexicon.TITLES:
        last += 1
    first = last
    if last == len(words):
        return last, last
    while last < len(words) and words[last] in names_lexicon.TITLES:
        last += 1
    while first and words[first - 1] in _BEFORE_TITLES:
        first -= 1
    return first, last


def _united(spans: list[NameChunk], entities: frozenset[NameChunk]) -> Iterator[NameChunk]:
    """Give chunks and entities as one: what overlaps is one name, unless several entities are in it: then they stand."""
    group: list[NameChunk] = []
    reach = 0
    for span in sorted(spans, key=lambda one: (one.start, one.end)):
        if span.start >= reach:
            yield from _one(group, entities)
            group = []
        group.append(span)
        reach = max(reach, span.end)
    yield from _one(group, entities)


def _one(group: list[NameChunk], entities: frozenset[NameChunk]) -> list[NameChunk]:
    """Give the names in a group of spans that overlap."""
    named = [span for span in group if span in entities]
    if len(named) > 1 or not group:
        return named
    label = named[0].label if named else group[0].label
    return [NameChunk(group[0].start, max(span.end for span in group), label)]
