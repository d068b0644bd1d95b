"""HTML pages: what in them is prose, and of which kind."""

import datetime as dt
from collections.abc import Callable

import pytest

from lint.document import BlockKind, Document
from lint.formats import read
from lint.formats.html_fragment import Around, fragment
from lint.formats.masks import Mask, Masks
from lint.markup import Markup
from lint.source import Source
from lint.sourcemap import OPAQUE_CHARACTER as X

Pairs = Callable[[Document], list[tuple[str, str]]]

PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<title>Ferry to run again | Quayside Courier</title>
<meta name="author" content="Ada Moor">
<meta name="description" content="The council has found the money &amp; the crew.">
<meta property="article:published_time" content="2024-03-05T10:15:00Z">
<meta property="article:section" content="Local">
<meta property="article:tag" content="ferry">
<meta property="article:tag" content="harbour">
<style>p > b { color: red }</style>
<script>if (a < b) document.write("<p>No prose</p>")</script>
</head>
<body>
<a class="skip-link" href="#main">Skip to content</a>
<nav><ul><li>Home</ul></nav>
<main>
  <h1>Ferry to run
      again</h1>
  <p class="byline">By Ada Moor</p>
  <p>The ferry &ldquo;Marta&rdquo; will <em>sail</em> from&nbsp;May,
     the <a href="/council?id=1&amp;p=2">harbour council</a> said.
  <blockquote><p>We waited long.<footer>Bo Lind, pilot</footer></blockquote>
  <figure><img src="m.jpg" alt="A ferry at a quay" title="The Marta"><figcaption>The Marta in 2019.</figcaption></figure>
  <h2>What it costs</h2>
  <ul><li>Adults: two crowns<li>Dogs: nothing</ul>
  <table><caption>Sailings</caption><tr><th>Day<td>Monday</table>
  <aside hidden>Buy now</aside>
</main>
<footer>All rights reserved</footer>
"""


def html(text: str) -> Document:
    return read(Source("draft.html", text))


def texts(text: str) -> list[str]:
    return [block.text for block in html(text).blocks]


def test_a_whole_page(pairs: Pairs) -> None:
    assert pairs(html(PAGE)) == [
        ("deck", "The council has found the money & the crew."),
        ("headline", "Ferry to run again"),
        ("byline", "By Ada Moor"),
        ("paragraph", "The ferry “Marta” will sail from\xa0May, the harbour council said."),
        ("quote", "We waited long."),
        ("quote", "Bo Lind, pilot"),
        ("alt", "A ferry at a quay"),
        ("caption", "The Marta"),
        ("caption", "The Marta in 2019."),
        ("heading", "What it costs"),
        ("list item", "Adults: two crowns"),
        ("list item", "Dogs: nothing"),
        ("caption", "Sailings"),
        ("table cell", "Day"),
        ("table cell", "Monday"),
    ]


def test_what_a_page_says_of_itself() -> None:
    document = html(PAGE)
    assert document.meta == {"author": "Ada Moor", "section": "Local", "tags": "ferry, harbour", "lang": "en-GB"}
    assert document.published == dt.date(2024, 3, 5)
    assert document.language == "en-gb"
    assert document.genres == {"local", "ferry", "harbour"}


def test_links_and_images_are_kept() -> None:
    document = html(PAGE)
    (link,) = document.links
    assert link.block.text[link.start : link.end] == "harbour council"
    assert link.target == "/council?id=1&amp;p=2"
    (image,) = document.images
    assert (image.target, PAGE[image.span.start : image.span.start + 4]) == ("m.jpg", "<img")
    assert [each.text for each in (image.alt, image.caption) if each] == ["A ferry at a quay", "The Marta in 2019."]


def test_positions_lead_into_the_source() -> None:
    block = html(PAGE).body[0]
    start = block.text.index("Marta")
    span = block.span(start - 1, start + 6)
    assert PAGE[span.start : span.end] == "&ldquo;Marta&rdquo;"
    gap = block.text.index(" the harbour")
    span = block.span(gap, gap + 1)
    assert PAGE[span.start : span.end] == "\n     "


SPACES = {
    "a  b\n\tc": ["a b c"],
    "a <b> b </b> c": ["a b c"],
    "a<b> b</b>": ["a b"],
    "a<b>b</b>c": ["abc"],
    "a\xa0 \u2009b": ["a\xa0 \u2009b"],
    "a&#32;&#10; b": ["a b"],
    "a<br>b<br/>c": ["a b c"],
    "a<br> <br>b": ["a", "b"],
    "a<br>b<br>": ["a b"],
    "co&shy;op<wbr>era\xadtion": ["cooperation"],
    "a<!-- b -->c": ["ac"],
    "a<script>b</script>c": ["ac"],
    "a <svg><path/></svg> b": [f"a {X} b"],
    "a<code>b <i>c</i></code>d": [f"a{X}d"],
    "a <img src=b> c": [f"a {X} c"],
    "<img src=b>": [],
    "a<pre>b</pre>c": ["a", "c"],
    "a<hr>b": ["a", "b"],
    "See https://a.example/?b=1&amp;c=2&rdquo; now": [f"See {X}” now"],
    "<q>One <q>two</q></q> <q>three</q></q>": ["“One ‘two’” “three”"],
    "&lt;b> &amp;amp; AT&T": ["<b> &amp; AT&T"],
    "<textarea><p>b</textarea> c": [f"{X} c"],
}


@pytest.mark.parametrize(("text", "blocks"), SPACES.items())
def test_the_line_reads_as_a_browser_shows_it(text: str, blocks: list[str]) -> None:
    assert texts(text) == blocks


CLOSED_BY_ITSELF = {
    "<p>a<p>b": ["paragraph a", "paragraph b"],
    "<p>a<div>b</div>c": ["paragraph a", "paragraph b", "paragraph c"],
    "<ul><li>a<ul><li>b</ul>c<li>d</ul>e": ["list item a", "list item b", "list item c", "list item d", "paragraph e"],
    "<dl><dt>a<dd>b<dt>c</dl>": ["list item a", "list item b", "list item c"],
    "<table><tr><td>a<td>b<tr><th>c</table>d": ["table cell a", "table cell b", "table cell c", "paragraph d"],
    "<table><td><table><td>a</table>b<td>c</table>": ["table cell a", "table cell b", "table cell c"],
    "<blockquote>a<p>b</blockquote>c": ["quote a", "quote b", "paragraph c"],
    "<blockquote><ul><li>a</ul></blockquote>": ["quote a"],
    "<h2>a<h3>b</h2>c": ["heading a", "heading b", "paragraph c"],
    "<h2>a<p>b": ["heading a", "paragraph b"],
    "<div>a</section>b</div>": ["paragraph ab"],
    "<p>a</p></p>b": ["paragraph a", "paragraph b"],
    "<p hidden>a<p>b": ["paragraph b"],
    "<p>a<span hidden>b<b>c</span>d": ["paragraph ad"],
    "<p>a <code>b<p>c": [f"paragraph a {X}", "paragraph c"],
    "<div hidden><div>a</div>b</div>c": ["paragraph c"],
    "<svg>a<p>b": ["paragraph b"],
    "<svg><svg>a<p>b": ["paragraph b"],
    "<ul><li hidden><div>a<li>b</ul>": ["list item b"],
    "<svg><title>a</title></svg>b": [f"paragraph {X}b"],
    "<svg/>b": [f"paragraph {X}b"],
    "<svg><foreignObject><p>a</p></foreignObject>b</svg>c": [f"paragraph {X}c"],
    "<template><p>a</template>b": ["paragraph b"],
    "a<button>b<button>c</button>d": [f"paragraph a{X}{X}d"],
    "<figure>a<figcaption>b": ["paragraph a", "caption b"],
    "<noscript><p>a</noscript>b": ["paragraph b"],
    "<p style='display : NONE'>a</p><p aria-hidden=true>b</p><p role=navigation>c</p>d": ["paragraph d"],
    "<p hidden=until-found>a": ["paragraph a"],
    "<p class='deck wide'>a</p><p class=credit>b": ["deck a", "credit b"],
}


@pytest.mark.parametrize(("text", "blocks"), CLOSED_BY_ITSELF.items())
def test_blocks_end_where_the_standard_ends_them(text: str, blocks: list[str]) -> None:
    assert [f"{block.kind} {block.text}" for block in html(text).blocks] == blocks


def test_containers_make_the_path() -> None:
    (block,) = html("<blockquote><ul><li><figure><p>a").blocks
    assert block.path == ("quote", "list", "figure")


def test_headings_keep_their_level(pairs: Pairs) -> None:
    document = html("<h2>a</h2><h1>b</h1><h1>c</h1>")
    assert pairs(document) == [("heading", "a"), ("headline", "b"), ("heading", "c")]
    assert [block.level for block in document.blocks] == [2, 1, 1]


def test_the_title_is_the_headline_only_where_there_is_no_other(pairs: Pairs) -> None:
    assert pairs(html("<title>a &amp; b</title><p>c")) == [("headline", "a & b"), ("paragraph", "c")]
    assert pairs(html("<title>a</title><h1>b</h1>")) == [("headline", "b")]


def test_one_article_is_the_page_and_several_are_not(pairs: Pairs) -> None:
    assert texts("<div>a</div><article>b</article>c") == ["b"]
    assert texts("<div>a</div><article>b</article><article>c</article>") == ["a", "b", "c"]
    assert texts("<div role=main>a<article>b</article></div><article>c</article>") == ["a", "b"]
    assert pairs(html("<header><h1>a</h1>b</header><main>c</main>")) == [("headline", "a"), ("paragraph", "c")]


def test_a_link_around_blocks_is_a_link_in_each() -> None:
    document = html("<a href=x><h2>a b</h2><p>c</a> d <a name=y>e</a>")
    assert [(link.block.text[link.start : link.end], link.target) for link in document.links] == [
        ("a b", "x"),
        ("c", "x"),
    ]


def test_comments_are_directives_with_their_place() -> None:
    text = "<p>a <!-- stet: agreed --> b<div hidden><!--c--!></div>"
    directives = html(text).directives
    assert [(each.text, text[each.span.start : each.span.end]) for each in directives] == [
        ("stet: agreed", "<!-- stet: agreed -->"),
        ("c", "<!--c--!>"),
    ]


def test_front_matter_and_template_code(pairs: Pairs) -> None:
    document = html(
        "---\ntitle: Ferry to run\n---\n<h1>Again</h1>\n{% if a > b %}\n"
        '<p>See <a {% if x %}class="y"{% endif %} href="{{ "/a" | url }}">the {{ name }} file</a>.</p>\n{% endif %}\n'
    )
    assert pairs(document) == [("headline", "Ferry to run"), ("heading", "Again"), ("paragraph", f"See the {X} file.")]
    assert [link.target for link in document.links] == ['{{ "/a" | url }}']


def test_parameters_of_template_tags_are_prose_outside_scripts_and_comments(pairs: Pairs) -> None:
    tag = '{{< figure src="a.jpg" caption="A boat" >}}'
    assert pairs(html(f"<p>a {tag}<script>{tag}</script><!-- {tag} -->")) == [
        ("paragraph", f"a {X}"),
        ("caption", "A boat"),
    ]


def test_the_day_is_that_of_the_article_and_none_in_its_text() -> None:
    assert html("<h1>a</h1><time datetime=2024-01-02>b</time><p>c").published == dt.date(2024, 1, 2)
    assert html("<p>a<p>b<p>c <time datetime=2024-01-02>d</time>").published is None
    assert html("<p>a<p>b<p>c <time pubdate datetime=2024-01-02>d</time>").published == dt.date(2024, 1, 2)


def test_attributes_of_components_are_prose_where_the_repository_says_so() -> None:
    text = '<photo-box caption="A &quot;boat&quot;" src="a.jpg">b</photo-box>'
    assert [(str(b.kind), b.text) for b in html(text).blocks] == [("caption", 'A "boat"'), ("paragraph", "b")]


def test_more_tags_may_be_skipped() -> None:
    document = read(Source("a.html", "<p>a<x-ad>b</x-ad>c<p>d"), markup=Markup(skip_tags=frozenset({"x-ad"})))
    assert [block.text for block in document.blocks] == ["ac", "d"]


@pytest.mark.parametrize(("text", "what"), [("a<p x='", "tag"), ("a<!-- b", "comment"), ("a<script>b", "<script>")])
def test_what_never_closes_is_told(text: str, what: str) -> None:
    document = html(text)
    assert [block.text for block in document.blocks] == ["a"]
    (notice,) = document.notices
    assert what in notice.message
    assert notice.span.start == 1


def test_a_fragment_in_another_format() -> None:
    text = '> <p>a {{ b }} <img src=c alt="d e">\n> <!-- stet --> f <a href=g>h</a></p>\n> rest'
    masks = Masks([Mask(text.index("{{"), text.index("}}") + 2, opaque=True)])
    masked = masks.apply(text).replace("\n>", "\n ")
    result = fragment(Source("a.md", text), 2, text.index("\n> rest"), around=Around(masks, masked, ("quote",)))
    assert [(block.kind, block.text, block.path) for block in result.blocks] == [
        (BlockKind.QUOTE, f"a {X} {X} f h", ("quote",)),
        (BlockKind.ALT, "d e", ("quote",)),
    ]
    assert [directive.text for directive in result.directives] == ["stet"]
    assert [(link.block.text[link.start : link.end], link.target) for link in result.links] == [("h", "g")]
    assert [image.target for image in result.images] == ["c"]


def test_a_fragment_of_one_tag() -> None:
    text = 'See <img src="a.png" alt="b"> here'
    result = fragment(Source("a.md", text), 4, text.index(" here"))
    assert [block.text for block in result.blocks] == ["b"]
    assert result.images[0].alt is result.blocks[0]
