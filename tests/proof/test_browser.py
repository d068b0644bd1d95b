"""The proof in a real browser: it is opened, filtered, walked through, ticked off and printed."""

import itertools
import json
from typing import Any

import pytest

from lint.model import Severity
from lint.report import FileReport, Report
from lint.reporters.proof import render
from tests.proof.conftest import Reading, at, file, finding, related, rule, view

pytestmark = pytest.mark.slow

FAIR = """\
---
title: The fair is back
description: It came early, and nobody was ready.
---

Ann Marsh saw the the fair from her window, and she called the mayor. Nobody spoke of of anything else. Some say that
the noise is worse then ever, and that that is how it must be.

> The tents were were red, she said.

- The horses came first first.
- Goats came late.

## What it costs

The council pays for for it. Marsch, who lives beside the green, wants it gone, and so do her neighbours.
"""
DOUBLED = ("the the", "of of", "that that", "were were", "first first", "for for")


def fair(path: str = "drafts/fair.md") -> FileReport:
    makers = [at(words, suggestions=(words.split()[0],)) for words in DOUBLED]
    makers.append(at("Some say", rule="claims/vague-source", severity=Severity.WARNING, message="Who says so? " * 20))
    makers.append(at("neighbours", rule="names/x", severity=Severity.SUGGESTION, message="Which neighbours?"))
    makers.append(
        lambda source: finding(
            source,
            "Marsch",
            rule="names/surname-misspelt",
            message="\u201cMarsch\u201d here, \u201cMarsh\u201d above.",
            suggestions=("Marsh",),
            related=(related(source, "Ann Marsh", "\u201cAnn Marsh\u201d here"),),
        )
    )
    report = file(FAIR, *makers, path=path)
    return FileReport(path, report.source, tuple(sorted(report.findings, key=lambda each: each.start)))


def html(*files: FileReport) -> str:
    return render(Report(files or (fair(),)), view(Severity.WARNING, rule("typos/doubled-word")))


def shown(page: Any) -> list[str]:
    """Give the numbers of the notes that can be seen."""
    return [each.inner_text().split()[-1] for each in page.locator(".note:visible .number").all()]


def boxes(page: Any) -> list[dict[str, float]]:
    return [each.bounding_box() for each in page.locator(".note:visible").all()]


def current(page: Any) -> str:
    return page.evaluate("document.activeElement.id")


def test_it_asks_nothing_of_the_network_and_has_nothing_to_complain_of(read) -> None:
    reading: Reading = read(html())
    reading.page.keyboard.press("n")
    assert reading.page.locator(".note").count() == 9
    assert [url for url in reading.requests if not url.startswith("file:")] == []
    assert len(reading.requests) == 1
    assert reading.complaints == []


def test_notes_stand_in_the_margin_beside_their_marks_and_never_on_each_other(read) -> None:
    page = read(html()).page
    placed = boxes(page)
    assert len(placed) == 8
    text = page.locator(".row.paragraph .text").first.bounding_box()
    assert all(box["x"] > text["x"] + text["width"] for box in placed)
    assert [(one, other) for one, other in itertools.pairwise(placed) if one["y"] + one["height"] > other["y"]] == []
    galley = page.locator(".galley").bounding_box()
    assert all(box["y"] + box["height"] <= galley["y"] + galley["height"] for box in placed)
    first = page.locator("#m1-1").bounding_box()
    assert abs(first["y"] - placed[0]["y"]) < 20


def test_the_margin_follows_when_a_reason_is_unfolded(read) -> None:
    page = read(html()).page
    page.locator(".note summary").first.click()
    page.wait_for_function("document.querySelector('.note details').open")
    page.wait_for_timeout(100)
    placed = boxes(page)
    assert all(one["y"] + one["height"] <= other["y"] for one, other in itertools.pairwise(placed))


def test_a_narrow_screen_shows_the_notes_below_their_paragraph(read) -> None:
    page = read(html(), width=400).page
    placed = boxes(page)
    text = page.locator(".row.paragraph .text").first.bounding_box()
    assert placed[0]["y"] >= text["y"] + text["height"]
    assert all(one["y"] + one["height"] <= other["y"] for one, other in itertools.pairwise(placed))
    assert page.evaluate("document.documentElement.scrollWidth") <= 400


def test_without_a_script_everything_is_there_but_the_controls(read) -> None:
    page = read(html(), java_script_enabled=False).page
    assert page.locator(".note:visible").count() == 8
    assert page.locator("button:visible").count() == 0
    page.locator("sup a").first.press("Enter")
    assert page.url.endswith("#q1-1")


def test_filters_hide_and_show_queries_and_their_marks(read) -> None:
    page = read(html()).page
    assert shown(page) == ["1", "2", "3", "4", "5", "6", "7", "8"]
    page.get_by_role("button", name="typos").click()
    assert shown(page) == ["3", "8"]
    assert page.locator("sup:visible").count() == 2
    assert page.locator("mark[data-notes]:not(.held)").count() == 2
    page.get_by_role("button", name="warning").click()
    page.get_by_role("button", name="suggestion").click()
    assert shown(page) == ["8", "9"]
    assert page.locator("#where").inner_text() == "2 shown"


def test_the_keyboard_alone_leads_through_the_queries(read) -> None:
    page = read(html()).page
    steps = []
    for key in "njnpkk":
        page.keyboard.press(key)
        steps.append(current(page))
    assert steps == ["q1-1", "q1-2", "q1-3", "q1-2", "q1-1", "q1-8"]
    assert page.locator("#where").inner_text() == "8 of 8"
    assert page.locator("mark.lit").inner_text() == "Marsch"
    page.keyboard.press("Escape")
    assert page.locator(".lit").count() == 0
    page.keyboard.press("f")
    assert page.evaluate("document.activeElement.dataset.level") == "error"
    page.keyboard.press("Space")
    assert shown(page) == ["3"]


def test_keys_with_control_are_the_browsers(read) -> None:
    page = read(html()).page
    page.keyboard.press("Control+j")
    assert current(page) == ""


def test_the_help_opens_names_the_keys_and_closes(read) -> None:
    page = read(html()).page
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Reading a proof").is_visible()
    assert "next query" in page.locator("dialog dl").inner_text()
    page.keyboard.press("n")
    assert page.locator(".lit").count() == 0
    page.get_by_role("button", name="Close").click()
    assert page.locator("dialog").is_hidden()


def test_a_tick_is_kept_and_what_is_ticked_can_be_hidden(read) -> None:
    page = read(html()).page
    page.keyboard.press("n")
    page.keyboard.press("d")
    assert page.locator("#ticked").inner_text() == "Ticked 1"
    page.reload()
    assert page.locator(".tick").first.is_checked()
    page.locator("#ticked").click()
    assert shown(page) == ["2", "3", "4", "5", "6", "7", "8"]
    page.locator("#ticked").click()
    page.locator(".tick").first.uncheck()
    page.reload()
    assert not page.locator(".tick").first.is_checked()


def test_a_stet_can_be_copied(read) -> None:
    page = read(html(), permissions=["clipboard-read", "clipboard-write"]).page
    page.locator(".note .stet").first.click()
    page.wait_for_function("document.querySelector('.stet').textContent === 'Copied'")
    assert page.evaluate("navigator.clipboard.readText()") == "<!-- stet typos/doubled-word: why -->"


def test_a_mark_leads_to_its_note_and_a_related_place_to_its_words(read) -> None:
    page = read(html()).page
    page.locator("mark", has_text="were were").click()
    assert current(page) == "q1-5"
    page.get_by_role("link", name="Line 6").click()
    assert page.url.endswith("#r1-8-1")
    assert page.locator(".place:target").inner_text() == "Ann Marsh"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_follows_the_system_and_can_be_switched_between_dark_and_light(read, scheme: str) -> None:
    page = read(html(), color_scheme=scheme).page
    paper = "getComputedStyle(document.querySelector('.galley')).backgroundColor"
    before, names = page.evaluate(paper), {"rgb(253, 252, 249)": "light", "rgb(25, 25, 24)": "dark"}
    page.get_by_role("button", name="Dark").click()
    after = page.evaluate(paper)
    assert names[before] == scheme
    assert names[after] != scheme
    page.reload()
    assert page.evaluate(paper) == after


def test_on_paper_there_are_notes_and_no_controls_and_it_is_light(read) -> None:
    page = read(html(fair(), fair("drafts/again.md")), color_scheme="dark").page
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("header button:visible, .note button:visible, input:visible").count() == 0
    assert page.locator(".note:visible").count() == 16
    assert page.evaluate("getComputedStyle(document.querySelector('.text')).color") == "rgb(34, 33, 31)"
    assert page.evaluate("getComputedStyle(document.querySelectorAll('.galley')[1]).breakBefore") == "page"
    placed = boxes(page)
    assert all(one["y"] + one["height"] <= other["y"] for one, other in itertools.pairwise(placed))
    assert page.pdf().count(b"/Type /Page\n") >= 3


def test_a_list_of_articles_can_be_searched_and_sorted(read) -> None:
    calm = file("---\ntitle: A calm day\n---\n\nAll is well.\n", path="calm.md")
    once = file("One word word.\n", at("word word"), path="once.md")
    page = read(html(calm, fair(), once)).page
    rows = page.locator(".articles tbody tr:visible th")
    page.keyboard.press("/")
    page.keyboard.type("fair back")
    assert [text.split()[-1] for text in rows.all_inner_texts()] == ["drafts/fair.md"]
    assert page.locator("#matches").inner_text() == "1 of 3"
    page.keyboard.press("Escape")
    orders = []
    for _ in range(2):
        page.get_by_role("button", name="Errors").click()
        orders.append([text.split()[-1] for text in rows.all_inner_texts()])
    assert orders == [["drafts/fair.md", "once.md", "calm.md"], ["calm.md", "once.md", "drafts/fair.md"]]
    page.get_by_role("button", name="Article").click()
    assert rows.first.inner_text().startswith("A calm day")
    page.get_by_role("link", name="once.md").click()
    assert page.locator("#a3").bounding_box()["y"] < 800


def test_articles_without_a_query_that_is_shown_are_out_of_the_way(read) -> None:
    quiet = file("We saw it.\n", at("saw", severity=Severity.SUGGESTION), path="quiet.md")
    page = read(html(fair(), quiet)).page
    assert page.locator(".galley:visible").count() == 1
    page.locator(".filter[data-level=suggestion]").click()
    assert page.locator(".galley:visible").count() == 2


def test_a_thousand_articles_open_and_move_without_a_hitch(read) -> None:
    many = html(*(fair(f"drafts/{number:04}.md") for number in range(1000)))
    reading: Reading = read(many)
    page = reading.page
    page.keyboard.press("k")
    assert current(page) == "q1000-8"
    page.wait_for_function("document.querySelector('#m1000-8').getBoundingClientRect().top < innerHeight")
    assert reading.complaints == []


def test_what_is_seen_can_be_read_and_reached_by_everyone(read) -> None:
    """Names and roles as the browser tells them to a screen reader, and no stop of the Tab key without a sign of it."""
    page = read(html(fair(), fair("drafts/again.md"))).page
    tree = json.dumps(page.locator("body").aria_snapshot())
    assert all(
        told in tree for told in ("banner:", "main:", "article", "heading", "Levels", "Families", "Find an article")
    )
    seen = []
    for _ in range(30):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                "(() => { const at = document.activeElement, look = getComputedStyle(at);"
                "return [at.tagName, look.outlineStyle, at.innerText || at.ariaLabel || at.type] })()"
            )
        )
    assert [each for each in seen if each[1] == "none" or not each[2]] == []
    assert {"BUTTON", "A", "INPUT"} <= {each[0] for each in seen}
