"""Data files that hold articles: the named fields of JSON, YAML and TOML are prose, and nothing else is."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lint.document import Block, BlockKind, Document, Notice
from lint.errors import UserError
from lint.formats import data_fields, data_json, scalars, toml
from lint.formats.dates import published_in
from lint.formats.scalars import Piece
from lint.markup import DEFAULT, Markup
from lint.model import Span
from lint.source import Source
from lint.yamlpos import Node, load

_YAML_BREAKS = dict.fromkeys(map(ord, "\x85\u2028\u2029"), " ")  # line ends to YAML, and to nobody else
_SURROGATES = range(0xD800, 0xE000)


@dataclass(frozen=True, slots=True)
class _Text:
    """A string of a data file: the keys it stands under, outermost first, its value, its pieces."""

    keys: tuple[str, ...]
    value: str
    pieces: list[Piece]


def read_json(source: Source, markup: Markup = DEFAULT) -> Document:
    """Read a JSON source. Nothing in the text raises."""
    if not source.lf.strip():
        return Document(source, ())
    try:
        value = json.loads(source.lf)
    except json.JSONDecodeError as error:
        return _unread(source, f"This is not JSON: {error.msg}", error.lineno, error.colno)
    except (RecursionError, ValueError) as error:
        return _unread(source, f"The JSON was not read: {type(error).__name__}")
    texts = (_Text(string.keys, string.value, string.pieces) for string in data_json.strings(source.lf))
    return _document(source, markup, texts, _meta(value))


def read_yaml(source: Source, markup: Markup = DEFAULT) -> Document:
    """Read a YAML source. Nothing in the text raises."""
    try:
        root = load(source.lf.translate(_YAML_BREAKS), source.path)
    except UserError as error:
        line, column = (error.place.line, error.place.column) if error.place else (0, 0)
        # What only our own reader refuses (a key twice, an alias), others may well accept.
        broken = error.problem.startswith("This is not YAML")
        return _unread(source, error.problem.rstrip("."), line, column, broken=broken)
    if root is None:
        return Document(source, ())
    return _document(source, markup, _yaml_texts(source.lf, root), _meta(root.plain()))


def read_toml(source: Source, markup: Markup = DEFAULT) -> Document:
    """Read a TOML source. Nothing in the text raises."""
    import tomllib

    try:
        value = tomllib.loads(source.lf)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return _unread(source, f"This is not TOML: {error}")
    return _document(source, markup, _toml_texts(source.lf, value), _meta(value))


def _unread(source: Source, problem: str, line: int = 0, column: int = 0, *, broken: bool = True) -> Document:
    at = source.line(line)[0] + max(column - 1, 0) if line else 0
    at = min(at, len(source.text))
    return Document(source, (), notices=(Notice(f"{problem}.", Span(at, at), broken),))


def _meta(value: Any) -> dict[str, str]:
    """Give the scalars at the top as written, lists of them joined."""
    if not isinstance(value, dict):
        return {}
    written = ((str(key).lower(), _written(inner)) for key, inner in value.items())
    return {key: text for key, text in written if text is not None}


def _written(value: Any) -> str | None:
    if isinstance(value, list):
        items = [_written(item) for item in value if not isinstance(item, list)]
        return None if None in items else ", ".join(map(str, items))
    if isinstance(value, dict) or value is None:
        return None
    if isinstance(value, bool):
        return str(value).lower()
    return str(value.isoformat()) if hasattr(value, "isoformat") else str(value)


def _yaml_texts(lf: str, root: Node) -> Iterator[_Text]:
    todo: list[tuple[tuple[str, ...], Node]] = [((), root)]
    while todo:
        keys, node = todo.pop()
        if isinstance(node.value, str):
            if node.textual:
                yield _Text(keys, node.value, scalars.yaml_pieces(lf, node.start, node.end, node.style))
        elif isinstance(node.value, list):
            todo += [(keys, inner) for inner in reversed(node.value)]
        else:
            todo += [((*keys, key), inner) for key, inner in reversed(node.value.items())]


def _toml_texts(lf: str, value: Mapping[str, Any]) -> Iterator[_Text]:
    for string in toml.strings(lf, 0, len(lf)):
        table: Any = value
        for key in string.table.split(".") if string.table else ():
            table = table.get(key.strip("\"' ")) if isinstance(table, dict) else None
        if string.index >= 0 and isinstance(table, list) and string.index < len(table):
            table = table[string.index]
        text = table.get(string.key) if isinstance(table, dict) else None
        if isinstance(text, str):
            yield _Text((*string.table.split("."), string.key), text, string.pieces)


def _document(source: Source, markup: Markup, texts: Iterator[_Text], meta: Mapping[str, str]) -> Document:
    kinds = data_fields.kinds(markup)
    blocks: list[Block] = []
    notices: list[Notice] = []
    for text in texts:
        kind = _kind(kinds, text.keys)
        if kind is None:
            continue
        if (made := _blocks(source, text, kind)) is None:
            notices.append(_unplaced(source, text))
        else:
            blocks += made
    blocks.sort(key=lambda block: block.span(0, 1).start)
    return Document(source, tuple(blocks), meta, published_in(meta), notices=tuple(notices))


def _kind(kinds: Mapping[str, BlockKind], keys: tuple[str, ...]) -> BlockKind | None:
    if not keys or not data_fields.PEOPLE.isdisjoint(key.lower() for key in keys):
        return None
    return kinds.get(keys[-1].lower())


def _blocks(source: Source, text: _Text, kind: BlockKind) -> list[Block] | None:
    if any(ord(character) in _SURROGATES for character in text.value):
        return None
    return data_fields.blocks(source, text.pieces, text.value, kind)


def _unplaced(source: Source, text: _Text) -> Notice:
    start, end = text.pieces[0][0], text.pieces[-1][1]
    message = f"The field “{text.keys[-1]}” was not read: its place could not be verified."
    return Notice(message, Span(source.offset(start), source.offset(max(start, end))), broken=False)
