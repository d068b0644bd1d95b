"""What holds for every text: provenance, identity, line ends, edits."""

import re
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from lint.document import Block, Document
from lint.formats import read
from lint.source import Source
from lint.sourcemap import OPAQUE_CHARACTER, SegmentKind

Piece = tuple[str, str | None]
"""Source text and the prose it stands for: itself, one other character, or None for markup."""

Origin = tuple[str, int, int]
"""A character of prose and the half-open range of the source it stands for."""

WORD = st.text("abcXYZéßüøçЖλ日本ا😀\u0301’", min_size=1, max_size=6)
REFERENCES = [("&amp;", "&"), ("&lt;", "<"), ("&nbsp;", "\xa0"), ("&#8217;", "’"), ("&#x1F600;", "😀")]
OPAQUES = [
    "`co de`",
    "``a ` b``",
    "![](i.png)",
    "{{ x }}",
    "{{< ref >}}",
    "{% tag %}",
    '{{< ref title="" >}}',
    "$x^2$",
    ":smile:",
    "![[a.png]]",
    r"\\(x * y\\)",
    "<code>a *b*</code>",
    "<https://a.example/b>",
]
WRAPPERS = [
    ("_", "_"),
    ("**", "**"),
    ("~~", "~~"),
    ("[", "](https://a.example/b)"),
    ("[", '](<c d> "t")'),
    ("<b>", "</b>"),
]
BREAKS = ["\n", " \n", "  \n", "\\\n", "\n  "]


def word(text: str) -> list[Piece]:
    return [(text, text)]


ATOM = st.one_of(
    WORD.map(word),
    WORD.map(word),
    st.sampled_from(REFERENCES).map(lambda pair: [pair]),
    st.sampled_from("*_`[]<>&\\#~$|").map(lambda sign: [("\\", None), (sign, sign)]),
    st.sampled_from(OPAQUES).map(lambda text: [(text, OPAQUE_CHARACTER)]),
    WORD.map(lambda text: [*word(text), ("<!-- note -->", None)]),
    WORD.map(lambda text: [*word(text), ("{# note #}", None)]),
    WORD.map(lambda text: [*word(text), ("{{/* note */}}", None)]),
    WORD.map(lambda text: [*word(text + "a"), ("^", None), ("2nd", "2nd"), ("^", None)]),
    WORD.map(lambda text: [("==", None), *word(text), ("==", None)]),
    WORD.map(lambda text: [("[[Page|", None), *word(text), ("]]", None)]),
    WORD.map(lambda text: [("[[", None), *word(text + "a"), ("]]", None)]),
    WORD.map(lambda text: [("`a`", OPAQUE_CHARACTER), ("{.b}", None), *word(text)]),
    st.just([("<https://a.example/b>", OPAQUE_CHARACTER), ("", None)]),
    st.tuples(WORD, st.sampled_from(["[^1]", "<i>", "</i>", '<a href="u">'])).map(
        lambda p: [*word(p[0]), (p[1], None)]
    ),
)


@st.composite
def phrases(draw: st.DrawFn, breaks: tuple[str, ...]) -> list[Piece]:
    """Give atoms between spaces or line breaks, some of them wrapped in emphasis or a link."""
    pieces: list[Piece] = []
    for index in range(draw(st.integers(1, 5))):
        if index:
            gap = draw(st.sampled_from((" ", " ", " ", *breaks)))
            # A tag alone on its line would end the paragraph, so a word comes first.
            pieces += [(gap, " "), *word(draw(WORD)), (" ", " ")] if "\n" in gap else [(gap, " ")]
        inner = draw(ATOM)
        if inner[-1][1] is not None:
            for opening, closing in draw(st.lists(st.sampled_from(WRAPPERS), max_size=3, unique_by=lambda w: w[0])):
                inner = [(opening, None), *inner, (closing, None)]
        pieces += inner
    return pieces


@dataclass(frozen=True)
class Made:
    """A document and what must be read of it: kind, and for each character the place it came from."""

    text: str
    blocks: tuple[tuple[str, tuple[Origin, ...]], ...]


@dataclass(frozen=True)
class Container:
    """What a block stands in. Lines before it, «words» in them a block of their own; what its own lines begin with."""

    kind: str
    opening: str = ""
    prefix: str = ""
    heads: tuple[tuple[str, str], ...] = ()
    closing: str = ""


CONTAINERS = (
    Container("paragraph"),
    Container("heading", "## "),
    Container("quote", "> ", "> "),
    Container("list item", "- ", "  "),
    Container("list item", "- [x] ", "  "),
    Container("quote", "- > ", "  > "),
    Container("quote", "> 1. ", ">    "),
    Container("list item", ": ", "  ", (("list item", "«Some term»\n"),)),
    Container("paragraph", heads=(("heading", ":::note[«Mind it»]\n"),), closing="\n:::"),
    Container("paragraph", heads=(("heading", "::: tip «Mind it»\n"),), closing="\n\n:::"),
    Container("paragraph", "    ", "    ", (("heading", '!!! note "«Mind it»"\n'),)),
    Container("quote", "> ", "> ", (("heading", "> [!info] «Mind it»\n"),)),
    Container("paragraph", "> ", "> ", (("", "> [!NOTE]\n"),)),
    Container("paragraph", heads=(("", "{{< wrap >}}\n"),), closing="\n{{< /wrap >}}"),
    Container("paragraph", heads=(("caption", '{{< figure src="a" caption="«At sea»" >}}\n\n'),)),
    Container("paragraph", heads=(("alt", "{% image alt='«A boat»' %}\n\n"),), closing="\n{: .lead}"),
    Container("paragraph", heads=(("paragraph", "<div>«Some words»</div>\n\n"), ("", "*[HTML]: Markup\n\n"))),
)


@st.composite
def documents(draw: st.DrawFn, *, plain_gaps: bool = False) -> Made:
    """Give a Markdown document together with its prose."""
    text, blocks = "", []
    for container in draw(st.lists(st.sampled_from(CONTAINERS), min_size=1, max_size=4)):
        text += "\n\n" if text else ""
        for kind, head in container.heads:
            before, _, rest = head.partition("«")
            words, _, after = rest.partition("»")
            blocks += [(kind, _places(words, len(text + before)))] if kind else []
            text += before + words + after
        text += container.opening
        prose: list[Origin] = []
        breaks = () if container.kind == "heading" or plain_gaps else tuple(BREAKS)
        # A word first: what a line begins with may make it another construct.
        for source, read_as in [(draw(WORD) + "a", "word"), (" ", " "), *draw(phrases(breaks))]:
            text, piece = _append(text, source, read_as, container.prefix)
            prose += piece
        blocks.append((container.kind, tuple(prose)))
        text += container.closing
        text += "" if container.kind != "heading" or draw(st.booleans()) else " {#anchor}"
    return Made(text + draw(st.sampled_from(["", "\n", "\n\n"])) + "\n\n[^1]: `x`\n", tuple(blocks))


def _places(words: str, start: int) -> tuple[Origin, ...]:
    return tuple((character, start + at, start + at + 1) for at, character in enumerate(words))


def _append(text: str, source: str, read_as: str | None, prefix: str) -> tuple[str, list[Origin]]:
    at = len(text)
    text += source.replace("\n", "\n" + prefix)
    if read_as in ("word", source):
        return text, [(character, at + index, at + index + 1) for index, character in enumerate(source)]
    return text, [] if read_as is None else [(read_as, at, len(text))]


def provenance(block: Block) -> tuple[Origin, ...]:
    spans = [block.span(at, at + 1) for at in range(len(block.text))]
    return tuple((character, span.start, span.end) for character, span in zip(block.text, spans, strict=True))


def check_identity(document: Document) -> None:
    """Every identity segment is a slice of the source; segments and blocks are in order."""
    starts = [block.span(0, 1).start for block in document.blocks]
    assert starts == sorted(starts)
    for block in document.blocks:
        ends = [segment.start for segment in block.prose.segments[1:]] + [len(block.text)]
        last = 0
        for segment, end in zip(block.prose.segments, ends, strict=True):
            text, source = block.text[segment.start : end], document.source.text
            assert last <= segment.source_start <= segment.source_end <= len(source)
            last = segment.source_end
            if segment.kind is SegmentKind.IDENTITY:
                assert source[segment.source_start : segment.source_end] == text
            assert "\n" not in text


@settings(max_examples=400)
@given(documents())
def test_every_character_comes_from_where_it_stands(made: Made) -> None:
    document = read(Source("draft.md", made.text))
    assert [(str(block.kind), provenance(block)) for block in document.blocks] == list(made.blocks)
    check_identity(document)


@settings(max_examples=200)
@given(documents())
def test_every_character_is_prose_once_or_markup(made: Made) -> None:
    """What no block covers is markup: it holds none of the letters that the generator made as words."""
    document = read(Source("draft.md", made.text))
    covered = [0] * len(made.text)
    for block in document.blocks:
        for segment in block.prose.segments:
            for at in range(segment.source_start, segment.source_end):
                covered[at] += 1
    expected = {at for _, prose in made.blocks for _, start, end in prose for at in range(start, end)}
    assert max(covered) <= 1
    assert {at for at, count in enumerate(covered) if count} == expected


FRAGMENTS = st.sampled_from(
    "a B é 😀 \u2028 \x85 \x0b \0 \t # ## > - * _ ** ` ``` ~~~ ~~ [ ] ( ) ![ ](u) <b> </b> <!-- --> <br> <code> </code> & &amp; "
    ':::note ::: !!! ??? "Title" === == [[a|b]] [[ ]] ![[c]] :smile: ^a^ ~b~ {# #} {{/* */}} {::comment} \\\\( \\\\) '
    "caption=\"a\" {% comment %} {% endcomment %} <Note <p> </p> <div> <img alt='x'> <!doctype html> import { } `${ {/* */} "
    '<pre> </pre> [!NOTE] *[A]: [TOC] {"title": '
    "&#0; \\ | |-| --- +++ === {{ }} {% %} {% raw %} {{< >}} {#a} {: $ $$ @ab http:// www. \" ' : 1. [^1] [^1]: title: | >- "
    "By Photo: Skip 2021-05-04".split(" ")
)
ANY_TEXT = st.one_of(
    st.text(max_size=60),
    st.lists(st.one_of(FRAGMENTS, st.sampled_from([" ", "  ", "\n", "\n\n", "\r\n", "\r", "    "])), max_size=40).map(
        "".join
    ),
    st.lists(FRAGMENTS, max_size=12).map(lambda parts: "---\ntitle: " + " ".join(parts) + "\n---\nx"),
    st.lists(FRAGMENTS, max_size=12).map(lambda parts: '{"title": "' + " ".join(parts) + '"}\nx'),
    st.lists(FRAGMENTS, max_size=12).map(lambda parts: '+++\ntitle = "' + " ".join(parts) + '"\n+++\nx'),
)


@settings(max_examples=1000)
@given(ANY_TEXT, st.sampled_from(["markdown", "plain", "mdx"]))
def test_any_text_is_read_right_or_not_at_all(text: str, name: str) -> None:
    document = read(Source("draft", text), name)
    check_identity(document)
    assert not [notice for notice in document.notices if "range" in notice.message]


@settings(max_examples=200)
@given(documents(), st.sampled_from(["\r\n", "\r"]), st.sampled_from(["markdown", "plain"]))
def test_line_ends_and_byte_order_mark_change_nothing(made: Made, line_end: str, name: str) -> None:
    one = read(Source("draft", made.text), name)
    other = read(Source("draft", "\ufeff" + made.text.replace("\n", line_end)), name)
    assert [(b.kind, b.text) for b in one.blocks] == [(b.kind, b.text) for b in other.blocks]
    check_identity(other)
    width = len(line_end)
    for block, twin in zip(one.blocks, other.blocks, strict=True):
        for (_, at, _), (_, there, _) in zip(provenance(block), provenance(twin), strict=True):
            assert there == at + made.text.count("\n", 0, at) * (width - 1)


@settings(max_examples=200)
@given(documents(), st.data())
def test_an_edit_through_the_map_changes_that_word_alone(made: Made, data: st.DataObject) -> None:
    before = read(Source("draft.md", made.text))
    index = data.draw(st.integers(0, len(before.blocks) - 1))
    block = before.blocks[index]
    end = block.text.index(" ") if " " in block.text else len(block.text)
    assert block.prose.editable(0, end)
    span = block.span(0, end)
    after = read(Source("draft.md", made.text[: span.start] + "Changed" + made.text[span.end :]))
    expected = [b.text for b in before.blocks]
    expected[index] = "Changed" + block.text[end:]
    assert [b.text for b in after.blocks] == expected


@settings(max_examples=200)
@given(st.text("AB é’\"'\\:#-\n", max_size=30), st.sampled_from(["'", '"', "", "|", ">"]))
def test_front_matter_reads_what_its_parser_reads(value: str, style: str) -> None:
    written = {
        "'": "'" + value.replace("'", "''") + "'",
        '"': '"' + value.replace("\\", r"\\").replace('"', r"\"") + '"',
    }
    scalar = written.get(style) or (f"{style}\n " if style else "") + value
    document = read(Source("draft.md", f"---\nsummary: {scalar.replace(chr(10), chr(10) + '  ')}\n---\n"))
    check_identity(document)
    for block in document.blocks:
        value = re.sub(r"\\([!-/:-@[-`{-~])", r"\1", document.meta["summary"])
        assert " ".join(block.text.split()) == " ".join(value.split())
