"""Lektor's `.lr`: fields between lines of three dashes. The body is Markdown, named fields are prose."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lint.document import Block, BlockKind, Document
from lint.formats import data_fields, markdown
from lint.formats.dates import published_in
from lint.markup import DEFAULT, Markup
from lint.model import Span
from lint.source import Source

_SEPARATOR = re.compile(r"(?m)^---[ \t]*(?:\n|\Z)")
_KEY = re.compile(r"\s*([^\n:]{1,200}):[ \t]*")
_MARKDOWN = frozenset(data_fields.BODY_FIELDS)


@dataclass(frozen=True, slots=True)
class _Field:
    """A field: its name in lower case, and the half-open range of `lf` its value covers."""

    name: str
    start: int
    end: int


def read(source: Source, markup: Markup = DEFAULT) -> Document:
    """Read a Lektor source. Nothing in the text raises."""
    # Of a field that stands here twice, the first counts.
    fields = {field.name: field for field in reversed(list(_fields(source.lf)))}
    meta = {name: " ".join(source.lf[field.start : field.end].split()) for name, field in fields.items()}
    spans = {name: Span(source.offset(field.start), source.offset(field.end)) for name, field in fields.items()}
    kinds = {name: kind for name, kind in markup.prose_fields.items() if name not in _MARKDOWN}
    blocks: list[Block] = []
    for name, field in fields.items():
        if name in kinds:
            value = source.lf[field.start : field.end]
            blocks += data_fields.blocks(source, [(field.start, field.end, None)], value, kinds[name]) or []
    titled = any(block.kind is BlockKind.HEADLINE for block in blocks)
    bodies = [_body(source, fields[name], markup, titled=titled) for name in sorted(_MARKDOWN & fields.keys())]
    blocks += [block for body in bodies for block in body.blocks]
    return Document(
        source,
        tuple(sorted(blocks, key=lambda block: block.span(0, 1).start)),
        {name: value for name, value in meta.items() if name not in _MARKDOWN},
        published_in(meta),
        tuple(directive for body in bodies for directive in body.directives),
        tuple(notice for body in bodies for notice in body.notices),
        tuple(link for body in bodies for link in body.links),
        tuple(image for body in bodies for image in body.images),
        meta_spans=spans,
    )


def _fields(lf: str) -> Iterator[_Field]:
    start = 0
    ends = [(match.start(), match.end()) for match in _SEPARATOR.finditer(lf)]
    for end, following in [*ends, (len(lf), len(lf))]:
        if key := _KEY.match(lf, start, end):
            low, high = _stripped(lf, key.end(), end)
            yield _Field(key[1].strip().lower(), low, high)
        start = following


def _stripped(lf: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the blank lines before, and the white space behind."""
    text = lf[start:end]
    end = start + len(text.rstrip())
    lead = len(text) - len(text.lstrip())
    newline = text.rfind("\n", 0, lead)
    return min(start + newline + 1, end), end


def _body(source: Source, field: _Field, markup: Markup, *, titled: bool) -> Document:
    """Read one field as Markdown: in a text that is the source with all before the field blotted out, so places stay."""
    start, end = source.offset(field.start), source.offset(field.end)
    document = markdown.read(Source(source.path, "\n" * start + source.text[start:end]), markup)
    if not titled:
        return document
    blocks = (
        replace(block, kind=BlockKind.HEADING) if block.kind is BlockKind.HEADLINE else block
        for block in document.blocks
    )
    return replace(document, blocks=tuple(blocks))
