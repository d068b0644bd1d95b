"""`.copydesk.yaml`: where it lies, what it says, and what that means for one path."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from lint.errors import Place, UserError, UserErrors
from lint.markup import DEFAULT, NOTHING, Markup
from lint.model import Severity
from lint.source import decode
from lint.yamlpos import Node, load

if TYPE_CHECKING:
    from lint.configmodel import ConfigEntry, PathMarkupEntry, RuleEntry

NAMES = (".copydesk.yaml", ".copydesk.yml")
_DEFAULT_RULE_FOLDER = "rules"


class Globs(Protocol):
    """Path patterns in the manner of .gitignore."""

    def match_file(self, file: str) -> bool:
        """Say whether the patterns match a path, written with `/`."""


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """What a configuration says of a rule or family. None: it says nothing about this."""

    on: bool | None
    severity: Severity | None
    options: Mapping[str, str | list[str]]
    place: Place
    option_places: Mapping[str, Place] = field(default_factory=dict)

    def over(self, base: "RuleSetting") -> "RuleSetting":
        """Lay this setting over an earlier one of the same rule: what it leaves unsaid stays."""
        return RuleSetting(
            base.on if self.on is None else self.on,
            self.severity or base.severity,
            {**base.options, **self.options},
            self.place,
            {**base.option_places, **self.option_places},
        )


@dataclass(frozen=True, slots=True)
class PathSettings:
    """What holds for one path: settings by rule id or family, later ones over earlier ones, what it ignores, markup."""

    rules: Mapping[str, RuleSetting]
    ignore: tuple[str, ...] = ()
    markup: Markup = DEFAULT


@dataclass(frozen=True, slots=True)
class Section:
    """One entry of `paths`."""

    globs: Globs
    rules: Mapping[str, RuleSetting]
    ignore: tuple[str, ...]
    because: str
    markup: Markup = NOTHING


@dataclass(frozen=True, slots=True)
class Config:
    """A configuration file, read and validated. Globs count from `root`, the folder it lies in.

    `named` are all rules and families that the file speaks of, with the place where it does; `data` matches the data
    files that hold articles; `pipeline` names the language pipeline, if it is not the one that comes with the package.
    `words` are the house's own, right as they are written, and `spelling` the national one that it keeps, if any;
    `names` is the house's list of names, `archive` are the folders of older articles. `files` are all that was read for it.
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
    files: tuple[Path, ...] = ()

    @property
    def house(self) -> tuple[tuple[str, str | tuple[str, ...]], ...]:
        """The options that the house sets for all rules that have them."""
        return (("words", self.words), ("spelling", self.spelling))

    def relative(self, path: Path) -> str:
        """Give a path as the globs see it: from `root`, with `/`."""
        return Path(os.path.relpath(path, self.root)).as_posix()

    def excludes(self, path: Path) -> bool:
        """Say whether `exclude` keeps a file out of the folders that are walked."""
        return self.exclude is not None and self.exclude.match_file(self.relative(path))

    def takes(self, path: Path) -> bool:
        """Say whether a file is one of the data files that hold articles."""
        return self.data is not None and self.data.match_file(self.relative(path))

    def for_path(self, relative: str) -> PathSettings:
        """Give what holds for a path (from `root`, with `/`): the base, then each matching section in file order."""
        matching = [section for section in self.sections if section.globs.match_file(relative)]
        rules = reduce(_merged, (section.rules for section in matching), self.rules)
        ignore = dict.fromkeys(selector for section in matching for selector in section.ignore)
        markup = reduce(Markup.extended, (section.markup for section in matching), self.markup)
        return PathSettings(rules, tuple(ignore), markup)


def _merged(base: Mapping[str, RuleSetting], later: Mapping[str, RuleSetting]) -> Mapping[str, RuleSetting]:
    return {**base, **{name: new.over(base[name]) if name in base else new for name, new in later.items()}}


def find(path: Path) -> Path | None:
    """Give the nearest configuration file above a file or folder, up to the root of its git repository."""
    start = Path(os.path.abspath(path))  # noqa: PTH100 (a link counts where it stands, not where it leads)
    for folder in [start, *start.parents] if start.is_dir() else start.parents:
        for name in NAMES:
            if (folder / name).is_file():
                return _from_here(folder / name)
        if (folder / ".git").exists():
            return None
    return None


def _from_here(path: Path) -> Path:
    """Write a path below the working directory as people do: from there."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def read(path: Path) -> Config:
    """Read a configuration file; raise UserErrors with every mistake in it."""
    from lint.configmodel import ConfigEntry
    from lint.validation import validate

    try:
        node = load(decode(str(path), path.read_bytes()).lf, str(path))
    except OSError as error:
        raise UserErrors([UserError(f"Cannot be read: {error.strerror}.", Place(str(path)))]) from None
    except UserError as error:
        raise UserErrors([error]) from None
    node = node or Node({}, Place(str(path), 1, 1), 0, 0, keys={})
    return _config(path, node, validate(ConfigEntry, node, "a configuration"))


def _config(path: Path, node: Node, entry: "ConfigEntry") -> Config:
    errors: list[UserError] = []
    config = Config(
        root=path.parent,
        path=path,
        packs=tuple(entry.packs),
        rules=_settings(entry.rules, node, ("rules",)),
        sections=tuple(
            Section(
                _globs([glob], node.find(("paths", glob)), errors),
                _settings(section.rules, node, ("paths", glob, "rules")),
                tuple(section.ignore),
                section.because,
                _markup(section.markup),
            )
            for glob, section in entry.paths.items()
        ),
        rule_folders=tuple(_rule_folders(path.parent, node, entry.rule_folders, errors)),
        exclude=_globs(entry.exclude, node.find(("exclude",)), errors),
        named=tuple(_named(node, entry)),
        markup=DEFAULT.extended(_markup(entry.markup)),
        data=_globs(entry.markup.data, node.find(("markup", "data")), errors) if entry.markup.data else None,
        pipeline=entry.language.pipeline,
        pipeline_place=node.find(("language", "pipeline")),
        words=(*entry.words, *_listed_words(path.parent, node, entry.word_files, errors)),
        spelling=entry.language.spelling,
        names=path.parent / entry.names if entry.names else None,
        archive=tuple(
            _existing(path.parent / name, node.find(("archive", index)), errors)
            for index, name in enumerate(entry.archive)
        ),
        files=(
            path,
            *(path.parent / name for name in entry.word_files),
            *([path.parent / entry.names] if entry.names else ()),
        ),
    )
    if errors:
        raise UserErrors(errors)
    return config


def _existing(path: Path, place: Place, errors: list[UserError]) -> Path:
    if not path.exists():
        errors.append(UserError(f"There is no “{path.name}”.", place, "Paths count from this file."))
    return path


def _settings(rules: Mapping[str, "RuleEntry"], node: Node, at: tuple[str, ...]) -> dict[str, RuleSetting]:
    found = {}
    for selector, entry in rules.items():
        options = dict(entry.__pydantic_extra__)
        places = {option: node.find((*at, selector, option)) for option in options}
        found[selector] = RuleSetting(entry.on, entry.severity, options, node.find((*at, selector)), places)
    return found


def _markup(entry: "PathMarkupEntry") -> Markup:
    """Give what an entry adds; names are compared in lower case."""
    return Markup(
        {name.lower(): kind for name, kind in entry.prose_fields.items()},
        {name.lower(): kind for name, kind in entry.prose_parameters.items()},
        {name.lower(): tuple(kinds) for name, kinds in entry.prose_arguments.items()},
        frozenset(map(str.lower, entry.opaque_shortcodes)),
        frozenset(map(str.lower, entry.skip_tags)),
    )


def _globs(patterns: list[str], place: Place, errors: list[UserError]) -> Globs:
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(pattern.removeprefix("./") for pattern in patterns)
    except ValueError:
        errors.append(UserError(f"“{', '.join(patterns)}” is not a path pattern.", place, "Write it as in .gitignore."))
        return GitIgnoreSpec([])


def _rule_folders(root: Path, node: Node, names: list[str] | None, errors: list[UserError]) -> Iterator[Path]:
    """Give the folders that hold the repository's own rules; those named must exist, the usual one may."""
    for index, name in enumerate([_DEFAULT_RULE_FOLDER] if names is None else names):
        if (root / name).is_dir():
            yield root / name
        elif names is not None:
            place = node.find(("rule_folders", index))
            errors.append(UserError(f"There is no folder “{name}”.", place, "Paths count from this file."))


def _listed_words(root: Path, node: Node, names: list[str], errors: list[UserError]) -> Iterator[str]:
    """Give the words of the word files: one a line, empty lines and lines that begin with # left out."""
    for index, name in enumerate(names):
        try:
            lines = decode(str(root / name), (root / name).read_bytes()).lf.split("\n")
        except OSError as error:
            place, reason = node.find(("word_files", index)), error.strerror or "it cannot be read"
            remedy = "Paths count from this file, and a word file has one word a line."
            errors.append(UserError(f"The word file “{name}” cannot be read: {reason}.", place, remedy))
        except UserError as error:
            errors.append(error)
        else:
            yield from (line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _named(node: Node, entry: "ConfigEntry") -> Iterator[tuple[str, Place]]:
    for index, pack in enumerate(entry.packs):
        yield pack, node.find(("packs", index))
    for selector in entry.rules:
        yield selector, node.find(("rules", selector))
    for glob, section in entry.paths.items():
        for index, selector in enumerate(section.ignore):
            yield selector, node.find(("paths", glob, "ignore", index))
        for selector in section.rules:
            yield selector, node.find(("paths", glob, "rules", selector))
