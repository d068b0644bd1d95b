import datetime as dt

import pytest

from lint.formats import read
from lint.markup import DEFAULT, Markup
from lint.source import Source

ARTICLE = {
    "json": '{"title": "A title", "date": "2026-03-01", "parts": [{"body": "One.\\n\\nTwo,\\nstill two.", "quote": "Said."}]}',
    "yaml": (
        "title: A title\ndate: 2026-03-01\nparts:\n- body: |\n    One.\n\n    Two,\n    still two.\n  quote: 'Said.'\n"
    ),
    "toml": 'title = "A title"\ndate = 2026-03-01\n[[parts]]\nbody = """\nOne.\n\nTwo,\nstill two."""\nquote = \'Said.\'\n',
}


@pytest.mark.parametrize("name", ARTICLE)
def test_named_fields_are_prose_at_any_depth(pairs, name: str) -> None:
    document = read(Source(f"article.{name}", ARTICLE[name]))
    assert pairs(document) == [
        ("headline", "A title"),
        ("paragraph", "One."),
        ("paragraph", "Two, still two."),
        ("quote", "Said."),
    ]
    assert document.published == dt.date(2026, 3, 1)
    assert document.notices == ()


@pytest.mark.parametrize("name", ARTICLE)
@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_move_no_place(name: str, line_end: str) -> None:
    text = ARTICLE[name].replace("\n", line_end)
    for block in read(Source(f"article.{name}", text)).blocks:
        span = block.span(0, 3)
        assert text[span.start : span.end] == block.text[:3]


@pytest.mark.parametrize(
    ("written", "prose"),
    [
        (r"It\u2019s \"here\"", 'It’s "here"'),
        (r"a\/b \\ c", r"a/b \ c"),
        (r"\ud83d\ude00 smiles", "😀 smiles"),
        (r"one\ntwo \r\n three", "one two three"),
        (r"one\ttwo", "one two"),
        (r"back\\nslash", r"back\nslash"),
    ],
)
def test_escapes_of_json_are_decoded_where_they_stand(written: str, prose: str) -> None:
    text = f'{{"text": "{written}"}}'
    (block,) = read(Source("a.json", text)).blocks
    assert block.text == prose
    word = prose.rsplit(maxsplit=1)[-1]
    span = block.span(len(prose) - len(word), len(prose))
    assert text[span.start : span.end] == written[-(span.end - span.start) :]


def test_half_a_surrogate_pair_is_not_read_and_told(pairs) -> None:
    document = read(Source("a.json", '{"text": "a \\ud83d b", "body": "Words."}'))
    assert pairs(document) == [("paragraph", "Words.")]
    assert "“text”" in document.notices[0].message
    assert not document.notices[0].broken


def test_lists_of_texts_and_people(pairs) -> None:
    text = '{"body": ["One.", "Two."], "author": {"title": "Editor"}, "Title": "T", "slug": "a-b", "x": [[{"text": "Three."}]]}'
    assert pairs(read(Source("a.json", text))) == [
        ("paragraph", "One."),
        ("paragraph", "Two."),
        ("headline", "T"),
        ("paragraph", "Three."),
    ]


def test_what_yaml_takes_for_no_text_is_no_prose() -> None:
    assert read(Source("a.yaml", "text: 1984\nbody: no\n")).blocks == ()


def test_fields_of_ones_own(pairs) -> None:
    markup = DEFAULT.extended(Markup({"kicker": DEFAULT.prose_fields["description"]}, {}, {}, frozenset(), frozenset()))
    assert pairs(read(Source("a.json", '{"kicker": "Words"}'), markup=markup)) == [("deck", "Words")]


@pytest.mark.parametrize(
    ("name", "text", "place", "broken"),
    [
        ("json", '{\n "a": }', (2, 7), True),
        ("json", "[" * 100_000, (1, 1), True),
        ("yaml", "a: b\nc: [", (2, 1), True),
        ("yaml", "text: a\ntext: b\n", (2, 1), False),
        ("yaml", "a: &x [1]\nb: *x\n", (2, 4), False),
        ("toml", "a = ", (1, 1), True),
    ],
)
def test_what_is_not_read_is_told(name: str, text: str, place: tuple[int, int], broken: bool) -> None:
    document = read(Source(f"a.{name}", text))
    (notice,) = document.notices
    where = document.source.position(notice.span.start)
    assert (document.blocks, (where.line, where.column), notice.broken) == ((), place, broken)
