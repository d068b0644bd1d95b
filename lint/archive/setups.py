"""What a configuration means for the archive: which files are its articles, and what decides how they are read."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from lint import __version__, discovery, formats
from lint import config as configs
from lint.archive import tables
from lint.archive.desk import Setup
from lint.archive.model import digest
from lint.archive.progress import Progress, silent
from lint.archive.refreshing import Corpus
from lint.archive.store import Tell
from lint.config import Config
from lint.discovery import Wanted
from lint.errors import Place, UserError, UserErrors
from lint.markup import Markup


def make(
    config: Config, roots: Sequence[Path], cache: Path, tell: Tell, progress: Progress = silent, jobs: int = 0
) -> Setup:
    """Give the setup for the articles in `roots`; raise UserErrors if one of these is not there."""
    if errors := [*discovery.discover([str(root) for root in roots if not root.exists()], Wanted(())).errors]:
        raise UserErrors(errors)
    corpus = Corpus(tuple(roots), partial(_files, config, roots), partial(_markup, config)) if roots else None
    return Setup(config.names, corpus, cache, _settings(config), tell, progress, jobs)


def config_at(path: Path) -> Config:
    """Give the configuration for a file, an empty one if there is none; raise UserErrors."""
    found = configs.find(path)
    return configs.read(found) if found else Config()


def data_of(path: str) -> bytes:
    """Give the bytes of a file; raise UserErrors if it cannot be read."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise UserErrors([UserError(f"Cannot be read: {error.strerror}.", Place(path))]) from None


def _files(config: Config, roots: Sequence[Path]) -> Sequence[Path]:
    wanted = Wanted(
        formats.WALKED,
        excluded=config.excludes,
        added=lambda path: path.suffix.lower() in formats.SUFFIXES and config.takes(path),
    )
    return discovery.discover([str(root) for root in roots], wanted).files


def _markup(config: Config, path: Path) -> Markup:
    return config.for_path(config.relative(path)).markup


def _settings(config: Config) -> str:
    """Give what, if it changes, makes the names of the same articles others."""
    try:
        written = b"".join(digest(path.read_bytes()) for path in config.files if path != config.names)
    except OSError as error:
        raise UserErrors([UserError(f"Cannot be read: {error.strerror}.")]) from None
    return f"{__version__} {tables.VERSION} {digest(written).hex()}"
