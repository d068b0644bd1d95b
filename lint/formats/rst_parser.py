"""docutils, taught to say where things stand. It is imported by this module alone, and only when an .rst is read.

docutils cuts a text into lines, paragraphs and inline markup, but hands out text without places. Its inline parser
works on a suffix of a paragraph at every step, though, so the length of what is left tells where it is: the parser
below keeps ranges instead of text, and makes one marker node of each paragraph. Directives are not run at all (nothing
is included, executed or fetched), comments are kept with their lines.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers import rst
from docutils.parsers.rst import states
from docutils.utils import escape2null, new_document

from lint.formats.rst_words import BODY, QUOTE, READS, TITLE, Argument

STRETCH = "stretch"
"""Attribute of a marker node: the `Stretch` it stands for."""

_DIRECTIVE = re.compile(r"\.\.[ ]+([\w.+:-]+?)[ ]?::(?:[ ]+|$)")
_OPTION = re.compile(r":([A-Za-z][\w-]*):[ ]+(?=\S)|:[A-Za-z][\w-]*:$")
_SUBSTITUTION = re.compile(r"\.\.[ ]+\|(?![ ]|$)")
_LONGEST_WORD = 400
_RUN = re.compile(rf"[^\s`*|<>\[\]]{{{_LONGEST_WORD},}}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A half-open range of a stretch: plain text (no `node`), or inline markup of the kind of docutils' `node`."""

    start: int
    end: int
    node: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text that docutils takes for inline markup: dedented lines, the number of the first (from 1), its pieces.

    `option` is the name of a directive's option whose value it is.
    """

    text: str
    line: int
    pieces: tuple[Piece, ...]
    option: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image: where it lies, as written, and the number of the line (from 1) that says so."""

    target: str
    line: int


@dataclass(slots=True)
class Notes:
    """What is noted on the way: comments as (first line, last line, text from the two dots on), counting from 0."""

    comments: list[tuple[int, int, str]] = field(default_factory=list)
    unknown: list[tuple[str, int]] = field(default_factory=list)


def parse(lines: list[str]) -> tuple[nodes.document, Notes]:
    """Parse lines (no tabs, no white space at their ends). Raises RecursionError for a text nested too deeply."""
    settings = get_default_settings(rst.Parser)
    vars(settings).update(_SETTINGS)
    document = new_document("<source>", settings)
    document.reporter.stream = None
    notes = Notes()
    machine = states.RSTStateMachine(_state_classes(), "Body")
    machine.run(lines, document, inliner=_Inliner(notes).docutils)
    return document, notes


_SETTINGS = {
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "report_level": 5,
    "halt_level": 6,
    "warning_stream": False,
    "smart_quotes": False,
    "pep_references": False,
    "rfc_references": False,
    "_disable_config": True,
}


class _Inliner:
    """Finds inline markup as docutils does, and keeps the ranges.

    An instance of docutils' own class with two methods exchanged: it looks for its patterns in its own class alone.
    """

    def __init__(self, notes: Notes) -> None:
        self.docutils: Any = states.Inliner()
        self.docutils.parse, self.docutils.interpreted = self.parse, self.interpreted
        self.docutils.notes = notes

    def parse(self, text: str, lineno: int, memo: Any, parent: Any) -> tuple[list[Any], list[Any]]:
        """Give one marker for the text, where docutils gives its nodes."""
        self.docutils.document, self.docutils.reporter = memo.document, memo.document.reporter
        self.docutils.language, self.docutils.parent = memo.language, parent
        return [_marker(Stretch(text, lineno, tuple(self._pieces(escape2null(text), lineno))))], []

    def _pieces(self, text: str, lineno: int) -> Iterator[Piece]:
        """Cut the text. What opens and is never closed is text, and is not looked for again."""
        remaining = _RUN.sub(lambda run: "x" * len(run[0]), text)
        done, total, unclosed = 0, len(text), set()
        while match := self.docutils.patterns.initial.search(remaining):
            start = match["start"] or match["backquote"]
            before, inlines, rest = match.string[: match.end()], [], match.string[match.end() :]
            if start not in unclosed:
                method = self.docutils.dispatch[start or match["refend"] or match["fnend"]]
                before, inlines, rest, _ = method(self.docutils, match, lineno)
            at = total - len(remaining) + len(before)
            if inlines and isinstance(inlines[0], nodes.problematic):
                unclosed.add(start)
            elif inlines:
                yield Piece(done, at)
                done = total - len(rest)
                yield Piece(at, done, type(inlines[0]).__name__, inlines[0].get("role", ""))
            remaining = rest
        yield Piece(done, total)

    def interpreted(self, rawsource: str, text: str, role: str, lineno: int) -> tuple[list[Any], list[Any]]:  # noqa: ARG002
        """Give a node that says which role it is; no role is run."""
        return [nodes.inline(rawsource, text, role=role or "")], []


def _marker(stretch: Stretch) -> Any:
    """Make the node that stands for a stretch of inline markup."""
    node = nodes.inline(stretch.text)
    node[STRETCH] = stretch
    return node


def _state_classes() -> tuple[type, ...]:
    """Give docutils' states with our methods before theirs. Made anew for each text: states keep machines of theirs."""
    own: dict[str, Any] = {"nested_sm_cache": []}
    classes = tuple(type(base.__name__, (_State, base), own) for base in states.state_classes)
    own_kwargs = {"state_classes": classes, "initial_state": "Body"}
    for each in classes:
        each.own_kwargs = own_kwargs  # type: ignore[attr-defined]
    return classes


class _State:
    """What each state of the parser does otherwise: directives, comments, substitutions."""

    own_kwargs: dict[str, Any]
    state_machine: Any
    inliner: Any
    nested_parse: Any
    inline_text: Any
    block_quote: Any

    def __init__(self, state_machine: Any, debug: bool = False) -> None:  # noqa: FBT001, FBT002 - docutils' signature
        super().__init__(state_machine, debug)  # type: ignore[call-arg]
        self.nested_sm_kwargs = self.own_kwargs

    def explicit_construct(self, match: re.Match[str]) -> Any:
        """Take what begins with two dots."""
        if directive := _DIRECTIVE.match(match.string):
            return self._directive(directive)
        if _SUBSTITUTION.match(match.string):
            *_, blank_finish = self.state_machine.get_first_known_indented(match.end())
            return [], blank_finish
        return super().explicit_construct(match)  # type: ignore[misc]

    def comment(self, match: re.Match[str]) -> Any:
        """Keep the lines of a comment."""
        first = self.state_machine.abs_line_offset()
        found = super().comment(match)  # type: ignore[misc]
        last = max(first, self.state_machine.abs_line_offset())
        self.inliner.notes.comments.append((first, last, match.string.rstrip()))
        return found

    def _directive(self, match: re.Match[str]) -> tuple[list[Any], bool]:
        """Read a directive as text: its title, the options that may be prose, its body."""
        name = match[1].lower()
        line = self.state_machine.abs_line_number()
        block, _, offset, blank_finish = self.state_machine.get_first_known_indented(match.end(), strip_top=0)
        reads = READS.get(name)
        if reads is None:
            self.inliner.notes.unknown.append((match[1], line))
            return [], blank_finish
        node = nodes.container()
        node["directive"] = name
        if name in ("image", "figure"):
            node["picture"] = Picture(block[0].strip(), line)
        head = next((i for i, text in enumerate(block) if i and not text.strip()), len(block))
        options = next((i for i in range(1, head) if _OPTION.match(block[i])), head)
        self._argument(node, block[:options], offset, reads.argument)
        for index in range(options, head):
            node += _option(block[index], offset + index + 1)
        if reads.body:
            self._parts(node, block[head:], offset + head, reads.argument)
        return [node], blank_finish

    def _argument(self, node: Any, lines: Any, offset: int, argument: Argument | None) -> None:
        """Read what stands on the directive's first lines."""
        if lines and not lines[0].strip():
            lines, offset = lines[1:], offset + 1
        if argument is TITLE and lines:
            found, _ = self.inline_text("\n".join(lines).rstrip(), offset + 1)
            title = nodes.rubric("", "", *found)
            title["directive"] = node["directive"]
            node += title
        elif argument in (BODY, QUOTE) and lines:
            self._parts(node, lines, offset, argument)

    def _parts(self, node: Any, lines: Any, offset: int, argument: Argument | None) -> None:
        """Read lines as blocks."""
        if argument is QUOTE:
            node += self.block_quote(lines, offset)
        else:
            self.nested_parse(lines, offset, node)


def _option(text: str, line: int) -> list[Any]:
    """Give a marker for an option's value that stands on one line."""
    match = _OPTION.match(text)
    if not (match and match[1]):
        return []
    value = text[match.end() :].rstrip()
    return [_marker(Stretch(value, line, (Piece(0, len(value)),), option=match[1].lower()))]
