"""The names of an article, told to people and programs: what a fact-checker starts from."""

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from lint.archive.listing import Listed
from lint.archive.names import NameList
from lint.reporters.json import position
from lint.reporters.terminal import visible, width, wrap
from lint.reporters.text import painted
from lint.reporters.view import Look
from lint.reporters.wording import count

_HEADINGS = {"person": "People", "place": "Places", "body": "Bodies", "term": "Terms"}
_BOLD, _DIM, _YELLOW = "1", "2", "33"
_MOST_LINES, _MOST_ALIKE = 8, 3
_INDENT = "    "
_STYLE = (
    "body{font:16px/1.5 sans-serif;margin:2em auto;max-width:60em}table{border-collapse:collapse;width:100%}"
    "td,th{border-bottom:1px solid #ccc;padding:.3em .6em;text-align:left;vertical-align:top}"
    ".new td:first-child{font-weight:bold}"
)


def text(names: NameList, look: Look) -> str:
    """Give the list for a terminal: a line for each name, its forms, and what is known of it."""
    lines = [painted(visible(names.source.path), _BOLD, look)]
    kind = ""
    for name in names.names:
        if name.kind != kind:
            kind = name.kind
            lines += ["", painted(_HEADINGS[kind], _BOLD, look)]
        lines += _entry(name, look)
    new = sum(name.new for name in names.names)
    lines += ["", f"{count(len(names.names), 'name')}, {new} of them new." if names.names else "No names."]
    return "\n".join(lines) + "\n"


def _entry(name: Listed, look: Look) -> Iterator[str]:
    status = painted("new", _YELLOW, look) if name.new else ""
    head = f"  {visible(name.name)}"
    room = look.width - width(head) - 5
    yield head + (" " * max(2, room) + status if status else "")
    for line in (_forms(name), *_told(name)):
        yield from (_INDENT + piece for piece in wrap(visible(line), look.width - len(_INDENT)))


def _forms(name: Listed) -> str:
    lines = list(dict.fromkeys(use.start.line for use in name.uses))
    shown = ", ".join(map(str, lines[:_MOST_LINES])) + (", …" if len(lines) > _MOST_LINES else "")
    forms = ", ".join(f"{form} {times}×" for form, times in name.forms.items())
    return f"{forms} · line{'s' if len(lines) > 1 else ''} {shown}"


def _told(name: Listed) -> Iterator[str]:
    """Give what the archive and the list of names say of it, a line for each."""
    if name.articles:
        seen = "; ".join(f"{each.day} {each.path}".strip() for each in name.seen)
        yield f"in {count(name.articles, 'older article')}" + (f": {seen}" if seen else "")
    if name.house:
        yield "in the list of names"
    for form, wanted in name.unwanted.items():
        yield f"“{form}”: the house writes “{wanted}”"
    if name.alike:
        alike = [f"“{other}” ({count(times, 'article')})" for other, times in name.alike.items()]
        yield f"nearly alike: {', '.join(alike[:_MOST_ALIKE])}"


def to_json(names: NameList) -> str:
    """Give the list as JSON. Positions are those of the report of `check`."""
    data = {"version": 1, "path": names.source.path, "names": [_object(name) for name in names.names]}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _object(name: Listed) -> dict[str, Any]:
    return {
        "kind": name.kind,
        "name": name.name,
        "given": name.given,
        "family": name.family,
        "new": name.new,
        "forms": dict(name.forms),
        "uses": [
            {"text": use.text, "quoted": use.quoted, "start": position(use.start), "end": position(use.end)}
            for use in name.uses
        ],
        "archive": {"articles": name.articles, "seen": [{"path": s.path, "day": s.day} for s in name.seen]},
        "house": {"listed": name.house, "unwanted": dict(name.unwanted)},
        "alike": dict(name.alike),
    }


def html(names: NameList) -> str:
    """Give the list as a page that stands alone, to print and tick off."""
    path = escape(names.source.path)
    rows = "\n".join(map(_row, names.names))
    head = "<tr><th>Name</th><th>What</th><th>Forms</th><th>Known</th><th>Checked</th></tr>"
    return (
        f'<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>Names in {path}</title>'
        f"<style>{_STYLE}</style></head>\n<body>\n<h1>Names in {path}</h1>\n<table>\n{head}\n{rows}\n</table>\n"
        "</body>\n</html>\n"
    )


def _row(name: Listed) -> str:
    known = "<br>".join(escape(line) for line in _told(name)) or "new"
    cells = (escape(name.name), name.kind, escape(_forms(name)), known, "☐")
    row = "".join(f"<td>{cell}</td>" for cell in cells)
    return f'<tr class="{"new" if name.new else "known"}">{row}</tr>'
