"""YAML with positions. Every scalar stays a string, so that `no`, `on` and `1:30` are words.

The only module that knows PyYAML. Aliases, tags and duplicate keys are refused.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from lint.errors import Place, UserError

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STRING = "tag:yaml.org,2002:str"


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
        root = yaml.compose(text, Loader=_Loader)
        return _convert(root, path, first_line, set()) if root else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 0)
        raise UserError(f"This is not YAML: {error.problem}.", Place(path, line, column), _hint(error)) from None
    except yaml.reader.ReaderError as error:
        raise UserError(f"This is not YAML: {error.reason}.", Place(path, first_line), "Remove it.") from None
    except RecursionError:
        raise UserError("The YAML is nested too deeply.", Place(path, first_line), "Flatten it.") from None


def _hint(error: yaml.MarkedYAMLError) -> str:
    problem = error.problem or ""
    if "\\t" in problem or "cannot start any token" in problem:
        return "Indent with spaces, not tabs, and put a text that begins with a special character into quotation marks."
    if "mapping values" in problem:
        return "Put a text that holds “: ” into quotation marks."
    return "Check indentation and quotation marks near here."


def _convert(node: yaml.Node, path: str, first_line: int, seen: set[int]) -> Node:
    place = Place(path, node.start_mark.line + first_line, node.start_mark.column + 1)
    if id(node) in seen:
        raise UserError("YAML aliases are not read here.", place, "Write the value out.")
    seen.add(id(node))
    if not node.tag.startswith("tag:yaml.org,2002:"):
        raise UserError(f"The YAML tag “{node.tag}” is not read here.", place, "Remove it.")
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.ScalarNode):
        return Node(node.value, place, start, end, node.style or "", node.tag == _STRING)
    if isinstance(node, yaml.SequenceNode):
        items = [_convert(child, path, first_line, seen) for child in node.value]
        return Node(items, place, start, end)
    values: dict[str, Node] = {}
    keys: dict[str, Place] = {}
    for key_node, value_node in node.value:
        key = _key(key_node, path, first_line)
        if key in values:
            raise UserError(f"The key “{key}” stands here twice.", keys[key], "Keep one of the two.")
        keys[key] = Place(path, key_node.start_mark.line + first_line, key_node.start_mark.column + 1)
        values[key] = _convert(value_node, path, first_line, seen)
    return Node(values, place, start, end, keys=keys)


def _key(node: yaml.Node, path: str, first_line: int) -> str:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    place = Place(path, node.start_mark.line + first_line, node.start_mark.column + 1)
    raise UserError("A key must be a word.", place, "Write “key: value”.")
