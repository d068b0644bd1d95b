"""Which findings are known, and what becomes of a baseline when articles have changed."""

import os
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from lint.baseline.excerpt import entry, sides
from lint.baseline.model import Baseline, Entry
from lint.errors import Place, UserError
from lint.model import Finding, Severity
from lint.report import FileReport, Report

Standing = tuple[str, Entry]
"""An entry with the path of its article, as the baseline has it."""


@dataclass(frozen=True, slots=True)
class Met:
    """An article held against a baseline: what is known of it, with the entries it is known by, and what is new.

    `key` is the path of the article in the baseline; the entries may stand under another.
    """

    key: str
    file: FileReport
    known: tuple[tuple[Finding, Standing], ...]
    new: tuple[Finding, ...]

    @property
    def standings(self) -> frozenset[Standing]:
        """The entries that the article was found to hold."""
        return frozenset(standing for _, standing in self.known)


def match(report: Report, baseline: Baseline) -> list[Met]:
    """Hold the articles of a report against a baseline. A finding is known, one entry for each,

    - where the baseline has its fingerprint under the path of its article;
    - where it has, beside those, the same words with the same before or after them: then the other side was edited;
    - where it has its fingerprint under the path of an article that is gone: then the article was renamed.
    """
    homeless = cache(partial(_homeless, baseline))
    return [_met(file, baseline, homeless) for file in report.files]


def _met(file: FileReport, baseline: Baseline, homeless: Callable[[], Mapping[str, Standing]]) -> Met:
    key = baseline.key(file.path)
    own = {each.fingerprint: each for each in baseline.files.get(key, ())}
    known = {each.fingerprint: (key, own.pop(each.fingerprint)) for each in file.findings if each.fingerprint in own}
    alike = _Alike(own.values())
    for finding in file.findings:
        if finding.fingerprint in known:
            continue
        if other := alike.take(entry(file, finding)):
            known[finding.fingerprint] = key, other
        elif finding.fingerprint in homeless():
            known[finding.fingerprint] = homeless()[finding.fingerprint]
    return Met(
        key,
        file,
        tuple((each, known[each.fingerprint]) for each in file.findings if each.fingerprint in known),
        tuple(each for each in file.findings if each.fingerprint not in known),
    )


class _Alike:
    """Entries to be found by one of their sides, each once."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._left = dict.fromkeys(entries)
        self._by_side: Mapping[tuple[str, ...], deque[Entry]] = defaultdict(deque)
        for each in self._left:
            for side in sides(each):
                self._by_side[side].append(each)

    def take(self, wanted: Entry) -> Entry | None:
        """Give the first entry that shares a side with the wanted one, and give it no more."""
        for side in sides(wanted):
            while others := self._by_side.get(side):
                if (other := others.popleft()) in self._left:
                    del self._left[other]
                    return other
        return None


def _homeless(baseline: Baseline) -> dict[str, Standing]:
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


def stale(report: Report, baseline: Baseline, met: Sequence[Met], paths: Sequence[str]) -> list[Standing]:
    """Give the entries that a check of `paths` should have met and did not: they are fixed, or their articles gone."""
    return sorted([*_fixed(report, baseline, met), *_gone(baseline, met, paths)])


def _fixed(report: Report, baseline: Baseline, met: Sequence[Met]) -> Iterator[Standing]:
    """Give the entries that were looked for in the articles of a report and not found."""
    unread = {each.path for each in report.skipped}
    unasked = {each.path for each in report.skipped_rules}
    for article in met:
        found = article.standings
        entries = baseline.files.get(article.key, ()) if article.file.path not in unread else ()
        yield from ((article.key, e) for e in entries if (article.key, e) not in found and e.rule not in unasked)


def _gone(baseline: Baseline, met: Sequence[Met], paths: Sequence[str]) -> Iterator[Standing]:
    """Give the entries of articles below `paths` that are gone; those that were met in another article left out."""
    moved = frozenset[Standing]().union(*(article.standings for article in met))
    is_below = _below(baseline, paths)
    for key, entries in baseline.files.items():
        if is_below(key) and not baseline.is_there(key):
            yield from ((key, each) for each in entries if (key, each) not in moved)


def _below(baseline: Baseline, paths: Sequence[str]) -> Callable[[str], bool]:
    """Give what says of a path of the baseline whether it lies at or below one of `paths`, named from where we are."""
    above = {Path(os.path.abspath(path)) for path in paths}  # noqa: PTH100

    def is_below(key: str) -> bool:
        whole = Path(os.path.normpath(os.path.join(baseline.root, key)))  # noqa: PTH118
        return whole in above or not above.isdisjoint(whole.parents)

    return is_below


def written(report: Report, old: Baseline, paths: Sequence[str], least: Severity) -> Baseline:
    """Give a baseline of all findings of a report at a severity or above it; beyond `paths`, what the old one has."""
    is_below = _below(old, paths)
    files = {key: entries for key, entries in old.files.items() if not is_below(key)}
    for file in report.files:
        files[old.key(file.path)] = tuple(entry(file, each) for each in at_least(least, file.findings))
    return Baseline(old.path, files)


def at_least(least: Severity, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Give the findings at a severity or above it."""
    return (finding for finding in findings if finding.severity.rank >= least.rank)


def updated(old: Baseline, met: Sequence[Met], dropped: Sequence[Standing]) -> Baseline:
    """Give a baseline less the entries that are dropped; those that were met are brought up to date, none is added."""
    leaving = {*dropped, *(standing for article in met for standing in article.standings)}
    files = {key: [each for each in entries if (key, each) not in leaving] for key, entries in old.files.items()}
    for article in met:
        files.setdefault(article.key, []).extend(
            known if known.fingerprint == finding.fingerprint else entry(article.file, finding)
            for finding, (_, known) in article.known
        )
    return Baseline(old.path, {key: tuple(entries) for key, entries in files.items()})
