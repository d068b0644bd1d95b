import pytest

from lint.formats import FORMATS, SUFFIXES, format_of, read
from lint.formats.unread import UNREAD
from lint.source import Source


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a/b.md", "markdown"),
        ("B.Markdown", "markdown"),
        ("notes.mkd", "markdown"),
        ("draft.txt", "plain"),
        ("README", "plain"),
        ("draft.v2", "plain"),
        ("story.article", "plain"),
        ("index.HTML", "html"),
        ("page.mdx", "mdx"),
        ("docs/index.rst", "rst"),
        ("contents.lr", "lektor"),
        ("data.json", "json"),
        ("data.yml", "yaml"),
        ("feed.XML", None),
        ("photo.jpeg", None),
        ("draft.docx", None),
    ],
)
def test_the_suffix_tells_the_format(path: str, name: str | None) -> None:
    assert format_of(path) == name


def test_a_name_overrules_the_suffix() -> None:
    source = Source("draft.txt", "Some *words* here.")
    assert read(source, "markdown").blocks[0].text == "Some words here."
    assert read(source).blocks[0].text == "Some *words* here."


def test_what_has_an_unread_suffix_is_read_as_plain_text_when_asked_for() -> None:
    assert read(Source("draft.docx", "Only words.")).blocks[0].text == "Only words."


def test_every_suffix_belongs_to_a_format() -> None:
    assert set(SUFFIXES.values()) == set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", ["", "\n", " \t\n\n", "\ufeff", "\r"])
def test_nothing_to_read_gives_no_blocks_and_no_notices(name: str, text: str) -> None:
    document = read(Source("draft", text), name)
    assert (document.blocks, document.notices) == ((), ())


@pytest.mark.parametrize("name", ["markdown", "mdx", "plain"])
@pytest.mark.parametrize("text", ["---\n", "---\n---\n"])
def test_a_rule_or_empty_front_matter_is_nothing_to_read(name: str, text: str) -> None:
    document = read(Source("draft", text), name)
    assert (document.blocks, document.notices) == ((), ())


def test_no_suffix_is_both_read_and_unread() -> None:
    assert UNREAD.isdisjoint(SUFFIXES)
