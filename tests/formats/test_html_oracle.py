"""Pages read by html5lib, which builds the tree of the standard, must give the same blocks."""

import html_oracle
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.document import BlockKind
from lint.formats import read
from lint.source import Source

SAMPLES = [
    "<!doctype html><body><h1>The <em>quay</em></h1>\n<p>One  two<p>three<br>four &copy; 2024",
    "<ul>\n<li>a\n<li>b<ol><li>c</ol>\n<li><p>d</p>e\n</ul>after",
    "<table>\n<caption>a</caption><thead><tr><th>b<tbody><tr><td>c<td><table><tr><td>d</table>e</table>f",
    "<dl><dt>a<dd>b<p>c<dt>d</dl><blockquote>e<footer>f</footer></blockquote><footer>g</footer>",
    "<div>a<div>b</span>c</div></section>d</div>e</div>f",
    "<p>a<b>b<p>c</b>d<i>e</p>f</i><a href=x>g<a href=y>h</a>i",
    "<p>a<svg><title>b</title><p>c</svg>d<math><mi>x</mi></math>e<svg><foreignObject><p>f</p></foreignObject></svg>g",
    "<script><!--<script></script>--></script>a<style></p></style><textarea><p>b</textarea>c",
    "<p hidden>a<p>b<span hidden>c<i>d</span>e<div style='display: none'><div>f</div>g</div>h<nav>i</nav>j",
    "<h1>a<h2>b</h1>c</h2>d<p>e</p></p>f<hr>g<br><br>h<br>\n<br>i</br>j",
    "<p>a&ampb &notit; &#x80; &nbsp;c&shy;d<wbr>e&#10;&#32;f&lt;b>g &hellip h",
    "a<button><p>b<button>c</button>d<select><option>e<option>f</select>g<object>h</object>i",
    "<figure>a<img src=b><figcaption>c<p>d</figure>e<details><summary>f</summary>g</details>",
]


def mine(text: str) -> list[str]:
    return [block.text for block in read(Source("draft.html", text)).blocks if block.kind is not BlockKind.ALT]


@pytest.mark.parametrize("text", SAMPLES)
def test_samples(text: str) -> None:
    assert mine(text) == html_oracle.texts(text)


TAGS = (
    "p div h1 h2 ul ol li dl dt dd blockquote section a b i em span kbd figure details pre header footer "
    "script style textarea button nav address"
).split()
ATTRIBUTES = st.sampled_from(["", "", "", " x=1", ' y="a>b"', " /", " hidden"])
TEXTS = st.sampled_from(
    [*"one é &amp; &copy &lt; &notit; &#8217; &#x80; & a< 5<6 x>y &nbsp; &shy;".split(), " ", "two  three\n"]
)
OTHERS = st.sampled_from(
    "<br> <img> <!--c--> <!--> <hr> <input> <wbr> </br> </p> <?x> </3> <svg></svg> <svg><path/></svg> <!doctype>".split()
)
STARTS = st.tuples(st.sampled_from(TAGS), ATTRIBUTES).map(lambda pair: f"<{pair[0]}{pair[1]}>")
ENDS = st.sampled_from(TAGS).map(lambda name: f"</{name}>")
SOUP = st.lists(st.one_of(TEXTS, STARTS, ENDS, OTHERS), max_size=14).map("".join)
UNLIKE = ("<b hidden", "<a hidden", "<i hidden", "<em hidden", "<kbd hidden", "<kbd /", "<kbd x", "<kbd y", "<kbd>")
"""Formatting elements that hide what is in them go on in the next block to the standard, and end with theirs to us."""


@settings(max_examples=1500)
@given(SOUP)
def test_any_soup_of_tags(soup: str) -> None:
    text = "" if any(tag in soup for tag in UNLIKE) else "<h1>a</h1>" + soup
    assert mine(text) == html_oracle.texts(text)
