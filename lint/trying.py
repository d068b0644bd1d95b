"""One rule tried on many articles: what it finds, and what guards, quotations and stets hold back.

An article is first asked whether it may hold what the rule looks for, then checked without the rule's guards; only
where that finds something is it checked in earnest.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from lint import discovery, plan
from lint.archive.progress import Progress, silent
from lint.catalog import Catalog, selectors_of
from lint.draft import Draft
from lint.engine import Checked, Engine
from lint.errors import UserError, UserErrors
from lint.kinds import registry
from lint.model import Finding
from lint.opening import Opened, open_draft
from lint.plan import Selection
from lint.report import Skipped
from lint.rule import Quotes, Rule
from lint.source import Source
from lint.workspace import Configured, Workspace


@dataclass(frozen=True, slots=True)
class Hit:
    """What the rule finds in one place of an article."""

    source: Source
    finding: Finding


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of it: hits in the order of the articles, how much was read, and how many findings were held back.

    `guarded` by the rule's `unless`, `quoted` in quoted speech, `stet` by stets; `lowered` hits are only suggestions.
    """

    rule: Rule
    hits: tuple[Hit, ...] = ()
    files: int = 0
    words: int = 0
    guarded: int = 0
    quoted: int = 0
    lowered: int = 0
    stet: int = 0
    errors: tuple[UserError, ...] = ()


def run(rule: Rule, paths: Sequence[str], workspace: Workspace, progress: Progress = silent) -> Trial:
    """Try the rule on the articles in files and folders; raise UserErrors if it cannot run here."""
    found = discovery.discover(paths, workspace.wanted)
    trier = _Trier(_configured(rule, configured := workspace.configured(Path.cwd())), configured)
    trials = []
    for number, path in enumerate(found.files):
        progress(number, len(found.files))
        trials.append(_tried(trier, workspace, Draft(str(path))))
    return _sum(Trial(rule, errors=found.errors), trials)


def _configured(rule: Rule, here: Configured) -> Rule:
    """Give the rule with the options that the configuration of the current folder sets."""
    settings, selected = here.config.for_path(""), Selection((rule.id,))
    return plan.resolve(Catalog((rule,)), replace(settings, ignore=()), selected, house=here.config.house)[0]


def _tried(trier: "_Trier", workspace: Workspace, draft: Draft) -> Trial:
    try:
        opened = open_draft(workspace, draft)
        return Trial(trier.rule) if isinstance(opened, Skipped) else trier.trial(opened, draft.name)
    except UserError as error:
        return Trial(trier.rule, errors=(error,))
    except UserErrors as mistakes:
        return Trial(trier.rule, errors=tuple(mistakes.errors))


class _Trier:
    """A rule ready to be tried: as it is, without its guards, and as if nothing were quoted."""

    def __init__(self, rule: Rule, here: Configured) -> None:
        known = frozenset(selectors_of(rule.id)) | here.catalog.selectors
        unquoted = replace(rule, quotes=Quotes.SAME)
        self.rule = rule
        self._may_hold: Callable[[str], bool] = registry.prefilter(rule)
        self._own, self._unquoted, self._bare = (
            Engine([each], here.pipeline, known) for each in (rule, unquoted, _unguarded(unquoted))
        )
        if missing := self._own.skipped.get(rule):
            raise UserErrors([UserError(f"{rule.id} cannot run here: {here.pipeline.lacking(missing)}.", rule.place)])

    def trial(self, opened: Opened, name: str) -> Trial:
        """Give what the rule finds in one article."""
        text, words = opened.text, opened.text.words
        if not self._may_hold("".join(block.text for block in opened.document.blocks)):
            return Trial(self.rule, files=1, words=words)

        def ask(engine: Engine) -> Checked:
            return engine.check(opened.document, opened.configured.known(name, opened.data))

        bare = ask(self._bare)
        if not bare.findings and not bare.stet:
            return Trial(self.rule, files=1, words=words)
        unquoted, own = ask(self._unquoted), ask(self._own)
        severities = {_span(finding): finding.severity for finding in unquoted.findings}
        return Trial(
            self.rule,
            tuple(Hit(text, finding) for finding in own.findings),
            files=1,
            words=words,
            guarded=len(set(map(_span, bare.findings)) - set(severities)),
            quoted=len(set(severities) - set(map(_span, own.findings))),
            lowered=sum(each.severity != severities.get(_span(each), each.severity) for each in own.findings),
            stet=own.stet,
        )


def _unguarded(rule: Rule) -> Rule:
    body: Any = rule.body
    return replace(rule, body=body.model_copy(update={"unless": []})) if hasattr(body, "unless") else rule


def _span(finding: Finding) -> tuple[int, int]:
    return finding.start.offset, finding.end.offset


def _sum(start: Trial, trials: Iterable[Trial]) -> Trial:
    each = (start, *trials)
    return Trial(
        start.rule,
        tuple(hit for trial in each for hit in trial.hits),
        sum(trial.files for trial in each),
        sum(trial.words for trial in each),
        sum(trial.guarded for trial in each),
        sum(trial.quoted for trial in each),
        sum(trial.lowered for trial in each),
        sum(trial.stet for trial in each),
        tuple(error for trial in each for error in trial.errors),
    )
