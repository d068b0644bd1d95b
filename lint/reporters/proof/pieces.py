"""The text of a row, cut into pieces at the ends of its places, so that each piece lies wholly inside or outside of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lint.reporters.proof.galley import Place

_MOST = 8


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a row's text, half-open, and the numbers of the findings that mark it.

    `begins` are places that other findings point to and that begin with it, `ended` the numbers of findings that end
    before it, `carets` those that stand at its beginning, between two characters.
    """

    start: int
    end: int
    marks: tuple[int, ...] = ()
    begins: tuple[Place, ...] = ()
    ended: tuple[int, ...] = ()
    carets: tuple[int, ...] = ()


def cut(length: int, places: Sequence[Place]) -> Iterator[Piece]:
    """Cut a text of `length` into pieces, the last of them empty.

    Where more than a few findings mark the same words, the others stand as carets: the page grows with their number only.
    """
    starts: dict[int, list[Place]] = {}
    for place in sorted(places, key=lambda place: (place.number, place.related)):
        starts.setdefault(place.start, []).append(place)
    bounds = sorted({0, length, *(at for place in places for at in (place.start, place.end))})
    active: list[Place] = []
    for start, end in zip(bounds, [*bounds[1:], length], strict=True):
        ended = tuple(place.number for place in active if place.end <= start)
        active = [place for place in active if place.end > start]
        begun = starts.get(start, [])
        marks = [place for place in begun if not place.related and place.end > start][: max(0, _MOST - len(active))]
        active += marks
        yield Piece(
            start,
            end,
            tuple(place.number for place in active),
            tuple(place for place in begun if place.related),
            ended,
            tuple(place.number for place in begun if not place.related and place not in marks),
        )
