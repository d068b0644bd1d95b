"""From YAML to a model: every mistake at once, each with its place, what is wrong and what would be right.

A model's own validators may raise `ValueError(problem, remedy)`; both are told to the user as they stand.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import EllipsisType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from lint.errors import Place, UserError, UserErrors, did_you_mean
from lint.yamlpos import Node

M = TypeVar("M", bound=BaseModel)
_Path = tuple[str | int, ...]

_SHAPES = {
    "string": "a text",
    "list": "a list",
    "tuple": "a list",
    "set": "a list",
    "frozen_set": "a list",
    "dict": "a mapping (“key: value”)",
    "mapping": "a mapping (“key: value”)",
    "model": "a mapping (“key: value”)",
    "int": "a whole number",
    "float": "a number",
    "bool": "“yes” or “no”",
    "date": "a date (YYYY-MM-DD)",
}
_LIMITS = {
    "string_too_short": ("must not be empty.", "Write it, or leave the key out."),
    "string_too_long": ("must have at most {max_length} characters.", ""),
    "too_short": ("needs at least {min_length}; here are {actual_length}.", ""),
    "too_long": ("takes at most {max_length}; here are {actual_length}.", ""),
    "greater_than": ("must be more than {gt}.", ""),
    "greater_than_equal": ("must be at least {ge}.", ""),
    "less_than": ("must be less than {lt}.", ""),
    "less_than_equal": ("must be at most {le}.", ""),
    "string_pattern_mismatch": ("is not written in the way it must be.", "It must match {pattern}."),
}


@dataclass(frozen=True, slots=True)
class _Mistake:
    """One of pydantic's complaints, led back to the node it is about. `path` holds the steps that the YAML has."""

    kind: str
    path: _Path
    step: str
    node: Node
    place: Place
    context: Mapping[str, Any]
    text: str

    @property
    def name(self) -> str:
        """What the user calls the place: a key, or an entry of a list."""
        keys = [step for step in self.path if isinstance(step, str)]
        last = f"“{keys[-1]}”" if keys else "This"
        index = self.path[-1] if self.path else ""
        return f"Entry {index + 1} of {last}" if isinstance(index, int) else last

    @property
    def shape(self) -> str:
        """What the value must be, where its shape or type is wrong; empty for another mistake."""
        wanted, _, complaint = self.kind.rpartition("_")
        return _SHAPES.get(wanted.removesuffix("_attributes"), "") if complaint in {"type", "parsing"} else ""


def validate(model: type[M], node: Node, what: str) -> M:
    """Turn a YAML node into `model`; raise UserErrors that name every mistake. `what` is the whole: “a rule”."""
    try:
        return model.model_validate(node.plain())
    except ValidationError as error:
        details: Iterable[Any] = error.errors(include_url=False)
        located = sorted((_locate(node, detail) for detail in details), key=lambda m: (m.place.line, m.place.column))
        mistakes = _without_echoes(located)
        raise UserErrors(_told(model, what, mistakes)) from None


def _locate(node: Node, detail: Mapping[str, Any]) -> _Mistake:
    """Follow pydantic's location down the node. Steps that only name a branch of a union are not in the YAML."""
    place, key, path = node.place, node.place, []
    for step in detail["loc"]:
        child = _child(node, step)
        if child is None:
            continue
        key = (node.keys or {}).get(str(step), child).place
        node, place = child, child.place if isinstance(child.value, str) else key
        path.append(step)
    kind, step = detail["type"], str(detail["loc"][-1]) if detail["loc"] else ""
    place = key if kind == "extra_forbidden" else place
    return _Mistake(kind, tuple(path), step, node, place, detail.get("ctx", {}), detail["msg"])


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(node.value, str):
        return None
    if not isinstance(node.value, list):
        return node.value.get(str(step))
    return node.value[step] if isinstance(step, int) and step < len(node.value) else None


def _without_echoes(mistakes: list[_Mistake]) -> list[_Mistake]:
    """Drop the complaint of a union's wrong branch where its right branch complains of more than the shape."""
    told = {m.path[:depth] for m in mistakes for depth in range(len(m.path) + (not m.shape))}
    return [mistake for mistake in mistakes if not (mistake.shape and mistake.path in told)]


def _told(model: type[BaseModel], what: str, mistakes: list[_Mistake]) -> Iterator[UserError]:
    shapes: dict[_Path, list[str]] = {}
    for mistake in mistakes:
        if mistake.shape:
            shapes.setdefault(mistake.path, []).append(mistake.shape)
    for mistake in mistakes:
        if not mistake.shape:
            yield UserError(*_problem(model, what, mistake))
        elif mistake.path in shapes:
            yield UserError(*_misshapen(what, mistake, shapes.pop(mistake.path)))


def _misshapen(what: str, mistake: _Mistake, shapes: list[str]) -> tuple[str, Place, str]:
    wanted = " or ".join(dict.fromkeys(shapes))
    return f"{_subject(what, mistake)} must be {wanted}, not {_shown(mistake.node)}.", mistake.place, ""


def _shown(node: Node) -> str:
    if isinstance(node.value, str):
        return f"“{node.value[:60]}”" if node.value else "empty"
    return "a list" if isinstance(node.value, list) else "a mapping"


def _problem(model: type[BaseModel], what: str, mistake: _Mistake) -> tuple[str, Place, str]:
    match mistake.kind:
        case "extra_forbidden":
            known = _known_keys(model, mistake.path[:-1])
            remedy = did_you_mean(mistake.step, known) or f"Known here: {', '.join(known)}."
            return f"Unknown key “{mistake.step}”.", mistake.place, remedy
        case "missing":
            return f"“{mistake.step}” is missing.", mistake.place, f"{_subject(what, mistake)} needs it."
        case "enum" | "literal_error":
            wanted = re.sub("'([^']*)'", r"“\1”", mistake.context["expected"])
            return f"{mistake.name} cannot be {_shown(mistake.node)}.", mistake.place, f"Write {wanted}."
        case "value_error":
            problem, remedy = (*map(str, mistake.context["error"].args), "", "")[:2]
            return problem, mistake.place, remedy
    problem, remedy = _LIMITS.get(mistake.kind, (f"does not fit: {mistake.text}.", ""))
    return f"{mistake.name} {problem.format(**mistake.context)}", mistake.place, remedy.format(**mistake.context)


def _subject(what: str, mistake: _Mistake) -> str:
    return mistake.name if mistake.path else what[:1].upper() + what[1:]


def _known_keys(model: type[BaseModel], path: _Path) -> list[str]:
    """Give the keys that the model knows at a path, in the order in which it declares them."""
    places: list[Any] = [model]
    for step in path:
        places = [inner for place in places for option in _options(place) for inner in _inside(option, step)]
    models = [option for place in places for option in _options(place) if _is_model(option)]
    return list(dict.fromkeys(field.alias or name for m in models for name, field in m.model_fields.items()))


def _options(annotation: Any) -> Iterator[Any]:
    """Give the branches of a union; another type is its own only branch."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _options(get_args(annotation)[0])
    elif origin in {Union, UnionType}:
        for branch in get_args(annotation):
            yield from _options(branch)
    else:
        yield annotation


def _inside(annotation: Any, step: str | int) -> Iterator[Any]:
    """Give the type of what stands under one key or index of a model, mapping or list."""
    if _is_model(annotation):
        fields = annotation.model_fields.items()
        yield from (field.annotation for name, field in fields if step in {name, field.alias})
    else:
        yield from [inner for inner in get_args(annotation) if not isinstance(inner, EllipsisType)][-1:]


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)
