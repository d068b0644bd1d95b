"""Front matter at the very beginning of a file: YAML between `---` lines, TOML between `+++` lines, or a JSON object."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from lint.document import Block, BlockKind, Link, Notice
from lint.errors import UserError
from lint.formats import scalars, texts, values
from lint.formats.data_fields import PEOPLE
from lint.formats.dates import published_in
from lint.formats.texts import Text
from lint.markup import DEFAULT, Markup
from lint.model import Span
from lint.source import Source
from lint.yamlpos import load

_OPENING = re.compile(r"(---|\+\+\+)[ \t]*(?:\n|\Z)")
_CLOSING = {"---": re.compile(r"(?m)^(?:---|\.\.\.)[ \t]*$"), "+++": re.compile(r"(?m)^\+\+\+[ \t]*$")}
_SPACE = r"(?:[ \t]*(?:#[^\n]*)?\n)*"
_FIRST_KEY = re.compile(rf"{_SPACE}(?:[\w\"'-][^\n:=]{{0,80}}[:=](?:\s|\Z)|\[)")
_BARE_KEY = re.compile(r"[\w-]+[ \t]*[:=](?:\s|\Z)")
_JSON = re.compile(r'\{\s*(?:"[\w-]+"\s*:|\})')
_JSON_END = re.compile(r"[ \t]*(?:\n|\Z)")
_TOML_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)")
_YAML_BREAKS = dict.fromkeys(map(ord, "\x85\u2028\u2029"), " ")  # line ends to YAML, and to nobody else


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands before the body, which begins at offset `end` of `lf`. `titled` says that a headline is in it."""

    end: int = 0
    blocks: tuple[Block, ...] = ()
    meta: Mapping[str, str] = field(default_factory=dict)
    published: date | None = None
    notices: tuple[Notice, ...] = ()
    titled: bool = False
    links: tuple[Link, ...] = ()
    meta_spans: Mapping[str, Span] = field(default_factory=dict)


def read(source: Source, markup: Markup = DEFAULT) -> FrontMatter:
    """Read the front matter; without one, an empty FrontMatter that ends at 0. Never raises because of the text."""
    opening = _OPENING.match(source.lf)
    if not opening:
        return _read_json(source, markup) if _JSON.match(source.lf) else FrontMatter()
    start = opening.end()
    closing = _CLOSING[opening[1]].search(source.lf, start)
    if not closing:
        return _unclosed(source, opening) if _BARE_KEY.match(source.lf, start) else FrontMatter()
    if not _FIRST_KEY.match(source.lf, start, closing.start()):
        is_empty = not source.lf[start : closing.start()].strip()
        return FrontMatter(_after(source, closing) if is_empty else 0)
    reader = _read_yaml if opening[1] == "---" else _read_toml
    return reader(source, (start, closing.start()), _after(source, closing), markup)


def _after(source: Source, closing: re.Match[str]) -> int:
    return min(closing.end() + 1, len(source.lf))


def _unclosed(source: Source, opening: re.Match[str]) -> FrontMatter:
    message = f"The front matter was not read: line 1 opens it with “{opening[1]}”, and no such line closes it."
    return FrontMatter(notices=(_notice(source, message, 0, 3),))


def _notice(source: Source, message: str, start: int, end: int, *, broken: bool = True) -> Notice:
    return Notice(message, Span(source.offset(start), source.offset(max(start, end))), broken)


def _read_yaml(source: Source, within: tuple[int, int], body: int, markup: Markup) -> FrontMatter:
    start, end = within
    try:
        root = load(source.lf[start:end].translate(_YAML_BREAKS), source.path, first_line=2)
    except UserError as error:
        place = error.place
        line, column = (place.line, place.column) if place else (0, 0)
        # What only our own reader refuses (a key twice, an alias), the site may well accept.
        broken = error.problem.startswith("This is not YAML")
        return _unread(source, f"{error.problem} {error.remedy}", (line, column), body, broken=broken)
    if root is None or not isinstance(root.value, dict):
        return FrontMatter(end=body if root is None else 0)
    return _made(source, body, root.plain(), texts.of_yaml(source.lf, root, start), markup)


def _read_toml(source: Source, within: tuple[int, int], body: int, markup: Markup) -> FrontMatter:
    import tomllib

    try:
        data = tomllib.loads(source.lf[slice(*within)])
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = _TOML_PLACE.search(str(error))
        line, column = (int(place[1]) + 1, int(place[2])) if place and place[1] else (0, 0)
        problem = _TOML_PLACE.sub("", str(error))
        return _unread(source, f"This is not TOML: {problem}.", (line, column), body)
    return _made(source, body, data, texts.of_toml(source.lf, data, *within), markup)


def _read_json(source: Source, markup: Markup) -> FrontMatter:
    """Read the JSON object that the file begins with. What is no JSON is the body."""
    try:
        data, end = json.JSONDecoder().raw_decode(source.lf)
    except json.JSONDecodeError as error:
        return _unread(source, f"This is not JSON: {error.msg}.", (error.lineno, error.colno), 0)
    except (RecursionError, ValueError) as error:
        return _unread(source, f"The JSON is beyond what is read: {type(error).__name__}.", (0, 0), 0, broken=False)
    behind = _JSON_END.match(source.lf, end)
    if not behind:
        return FrontMatter()
    return _made(source, behind.end(), data, texts.of_json(source.lf[:end]), markup)


def _unread(source: Source, problem: str, place: tuple[int, int], body: int, *, broken: bool = True) -> FrontMatter:
    """Give the empty front matter with a notice that tells the line and column of the problem."""
    line, column = place
    where = f"line {line}, column {column}: " if column else f"line {line}: " if line else ""
    at = source.line(line)[0] + max(column - 1, 0) if line else 0
    at = min(at, len(source.text))
    notice = Notice(f"The front matter was not read: {where}{problem.strip()}", Span(at, at), broken)
    return FrontMatter(end=body, notices=(notice,))


def _kind(text: Text, markup: Markup) -> BlockKind | None:
    """Give the kind of block that a field is. Below the top, a title heads a part; below a person, it is theirs."""
    names = [key.lower() for key in text.keys]
    if not names or not PEOPLE.isdisjoint(names[:-1]):
        return None
    kind = markup.prose_fields.get(".".join(names)) or markup.prose_fields.get(names[-1])
    return BlockKind.HEADING if kind is BlockKind.HEADLINE and len(names) > 1 else kind


def _made(source: Source, body: int, data: object, found: Iterable[Text], markup: Markup) -> FrontMatter:
    """Put the front matter together; a field whose place does not verify becomes a notice."""
    blocks: list[Block] = []
    links: list[Link] = []
    notices: list[Notice] = []
    spans: dict[str, Span] = {}
    for text in found:
        texts.note_place(source, text, spans)
        kind = _kind(text, markup)
        if not kind:
            continue
        if not (text.is_sound and scalars.says(source.lf, text.pieces, text.value)):
            message = f"The field “{text.keys[-1]}” of the front matter was not read: its place could not be verified."
            notices.append(_notice(source, message, text.pieces[0][0], text.pieces[-1][1], broken=False))
        elif made := values.made(scalars.prose(source, text.pieces), kind, ("front matter",), markup):
            blocks.append(made[0])
            links += made[1]
    meta = texts.scalars_at_top(data)
    published = published_in(meta)
    titled = any(block.kind is BlockKind.HEADLINE for block in blocks)
    return FrontMatter(body, tuple(blocks), meta, published, tuple(notices), titled, tuple(links), spans)
