"""Front matter: YAML between `---` lines or TOML between `+++` lines at the very beginning of a file."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lint.document import Block, BlockKind, Notice
from lint.errors import UserError
from lint.formats import scalars, toml
from lint.formats.dates import find_date
from lint.formats.scalars import Piece
from lint.model import Span
from lint.source import Source
from lint.yamlpos import Node, load

_OPENING = re.compile(r"(---|\+\+\+)[ \t]*(?:\n|\Z)")
_CLOSING = {"---": re.compile(r"(?m)^(?:---|\.\.\.)[ \t]*$"), "+++": re.compile(r"(?m)^\+\+\+[ \t]*$")}
_SPACE = r"(?:[ \t]*(?:#[^\n]*)?\n)*+"
_FIRST_KEY = re.compile(rf"{_SPACE}(?:[\w\"'-][^\n:=]{{0,80}}[:=](?:\s|\Z)|\[)")
_BARE_KEY = re.compile(r"[\w-]+[ \t]*[:=](?:\s|\Z)")
_TOML_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)")
_YAML_BREAKS = dict.fromkeys(map(ord, "\x85\u2028\u2029"), " ")  # line ends to YAML, and to nobody else
_DATE_KEYS = ("date", "published", "publishdate", "pubdate", "publish_date")
_PEOPLE = frozenset({"author", "authors", "contributor", "contributors", "editor", "editors", "byline"})
_FIELDS: Mapping[BlockKind, str] = {
    BlockKind.HEADLINE: "title headline linktitle seo_title",
    BlockKind.DECK: "description summary subtitle dek deck excerpt lead standfirst abstract",
    BlockKind.CAPTION: "caption image_caption",
    BlockKind.ALT: "alt image_alt",
}
_KINDS = {name: kind for kind, names in _FIELDS.items() for name in names.split()}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands before the body, which begins at offset `end` of `lf`. `titled` says that a headline is in it."""

    end: int = 0
    blocks: tuple[Block, ...] = ()
    meta: Mapping[str, str] = field(default_factory=dict)
    published: date | None = None
    notices: tuple[Notice, ...] = ()
    titled: bool = False


@dataclass(frozen=True, slots=True)
class _Field:
    """A string of the front matter: its name, the value its parser read, where it stands; `nested` below the top."""

    name: str
    value: str
    pieces: list[Piece]
    nested: bool = False


def read(source: Source) -> FrontMatter:
    """Read the front matter; without one, an empty FrontMatter that ends at 0. Never raises because of the text."""
    opening = _OPENING.match(source.lf)
    if not opening:
        return FrontMatter()
    start = opening.end()
    closing = _CLOSING[opening[1]].search(source.lf, start)
    if not closing:
        return _unclosed(source, opening) if _BARE_KEY.match(source.lf, start) else FrontMatter()
    if not _FIRST_KEY.match(source.lf, start, closing.start()):
        is_empty = not source.lf[start : closing.start()].strip()
        return FrontMatter(_after(source, closing) if is_empty else 0)
    reader = _read_yaml if opening[1] == "---" else _read_toml
    return reader(source, start, closing.start(), _after(source, closing))


def _after(source: Source, closing: re.Match[str]) -> int:
    return min(closing.end() + 1, len(source.lf))


def _unclosed(source: Source, opening: re.Match[str]) -> FrontMatter:
    message = f"The front matter was not read: line 1 opens it with “{opening[1]}”, and no such line closes it."
    return FrontMatter(notices=(_notice(source, message, 0, 3),))


def _notice(source: Source, message: str, start: int, end: int, *, broken: bool = True) -> Notice:
    return Notice(message, Span(source.offset(start), source.offset(max(start, end))), broken)


def _read_yaml(source: Source, start: int, end: int, body: int) -> FrontMatter:
    text = source.lf[start:end].translate(_YAML_BREAKS)
    try:
        root = load(text, source.path, first_line=2)
    except UserError as error:
        place = error.place
        line, column = (place.line, place.column) if place else (0, 0)
        # What only our own reader refuses (a key twice, an alias), the site may well accept.
        broken = error.problem.startswith("This is not YAML")
        return _unread(source, f"{error.problem} {error.remedy}", (line, column), body, broken=broken)
    if root is None or not isinstance(root.value, dict):
        return FrontMatter(end=body if root is None else 0)
    values = ((key.lower(), _written(node)) for key, node in root.walk())
    meta = {key: text for key, text in values if text is not None}
    return _made(source, body, meta, list(_yaml_fields(source.lf, root, start)))


def _read_toml(source: Source, start: int, end: int, body: int) -> FrontMatter:
    import tomllib

    try:
        data = tomllib.loads(source.lf[start:end])
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = _TOML_PLACE.search(str(error))
        line, column = (int(place[1]) + 1, int(place[2])) if place and place[1] else (0, 0)
        problem = _TOML_PLACE.sub("", str(error))
        return _unread(source, f"This is not TOML: {problem}.", (line, column), body)
    values = ((key.lower(), _toml_written(value)) for key, value in data.items())
    meta = {key: text for key, text in values if text is not None}
    return _made(source, body, meta, list(_toml_fields(source.lf, data, start, end)))


def _unread(source: Source, problem: str, place: tuple[int, int], body: int, *, broken: bool = True) -> FrontMatter:
    """Give the empty front matter with a notice that tells the line and column of the problem."""
    line, column = place
    where = f"line {line}, column {column}: " if column else f"line {line}: " if line else ""
    at = source.line(line)[0] + max(column - 1, 0) if line else 0
    at = min(at, len(source.text))
    notice = Notice(f"The front matter was not read: {where}{problem.strip()}", Span(at, at), broken)
    return FrontMatter(end=body, notices=(notice,))


def _written(node: Node) -> str | None:
    """Give a scalar as written, a list of scalars joined, and None for what is nested."""
    if isinstance(node.value, list):
        items = [item.value for item in node.value]
        return ", ".join(map(str, items)) if all(isinstance(item, str) for item in items) else None
    return node.value if isinstance(node.value, str) else None


def _toml_written(value: Any) -> str | None:
    if isinstance(value, list):
        items = [_toml_written(item) for item in value if not isinstance(item, list)]
        return None if None in items else ", ".join(map(str, items))
    if isinstance(value, dict):
        return None
    if isinstance(value, bool):
        return str(value).lower()
    return str(value.isoformat()) if hasattr(value, "isoformat") else str(value)


def _yaml_fields(lf: str, root: Node, start: int) -> Iterator[_Field]:
    for name, node, nested in _yaml_strings(root):
        if isinstance(node.value, str) and node.textual and name.lower() in _KINDS:
            pieces = scalars.yaml_pieces(lf, start + node.start, start + node.end, node.style)
            yield _Field(name.lower(), node.value, pieces, nested)


def _yaml_strings(root: Node) -> Iterator[tuple[str, Node, bool]]:
    """Give the nodes at the top, and one level below in mappings and in lists of mappings."""
    for key, node in root.walk():
        yield key, node, False
        if key.lower() in _PEOPLE:
            continue
        for below in node.value if isinstance(node.value, list) else [node]:
            for name, inner in below.walk():
                yield name, inner, True


def _toml_fields(lf: str, data: Mapping[str, Any], start: int, end: int) -> Iterator[_Field]:
    for string in toml.strings(lf, start, end):
        table: Any = data.get(string.table) if string.table else data
        if string.index >= 0 and isinstance(table, list) and string.index < len(table):
            table = table[string.index]
        value = table.get(string.key) if isinstance(table, dict) else None
        name = string.key.lower()
        if isinstance(value, str) and name in _KINDS and string.table.lower() not in _PEOPLE:
            yield _Field(name, value, string.pieces, bool(string.table))


def _made(source: Source, body: int, meta: Mapping[str, str], fields: list[_Field]) -> FrontMatter:
    """Put the front matter together; a field whose place does not verify becomes a notice."""
    blocks, notices = [], []
    for item in fields:
        if "{{" in item.value or "{%" in item.value:  # template code, of which the prose is not known
            continue
        prose = scalars.prose(source, item.pieces, item.value)
        if prose is None:
            message = f"The field “{item.name}” of the front matter was not read: its place could not be verified."
            notices.append(_notice(source, message, item.pieces[0][0], item.pieces[-1][1], broken=False))
        elif prose.text:
            blocks.append(Block(_KINDS[item.name], prose, path=("front matter",)))
    titled = any(f.name in ("title", "headline") and f.value.strip() and not f.nested for f in fields)
    published = next((day for key in _DATE_KEYS if (day := find_date(meta.get(key, "")))), None)
    return FrontMatter(body, tuple(blocks), meta, published, tuple(notices), titled)
