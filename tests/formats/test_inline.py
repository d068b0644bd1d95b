import pytest

from lint.formats.inline import addresses, decode_reference


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Go to https://a.example/b?c=d#e, now.", ["https://a.example/b?c=d#e"]),
        ("(HTTPS://a.example/b_(c))", ["HTTPS://a.example/b_(c)"]),
        ("www.a.example; ftp://b.example!", ["www.a.example", "ftp://b.example"]),
        ("“https://a.example”", ["https://a.example"]),
        ("Mail ada.bo+c@paper.example.", ["ada.bo+c@paper.example"]),
        ("says @news_desk, @b and c@d", ["@news_desk"]),
        ("owww.a, a@, @ home, http://", []),
    ],
)
def test_addresses(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in addresses(text, 0, len(text))] == found


@pytest.mark.parametrize(
    ("reference", "character"),
    [
        ("&amp;", "&"),
        ("&#8217;", "’"),
        ("&#x2019;", "’"),
        ("&#0;", "\ufffd"),
        ("&#xD800;", "\ufffd"),
        ("&#9999999;", "\ufffd"),
        ("&NewLine;", " "),
        ("&ngE;", "≧̸"),
        ("&notit;", None),
        ("&amp", None),
        ("&#;", None),
        ("a&amp;", None),
    ],
)
def test_character_references_by_the_rule_of_commonmark(reference: str, character: str | None) -> None:
    assert decode_reference(reference) == character
