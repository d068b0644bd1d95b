"""YAML with positions. Every scalar stays a string, so that `no`, `on` and `1:30` are words.

The only module that knows PyYAML. Aliases, tags and duplicate keys are refused.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from lint.errors import Place, UserError

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STRING = "tag:yaml.org,2002:str"
_DEEPEST = 100


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A YAML node: a string, a list of nodes, or a mapping from string to node; with its place and range.

    `start` and `end` are offsets in the loaded text, half-open; `style` is the scalar's quote character, `|`, `>` or
    empty; `keys` holds the place of each key of a mapping; `textual` says that YAML itself takes the scalar for text.
    """

    value: "str | list[Node] | dict[str, Node]"
    place: Place
    start: int
    end: int
    style: str = ""
    textual: bool = True
    keys: dict[str, Place] | None = None

    def plain(self) -> Any:
        """Give the value as strings, lists and dicts."""
        if isinstance(self.value, str):
            return self.value
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return {key: node.plain() for key, node in self.value.items()}

    def find(self, path: tuple[str | int, ...]) -> "Place":
        """Give the place of the nearest node on a path of keys and indices."""
        node, place = self, self.place
        for step in path:
            if isinstance(node.value, dict) and str(step) in node.value:
                place = (node.keys or {})[str(step)]
                node = node.value[str(step)]
            elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
                place = node.place
            else:
                break
        return place

    def walk(self) -> "Iterator[tuple[str, Node]]":
        """Give the mapping's keys and nodes, in order; nothing for another node."""
        if isinstance(self.value, dict):
            yield from self.value.items()


def load(text: str, path: str, first_line: int = 1) -> Node | None:
    """Read one YAML document, or None for an empty one. Raises UserError with line, column and remedy.

    `first_line` is the line of the file on which the text begins.
    """
    try:
        return _compose(_Loader(text), path, first_line)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 0)
        raise UserError(f"This is not YAML: {error.problem}.", Place(path, line, column), _hint(error)) from None
    except yaml.reader.ReaderError as error:
        raise UserError(f"This is not YAML: {error.reason}.", Place(path, first_line), "Remove it.") from None


def _hint(error: yaml.MarkedYAMLError) -> str:
    problem = error.problem or ""
    if "\\t" in problem or "cannot start any token" in problem:
        return "Indent with spaces, not tabs, and put a text that begins with a special character into quotation marks."
    if "mapping values" in problem:
        return "Put a text that holds “: ” into quotation marks."
    return "Check indentation and quotation marks near here."


def _compose(loader: Any, path: str, first_line: int) -> Node | None:
    """Build the node from the parser's events: without recursion, which deep nesting would drive off the stack."""
    root: Node | None = None
    around: list[_Collection] = []
    while not isinstance(event := loader.get_event(), yaml.StreamEndEvent):
        place = Place(path, event.start_mark.line + first_line, event.start_mark.column + 1)
        if isinstance(event, yaml.DocumentStartEvent) and root:
            raise UserError("This is not YAML: it holds several documents.", place, "Keep one of them.")
        if isinstance(event, yaml.NodeEvent):
            _refuse(event, place, len(around))
        node = _node(loader, event, place, around)
        if node and around:
            around[-1].add(node)
        elif node:
            root = node
    return root


def _node(loader: Any, event: Any, place: Place, around: list["_Collection"]) -> Node | None:
    """Give the node that the event completes, if it does; a list or mapping that it opens goes to `around`."""
    start, end = event.start_mark.index, event.end_mark.index
    if isinstance(event, yaml.CollectionEndEvent):
        return around.pop().node(end)
    if isinstance(event, yaml.ScalarEvent):
        textual = bool(loader.resolve(yaml.ScalarNode, event.value, event.implicit) == _STRING)
        return Node(event.value, place, start, end, event.style or "", textual)
    if isinstance(event, yaml.CollectionStartEvent):
        kind = _Mapping if isinstance(event, yaml.MappingStartEvent) else _Sequence
        around.append(kind(place, start))
    return None


def _refuse(event: yaml.NodeEvent, place: Place, depth: int) -> None:
    if isinstance(event, yaml.AliasEvent):
        raise UserError("YAML aliases are not read here.", place, "Write the value out.")
    tag = getattr(event, "tag", None)
    if tag not in (None, "!") and not tag.startswith("tag:yaml.org,2002:"):
        raise UserError(f"The YAML tag “{tag}” is not read here.", place, "Remove it.")
    if depth >= _DEEPEST:
        raise UserError("The YAML is nested too deeply.", place, "Flatten it.")


@dataclass(slots=True)
class _Sequence:
    """A list in the making."""

    place: Place
    start: int
    items: list[Node] = field(default_factory=list)

    def add(self, node: Node) -> None:
        self.items.append(node)

    def node(self, end: int) -> Node:
        return Node(self.items, self.place, self.start, end)


@dataclass(slots=True)
class _Mapping:
    """A mapping in the making; `key` waits for its value."""

    place: Place
    start: int
    values: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)
    key: str | None = None

    def add(self, node: Node) -> None:
        if self.key is not None:
            self.values[self.key] = node
            self.key = None
        elif not isinstance(node.value, str):
            raise UserError("A key must be a word.", node.place, "Write “key: value”.")
        elif node.value in self.keys:
            raise UserError(f"The key “{node.value}” stands here twice.", node.place, "Keep one of the two.")
        else:
            self.key = node.value
            self.keys[self.key] = node.place

    def node(self, end: int) -> Node:
        return Node(self.values, self.place, self.start, end, keys=self.keys)


_Collection = _Sequence | _Mapping
