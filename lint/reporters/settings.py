"""What a configuration comes to for a path, told to people and programs."""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from lint.effective import Effective, RuleState, Value
from lint.errors import Place
from lint.reporters.terminal import clip, visible, width
from lint.reporters.text import painted
from lint.reporters.view import Look
from lint.settings import Section

_BOLD, _DIM = "1", "2"
_WIDEST = 48
_MOST = 12
"""So many values of one key are shown, and the others counted."""


def text(found: Effective, look: Look, *, every: bool) -> str:
    """Give the settings as text: values, sections and rules, each with the place where it is said.

    `every` shows all rules, and not only those that are not as they come.
    """
    title = painted(visible(str(found.path)), _BOLD, look)
    lines = [title + (" (left out when folders are walked)" if found.excluded else "")]
    lines += ["", *_table(list(_values(found.values)), look)]
    if found.sections:
        lines += ["", painted("sections", _BOLD, look), *_table([_section(each) for each in found.sections], look)]
    on = sum(state.on for state in found.rules)
    lines += ["", painted(f"rules: {on:,} on, {len(found.rules) - on:,} off", _BOLD, look)]
    lines += _table([row for state in found.rules if every or state.sources for row in _rule(state)], look)
    return "".join(f"{line.rstrip()}\n" for line in lines)


_Row = tuple[str, str, str]


def _table(rows: Sequence[_Row], look: Look) -> Iterator[str]:
    """Lay out rows of a name, what it is, and where that is said."""
    names = max((width(name) for name, _, _ in rows), default=0)
    shown = [(name, clip(value, _WIDEST), source) for name, value, source in rows]
    column = max((width(value) for _, value, _ in shown), default=0)
    for name, value, source in shown:
        pad, gap = " " * (names - width(name)), " " * (column - width(value))
        yield f"  {name}{pad}  {value}{gap}  {painted(source, _DIM, look) if source else ''}"


def _values(values: Sequence[Value]) -> Iterator[_Row]:
    for key, group in groupby(values, lambda value: value.key):
        entries = list(group)
        for index, value in enumerate(entries[:_MOST]):
            source = str(value.place) if value.place else "default"
            yield "" if index else visible(key), visible(value.text) or "–", visible(source)
        if len(entries) > _MOST:
            yield "", f"… and {len(entries) - _MOST:,} more", ""


def _section(section: Section) -> _Row:
    because = f"because {section.because}" if section.because else ""
    return visible(section.pattern), visible(because), visible(str(section.place))


def _rule(state: RuleState) -> Iterator[_Row]:
    level = state.rule.severity.value if state.on else "off"
    source = state.sources.get("severity" if state.on else "on") or state.sources.get("on", "")
    yield visible(state.rule.id), level, visible(str(source))
    for name, value in state.rule.options.items():
        if name in state.sources:
            shown = ", ".join(value[:_MOST]) if isinstance(value, tuple) else str(value)
            yield "", visible(f"{name}: {shown}"), visible(str(state.sources[name]))


def data(found: Effective) -> str:
    """Give the settings as one line of JSON."""
    return (
        json.dumps(
            {
                "version": 1,
                "path": str(found.path),
                "excluded": found.excluded,
                "files": [str(file) for file in found.files],
                "values": [
                    {"key": each.key, "value": each.text, "source": _source(each.place)} for each in found.values
                ],
                "sections": [
                    {"paths": each.pattern, "because": each.because, "source": _source(each.place)}
                    for each in found.sections
                ],
                "rules": [_state(state) for state in found.rules],
            },
            ensure_ascii=False,
        )
        + "\n"
    )


def _state(state: RuleState) -> dict[str, Any]:
    options = state.rule.options.items()
    return {
        "rule": state.rule.id,
        "on": state.on,
        "severity": state.rule.severity,
        "options": {name: list(value) if isinstance(value, tuple) else value for name, value in options},
        "sources": {name: _source(source) for name, source in state.sources.items()},
    }


def _source(source: Place | str | None) -> Any:
    """Give a place as data; a word for what is no place, null for a default."""
    if isinstance(source, Place):
        return {"path": source.path, "line": source.line, "column": source.column}
    return source
