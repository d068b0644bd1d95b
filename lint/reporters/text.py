"""The report as text for people: each finding in its line, its words underlined, and what was held back."""

from collections.abc import Iterable, Iterator, Sequence

from lint.model import Finding, Severity
from lint.report import FileReport, Report, Skipped
from lint.reporters.excerpt import excerpt
from lint.reporters.terminal import clip, visible, width, wrap
from lint.reporters.view import Look, View
from lint.reporters.wording import count, pointers, suggested

_LONGEST_MESSAGE = 800
_MOST_NAMES = 3
_NARROWEST = 40
_BOLD, _DIM = "1", "2"
_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.SUGGESTION: "36"}


def render(report: Report, view: View) -> str:
    """Give the report as text, each line ended; empty if there is nothing to say."""
    look = view.look
    look = Look(max(look.width, _NARROWEST), look.color, look.shown, look.summary)
    lines: list[str] = []
    for file in report.files:
        findings = look.findings(file)
        if findings:
            lines += [*_file(file, findings, look), ""]
    if look.summary:
        lines += _summary(report, look)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _file(file: FileReport, findings: Sequence[Finding], look: Look) -> Iterator[str]:
    yield painted(visible(file.path), _BOLD, look)
    gutter = max(len(_place(finding)) for finding in findings) + 4
    for finding in findings:
        yield from _finding(file.source.text, finding, gutter, look)


def _place(finding: Finding) -> str:
    return f"{finding.start.line}:{finding.start.column}"


def _finding(text: str, finding: Finding, gutter: int, look: Look) -> Iterator[str]:
    color, margin = _COLORS[finding.severity], " " * gutter
    piece = excerpt(text, finding, look.width - gutter)
    marks = "~" * piece.length or "^"
    words = painted(piece.words, f"{_BOLD};{color}", look)
    yield f"  {_place(finding)}".ljust(gutter) + piece.before + words + piece.after
    yield margin + " " * piece.indent + painted(marks, color, look)
    label = painted(finding.severity.value.ljust(look.label), f"{_BOLD};{color}", look)
    first, *others = _with_rule(_told(finding, look.width - gutter - look.label), finding, gutter, look)
    yield margin + label + first
    yield from (margin + " " * look.label + line for line in others)


def _told(finding: Finding, limit: int) -> list[str]:
    """Give message, suggestions and related places, broken into lines."""
    parts = [clip(visible(finding.message), _LONGEST_MESSAGE), suggested(finding.suggestions), *pointers(finding)]
    return [line for part in parts if part for line in wrap(part, limit)]


def _with_rule(lines: list[str], finding: Finding, gutter: int, look: Look) -> list[str]:
    """Put the rule's id at the right edge, on the last line if there is room and on one of its own if not."""
    rule = visible(finding.rule)
    room = look.width - gutter - look.label
    if width(lines[-1]) + 2 + width(rule) > room:
        lines = [*lines, ""]
    gap = max(0, room - width(lines[-1]) - width(rule))
    return [*lines[:-1], lines[-1] + " " * gap + painted(rule, _DIM, look)]


def painted(text: str, style: str, look: Look) -> str:
    """Dress a text in a style (an SGR code) where the look has colour."""
    return f"\x1b[{style}m{text}\x1b[0m" if look.color and text else text


def _summary(report: Report, look: Look) -> list[str]:
    for_notices = [f"note: {visible(str(notice))}" for notice in report.notices]
    for_rules = _skips(report.skipped_rules, "rule was not run", "rules were not run")
    for_files = _skips(report.skipped, "file was skipped", "files were skipped")
    parts = [_verdict(report, look), *_held_back(report, look)]
    if report.errors:
        parts.append(f"{count(len(report.errors), 'problem')} on the way: exit status 2.")
    return [*for_notices, *for_files, *for_rules, *_fixed(report), " ".join(parts)]


def _fixed(report: Report) -> Iterator[str]:
    """Tell how many findings were fixed in each file, by rule."""
    for file in report.files:
        if file.fixed:
            rules = ", ".join(f"{number:,} {visible(rule)}" for rule, number in file.fixed)
            yield f"fixed: {visible(file.path)}: {rules}"


def _verdict(report: Report, look: Look) -> str:
    if not report.files:
        return "Nothing was checked."
    counts = report.counts()
    found = [
        painted(count(counts[severity], severity.value), _COLORS[severity], look)
        for severity in sorted(_COLORS, key=lambda severity: -severity.rank)
        if counts[severity] and severity.rank >= look.shown.rank
    ]
    where = f"in {count(len(report.files), 'article')} ({count(report.words, 'word')})"
    return f"{', '.join(found) or 'Nothing to query'} {where}."


def _held_back(report: Report, look: Look) -> Iterator[str]:
    hidden = sum(number for severity, number in report.counts().items() if severity.rank < look.shown.rank)
    if hidden:
        yield f"{count(hidden, 'suggestion')} held back: --all shows {'it' if hidden == 1 else 'them'}."
    if report.fixed:
        yield f"{count(report.fixed, 'finding')} fixed."
    stets = sum(file.stet for file in report.files)
    if stets:
        yield f"{count(stets, 'finding')} left to stand by a stet."
    known = sum(file.baseline for file in report.files)
    if known:
        yield f"{count(known, 'finding')} known from the baseline."


def _skips(skipped: Iterable[Skipped], one: str, many: str) -> Iterator[str]:
    """Tell how many were skipped for each reason, by name where they are few."""
    by_reason: dict[str, list[str]] = {}
    for each in skipped:
        by_reason.setdefault(each.reason, []).append(visible(each.path))
    for reason, names in by_reason.items():
        told = f": {', '.join(names)}" if len(names) <= _MOST_NAMES else ""
        yield f"{len(names):,} {one if len(names) == 1 else many} ({visible(reason)}){told}."
