"""HTML by construction: what is text gets escaped, and only what was made here counts as markup."""

import re
from html import escape
from typing import TypeAlias

from lint.reporters.terminal import visible

_LINE_END = re.compile(r"\r\n?|\n")
_VOID = frozenset({"input", "meta"})


class Html(str):
    """Markup that is safe to put into a page, in ASCII: other characters stand as references, so no encoding harms them."""

    __slots__ = ()


Attribute: TypeAlias = str | int | bool


def text(raw: str) -> Html:
    """Give a text as markup, in one line: escaped, nothing in it that would turn the reading order."""
    return Html(escape(visible(raw)).encode("ascii", "xmlcharrefreplace").decode("ascii"))


def lines(raw: str) -> Html:
    """Give a text as markup, its line ends kept."""
    return Html("\n".join(text(line) for line in _LINE_END.split(raw)))


def join(*parts: str) -> Html:
    """Give markup that is all the parts in a row; those that are no markup are escaped."""
    return Html("".join(part if isinstance(part, Html) else text(part) for part in parts))


def element(tag: str, *parts: str, **attributes: Attribute) -> Html:
    """Give an element with the parts in it.

    Attributes are written with hyphens for underscores (`class_` is `class`); False leaves one out, True gives it no value.
    """
    start = "".join([tag, *(_attribute(name, value) for name, value in attributes.items() if value is not False)])
    return Html(f"<{start}>" if tag in _VOID else f"<{start}>{join(*parts)}</{tag}>")


def hidden(raw: str) -> Html:
    """Give words for those who listen to the page and do not see it."""
    return element("span", raw, class_="unseen")


def _attribute(name: str, value: Attribute) -> str:
    name = name.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{text(str(value))}"'
