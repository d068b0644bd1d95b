import pytest

from lint.formats import WALKED, format_of
from lint.formats.detect import by_content

PAGE = "<!DOCTYPE html>\n<html><body><p>Words.</p></body></html>"
FRONT = "---\ntitle: T\n---\nWords."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (PAGE, "html"),
        ("  \n<!-- saved from the web -->\n<HTML lang=en>", "html"),
        ("<p>Words.</p>", None),
        ("The <html> tag.", None),
        (FRONT, "markdown"),
        ('+++\ntitle = "T"\n+++\n', "markdown"),
        ("---\nWords.\n", None),
        ("Words.", None),
        ("", None),
        ("<!--" * 100_000, None),
    ],
)
def test_what_a_text_shows(text: str, name: str | None) -> None:
    assert by_content(text) == name


@pytest.mark.parametrize(
    ("path", "text", "name"),
    [
        ("draft", PAGE, "html"),
        ("draft.txt", PAGE, "html"),
        ("draft.md", PAGE, "html"),
        ("draft.txt", FRONT, "markdown"),
        ("draft", FRONT, "markdown"),
        ("draft.rst", PAGE, "rst"),
        ("draft.md", "Words.", "markdown"),
        ("draft.py", FRONT, None),
    ],
)
def test_the_text_tells_where_the_suffix_does_not(path: str, text: str, name: str | None) -> None:
    assert format_of(path, text) == name


def test_data_files_are_read_where_they_are_named_alone() -> None:
    assert WALKED.isdisjoint({".json", ".yaml", ".yml", ".toml"})
    assert {".md", ".txt", ".rst", ".lr"} <= WALKED
