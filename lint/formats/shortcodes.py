"""Template code in Markdown: the tags of Hugo, Liquid, Nunjucks and their kin, attribute lists, formulas of MathJax."""

import re
from dataclasses import dataclass, field

from lint.formats import parameters
from lint.formats.finder import NOWHERE, Finder
from lint.formats.found import Comment, Item
from lint.formats.masks import BLANKS, LETTERS, Mask
from lint.markup import Markup

_OPENER = re.compile(
    r"\{\{[<%]?|\{%|\{#(?=[\s-])|\{::comment\}|\{(?=[#.][A-Za-z_-]|:)|(?<=[)\]`])\{(?=[\w-]+=)"
    r"|\\\\[(\[]|\\begin\{[a-z]{1,20}\*?\}"
)
_TAGS = {"{{<": ">}}", "{{%": "%}}", "{{": "}}", "{%": "%}"}
_COMMENTS = {"{#": "#}", "{::comment}": "{:/comment}"}
_FORMULAS = {r"\\(": r"\\)", r"\\[": r"\\]"}
_NAME = re.compile(
    r"[-~]?[ \t\n]*+(?P<comment>/\*|#)?(?P<closing>/[ \t]*|end(?=[a-z]))?(?P<name>[\w./-]++)?(?P<call>\()?"
)
_CONTROL = frozenset(
    "if elsif elif else unless for assign capture set case when cycle macro import extends with".split()
)
_TRIM = "-~"  # at the edge of a tag: trim the blanks outside
_LONGEST = 4096

Taken = tuple[int, list[Item]]
"""Where a piece of code ends, and what is in it; 0 if there is no code but text."""

_TEXT: Taken = (0, [])


def scan(text: str, start: int, markup: Markup) -> list[Item]:
    """Find the template code in `text` from `start` on, in one pass: masks, comments, prose in parameters."""
    scanner, found = _Scanner(Finder(text), markup), list[Item]()
    while match := _OPENER.search(text, start):
        end, items = scanner.take(match[0], match.start())
        found += items
        start = end or match.end()
    return found


@dataclass(frozen=True, slots=True)
class _Scanner:
    finder: Finder
    markup: Markup
    unclosed: set[str] = field(default_factory=set)

    def take(self, opener: str, start: int) -> Taken:
        """Read the code that opens at `start`."""
        if opener in _TAGS:
            return self._template(opener, start)
        if opener in _COMMENTS:
            return self._comment(start, start + len(opener), _COMMENTS[opener])
        if opener == "{":
            end = self.finder.after("}", start)
            is_list = end <= self.finder.find("\n", start) and end - start <= _LONGEST
            return (end, [Mask(start, end)]) if is_list else _TEXT
        closer = _FORMULAS.get(opener) or opener.replace("begin", "end")
        end = self._close(closer, start, start + len(opener))
        return (end, [Mask(start, end, opaque=True, fill=LETTERS)]) if end else _TEXT

    def _close(self, closer: str, start: int, inside: int) -> int:
        """Give the place behind the closer, or 0 if it is too far or in another paragraph."""
        end = self.finder.after(closer, inside)
        return 0 if end - start > _LONGEST or self.finder.find("\n\n", start) < end else end

    def _comment(self, start: int, inside: int, closer: str, behind: str = "") -> Taken:
        """Read a comment whose text ends at `closer`, and which itself ends with the first `behind` from there."""
        inner_end = self.finder.find(closer, inside)
        end = self.finder.after(behind or closer, inner_end)
        if end == NOWHERE:
            return _TEXT
        inside += self.finder.text[inside] in _TRIM
        inner_end -= inside < inner_end and self.finder.text[inner_end - 1] in _TRIM
        return end, [Comment(start, end, inside, inner_end), Mask(start, end, alone=BLANKS)]

    def _template(self, opener: str, start: int) -> Taken:
        text, closer, inside = self.finder.text, _TAGS[opener], start + len(opener)
        name = _NAME.match(text, inside)
        if name and name["comment"] == "/*" and opener == "{{":
            return self._comment(start, name.end("comment"), "*/", closer)
        end = self._close(closer, start, inside)
        if not end or not name or text[inside] == "`":
            return _TEXT
        if name["comment"] == "#" and opener == "{%":
            return self._comment(start, name.end("comment"), closer)
        return self._tag(opener, name, start, end)

    def _tag(self, opener: str, match: re.Match[str], start: int, end: int) -> Taken:
        name, inner = (match["name"] or "").lower(), (match.end(), end - len(_TAGS[opener]))
        is_opening = not match["comment"] and not match["closing"]
        if is_opening and opener != "{{" and name in self.markup.opaque_shortcodes:
            closing = self._closing(opener, name, end)
            if closing and name == "comment":
                whole = Mask(start, closing[1], alone=BLANKS)
                return closing[1], [Comment(start, closing[1], end, closing[0]), whole]
            end = closing[1] if closing else end
            return end, [Mask(start, end, opaque=True, fill=LETTERS)]
        mask = Mask(start, end, opaque=True, fill=LETTERS, alone="" if opener == "{{" else BLANKS)
        if not is_opening or name in _CONTROL or (opener == "{{" and not match["call"]) or inner[0] >= inner[1]:
            return end, [mask]
        return end, [mask, *parameters.read(self.finder.text, name, inner, (start, end), self.markup)]

    def _closing(self, opener: str, name: str, start: int) -> tuple[int, int] | None:
        """Give the range of the tag that closes `name`."""
        pattern = rf"\{{%-?\s*end{re.escape(name)}\b[^%]{{0,100}}%\}}"
        if opener != "{%":
            pattern = rf"\{{\{{[<%]-?\s*/\s*{re.escape(name)}\b[^}}]{{0,100}}\}}\}}"
        match = None if pattern in self.unclosed else re.compile(pattern).search(self.finder.text, start)
        if not match:
            self.unclosed.add(pattern)
        return match.span() if match else None
