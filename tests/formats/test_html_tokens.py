"""HTML is cut into tokens as the standard says, broken markup included."""

import pytest

from lint.formats.entities import decode, reference
from lint.formats.html_tokens import Broken, Comment, EndTag, StartTag, Text, Token, Tokenizer, Unseen


def written(token: Token, text: str) -> str:
    """Give a token in a short form."""
    here = text[token.start : token.end]
    match token:
        case Text(raw=raw):
            return f"raw {here}" if raw else here
        case StartTag(name=name, attributes=attributes, closed=closed):
            pairs = "".join(f" {each.name}={text[each.start : each.end]}" for each in attributes)
            return f"<{name}{pairs}{' /' if closed else ''}>"
        case EndTag(name=name):
            return f"</{name}>"
        case Comment(inner_start=start, inner_end=end):
            return f"comment {text[start:end]}"
        case Unseen():
            return f"unseen {here}"
        case Broken(what=what):
            return f"broken {what}"


def cut(text: str, *, foreign: bool = False) -> list[str]:
    tokenizer = Tokenizer(text, 0, len(text))
    tokenizer.foreign = foreign
    tokens = list(tokenizer)
    ends = [0, *(token.end for token in tokens)]
    assert all(token.start >= end for token, end in zip(tokens, ends, strict=False))
    return [written(token, text) for token in tokens]


CASES = {
    # Text
    "Tide": ["Tide"],
    "5 < 6 > 4": ["5 < 6 > 4"],
    "a<b": ["a", "broken tag"],
    "<3": ["<3"],
    "<": ["<"],
    "</": ["</"],
    "a &lt;b>": ["a &lt;b>"],
    # Tags
    "<p>": ["<p>"],
    "<P >x</P >": ["<p>", "x", "</p>"],
    "<br/>": ["<br />"],
    "<br / >": ["<br>"],
    "<h1\n>": ["<h1>"],
    "<a<b>": ["<a<b>"],
    "</a/>": ["</a>"],
    "</a x=1>": ["</a>"],
    "<p": ["broken tag"],
    "<p x": ["broken tag"],
    "<p x='": ["broken tag"],
    '<p x="a>b': ["broken tag"],
    "</p": ["broken tag"],
    # Attributes
    "<a x=1>": ["<a x=1>"],
    "<a X = '1'>": ["<a x=1>"],
    '<a x="1"y="2">': ["<a x=1 y=2>"],
    '<a x="a>b" y>': ["<a x=a>b y=>"],
    "<a x=1 x=2>": ["<a x=1>"],
    "<a x=>": ["<a x=>"],
    "<a =x>": ["<a =x=>"],
    "<a x==y>": ["<a x==y>"],
    "<a x y=2>": ["<a x= y=2>"],
    "<a x=a/b>": ["<a x=a/b>"],
    "<a x=a/>": ["<a x=a/>"],
    "<a x='a'/>": ["<a x=a />"],
    "<a/x/y>": ["<a x= y=>"],
    '<a "x">': ['<a "x"=>'],
    "<a x=\n'1\n2'>": ["<a x=1\n2>"],
    "<a x=b'c>": ["<a x=b'c>"],
    # Comments
    "<!-- a -->b": ["comment  a ", "b"],
    "<!---->": ["comment "],
    "<!-->a": ["comment ", "a"],
    "<!--->a": ["comment ", "a"],
    "<!--a--!>b": ["comment a", "b"],
    "<!--!>a-->": ["comment !>a"],
    "<!--a--b-->": ["comment a--b"],
    "<!--a--->": ["comment a-"],
    "<!--<p>-->": ["comment <p>"],
    "<!--a<!--b-->c": ["comment a<!--b", "c"],
    "<!-- a ->": ["broken comment"],
    "<!--": ["broken comment"],
    # What shows nothing
    "<!doctype html>a": ["unseen <!doctype html>", "a"],
    '<!DOCTYPE a PUBLIC "x>y">z': ['unseen <!DOCTYPE a PUBLIC "x>', 'y">z'],
    "<!a>b": ["unseen <!a>", "b"],
    "<!-a>b": ["unseen <!-a>", "b"],
    "<?xml ?>b": ["unseen <?xml ?>", "b"],
    "</>b": ["unseen </>", "b"],
    "</3>b": ["unseen </3>", "b"],
    "</ p>b": ["unseen </ p>", "b"],
    "<![CDATA[a>b]]>": ["unseen <![CDATA[a>", "b]]>"],
    "<!a": ["unseen <!a"],
    # Elements without markup inside
    "<title><b>&amp;</title>a": ["<title>", "<b>&amp;", "</title>", "a"],
    "<TITLE>a</Title >": ["<title>", "a", "</title>"],
    "<title>a</titles></title>": ["<title>", "a</titles>", "</title>"],
    "<textarea><p></textarea>": ["<textarea>", "<p>", "</textarea>"],
    "<style>a>b</p></style>": ["<style>", "raw a>b</p>", "</style>"],
    "<style></style>": ["<style>", "</style>"],
    "<style>a": ["<style>", "raw a", "broken <style>"],
    "<iframe><p></iframe>": ["<iframe>", "raw <p>", "</iframe>"],
    "<plaintext>a</plaintext>": ["<plaintext>", "raw a</plaintext>"],
    "<script>a<b</script>c": ["<script>", "raw a<b", "</script>", "c"],
    "<script><!--a</script>b-->": ["<script>", "raw <!--a", "</script>", "b-->"],
    "<script><!--<script></script></script>": ["<script>", "raw <!--<script></script>", "</script>"],
    "<script><!--<script>--></script>": ["<script>", "raw <!--<script>-->", "</script>"],
    "<script><!--><script></script>": ["<script>", "raw <!--><script>", "</script>"],
    "<script>a</scripts>": ["<script>", "raw a</scripts>", "broken <script>"],
}


@pytest.mark.parametrize(("text", "tokens"), CASES.items())
def test_html_is_cut_by_the_standard(text: str, tokens: list[str]) -> None:
    assert cut(text) == tokens


def test_svg_has_character_data_and_no_raw_elements() -> None:
    assert cut("<![CDATA[a>b]]>c", foreign=True) == ["unseen <![CDATA[a>b]]>", "c"]
    assert cut("<style><g></style>", foreign=True) == ["<style>", "<g>", "</style>"]


def test_a_part_of_a_text_is_cut_as_if_it_were_all() -> None:
    text = "<p>abc</p>"
    assert [written(token, text) for token in Tokenizer(text, 3, 9)] == ["abc", "broken tag"]
    assert [written(token, text) for token in Tokenizer(text, 3, 6)] == ["abc"]


REFERENCES = {
    "&amp;": "&",
    "&copy": "©",
    "&copyright": "©right",
    "&notit;": "¬it;",
    "&notin;": "∉",
    "&NotEqualTilde;": "≂̸",
    "&hellip": "&hellip",
    "&nothing": "¬hing",
    "&xyz;": "&xyz;",
    "&": "&",
    "& ": "& ",
    "&#": "&#",
    "&#x": "&#x",
    "&#xg": "&#xg",
    "&#65": "A",
    "&#x41;": "A",
    "&#X41b": "Л",
    "&#0;": "\ufffd",
    "&#xD800;": "\ufffd",
    "&#x110000;": "\ufffd",
    "&#99999999999999999999;": "\ufffd",
    "&#000000000000000065;": "A",
    "&#128;": "€",
    "&#x92;": "’",
    "&#x81;": "\x81",
}


@pytest.mark.parametrize(("text", "decoded"), REFERENCES.items())
def test_references_are_decoded_by_the_rule_of_html(text: str, decoded: str) -> None:
    found = reference(text, 0, len(text))
    assert (found[1] + text[found[0] :] if found else text) == decoded


def test_in_an_attribute_a_name_must_not_run_on() -> None:
    assert decode("?a=1&copy=2&amp;b &copy; &copy") == "?a=1&copy=2&b © ©"


def test_a_reference_ends_where_the_text_does() -> None:
    assert reference("&copyx", 0, 4) is None
    assert reference("&#655", 0, 4) == (4, "A")
