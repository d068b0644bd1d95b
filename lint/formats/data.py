"""Data files that hold articles: the named fields of JSON, YAML and TOML are prose, and nothing else is."""

import json
from collections.abc import Iterable, Mapping

from lint.document import Block, BlockKind, Document, Notice
from lint.errors import UserError
from lint.formats import data_fields, texts
from lint.formats.dates import published_in
from lint.formats.texts import Text
from lint.markup import DEFAULT, Markup
from lint.model import Span
from lint.source import Source
from lint.yamlpos import load

_YAML_BREAKS = dict.fromkeys(map(ord, "\x85\u2028\u2029"), " ")  # line ends to YAML, and to nobody else


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
    return _document(source, markup, texts.of_json(source.lf), value)


def read_yaml(source: Source, markup: Markup = DEFAULT) -> Document:
    """Read a YAML source. Nothing in the text raises."""
    if not source.lf.strip():
        return Document(source, ())
    try:
        root = load(source.lf.translate(_YAML_BREAKS), source.path)
    except UserError as error:
        line, column = (error.place.line, error.place.column) if error.place else (0, 0)
        # What only our own reader refuses (a key twice, an alias), others may well accept.
        broken = error.problem.startswith("This is not YAML")
        return _unread(source, error.problem.rstrip("."), line, column, broken=broken)
    if root is None:
        return Document(source, ())
    return _document(source, markup, texts.of_yaml(source.lf, root), root.plain())


def read_toml(source: Source, markup: Markup = DEFAULT) -> Document:
    """Read a TOML source. Nothing in the text raises."""
    import tomllib

    try:
        value = tomllib.loads(source.lf)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return _unread(source, f"This is not TOML: {error}")
    return _document(source, markup, texts.of_toml(source.lf, value, 0, len(source.lf)), value)


def _unread(source: Source, problem: str, line: int = 0, column: int = 0, *, broken: bool = True) -> Document:
    # A parser may miss what is missing on the line behind the last one.
    line = min(line, source.position(len(source.text)).line)
    at = min(source.line(line)[0] + max(column - 1, 0), len(source.text)) if line else 0
    return Document(source, (), notices=(Notice(f"{problem}.", Span(at, at), broken),))


def _document(source: Source, markup: Markup, found: Iterable[Text], value: object) -> Document:
    kinds = data_fields.kinds(markup)
    blocks: list[Block] = []
    notices: list[Notice] = []
    spans: dict[str, Span] = {}
    for text in found:
        texts.note_place(source, text, spans)
        kind = _kind(kinds, text.keys)
        if kind is None:
            continue
        if (made := _blocks(source, text, kind)) is None:
            notices.append(_unplaced(source, text))
        else:
            blocks += made
    blocks.sort(key=lambda block: block.span(0, 1).start)
    meta = texts.scalars_at_top(value)
    return Document(source, tuple(blocks), meta, published_in(meta), notices=tuple(notices), meta_spans=spans)


def _kind(kinds: Mapping[str, BlockKind], keys: tuple[str, ...]) -> BlockKind | None:
    if not keys or not data_fields.PEOPLE.isdisjoint(key.lower() for key in keys):
        return None
    kind = kinds.get(keys[-1].lower())
    return BlockKind.HEADING if kind is BlockKind.HEADLINE and len(keys) > 1 else kind


def _blocks(source: Source, text: Text, kind: BlockKind) -> list[Block] | None:
    return data_fields.blocks(source, text.pieces, text.value, kind) if text.is_sound else None


def _unplaced(source: Source, text: Text) -> Notice:
    start, end = text.pieces[0][0], text.pieces[-1][1]
    message = f"The field “{text.keys[-1]}” was not read: its place could not be verified."
    return Notice(message, Span(source.offset(start), source.offset(max(start, end))), broken=False)
