"""The sources of articles, as text, JSON and a page: what is in them reaches the reader unharmed and harmless."""

import json

from lint.annotate.speakers import SourceClass
from lint.annotate.speech import Form
from lint.model import Position
from lint.reporters import sources_html, sources_json, sources_text
from lint.reporters.view import Look
from lint.sourcelist import ArticleSources, Claim, ListedSource, SpeakerPlace, SpokenQuotation, Stretch

EVIL = '<script>alert("&")</script>\u202e\x1b[31m'


def stretch(text: str, offset: int = 0) -> Stretch:
    return Stretch(Position(1, offset + 1, offset), Position(1, offset + 1 + len(text), offset + len(text)), text)


def article(text: str = "“We lost.”", name: str = "Nora Vik", path: str = "x.md") -> ArticleSources:
    speaker = SpeakerPlace(stretch("she", 20), SourceClass.NAMED, name)
    source = ListedSource(name, SourceClass.NAMED, False, 1, 0, 2, stretch(name, 40))
    quotations = (
        SpokenQuotation(stretch(text), Form.DIRECT, speaker),
        SpokenQuotation(stretch("“No.”"), Form.DIRECT, None),
    )
    return ArticleSources(path, (source,), quotations, (Claim(stretch("Critics say", 60), "vague"),), 8)


def test_the_page_runs_nothing_that_an_article_holds():
    page = sources_html.render([article(EVIL, EVIL, EVIL)])
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "\u202e" not in page
    assert "\x1b" not in page


def test_the_page_needs_nothing_else_and_knows_the_dark():
    page = sources_html.render([article()])
    assert "http" not in page
    assert "prefers-color-scheme: dark" in page
    assert page.startswith("<!DOCTYPE html>")


def test_the_text_commands_no_terminal():
    text = sources_text.render([article(EVIL, EVIL, EVIL)], Look(80))
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_the_text_names_whom_a_pronoun_means():
    assert "she (Nora Vik)" in sources_text.render([article()], Look(100))


def test_the_json_is_the_contract():
    data = json.loads(sources_json.render([article()]))
    (file,) = data["files"]
    first, second = file["quotations"]
    assert (data["version"], list(file)) == (1, ["path", "sources", "quotations", "claims"])
    assert list(first) == ["start", "end", "text", "kind", "speaker"]
    assert first["start"] == {"line": 1, "column": 1, "offset": 0}
    assert (first["speaker"]["text"], first["speaker"]["class"], first["speaker"]["person"]) == (
        "she",
        "named",
        "Nora Vik",
    )
    assert second["speaker"] is None
    assert file["claims"][0]["reason"] == "vague"
    assert file["sources"][0]["share"] == 0.25


def test_no_article_is_told_of_as_none():
    assert sources_text.render([], Look(80)) == "Nothing was read.\n"
    assert json.loads(sources_json.render([])) == {"version": 1, "files": []}
    assert "Nothing was read." in sources_html.render([])
