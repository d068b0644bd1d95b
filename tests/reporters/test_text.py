import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from lint.errors import Place, UserError
from lint.model import Confidence, Finding, Severity
from lint.report import FileReport, Report, Skipped
from lint.reporters.excerpt import excerpt
from lint.reporters.text import render
from lint.reporters.view import Look, View
from lint.source import Source

ALL = View(Look(width=80, shown=Severity.SUGGESTION))


def underlined(text: str) -> str:
    """Give what stands above the marks of the first finding, cell by cell."""
    _, line, marks = text.split("\n")[:3]
    start, end = marks.index("~"), len(marks)
    before = next(n for n in range(len(line) + 1) if wcswidth(line[:n]) == start)
    after = max(n for n in range(len(line) + 1) if wcswidth(line[:n]) == end)
    return line[before:after]


def test_a_finding_shows_place_words_question_and_rule(report) -> None:
    text = render(report("We saw the the fair.", "the the", suggestions=("the",)), View(Look(width=60)))
    assert text == (
        "drafts/fair.md\n"
        "  1:8  We saw the the fair.\n"
        "              ~~~~~~~\n"
        "       error    The word stands here twice.\n"
        "                Did you mean “the”?       typos/doubled-word\n"
        "\n"
        "1 error in 1 article (5 words).\n"
    )


@pytest.mark.parametrize(
    "before",
    [
        "東京の ",
        "cafe\u0301 ",
        "👨‍👩‍👧 ",
        "“é” — ",
        "\t",
        "a\u00a0b ",
        "한국어 ",
        "x" * 300 + " ",
        "word " * 300,
        "東" * 200,
    ],
)
def test_the_marks_stand_under_the_words(report, before: str) -> None:
    text = f"{before}the the fair {'and so on ' * 30}"
    assert underlined(render(report(text, "the the"), ALL)) == "the the"


def test_wide_words_are_underlined_in_full(report) -> None:
    assert underlined(render(report("In 東京 and 東京 it rained.", "東京 and 東京"), ALL)) == "東京 and 東京"


def test_no_line_is_wider_than_asked(report) -> None:
    text = f"{'one word more ' * 40}the the{' and more' * 40}"
    lines = render(report(text, "the the", message="Is this so? " * 20), View(Look(width=50, summary=False))).split(
        "\n"
    )
    assert max(map(len, lines)) <= 50


def test_context_is_cut_at_words_with_dots(report) -> None:
    line = render(report(f"{'lorem ' * 30}the the {'ipsum ' * 30}", "the the"), View(Look(width=60))).split("\n")[1]
    assert re.fullmatch(r"  1:181  … (lorem )+the the (ipsum )+…", line)


def test_a_span_over_several_lines_is_shown_by_its_first(report) -> None:
    assert underlined(render(report("It is the\nthe fair.", "the\nthe"), ALL)) == "the"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_ends_at_every_kind_of_line_end(report, end: str) -> None:
    assert render(report(f"First.{end}Then the the fair.{end}Last.", "the the"), ALL).split("\n")[1] == (
        "  2:6  Then the the fair."
    )


def test_an_empty_span_is_marked_by_a_caret(report) -> None:
    assert render(report("The fair", ""), ALL).split("\n")[2] == "       ^"


def test_related_places_are_told_by_line(report, related) -> None:
    text = "Ann Lee sang.\n\nMs Leigh bowed."
    pointer = related(text, "Ann Lee", "first named here")
    assert "Line 1: first named here" in render(report(text, "Leigh", related=(pointer,)), ALL)


@pytest.mark.parametrize(
    ("suggestions", "told"),
    [
        (("a",), "Did you mean “a”?"),
        (("a", "b", "c"), "Did you mean “a”, “b” or “c”?"),
        (("a", ""), "Did you mean “a”? Or leave it out?"),
        (("",), "Leave it out?"),
    ],
)
def test_suggestions_are_questions(report, suggestions: tuple[str, ...], told: str) -> None:
    assert told in render(report("We saw it.", "saw", suggestions=suggestions), ALL)


def test_suggestions_are_held_back_and_counted(report) -> None:
    found = report("We saw it.", "saw", "it", severity=Severity.SUGGESTION)
    assert render(found, View(Look())) == (
        "Nothing to query in 1 article (3 words). 2 suggestions held back: --all shows them.\n"
    )


def test_the_summary_tells_what_was_not_done() -> None:
    file = FileReport("a.md", Source("a.md", "Two words"), (), stet=2, baseline=1)
    report = Report(
        (file,),
        errors=(UserError("Gone."),),
        skipped=(Skipped("b.md", "not a text"), *(Skipped(f"{n}.md", "not in English") for n in range(5))),
        notices=(UserError("A table was not read.", Place("a.md", 3, 1)),),
        skipped_rules=(Skipped("claims/vague", "the pipeline gives no parse"),),
    )
    assert render(report, View(Look())) == (
        "note: a.md:3:1: A table was not read.\n"
        "1 file was skipped (not a text): b.md.\n"
        "5 files were skipped (not in English).\n"
        "1 rule was not run (the pipeline gives no parse): claims/vague.\n"
        "Nothing to query in 1 article (2 words). 2 findings left to stand by a stet. "
        "1 finding known from the baseline. 1 problem on the way: exit status 2.\n"
    )


def test_without_summary_a_clean_report_is_empty(report) -> None:
    assert render(report("Fine."), View(Look(summary=False))) == ""


def test_colour_changes_nothing_but_colour(report) -> None:
    found = report("We saw the the fair 東京.", "the the", "東京", suggestions=("the",))
    colored = render(found, replace(ALL, look=replace(ALL.look, color=True)))
    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == render(found, ALL)


@given(st.text(st.characters(codec="utf-8"), min_size=1), st.data())
def test_nothing_of_article_or_path_commands_the_terminal(text: str, data: st.DataObject) -> None:
    source = Source("x\x1b[2J.md", text)
    start = data.draw(st.integers(0, len(source.text)))
    end = data.draw(st.integers(start, len(source.text)))
    words = source.text[start:end]
    finding = Finding(
        words, Severity.ERROR, Confidence.HIGH, words, words, "paragraph",
        source.position(start), source.position(end), (words,), (), (), "",
    )  # fmt: skip
    shown = render(Report((FileReport(source.path, source, (finding,)),)), ALL)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", shown)


def test_only_the_neighbourhood_of_the_words_is_read(report) -> None:
    file = report("the the " + "x" * 20_000_000, "the the").files[0]
    for _ in range(2_000):
        excerpt(file.source.text, file.findings[0], 80)
