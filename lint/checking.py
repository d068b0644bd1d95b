"""Checking one draft: a function from its bytes and its settings to an outcome, which is plain data."""

import os
from collections.abc import Iterable, Sequence

from lint import plan
from lint.archive.recording import Recorder
from lint.document import Notice
from lint.draft import Draft
from lint.engine import Engine
from lint.errors import Place, UserError, UserErrors
from lint.opening import Opened, open_draft
from lint.report import FileReport, Outcome, Skipped
from lint.rule import Rule
from lint.source import Source
from lint.workspace import Configured, Workspace


class Checker:
    """Checks one draft after another; drafts with the same plan share an engine."""

    def __init__(self, workspace: Workspace, format_as: str | None = None) -> None:
        """Take what the drafts are checked by, and the format to read them in, if their names are not to tell it."""
        self._workspace, self._format_as = workspace, format_as
        self._engines: dict[tuple[object, ...], Engine | UserErrors] = {}

    def check(self, draft: Draft) -> Outcome:
        """Give what checking a draft came to. Whatever goes wrong with it is in the outcome."""
        try:
            return self._checked(draft)
        except UserError as error:
            return Outcome(errors=(error,))
        except UserErrors as mistakes:
            return Outcome(errors=tuple(mistakes.errors))
        except Exception as error:  # noqa: BLE001 - a crash on one file must not keep the others from being checked
            return Outcome(errors=(crashed(draft.name, error),))

    def open(self, draft: Draft) -> Opened | Skipped:
        """Give the draft as it is read to be checked; raise UserError or UserErrors if that cannot be done."""
        return open_draft(self._workspace, draft, self._format_as, self._workspace.watch)

    def _checked(self, draft: Draft) -> Outcome:
        watch = self._workspace.watch
        opened = self.open(draft)
        if isinstance(opened, Skipped):
            return Outcome(skipped=(opened,))
        with watch.measure("plan"):
            engine = self._engine(opened)
        known = opened.configured.known(draft.name, opened.data)
        with watch.measure("findings"):
            checked = engine.check(opened.document, known)
        errors, notices = told(opened.text, (*opened.document.notices, *checked.notices))
        return Outcome(
            FileReport(draft.name, opened.text, checked.findings, stet=checked.stet),
            errors,
            (Skipped(draft.name, "not in English"),) if checked.foreign else (),
            notices,
            tuple(Skipped(rule.id, opened.configured.pipeline.lacking(why)) for rule, why in engine.skipped.items()),
            asked=known.asked if isinstance(known, Recorder) else None,
        )

    def _engine(self, opened: Opened) -> Engine:
        """Give the engine for a path's plan; raise UserErrors if it cannot be made."""
        configured = opened.configured
        config = configured.config
        rules = plan.resolve(configured.catalog, opened.settings, self._workspace.selection, config.packs, config.house)
        key = (id(configured), *map(_key, rules))
        if key not in self._engines:
            self._engines[key] = self._made(configured, rules)
        engine = self._engines[key]
        if isinstance(engine, UserErrors):
            raise engine
        return engine

    def _made(self, configured: Configured, rules: Sequence[Rule]) -> Engine | UserErrors:
        try:
            return Engine(rules, configured.pipeline, configured.catalog.selectors, self._workspace.watch)
        except UserErrors as broken:
            return broken


def told(text: Source, notices: Iterable[Notice]) -> tuple[tuple[UserError, ...], tuple[UserError, ...]]:
    """Give the notices of a document as what went wrong, and as what should be known."""
    errors: list[UserError] = []
    others: list[UserError] = []
    for notice in notices:
        where = text.position(notice.span.start)
        error = UserError(notice.message, Place(text.path, where.line, where.column))
        (errors if notice.broken else others).append(error)
    return tuple(errors), tuple(others)


def crashed(name: str, error: Exception) -> UserError:
    """Give the error that tells of a mistake of ours, met in a file; where a developer asks for it, raise it as it is."""
    if os.environ.get("COPYDESK_DEBUG"):
        raise error
    problem = f"Copydesk failed on this file: {type(error).__name__}: {error}."
    return UserError(problem, Place(name), "Please report it; COPYDESK_DEBUG=1 shows more.")


def _key(rule: Rule) -> tuple[object, ...]:
    return rule.id, rule.severity, *sorted(rule.options.items())
