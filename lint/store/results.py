"""Results from run to run: what is known is given at once, and only the rest is checked.

A result is kept under a digest of all that decides it: Copydesk and what it runs with (`lint.store.program`), the files that
the configuration led to (`lint.store.settings`), the selection, and name and bytes of the draft. What a check asked of the
archive is kept with its result, and asked again when the archive has changed.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lint import source
from lint.draft import Draft
from lint.report import Outcome
from lint.store import codec, program
from lint.store.base import Base
from lint.store.keys import digest
from lint.store.setting import Setting, Settings
from lint.workspace import Workspace

Check = Callable[[Sequence[Draft]], Iterable[Outcome]]
"""Checks drafts, and gives what came of each in their order."""
Fit = Callable[[Outcome], bool]
"""Says of a known outcome that there is nothing more to do."""

_BATCH = 64
"""So many results are kept at a time: a run that is killed loses no more."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A draft as it was looked for: digests of its bytes and of its text, and its result if there is one."""

    draft: Draft
    data: bytes = b""
    text: bytes = b""
    outcome: Outcome | None = None


class Unkept:
    """A run that keeps nothing, and knows nothing of other runs."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def prove(self, folder: Path) -> Path | None:
        """Give the baseline that the configuration of a folder names.

        Raise UserErrors with the mistakes of the configuration and of the selection.
        """
        return self._workspace.configured(folder).config.baseline

    def close(self) -> None:
        """End the run before any draft is looked at."""

    def over(self, drafts: Sequence[Draft], check: Check) -> Iterable[Outcome]:
        """Give what came of each draft, in order."""
        return check(drafts)

    def among(self, drafts: Sequence[Draft], fit: Fit, work: Check) -> Iterable[Outcome]:  # noqa: ARG002 - none is known
        """Give what came of each draft, in order."""
        return work(drafts)


class Results:
    """A run that keeps its results in a base."""

    def __init__(self, base: Base, workspace: Workspace, format_as: str | None = None) -> None:
        self._base, self._workspace = base, workspace
        self._looks = program.looks()
        self._settings = Settings(base, workspace, self._program(), format_as)
        self._rows: dict[bytes, bytes] = {}
        self._based_on: set[Setting] = set()
        self._hits = self._misses = 0

    def prove(self, folder: Path) -> Path | None:
        """As for a run that keeps nothing; what has been found right is not read again."""
        known = self._settings.known(folder)
        kept = self._base.get(digest("right", known.key)) if known else None
        if kept is not None:
            return Path(os.fsdecode(kept)) if kept else None
        setting = self._settings.read(folder)
        baseline = self._workspace.configured(folder).config.baseline
        self._keep(setting, digest("right", setting.key), os.fsencode(baseline or ""))
        return baseline

    def close(self) -> None:
        """End the run before any draft is looked at."""
        self._base.close()

    def over(self, drafts: Sequence[Draft], check: Check) -> Iterator[Outcome]:
        """Give what came of each draft, in order; those of which nothing is known are checked, all in one go."""
        return self._given(list(map(self._look, drafts)), check, self._learn)

    def among(self, drafts: Sequence[Draft], fit: Fit, work: Check) -> Iterator[Outcome]:
        """Give what is known of drafts where that is fit, and do other work than checking on the rest; nothing of it is kept."""
        seen = map(self._look, drafts)
        fitting = [each if each.outcome and fit(each.outcome) else _Seen(each.draft) for each in seen]
        return self._given(fitting, work, lambda _, outcome: outcome)

    def _given(
        self, seen: Sequence[_Seen], check: Check, learn: Callable[[_Seen, Outcome], Outcome]
    ) -> Iterator[Outcome]:
        unknown = [each.draft for each in seen if each.outcome is None]
        checked = iter(check(unknown)) if unknown else iter(())
        self._hits, self._misses = len(seen) - len(unknown), len(unknown)
        try:
            for each in seen:
                yield each.outcome or learn(each, next(checked))
        finally:
            self._flush()
            self._base.close()

    def _program(self) -> bytes:
        """Give the stamp of the program: it is long to make, and remembered as long as its files look the same."""
        key = digest("program", self._looks)
        stamp = self._base.get(key)
        if stamp is None:
            stamp = program.stamp()
            self._base.put({key: stamp})
        return stamp

    def _look(self, draft: Draft) -> _Seen:
        try:
            if draft.data is None and not os.path.isfile(draft.name):  # noqa: PTH113 - thousands of files
                return _Seen(draft)  # what comes through a pipe can be read once, by whoever checks it
            data = Path(draft.name).read_bytes() if draft.data is None else draft.data
            text = source.decode(draft.name, data)
        except Exception:  # noqa: BLE001 - whatever is wrong with a draft, whoever checks it will tell
            return _Seen(draft)
        key = digest(data)
        outcome = self._known(draft, data, key, text)
        if outcome is None:
            # From here on it is checked: what changes meanwhile shall not pass for what it was checked by.
            self._settings.read(Path(draft.name))
        return _Seen(draft, key, digest(text.text), outcome)

    def _known(self, draft: Draft, data: bytes, content: bytes, text: source.Source) -> Outcome | None:
        setting = self._settings.known(Path(draft.name))
        key = _key(setting, draft, content) if setting else b""
        kept = self._base.get(key) if setting else None
        if setting is None or kept is None:
            return None
        try:
            outcome = codec.decode(kept, text)
            return outcome if self._holds(outcome, draft, data, (setting, key)) else None
        except Exception:  # noqa: BLE001 - it is damaged, or there is no archive any more: whoever checks will tell
            return None

    def _holds(self, outcome: Outcome, draft: Draft, data: bytes, kept: tuple[Setting, bytes]) -> bool:
        """Say whether the archive still gives the answers that went into an outcome."""
        if outcome.asked is None:
            return True
        desk = self._workspace.desk(Path(draft.name))
        if desk is None:
            return False
        from lint.archive.recording import answers

        state = desk.state()
        mark = digest("holds", kept[1], state)
        if state and self._base.get(mark) is not None:
            return True
        if answers(desk.memory(draft.name, data), outcome.asked.questions) != outcome.asked.answers:
            return False
        self._keep(kept[0], mark, b"")
        return True

    def _learn(self, seen: _Seen, outcome: Outcome) -> Outcome:
        """Keep an outcome, if it is that of the bytes which were looked for, and give it."""
        if outcome.file and digest(outcome.file.source.text) == seen.text:
            setting = self._settings.read(Path(seen.draft.name))
            key = _key(setting, seen.draft, seen.data)
            self._keep(setting, key, codec.encode(outcome))
            if outcome.asked and outcome.asked.state:
                self._keep(setting, digest("holds", key, outcome.asked.state), b"")
        return outcome

    def _keep(self, setting: Setting, key: bytes, value: bytes) -> None:
        self._rows[key] = value
        self._based_on.add(setting)
        if len(self._rows) >= _BATCH:
            self._flush()

    def _flush(self) -> None:
        """Write what is to be kept, unless something that it depends on has changed while it was made."""
        if self._rows and not (program.looks() == self._looks and all(each.holds for each in self._based_on)):
            self._rows = {}
        self._base.put({**self._rows, **self._settings.fresh}, self._hits, self._misses)
        self._hits = self._misses = 0
        self._rows, self._based_on = {}, set()


def _key(setting: Setting, draft: Draft, content: bytes) -> bytes:
    return digest("result", setting.key, draft.name, content)
