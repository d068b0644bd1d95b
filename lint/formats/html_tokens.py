"""HTML cut into tokens by the WHATWG rules. Tokens are ranges: no text is made here.

What a browser makes of broken markup is made here too: a tag that never closes is no tag and takes the rest with it,
`--!>` ends a comment, `</` before a digit begins one. Every character belongs to at most one token.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARKUP = re.compile(r"<(?:[A-Za-z!?]|/[\s\S])")
_NAME = re.compile(r"[^\t\n\f />]++")
_ATTRIBUTE = re.compile(
    r"""[\t\n\f /]*+
    (?:(?P<close>>)
    |(?P<name>=?[^\t\n\f />=]*+)
     (?:[\t\n\f ]*+=[\t\n\f ]*+
        (?:"(?P<double>[^"]*+)(?:"|\Z)|'(?P<single>[^']*+)(?:'|\Z)|(?P<bare>[^\t\n\f >"'][^\t\n\f >]*+)|(?=>))
     )?
    )""",
    re.VERBOSE,
)
_COMMENT_END = re.compile(r"--!?>")
_EMPTY_COMMENT = re.compile(r"-?>")
_SCRIPT = re.compile(r"<!--|-->|<(?P<slash>/?)script(?=[\t\n\f />])", re.IGNORECASE)
_RAW = {
    name: re.compile(rf"</{name}(?=[\t\n\f />])", re.IGNORECASE)
    for name in "title textarea style xmp iframe noembed noframes noscript".split()
}
_DECODED = frozenset({"title", "textarea"})


@dataclass(frozen=True, slots=True)
class Text:
    """Characters between markup: half-open. In `raw` ones, those of a script or a style, no reference counts."""

    start: int
    end: int
    raw: bool = False


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute: its name in lower case and the half-open range of its value, quotation marks left out."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class StartTag:
    """A start tag. `closed` says that it is written `<x/>`, which means something in SVG and MathML alone."""

    start: int
    end: int
    name: str
    attributes: tuple[Attribute, ...] = ()
    closed: bool = False


@dataclass(frozen=True, slots=True)
class EndTag:
    """An end tag."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment; `inner_start..inner_end` is its text."""

    start: int
    end: int
    inner_start: int
    inner_end: int


@dataclass(frozen=True, slots=True)
class Unseen:
    """Markup that shows nothing: a document type, a processing instruction, a stray `</>`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Broken:
    """What is opened and never closed: the rest of the text, which no browser shows. `what` was `opened` there."""

    start: int
    end: int
    what: str
    opened: int


Token = Text | StartTag | EndTag | Comment | Unseen | Broken


class Tokenizer:
    """Cuts `text[start:end]` into tokens, in one pass.

    The reader sets `foreign` while it is inside SVG or MathML, where `<style>` and the like are ordinary elements.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        self.foreign = False
        self._text, self._at, self._end = text, start, end

    def __iter__(self) -> Iterator[Token]:
        """Give the tokens in order."""
        while self._at < self._end:
            match = _MARKUP.search(self._text, self._at, self._end)
            start = match.start() if match else self._end
            if start > self._at:
                yield Text(self._at, start)
            self._at = start
            if match:
                yield from self._markup(start, self._text[start + 1])

    def _markup(self, start: int, sign: str) -> Iterator[Token]:
        """Give the token at `start`, whose second character is `sign`, and the raw text it announces."""
        if sign == "!":
            token = self._declaration(start)
        elif sign == "?":
            token = self._bogus(start, start + 2)
        elif sign == "/":
            token = self._end_tag(start)
        else:
            token = self._tag(start, start + 1)
        self._at = token.end
        yield token
        if isinstance(token, StartTag) and not self.foreign:
            yield from self._raw(token)

    def _declaration(self, start: int) -> Token:
        if self._text.startswith("<!--", start, self._end):
            return self._comment(start)
        if self.foreign and self._text.startswith("<![CDATA[", start, self._end):
            close = self._text.find("]]>", start + 9, self._end)
            return Unseen(start, close + 3) if close >= 0 else Broken(start, self._end, "CDATA section", start)
        return self._bogus(start, start + 2)

    def _comment(self, start: int) -> Token:
        inner = start + 4
        close = _EMPTY_COMMENT.match(self._text, inner, self._end) or _COMMENT_END.search(self._text, inner, self._end)
        if not close:
            return Broken(start, self._end, "comment", start)
        return Comment(start, close.end(), inner, close.start())

    def _bogus(self, start: int, inner: int) -> Token:
        close = self._text.find(">", inner, self._end)
        return Unseen(start, close + 1 if close >= 0 else self._end)

    def _end_tag(self, start: int) -> Token:
        if self._text[start + 2].isascii() and self._text[start + 2].isalpha():
            token = self._tag(start, start + 2)
            return EndTag(token.start, token.end, token.name) if isinstance(token, StartTag) else token
        return self._bogus(start, start + 2)

    def _tag(self, start: int, at: int) -> StartTag | Broken:
        name = _NAME.match(self._text, at, self._end)
        at = name.end() if name else at
        if name and self._text.startswith(">", at, self._end):
            return StartTag(start, at + 1, name[0].lower())
        attributes: dict[str, Attribute] = {}
        bare_end = 0
        while match := _ATTRIBUTE.match(self._text, at, self._end):
            at = match.end()
            if match["close"]:
                closed = self._text[at - 2] == "/" and at - 1 != bare_end
                return StartTag(start, at, name[0].lower() if name else "", tuple(attributes.values()), closed)
            if at >= self._end:
                break
            attribute = _attribute(match)
            attributes.setdefault(attribute.name, attribute)
            bare_end = match.end("bare")
        return Broken(start, self._end, "tag", start)

    def _raw(self, tag: StartTag) -> Iterator[Token]:
        """Give the text of an element that holds no markup, up to its end tag."""
        name = tag.name
        if name == "script":
            stop = self._script_end()
        elif name == "plaintext":
            stop = self._end
        elif name in _RAW:
            close = _RAW[name].search(self._text, self._at, self._end)
            stop = close.start() if close else self._end
        else:
            return
        if stop > self._at:
            yield Text(self._at, stop, raw=name not in _DECODED)
        self._at = stop
        if stop == self._end and name != "plaintext":
            yield Broken(stop, stop, f"<{name}>", tag.start)

    def _script_end(self) -> int:
        """Give the place of the end tag of a script: inside `<!-- <script>` the first one does not count."""
        at, in_comment, is_double = self._at, False, False
        while match := _SCRIPT.search(self._text, at, self._end):
            at = match.end()
            if match[0] == "<!--":
                at, in_comment = (at, True) if in_comment else (match.start() + 2, True)
            elif match[0] == "-->":
                in_comment = is_double = False
            elif match["slash"] and not is_double:
                return match.start()
            else:
                is_double = in_comment and not match["slash"]
        return self._end


def _attribute(match: re.Match[str]) -> Attribute:
    group = next((name for name in ("double", "single", "bare") if match[name] is not None), None)
    start, end = match.span(group) if group else (match.end(), match.end())
    return Attribute(match["name"].lower(), start, end)
