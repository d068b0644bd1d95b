"""What a run is to read, before it is read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """An article by the name of its file, which need not be on disk if its bytes are given."""

    name: str
    data: bytes | None = None
