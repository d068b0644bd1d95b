"""`.copydesk.yaml`: where it lies, and what it and the files it extends say."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING

from lint.errors import Place, UserError, UserErrors, by_place
from lint.markup import Markup
from lint.settings import Config, Globs, PathSettings, RuleSetting, Section
from lint.source import decode, read_bytes

if TYPE_CHECKING:
    from lint.configmodel import ConfigEntry, PathMarkupEntry, RuleEntry
    from lint.extending import Written
    from lint.yamlpos import Node

__all__ = ["Config", "Globs", "PathSettings", "RuleSetting", "Section", "find", "read"]

NAMES = (".copydesk.yaml", ".copydesk.yml")
USUAL_RULE_FOLDER = "rules"
"""The folder of rules beside a configuration that names none."""


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


def root_of(folder: Path) -> Path:
    """Give the root of the git repository that a folder is in, or the folder itself where it is in none."""
    here = folder.absolute()
    root = next((each for each in (here, *here.parents) if (each / ".git").exists()), here)
    return _from_here(root)


def _from_here(path: Path) -> Path:
    """Write a path below the working directory as people do: from there."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def read(path: Path) -> Config:
    """Read a configuration file and those it extends; raise UserErrors with every mistake in them."""
    from lint.extending import chain

    files, mistakes = chain(path)
    errors = list(mistakes)
    configs = [_config(written, path, errors) for written in files]
    if errors:
        raise UserErrors(by_place(errors))
    return reduce(lambda base, later: later.over(base), configs, Config())


def _config(written: Written, own: Path, errors: list[UserError]) -> Config:
    """Give what one file says. Its globs count from the folder of `own`, which extends it; file names from its own."""
    node, entry, folder = written.node, written.entry, written.path.parent
    word_files = [folder / name for name in entry.word_files]
    names = folder / entry.names if entry.names else None
    return Config(
        root=own.parent,
        path=own,
        packs=tuple(entry.packs),
        rules=_settings(entry.rules, node, ("rules",)),
        sections=tuple(_sections(node, entry, errors)),
        rule_folders=tuple(_rule_folders(folder, node, entry.rule_folders, errors, usual=written.path == own)),
        exclude=_globs(entry.exclude, node.find(("exclude",)), errors),
        named=tuple(_named(node, entry)),
        markup=_markup(entry.markup),
        data=_globs(entry.markup.data, node.find(("markup", "data")), errors),
        pipeline=entry.language.pipeline,
        pipeline_place=node.find(("language", "pipeline")),
        words=(*entry.words, *_listed_words(word_files, node, errors)),
        spelling=entry.language.spelling,
        names=names,
        archive=tuple(
            _existing(folder / name, node.find(("archive", index)), errors) for index, name in enumerate(entry.archive)
        ),
        baseline=folder / entry.baseline if entry.baseline else None,
        files=(written.path, *word_files, *([names] if names else ())),
    )


def _sections(node: Node, entry: ConfigEntry, errors: list[UserError]) -> Iterator[Section]:
    for glob, section in entry.paths.items():
        place = node.find(("paths", glob))
        if globs := _globs([glob], place, errors):
            rules = _settings(section.rules, node, ("paths", glob, "rules"))
            yield Section(glob, globs, rules, tuple(section.ignore), section.because, _markup(section.markup), place)


def _existing(path: Path, place: Place, errors: list[UserError]) -> Path:
    if not path.exists():
        errors.append(UserError(f"There is no “{path.name}”.", place, "Paths count from this file."))
    return path


def _settings(rules: Mapping[str, RuleEntry], node: Node, at: tuple[str, ...]) -> dict[str, RuleSetting]:
    found = {}
    for selector, entry in rules.items():
        options = dict(entry.__pydantic_extra__)
        said = [*options, *(key for key in ("on", "severity") if getattr(entry, key) is not None)]
        places = {key: node.find((*at, selector, key)) for key in said}
        found[selector] = RuleSetting(entry.on, entry.severity, options, node.find((*at, selector)), places)
    return found


def _markup(entry: PathMarkupEntry) -> Markup:
    """Give what an entry adds; names are compared in lower case."""
    return Markup(
        {name.lower(): kind for name, kind in entry.prose_fields.items()},
        {name.lower(): kind for name, kind in entry.prose_parameters.items()},
        {name.lower(): tuple(kinds) for name, kinds in entry.prose_arguments.items()},
        frozenset(map(str.lower, entry.opaque_shortcodes)),
        frozenset(map(str.lower, entry.skip_tags)),
    )


def _globs(patterns: list[str], place: Place, errors: list[UserError]) -> Globs | None:
    """Give the patterns; None where there are none, or where they are none."""
    from pathspec import GitIgnoreSpec

    if not patterns:
        return None
    try:
        return GitIgnoreSpec.from_lines(pattern.removeprefix("./") for pattern in patterns)
    except ValueError:
        errors.append(UserError(f"“{', '.join(patterns)}” is not a path pattern.", place, "Write it as in .gitignore."))
        return None


def _rule_folders(
    folder: Path, node: Node, names: list[str] | None, errors: list[UserError], *, usual: bool
) -> Iterator[Path]:
    """Give the folders that hold rules; those named must exist, the usual one may, beside the repository's own file."""
    for index, name in enumerate(names or ()):
        if (folder / name).is_dir():
            yield folder / name
        else:
            place = node.find(("rule_folders", index))
            errors.append(UserError(f"There is no folder “{name}”.", place, "Paths count from this file."))
    if names is None and usual and (folder / USUAL_RULE_FOLDER).is_dir():
        yield folder / USUAL_RULE_FOLDER


def _listed_words(files: list[Path], node: Node, errors: list[UserError]) -> Iterator[str]:
    """Give the words of the word files: one a line, empty lines and lines that begin with # left out."""
    for index, path in enumerate(files):
        try:
            lines = decode(str(path), read_bytes(path)).lf.split("\n")
        except OSError as error:
            place, reason = node.find(("word_files", index)), error.strerror or "it cannot be read"
            remedy = "Paths count from the file that names it, and a word file has one word a line."
            errors.append(UserError(f"The word file “{path}” cannot be read: {reason}.", place, remedy))
        except UserError as error:
            errors.append(error)
        else:
            yield from (line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _named(node: Node, entry: ConfigEntry) -> Iterator[tuple[str, Place]]:
    for index, pack in enumerate(entry.packs):
        yield pack, node.find(("packs", index))
    for selector in entry.rules:
        yield selector, node.find(("rules", selector))
    for glob, section in entry.paths.items():
        for index, selector in enumerate(section.ignore):
            yield selector, node.find(("paths", glob, "ignore", index))
        for selector in section.rules:
            yield selector, node.find(("paths", glob, "rules", selector))
