"""One run: from paths to a report. Each file is read, checked and done; what goes wrong with one stops no other."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from lint import catalog as catalogs
from lint import config as configs
from lint import discovery, formats, plan, source, sourcelist
from lint.annotate import installed
from lint.annotate.known import NOTHING, Known
from lint.annotate.pipeline import Pipeline
from lint.annotate.reading import Reading
from lint.archive import setups
from lint.archive.desk import Desk, silent
from lint.archive.refreshing import Progress
from lint.catalog import Catalog
from lint.config import Config, PathSettings
from lint.document import Document, Notice
from lint.engine import Engine
from lint.errors import Place, UserError, UserErrors
from lint.plan import Selection
from lint.profiling import OFF, Unmeasured
from lint.report import FileReport, Report, Skipped
from lint.rule import Rule
from lint.source import Source
from lint.sourcelist import ArticleSources

STDIN = "-"


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What the command line says of a run."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    stdin_filename: str = "stdin.md"
    use_cache: bool = True
    format_as: str | None = None
    archive: tuple[str, ...] = ()
    cache_folder: str | None = None
    progress: Progress = silent


@dataclass(slots=True)
class _Run:
    """What is collected on the way, and what is made once and used for many files."""

    selection: Selection
    options: CheckOptions
    watch: Unmeasured = OFF
    pipelines: dict[Path, Pipeline] = field(default_factory=dict)
    configs: dict[Path | None, "_Configured"] = field(default_factory=dict)
    engines: dict[tuple[object, ...], Engine] = field(default_factory=dict)
    files: list[FileReport] = field(default_factory=list)
    errors: list[UserError] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    notices: list[UserError] = field(default_factory=list)
    skipped_rules: dict[str, str] = field(default_factory=dict)
    misconfigured: set[Path | None] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Configured:
    """A configuration, and the catalog, the pipeline and the archive it leads to."""

    config: Config
    catalog: Catalog
    pipeline: Pipeline
    desk: Desk | None

    def known(self, path: str, data: bytes) -> Known:
        """Give what is known of names beyond a draft."""
        return self.desk.memory(path, data) if self.desk else NOTHING


@dataclass(frozen=True, slots=True)
class _Opened:
    """A file that has been read, and what its path leads to."""

    configured: _Configured
    settings: PathSettings
    data: bytes
    text: Source
    document: Document


_Act = Callable[[_Run, str, bytes | None, str | None], None]


class _MisconfiguredError(Exception):
    """The configuration of a path has mistakes, which have been told."""


def check(paths: Sequence[str], options: CheckOptions, stdin: bytes | None = None, watch: Unmeasured = OFF) -> Report:
    """Check files, folders and, where a path is `-`, the bytes of standard input; `watch` measures the stages.

    Whatever goes wrong is in the report. Nothing is checked if the selection, or the configuration of the folder we are
    in, has mistakes; one further down keeps only the files below it from being checked.
    """
    run = _Run(Selection(options.select, options.ignore), options, watch)
    with suppress(_MisconfiguredError):
        _configured(run, Path.cwd())
        for name, data in _inputs(run, paths, options, stdin):
            _attempt(_check_one, run, name, data, options.format_as)
    skipped_rules = tuple(Skipped(rule, reason) for rule, reason in sorted(run.skipped_rules.items()))
    return Report(
        tuple(run.files), tuple(run.errors), tuple(run.skipped), tuple(run.notices), skipped_rules=skipped_rules
    )


def sources(
    paths: Sequence[str], options: CheckOptions, stdin: bytes | None = None
) -> tuple[list[ArticleSources], list[UserError]]:
    """Give the sources of the articles in files, folders and, where a path is `-`, in the bytes of standard input.

    The second list is what went wrong, as in `check`.
    """
    run, found = _Run(Selection(), CheckOptions()), list[ArticleSources]()

    def list_one(run: _Run, name: str, data: bytes | None, format_as: str | None) -> None:
        opened = _open(run, name, data, format_as)
        if opened:
            found.append(sourcelist.find(name, Reading(opened.document, opened.configured.pipeline)))
            _tell(run, opened.document.source, opened.document.notices)

    with suppress(_MisconfiguredError):
        _configured(run, Path.cwd())
        for name, data in _inputs(run, paths, options, stdin):
            _attempt(list_one, run, name, data, options.format_as)
    return found, run.errors


def _attempt(act: _Act, run: _Run, name: str, data: bytes | None, format_as: str | None) -> None:
    try:
        act(run, name, data, format_as)
    except UserError as error:
        run.errors.append(error)
    except _MisconfiguredError:
        pass
    except Exception as error:  # noqa: BLE001 - a crash on one file must not keep the others from being checked
        run.errors.append(_crashed(name, error))


def _inputs(
    run: _Run, paths: Sequence[str], options: CheckOptions, stdin: bytes | None
) -> Iterator[tuple[str, bytes | None]]:
    """Give names with the bytes of standard input, or None for what is to be read from disk."""
    if STDIN in paths:
        yield options.stdin_filename, stdin or b""
    with run.watch.measure("discover"):
        found = discovery.discover(
            [path for path in paths if path != STDIN],
            formats.WALKED,
            excluded=lambda path: _config(run, path).excludes(path),
            added=lambda path: path.suffix.lower() in formats.SUFFIXES and _config(run, path).takes(path),
        )
    run.errors.extend(found.errors)
    run.skipped.extend(found.skipped)
    yield from ((str(path), None) for path in found.files)


def _check_one(run: _Run, name: str, data: bytes | None, format_as: str | None) -> None:
    opened = _open(run, name, data, format_as)
    if opened is None:
        return
    document = opened.document
    with run.watch.measure("plan"):
        engine = _engine(run, opened.configured, opened.settings)
    with run.watch.measure("findings"):
        checked = engine.check(document, opened.configured.known(name, opened.data))
    _tell(run, document.source, (*document.notices, *checked.notices))
    if checked.foreign:
        run.skipped.append(Skipped(name, "not in English"))
    run.files.append(FileReport(name, opened.text, checked.findings, stet=checked.stet))


def _open(run: _Run, name: str, data: bytes | None, format_as: str | None) -> _Opened | None:
    """Give a file as a document with the settings for its path; None where it is skipped."""
    with run.watch.measure("read"):
        data = _bytes(name) if data is None else data
        if source.is_binary(data):
            run.skipped.append(Skipped(name, "not a text"))
            return None
        text = source.decode(name, data)
    format_name = format_as or formats.format_of(name, text.lf)
    if format_name is None:
        run.skipped.append(Skipped(name, f"a format that is not read yet ({Path(name).suffix})"))
        return None
    configured = _configured(run, Path(name))
    settings = configured.config.for_path(configured.config.relative(Path(name)))
    with run.watch.measure(f"format: {format_name}"):
        return _Opened(configured, settings, data, text, formats.read(text, format_name, settings.markup))


def _crashed(name: str, error: Exception) -> UserError:
    if os.environ.get("COPYDESK_DEBUG"):
        raise error
    problem = f"Copydesk failed on this file: {type(error).__name__}: {error}."
    return UserError(problem, Place(name), "Please report it; COPYDESK_DEBUG=1 shows more.")


def _bytes(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except FileNotFoundError:
        raise UserError("The file is gone.", Place(name), "Was it moved while we were reading?") from None
    except OSError as error:
        raise UserError(f"Cannot be read: {error.strerror}.", Place(name), "Check its permissions.") from None


def _tell(run: _Run, text: Source, notices: Iterable[Notice]) -> None:
    for notice in notices:
        where = text.position(notice.span.start)
        error = UserError(notice.message, Place(text.path, where.line, where.column))
        (run.errors if notice.broken else run.notices).append(error)


def _config(run: _Run, path: Path) -> Config:
    """Give the configuration for a path; an empty one where its own has mistakes."""
    try:
        return _configured(run, path).config
    except _MisconfiguredError:
        return Config()


def _configured(run: _Run, path: Path) -> _Configured:
    """Give the configuration for a path and its catalog. Mistakes are told once; then _MisconfiguredError is raised."""
    found = configs.find(path)
    if found not in run.configs and found not in run.misconfigured:
        try:
            with run.watch.measure("configuration and rules"):
                run.configs[found] = _load(run, found)
        except UserErrors as mistakes:
            _keep_back(run, found, mistakes)
    if found in run.misconfigured:
        raise _MisconfiguredError
    return run.configs[found]


def _load(run: _Run, found: Path | None) -> _Configured:
    config = configs.read(found) if found else Config()
    catalog = catalogs.load(config.rule_folders)
    plan.check(catalog, config, run.selection)
    return _Configured(config, catalog, _pipeline(run, config), _desk(run, config))


def _desk(run: _Run, config: Config) -> Desk | None:
    """Give the archive that the command line or else the configuration names; None if there is none, and no list."""
    roots = [Path(root) for root in run.options.archive] or list(config.archive)
    if not roots and config.names is None:
        return None
    options = run.options
    return Desk(setups.make(config, roots, setups.cache(options.cache_folder), run.notices.append, options.progress))


def _pipeline(run: _Run, config: Config) -> Pipeline:
    """Give the pipeline that a configuration names; those that name the same one share it."""
    source = installed.find(config.pipeline, config.root, config.pipeline_place)
    return run.pipelines.setdefault(source.folder, Pipeline(source, run.watch))


def _keep_back(run: _Run, config: Path | None, mistakes: UserErrors) -> None:
    """Tell of a configuration's mistakes, each once, and let nothing below it be checked."""
    run.misconfigured.add(config)
    told = set(map(str, run.errors))
    run.errors.extend(error for error in mistakes.errors if str(error) not in told)


def _engine(run: _Run, configured: _Configured, settings: PathSettings) -> Engine:
    """Give the engine for a path's plan; files with the same plan share one."""
    config = configured.config
    rules = plan.resolve(configured.catalog, settings, run.selection, config.packs, config.house)
    key = (id(configured), *map(_key, rules))
    if key not in run.engines:
        run.engines[key] = engine = _made_engine(run, configured, rules)
        for rule, missing in engine.skipped.items():
            run.skipped_rules[rule.id] = configured.pipeline.lacking(missing)
    return run.engines[key]


def _made_engine(run: _Run, configured: _Configured, rules: Sequence[Rule]) -> Engine:
    try:
        return Engine(rules, configured.pipeline, configured.catalog.selectors, run.watch)
    except UserErrors as broken:
        _keep_back(run, configured.config.path, broken)
        raise _MisconfiguredError from None


def _key(rule: Rule) -> tuple[object, ...]:
    return rule.id, rule.severity, *sorted(rule.options.items())
