"""Nothing that an article, a path or a rule says becomes part of the page's machinery."""

import base64
import hashlib
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from lint import formats
from lint.errors import UserError
from lint.model import Related, Severity
from lint.report import Report, Skipped
from lint.reporters.proof import render
from lint.reporters.proof.galley import galley
from lint.reporters.terminal import visible
from lint.source import Source
from lint.sourcemap import OPAQUE_CHARACTER
from tests.proof.conftest import Page, at, file, finding, proof, rule, said, view

_SHARP = [
    *(
        "<script>alert(1)</script>",
        "</script>",
        "<!--",
        "-->",
        "]]>",
        "</style>",
        "<img src=x onerror=alert(1)>",
        "&#60;",
    ),
    *(
        '"',
        "'",
        "`",
        "<",
        ">",
        "&",
        "=",
        "\u2028",
        "\u2029",
        "\u202e",
        "\x00",
        "\x1b",
        "\ufffc",
        "\r\n",
        "\n\n",
        "javascript:",
    ),
    *(
        "---\n",
        "# ",
        "> ",
        "- ",
        "| a | b |\n|---|---|\n",
        "```\n",
        "<table><tr><td>",
        "{{",
        "}}",
        "[a](javascript:x)",
        " ",
        "word",
    ),
]
sharp = st.lists(st.sampled_from(_SHARP) | st.text(st.characters(codec="utf-8"), max_size=8), max_size=12).map("".join)
_PATHS = ["a.md", "a.html", "a.txt", "a.rst", "a.mdx", "a.json", "a.yaml", "a.lr"]
_TAGS = set(
    "html head meta title style script body a header h1 h2 h3 h4 h5 h6 span div button output main section article details "
    "summary "
    "pre p ul li mark sup code em del ins label input blockquote table thead tbody tr th td svg rect dialog dl dt dd kbd".split()
)
_NAMES = set(
    "lang charset http-equiv content name class id role type href title tabindex hidden open scope placeholder aria-label "
    "viewbox "
    "aria-labelledby aria-pressed aria-hidden data-family data-level data-notes data-key data-stet data-column data-value x y "
    "width height preserveaspectratio".split()
)


@settings(max_examples=150)
@given(sharp, sharp, sharp, st.sampled_from(_PATHS), st.data())
def test_no_text_makes_an_element_an_attribute_or_a_script(text: str, words: str, name: str, path: str, data) -> None:
    source = Source(path, text)
    length = len(source.text)
    places = st.tuples(st.integers(0, length), st.integers(0, length)).map(sorted)
    spans = data.draw(st.lists(places, min_size=1, max_size=6))
    pointed = Related(words, source.position(spans[0][0]), source.position(spans[0][1]))

    def made(span: list[int]):
        return lambda source: finding(
            source,
            start=span[0],
            end=span[1],
            rule=f"{name}/{words}",
            message=words,
            suggestions=(words, ""),
            related=(pointed,),
            fingerprint=name,
        )

    checked = file(text, *map(made, spans), path=f"{name}/{path}")
    told = {"errors": (UserError(words),), "skipped": (Skipped(words, name),), "skipped_rules": (Skipped(name, words),)}
    rules = (rule(f"{name}/{words}", why=words),)
    page = proof(checked, file(words, path=words), rules=rules, **told)
    elements = list(page.root.iter())
    assert {str(each.tag) for each in elements} <= _TAGS
    assert {key.lower() for each in elements for key in each.attrib} <= _NAMES
    assert [len(page.find(tag)) for tag in ("script", "style", "title", "meta")] == [1, 1, 1, 4]
    assert [link.get("href") for link in page.find("a") if not (link.get("href") or "").startswith("#")] == []
    numbers = sorted(int(each.split()[1]) for each in page.texts("sup"))
    assert numbers == list(range(1, len(spans) + 1))
    assert len(page.find("li", "note")) == len(spans)


@settings(max_examples=100)
@given(sharp, st.sampled_from(_PATHS))
def test_every_word_that_is_read_is_shown(text: str, path: str) -> None:
    checked = file(text, path=path)
    laid = galley(formats.read(checked.source), checked.findings)
    read = [block.text for block in formats.read(checked.source).blocks if block.prose.segments]
    assert [row.text for row in laid.rows if row.kind] == read
    page = proof(checked)
    plain = [text for text in read if OPAQUE_CHARACTER not in text]
    shown = {
        said(each) for each in page.root.iter() if each.tag in ("p", "td", "div", "blockquote") or each.tag[:1] == "h"
    }
    assert [text for text in plain if not any(" ".join(visible(text).split()) in each for each in shown)] == []


def test_the_page_lets_in_only_its_own_style_and_script() -> None:
    html = render(Report((file("the the", at("the the")),)), view())
    (policy,) = [each.get("content") for each in Page(html).find("meta") if each.get("http-equiv")]
    inline = {tag: re.findall(rf"(?s)<{tag}>(.*?)</{tag}>", html) for tag in ("style", "script")}
    hashes = {
        tag: [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts]
        for tag, texts in inline.items()
    }
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashes['style'][0]}'; script-src 'sha256-{hashes['script'][0]}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert re.findall(r"""(?:src|url)\s*[=(]|https?:|@import| on\w+=| style=""", html) == []


def test_direction_marks_and_control_characters_are_shown_and_do_nothing() -> None:
    page = proof(file("We \u202esaw\x1b it.", at("saw", severity=Severity.ERROR)))
    assert page.texts("p", "text") == ["We \ufffdsaw Query 1\u241b it."]
