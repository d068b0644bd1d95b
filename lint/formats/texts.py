"""Strings of YAML, TOML and JSON: the keys they stand under and their places; and the scalars of the top as written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lint.formats import data_json, scalars, toml
from lint.formats.scalars import Piece
from lint.model import Span
from lint.source import Source
from lint.yamlpos import Node


@dataclass(frozen=True, slots=True)
class Text:
    """A string: the keys it stands under, outermost first, the value that its own parser read, its pieces."""

    keys: tuple[str, ...]
    value: str
    pieces: list[Piece]

    @property
    def is_sound(self) -> bool:
        """Say whether no half of a surrogate pair stands in it."""
        return not any("\ud800" <= character <= "\udfff" for character in self.value)


def of_yaml(lf: str, root: Node, base: int = 0) -> Iterator[Text]:
    """Give the strings below a node whose places count from `base`, in order."""
    todo: list[tuple[tuple[str, ...], Node]] = [((), root)]
    while todo:
        keys, node = todo.pop()
        if isinstance(node.value, str):
            if node.textual:
                yield Text(keys, node.value, scalars.yaml_pieces(lf, base + node.start, base + node.end, node.style))
        elif isinstance(node.value, list):
            todo += [(keys, inner) for inner in reversed(node.value)]
        else:
            todo += [((*keys, key), inner) for key, inner in reversed(node.value.items())]


def of_toml(lf: str, value: Mapping[str, Any], start: int, end: int) -> Iterator[Text]:
    """Give the strings in `lf[start:end]`, which tomllib read as `value`."""
    for string in toml.strings(lf, start, end):
        keys = [key.strip("\"' ") for key in string.table.split(".")] if string.table else []
        table: Any = value
        for key in keys:
            table = table.get(key) if isinstance(table, dict) else None
        if string.index >= 0 and isinstance(table, list) and string.index < len(table):
            table = table[string.index]
        text = table.get(string.key) if isinstance(table, dict) else None
        if isinstance(text, str):
            yield Text((*keys, string.key), text, string.pieces)


def of_json(text: str) -> Iterator[Text]:
    """Give the strings in a text that is JSON."""
    return (Text(string.keys, string.value, string.pieces) for string in data_json.strings(text))


def note_place(source: Source, text: Text, spans: dict[str, Span]) -> None:
    """Note where a text at the top stands; for several under one key, from the first to the last."""
    if len(text.keys) == 1:
        key, start, end = text.keys[0].lower(), text.pieces[0][0], text.pieces[-1][1]
        first = spans.get(key, Span(source.offset(start), source.offset(end)))
        spans[key] = Span(first.start, max(first.end, source.offset(end)))


def scalars_at_top(value: Any) -> dict[str, str]:
    """Give the scalars of a mapping as written, lists of them joined, by their keys in lower case."""
    if not isinstance(value, dict):
        return {}
    found = ((str(key).lower(), _written(inner)) for key, inner in value.items())
    return {key: text for key, text in found if text is not None}


def _written(value: Any) -> str | None:
    if isinstance(value, list):
        items = [_written(item) for item in value if not isinstance(item, list)]
        return None if None in items else ", ".join(map(str, items))
    if isinstance(value, dict) or value is None:
        return None
    if isinstance(value, bool):
        return str(value).lower()
    return str(value.isoformat()) if hasattr(value, "isoformat") else str(value)
