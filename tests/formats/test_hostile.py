"""Input made to hurt: every text is read in linear time, and nothing is raised."""

import pytest

from lint.formats import read
from lint.source import Source

MANY = 40_000
TEXTS = {
    "nested lists": "".join("  " * depth + "- a\n" for depth in range(1000)),
    "nested quotations": "".join("> " * depth + "a\n\n" for depth in range(300)) + ">" * MANY + "a",
    "lists on one line": "- " * MANY + "a",
    "square brackets": "[" * MANY,
    "image brackets": "![" * MANY,
    "emphasis": "*a" * MANY,
    "backticks": "`a" * MANY,
    "templates": "{{" * MANY,
    "whole templates": "{{ a }} " * MANY,
    "raw templates": "{% raw %}" * MANY,
    "attributes": "{#a" * MANY,
    "tags": "<a " * MANY,
    "tags after a break": "a\n" + "<b>" * MANY,
    "comments": "x <!-- " * MANY,
    "quotation marks": '"' * MANY,
    "single marks": "'a’" * MANY,
    "dollars": "$a " * MANY,
    "at signs": "@a" * MANY,
    "letters before an at sign": "a" * 1_000_000 + "@",
    "schemes": "http://" * MANY,
    "closing brackets": "http://a" + ")" * 1_000_000,
    "references": "&" * MANY + "&amp;" * MANY,
    "stars": "*" * 1_000_000,
    "rules": "- " * 500_000,
    "spaces": "a" + " " * 1_000_000 + "b",
    "furniture": "Top\n\n" + "Share this article\n" * 50_000,
    "headings": "Top\n\n" * 50_000,
    "open front matter": "---\n" + "a: b\n" * MANY,
    "YAML brackets": "---\na: " + "[" * MANY + "\n---\n",
    "YAML escapes": '---\ntitle: "' + "\\n" * MANY + '"\n---\n',
    "TOML strings": "+++\n" + 'a = """' * MANY + "\n+++\n",
    "JSON brackets": '{"a": ' + "[" * MANY,
    "JSON escapes": '{"title": "' + "\\n" * MANY + '"}',
    "nested quotes": "> " * 50_000 + "a",
    "braces": "{ don't " * MANY,
    "braces of strings": '{"' * MANY,
    "template literals": "{`${" * MANY,
    "comments in braces": "{/* " * MANY,
    "attributes of tags": '<a b="' * MANY,
    "braces in tags": "<a b={" * MANY,
    "nested components": "".join("  " * depth + "<Tabs>\n" for depth in range(1000)),
    "modules": "export {\n\n" * MANY,
    "quotation marks in tags": "{{< a " + '"x' * 1999 + " >}}\n" + ("{{< a " + "a='" * 1300 + " >}}\n") * 25,
    "tags alone": "{{< a >}}\n" * 20_000,
    "opaque tags": "{{< code >}} /code " * 20_000,
    "template comments": "{#- " * MANY + "{{/* " * MANY + "{% comment %} " * 10_000,
    "wiki links": "[[" * MANY + "[[a|" * MANY,
    "marks": "==a" * MANY + " ==a" * MANY + "a^b" * MANY,
    "containers": ":::\n" * 20_000 + "::: " + ": " * MANY + "x",
    "nested admonitions": "".join("    " * depth + '!!! note "T"\n' for depth in range(500)),
    "escapes": "\\*" * MANY + " http://a" + "\\*" * MANY,
    "emoji": ":a" * MANY,
    "definitions": "a\n" + ": " * MANY,
    "formulas": "\\\\(" * MANY + "\\begin{a}" * 20_000,
    "fences": "```\n~~~\n" * 20_000,
    "HTML blocks": "> <div>\n> a\n\n" * 5_000,
    "images": '<img alt="b"> ' * 10_000,
    "silent tags": "<code>" * MANY,
    "Markdown in YAML": '---\ntitle: "' + '\\"*a*' * 20_000 + '"\n---\n',
    "TOML escapes": '+++\na = "' + '\\"' * MANY + '"\n+++\n',
}


@pytest.mark.parametrize("name", ["markdown", "mdx", "plain"])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_hostile_text_is_read(name: str, text: str) -> None:
    read(Source("draft", text), name)


@pytest.mark.parametrize("name", ["markdown", "plain"])
@pytest.mark.parametrize("word", ["word ", "wörd "])
def test_a_line_of_twenty_megabytes(name: str, word: str) -> None:
    (block,) = read(Source("draft", word * 4_000_000), name).blocks
    assert len(block.text) > 19_999_990
