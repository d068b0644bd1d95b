"""Which findings are known, and what becomes of a baseline when articles have changed."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from lint.baseline.excerpt import entry
from lint.baseline.model import Baseline, Entry
from lint.errors import Place, UserError
from lint.model import Finding, Severity
from lint.report import FileReport, Report

_Standing = tuple[str, Entry]
"""An entry with the path of its article, as the baseline has it."""


@dataclass(frozen=True, slots=True)
class Met:
    """An article held against a baseline: what is known of it, and what is new; `key` is its path there.

    `moved` are the entries for what is known only because it stood in another article that is gone.
    """

    key: str
    file: FileReport
    known: tuple[Finding, ...]
    new: tuple[Finding, ...]
    moved: tuple[_Standing, ...]


def match(report: Report, baseline: Baseline) -> list[Met]:
    """Hold the articles of a report against a baseline.

    A finding is known where the baseline has its fingerprint under the path of the article; or under that of an article
    that is gone, because it was renamed.
    """
    homeless = cache(partial(_homeless, baseline))
    return [_met(file, baseline, homeless) for file in report.files]


def _met(file: FileReport, baseline: Baseline, homeless: Callable[[], Mapping[str, _Standing]]) -> Met:
    key = baseline.key(file.path)
    own = {each.fingerprint for each in baseline.files.get(key, ())}
    others = {finding.fingerprint for finding in file.findings} - own
    moved = {name: homeless()[name] for name in sorted(others) if name in homeless()}
    known = [finding.fingerprint in own or finding.fingerprint in moved for finding in file.findings]
    return Met(
        key,
        file,
        tuple(finding for finding, is_known in zip(file.findings, known, strict=True) if is_known),
        tuple(finding for finding, is_known in zip(file.findings, known, strict=True) if not is_known),
        tuple(moved.values()),
    )


def _homeless(baseline: Baseline) -> dict[str, _Standing]:
    """Give the entries whose articles are gone, by fingerprint."""
    gone = [key for key in baseline.files if not baseline.is_there(key)]
    return {each.fingerprint: (key, each) for key in gone for each in baseline.files[key]}


def narrow(report: Report, baseline: Baseline, *, whole: bool) -> Report:
    """Leave out the findings that are known. Where `whole`, all rules were asked: then tell of known ones that are gone."""
    met = match(report, baseline)
    files = tuple(
        replace(each.file, findings=each.new, baseline=each.file.baseline + len(each.known))
        if each.known
        else each.file
        for each in met
    )
    fixed = len(list(_fixed(report, baseline, met))) if whole and not report.errors else 0
    if not fixed:
        return replace(report, files=files)
    these = "1 known finding is" if fixed == 1 else f"{fixed:,} known findings are"
    notice = UserError(
        f"{these} fixed.", Place(str(baseline.path)), "“copydesk baseline update” takes out what is fixed."
    )
    return replace(report, files=files, notices=(*report.notices, notice))


def stale(report: Report, baseline: Baseline, met: Sequence[Met], paths: Sequence[str]) -> list[_Standing]:
    """Give the entries that a check of `paths` should have met and did not: they are fixed, or their articles gone."""
    return sorted([*_fixed(report, baseline, met), *_gone(baseline, met, paths)])


def _fixed(report: Report, baseline: Baseline, met: Sequence[Met]) -> Iterator[_Standing]:
    """Give the entries that were looked for in the articles of a report and not found."""
    unread = {each.path for each in report.skipped}
    unasked = {each.path for each in report.skipped_rules}
    for article in met:
        found = {finding.fingerprint for finding in article.known}
        entries = baseline.files.get(article.key, ()) if article.file.path not in unread else ()
        yield from ((article.key, e) for e in entries if e.fingerprint not in found and e.rule not in unasked)


def _gone(baseline: Baseline, met: Sequence[Met], paths: Sequence[str]) -> Iterator[_Standing]:
    """Give the entries of articles below `paths` that are gone; those that were met in another article left out."""
    moved = {standing for article in met for standing in article.moved}
    for key, entries in baseline.files.items():
        if _is_below(baseline, key, paths) and not baseline.is_there(key):
            yield from ((key, each) for each in entries if (key, each) not in moved)


def _is_below(baseline: Baseline, key: str, paths: Sequence[str]) -> bool:
    whole = os.path.normpath(os.path.join(baseline.root, key))  # noqa: PTH118
    above = [os.path.abspath(path) for path in paths]  # noqa: PTH100
    return any(whole == each or whole.startswith(each.rstrip(os.sep) + os.sep) for each in above)


def written(report: Report, old: Baseline, paths: Sequence[str], least: Severity) -> Baseline:
    """Give a baseline of all findings of a report at a severity or above it; beyond `paths`, what the old one has."""
    files = {key: entries for key, entries in old.files.items() if not _is_below(old, key, paths)}
    for file in report.files:
        files[old.key(file.path)] = tuple(entry(file, each) for each in at_least(least, file.findings))
    return Baseline(old.path, files)


def at_least(least: Severity, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Give the findings at a severity or above it."""
    return (finding for finding in findings if finding.severity.rank >= least.rank)


def updated(old: Baseline, met: Sequence[Met], dropped: Sequence[_Standing]) -> Baseline:
    """Give a baseline less the entries that are dropped, and with what has moved in its new place: nothing is added."""
    moved = {standing: article.key for article in met for standing in article.moved}
    leaving = set(dropped)
    files: dict[str, list[Entry]] = defaultdict(list)
    for key, entries in old.files.items():
        for each in entries:
            if (key, each) not in leaving:
                files[moved.get((key, each), key)].append(each)
    return Baseline(old.path, {key: tuple(entries) for key, entries in files.items()})
