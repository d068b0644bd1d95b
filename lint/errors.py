"""What goes wrong through the user's input, told with place, problem and remedy."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file: line and column count from 1, in code points; 0 means unknown."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Give `path:line:column`, leaving out what is unknown."""
        parts = [self.path, *(str(number) for number in (self.line, self.column) if number)]
        return ":".join(parts)


class UserError(Exception):
    """One mistake in what the user gave us: where, what is wrong, what would be right."""

    def __init__(self, problem: str, place: Place | None = None, remedy: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.place = place
        self.remedy = remedy

    def __str__(self) -> str:
        """Give `path:line:column: problem remedy` in one line."""
        where = f"{self.place}: " if self.place else ""
        return f"{where}{self.problem}{' ' + self.remedy if self.remedy else ''}"


class UserErrors(Exception):
    """Several mistakes, told all at once."""

    def __init__(self, errors: Iterable[UserError]) -> None:
        self.errors: Sequence[UserError] = tuple(errors)
        super().__init__("\n".join(str(error) for error in self.errors))


def by_place(errors: Iterable[UserError]) -> list[UserError]:
    """Sort mistakes by file, line and column; those without a place come first."""
    return sorted(errors, key=lambda e: (e.place.path, e.place.line, e.place.column) if e.place else ("", 0, 0))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Give `Did you mean “x”?` for the known word nearest to `word`, or an empty string."""
    from difflib import get_close_matches

    close = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f"Did you mean “{close[0]}”?" if close else ""
