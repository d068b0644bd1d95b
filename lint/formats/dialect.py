"""What Markdown's dialects add to CommonMark, line by line and inside a line, where its parser knows nothing of it."""

import re
from collections.abc import Iterator

from lint.document import BlockKind
from lint.formats import code
from lint.formats.found import Item, Picture, Reference, Value
from lint.formats.masks import AS_IT_IS, BLANKS, LETTERS, SCAFFOLD, Mask, line_start

_SIGN = re.compile(r":::|!!!|\?\?\?|===|\[!|\*\[|\[TOC\]|\[\[_?TOC")
_LINE = re.compile(
    r"(?:(?P<container>:{3,})(?P<after>[^\n]*)"
    r"|(?P<note>!!!|\?\?\?\+?|===[+!]?)(?P<names>(?:[ \t]+[\w-]++)*)(?:[ \t]+\"(?P<title>[^\n]*)\")?[ \t]*"
    r"(?=\n(?:[ \t]*+\n)?[ >]*(?:[ ]{4}|\t))"
    r"|(?P<callout>\[![\w-]++\][+-]?)(?P<heading>[^\n]*)"
    r"|\*\[[^\]\n]++\]:[^\n]*"
    r"|\[(?:TOC|\[_?TOC_?\])\][ \t]*"
    r")(?=\n|\Z)"
)
_ALERTS = frozenset({"[!NOTE]", "[!TIP]", "[!IMPORTANT]", "[!WARNING]", "[!CAUTION]"})
_CONTAINER = re.compile(
    r"[ \t]*(?P<name>[\w-]+|\{[\w-]+\})?[ \t]*(?:\[(?P<label>[^\]\n]*)\])?[ \t]*(?:\{[^}\n]*\})?[ \t]*(?P<title>[^\n]*)$"
)
_ROLES = frozenset("note tip warning danger caution important hint info attention admonition details seealso".split())
_INLINE = re.compile(
    r"==(?<!===)(?<![^\W_]==)(?=[^\s=])(?P<mark>[^=\n]{0,500}[^=\s])==(?!=|[^\W_])"
    r"|(?P<sign>[\^~])(?<=[\w)].)(?P<raised>[\w+-]{1,20})(?P=sign)"
    r"|(?P<embed>!?)\[\[(?P<page>[^\[\]|\n\\]{1,300})(?:\\?\|(?P<label>[^\[\]\n]{1,300}))?\]\](?![(\[:])"
)
_INLINE_SIGNS = ("==", "^", "~", "[[")


def scan(text: str, start: int) -> Iterator[Item]:
    """Find what the dialects add in `text` from `start` on.

    Fences of containers (`:::note Title`), heads of admonitions (`!!! note "Title"`), tabs (`=== "Title"`) and
    callouts (`> [!note] Title`), whose titles are headings; abbreviations (`*[HTML]: …`); `==marked==`, `2^nd^` and
    `[[Page|text]]`, whose text is prose.
    """
    fenced: code.Ranges | None = None
    end = start
    for sign in _SIGN.finditer(text, start):
        prefix = line_start(text, sign.start(), start)
        match = _LINE.match(text, sign.start()) if prefix >= 0 and sign.start() >= end else None
        if match:
            fenced = fenced or code.fences(text, start)
            end = match.end()
            if match.start() not in fenced:
                yield from _line(text, match, text[prefix : match.start()])
    if any(text.find(sign, start) >= 0 for sign in _INLINE_SIGNS):
        for match in _INLINE.finditer(text, start):
            yield from _marks(match)


def _line(text: str, match: re.Match[str], prefix: str) -> Iterator[Item]:
    start, end = match.span()
    if match["container"]:
        yield Mask(start, end, fill=BLANKS)
        yield from _title(text, *_container_title(match))
    elif match["note"]:
        if match["names"] or match["title"]:
            yield Mask(start, end, fill=SCAFFOLD)
            yield from _title(text, *match.span("title"))
    elif match["callout"]:
        if ">" in prefix and (match["callout"] not in _ALERTS or match["heading"].strip()):
            yield Mask(start, end, fill=BLANKS)
            yield from _title(text, *match.span("heading"))
    else:
        yield Mask(start, end, fill=BLANKS)


def _container_title(match: re.Match[str]) -> tuple[int, int]:
    inner = _CONTAINER.match(match.string, match.start("after"), match.end("after"))
    if not inner:
        return -1, -1
    if inner["label"]:
        return inner.span("label")
    role = (inner["name"] or "").strip("{}").lower()
    is_argument = (inner["name"] or "").startswith("{") and role not in _ROLES
    return (
        (-1, -1) if is_argument else (inner.start("title"), inner.start("title") + len(inner["title"].rstrip(" \t:")))
    )


def _title(text: str, start: int, end: int) -> Iterator[Value]:
    if start >= 0 and text[start:end].strip():
        yield Value(BlockKind.HEADING, ((start, end, None),), "note")


def _marks(match: re.Match[str]) -> Iterator[Item]:
    if match["mark"]:
        yield Mask(match.start(), match.start("mark"), fill=AS_IT_IS)
        yield Mask(match.end("mark"), match.end(), fill=AS_IT_IS)
    elif match["raised"]:
        yield Mask(match.start(), match.start("raised"))
        yield Mask(match.end("raised"), match.end())
    elif match["embed"]:
        yield Mask(*match.span(), opaque=True, fill=LETTERS)
        yield Picture(*match.span(), match["page"].strip(), ())
    elif not match["page"].isdigit():
        group = "label" if match["label"] else "page"
        yield Mask(match.start(), match.start(group))
        yield Mask(match.end(group), match.end())
        yield Reference(*match.span(group), match["page"].strip())
