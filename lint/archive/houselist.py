"""`names.yaml`: the house's own list of names, an editor's file. What may stand in it, read and validated."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from lint.errors import Place, UserError, UserErrors
from lint.source import decode, read_bytes
from lint.validation import validate
from lint.yamlpos import Node, load

SECTIONS = {"people": "person", "places": "place", "bodies": "body", "terms": "term"}
"""The sections of the file, in order, and the kind of the names in each."""

LARGEST = 16_000_000
"""A larger file, in bytes, is not read."""


@dataclass(frozen=True, slots=True)
class HouseName:
    """An entry: the name, what to write in its place or nothing, other right forms, wrong ones, and who else it is not."""

    kind: str
    name: str
    preferred: str = ""
    also: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    distinct: tuple[str, ...] = ()
    articles: int = 0

    @property
    def is_edited(self) -> bool:
        """Say whether an editor has said something of the name."""
        return bool(self.preferred or self.also or self.never or self.distinct)

    @property
    def wanted(self) -> str:
        """The form that the house writes."""
        return self.preferred or self.name

    @property
    def right(self) -> tuple[str, ...]:
        """The forms that may stand."""
        return (self.wanted, *self.also)

    @property
    def wrong(self) -> tuple[str, ...]:
        """The forms that give way to the wanted one."""
        return (*self.never, self.name) if self.preferred and self.name not in self.right else self.never


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) and value else value


def _filled(value: Any) -> Any:
    """Take a name with nothing behind it for an entry that says nothing more, and leave out keys with nothing behind them."""
    return {key: inner for key, inner in value.items() if inner != ""} if isinstance(value, dict) else value or {}


Texts = Annotated[list[Annotated[str, Field(min_length=1)]], BeforeValidator(_listed)]


class Entry(BaseModel):
    """What is said of one name. `forms`, `articles`, `first` and `last` are written by `copydesk names learn`."""

    model_config = ConfigDict(extra="forbid")
    preferred: str = ""
    also: Texts = []
    never: Texts = []
    not_: Texts = Field([], alias="not")
    note: str = ""
    forms: dict[str, Annotated[int, Field(ge=0)]] = {}
    articles: Annotated[int, Field(ge=0)] = 0
    first: str = ""
    last: str = ""

    _content = model_validator(mode="before")(_filled)


Entries = Annotated[dict[str, Entry], BeforeValidator(lambda value: value or {})]


class File(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid")
    people: Entries = {}
    places: Entries = {}
    bodies: Entries = {}
    terms: Entries = {}


def parse(text: str, path: str) -> tuple[Node, File]:
    """Read the text of a list; raise UserErrors with every mistake in it, contradictions included."""
    try:
        node = load(text, path) or Node({}, Place(path, 1, 1), 0, 0, keys={})
    except UserError as error:
        raise UserErrors([error]) from None
    file = validate(File, node, "a list of names")
    if errors := list(_contradictions(entries(file), node)):
        raise UserErrors(errors)
    return node, file


def bytes_of(path: Path) -> bytes:
    """Give the bytes of a list; raise UserErrors if it cannot be read."""
    try:
        return read_bytes(path)
    except FileNotFoundError:
        remedy = "“copydesk names learn” proposes one."
        raise UserErrors([UserError("There is no such list of names.", Place(str(path)), remedy)]) from None
    except OSError as error:
        raise UserErrors([UserError(f"Cannot be read: {error.strerror}.", Place(str(path)))]) from None


def text_of(path: Path, data: bytes) -> str:
    r"""Give the text of a list, with `\n` for every line end; raise UserErrors if it is too large or no text."""
    if len(data) > LARGEST:
        problem = f"A list of names has at most {LARGEST // 1_000_000} MB; this one has {len(data) // 1_000_000}."
        raise UserErrors([UserError(problem, Place(str(path)), "Raise “--least” when you learn it.")])
    try:
        return decode(str(path), data).lf
    except UserError as error:
        raise UserErrors([error]) from None


def entries(file: File) -> tuple[HouseName, ...]:
    """Give all entries in order, as the rules need them."""
    return tuple(
        HouseName(kind, name, e.preferred, tuple(e.also), tuple(e.never), tuple(e.not_), e.articles)
        for section, kind in SECTIONS.items()
        for name, e in getattr(file, section).items()
    )


def _contradictions(found: Iterable[HouseName], node: Node) -> Iterator[UserError]:
    """Tell of forms that are right by one entry and wrong by another, or both by one."""
    names = tuple(found)
    right = {form: entry for entry in reversed(names) for form in entry.right}
    wrong: dict[str, HouseName] = {}
    for entry in names:
        for form in entry.wrong:
            if other := right.get(form):
                yield _contradiction(node, entry, form, other, "is right by", "Keep one of the two.")
            elif (other := wrong.setdefault(form, entry)) is not entry and other.wanted != entry.wanted:
                yield _contradiction(node, entry, form, other, "gives way to another form by", "Keep one of the two.")
        for form in set(entry.distinct) & {entry.name, *entry.right}:
            yield _contradiction(node, entry, form, entry, "is a form of", "“not” is for somebody else's name.")


def _contradiction(node: Node, entry: HouseName, form: str, other: HouseName, does: str, remedy: str) -> UserError:
    key = "not" if form in entry.distinct else "never" if form in entry.never else "preferred"
    where = f"“{other.name}” (line {_place(node, other).line})" if other is not entry else f"“{entry.name}” itself"
    return UserError(f"“{form}” in “{key}” {does} {where}.", _place(node, entry, key), remedy)


def _place(node: Node, entry: HouseName, *keys: str) -> Place:
    section = next(section for section, kind in SECTIONS.items() if kind == entry.kind)
    return node.find((section, entry.name, *keys))
