"""The elements that are open, and what ends them. Every question costs the same, however deep the page is nested."""

from dataclasses import dataclass

from lint.formats.html_elements import BUTTON_SCOPE, INTEGRATION, ITEM_SCOPE, NEAR, SCOPE, SPECIAL, TABLE_SCOPE, Look

_REACHES = (SCOPE, BUTTON_SCOPE, ITEM_SCOPE, NEAR, SPECIAL, TABLE_SCOPE)


@dataclass(frozen=True, slots=True)
class Open:
    """An open element: where its tag begins in `lf`, and what text in it is. `opaque` implies `skipped`."""

    name: str
    start: int
    look: Look
    skipped: bool = False
    opaque: bool = False


class Stack:
    """The open elements, outermost first; the first is the page itself and stays."""

    def __init__(self, look: Look) -> None:
        self._opens = [Open("", 0, look)]
        # For each open element and each set of barriers, the index of the innermost barrier.
        self._floors: list[tuple[int, ...]] = [(0,) * len(_REACHES)]
        self._places: dict[str, list[int]] = {}
        self._skipped = 0

    @property
    def top(self) -> Open:
        """The innermost open element."""
        return self._opens[-1]

    @property
    def is_skipped(self) -> bool:
        """Whether an element around is one that is not read."""
        return self._skipped > 0

    def push(self, opened: Open, *, is_foreign: bool = False) -> None:
        """Open an element. One of SVG or MathML is no barrier, whatever its name, unless HTML goes on in it."""
        index, floors = len(self._opens), self._floors[-1]
        if not is_foreign or opened.name in INTEGRATION:
            pairs = zip(_REACHES, floors, strict=True)
            floors = tuple(index if opened.name in reach else floor for reach, floor in pairs)
        self._opens.append(opened)
        self._floors.append(floors)
        self._skipped += opened.skipped
        self._places.setdefault(opened.name, []).append(index)

    def find(self, name: str, reach: frozenset[str] = SCOPE) -> int:
        """Give the index of the innermost open `name` that no barrier of `reach` hides; 0 if there is none."""
        places = self._places.get(name)
        floor = self._floors[-1][_REACHES.index(reach)]
        return places[-1] if places and places[-1] >= floor else 0

    def last(self, names: frozenset[str] | tuple[str, ...]) -> int:
        """Give the index of the innermost open element of these names; 0 if there is none."""
        return max((self._places[name][-1] for name in names if self._places.get(name)), default=0)

    def pop(self) -> Open:
        """Close the innermost element."""
        closed = self._opens.pop()
        self._floors.pop()
        self._places[closed.name].pop()
        self._skipped -= closed.skipped
        return closed

    def __len__(self) -> int:
        """Count the open elements, the page itself included."""
        return len(self._opens)
