"""MDX: Markdown with JSX. Tags, expressions and modules are hidden; what stands between two tags is read."""

import re

from lint.document import Document
from lint.formats import code, jsx, parameters
from lint.formats.braces import Braces
from lint.formats.finder import NOWHERE, Finder
from lint.formats.found import Comment, Item
from lint.formats.markdown import read_with
from lint.formats.masks import BLANKS, LETTERS, SCAFFOLD, STOPS, Mask
from lint.formats.parameters import Parameter
from lint.markup import DEFAULT, Markup
from lint.source import Source

_TOKEN = re.compile(
    r"`+|\{|\\[{<]|<(?=[A-Za-z_$/>])|(?m:^)(?:"
    r"import(?=[ \t]*(?:[\"'{*]|(?:type[ \t]+)?[\w$]+[ \t]*(?:,|from\b)))"
    r"|export(?=[ \t]*[{*]|[ \t]+(?:const|let|var|function|default|class|async|type|interface)\b))"
)
_COMMENT = re.compile(r"\{[ \t\n]*/\*")
_COMMENT_END = re.compile(r"\*/[ \t\n]*\}")
_IDENTIFIER = re.compile(r"\{#[\w-]+\}")
_SPACE = re.compile(r"\{[ \t\n]*(?:\"[ ]*\"|'[ ]*'|`[ ]*`)?[ \t\n]*\}")
_BLANK_BEFORE = re.compile(r"\n[ \t]*\n\Z")
_SILENT = frozenset("code kbd samp pre script style svg math textarea template".split())
_AS_HTML = frozenset("br wbr img".split())

Taken = tuple[int, list[Item]]
_TEXT: Taken = (0, [])


def read(source: Source, markup: Markup = DEFAULT) -> Document:
    """Read an MDX source. Nothing in the text raises; a brace or tag that nothing closes stays text."""
    return read_with(scan, source, markup)


def scan(text: str, start: int, markup: Markup) -> list[Item]:
    """Find the JSX in `text` from `start` on, in one pass: masks, comments, prose in attributes."""
    scanner, found = _Scanner(text, start, markup), list[Item]()
    while match := _TOKEN.search(text, start):
        start, items = scanner.take(match)
        found += items
    return found


class _Scanner:
    def __init__(self, text: str, start: int, markup: Markup) -> None:
        self._text, self._markup = text, markup
        self._finder, self._braces = Finder(text), Braces(text)
        self._fenced, self._spans = code.fences(text, start), code.Spans(text, start)
        self._module_end = start

    def take(self, match: re.Match[str]) -> Taken:
        """Read what begins at a token; where it is only text, give the place behind it."""
        sign, at = match[0], match.start()
        if fence := self._fenced.end(at):
            return max(fence, match.end()), []
        if sign[0] == "`":
            return self._spans.end(at, self._finder.find("\n\n", at)), []
        if sign == "{":
            end, found = self._expression(at)
        elif sign == "<":
            end, found = self._tag(at)
        elif sign[0] == "\\":
            return match.end(), []
        else:
            end, found = self._module(at)
        return end or match.end(), found

    def _expression(self, start: int) -> Taken:
        if comment := _COMMENT.match(self._text, start):
            inner_end = self._finder.find("*/", comment.end())
            close = _COMMENT_END.match(self._text, inner_end) if inner_end < NOWHERE else None
            if close:
                whole = Comment(start, close.end(), comment.end(), inner_end)
                return close.end(), [whole, Mask(start, close.end(), alone=BLANKS, bounds=True)]
        for pattern in (_IDENTIFIER, _SPACE):
            if match := pattern.match(self._text, start):
                return match.end(), [Mask(*match.span(), alone=BLANKS, bounds=True)]
        end = self._braces.end(start)
        return (end, [Mask(start, end, opaque=True, fill=LETTERS, alone=BLANKS, bounds=True)]) if end else _TEXT

    def _tag(self, start: int) -> Taken:
        tag = jsx.tag(self._finder, self._braces, start)
        if not tag:
            return _TEXT
        if tag.name in _AS_HTML and tag.is_html:
            return tag.end, []
        if tag.is_opening and (tag.name in _SILENT or tag.name.lower() in self._silenced()):
            end = self._finder.after(">", self._finder.find(f"</{tag.name}", tag.end))
            if end < NOWHERE:
                return end, [Mask(start, end, opaque=True, fill=LETTERS, alone=BLANKS, bounds=True)]
        return tag.end, [self._mask(tag), *self._prose(tag)]

    def _silenced(self) -> frozenset[str]:
        return self._markup.skip_tags | self._markup.opaque_shortcodes

    def _mask(self, tag: "jsx.Tag") -> Mask:
        """Hide a tag: one that opens holds what follows, one that closes itself shows something of its own."""
        first_line = min(tag.end, self._finder.find("\n", tag.start)) - tag.start
        alone = SCAFFOLD if tag.is_opening and first_line >= len(SCAFFOLD) else BLANKS
        fill = LETTERS if tag.is_empty else STOPS
        return Mask(tag.start, tag.end, opaque=tag.is_empty, fill=fill, alone=alone, bounds=True)

    def _prose(self, tag: "jsx.Tag") -> list[Item]:
        given = [Parameter(key, -1, start, end) for key, start, end in tag.attributes]
        return list(parameters.told(self._text, tag.name.lower(), given, (tag.start, tag.end), self._markup))

    def _module(self, start: int) -> Taken:
        """Read an import or export that begins a paragraph: it ends at the first blank line outside of braces."""
        if start != self._module_end and not _BLANK_BEFORE.search(self._text, max(0, start - 200), start):
            return _TEXT
        at, end = start, min(self._finder.find("\n\n", start), len(self._text))
        while (brace := self._text.find("{", at, end)) >= 0 and (at := self._braces.end(brace)):
            end = min(self._finder.find("\n\n", at), len(self._text)) if at > end else end
        self._module_end = end + 1
        return end, [Mask(start, end, fill=BLANKS)]


__all__ = ["read", "scan"]
