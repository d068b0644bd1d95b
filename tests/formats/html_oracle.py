"""A page as html5lib reads it, which builds the whole tree of the standard, brought to the blocks that we promise."""

import re
from collections.abc import Iterator
from typing import Any

import html5lib

from lint.formats.inline import addresses
from lint.sourcemap import OPAQUE_CHARACTER

BREAKING = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre "
    "search section summary table tbody td tfoot th thead title tr ul xmp".split()
)
SILENT = frozenset(
    "footer listing nav noembed noframes noscript plaintext pre script search style template xmp".split()
)
PLACEHOLDER = frozenset(
    "audio button canvas code embed iframe img input kbd map math meter object progress samp select svg textarea tt var "
    "video".split()
)
ROLES = frozenset("contentinfo menu menubar navigation search tablist toolbar".split())
BLOCK_END, LINE_BREAK = "\uf8fe", "\uf8ff"


def texts(page: str) -> list[str]:
    """Give the text of each block of a page, in order; of one without `<main>` and `<article>`."""
    tree = html5lib.HTMLParser(namespaceHTMLElements=False).parse(page)
    for quote in tree.iter("blockquote"):
        for footer in quote.iter("footer"):
            footer.tag = "div"
    text = "".join(BLOCK_END if event is None else event for event in events(tree))
    text = re.sub(rf"{LINE_BREAK}[ \t\n\f\r]*{LINE_BREAK}", BLOCK_END, text)
    lines = (
        re.sub(rf"[ \t\n\f\r{LINE_BREAK}]+", " ", part.replace("\xad", "")).strip(" ") for part in text.split(BLOCK_END)
    )
    return [line for line in map(hide_addresses, lines) if line.strip(OPAQUE_CHARACTER + " \xa0")]


def hide_addresses(text: str) -> str:
    for start, end in reversed(list(addresses(text, 0, len(text)))):
        text = text[:start] + OPAQUE_CHARACTER + text[end:]
    return text


def is_silent(node: Any) -> bool:
    names = node.attrib
    style = names.get("style", "").lower()
    return (
        node.tag in SILENT
        or names.get("hidden", "until-found").lower() != "until-found"
        or names.get("aria-hidden", "").strip().lower() == "true"
        or bool(re.search(r"display\s*:\s*none", style))
        or names.get("role", "").strip().lower() in ROLES
        or (node.tag == "a" and re.search(r"(?:^|\s)skip", names.get("class", "").lower()) is not None)
    )


def events(root: Any) -> Iterator[str | None]:
    """Give stretches of text, and None wherever a block ends."""
    stack: list[Any] = [root]
    while stack:
        node = stack.pop()
        if node is None or isinstance(node, str):
            yield node
            continue
        tail = node.tail or ""
        if not isinstance(node.tag, str) or "}" in node.tag:
            is_shown = isinstance(node.tag, str) and node.attrib.get("aria-hidden") != "true"
            yield (OPAQUE_CHARACTER if is_shown else "") + tail
            continue
        breaks = None if node.tag in BREAKING else ""
        after = [tail, breaks]
        yield breaks
        if is_silent(node):
            yield from reversed(after)
        elif node.tag in PLACEHOLDER:
            yield OPAQUE_CHARACTER if node.attrib.get("type", "").strip().lower() != "hidden" else ""
            yield tail
        elif node.tag == "br":
            yield LINE_BREAK
            yield tail
        else:
            marks = ["”", "“"] if node.tag == "q" else ["", ""]
            stack += [*after, marks[0], *reversed(list(node)), node.text or "", marks[1]]
    yield None
