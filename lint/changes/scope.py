"""What of a repository a run is to look at: all of it, or what is new in the eyes of git."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scope:
    """Which changes count: those since a revision, or those in the index; `changed_lines`: only findings on new lines.

    With `changed_lines` alone, what counts is what the work tree has beyond the last commit.
    """

    since: str | None = None
    staged: bool = False
    changed_lines: bool = False

    def __bool__(self) -> bool:
        """Say whether this is less than everything."""
        return self.since is not None or self.staged or self.changed_lines

    def __str__(self) -> str:
        """Name what the changes are counted from, as a message goes on: “no article has changed …”."""
        if self.staged:
            return "in the index"
        return f"since “{self.since}”" if self.since is not None else "since the last commit"


EVERYTHING = Scope()
