import datetime as dt

import pytest

from lint.document import BlockKind

OPAQUE = "\ufffc"


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("A *few* **bold** ~~old~~ words", "A few bold old words"),
        ("half*way* there", "halfway there"),
        ("a<b>b</b> and<br>on<br/> top", "ab and on top"),
        ("Ask &amp; answer&nbsp;&#8217;t &bogus; &copy", "Ask & answer\xa0’t &bogus; &copy"),
        (r"five \* six \_ seven", "five * six _ seven"),
        ("one \n   two  \nthree\\\nfour", "one two three four"),
        ("see [the *report*](https://a.example/b) now", "see the report now"),
        ("see [the report][1] now\n\n[1]: https://a.example", "see the report now"),
        ("run `make all` first", f"run {OPAQUE} first"),
        ("see <https://a.example/b> or https://c.example/d_e_f.", f"see {OPAQUE} or {OPAQUE}."),
        ("(see www.a.example/b) or mail desk@paper.example, says @newsdesk.", f"(see {OPAQUE}) or mail {OPAQUE}, says {OPAQUE}."),
        ("write <code>x < y</code> and <kbd>Q</kbd>", f"write {OPAQUE} and {OPAQUE}"),
        ("the sum $x^2 + y$ and $$z$$ here", f"the sum {OPAQUE} and {OPAQUE} here"),
        ("He paid $20-$30 for it, or $5 and 6$ more", "He paid $20-$30 for it, or $5 and 6$ more"),
        ("look ![a boat](boat.png) here", f"look {OPAQUE} here"),
        ("a claim[^1] stands\n\n[^1]: Not read here.", "a claim stands"),
        ("before <!-- a note --> after", "before after"),
        ('[Park]({{ "/park/" | url }}) and {{ site.name }} too', f"Park and {OPAQUE} too"),
        ("in {% if a %}one{% endif %} piece", f"in {OPAQUE}one{OPAQUE} piece"),
        ("a *note{{< ref >}}* here {: .lead}", f"a note{OPAQUE} here"),
        ("from {{ one\n  two }} on", f"from {OPAQUE} on"),
        ("`{{` opens and `}}` closes", f"{OPAQUE} opens and {OPAQUE} closes"),
        ("“smart -- quotes” 'stay' ... put", "“smart -- quotes” 'stay' ... put"),
    ],
)  # fmt: skip
def test_prose_of_a_paragraph(markdown, text: str, prose: str) -> None:
    blocks = [block for block in markdown(text).blocks if block.kind is not BlockKind.ALT]
    assert blocks[0].text == prose


def test_kinds_and_containers(markdown) -> None:
    text = "# Top\n\nBody.\n\n## Next {#next}\n\n> Said.\n>\n> - Point\n\n1. One\n   - Two\n\n     > Three\n"
    found = [(str(b.kind), b.text, b.level, b.path) for b in markdown(text).blocks]
    assert found == [
        ("headline", "Top", 1, ()),
        ("paragraph", "Body.", 0, ()),
        ("heading", "Next", 2, ()),
        ("quote", "Said.", 0, ("quote",)),
        ("quote", "Point", 0, ("quote", "list")),
        ("list item", "One", 0, ("list",)),
        ("list item", "Two", 0, ("list", "list")),
        ("quote", "Three", 0, ("list", "list", "quote")),
    ]


def test_only_the_first_heading_is_the_headline(markdown, pairs) -> None:
    assert pairs(markdown("# One\n\n# Two\n")) == [("headline", "One"), ("heading", "Two")]
    assert pairs(markdown("Body.\n\n# One\n")) == [("paragraph", "Body."), ("heading", "One")]
    assert pairs(markdown("---\ntitle: Zero\n---\n# One\n")) == [("headline", "Zero"), ("heading", "One")]


def test_cells_of_a_table(markdown, pairs) -> None:
    text = "| Name | Age |\n|---|---|\n| Ada \\| Bo | *36* |\n| | `x` |\n"
    assert pairs(markdown(text)) == [("table cell", cell) for cell in ("Name", "Age", "Ada | Bo", "36")]


def test_task_lists_and_alerts(markdown, pairs) -> None:
    assert pairs(markdown("- [x] Done\n\n> [!NOTE]\n> Mind it.\n")) == [
        ("list item", "Done"),
        ("paragraph", "Mind it."),
    ]


def test_code_html_rules_and_definitions_are_no_prose(markdown) -> None:
    text = (
        "```\ncode\n```\n\n    more code\n\n<div>\nraw\n</div>\n\n---\n\n[a]: https://b.example 'c'\n\n{{< figure >}}\n"
    )
    assert markdown(text).blocks == ()


def test_alt_text_title_and_caption_of_an_image(markdown, pairs) -> None:
    assert pairs(markdown('![A *red* boat](b.png "On the lake")')) == [
        ("alt", "A red boat"),
        ("caption", "On the lake"),
    ]
    assert pairs(markdown("![Boat](b.png)\n*On the lake.*")) == [("alt", "Boat"), ("caption", "On the lake.")]
    assert pairs(markdown("![Boat](b.png)\n\n*On the lake.*")) == [("alt", "Boat"), ("caption", "On the lake.")]
    assert pairs(markdown("![Boat](b.png)\n\nOn *the* lake."))[1] == ("paragraph", "On the lake.")


def test_comments_are_directives_with_their_place(markdown) -> None:
    text = "Some <!-- stet a/b --> words.\r\n\r\n<!-- stet\r\nfile -->\r\n\r\n`<!-- code -->`\r\n"
    document = markdown(text)
    places = [text[d.span.start : d.span.end] for d in document.directives]
    assert places == ["<!-- stet a/b -->", "<!-- stet\r\nfile -->"]
    assert [d.text for d in document.directives] == ["stet a/b", "stet\nfile"]


def test_verbatim_tags_hide_their_body(markdown, pairs) -> None:
    text = "Before.\n\n{% highlight py %}\nx = 1\n\ny = 2\n{% endhighlight %}\n\n{{< mermaid >}}\na\n{{< /mermaid >}}\n\nAfter."
    assert pairs(markdown(text)) == [("paragraph", "Before."), ("paragraph", "After.")]


def test_a_template_that_never_closes_stays_text(markdown) -> None:
    assert [b.text for b in markdown("One {{ two\n\nthree }} four.").blocks] == ["One {{ two", "three }} four."]


def test_front_matter_and_body_in_one_order(markdown, pairs) -> None:
    document = markdown("---\ntitle: Top\ndate: 2024-02-29\n---\n\nBody.\n")
    assert pairs(document) == [("headline", "Top"), ("paragraph", "Body.")]
    assert document.published == dt.date(2024, 2, 29)


def test_a_lone_surrogate_is_told_and_raises_nothing(markdown) -> None:
    document = markdown("One \ud800 two.")
    assert document.blocks == ()
    assert "not read" in document.notices[0].message


def test_a_panic_of_the_parser_is_told(markdown, monkeypatch: pytest.MonkeyPatch) -> None:
    panic = type("PanicException", (BaseException,), {})

    def broken(*_: object, **__: object) -> None:
        raise panic("index out of range")

    monkeypatch.setattr("pyromark.events_with_range", broken)
    document = markdown("Some words.")
    assert document.blocks == ()
    assert "index out of range" in document.notices[0].message


def test_an_interrupt_is_not_swallowed(markdown, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pyromark.events_with_range", interrupted)
    with pytest.raises(KeyboardInterrupt):
        markdown("Some words.")
