"""Template code in Markdown, hidden from the parser: Liquid, Hugo, Jinja, attribute lists.

`[text]({{ "/x" | url }})` is no link to CommonMark. So template code is overwritten, one character for one, with
letters (emphasis beside it then behaves as it will when the site generator has put its own text there).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_OPENER = re.compile(r"\{\{[<%]?|\{%|\{[#.:]")
_CLOSERS = {"{{<": ">}}", "{{%": "%}}", "{{": "}}", "{%": "%}"}
_VERBATIM = re.compile(r"\{[{%][<%]?-?\s*(raw|verbatim|comment|highlight|mermaid|katex|math)\b")
_INDENTED = re.compile(r"(?m)^[ \t>]+|[^\n]")
_PRICE = re.compile(r"\$(?=\d)")
_LONGEST = 4096
_NOWHERE = 1 << 62


@dataclass(frozen=True, slots=True)
class Mask:
    """A half-open range of `lf` that is not prose: `opaque` if something stands there for the reader, else dropped."""

    start: int
    end: int
    opaque: bool


class Masks:
    """The masks of one text, sorted and disjoint."""

    def __init__(self, masks: list[Mask]) -> None:
        self._masks = masks
        self._ends = [mask.end for mask in masks]

    def within(self, start: int, end: int) -> Iterator[Mask]:
        """Give the masks that share a character with `start..end`, in order."""
        index = bisect_right(self._ends, start)
        while index < len(self._masks) and self._masks[index].start < end:
            yield self._masks[index]
            index += 1

    def apply(self, text: str) -> str:
        r"""Give the text with every mask overwritten by letters: its length and line ends stay as they were.

        A dollar sign before a digit is hidden too, since a price does not open a formula.
        """
        pieces, at = [], 0
        for mask in self._masks:
            pieces += [text[at : mask.start], _fill(text[mask.start : mask.end])]
            at = mask.end
        return _PRICE.sub("%", "".join([*pieces, text[at:]]))


def find(text: str, start: int) -> Masks:
    """Find the template code in `text` from `start` on, in one pass."""
    return Masks(list(_scan(text, start)))


def _scan(text: str, at: int) -> Iterator[Mask]:
    finder = _Finder(text)
    while match := _OPENER.search(text, at):
        start, opener = match.span()[0], match[0]
        end = _template(finder, start, opener) if opener in _CLOSERS else _attributes(finder, start)
        if end:
            yield Mask(start, end, opener in _CLOSERS)
        at = end or match.end()


def _template(finder: "_Finder", start: int, opener: str) -> int:
    """Give the end of the template that opens at `start`, with the body of a verbatim tag; 0 if it never closes."""
    closer, text = _CLOSERS[opener], finder.text
    inside = start + len(opener)
    end = finder.find(closer, inside) + len(closer)
    is_code = text[inside : inside + 1] == "`"
    if is_code or end - start > _LONGEST or finder.find("\n\n", start) < end:
        return 0
    tag = _VERBATIM.match(text, start, end)
    return _verbatim_end(finder, tag[1], closer, end) if tag else end


def _verbatim_end(finder: "_Finder", name: str, closer: str, end: int) -> int:
    closing = finder.find(f"end{name}" if closer in ("%}", "}}") else f"/{name}", end)
    stop = finder.find(closer, closing)
    return end if stop == _NOWHERE else stop + len(closer)


def _attributes(finder: "_Finder", start: int) -> int:
    """Give the end of `{#id}`, `{: .class}` or a comment `{# … #}` on one line; 0 if there is none."""
    end = finder.find("}", start) + 1
    return end if end < finder.find("\n", start) + 1 and end - start <= _LONGEST else 0


class _Finder:
    """Finds a token from ever later places, and looks at no stretch of the text twice."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._known: dict[str, tuple[int, int]] = {}

    def find(self, token: str, start: int) -> int:
        """Give the first place of `token` at or after `start`; a huge number if there is none."""
        asked, found = self._known.get(token, (_NOWHERE, 0))
        if not asked <= start <= found:
            found = self.text.find(token, start) if start < _NOWHERE else -1
            found = _NOWHERE if found < 0 else found
            self._known[token] = start, found
        return found


def _fill(template: str) -> str:
    """Overwrite with letters; the indentation and quotation marks of a following line stay."""
    first, newline, rest = template.partition("\n")
    return "x" * len(first) + newline + _INDENTED.sub(lambda m: m[0] if m[0][0] in " \t>" else "x", rest)
