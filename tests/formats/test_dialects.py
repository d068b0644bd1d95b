"""What the dialects of Markdown add to CommonMark."""

import pytest


def found(document) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(str(block.kind), block.text, block.path) for block in document.blocks]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (":::note", None),
        (":::note[Mind *it*]", "Mind it"),
        (":::tip Mind it", "Mind it"),
        ("::: warning Mind it :::", "Mind it"),
        ("::: {.aside #here}", None),
        (":::{note} Mind it", "Mind it"),
        (":::{figure} a.png", None),
        ("::::: details", None),
    ],
)
def test_containers(markdown, head: str, title: str | None) -> None:
    text = f"Before.\n{head}\nInside *it*.\n\n- Point\n:::\nAfter.\n"
    titles = [("heading", title, ("note",))] if title else []
    assert found(markdown(text)) == [
        ("paragraph", "Before.", ()),
        *titles,
        ("paragraph", "Inside it.", ()),
        ("list item", "Point", ("list",)),
        ("paragraph", "After.", ()),
    ]


def test_admonitions(markdown) -> None:
    text = (
        'Before.\n\n!!! note "Mind *it*"\n    Inside,\n    still.\n\n    - Point\n\n    ??? tip "More"\n'
        '        Deep.\n\n            code\n\nAfter.\n\n=== "One"\n\n    First.\n\n!!! Wow\nno note\n'
    )
    assert found(markdown(text)) == [
        ("paragraph", "Before.", ()),
        ("heading", "Mind it", ("note",)),
        ("paragraph", "Inside, still.", ("note",)),
        ("list item", "Point", ("note", "list")),
        ("heading", "More", ("note",)),
        ("list item", "Deep.", ("note", "list")),
        ("paragraph", "After.", ()),
        ("heading", "One", ("note",)),
        ("paragraph", "First.", ("note",)),
        ("paragraph", "!!! Wow no note", ()),
    ]


def test_callouts(markdown) -> None:
    text = "> [!info]- A title\n> The rest.\n\n> [!NOTE]\n> Mind it.\n\n[!x] in a line\n"
    assert found(markdown(text)) == [
        ("heading", "A title", ("note",)),
        ("quote", "The rest.", ("quote",)),
        ("paragraph", "Mind it.", ("note",)),
        ("paragraph", "[!x] in a line", ()),
    ]


def test_definition_lists(markdown) -> None:
    assert found(markdown("Term\n: A *meaning*\n  of it\n: Another\n\nAfter.\n")) == [
        ("list item", "Term", ("definitions",)),
        ("list item", "A meaning of it", ("definitions",)),
        ("list item", "Another", ("definitions",)),
        ("paragraph", "After.", ()),
    ]


def test_footnotes_are_blocks_of_their_own(markdown) -> None:
    assert found(markdown("A claim[^1] stands.\n\n[^1]: So *they* say.\n\n    And more.\n")) == [
        ("paragraph", "A claim stands.", ()),
        ("paragraph", "So they say.", ("footnote",)),
        ("paragraph", "And more.", ("footnote",)),
    ]


def test_abbreviations_contents_and_attribute_lines_are_no_prose(markdown) -> None:
    text = "[TOC]\n\nWords.\n{: .lead}\n\n*[HTML]: Markup\n*[CSS]: Sheets\n\n[[_TOC_]]\n\n## Part {#part .x}\n{: #p}\n"
    assert found(markdown(text)) == [("paragraph", "Words.", ()), ("heading", "Part", ())]


def test_a_heading_keeps_its_braces(markdown) -> None:
    assert found(markdown("# The set {1, 2} {#set}\n")) == [("headline", "The set {1, 2}", ())]


def test_code_hides_the_dialects(markdown) -> None:
    text = "```\n:::note Title\n!!! note\n    x\n```\n\n> ~~~\n> :::tip Title\n> ~~~\n\n`[[a|b]]` `==c==`\n"
    assert [block.kind for block in markdown(text).blocks if block.text.strip("\ufffc ")] == []


def test_a_tab_under_the_head_of_a_table(markdown, pairs) -> None:
    assert pairs(markdown("A | B\n---\t|---\nc\t| d\n")) == [("table cell", cell) for cell in "ABcd"]
