"""Which language pipeline there is on disk, and what it can do: found and examined without loading it."""

import json
import os
from collections.abc import Iterable, Mapping
from configparser import ConfigParser, Error
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from lint import importable
from lint.annotate import checksums
from lint.annotate.language import ENGLISH, NAMES
from lint.annotate.layers import ENCODERS, FACTORIES, Layer
from lint.errors import Place, UserError, UserErrors, did_you_mean

SHIPPED = Path(__file__).parents[1] / "language" / "en_copydesk"
"""The folder of the pipeline that comes with the package."""

TRUST = "COPYDESK_TRUST_PIPELINE"
"""The variable of the environment that, set to 1, lets a configuration name a pipeline that is a folder.

A pipeline calls any function that a package has registered with spaCy, with arguments of its own, and parts of it may be
pickles. So it is for the user to say that one is trusted, not for the repository that it comes with.
"""


def folders_are_trusted() -> bool:
    """Say whether the user lets a configuration name a pipeline that is a folder."""
    return os.environ.get(TRUST) == "1"


_OURS_INSTEAD = "or leave “language.pipeline” out to use Copydesk's own."
_REINSTALL = "Install Copydesk again: pip install --force-reinstall copydesk."
_LONGEST_REASON = 300
_ENTRY_POINTS = "spacy_models"


@dataclass(frozen=True, slots=True)
class Component:
    """A component of a pipeline: its spaCy factory, and whether it reads what an encoder before it has made."""

    factory: str
    listens: bool


@dataclass(frozen=True)
class Installed:
    """A spaCy pipeline on disk. `place` is where a configuration names it; there its errors are told.

    Files are read when something is asked of them. Everything raises UserErrors if they are missing or damaged.
    """

    folder: Path
    name: str
    place: Place | None = None

    @property
    def is_shipped(self) -> bool:
        """Say whether it is the pipeline that comes with the package."""
        return self.folder == SHIPPED

    @cached_property
    def language(self) -> str:
        """The ISO 639-1 code of the language it is for; empty if it does not say."""
        return str(self._written("nlp", "lang") or "")

    @cached_property
    def spacy_version(self) -> str:
        """The versions of spaCy that it was made for, as pip writes them; empty if it does not say."""
        self.verify("meta.json")
        try:
            meta = json.loads((self.folder / "meta.json").read_bytes())
        except (OSError, ValueError) as error:
            raise self.broken(f"meta.json cannot be read ({error})") from None
        if not isinstance(meta, dict):
            raise self.broken("meta.json holds no mapping")
        return str(meta.get("spacy_version") or "")

    @cached_property
    def components(self) -> Mapping[str, Component]:
        """The components that run when the pipeline is loaded, by name, in order."""
        off = self._names("disabled")
        return {name: self._component(name) for name in self._names("pipeline") if name not in off}

    @property
    def provides(self) -> frozenset[str]:
        """The layers that the components make."""
        factories = {component.factory for component in self.components.values()}
        return frozenset(layer.value for layer, makers in FACTORIES.items() if factories & makers)

    def needed(self, layers: Iterable[Layer]) -> tuple[str, ...]:
        """Give the names of the components that make the layers, encoders included, in order."""
        factories = frozenset[str]().union(*(FACTORIES.get(layer, ()) for layer in layers))
        makers = [component for component in self.components.values() if component.factory in factories]
        if any(component.listens for component in makers):
            factories |= ENCODERS.keys()
        return tuple(name for name, component in self.components.items() if component.factory in factories)

    def verify(self, part: str) -> None:
        """Hold a file or folder of the package's own pipeline against its checksums; another pipeline has none."""
        if not self.is_shipped:
            return
        listed = {name: digest for name, digest in self._checksums.items() if name.partition("/")[0] == part}
        found = {name: _digest(self.folder / name) for name in listed.keys() | self._files(part)}
        if wrong := sorted(name for name, digest in found.items() if digest != listed.get(name)):
            raise self.broken(f"{wrong[0]} is {'not as it was shipped' if found[wrong[0]] else 'missing'}")

    def broken(self, why: str) -> UserErrors:
        """Give the error to raise when the pipeline cannot be used; `why` may be long and of many lines."""
        told = " ".join(why.split())
        told = f"{told[:_LONGEST_REASON]}…" if len(told) > _LONGEST_REASON else f"{told.rstrip('.')}."
        remedy = _REINSTALL if self.is_shipped else f"Install it again, {_OURS_INSTEAD}"
        return self.error(f"is broken: {told}", remedy)

    def error(self, problem: str, remedy: str) -> UserErrors:
        """Give an error about the pipeline to raise: what is wrong with it, and what would be right."""
        return UserErrors([UserError(f"The language pipeline “{self.name}” {problem}", self.place, remedy)])

    @cached_property
    def _config(self) -> ConfigParser:
        self.verify("config.cfg")
        config = ConfigParser(interpolation=None, strict=False)
        try:
            config.read_string((self.folder / "config.cfg").read_text(encoding="utf-8"))
        except (OSError, ValueError, Error) as error:
            raise self.broken(f"config.cfg cannot be read ({error})") from None
        return config

    def _written(self, section: str, key: str) -> Any:
        """Give a value of config.cfg, where each is written as JSON; None if it is not there."""
        try:
            return json.loads(self._config.get(section, key, fallback="null"))
        except ValueError as error:
            raise self.broken(f"“{key}” in [{section}] of config.cfg cannot be read ({error})") from None

    def _names(self, key: str) -> list[str]:
        written = self._written("nlp", key) or []
        if isinstance(written, list) and all(isinstance(name, str) for name in written):
            return written
        raise self.broken(f"“{key}” in [nlp] of config.cfg is no list of names")

    def _component(self, name: str) -> Component:
        section = f"components.{name}"
        inner = [other for other in self._config.sections() if other.startswith(f"{section}.")]
        listens = any("Listener" in str(self._written(other, "@architectures")) for other in inner)
        return Component(str(self._written(section, "factory") or ""), listens)

    @cached_property
    def _checksums(self) -> Mapping[str, str]:
        """The SHA-256 of each file, by its path in the folder."""
        try:
            return checksums.listed(self.folder)
        except (OSError, ValueError) as error:
            raise self.broken(f"{checksums.NAME} cannot be read ({error})") from None

    def _files(self, part: str) -> set[str]:
        """Give the files of a folder, or the file itself, as paths in the pipeline's folder."""
        there = self.folder / part
        files = there.rglob("*") if there.is_dir() else [there]
        return {file.relative_to(self.folder).as_posix() for file in files if not file.is_dir()}


def _digest(file: Path) -> str:
    """Give the SHA-256 of a file; empty if it cannot be read."""
    try:
        return checksums.digest(file.read_bytes())
    except OSError:
        return ""


def shipped() -> Installed:
    """Give the pipeline that comes with the package."""
    return Installed(SHIPPED, SHIPPED.name)


def find(name: str, root: Path, place: Place | None) -> Installed:
    """Give the pipeline that a configuration names: an installed package, or a trusted folder, by its path from `root`.

    An empty name means the package's own. Raise UserErrors at `place` if there is none, or none for English with a tagger.
    """
    if not name:
        return shipped()
    found = Installed(_folder(name, root, place), name, place)
    if found.language != ENGLISH:
        told = NAMES.get(found.language, f"“{found.language}”") if found.language else "no language that it names"
        raise found.error(f"is for {told}.", f"Name one for English, {_OURS_INSTEAD}")
    if Layer.TAGS not in found.provides:
        has = f"only {', '.join(found.components)}" if found.components else "nothing"
        raise found.error(f"has no tagger, {has}.", f"Name one that tags, {_OURS_INSTEAD}")
    return found


def _folder(name: str, root: Path, place: Place | None) -> Path:
    """Give the folder of a pipeline; raise UserErrors at `place` if there is none, or none that may be loaded."""
    here = root / os.path.expanduser(name)  # noqa: PTH111 (Path's own raises where a user is unknown)
    is_here, is_path = _holds_one(here), "/" in name or "\\" in name
    if is_here and folders_are_trusted():
        return here
    if is_path and not is_here:
        problem = f"There is no language pipeline in the folder “{name}”: it has no config.cfg."
        raise UserErrors([UserError(problem, place, "Paths count from this file.")])
    package = None if is_path else importable.folder(name)
    if package is None or package.parent.resolve() == Path.cwd():
        raise UserErrors([_not_installed(name, place, is_here=is_here)])
    inner = sorted(package.glob("*/config.cfg"))
    if not inner:
        remedy = did_you_mean(name, importable.entries(_ENTRY_POINTS)) or f"Name a spaCy pipeline, {_OURS_INSTEAD}"
        raise UserErrors([UserError(f"“{name}” is installed, but is no language pipeline.", place, remedy)])
    return inner[-1].parent


def _not_installed(name: str, place: Place | None, *, is_here: bool) -> UserError:
    """Say that there is no such package. A folder is none: what comes with a repository could run what it likes."""
    if is_here:
        problem = f"The language pipeline “{name}” is a folder, and loading one can run code that is in it."
        return UserError(
            problem, place, f"Install it as a package or, if you trust it, set {TRUST}=1 in the environment."
        )
    remedy = did_you_mean(name, importable.entries(_ENTRY_POINTS)) or f"Install it where Copydesk runs, {_OURS_INSTEAD}"
    return UserError(f"The language pipeline “{name}” is not installed.", place, remedy)


def _holds_one(folder: Path) -> bool:
    try:
        return (folder / "config.cfg").is_file()
    except OSError:  # too long a name, say
        return False
