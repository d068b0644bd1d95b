"""National spelling: the house's, or the article's own; and the words of the house."""

from pathlib import Path

import pytest

from lint import session
from lint.model import Severity
from lint.session import CheckOptions

MIXED = "The color of the centre was organised.\n"
BRITISH = "They organised a theatre festival in the centre, favoured colour and labelled it. "


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)


def found(text: str, configuration: str = "", rule: str = "style/national-spelling") -> list[tuple[str, str, Severity]]:
    Path("draft.md").write_text(text, encoding="utf-8")
    Path(".copydesk.yaml").write_text(configuration, encoding="utf-8")
    report = session.check(["draft.md"], CheckOptions(select=(rule,)))
    assert not report.errors, [str(error) for error in report.errors]
    return [(f.text, f.suggestions[0], f.severity) for file in report.files for f in file.findings]


@pytest.mark.parametrize(
    ("spelling", "wrong"),
    [
        ("british", ["color"]),
        ("oxford", ["color", "organised"]),
        ("american", ["centre", "organised"]),
        ("canadian", ["color", "organised"]),
        ("australian", ["color"]),
    ],
)
def test_the_spelling_of_the_house_is_kept(spelling: str, wrong: list[str]) -> None:
    hits = found(MIXED, f"language: {{spelling: {spelling}}}\n")
    assert [(text, severity) for text, _, severity in hits] == [(word, Severity.WARNING) for word in wrong]


def test_a_section_may_have_a_spelling_of_its_own() -> None:
    configuration = (
        "language: {spelling: british}\n"
        "paths:\n  draft.md:\n    rules:\n      style/national-spelling: {spelling: american}\n"
    )
    assert [text for text, _, _ in found(MIXED, configuration)] == ["centre", "organised"]


def test_without_a_house_the_clear_majority_of_the_article_counts() -> None:
    assert found(BRITISH + "It was a maneuver.") == [("maneuver", "manoeuvre", Severity.SUGGESTION)]
    assert found(BRITISH + "They recognised and analysed it, and organize it.") == [
        ("organize", "organise", Severity.SUGGESTION)
    ]


@pytest.mark.parametrize(
    "text",
    [
        MIXED,
        BRITISH,
        BRITISH + "She works at the Center for Labor in New York.",
        "The labour of the centre was organized, recognized and analysed in colour.",
        BRITISH + "The file color.css lies at example.org/center.",
    ],
)
def test_without_a_clear_majority_and_in_names_nothing_is_said(text: str) -> None:
    assert found(text) == []


def test_no_spelling_is_a_slip_whatever_the_house() -> None:
    text = "They organised and organized the colour and the color of travelled and traveled labor.\n"
    assert found(text, "language: {spelling: american}\n", "typos/unknown-word") == []


def test_a_word_of_the_house_is_no_slip() -> None:
    text = "The techincal desk met.\n"
    assert found(text, "", "typos/unknown-word")
    assert found(text, "words: [techincal]\n", "typos/unknown-word") == []


def test_a_word_of_the_house_with_a_capital_is_right_with_it_alone() -> None:
    configuration = "words: [Techincal]\n"
    assert found("Techincal things came first.\n", "", "typos/unknown-word")
    assert found("Techincal things came first.\n", configuration, "typos/unknown-word") == []
    assert found("The techincal desk met.\n", configuration, "typos/unknown-word")


def test_the_words_of_the_house_may_lie_in_files() -> None:
    Path("words.txt").write_text("# of the trade\n\ntechincal\r\n", encoding="utf-8")
    assert found("The techincal desk met.\n", "word_files: words.txt\n", "typos/unknown-word") == []


def test_a_words_option_of_a_rule_adds_to_those_of_the_house() -> None:
    configuration = "words: [techincal]\nrules:\n  typos/unknown-word: {words: [hospitel]}\n"
    assert found("The techincal desk met in the hospitel.\n", configuration, "typos/unknown-word") == []


@pytest.mark.parametrize(
    ("configuration", "content", "message"),
    [
        (
            "word_files: [words.txt]\n",
            None,
            ".copydesk.yaml:1:14: The word file “words.txt” cannot be read: No such file",
        ),
        ("word_files: [words.txt]\n", b"caf\xe9\n", "words.txt:1:4: Byte 0xe9 at byte offset 3 is not UTF-8."),
        ("language: {spelling: britsh}\n", None, "“britsh” is no national spelling. Did you mean “british”?"),
    ],
)
def test_what_is_set_wrongly_is_told_with_its_place(configuration: str, content: bytes | None, message: str) -> None:
    if content is not None:
        Path("words.txt").write_bytes(content)
    Path("draft.md").write_text("It rained.\n", encoding="utf-8")
    Path(".copydesk.yaml").write_text(configuration, encoding="utf-8")
    report = session.check(["draft.md"], CheckOptions())
    assert any(message in str(error) for error in report.errors), [str(error) for error in report.errors]
