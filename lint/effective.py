"""What a configuration comes to for one path, and where each part of it is said."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lint import plan
from lint.annotate.installed import SHIPPED
from lint.catalog import ALL, Catalog
from lint.config import Config, PathSettings, Section
from lint.errors import Place
from lint.extending import Written, chain
from lint.plan import Selection
from lint.rule import Rule
from lint.yamlpos import Node

_DEFAULTS = {
    "packs": (),
    "rule_folders": (),
    "exclude": (),
    "language.pipeline": (SHIPPED.name,),
    "language.spelling": (),
    "words": (),
    "word_files": (),
    "names": (),
    "archive": (),
    "baseline": (),
}
_SINGLE = ("language.", "names", "baseline", "markup.prose_")
"""Beginnings of keys of which the last one said stands; others add up."""

_HOUSE = {"spelling": "language.spelling"}
"""Keys that set an option, of another name, for all rules that have it."""


@dataclass(frozen=True, slots=True)
class Value:
    """One entry of the configuration: its key, with dots, its text, and where it is said; None for a default."""

    key: str
    text: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class RuleState:
    """A rule as it holds for a path. `sources` tell of what is not as the rule has it: `on`, `severity`, options."""

    rule: Rule
    on: bool
    sources: Mapping[str, Place | str]


@dataclass(frozen=True, slots=True)
class Effective:
    """All that holds for a path. `excluded`: it is left out when folders are walked."""

    path: Path
    excluded: bool
    files: tuple[Path, ...]
    values: tuple[Value, ...]
    sections: tuple[Section, ...]
    rules: tuple[RuleState, ...]


def look_up(path: Path, config: Config, catalog: Catalog, select: Sequence[str] = ()) -> Effective:
    """Give what a configuration comes to for a file, or for all in a folder; of the rules, those that `select` means, if any.

    Raises UserErrors with the mistakes of the configuration.
    """
    relative = f"{config.relative(path)}/_".removeprefix("./") if path.is_dir() else config.relative(path)
    usual = {**_DEFAULTS, "rule_folders": tuple(f"{config.relative(folder)}/" for folder in config.rule_folders)}
    values = tuple(_values(chain(config.path).files if config.path else (), usual))
    sections = tuple(config.sections_for(relative))
    chosen = {rule.id for selector in select or (ALL,) for rule in catalog.matching(selector)}
    states = _states(config, config.for_path(relative), sections, catalog)
    rules = tuple(state for state in states if state.rule.id in chosen)
    return Effective(path, config.excludes(path), config.files, values, sections, rules)


def _values(files: tuple[Written, ...], usual: Mapping[str, tuple[str, ...]]) -> Iterator[Value]:
    """Give what the files say of everything but rules and paths, in their order; of what nobody says, the usual."""
    found: dict[str, list[Value]] = {}
    for written in files:
        here: dict[str, list[Value]] = {}
        for value in _leaves(written.node):
            here.setdefault(value.key, []).append(value)
        for key, values in here.items():
            before = [] if key.startswith(_SINGLE) else found.get(key, [])
            found[key] = [*before, *values]
    for key, texts in usual.items():
        found.setdefault(key, [Value(key, text) for text in texts or ("",)])
    for key in sorted(found):
        yield from found[key]


def _leaves(node: Node, key: str = "") -> Iterator[Value]:
    if isinstance(node.value, str):
        yield from [Value(key, node.value, node.place)] if node.value else []
    elif isinstance(node.value, list):
        for inner in node.value:
            yield from _leaves(inner, key)
    else:
        for name, inner in node.value.items():
            if key or name not in {"rules", "paths"}:
                yield from _leaves(inner, f"{key}.{name}" if key else name)


def _states(
    config: Config, settings: PathSettings, sections: tuple[Section, ...], catalog: Catalog
) -> Iterator[RuleState]:
    on = {rule.id for rule in plan.resolve(catalog, settings, Selection(), config.packs)}
    everything = replace(settings, ignore=()), Selection(select=(ALL,)), config.packs, config.house
    for own, rule in zip(catalog.rules, plan.resolve(catalog, *everything), strict=True):
        sources: dict[str, Place | str] = {}
        setting = plan.said_of(rule, settings.rules)
        places = setting.places if setting else {}
        if own.on is not (rule.id in on):
            sources["on"] = _switch(own, config, sections, catalog) or places.get("on", "")
        if own.severity is not rule.severity:
            sources["severity"] = places["severity"]
        for name, value in rule.options.items():
            if value != own.options[name]:
                sources[name] = places.get(name) or _HOUSE.get(name, name)
        yield RuleState(rule, rule.id in on, sources)


def _switch(rule: Rule, config: Config, sections: tuple[Section, ...], catalog: Catalog) -> Place | str:
    """Give the section that ignores a rule, or the pack that turns it on; empty where it is set itself."""
    for section in reversed(sections):
        if any(rule in catalog.matching(selector) for selector in section.ignore):
            return section.place or ""
    return next((f"pack {pack}" for pack in config.packs if rule in catalog.matching(pack)), "")
