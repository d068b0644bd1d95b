"""MDX: JSX is hidden, the prose between its tags and in its attributes is read."""

import pytest

from lint.document import Document
from lint.formats import read
from lint.source import Source

OPAQUE = "\ufffc"


def mdx(text: str) -> Document:
    return read(Source("page.mdx", text))


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("Add {1 + 1} to <b>it</b>.", f"Add {OPAQUE} to it."),
        ("Read {props.a['}']} and {`t${'}'}`} now.", f"Read {OPAQUE} and {OPAQUE} now."),
        ("Two {items.map(i => { return <li>{i}</li> })} here", f"Two {OPAQUE} here"),
        ("It {/* stet a */} is", "It is"),
        ("One{' '}\ntwo", "One two"),
        ("A <Trans>child</Trans> and an <Icon name='x' /> too", f"A child and an {OPAQUE} too"),
        ("A <Trans values={{a: '>'}}>child</Trans> here", "A child here"),
        ("<Note>On one line</Note>", "On one line"),
        ("one<br/>two <code>three</code>", f"one two {OPAQUE}"),
        (r"A \{brace\} and a \<tag", "A {brace} and a <tag"),
        ("Code `{` and `<a` stay", f"Code {OPAQUE} and {OPAQUE} stay"),
        ("It {is open and 5 < 6", "It {is open and 5 < 6"),
        ("It <is open", "It <is open"),
        ("Don't {a /* it's { */ + \"}\"} go", f"Don't {OPAQUE} go"),
        ("{cond && <p>Don't</p>} stop", f"{OPAQUE} stop"),
        ("Goods\nimport duties rose {x}", f"Goods import duties rose {OPAQUE}"),
    ],
)
def test_prose_of_a_paragraph(text: str, prose: str) -> None:
    assert [block.text for block in mdx(text).blocks] == [prose]


def test_modules_are_no_prose(pairs) -> None:
    modules = "import A from 'a'\nimport {b} from 'b'\n\nexport const c = {\n  d: 1,\n\n  e: '}',\n}\n"
    text = f"---\ntitle: Top\n---\n{modules}\nWords.\n"
    assert pairs(mdx(text)) == [("headline", "Top"), ("paragraph", "Words.")]


def test_children_and_attributes_of_components(pairs) -> None:
    text = (
        '<Note title="Mind *it*" id={3}>\nInside.\n</Note>\n\n<Tabs>\n  <TabItem value="a">\n    Deep *text*\n\n'
        "    - Point\n\n            code\n  </TabItem>\n</Tabs>\n\n<Image src={pic} alt={'A boat'} />\n\nAfter.\n"
    )
    assert pairs(mdx(text)) == [
        ("caption", "Mind it"),
        ("paragraph", "Inside."),
        ("paragraph", "Deep text"),
        ("list item", "Point"),
        ("alt", "A boat"),
        ("paragraph", "After."),
    ]


def test_images_and_comments() -> None:
    document = mdx('<img src="a.png" alt="A boat" />\n\n{/* stet b */}\n\n<Figure src="c.png" caption="At sea" />\n')
    assert [(i.target, (i.alt or i.caption).text) for i in document.images] == [
        ("a.png", "A boat"),
        ("c.png", "At sea"),
    ]
    assert [directive.text for directive in document.directives] == ["stet b"]


def test_silent_elements_and_fences_hide_what_is_in_them(pairs) -> None:
    text = "<pre>\n\nno\n\n</pre>\n\n<style>{`a {}`}</style>\n\n```js\nimport a\n<Foo>{\n```\n\n:::note Title\nWords {#id}\n:::\n"
    assert pairs(mdx(text)) == [("heading", "Title"), ("paragraph", "Words")]
