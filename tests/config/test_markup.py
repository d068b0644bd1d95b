from pathlib import Path

import pytest

from lint.config import Config, read
from lint.document import BlockKind
from lint.errors import UserErrors
from lint.markup import DEFAULT

TEXT = """
markup:
  prose_fields: {Kicker: deck}
  prose_parameters: {credit: credit}
  prose_arguments:
    figure: ["-", alt]
    pull: quote
  opaque_shortcodes: [chart]
  skip_tags: aside
  data: content/**/*.json
paths:
  blog/**:
    markup: {prose_fields: {kicker: headline}, skip_tags: [nav]}
"""


def config(text: str) -> Config:
    Path(".copydesk.yaml").write_text(text, encoding="utf-8")
    return read(Path(".copydesk.yaml"))


def mistakes(text: str) -> list[str]:
    with pytest.raises(UserErrors) as caught:
        config(text)
    return [str(error).removeprefix(".copydesk.yaml:") for error in caught.value.errors]


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_without_a_word_the_usual_holds() -> None:
    assert config("packs: []\n").for_path("a.md").markup == DEFAULT


def test_a_repository_adds_to_what_is_prose() -> None:
    markup = config(TEXT).for_path("news/a.md").markup
    assert markup.prose_fields["kicker"] is BlockKind.DECK
    assert markup.prose_fields["title"] is BlockKind.HEADLINE
    assert markup.prose_parameters["credit"] is BlockKind.CREDIT
    assert markup.prose_arguments == {"figure": (None, BlockKind.ALT), "pull": (BlockKind.QUOTE,)}
    assert {"chart", "highlight"} <= markup.opaque_shortcodes
    assert markup.skip_tags == {"aside"}


def test_a_section_adds_to_it_for_its_paths() -> None:
    markup = config(TEXT).for_path("blog/a.md").markup
    assert markup.prose_fields["kicker"] is BlockKind.HEADLINE
    assert markup.skip_tags == {"aside", "nav"}


def test_data_files_that_hold_articles_are_named_by_globs() -> None:
    read_in = config(TEXT)
    assert read_in.takes(Path("content/news/a.json"))
    assert not read_in.takes(Path("package.json"))
    assert not config("packs: []\n").takes(Path("package.json"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("markup: {prose_fields: {kicker: dek}}", "1:33: “dek” is no kind of block. Did you mean “deck”?"),
        ("markup: {prose_arguments: {fig: [captoin]}}", "1:34: “captoin” is no kind of block. Did you mean “caption”?"),
        ("markup: {prose_field: {a: deck}}", "1:10: Unknown key “prose_field”. Did you mean “prose_fields”?"),
        ("paths: {a/**: {markup: {data: b}}}", "1:25: Unknown key “data”."),
        ("markup: {data: '!'}", "1:10: “!” is not a path pattern."),
        ("markup: {skip_tags: {a: b}}", "1:10: “skip_tags” must be a list"),
        ("markup: {prose_fields: {a: zzz}}", "1:28: “zzz” is no kind of block. Write one of: headline, deck,"),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, told: str) -> None:
    (mistake,) = mistakes(text)
    assert mistake.startswith(told)
