import datetime as dt

import pytest

from lint.document import BlockKind
from lint.formats import read
from lint.markup import Markup
from lint.source import Source


@pytest.mark.parametrize(
    ("value", "prose"),
    [
        ("Plain words # a comment", "Plain words"),
        ("plain\n  folded\n  words", "plain folded words"),
        ("'It''s here'", "It's here"),
        (r'"Say \"no\" \u2014 twice\tor\x21"', 'Say "no" — twice or!'),
        ('"split\n  here \\\n  and there"', "split here and there"),
        ("|\n  First line.\n  Second line.", "First line. Second line."),
        (">-  # why\n  First line,\n  still first.\n\n  Second.", "First line, still first. Second."),
        ("Read https://a.example/b now", "Read \ufffc now"),
    ],
)
def test_a_yaml_string_is_read_where_it_stands(markdown, value: str, prose: str) -> None:
    document = markdown(f"---\ndescription: {value}\nlayout: post\n---\nBody.\n")
    assert [(str(b.kind), b.text) for b in document.blocks] == [("deck", prose), ("paragraph", "Body.")]
    assert document.notices == ()


@pytest.mark.parametrize(
    ("value", "prose"),
    [
        (r'"Say \"no\" \u2014 twice"', 'Say "no" — twice'),
        (r"'C:\new # one'", r"C:\new # one"),
        ('"""\nFirst "line" \\\n   goes on."""', 'First "line" goes on.'),
        ("'''\nIt's\nraw'''", "It's raw"),
    ],
)
def test_a_toml_string_is_read_where_it_stands(markdown, value: str, prose: str) -> None:
    document = markdown(f"+++\ntitle = {value} # why\ndraft = true\n+++\nBody.\n")
    assert [(str(b.kind), b.text) for b in document.blocks] == [("headline", prose), ("paragraph", "Body.")]
    assert document.notices == ()


def test_every_character_of_a_yaml_string_has_its_place(markdown) -> None:
    text = '---\r\ntitle: "Ünder \\u2019 way"\r\n---\r\n'
    block = markdown(text).blocks[0]
    assert block.text == "Ünder ’ way"
    assert text[slice(*_place(block, 0, 5))] == "Ünder"
    assert text[slice(*_place(block, 6, 7))] == r"\u2019"
    assert text[slice(*_place(block, 8, 11))] == "way"


def _place(block, start: int, end: int) -> tuple[int, int]:
    span = block.span(start, end)
    return span.start, span.end


def test_fields_one_level_down(markdown, pairs) -> None:
    text = "---\nhero:\n  caption: At sea\nimages:\n- alt: A boat\n- alt: A ship\nauthor:\n  title: Editor\n---\n"
    assert pairs(markdown(text)) == [("caption", "At sea"), ("alt", "A boat"), ("alt", "A ship")]


def test_fields_of_toml_tables(markdown, pairs) -> None:
    text = '+++\n[hero]\ncaption = "At sea"\n[[images]]\nalt = "A boat"\n[[images]]\nalt = \'A ship\'\n+++\n'
    assert pairs(markdown(text)) == [("caption", "At sea"), ("alt", "A boat"), ("alt", "A ship")]


def test_what_yaml_takes_for_no_text_is_no_prose(markdown) -> None:
    assert markdown("---\ntitle: 1984\ndescription: no\nsummary:\n---\n").blocks == ()


def test_meta_is_kept_as_written(markdown) -> None:
    document = markdown("---\nLang: en\ntags: [no, 1:30]\nstet: names\nparams: {a: b}\n---\n")
    assert document.meta == {"lang": "en", "tags": "no, 1:30", "stet": "names"}
    document = markdown('+++\nlang = "en"\ntags = ["a", "b"]\ndraft = false\ndate = 2024-03-01\n+++\n')
    assert document.meta == {"lang": "en", "tags": "a, b", "draft": "false", "date": "2024-03-01"}


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("date: 2023-03-22T10:00:00Z", (2023, 3, 22)),
        ("published: March 22, 2023", (2023, 3, 22)),
        ("pubDate: Wed, 22 Mar 2023 10:00", (2023, 3, 22)),
        ("publish_date: 22 March 2023", (2023, 3, 22)),
    ],
)
def test_the_day_of_publication(markdown, line: str, day: tuple[int, int, int]) -> None:
    assert markdown(f"---\n{line}\n---\n").published == dt.date(*day)


@pytest.mark.parametrize("line", ["date: soon", "date: 2023-02-30", "updated: 2023-02-01"])
def test_no_day_of_publication(markdown, line: str) -> None:
    assert markdown(f"---\n{line}\n---\n").published is None


@pytest.mark.parametrize(
    ("front", "message"),
    [
        ("---\ntitle: a: b\n---\n", "line 2, column 9"),
        ("---\na: 1\nb: [\n---\n", "line 4, column 1"),
        ("+++\ntitle = oops\n+++\n", "line 2, column 9"),
        ("---\nalt: *here\n---\n", "not read"),
        ("---\n" + "a: " + "[" * 5000 + "]" * 5000 + "\n---\n", "not read"),
        ("+++\n" + "a = " + "[" * 5000 + "]" * 5000 + "\n+++\n", "not read"),
    ],
)
def test_malformed_front_matter_is_told_and_the_body_read(markdown, pairs, front: str, message: str) -> None:
    document = markdown(f"{front}Body.\n")
    assert pairs(document) == [("paragraph", "Body.")]
    assert message in document.notices[0].message


def test_a_line_separator_of_yaml_alone_moves_no_place(markdown) -> None:
    document = markdown("---\ntitle: On\u2028this\nsummary: Under way\nalt: a: b\n---\n")
    assert "line 4, column 7" in document.notices[0].message
    document = markdown("---\ntitle: On\u2028this\nsummary: Under way\n---\n")
    assert [block.text for block in document.blocks] == ["On\u2028this", "Under way"]


def test_a_key_written_twice_breaks_nothing(markdown) -> None:
    (notice,) = markdown("---\ntitle: a\ntitle: b\n---\n").notices
    assert "twice" in notice.message
    assert not notice.broken


def test_unclosed_front_matter_is_told(markdown) -> None:
    document = markdown("---\ntitle: Top\n\nBody.\n")
    assert "closes" in document.notices[0].message
    assert document.blocks[-1].text == "Body."


def test_a_thematic_break_is_no_front_matter(markdown, pairs) -> None:
    assert pairs(markdown("---\nSome words.\n\n---\nMore.\n")) == [("paragraph", "Some words."), ("paragraph", "More.")]
    assert markdown("---\n\nSome words: here.\n").notices == ()


def test_front_matter_stands_at_the_very_beginning(markdown) -> None:
    assert markdown("\n---\ntitle: Top\n---\n").meta == {}


def test_template_code_in_a_field_is_opaque(markdown, pairs) -> None:
    assert pairs(markdown("---\ntitle: '{{ page.name }} news'\n---\n")) == [("headline", "\ufffc news")]
    assert markdown("---\ntitle: '{{ page.name }}'\n---\n").blocks == ()


def test_markdown_in_a_field_is_read_but_never_as_a_block(markdown, pairs) -> None:
    text = "---\ntitle: 1. *Great* [news](a) `x` &amp; more\nsummary: '# - > ***Yes***'\nexcerpt: '    four'\n---\n"
    assert pairs(markdown(text)) == [
        ("headline", "1. Great news \ufffc & more"),
        ("deck", "# - > Yes"),
        ("deck", "four"),
    ]


def test_fields_at_any_depth_and_in_lists(markdown, pairs) -> None:
    text = (
        "---\nparts:\n- hero:\n    Title: Part one\n    caption: At sea\nsummary:\n- First.\n- Second.\n"
        "editors:\n- bio:\n    description: no\n---\n"
    )
    assert pairs(markdown(text)) == [
        ("heading", "Part one"),
        ("caption", "At sea"),
        ("deck", "First."),
        ("deck", "Second."),
    ]


def test_the_markup_says_which_fields_are_prose(pairs) -> None:
    text = "---\nkicker: Over\nseo:\n  text: Found\nother:\n  text: Lost\n---\n"
    kinds = {"kicker": BlockKind.DECK, "seo.text": BlockKind.HEADING}
    document = read(Source("draft.md", text), markup=Markup(prose_fields=kinds))
    assert pairs(document) == [("deck", "Over"), ("heading", "Found")]


@pytest.mark.parametrize(
    ("value", "prose"),
    [
        (r"It\u2019s \"so\"", 'It’s "so"'),
        (r"One\ttwo\/three", "One two/three"),
        (r"A \ud83d\ude00 here", "A 😀 here"),
        (r"A *bold* claim", "A bold claim"),
    ],
)
def test_json_front_matter(markdown, pairs, value: str, prose: str) -> None:
    text = '{\n  "title": "' + value + '",\n  "date": "2024-03-01", "draft": true\n}\n\nBody.\n'
    document = markdown(text)
    assert pairs(document) == [("headline", prose), ("paragraph", "Body.")]
    assert document.published == dt.date(2024, 3, 1)
    assert document.meta["draft"] == "true"


def test_half_a_character_in_json_is_told(markdown, pairs) -> None:
    document = markdown('{"title": "a \\ud800 b", "alt": "c"}\nBody.')
    assert pairs(document) == [("alt", "c"), ("paragraph", "Body.")]
    assert "title" in document.notices[0].message


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"title": "a"\n\nBody.\n', ["not JSON"]),
        ('{"title": ' + "[" * 100_000 + "\n", ["JSON"]),
        ('{"a": 1} goes on.\n', []),
        ("{set} of words\n", []),
        ("{{< tag >}}\n", []),
    ],
)
def test_what_is_no_json_is_body(markdown, text: str, told: list[str]) -> None:
    notices = markdown(text).notices
    assert [want in notice.message for want, notice in zip(told, notices, strict=True)] == [True] * len(told)
