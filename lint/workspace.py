"""The configurations of a run, each read once, with the catalog, the pipeline and the archive that it leads to.

Where nothing has changed since the last run, all that is asked is which file holds for which draft: what reads more is
imported when it is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from lint import config as configs
from lint import formats
from lint.annotate.known import NOTHING
from lint.archive.progress import Progress, silent
from lint.cachefolder import cache_folder
from lint.config import Config
from lint.discovery import Wanted
from lint.errors import UserError, UserErrors
from lint.plan import Selection
from lint.profiling import OFF, Unmeasured

if TYPE_CHECKING:
    from lint.annotate.known import Known
    from lint.annotate.pipeline import Pipeline
    from lint.archive.desk import Desk
    from lint.catalog import Catalog

_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class ArchiveOptions:
    """What the command line says of the archive: its folders, where its index is kept, who is shown how far it is read.

    `jobs` are the processes to read it with (0: all); `current` says that the index has been brought up to date.
    """

    folders: tuple[str, ...] = ()
    cache_folder: str | None = None
    progress: Progress = silent
    jobs: int = 0
    current: bool = False


_EVERYTHING, _NO_ARCHIVE = Selection(), ArchiveOptions()
_NO_PIPELINES: Mapping[Path, Pipeline] = MappingProxyType({})


@dataclass(frozen=True, slots=True, eq=False)
class Configured:
    """A configuration, and the catalog, the pipeline and the archive it leads to."""

    config: Config
    catalog: Catalog
    pipeline: Pipeline
    desk: Desk | None

    def known(self, path: str, data: bytes) -> Known:
        """Give what is known of names beyond a draft."""
        if self.desk is None:
            return NOTHING
        from lint.archive.recording import Recorder

        memory = self.desk.memory(path, data)
        return Recorder(memory, self.desk.state) if memory.view else memory


class Workspace:
    """All that files are checked by, made when the first of them asks for it.

    `notices` grows by what should be known of the run as a whole.
    """

    def __init__(
        self,
        selection: Selection = _EVERYTHING,
        archive: ArchiveOptions = _NO_ARCHIVE,
        watch: Unmeasured = OFF,
        pipelines: Mapping[Path, Pipeline] = _NO_PIPELINES,
    ) -> None:
        self.selection, self.archive, self.watch = selection, archive, watch
        self.notices: list[UserError] = []
        self._pipelines = dict(pipelines)
        self._find = cache(configs.find)
        self._config = _kept(lambda found: configs.read(found) if found else Config())
        self._desk = _kept(self._opened)
        self._configured = _kept(self._load)

    def config(self, path: Path) -> Config:
        """Give the configuration that holds for a file or folder; an empty one where there is none, or it has mistakes."""
        try:
            return self._config(self.config_file(path))
        except UserErrors:
            return Config()

    @property
    def wanted(self) -> Wanted:
        """Which files are articles where a folder is walked: those of known formats, and what configurations add and exclude."""
        return Wanted(
            formats.WALKED,
            excluded=lambda path: self.config(path).excludes(path),
            added=lambda path: path.suffix.lower() in formats.SUFFIXES and self.config(path).takes(path),
        )

    def config_file(self, path: Path) -> Path | None:
        """Give the configuration file that holds for a file or folder, unread."""
        return self._find(path if path.is_dir() else path.parent)

    def configured(self, path: Path) -> Configured:
        """Give the configuration for a file or folder with all that it leads to; raise UserErrors with its mistakes."""
        return self._configured(self.config_file(path))

    def desk(self, path: Path) -> Desk | None:
        """Give the archive for a file or folder, and no more than it needs; raise UserErrors."""
        return self._desk(self.config_file(path))

    def shared(self, paths: Iterable[Path]) -> Callable[[], Workspace] | None:
        """Give what makes this workspace in another process; None if that could not read what we have of the archive.

        What rules may ask of the archive for these paths is brought up to date here; there, it is taken as it is.
        """
        desks = {id(desk): desk for path in paths if (desk := self._asked_desk(path))}
        if not all(desk.store.path for desk in desks.values()):
            return None
        archive = replace(self.archive, progress=silent, jobs=1, current=bool(desks))
        return partial(Workspace, self.selection, archive)

    def renewed(self) -> Workspace:
        """Give a workspace that reads all settings anew, and has the pipelines of this one."""
        return Workspace(self.selection, self.archive, self.watch, self._pipelines)

    def _asked_desk(self, path: Path) -> Desk | None:
        """Give the archive for a path, if a rule may ask it."""
        from lint import plan

        try:
            configured = self.configured(path)
        except UserErrors:  # told when the path is checked
            return None
        desk = configured.desk
        return desk if desk and desk.setup.corpus and plan.asks_archive(configured.catalog, self.selection) else None

    def _load(self, found: Path | None) -> Configured:
        from lint import catalog as catalogs
        from lint import plan

        with self.watch.measure("configuration and rules"):
            config = self._config(found)
            named = [*(name for name, _ in config.named), *self.selection.select, *self.selection.ignore]
            catalog = catalogs.load(config.rule_folders, named)
            plan.check(catalog, config, self.selection)
            return Configured(config, catalog, self._pipeline(config), self._desk(found))

    def _pipeline(self, config: Config) -> Pipeline:
        """Give the pipeline that a configuration names; those that name the same one share it."""
        from lint.annotate import installed
        from lint.annotate.pipeline import Pipeline

        source = installed.find(config.pipeline, config.pipeline_root, config.pipeline_place)
        return self._pipelines.setdefault(source.folder, Pipeline(source, self.watch))

    def _opened(self, found: Path | None) -> Desk | None:
        """Give the archive that the command line or else the configuration names; None if there is none, and no list."""
        config, asked = self._config(found), self.archive
        roots = [Path(root) for root in asked.folders] or list(config.archive)
        if not roots and config.names is None:
            return None
        from lint.archive import setups
        from lint.archive.desk import Desk

        folder = cache_folder(asked.cache_folder)
        setup = setups.make(config, roots, folder, self.notices.append, asked.progress, asked.jobs)
        return Desk(replace(setup, current=asked.current))


def _kept(make: Callable[[Path | None], _Made]) -> Callable[[Path | None], _Made]:
    """Make a thing for each path once, and raise the UserErrors that came of it as often as it is asked for."""
    made: dict[Path | None, _Made | UserErrors] = {}

    def get(path: Path | None) -> _Made:
        if path not in made:
            try:
                made[path] = make(path)
            except UserErrors as mistakes:
                made[path] = mistakes
        found = made[path]
        if isinstance(found, UserErrors):
            raise found
        return found

    return get
