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
        (r"see https://a.example/b\_c\*d and \*e\*", f"see {OPAQUE} and *e*"),
        (r"ask @news\_desk or \@b", f"ask {OPAQUE} or @b"),
        ("so it is :smile: at 10:30:20 :no one:", f"so it is {OPAQUE} at 10:30:20 :no one:"),
        ("a ==marked *word*== on the 2^nd^ of H~2~O", "a marked word on the 2nd of H2O"),
        ("if a == b, x^2 and y^2", "if a == b, x^2 and y^2"),
        ("see [[Page]], [[Page|the *text*]], [[1]](u) and ![[a.png]]", f"see Page, the text, [1] and {OPAQUE}"),
        (r"the sum \\(x^2 * y\\) here", f"the sum {OPAQUE} here"),
        ("an <code>x that never ends", f"an {OPAQUE}"),
        ("[one](a.md){.big} and `two`{lang=en} of {1, 2}", f"one and {OPAQUE} of {{1, 2}}"),
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
        "```\ncode\n```\n\n    more code\n\n<pre>\nraw\n</pre>\n\n---\n\n[a]: https://b.example 'c'\n\n{{< figure >}}\n"
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


def test_html_blocks_are_read(markdown, pairs) -> None:
    text = (
        "<p>Some <b>bold</b> words</p>\n\n<figure>\n<img src='a.png' alt='A boat'>\n"
        "<figcaption>At *sea*</figcaption>\n</figure>\n\n> <div>\n> Quoted\n> words\n> </div>\n\n"
        "<details><summary>More</summary>\n\nThe *rest*.\n\n</details>\n\n<script>\nlet a\n\nb\n</script>\n"
    )
    assert pairs(markdown(text)) == [
        ("paragraph", "Some bold words"),
        ("alt", "A boat"),
        ("caption", "At *sea*"),
        ("quote", "Quoted words"),
        ("paragraph", "More"),
        ("paragraph", "The rest."),
    ]


def test_alt_text_of_inline_html(markdown, pairs) -> None:
    document = markdown('Look <img src="a.png" alt="A boat"> here.')
    assert pairs(document) == [("paragraph", f"Look {OPAQUE} here."), ("alt", "A boat")]
    assert [(image.target, image.alt.text) for image in document.images] == [("a.png", "A boat")]


def test_links_know_their_words_and_their_target(markdown) -> None:
    text = (
        "---\ntitle: A [first](one) link\n---\n\nThe *[second\nlink](</two> 'no')*, [third][3] of [[Four|four]], "
        '[x]({{ "/five" | url }}) <https://six.example> http://seven.example.\n\n[3]: three\n\n'
        "- `[[no|link]]` [](empty)\n"
    )
    found = [(link.block.text[link.start : link.end], link.target) for link in markdown(text).links]
    assert found == [
        ("first", "one"),
        ("second link", "/two"),
        ("third", "three"),
        ("four", "Four"),
        ("x", '{{ "/five" | url }}'),
        (OPAQUE, "https://six.example"),
        (OPAQUE, "http://seven.example"),
    ]


def test_images_know_their_words(markdown) -> None:
    text = (
        '![A *boat*](a.png "At sea")\n\n![A ship]({{ site.url }}/b.png)\n\n*In port*\n\n![](c.png)\n\n'
        '{{< figure src="d.png" caption="On land" >}}\n'
    )
    document = markdown(text)
    words = [(i.target, i.alt and i.alt.text, i.caption and i.caption.text) for i in document.images]
    assert words == [
        ("a.png", "A boat", "At sea"),
        ("{{ site.url }}/b.png", "A ship", "In port"),
        ("c.png", None, None),
        ("d.png", None, "On land"),
    ]
    places = [text[image.span.start : image.span.end] for image in document.images]
    assert places[0] == '![A *boat*](a.png "At sea")'
    assert places[3].startswith("{{< figure")


def test_a_block_that_does_not_verify_is_told_and_the_rest_read(markdown, monkeypatch: pytest.MonkeyPatch) -> None:
    def twisted(*_: object, **__: object) -> list[tuple[object, dict[str, int]]]:
        def event(name: object, start: int, end: int) -> tuple[object, dict[str, int]]:
            return name, {"start": start, "end": end}

        good = [
            event({"Start": "Paragraph"}, 8, 12),
            event({"Text": "Good"}, 8, 12),
            event({"End": "Paragraph"}, 8, 12),
        ]
        bad = [event({"Text": "rong"}, 1, 5), event({"Text": "Wr"}, 0, 2)]
        return [event({"Start": "Paragraph"}, 0, 5), *bad, event({"End": "Paragraph"}, 0, 5), *good]

    monkeypatch.setattr("pyromark.events_with_range", twisted)
    document = markdown("Wrong\n\n\nGood\n")
    assert [block.text for block in document.blocks] == ["Good"]
    assert "not be verified" in document.notices[0].message
    assert not document.notices[0].broken


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
