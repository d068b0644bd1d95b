"""One article of the proof: its rows as an editor knows them, the marks in them, the notes below each row.

A script moves the notes into the margin. Where there is none, and on paper and narrow screens, they stay.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby

from lint.document import BlockKind, Document
from lint.reporters.proof.elements import Html, element, hidden, join, lines, text
from lint.reporters.proof.galley import Place, Row, galley
from lint.reporters.proof.notes import Queries, family, note
from lint.reporters.proof.pieces import cut

_TAGS = {BlockKind.HEADLINE: "h3", BlockKind.QUOTE: "blockquote"}
_LABELS = {BlockKind.ALT: "Picture", BlockKind.CAPTION: "Caption", BlockKind.CREDIT: "Credit"}
_DEEPEST_HEADING = 6
_LONGEST_OPAQUE = 80
_LONGEST_UNREAD = 4


def article(asked: Queries, document: Document) -> Html:
    """Give an article; its heading is its path."""
    laid = galley(document, asked.file.findings)
    name = f"a{asked.article}"
    parts = [element("h2", element("span", asked.file.path), id=f"{name}-name", class_="path")]
    if laid.matter:
        parts.append(_folded("Front matter", laid.matter, asked))
    parts += [part for run in _runs(laid.rows) for part in _run(run, asked)]
    numbers = range(1, len(asked.file.findings) + 1)
    held = "galley held" if numbers and all(map(asked.is_held, numbers)) else "galley"
    return element("article", *_ended(parts), id=name, class_=held, aria_labelledby=f"{name}-name")


def title(document: Document, path: str) -> str:
    """Give the name that an editor knows an article by: its headline or, without one, its path."""
    headline = document.headline
    return " ".join(headline.text.split()) if headline else path


def _ended(parts: Sequence[Html]) -> Iterator[Html]:
    """Put a line end behind each part, so that a page can be read and compared."""
    yield Html("\n")
    for part in parts:
        yield join(part, Html("\n"))


def _runs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Split the rows into single ones and, for the cells of a table and the items of a list, those that belong together."""
    for kind, run in groupby(rows, key=lambda row: row.kind):
        if kind in (BlockKind.TABLE_CELL, BlockKind.LIST_ITEM):
            yield list(run)
        else:
            yield from ([row] for row in run)


def _run(rows: Sequence[Row], asked: Queries) -> Iterator[Html]:
    kind = rows[0].kind
    if kind is BlockKind.TABLE_CELL:
        yield _table(rows, asked)
    elif kind is BlockKind.LIST_ITEM:
        yield element("ul", *_ended([_item(row, asked) for row in rows]), class_="items")
    elif kind is None and _is_long(rows[0]):
        yield _folded("Not read", rows[0], asked)
    else:
        yield _row("div", rows, asked, _block(rows[0], asked))


def _row(tag: str, rows: Sequence[Row], asked: Queries, body: Html, *extra: str) -> Html:
    """Give a row of the galley: its line number, its text, its notes."""
    number = element("span", hidden("Line "), str(rows[0].line), class_="at")
    notes = _notes(rows, asked)
    return element(tag, number, body, *notes, class_=" ".join(["row", _name(rows[0].kind), *extra]))


def _name(kind: BlockKind | None) -> str:
    return kind.replace(" ", "-") if kind else "unread"


def _notes(rows: Sequence[Row], asked: Queries) -> Iterator[Html]:
    marked = [(place, row) for row in rows for place in row.places if not place.related]
    words = {place.number: row.text[place.start : place.end] for place, row in marked}
    if words:
        notes = [note(asked, number, words[number]) for number in sorted(words)]
        yield element("ul", *_ended(notes), class_="notes", aria_label=f"Queries from line {rows[0].line}")


def _block(row: Row, asked: Queries) -> Html:
    tag = f"h{min(_DEEPEST_HEADING, 2 + max(2, row.level))}" if row.kind is BlockKind.HEADING else ""
    if row.kind is None:
        return element("pre", _marked(row, asked))
    label = [element("span", _LABELS[row.kind], class_="label"), " "] if row.kind in _LABELS else []
    return element(tag or _TAGS.get(row.kind, "p"), *label, _marked(row, asked), class_="text")


def _item(row: Row, asked: Queries) -> Html:
    mark = element("span", row.mark if row.mark[:1].isdigit() else "\u2022", " ", class_="bullet")
    text_of = element("div", mark, _marked(row, asked), class_="text")
    return _row("li", [row], asked, text_of, f"depth{min(row.depth, 4)}")


def _table(cells: Sequence[Row], asked: Queries) -> Html:
    rows: list[list[Html]] = []
    for cell in cells:
        if cell.fresh or not rows:
            rows.append([])
        rows[-1].append(element("td", _marked(cell, asked)))
    table = element("table", element("tbody", *(element("tr", *row) for row in rows)), class_="text")
    return _row("div", cells, asked, table)


def _is_long(row: Row) -> bool:
    return row.text.count("\n") + row.text.count("\r") >= _LONGEST_UNREAD


def _folded(name: str, row: Row, asked: Queries) -> Html:
    """Give what is not read as a stretch to unfold; unfolded if there is a mark in it."""
    length = len(lines(row.text).rstrip("\n").split("\n"))
    summary = element("summary", name, element("span", f" {length} line{'' if length == 1 else 's'}", class_="size"))
    body = element("pre", _marked(row, asked))
    return _row("div", [row], asked, element("details", summary, body, open=bool(row.places)))


def _marked(row: Row, asked: Queries) -> Html:
    """Give a row's text with its marks, each finding's number behind the words."""
    parts: list[Html] = []
    for piece in cut(len(row.text), row.places):
        parts += [_reference(asked, number) for number in piece.ended]
        parts += [join(_mark(asked, [number], Html(), "caret"), _reference(asked, number)) for number in piece.carets]
        words = _words(row, piece.start, piece.end)
        words = _mark(asked, piece.marks, words) if words and piece.marks else words
        parts.append(_anchored(asked, piece.begins, words))
    return join(*parts)


def _words(row: Row, start: int, end: int) -> Html:
    """Give a range of a row's text; a character that stands for code or the like gives way to what it stands for."""
    if row.kind is None:
        return lines(row.text[start:end])
    parts: list[Html] = []
    low, high = (bisect_left(row.opaque, (at, "")) for at in (start, end))
    for at, raw in row.opaque[low:high]:
        parts += [text(row.text[start:at]), element("code", _shortened(raw))]
        start = at + 1
    return join(*parts, text(row.text[start:end]))


def _shortened(raw: str) -> str:
    return raw if len(raw) <= _LONGEST_OPAQUE else raw[: _LONGEST_OPAQUE - 1] + "\u2026"


def _mark(asked: Queries, numbers: Sequence[int], words: Html, name: str = "") -> Html:
    """Mark words with their findings; the one that is shown and weighs most gives the look."""
    first = max(numbers, key=lambda number: (not asked.is_held(number), asked.finding(number).severity.rank, -number))
    finding, held = asked.finding(first), asked.is_held(first)
    return element(
        "mark",
        words,
        class_=" ".join(filter(None, [name, "held" if held else ""])) or False,
        data_family=family(finding),
        data_level=finding.severity,
        data_notes=" ".join(map(asked.note_id, numbers)),
    )


def _reference(asked: Queries, number: int) -> Html:
    link = element("a", hidden(" Query "), str(number), href=f"#{asked.note_id(number)}")
    return element("sup", link, id=asked.mark_id(number), class_="ref held" if asked.is_held(number) else "ref")


def _anchored(asked: Queries, begins: Sequence[Place], words: Html) -> Html:
    """Wrap words in the target of a link that leads to them; further ones stand before it."""
    ids = [asked.mark_id(place.number, place.related) for place in begins]
    targets = [element("span", id=each, class_="place", tabindex="-1") for each in ids[1:]]
    return join(*targets, element("span", words, id=ids[0], class_="place", tabindex="-1") if ids else words)
