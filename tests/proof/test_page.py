"""The page as a whole: its notes, its front page, what it promises to every reader."""

import itertools
import re
from importlib import resources
from pathlib import Path

import pytest

from lint.errors import Place, UserError
from lint.model import Severity
from lint.report import Report, Skipped
from lint.reporters.proof import render
from tests.proof.conftest import at, file, proof, rule, said, view

DOUBLED = rule("typos/doubled-word")


def notes(page) -> list[str]:
    return page.texts("li", "note")


def test_a_note_asks_shows_the_change_names_the_rule_and_folds_its_reason() -> None:
    page = proof(file("We saw the the fair.", at("the the", suggestions=("the", ""))), rules=(DOUBLED,))
    (note,) = page.find("li", "note")
    assert [said(item) for each in note.iter("ul") for item in each] == [
        "the the \u2192 becomes the",
        "the the \u2192 becomes leave it out",
    ]
    (why,) = note.iter("details")
    assert [said(part) for part in why] == [
        "typos/doubled-word",
        "A word that stands twice.",
        "Left behind when a sentence is rewritten. High confidence.",
    ]
    assert why.get("open") is None


def test_long_words_are_shown_by_their_ends() -> None:
    words = " ".join(f"word{number}" for number in range(40))
    page = proof(file(words, at(words, suggestions=("x",))))
    (before,) = page.texts("del")
    assert before.startswith("word0 word1")
    assert before.endswith("word39")
    assert len(before) < 70


def test_a_change_is_told_in_the_words_that_the_reader_sees() -> None:
    page = proof(file("We saw *the*\n  the fair.", at("*the*\n  the", suggestions=("the",))))
    assert page.texts("del") == ["the the"]


def test_a_change_of_spaces_can_be_seen() -> None:
    page = proof(
        file(
            "We saw  it .",
            at("  ", suggestions=(" ",)),
            at("it .", suggestions=("it.",)),
            at("saw  it", suggestions=("saw it",)),
        )
    )
    changes = [said(item) for each in page.find("ul", "instead") for item in each]
    assert changes == [
        "\u2423\u2423 \u2192 becomes \u2423",
        "it . \u2192 becomes it.",
        "saw\u2423\u2423it \u2192 becomes saw it",
    ]


@pytest.mark.parametrize(
    ("path", "stet"),
    [
        ("a.md", "<!-- stet typos/doubled-word: why -->"),
        ("a.html", "<!-- stet typos/doubled-word: why -->"),
        ("a.mdx", "{/* stet typos/doubled-word: why */}"),
        ("a.rst", ".. stet typos/doubled-word: why"),
        ("a.yaml", "stet: typos/doubled-word"),
    ],
)
def test_a_stet_is_written_as_the_format_writes_comments(path: str, stet: str) -> None:
    page = proof(file("the the", at("the the"), path=path))
    assert [button.get("data-stet") for button in page.find("button", "stet")] == [stet]


def test_suggestions_are_in_the_page_but_held_back_until_they_are_asked_for() -> None:
    draft = file("We saw the the fair.", at("saw", severity=Severity.SUGGESTION), at("the the"))
    page = proof(draft)
    assert [note.get("class") for note in page.find("li", "note")] == ["note held", "note"]
    levels = [button for button in page.find("button", "filter") if button.get("data-level")]
    assert [(said(each), each.get("aria-pressed")) for each in levels] == [
        ("error 1", "true"),
        ("suggestion 1", "false"),
    ]
    assert proof(draft, shown=Severity.SUGGESTION).find("li", "held") == []


def test_filters_count_families_and_levels() -> None:
    page = proof(
        file("We saw the the fair.", at("saw", rule="claims/x", severity=Severity.WARNING), at("the the"), at("fair"))
    )
    assert page.texts("button", "filter") == ["error 2", "warning 1", "claims 1", "typos 2"]


def test_one_article_has_no_front_page() -> None:
    page = proof(file("# The fair\n\nWe saw the the fair.", at("the the")))
    assert (page.find("section"), page.find("svg")) == ([], [])
    assert page.texts("h1") == ["Proof The fair 8 words"]


def test_a_front_page_lists_articles_and_draws_what_was_found() -> None:
    several = [
        file("We saw the the fair, the the fair.", at("the the"), at("saw", rule="claims/x", severity=Severity.WARNING))
    ]
    several += [
        file("---\ntitle: Calm\n---\nAll is well.", path="calm.md"),
        file("# B\n\nthe the", at("the the"), path="b.md"),
    ]
    page = proof(*several)
    rows = [[said(cell) for cell in row] for row in page.find("tr")]
    assert rows[:3] == [
        ["Family", "", "Errors", "Warnings", "Suggestions"],
        ["typos", "", "2", "\u2013", "\u2013"],
        ["claims", "", "\u2013", "1", "\u2013"],
    ]
    assert rows[7:] == [
        ["drafts/fair.md", "1", "1", "\u2013", "8", "250.0"],
        ["Calm calm.md", "\u2013", "\u2013", "\u2013", "7", "\u2013"],
        ["B b.md", "1", "\u2013", "\u2013", "4", "250.0"],
    ]
    assert [rect.get("width") for rect in page.find("rect")] == ["200.00", "100.00", "200.00", "100.00"]
    assert [said(each) for each in page.find("h2", "path")] == ["drafts/fair.md", "b.md"]
    links = [link.get("href") for row in page.find("th") for link in row.iter("a")]
    assert set(links) == {"#a1", "#a3"}
    assert {link[1:] for link in links} <= set(page.ids())


def test_an_article_whose_queries_are_all_held_back_waits_with_them() -> None:
    quiet = file("We saw it.", at("saw", severity=Severity.SUGGESTION), path="quiet.md")
    page = proof(quiet, file("the the", at("the the")))
    assert [each.get("class") for each in page.find("article")] == ["galley held", "galley"]


def test_what_went_wrong_and_what_was_passed_over_is_told() -> None:
    page = proof(
        file("Fine.", stet=2, baseline=1),
        errors=(UserError("Gone.", Place("b.md", 2, 3), "Look again."),),
        skipped=(Skipped("c.md", "not a text"),),
        notices=(UserError("A part was not read.", Place("d.md", 1, 1)),),
        skipped_rules=(Skipped("typos/x", "no tags"),),
    )
    assert page.texts("details", "problems") == ["What went wrong 1b.md:2:3: Gone. Look again."]
    assert page.texts("details", "remarks") == ["Notes 2d.md:1:1: A part was not read.typos/x was not run: no tags"]
    assert page.texts("details", "skipped") == ["Not checked 1c.md: not a text"]
    assert page.texts("p", "soft") == ["2 findings left to stand by a stet.", "1 finding known from the baseline."]


def test_nothing_checked_and_nothing_found_are_told_apart() -> None:
    assert proof().texts("p", "clean") == ["Nothing was checked."]
    assert proof(file("Fine.")).texts("p", "clean") == ["Nothing to query."]


def test_the_same_report_gives_the_same_bytes_all_ascii() -> None:
    report = Report((file("\u201cCaf\u00e9\u201d \u6771\u4eac the the", at("the the"), path="caf\u00e9/x\udcff.md"),))
    once, again = render(report, view()), render(report, view())
    assert once == again
    assert once.isascii()
    assert once.endswith("</html>\n")
    assert proof(*report.files).texts("p", "text") == ["\u201cCaf\u00e9\u201d \u6771\u4eac the the Query 1"]


def test_every_control_has_a_name_and_every_link_a_target() -> None:
    several = [file("# A\n\nWe saw the the fair.", at("the the")), file("the the", at("the the"), path="b.md")]
    page = proof(*several, rules=(DOUBLED,))
    controls = [*page.find("button"), *page.find("summary"), *page.find("a"), *page.find("input"), *page.find("label")]
    labelled = {box for label in page.find("label") if said(label) for box in label.iter("input")}
    nameless = [each.tag for each in controls if not said(each) and not each.get("aria-label") and each not in labelled]
    assert (len(controls) > 20, nameless) == (True, [])
    ids = page.ids()
    assert len(ids) == len(set(ids))
    assert {(link.get("href") or "")[1:] for link in page.find("a")} <= set(ids)
    names = [each.get("aria-labelledby") for each in page.root.iter() if each.get("aria-labelledby")]
    assert names
    assert set(names) <= set(ids)


def test_headings_go_down_step_by_step_and_landmarks_are_there_once() -> None:
    page = proof(
        file("# A\n\n## B\n\n### C\n\nWe saw the the fair.", at("the the")), file("the the", at("the the"), path="b.md")
    )
    levels = [int(each.tag[1]) for each in page.root.iter() if re.fullmatch("h[1-6]", str(each.tag))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in itertools.pairwise(levels)), levels
    assert [len(page.find(tag)) for tag in ("main", "header")] == [1, 1]
    assert page.root.get("lang") == "en"


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_every_ink_can_be_read_on_every_paper(theme: int) -> None:
    style = (resources.files("lint.reporters.proof") / "proof.css").read_text(encoding="ascii")
    colors = {name: pair[theme] for name, *pair in re.findall(r"--(\w+): light-dark\((#\w{6}), (#\w{6})\)", style)}
    papers, inks = ("paper", "desk", "lit"), set(colors) - {"paper", "desk", "lit", "line"}
    assert inks >= {"ink", "soft", "typos", "claims", "names", "copy", "style", "other"}
    pale = [(ink, paper) for ink in inks for paper in papers if contrast(colors[ink], colors[paper]) < 4.5]
    assert pale == []


GOLDEN = Path(__file__).parent / "golden" / "proof.html"


def test_the_page_of_a_small_report_is_the_one_that_was_read_and_approved(golden) -> None:
    fair = file(
        "---\ntitle: The fair is back\n---\n\nAnn Marsh saw the the fair, and so did many.\n\n- Horses\n\n`code`\n",
        at("the the", suggestions=("the",)),
        at("many", rule="claims/vague-source", severity=Severity.WARNING, message="Who?"),
    )
    page = render(Report((fair, file("All is well.\n", path="calm.md"))), view(Severity.WARNING, DOUBLED))
    page = re.sub(r"(?s)(?<=<style>).*?(?=</style>)|(?<=<script>).*?(?=</script>)|(?<=sha256-)[^&]*", "...", page)
    golden(GOLDEN, page)
