"""YAML with positions. Every scalar stays a string, so that `no`, `on` and `1:30` are words.

The only module that knows PyYAML. Aliases, tags and duplicate keys are refused.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from lint.errors import Place, UserError

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STRING = "tag:yaml.org,2002:str"
_DEEPEST = 100


class Node(NamedTuple):
    """A YAML node: a string, a list of nodes, or a mapping from string to node; with its place and range.

    `start` and `end` are offsets in the loaded text, half-open; `keys` holds the node of each key of a mapping; `style` is the
    scalar's quote character, `|`, `>` or empty. The node is a tuple, and makes of `where` (path, line, column) a place only
    when asked for it, because the rules alone are 15,000 nodes.
    """

    value: "str | list[Node] | dict[str, Node]"
    where: tuple[str, int, int] | Place
    start: int
    end: int
    keys: "dict[str, Node] | None" = None
    style: str = ""
    implicit: tuple[bool, bool] = (False, False)

    @property
    def place(self) -> Place:
        """Where the node begins."""
        return self.where if isinstance(self.where, Place) else Place(*self.where)

    @property
    def textual(self) -> bool:
        """Say whether YAML itself takes the scalar for text: not for a number, a date or the like."""
        resolver: Any = yaml.resolver.Resolver()
        return bool(resolver.resolve(yaml.ScalarNode, self.value, self.implicit) == _STRING)

    def plain(self) -> Any:
        """Give the value as strings, lists and dicts."""
        if isinstance(self.value, str):
            return self.value
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return {key: node.plain() for key, node in self.value.items()}

    def find(self, path: tuple[str | int, ...]) -> "Place":
        """Give the place of the nearest node on a path of keys and indices."""
        node = nearest = self
        for step in path:
            if isinstance(node.value, dict) and str(step) in node.value:
                nearest = (node.keys or {})[str(step)]
                node = node.value[str(step)]
            elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
                nearest = node = node.value[step]
            else:
                break
        return nearest.place

    def walk(self) -> "Iterator[tuple[str, Node]]":
        """Give the mapping's keys and nodes, in order; nothing for another node."""
        if isinstance(self.value, dict):
            yield from self.value.items()


def load(text: str, path: str, first_line: int = 1) -> Node | None:
    """Read one YAML document, or None for an empty one. Raises UserError with line, column and remedy.

    `first_line` is the line of the file on which the text begins.
    """
    try:
        return _compose(_Loader(text), Place(path, first_line))
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


def _compose(loader: Any, origin: Place) -> Node | None:
    """Build the node from the parser's events: without recursion, which deep nesting would drive off the stack."""
    documents = _Sequence(None)
    around: list[_Collection] = [documents]
    while not isinstance(event := loader.get_event(), yaml.StreamEndEvent):
        if isinstance(event, yaml.NodeEvent):
            _refuse(event, origin, len(around))
        if isinstance(event, yaml.ScalarEvent):
            around[-1].add(_node(event.value, event, event, origin, None, event.style or "", event.implicit))
        elif isinstance(event, yaml.CollectionStartEvent):
            around.append(_Mapping(event) if isinstance(event, yaml.MappingStartEvent) else _Sequence(event))
        elif isinstance(event, yaml.CollectionEndEvent):
            node = around.pop().node(event, origin)
            around[-1].add(node)
        elif isinstance(event, yaml.DocumentStartEvent) and documents.items:
            raise UserError("This is not YAML: it holds several documents.", _place(event, origin), "Keep one of them.")
    return documents.items[0] if documents.items else None


def _node(value: Any, first: Any, last: Any, origin: Place, *rest: Any) -> Node:
    """Give the node of the events that begin and end it. In the text, lines count from that of `origin`."""
    mark = first.start_mark
    where = (origin.path, mark.line + origin.line, mark.column + 1)
    return Node(value, where, mark.index, last.end_mark.index, *rest)


def _place(event: Any, origin: Place) -> Place:
    return Place(origin.path, event.start_mark.line + origin.line, event.start_mark.column + 1)


def _refuse(event: Any, origin: Place, depth: int) -> None:
    """Raise UserError for a node that is not read here."""
    if isinstance(event, yaml.AliasEvent):
        raise UserError("YAML aliases are not read here.", _place(event, origin), "Write the value out.")
    if event.tag not in (None, "!") and not event.tag.startswith("tag:yaml.org,2002:"):
        raise UserError(f"The YAML tag “{event.tag}” is not read here.", _place(event, origin), "Remove it.")
    if depth > _DEEPEST:
        raise UserError("The YAML is nested too deeply.", _place(event, origin), "Flatten it.")


@dataclass(slots=True)
class _Sequence:
    """A list in the making, with the event that opened it."""

    opened: Any
    items: list[Node] = field(default_factory=list)

    def add(self, node: Node) -> None:
        self.items.append(node)

    def node(self, closed: Any, origin: Place) -> Node:
        return _node(self.items, self.opened, closed, origin)


@dataclass(slots=True)
class _Mapping:
    """A mapping in the making, with the event that opened it; `key` waits for its value."""

    opened: Any
    values: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Node] = field(default_factory=dict)
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
            self.keys[self.key] = node

    def node(self, closed: Any, origin: Place) -> Node:
        return _node(self.values, self.opened, closed, origin, self.keys)


_Collection = _Sequence | _Mapping
