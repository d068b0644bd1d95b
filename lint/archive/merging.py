"""A list of names brought up to date line by line: what an editor wrote stays, to the letter; only counts are renewed."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lint.annotate.similar import plain
from lint.archive.houselist import SECTIONS
from lint.archive.learning import Proposal
from lint.errors import UserError, UserErrors
from lint.yamlpos import Node

HEADER = """\
# Names in this newsroom. “copydesk names learn” proposes them and renews forms, articles, first and last; the rest is yours:
#   preferred: what to write in place of the name      also: other forms that are right
#   never: forms that are wrong                        not: other people's names that look alike
"""

_PLAIN = re.compile(r"[^\W\d_][\w’'.&/()-]*(?: [\w(][\w’'.&/()-]*)*")
_WORDS = frozenset("yes no on off true false null y n".split())
_COMMENT = re.compile(r"[ \t]*#")


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the text `start..end`, half-open."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Merged:
    """A list brought up to date, and how many names were added to it and found in it."""

    text: str
    added: int
    kept: int


def merge(text: str, node: Node, proposals: Sequence[Proposal]) -> Merged:
    """Give the list with the proposals in it; `node` is what its text was read as. Raise UserErrors if it has no room."""
    root = node.value if isinstance(node.value, dict) else {}
    edits: list[Edit] = []
    new: dict[str, list[Proposal]] = {section: [] for section in SECTIONS}
    kept = 0
    for proposal in proposals:
        section = next(name for name, kind in SECTIONS.items() if kind == proposal.kind)
        entry = _entry(root.get(section), proposal.name)
        kept += entry is not None
        if entry:
            edits += _renewed(text, entry, proposal)
        else:
            new[section].append(proposal)
    tail = ""
    for section, added in new.items():
        if added and section in root:
            edits += _inserted(text, section, root[section], (node.keys or {})[section], added)
        elif added:
            tail += f"{section}:\n" + "".join(_written(proposal, "  ") for proposal in added)
    return Merged(_applied(text, edits, tail), sum(map(len, new.values())), kept)


def _entry(section: Node | None, name: str) -> Node | None:
    return section.value.get(name) if section and isinstance(section.value, dict) else None


def _renewed(text: str, entry: Node, proposal: Proposal) -> Iterator[Edit]:
    """Give the edits that renew the lines of an entry that are not the editor's, as far as it still has them."""
    fields = dict(_fields(proposal))
    for key, node in entry.walk():
        at_once = isinstance(node.value, str) or text[node.start : node.start + 1] == "{"
        if fields.get(key) and at_once and text[node.start : node.end] != fields[key]:
            yield Edit(node.start, node.end, fields[key])


def _fields(proposal: Proposal) -> Iterator[tuple[str, str]]:
    forms = ", ".join(f"{scalar(form)}: {count}" for form, count in proposal.forms.items())
    yield "forms", f"{{{forms}}}"
    yield "articles", str(proposal.articles)
    yield from ((key, day) for key, day in (("first", proposal.first), ("last", proposal.last)) if day)


def _written(proposal: Proposal, indent: str) -> str:
    lines = [f"{indent}{scalar(proposal.name)}:"]
    lines += [f"{indent}  {key}: {value}" for key, value in _fields(proposal)]
    return "\n".join(lines) + "\n"


def scalar(text: str) -> str:
    """Write a text in YAML: bare where it cannot be taken for anything else, in quotation marks where it can."""
    return text if _PLAIN.fullmatch(text) and text.lower() not in _WORDS else json.dumps(text, ensure_ascii=False)


def _inserted(text: str, name: str, section: Node, key: Node, added: Sequence[Proposal]) -> Iterator[Edit]:
    """Give the edits that put new entries into a section: each before the first that sorts behind it."""
    if not section.value:
        end = _line_end(text, section.end)
        yield Edit(key.end, end, ":\n" + "".join(_written(proposal, "  ") for proposal in added))
        return
    keys = section.keys or {}
    first = next(iter(keys.values()))
    indent = text[text.rfind("\n", 0, first.start) + 1 : first.start]
    if indent.strip():
        remedy = "Write each name on a line of its own, or leave the section out."
        raise UserErrors(
            [UserError(f"Nothing can be added to “{name}” here: it is written in one line.", key.place, remedy)]
        )
    places: dict[int, list[str]] = {}
    for proposal in added:
        at = _place(text, section, keys, proposal.name)
        places.setdefault(at, []).append(_written(proposal, indent))
    for at, entries in places.items():
        open_line = "\n" if at and text[at - 1] != "\n" else ""
        yield Edit(at, at, open_line + "".join(entries))


def _place(text: str, section: Node, keys: Mapping[str, Node], name: str) -> int:
    """Give where a name belongs: above the first entry behind it and the comment on that, or at the section's end."""
    for other, key in keys.items():
        if plain(other) > plain(name):
            return _above_comments(text, text.rfind("\n", 0, key.start) + 1)
    return _line_end(text, _last(section))


def _above_comments(text: str, at: int) -> int:
    while at:
        before = text.rfind("\n", 0, at - 1) + 1
        if not _COMMENT.match(text, before, at):
            return at
        at = before
    return at


def _last(node: Node) -> int:
    """Give the end of the last word in a node: a block ends only where the next thing begins."""
    while not isinstance(node.value, str) and node.value:
        if isinstance(node.value, dict):
            key = list(node.keys or {})[-1]
            inner = node.value[key]
            node = inner if inner.value else (node.keys or {})[key]
        else:
            node = node.value[-1]
    return node.end


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def _applied(text: str, edits: Iterable[Edit], tail: str) -> str:
    pieces, at = [], 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    text = "".join([*pieces, text[at:]])
    if not text.strip() and tail:
        return HEADER + "\n" + tail
    return text + ("\n" if text and not text.endswith("\n") and tail else "") + tail
