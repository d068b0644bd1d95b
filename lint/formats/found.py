"""What scanners find in a Markdown source beside its prose: comments, values, tags, links. Offsets count in `lf`."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from lint.document import BlockKind
from lint.formats.masks import Mask
from lint.formats.scalars import Piece


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment at `start..end` with its text at `inner_start..inner_end`."""

    start: int
    end: int
    inner_start: int
    inner_end: int


@dataclass(frozen=True, slots=True)
class Value:
    """Prose that stands in a parameter or beside a fence, cut into pieces, and the kind of block it is."""

    kind: BlockKind
    pieces: tuple[Piece, ...]
    path: str = "shortcode"

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.pieces[0][0]


@dataclass(frozen=True, slots=True)
class Picture:
    """A tag at `start..end` that shows an image: where that lies, and the words given with it."""

    start: int
    end: int
    target: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A link at `start..end` to `target`."""

    start: int
    end: int
    target: str


Item = Mask | Comment | Value | Picture | Reference


@dataclass(slots=True)
class Found:
    """The findings of all scanners, by sort."""

    masks: list[Mask] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)

    def add(self, items: Iterable[Item]) -> "Found":
        """Sort in what a scanner found."""
        for item in items:
            match item:
                case Mask():
                    self.masks.append(item)
                case Comment():
                    self.comments.append(item)
                case Value():
                    self.values.append(item)
                case Picture():
                    self.pictures.append(item)
                case Reference():
                    self.references.append(item)
        return self
