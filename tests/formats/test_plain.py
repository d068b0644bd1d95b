import datetime as dt

import pytest

ARTICLE = """\
  1. Jump to navigation
  2. Skip to search

Harbour town votes to move its market

Ada Example
May 4, 2021

The council wants the stalls nearer to the station, and traders say they were never asked about it.

Fish on ice at the old market
Photo: Bo Muster/Agency

The council of Westhaven voted on Monday to move the market. It has stood on the quay for a century.

Why now?

"We are not against change," said Cleo Trader. "We are against surprise."

'Nobody came to us'

The plan names three sites:

- the station square
- the old tram depot, which the council
  bought last year

Edited by: Dan Editor

Skip to section Further reading
Go to homepage
"""


def test_a_scraped_article(plain, pairs) -> None:
    document = plain(ARTICLE)
    assert [(kind, text[:24]) for kind, text in pairs(document)] == [
        ("furniture", "Jump to navigation"),
        ("furniture", "Skip to search"),
        ("headline", "Harbour town votes to mo"),
        ("byline", "Ada Example"),
        ("byline", "May 4, 2021"),
        ("deck", "The council wants the st"),
        ("caption", "Fish on ice at the old m"),
        ("credit", "Photo: Bo Muster/Agency"),
        ("paragraph", "The council of Westhaven"),
        ("heading", "Why now?"),
        ("paragraph", '"We are not against chan'),
        ("heading", "'Nobody came to us'"),
        ("paragraph", "The plan names three sit"),
        ("list item", "the station square"),
        ("list item", "the old tram depot, whic"),
        ("byline", "Edited by: Dan Editor"),
        ("furniture", "Skip to section Further "),
        ("furniture", "Go to homepage"),
    ]
    assert document.published == dt.date(2021, 5, 4)


def test_a_hard_wrapped_paragraph_is_joined(plain, pairs) -> None:
    text = (
        "The council of Westhaven, which has met\nevery week since the spring, voted on\n"
        "Monday to move the market.\n\nNobody spoke against it."
    )
    assert pairs(plain(text)) == [
        (
            "paragraph",
            "The council of Westhaven, which has met every week since the spring, voted on Monday to move the market.",
        ),
        ("paragraph", "Nobody spoke against it."),
    ]


def test_long_lines_are_paragraphs_of_their_own(plain) -> None:
    line = "The council has met every week since the spring and will meet again. " * 3
    assert len(plain(f"{line}\n{line}\n{line}").blocks) == 3


def test_a_sentence_a_line_is_one_paragraph(plain) -> None:
    text = "The council voted on Monday to move the market.\nTraders said that nobody had asked them about it.\n"
    assert len(plain(text).blocks) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The council voted on Monday.\n\nIt was close.",
        "Edited by: Dan Editor\n\nIt was close.",
        "- one\n- two",
        "Only one line",
    ],
)
def test_without_a_line_like_a_headline_there_is_none(plain, text: str) -> None:
    assert all(block.kind != "headline" for block in plain(text).blocks)


def test_a_deck_stands_between_headline_and_byline(plain, pairs) -> None:
    text = "Market to move\n\nTraders say nobody asked them.\n\nBy Ada Example and Bo Muster\n\nIt was close."
    assert [kind for kind, _ in pairs(plain(text))] == ["headline", "deck", "byline", "paragraph"]


def test_no_deck_without_a_byline(plain, pairs) -> None:
    text = "Market to move\n\nTraders say nobody asked them.\n\nIt was close."
    assert [kind for kind, _ in pairs(plain(text))] == ["headline", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Skip to main content", "Back to top", "Return to homepage", "Share this article", "Advertisement", "ADVERTISEMENT",
        "Related stories", "Sign up for our newsletter", "Read more: Market to stay", "More stories from the coast",
        "Most read", "5 min read", "Follow us on Facebook", "Article continues below", "© 2021 The Westhaven Paper",
        "Menu", "Load more comments",
    ],
)  # fmt: skip
def test_furniture(plain, line: str) -> None:
    assert plain(f"Market to move\n\nIt was close.\n\n{line}\n\nIt is done.").blocks[2].kind == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "Share this article with a friend and you will lose him.",
        "Follow us, she said to the traders.",
        "Related industries fear for their future, too.",
        "Skip the queue at the old market.",
    ],
)
def test_sentences_are_no_furniture(plain, line: str) -> None:
    assert plain(f"Market to move\n\nIt was close.\n\n{line}\n\nIt is done.").blocks[2].kind == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Example", "BY ADA EXAMPLE", "By Ada Example, Westhaven Bureau", "By Ada van der Example | May 4, 2021",
        "Ada Example and Émile Muster", "Reporting by Ada Example", "Tuesday, 4 May 2021", "Published May 4, 2021, 10:15",
        "2021-05-04",
    ],
)  # fmt: skip
def test_bylines_and_dates(plain, line: str) -> None:
    assert plain(f"Market to move\n{line}\n\nIt was close.").blocks[1].kind == "byline"


@pytest.mark.parametrize(
    "text",
    [
        "The plan was dear to many in the town, and it was clear to all that\nBy Monday the council had no choice but to vote.",
        "The plan was dear to all the traders who had a stall on the quay in\nMay 2021 and it was what they wanted.",
        "The plan was dear to all who had read it. Ask Cleo Trader or\nAda Example of the council, who wrote most of it down.",
    ],
)  # fmt: skip
def test_a_wrapped_line_is_no_byline(plain, text: str) -> None:
    assert [str(block.kind) for block in plain(text).blocks] == ["paragraph"]


@pytest.mark.parametrize(
    "credit",
    [
        "Image: Bo Muster",
        "Photo by Bo Muster",
        "Foto: dpa",
        "(AP Photo/Bo Muster)",
        "Bo Muster/Reuters",
        "Credit: Paper",
    ],
)
def test_a_caption_stands_over_its_credit(plain, pairs, credit: str) -> None:
    text = f"Market to move\n\nIt was close.\n\nFish on ice\n{credit}\n\nIt is done."
    assert pairs(plain(text))[2:4] == [("caption", "Fish on ice"), ("credit", credit)]


def test_a_credit_at_the_end_of_its_caption(plain, pairs) -> None:
    text = "It was close.\n\nFish on ice at the market, May 4. (AP Photo/Bo Muster)\n\nIt is done."
    assert pairs(plain(text))[1:3] == [
        ("caption", "Fish on ice at the market, May 4."),
        ("credit", "(AP Photo/Bo Muster)"),
    ]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Stalls and cars", "heading"),
        ("What do the traders want?", "heading"),
        ("'Nobody came to us.'", "heading"),
        ('"No way back"', "heading"),
        ("Stalls and cars.", "paragraph"),
        ('"Do you hear me?"', "paragraph"),
        ('"Nobody came to us,', "paragraph"),
        ("There are three sites:", "paragraph"),
        ("Q: What do you want?", "paragraph"),
        ("The stalls will stand near the station from the coming spring on if all goes well", "paragraph"),
    ],
)
def test_headings(plain, line: str, kind: str) -> None:
    assert plain(f"It was close.\n\n{line}\n\nIt is done.").blocks[1].kind == kind


def test_list_items_without_their_marker(plain, pairs) -> None:
    text = "It names:\n\n- one\n• two\n1. three\n12) four\n— five"
    assert pairs(plain(text))[1:5] == [("list item", word) for word in ("one", "two", "three", "four")]


@pytest.mark.parametrize("line", ["***", "---", "* * *", "=====", "#"])
def test_separators_are_no_blocks(plain, line: str) -> None:
    assert [block.text for block in plain(f"It was close.\n\n{line}\n\nIt is done.").blocks] == [
        "It was close.",
        "It is done.",
    ]


def test_a_comment_on_its_own_line_is_a_directive(plain) -> None:
    text = "It was close.\n<!-- stet copy/date -->\nIt is done."
    document = plain(text)
    assert [block.text for block in document.blocks] == ["It was close.", "It is done."]
    (directive,) = document.directives
    assert (directive.text, text[directive.span.start : directive.span.end]) == (
        "stet copy/date",
        "<!-- stet copy/date -->",
    )


def test_addresses_are_opaque(plain) -> None:
    assert plain("See https://a.example/b.").blocks[0].text == "See \ufffc."
