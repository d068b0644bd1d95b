"""What a configuration comes to: what holds for a repository, and for one path in it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from pathlib import Path
from typing import Any, Protocol, TypeVar

from lint.errors import Place
from lint.gitignore import matchable
from lint.markup import DEFAULT, NOTHING, Markup
from lint.model import Severity

_Entry = TypeVar("_Entry")


class Globs(Protocol):
    """Path patterns in the manner of .gitignore."""

    def match_file(self, file: str) -> bool:
        """Say whether the patterns match a path, written with `/`."""

    def __add__(self, later: Any) -> Any:
        """Give these patterns with later ones, which may take back what these match."""


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """What a configuration says of a rule or family. None: it says nothing about this.

    `place` is where it is said at last, `places` where `on`, `severity` and each option are.
    """

    on: bool | None
    severity: Severity | None
    options: Mapping[str, str | list[str]]
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict)

    def over(self, base: RuleSetting) -> RuleSetting:
        """Lay this setting over an earlier one of the same rule: what it leaves unsaid stays."""
        return RuleSetting(
            base.on if self.on is None else self.on,
            self.severity or base.severity,
            {**base.options, **self.options},
            self.place,
            {**base.places, **self.places},
        )


@dataclass(frozen=True, slots=True)
class PathSettings:
    """What holds for one path: settings by rule id or family, later ones over earlier ones, what it ignores, markup."""

    rules: Mapping[str, RuleSetting]
    ignore: tuple[str, ...] = ()
    markup: Markup = DEFAULT


@dataclass(frozen=True, slots=True)
class Section:
    """One entry of `paths`: its pattern as it is written, what that matches, what is said of it, and where."""

    pattern: str
    globs: Globs
    rules: Mapping[str, RuleSetting]
    ignore: tuple[str, ...]
    because: str
    markup: Markup = NOTHING
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """A configuration file, read and validated, with those it extends. Globs count from `root`, the folder it lies in.

    `named` are all rules and families that the file speaks of, with the place where it does; `data` matches the data
    files that hold articles; `pipeline` names the language pipeline, if it is not the one that comes with the package.
    `words` are the house's own, right as they are written, and `spelling` the national one that it keeps, if any;
    `names` is the house's list of names, `archive` are the folders of older articles, `baseline` holds known findings.
    `files` are all files that it was read from: those it extends, itself, files of words, the list of names.
    """

    root: Path = Path()
    path: Path | None = None
    packs: tuple[str, ...] = ()
    rules: Mapping[str, RuleSetting] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    rule_folders: tuple[Path, ...] = ()
    exclude: Globs | None = None
    named: tuple[tuple[str, Place], ...] = ()
    markup: Markup = DEFAULT
    data: Globs | None = None
    pipeline: str = ""
    pipeline_place: Place | None = None
    words: tuple[str, ...] = ()
    spelling: str = ""
    names: Path | None = None
    archive: tuple[Path, ...] = ()
    baseline: Path | None = None
    files: tuple[Path, ...] = ()

    def over(self, base: Config) -> Config:
        """Lay this configuration over one that it extends: lists add up, rules join, another value stands if it is said."""
        return replace(
            self,
            packs=_joined(base.packs, self.packs),
            rules=merged(base.rules, self.rules),
            sections=(*base.sections, *self.sections),
            rule_folders=_joined(base.rule_folders, self.rule_folders),
            exclude=_all(base.exclude, self.exclude),
            named=(*base.named, *self.named),
            markup=base.markup.extended(self.markup),
            data=_all(base.data, self.data),
            pipeline=self.pipeline or base.pipeline,
            pipeline_place=self.pipeline_place if self.pipeline else base.pipeline_place,
            words=_joined(base.words, self.words),
            spelling=self.spelling or base.spelling,
            names=self.names or base.names,
            archive=_joined(base.archive, self.archive),
            baseline=self.baseline or base.baseline,
            files=_joined(base.files, self.files),
        )

    @property
    def house(self) -> tuple[tuple[str, str | tuple[str, ...]], ...]:
        """The options that the house sets for all rules that have them."""
        return (("words", self.words), ("spelling", self.spelling))

    @property
    def pipeline_root(self) -> Path:
        """The folder from which a pipeline that is a folder counts: that of the file that names it."""
        return Path(self.pipeline_place.path).parent if self.pipeline_place else self.root

    def relative(self, path: Path) -> str:
        """Give a path as the globs see it: from `root`, with `/`."""
        return matchable(Path(os.path.relpath(path, self.root)).as_posix())

    def excludes(self, path: Path) -> bool:
        """Say whether a file is left out where folders are walked: `exclude` says so, or it holds words of the house."""
        if self.exclude is not None and self.exclude.match_file(self.relative(path)):
            return True
        return any(path.name == file.name and self.relative(path) == self.relative(file) for file in self.files)

    def takes(self, path: Path) -> bool:
        """Say whether a file is one of the data files that hold articles."""
        return self.data is not None and self.data.match_file(self.relative(path))

    def sections_for(self, relative: str) -> list[Section]:
        """Give the sections whose globs match a path (from `root`, with `/`), in file order."""
        return [section for section in self.sections if section.globs.match_file(relative)]

    def for_path(self, relative: str) -> PathSettings:
        """Give what holds for a path (from `root`, with `/`): the base, then each matching section in file order."""
        matching = self.sections_for(relative)
        rules = reduce(merged, (section.rules for section in matching), self.rules)
        ignore = dict.fromkeys(selector for section in matching for selector in section.ignore)
        markup = reduce(Markup.extended, (section.markup for section in matching), self.markup)
        return PathSettings(rules, tuple(ignore), markup)


def merged(base: Mapping[str, RuleSetting], later: Mapping[str, RuleSetting]) -> Mapping[str, RuleSetting]:
    """Lay settings of rules over earlier ones."""
    return {**base, **{name: new.over(base[name]) if name in base else new for name, new in later.items()}}


def _joined(base: Iterable[_Entry], later: Iterable[_Entry]) -> tuple[_Entry, ...]:
    """Give the entries of both lists, each once."""
    return tuple(dict.fromkeys((*base, *later)))


def _all(base: Globs | None, later: Globs | None) -> Globs | None:
    return base + later if base and later else later or base
