"""What holds for every text that is read as HTML: provenance, identity, line ends, time."""

from dataclasses import dataclass

import pytest
from html_checks import Origin, check, provenance
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.formats import read
from lint.formats.html_fragment import fragment
from lint.source import Source
from lint.sourcemap import OPAQUE_CHARACTER

Piece = tuple[str, str | None]
"""Source text and the prose it stands for: itself, one other character, or None for markup."""

WORD = st.text("abcXYZéßüøçЖλ日本ا😀\u0301’\xa0", min_size=1, max_size=6).map(lambda text: f"a{text}b")
REFERENCES = [("&amp;", "&"), ("&lt", "<"), ("&nbsp;", "\xa0"), ("&#8217;", "’"), ("&#x92", "’"), ("&#x1F600;", "😀")]
PLACEHOLDERS = [
    "<code>a <b>b</b></code>",
    "<img src=i.png>",
    "<img alt='' hidden=until-found src='a>b'>",
    "<svg><style>x</style><![CDATA[</svg>]]></svg>",
    "<iframe><p></iframe>",
    "<select><option>a<option>b</select>",
    "{{ x }}",
    "{% if a > b %}",
    "https://a.example/b?c&amp;d",
]
NOTHING = [
    "<!-- <p>a -->",
    "<!-->",
    "<script>a<p>b</script>",
    "<style><!-- </style>",
    "<span hidden>a<i>b</span>",
    "<template><p>a</template>",
    "<wbr>",
    "&shy;",
    "<?a b>",
    "</3>",
    "</article>",
    "<b/>",
]
WRAPPERS = [
    ("<i>", "</i>"),
    ("<a href='x>y'>", "</a>"),
    ("<span\nclass=a\n>", "</span\n>"),
    ("<q>", "</q>"),
    ("<B>", ""),
]
GAPS = [" ", " ", "\n", "  \n ", "<br>", " <br/>\n", " <i> </i> ", "&#32;", "\t&#10;", " <!-- a --> "]
CONTAINERS = {
    "paragraph": ("<p>", ""),
    "paragraph in a box": ("<div><section>", "</section></div>"),
    "heading": ("<h3 class=a>", "</h3>"),
    "quote": ("<blockquote>\n<p>", "</blockquote>"),
    "list item": ("<ul><li>", "</ul>"),
    "list item with end": ("<ol>\n<li>\n<p> ", "</p></li>\n</ol>"),
    "table cell": ("<table><tr><td>", "</table>"),
    "caption": ("<figure><figcaption>", "</figure>"),
}


@dataclass(frozen=True)
class Made:
    """A page and what must be read of it: kind, and for each character the place it came from."""

    text: str
    blocks: tuple[tuple[str, tuple[Origin, ...]], ...]


ATOM: st.SearchStrategy[list[Piece]] = st.one_of(
    WORD.map(lambda text: [(text, text)]),
    st.sampled_from(REFERENCES).map(
        lambda pair: [pair, ("a", "a")] if pair[0].endswith(";") else [pair, ("\u2009", "\u2009")]
    ),
    st.sampled_from(PLACEHOLDERS).map(lambda text: [(text, OPAQUE_CHARACTER)]),
    st.tuples(WORD, st.sampled_from(NOTHING), WORD).map(lambda p: [(p[0], p[0]), (p[1], None), (p[2], p[2])]),
)


@st.composite
def phrases(draw: st.DrawFn) -> list[Piece]:
    """Give atoms between white space, some of them wrapped in inline elements."""
    pieces: list[Piece] = [("x", "x")]
    for _ in range(draw(st.integers(0, 5))):
        pieces.append((draw(st.sampled_from(GAPS)), " "))
        inner = draw(ATOM)
        for opening, closing in draw(st.lists(st.sampled_from(WRAPPERS), max_size=3, unique_by=lambda pair: pair[0])):
            is_quote = opening == "<q>"
            inner = [(opening, "“" if is_quote else None), *inner, (closing, "”" if is_quote else None)]
        pieces += inner
    return pieces


@st.composite
def pages(draw: st.DrawFn) -> Made:
    """Give a page together with its prose."""
    text, blocks = draw(st.sampled_from(["", "<!doctype html>\n<html lang=en><body>", "---\nlayout: a\n---\n"])), []
    for name in draw(st.lists(st.sampled_from(sorted(CONTAINERS)), min_size=1, max_size=4)):
        opening, closing = CONTAINERS[name]
        text += opening + draw(st.sampled_from(["", " ", "\n"]))
        prose: list[Origin] = []
        for source, read_as in draw(phrases()):
            prose += _origins(source, read_as, len(text))
            text += source
        blocks.append((name.split(" in ")[0].split(" with ")[0], tuple(prose)))
        text += draw(st.sampled_from(["", " ", "\n\n"])) + closing
    return Made(text, tuple(blocks))


def _origins(source: str, read_as: str | None, at: int) -> list[Origin]:
    if read_as == source:
        return [(character, at + index, at + index + 1) for index, character in enumerate(source)]
    return [] if read_as is None else [(read_as, at, at + len(source))]


def _without_places_of_gaps(origins: tuple[Origin, ...]) -> list[Origin]:
    """A gap may hold tags: which part of it the space stands for is not promised, only that it lies in it."""
    return [(" ", 0, 0) if character == " " else (character, start, end) for character, start, end in origins]


@settings(max_examples=400)
@given(pages())
def test_every_character_comes_from_where_it_stands(made: Made) -> None:
    document = read(Source("draft.html", made.text))
    check(document)
    found = [(str(block.kind), provenance(block)) for block in document.blocks]
    assert [kind for kind, _ in found] == [kind for kind, _ in made.blocks]
    for (_, origins), (_, expected) in zip(found, made.blocks, strict=True):
        assert _without_places_of_gaps(origins) == _without_places_of_gaps(expected)
        for (_, start, end), (_, low, high) in zip(origins, expected, strict=True):
            assert low <= start <= end <= high


@settings(max_examples=200)
@given(pages(), st.sampled_from(["\r\n", "\r"]))
def test_line_ends_and_byte_order_mark_change_nothing(made: Made, line_end: str) -> None:
    one = read(Source("draft.html", made.text))
    other = read(Source("draft.html", "\ufeff" + made.text.replace("\n", line_end)))
    check(other)
    assert [(b.kind, b.text) for b in one.blocks] == [(b.kind, b.text) for b in other.blocks]
    for block, twin in zip(one.blocks, other.blocks, strict=True):
        for (_, at, _), (_, there, _) in zip(provenance(block), provenance(twin), strict=True):
            assert there == at + made.text.count("\n", 0, at) * (len(line_end) - 1)


@settings(max_examples=200)
@given(pages(), st.data())
def test_an_edit_through_the_map_changes_that_word_alone(made: Made, data: st.DataObject) -> None:
    before = read(Source("draft.html", made.text))
    index = data.draw(st.integers(0, len(before.blocks) - 1))
    span = before.blocks[index].span(0, 1)
    after = read(Source("draft.html", made.text[: span.start] + "Changed" + made.text[span.end :]))
    expected = [block.text for block in before.blocks]
    expected[index] = "Changed" + expected[index][1:]
    assert [block.text for block in after.blocks] == expected


FRAGMENTS = st.sampled_from(
    "a B é 😀 \u2028 \x85 \x0b \f \0 \t <p> </p> <div> </div> <b> </b> <li> <ul> </ul> <td> <table> </table> "
    "<tr> <h1> </h2> <q> </q> <a href=x> </a> <!-- --> --!> <! <? </ < > <br> <code> </code> <svg> </svg> "
    "<title> </title> <script> </script> <style> <img alt=' title=\" ' \" = / & &amp; &am &#0; &#x &#xd; "
    "&nbsp; &shy; <figure> <figcaption> <main> <article> </article> <nav> </nav> <span hidden> </span> <meta "
    "name=description content=' <time datetime=2020-01-01> {{ }} {% %} {# #} {% raw %} --- title: http:// @ab "
    "<template> </template> <blockquote> </blockquote> <button> <foreignObject> <![CDATA[ ]]> <plaintext>".split(" ")
)
ANY_TEXT = st.lists(st.one_of(FRAGMENTS, st.sampled_from([" ", "  ", "\n", "\r\n", "\r", "\n\n"])), max_size=40).map(
    "".join
)


@settings(max_examples=1500)
@given(st.one_of(ANY_TEXT, st.text(max_size=60)))
def test_any_text_is_read_right(text: str) -> None:
    check(read(Source("draft.html", text)))


@settings(max_examples=300)
@given(ANY_TEXT, st.data())
def test_any_part_of_any_text_is_read_right(text: str, data: st.DataObject) -> None:
    source = Source("draft.md", text)
    start = data.draw(st.integers(0, len(source.lf)))
    end = data.draw(st.integers(start, len(source.lf)))
    result = fragment(source, start, end)
    for block in result.blocks:
        span = block.span(0, len(block.text))
        assert source.offset(start) <= span.start <= span.end <= source.offset(end)


MANY = 30_000
HOSTILE = {
    "tags": "<a " * 100_000,
    "whole tags": "<a href=x>" * MANY,
    "comments": "<!--" * 100_000,
    "whole comments": "<!---->" * MANY,
    "references": "&" * 100_000,
    "names": "&CounterClockwiseContourIntegra" * MANY,
    "numbers": "&#" + "9" * 1_000_000,
    "quotation marks": '"' * 100_000,
    "attributes": "<p " + "a=1 " * MANY + ">x",
    "open values": "<p a='" * MANY,
    "slashes": "<p " + "/" * 1_000_000 + ">x",
    "boxes": "<div>" * 50_000 + "x",
    "quotes": "<blockquote>x" * 50_000,
    "ends": "<section>" + "<div>" * 50_000 + "</section>x<div>" * 50_000,
    "ends of nothing": "<td>" + "<div>" * 50_000 + "</section>" * 50_000,
    "lists": "<ul><li>x" * 50_000,
    "items": "<li>x" * MANY,
    "tables": "<table><td>x" * 30_000,
    "hidden": "<p hidden>x" * MANY,
    "spans": "<span hidden>x" * MANY,
    "code": "x<code>" * MANY,
    "drawings": "<svg>" * MANY + "x",
    "scripts": "<script><!--<script>" * MANY,
    "titles": "<title></titl" * MANY,
    "figures": "<figure><img src=a alt=b><figcaption>x" * 20_000,
    "breaks": "x<br>" * MANY,
    "spaces": "x" + " " * 1_000_000 + "x",
    "soft hyphens": "x\xad" * MANY,
    "quoted": "<q>x" * MANY,
    "links": "<a href=x>x<p>" * 50_000,
    "declarations": "<!a" * MANY,
    "brackets": "<" * 1_000_000,
    "templates": "{{" * MANY,
    "whole templates": "{{ a }}<b>" * MANY,
    "addresses": "http://a&amp;b" * MANY,
    "tags of the page": "<meta name=a content=b>" * MANY,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_read(text: str) -> None:
    read(Source("draft.html", text))


@pytest.mark.parametrize(("word", "megabytes"), [("word ", 4), ("wörd ", 4), ("a <b>b</b> &amp; ", 1)])
def test_a_very_long_line(word: str, megabytes: int) -> None:
    (block,) = read(Source("draft.html", "<p>" + word * (megabytes * 1_000_000 // len(word)))).blocks
    assert len(block.text) > 250_000 * megabytes
