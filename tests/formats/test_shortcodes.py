"""Template code in Markdown: tags, their parameters, comments."""

import pytest

from lint.document import BlockKind
from lint.formats import read
from lint.markup import Markup
from lint.source import Source

OPAQUE = "\ufffc"


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ('{{< figure src="a.jpg" caption="A *red* boat" alt="Boat" >}}', [("caption", "A red boat"), ("alt", "Boat")]),
        (r'{{% figure caption="Say \"no\"" %}}', [("caption", 'Say "no"')]),
        ('{{< figure caption=`Say "no"` >}}', [("caption", 'Say "no"')]),
        ("{% include figure.html caption='It is' class=\"big\" %}", [("caption", "It is")]),
        ('{% render "figure", caption: "At sea", width: 3 %}', [("caption", "At sea")]),
        ('{{ figure(src="a.jpg", caption="At sea") }}', [("caption", "At sea")]),
        ('{{< figure\n  src="a.jpg"\n  caption="At\n  sea"\n>}}', [("caption", "At sea")]),
        ('{{< figure caption="See {{ site.name }}" >}}', [("caption", f"See {OPAQUE}")]),
        ('{% if page.title == "Home" %}', []),
        ('{% assign title = "Home" %}', []),
        ('{{ page.title | default: "Home" }}', []),
        ('{{< figure caption="" alt=" " >}}', []),
    ],
)
def test_prose_in_parameters(markdown, pairs, tag: str, words: list[tuple[str, str]]) -> None:
    found = [pair for pair in pairs(markdown(f"Before.\n\n{tag}\n\nAfter.\n")) if pair[0] != "paragraph"]
    assert found == words


def test_a_parameter_is_a_slice_of_its_source(markdown) -> None:
    text = 'Ünder.\r\n\r\n{{< figure caption="A *red* boat" >}}\r\n'
    block = markdown(text).blocks[1]
    span = block.span(2, 5)
    assert text[span.start : span.end] == "red"
    assert block.prose.editable(2, 5)


def test_the_markup_names_parameters_arguments_and_opaque_tags(pairs) -> None:
    text = '{% image "a.jpg", "A boat" %}\n\n{{< card lead="Read on" title="No" >}}\n\n{{< secret >}}\nHidden\n{{< /secret >}}\n'
    markup = Markup(
        prose_parameters={"lead": BlockKind.DECK},
        prose_arguments={"image": (None, BlockKind.ALT)},
        opaque_shortcodes=frozenset({"secret"}),
    )
    document = read(Source("draft.md", text), markup=markup)
    assert pairs(document) == [("alt", "A boat"), ("deck", "Read on")]
    assert [(image.target, image.alt.text) for image in document.images] == [("a.jpg", "A boat")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{/* stet a */}}", "stet a"),
        ("{{- /* stet a */ -}}", "stet a"),
        ("{# stet a #}", "stet a"),
        ("{#- stet\n\na -#}", "stet\n\na"),
        ("{% comment %} stet a {% endcomment %}", "stet a"),
        ("{% # stet a %}", "stet a"),
        ("{{% comment %}}stet a{{% /comment %}}", "stet a"),
        ("{::comment}stet a{:/comment}", "stet a"),
        ("<!-- stet a -->", "stet a"),
    ],
)
def test_comments_are_directives(markdown, text: str, said: str) -> None:
    document = markdown(f"Some words {text} here.")
    assert [directive.text for directive in document.directives] == [said]
    span = document.directives[0].span
    assert document.source.text[span.start : span.end] == text
    assert " ".join(block.text for block in document.blocks) == "Some words here."


def test_code_and_comments_hide_tags_and_comments(markdown) -> None:
    text = (
        '`{{< figure caption="no" >}}`\n\n```\n{{< figure caption="no" >}}\n{# stet #}\n```\n\n'
        '<!-- {{< figure caption="no" >}} -->\n\nText `{# stet #}` here.\n'
    )
    document = markdown(text)
    assert [block.text for block in document.blocks] == [f"Text {OPAQUE} here."]
    assert [directive.text for directive in document.directives] == ['{{< figure caption="no" >}}']


def test_tags_alone_on_their_lines_end_a_paragraph(markdown, pairs) -> None:
    text = "{{< wrap >}}\nInside.\n{{< /wrap >}}\n\nBefore.\n\n{% if a %}\n{% include b %}\nAfter.\n"
    assert pairs(markdown(text)) == [("paragraph", word) for word in ("Inside.", "Before.", "After.")]


def test_a_tag_alone_on_a_line_of_a_paragraph_stands_in_it(markdown, pairs) -> None:
    assert pairs(markdown('see\n{{< ref "x" >}}\nfor more')) == [("paragraph", f"see {OPAQUE} for more")]


@pytest.mark.parametrize("text", ["{{< open", "{% open", "{{ open", "{# open", "{{/* open", "{% comment %} open"])
def test_what_never_closes_is_text(markdown, text: str) -> None:
    (first, second) = markdown(f"One {text}\n\ntwo.").blocks
    assert "open" in first.text
    assert second.text == "two."


def test_a_verbatim_tag_that_never_closes_hides_itself_alone(markdown, pairs) -> None:
    assert pairs(markdown("One {% raw %} two.\n\nThree.")) == [
        ("paragraph", f"One {OPAQUE} two."),
        ("paragraph", "Three."),
    ]
