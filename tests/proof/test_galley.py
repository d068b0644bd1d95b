"""The articles as an editor knows them, and the marks in them."""

import pytest

from lint.model import Severity
from tests.proof.conftest import Page, at, file, finding, proof, related, said

ARTICLE = """\
---
title: The fair
description: It came early.
author: Ann Marsh
---

# A second title

The *old* fair came [early](https://fair.example/) &amp; left `fair.py` behind.

> We saw the the fair,
> she said.

1. Horses
   - Ponies
2. Goats

| Stall | Price |
|-------|-------|
| Nuts  | two   |

```sh
git push fair
git pull
make
make test
make clean
```

![A red tent](tent.jpg)

<!-- stet names: as printed -->
The end.
"""


def row(page: Page, name: str) -> list[str]:
    """Give the texts of all rows of a kind, without their line numbers and notes."""
    rows = [each for each in page.find("div", name) + page.find("li", name) if "row" in (each.get("class") or "")]
    return [" ".join(said(part) for part in each if part.get("class") not in ("at", "notes")) for each in rows]


def test_each_kind_of_block_is_shown_as_what_it_is_and_without_its_markup() -> None:
    page = proof(file(ARTICLE))
    assert page.texts("h3") == ["The fair"]
    assert row(page, "deck") == ["It came early."]
    assert page.texts("h4") == ["A second title"]
    assert row(page, "paragraph") == ["The old fair came early & left `fair.py` behind.", "The end."]
    assert page.texts("blockquote") == ["We saw the the fair, she said."]
    assert row(page, "list-item") == ["1. Horses", "\u2022 Ponies", "2. Goats"]
    assert [page_row.get("class") for page_row in page.find("li", "depth2")] == ["row list-item depth2"]
    assert [[said(cell) for cell in line.findall("td")] for line in page.find("tr")] == [
        ["Stall", "Price"],
        ["Nuts", "two"],
    ]
    assert row(page, "alt") == ["Picture A red tent"]


def test_front_matter_and_long_code_are_folded_and_short_comments_are_dim() -> None:
    page = proof(file(ARTICLE))
    folded = [said(each) for each in page.find("details")]
    assert folded[0].startswith("Front matter 5 lines--- title: The fair")
    assert folded[1].startswith("Not read 7 lines```sh git push fair")
    assert row(page, "unread")[-1] == "<!-- stet names: as printed -->"


def test_each_row_tells_its_line_in_the_file() -> None:
    page = proof(file("# Fair\r\n\r\nWe saw it.\r\n\r\nThe end.\r\n"))
    assert page.texts("span", "at") == ["Line 1", "Line 3", "Line 5"]


def test_the_words_of_a_finding_are_marked_and_numbered_and_lead_to_their_note() -> None:
    page = proof(file(ARTICLE, at("the the", severity=Severity.WARNING)))
    (mark,) = page.marks()
    assert (said(mark), mark.get("data-family"), mark.get("data-level")) == ("the the", "typos", "warning")
    (reference,) = page.find("sup")
    (note,) = page.find("li", "note")
    assert said(reference) == "Query 1"
    assert [link.get("href") for link in reference.iter("a")] == [f"#{note.get('id')}"]
    assert said(note).startswith("To the mark of query 1 warning line 11The word stands here twice.")


@pytest.mark.parametrize(
    ("words", "shown"),
    [("early](https://fair.example/) &amp; left", "early & left"), ("*old*", "old"), ("`fair.py`", "`fair.py`")],
)
def test_marks_cover_what_the_reader_sees_of_the_source(words: str, shown: str) -> None:
    page = proof(file(ARTICLE, at(words)))
    assert [said(mark) for mark in page.marks()] == [shown]


@pytest.mark.parametrize("words", ["author: Ann Marsh", "git push", "stet names", "https://fair.example/", "|-------|"])
def test_a_finding_outside_of_what_is_read_shows_too(words: str) -> None:
    page = proof(file(ARTICLE, at(words)))
    assert page.texts("sup") == ["Query 1"]
    assert len(page.find("li", "note")) == 1
    folded = [each for each in page.find("details") if "mark" in [inner.tag for inner in each.iter()]]
    assert [each.get("open") is not None for each in folded] == [True] * len(folded)


def test_a_place_between_two_words_gets_a_caret_at_the_words() -> None:
    text = "We saw fair.\n\nThe end.\n"
    page = proof(
        file(text, lambda source: finding(source, start=7, end=7), lambda source: finding(source, start=12, end=12))
    )
    assert [mark.get("class") for mark in page.marks()] == ["caret", "caret"]
    assert row(page, "paragraph")[0] == "We saw Query 1fair. Query 2"


def test_overlapping_findings_share_the_words_and_keep_their_numbers() -> None:
    page = proof(file("We saw the the fair.", at("saw the the", rule="claims/x"), at("the the fair")))
    assert [(said(mark), mark.get("data-notes")) for mark in page.marks()] == [
        ("saw", "q1-1"),
        ("the the", "q1-1 q1-2"),
        ("fair", "q1-2"),
    ]
    assert page.texts("sup") == ["Query 1", "Query 2"]


def test_a_crowd_of_findings_at_one_place_is_told_in_full() -> None:
    page = proof(file("We saw the the fair.", *[at("the the")] * 40))
    assert page.texts("sup") == [f"Query {number}" for number in sorted(range(1, 41), key=lambda n: (n < 9, n))]
    assert len(page.find("li", "note")) == 40
    assert max(len((mark.get("data-notes") or "").split()) for mark in page.marks()) == 8


def test_a_place_that_a_finding_points_to_can_be_gone_to() -> None:
    def pointing(source):
        return finding(
            source, "the the", related=(related(source, "old", "said here"), related(source, "Goats", "and here"))
        )

    page = proof(file(ARTICLE, pointing))
    links = [link.get("href") for each in page.find("ul", "elsewhere") for link in each.iter("a")]
    assert page.texts("ul", "elsewhere") == ["Line 9: said hereLine 16: and here"]
    targets = {f"#{place.get('id')}": said(place) for place in page.find("span", "place")}
    assert [targets[link] for link in links] == ["old", "Goats"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.html", "<html><body><h1>Fair<p>We saw the the <b>fair<table><tr><td>x"),
        ("a.md", "---\ntitle: [x\n---\nthe the"),
        ("a.json", '{"title": "the the'),
        ("a.rst", "Fair\n==\n\n.. x:: the the\n   y"),
        ("a.txt", "the the"),
        ("a.mdx", "<A b={the the\n"),
        ("a.yaml", "title: 'the the"),
    ],
)
def test_what_is_badly_written_still_shows_with_its_marks(path: str, text: str) -> None:
    page = proof(file(text, at("the the"), path=path))
    assert page.texts("sup") == ["Query 1"]
    assert "".join([said(mark) for mark in page.marks()]) in ("the the", "")


def test_an_empty_article_with_a_finding_shows_it() -> None:
    page = proof(file("", lambda source: finding(source, start=0, end=0)))
    assert page.texts("sup") == ["Query 1"]


def test_a_cell_of_an_html_table_stays_in_its_row() -> None:
    text = "<h1>F</h1><table><tr><td>a</td>\n<td>b</td></tr>\n<tr><td>c</td></tr></table>"
    page = proof(file(text, path="a.html"))
    assert [[said(cell) for cell in line.findall("td")] for line in page.find("tr")] == [["a", "b"], ["c"]]
