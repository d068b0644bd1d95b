"""The sources of a piece as a whole: named late, all one, or vague again and again."""

from collections.abc import Iterable, Mapping

from lint.annotate.attribution import Attribution
from lint.annotate.reading import Reading
from lint.annotate.speakers import SourceClass
from lint.annotate.speech import Act
from lint.checks.claims_attack import People
from lint.checks.claims_scope import Scope
from lint.checks.claims_sourcing import Sourcing
from lint.checks.claims_vague import is_vague
from lint.rule import Hit, Option, Pointer

_FEWEST_EARLIER = 2
"""So many who speak without a name before the first who has one make it late."""


def first_source_late(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find the first named source of a piece where it comes late, and somebody without a name speaks before.

    Options: those of the scope; `paragraph`, the last one in which it should be; `words`, the length of a piece that is asked.
    """
    scope = Scope(reading, options)
    if scope.is_exempt or scope.is_lesson or _length(scope) < _number(options, "words", 250):
        return
    people, sourcing = People(reading), Sourcing(scope)
    earlier: list[Attribution] = []
    for place, block in enumerate(scope.body, start=1):
        for sentence in scope.sentences(block):
            said = [one for one in reading.attributions.within(sentence) if one.source and _is_said(one)]
            named = next((one for one in said if _is_told(people, one)), None)
            if named or sourcing.cites(sentence):
                if (
                    named
                    and _is_person(people, named)
                    and len(earlier) >= _FEWEST_EARLIER
                    and place > _number(options, "paragraph", 6)
                ):
                    yield _late(named, earlier[0], place)
                return
            earlier += said


def _is_said(found: Attribution) -> bool:
    return found.act in (Act.SAY, Act.DENY) and not (found.quoted or found.hypothetical)


def _is_told(people: People, found: Attribution) -> bool:
    """Say whether the source is named, or a person is in its sentence."""
    span = found.sentence.span
    return found.kind is SourceClass.NAMED or any(people.within(found.block, span.start, span.end))


def _is_person(people: People, found: Attribution) -> bool:
    """Say whether the words that name the source name a person, and no body, country or picture."""
    source = found.source
    return source is not None and any(people.within(found.block, source.start, source.end))


def _late(found: Attribution, earlier: Attribution, place: int) -> Hit:
    pointer = Pointer("the first who speaks", earlier.block, earlier.span.start, earlier.span.end)
    values = {"place": str(place)}
    return Hit(found.block, found.span.start, found.span.end, values, related=(pointer,))


def single_source(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find the first attribution of a piece that rests on one named source alone.

    Options: those of the scope; `words`, the length of a piece that is asked; `times`, how often the source must speak.
    """
    scope = Scope(reading, options)
    if scope.is_exempt or _length(scope) < _number(options, "words", 400):
        return
    found = [one for one in reading.attributions.all if _speaks(one)]
    names = {one.source.surname if one.source and one.source.name else "" for one in found}
    if len(found) >= _number(options, "times", 4) and len(names) == 1 and "" not in names:
        first = found[0]
        who = first.source.name if first.source else ""
        values = {"who": who, "times": str(len(found))}
        yield Hit(first.block, first.span.start, first.span.end, values)


def _speaks(found: Attribution) -> bool:
    return found.kind in (SourceClass.NAMED, SourceClass.ROLE, SourceClass.VAGUE) and not found.quoted


def vague_density(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find the vague attribution that is one too many, resolved or not.

    Options: those of the scope; `times`, the number at which it is asked; `spread`, the words of the piece for each of them.
    """
    scope = Scope(reading, options)
    if scope.is_exempt or scope.is_lesson:
        return
    found, times = [one for one in reading.attributions.all if is_vague(one)], _number(options, "times", 4)
    if len(found) >= times and len(found) * _number(options, "spread", 300) >= _length(scope):
        last = found[times - 1]
        pointers = tuple(Pointer("another", one.block, one.span.start, one.span.end) for one in found[: times - 1])
        yield Hit(last.block, last.span.start, last.span.end, {"times": str(len(found))}, related=pointers)


def _length(scope: Scope) -> int:
    """Give the number of words of the body."""
    return sum(len(scope.reading.words(block)) for block in scope.body)


def _number(options: Mapping[str, Option], name: str, default: int) -> int:
    value = options.get(name, default)
    return value if isinstance(value, int) else default
