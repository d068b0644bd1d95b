"""reStructuredText: docutils gives the structure, the text is taken from the source and verified.

What cannot be placed, or is beyond docutils, is not linted, and stands in the notices.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from lint.document import Block, BlockKind, Directive, Document, Image, Link, Notice
from lint.formats import rst_text
from lint.formats.dates import published_in
from lint.formats.rst_text import Lines, Locator, Placed
from lint.formats.rst_words import BODY, READS, TITLE
from lint.markup import DEFAULT, Markup
from lint.model import Span
from lint.source import Source
from lint.sourcemap import OPAQUE_CHARACTER

if TYPE_CHECKING:
    from lint.formats.rst_parser import Notes, Stretch

MOST_CHARACTERS, MOST_LINES, LONGEST_LINE = 1_000_000, 20_000, 10_000
"""What docutils is given at most: its time grows faster than the text."""

_LISTS = frozenset({"list_item", "definition_list_item", "option_list_item", "field"})
_PATHS: Mapping[str, str] = {
    "block_quote": "quote",
    "bullet_list": "list",
    "enumerated_list": "list",
    "definition_list": "list",
    "field_list": "list",
    "option_list": "list",
    "table": "table",
    "footnote": "footnote",
    "citation": "footnote",
}
_BEFORE_FIELDS = frozenset({"comment", "system_message", "target"})


def read(source: Source, markup: Markup = DEFAULT) -> Document:
    """Read a reStructuredText source. Nothing in the text raises."""
    lines = Lines(source)
    if reason := _too_much(source, lines):
        return _unread(source, f"The reStructuredText was not read: {reason}.")
    from lint.formats import rst_parser

    try:
        tree, notes = rst_parser.parse(lines.texts)
    except RecursionError:
        return _unread(source, "The reStructuredText was not read: it is nested too deeply.")
    except Exception as error:  # noqa: BLE001 - docutils has no exception of its own for what it fails on
        return _unread(source, f"The reStructuredText was not read: {type(error).__name__}: {error}.")
    return _Reader(lines, markup, notes).document(tree)


def _too_much(source: Source, lines: Lines) -> str:
    if len(source.lf) > MOST_CHARACTERS or len(lines.texts) > MOST_LINES:
        return f"it has more than {MOST_CHARACTERS:,} characters or {MOST_LINES:,} lines"
    longest = max(range(len(lines.texts)), key=lambda number: len(lines.texts[number]))
    too_long = len(lines.texts[longest]) > LONGEST_LINE
    return f"line {longest + 1} has more than {LONGEST_LINE:,} characters" if too_long else ""


def _unread(source: Source, message: str) -> Document:
    return Document(source, (), notices=(Notice(message, Span(0, len(source.text)), broken=False),))


class _Reader:
    """Turns docutils' tree of one source into a document."""

    def __init__(self, lines: Lines, markup: Markup, notes: "Notes") -> None:
        self._lines, self._source, self._markup, self._notes = lines, lines.source, markup, notes
        self._locator = Locator(lines)
        self._fields: Any = None
        self._meta: dict[str, str] = {}
        self._meta_spans: dict[str, Span] = {}
        self._blocks: list[Block] = []
        self._notices: list[Notice] = []
        self._links: list[Link] = []
        self._words: dict[int, list[Block]] = {}
        self._titled = False

    def document(self, tree: Any) -> Document:
        """Give the document of a tree."""
        self._fields, self._targets = _docinfo(tree), _targets(tree)
        for node in tree.findall(lambda node: "stretch" in getattr(node, "attributes", ())):
            self._take(node, node["stretch"])
        self._notices += self._lost(tree)
        return Document(
            self._source,
            tuple(sorted(self._blocks, key=lambda block: block.span(0, 1).start)),
            self._meta,
            published_in(self._meta),
            tuple(self._directives()),
            tuple(self._notices),
            tuple(self._links),
            tuple(
                self._image(node) for node in tree.findall(lambda node: "picture" in getattr(node, "attributes", ()))
            ),
            self._meta_spans,
        )

    def _take(self, node: Any, stretch: "Stretch") -> None:
        """Make a block of one stretch, if it is prose."""
        around = list(_around(node))
        kind = self._kind(node, stretch, around)
        names = [type(each).__name__ for each in around]
        if names[0] == "field_name":
            return
        placed = self._locator.find(stretch, in_table="entry" in names)
        if placed is None:
            if kind is not None and stretch.text.strip():
                self._notices.append(self._notice("A part of the text was not read: it was not found", stretch.line))
            return
        if self._fields in around:
            self._note_field(around, placed)
        if kind is not None:
            self._keep(kind, stretch, placed, around)

    def _keep(self, kind: BlockKind, stretch: "Stretch", placed: list[Placed], around: list[Any]) -> None:
        prose = rst_text.prose(self._lines, stretch, placed)
        if not prose.text.strip(OPAQUE_CHARACTER + " \t"):
            return
        names = [type(each).__name__ for each in around]
        level = names.count("section") if kind is BlockKind.HEADING else 0
        if kind is BlockKind.HEADING and level == 1 and not self._titled and not self._blocks_before():
            kind = BlockKind.HEADLINE
        self._titled |= kind is BlockKind.HEADLINE
        path = tuple(name for each in reversed(around) if (name := _container(each)))
        block = Block(kind, prose, max(level, 2) if kind is BlockKind.HEADING else level, path)
        self._blocks.append(block)
        for start, end, target in rst_text.links(self._lines, stretch, placed, prose):
            address = self._targets.get(target.lower(), target)
            self._links += [Link(block, start, end, address)] if "://" in address or "/" in address else []
        for each in around:
            self._words.setdefault(id(each), []).append(block)

    def _image(self, node: Any) -> Image:
        """Give the image of a directive, with the blocks of its words."""
        number, words = node["picture"].line - 1, self._words.get(id(node), [])
        start = self._lines.offset(number, max(self._lines.texts[number].find(".. "), 0))
        alt = next((block for block in words if block.kind is BlockKind.ALT), None)
        caption = next((block for block in words if block.kind is BlockKind.CAPTION), None)
        return Image(node["picture"].target, self._span(start, self._lines.end(number)), alt, caption)

    def _blocks_before(self) -> bool:
        beside = (BlockKind.ALT, BlockKind.CAPTION, BlockKind.DECK)
        return any(block.kind not in beside for block in self._blocks)

    def _kind(self, node: Any, stretch: "Stretch", around: list[Any]) -> BlockKind | None:
        """Give the kind of block a stretch makes; None for one that is no prose."""
        if stretch.option:
            return self._markup.prose_parameters.get(stretch.option)
        if self._fields in around:
            return self._markup.prose_fields.get(_field_name(around))
        names = {type(each).__name__ for each in around}
        directives = {each.get("directive") for each in around}
        if type(node.parent).__name__ in ("title", "rubric"):
            return BlockKind.CAPTION if directives & {"table", "list-table"} else BlockKind.HEADING
        return _kind_within(names, directives)

    def _note_field(self, around: list[Any], placed: list[Placed]) -> None:
        """Keep the value of a field at the top of the article."""
        name = _field_name(around)
        start, end = placed[0].at, placed[-1].at + placed[-1].end - placed[-1].start
        if name not in self._meta:
            self._meta[name] = " ".join(self._source.lf[start:end].split())
            self._meta_spans[name] = self._span(start, end)

    def _directives(self) -> Iterator[Directive]:
        for first, stop, text in self._notes.comments:
            lines = range(stop, first, -1)
            last = next((number for number in lines if self._lines.texts[number]), first)
            column = self._lines.texts[first].rfind(text)
            if column < 0:
                continue
            start = self._lines.offset(first, column)
            end = max(self._lines.end(last), start + len(text))
            yield Directive(self._source.lf[start + 2 : end].strip(), self._span(start, end))

    def _lost(self, tree: Any) -> Iterator[Notice]:
        """Give a notice for each directive that is not known, and each stretch that docutils makes nothing of."""
        for name, line in self._notes.unknown:
            yield self._notice(f"The directive “{name}” was not read: it is not known", line)
        for message in tree.findall(lambda node: type(node).__name__ == "system_message"):
            if any(type(child).__name__ == "literal_block" for child in message.children):
                why = message.children[0].astext().rstrip(".:")
                yield self._notice(f"A part of the reStructuredText was not read: {why}", message.get("line", 1))

    def _notice(self, message: str, line: int) -> Notice:
        number = min(max(line, 1), len(self._lines.texts)) - 1
        at = self._source.offset(self._lines.end(number) - len(self._lines.texts[number].lstrip()))
        return Notice(f"{message}.", Span(at, at), broken=False)

    def _span(self, start: int, end: int) -> Span:
        return Span(self._source.offset(start), self._source.offset(end))


def _kind_within(names: set[str], directives: set[str | None]) -> BlockKind:
    if "entry" in names:
        return BlockKind.TABLE_CELL
    if "figure" in directives:
        return BlockKind.CAPTION
    if "attribution" in names:
        return BlockKind.CREDIT
    if "block_quote" in names:
        return BlockKind.QUOTE
    return BlockKind.LIST_ITEM if names & _LISTS else BlockKind.PARAGRAPH


def _around(node: Any) -> Iterator[Any]:
    """Give the nodes around a node, from the inside out."""
    while (node := node.parent) is not None:
        yield node


def _container(node: Any) -> str | None:
    """Give the name of a container as it stands in the path of a block; None for what is none."""
    if is_note := READS.get(node.get("directive")):
        return "note" if is_note.argument in (BODY, TITLE) and type(node).__name__ == "container" else None
    return _PATHS.get(type(node).__name__)


def _field_name(around: list[Any]) -> str:
    field = next(node for node in around if type(node).__name__ == "field")
    return str(field.children[0].rawsource or field.children[0].astext()).strip().lower()


def _targets(tree: Any) -> dict[str, str]:
    """Give the addresses of the hyperlink targets, by name in lower case."""
    found = tree.findall(lambda node: type(node).__name__ == "target" and "refuri" in node.attributes)
    return {name.lower(): str(node["refuri"]) for node in found for name in node["names"]}


def _docinfo(tree: Any) -> Any:
    """Give the field list at the top of the article, before its text or right after its headline; or None."""
    for parent in (tree, *[node for node in tree.children if type(node).__name__ == "section"][:1]):
        for node in parent.children:
            name = type(node).__name__
            if name == "field_list":
                return node
            if name not in _BEFORE_FIELDS and not (name == "title" and parent is not tree):
                break
    return None
