"""One run over files of which some are bad: each is told, and the others are checked all the same."""

from pathlib import Path

import pytest

from lint import session, source
from lint.annotate.pipeline import LONGEST
from lint.report import Report
from lint.session import CheckOptions

SLIP = "It was the the end.\n"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)


def make(name: str, content: str | bytes = SLIP) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def check(*paths: str, select: tuple[str, ...] = ("typos/doubled-word",)) -> Report:
    return session.check(paths or (".",), CheckOptions(select=select))


def found(report: Report) -> list[str]:
    return [file.path for file in report.files for _ in file.findings]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"one\n\xff", "bad.md:2:1: Byte 0xff at byte offset 4 is not UTF-8."),
        ("one".encode("utf-16"), "bad.md:1:1: The file is UTF-16."),
        ("---\ntitle: a: b\n---\n\ntext\n", "bad.md:2:9: The front matter was not read"),
        ("---\ntitle: a\n\ntext\n", "bad.md:1:1: The front matter was not read"),
    ],
)
def test_a_bad_file_is_told_and_the_others_are_checked(content, told):
    make("bad.md", content)
    make("good.md")
    report = check()
    assert [str(error).startswith(told) for error in report.errors] == [True]
    assert found(report) == ["good.md"]


def test_what_is_no_text_or_no_article_is_skipped_and_counted():
    make("a.md", b"a\0b")
    make("b.adoc", "= Title")
    make("c.md", "Der Minister hat nicht mit den Bauern gesprochen, und das ist für sie ein Problem.")
    report = check("a.md", "b.adoc", "c.md")
    assert [skip.path for skip in report.skipped] == ["a.md", "b.adoc", "c.md"]
    assert report.errors == ()


def test_an_empty_file_and_one_with_front_matter_alone_are_articles_without_words():
    make("a.md", "")
    make("b.md", "---\ntitle: A b\n---\n")
    report = check()
    assert [file.path for file in report.files] == ["a.md", "b.md"]
    assert (found(report), report.errors) == ([], ())


def test_a_broken_configuration_keeps_back_the_files_below_it_alone():
    make("good.md")
    make("sub/.copydesk.yaml", "rulez: {}\n")
    make("sub/one.md")
    make("sub/two.md")
    report = check()
    assert [str(error) for error in report.errors] == [
        "sub/.copydesk.yaml:1:1: Unknown key “rulez”. Did you mean “rules”?"
    ]
    assert found(report) == ["good.md"]


def test_nothing_is_checked_with_a_selection_that_means_nothing():
    make("good.md")
    report = check(select=("typos/doubled-wrod",))
    assert report.files == ()
    assert "Did you mean “typos/doubled-word”?" in str(report.errors[0])


def test_a_block_that_is_read_in_part_is_told():
    make("long.md", "word " * LONGEST)
    report = check()
    assert [str(notice) for notice in report.notices] == [
        "long.md:1:100001: A block of text was read up to its 100,000th character."
    ]


def test_a_crash_on_one_file_is_told_and_the_others_are_checked(monkeypatch):
    make("a.md")
    make("b.md")
    decode = source.decode

    def fail(path, data):
        if path == "a.md":
            raise ZeroDivisionError("oh")
        return decode(path, data)

    monkeypatch.setattr(source, "decode", fail)
    report = check()
    assert "Copydesk failed on this file: ZeroDivisionError: oh." in str(report.errors[0])
    assert found(report) == ["b.md"]


def test_rules_and_options_hold_by_path():
    make(".copydesk.yaml", "paths:\n  'stones/**':\n    ignore: [typos]\n    because: As carved.\n")
    make("stones/a.md")
    make("b.md")
    assert found(check()) == ["b.md"]
