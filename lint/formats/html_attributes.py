"""What the attributes of a tag say: whether its element is hidden, and the prose in them."""

import re
from collections.abc import Iterator

from lint.document import BlockKind
from lint.formats.entities import decode
from lint.formats.html_text import BLANK, pour
from lint.formats.html_tokens import Attribute, StartTag
from lint.formats.masks import Masks
from lint.formats.sink import Sink
from lint.markup import Markup
from lint.source import Source
from lint.sourcemap import Prose

_NOT_DISPLAYED = re.compile(r"display[ \t\n\f]*+:[ \t\n\f]*+none", re.IGNORECASE)
_UNREAD_ROLES = frozenset("contentinfo menu menubar navigation search tablist toolbar".split())
_IMAGE_PROSE = {"alt": BlockKind.ALT, "title": BlockKind.CAPTION}


def find(tag: StartTag, name: str) -> Attribute | None:
    """Give the attribute of that name, if the tag has it."""
    return next((attribute for attribute in tag.attributes if attribute.name == name), None)


def value(text: str, tag: StartTag, name: str) -> str:
    """Give the value of an attribute, references decoded; empty if the tag has none of that name."""
    attribute = find(tag, name)
    return decode(text[attribute.start : attribute.end]).strip(BLANK) if attribute else ""


def is_hidden(text: str, tag: StartTag) -> bool:
    """Say whether readers never see the element, or see a control of the page in it and no article."""
    if not tag.attributes:
        return False
    hidden = find(tag, "hidden")
    return (
        (hidden is not None and text[hidden.start : hidden.end].lower() != "until-found")
        or value(text, tag, "aria-hidden").lower() == "true"
        or bool(_NOT_DISPLAYED.search(value(text, tag, "style")))
        or value(text, tag, "role").lower() in _UNREAD_ROLES
        or (tag.name == "a" and any(each.startswith("skip") for each in classes(text, tag)))
    )


def classes(text: str, tag: StartTag) -> list[str]:
    """Give the classes of an element, in lower case."""
    return value(text, tag, "class").lower().split() if tag.attributes else []


def prose(source: Source, masks: Masks, text: str, attribute: Attribute) -> Prose:
    """Give the prose of an attribute's value."""
    sink = Sink(source, masks)
    pour(sink, text, attribute.start, attribute.end, in_attribute=True)
    return sink.prose()


def prose_attributes(tag: StartTag, markup: Markup) -> Iterator[tuple[Attribute, BlockKind]]:
    """Give the attributes that hold prose: those of images, and of components as the repository says."""
    kinds = _IMAGE_PROSE if tag.name == "img" else markup.prose_parameters if "-" in tag.name else {}
    for attribute in tag.attributes if kinds else ():
        if attribute.name in kinds and attribute.start < attribute.end:
            yield attribute, kinds[attribute.name]
