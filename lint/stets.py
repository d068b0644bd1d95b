"""Stets, “let it stand”: suppressions written in the article, and what they hold back.

`<!-- stet claims/vague-source: agreed with legal -->` lets the next block stand, or its own block where it stands
inside one; `stet start …` and `stet end` enclose a stretch; `stet file …` and the front matter's `stet` mean it all.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lint.document import Document
from lint.errors import did_you_mean
from lint.model import Finding, Span
from lint.rule import Rule

_STET = re.compile(r"stet\b\s*(?:(start|end|file)\b)?\s*([^:]*?)\s*(?::\s*(.*))?$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Stet:
    """One suppression: the selectors it names (none: everything), the source range it covers, its own place."""

    selectors: tuple[str, ...]
    covers: Span
    place: Span | None
    problem: str = ""

    def holds(self, finding: Finding) -> bool:
        """Say whether the stet lets the finding stand."""
        inside = self.covers.start <= finding.start.offset and finding.end.offset <= self.covers.end
        family = finding.rule.split("/", 1)[0]
        return inside and (not self.selectors or finding.rule in self.selectors or family in self.selectors)


@dataclass(frozen=True, slots=True)
class Judged:
    """Findings that are told, how many a stet holds back, and what is wrong with the stets themselves."""

    told: tuple[Finding, ...]
    held: int
    problems: tuple[tuple[Span, str], ...]


def judge(document: Document, findings: Sequence[Finding], rules: Sequence[Rule], known: frozenset[str]) -> Judged:
    """Sort the findings by the document's stets. `known` are all selectors, `rules` those that ran."""
    stets = tuple(_stets(document))
    told: list[Finding] = []
    used: set[Stet] = set()
    for finding in findings:
        holding = [stet for stet in stets if stet.holds(finding)]
        used.update(holding)
        if not holding:
            told.append(finding)
    problems = [
        (stet.place, problem)
        for stet in stets
        if stet.place and (problem := stet.problem or _problem(stet, rules, known, used=stet in used))
    ]
    return Judged(tuple(told), len(findings) - len(told), tuple(problems))


def _problem(stet: Stet, rules: Sequence[Rule], known: frozenset[str], *, used: bool) -> str:
    for selector in stet.selectors:
        if selector not in known:
            return f"There is no rule “{selector}”. {did_you_mean(selector, known)}".rstrip()
    ran = {rule.id for rule in rules} | {rule.family for rule in rules}
    if used or not ran.issuperset(stet.selectors):
        return ""
    return "This stet holds nothing back: remove it."


def _stets(document: Document) -> Iterator[Stet]:
    everything = Span(0, len(document.source.text))
    if "stet" in document.meta:
        yield Stet(_selectors(document.meta["stet"]), everything, None)
    waiting: list[tuple[tuple[str, ...], Span]] = []
    for directive in document.directives:
        match = _STET.match(directive.text)
        if not match:
            continue
        word, selectors = match[1], _selectors(match[2])
        if word == "start":
            waiting.append((selectors, directive.span))
        elif word == "end" and waiting:
            opened, start = waiting.pop()
            yield Stet(opened, Span(start.start, directive.span.end), start)
        elif word == "end":
            yield Stet((), Span(0, 0), directive.span, "This “stet end” closes nothing: remove it.")
        else:
            yield Stet(selectors, everything if word == "file" else _block_at(document, directive.span), directive.span)
    for selectors, start in waiting:
        covers = Span(start.start, everything.end)
        yield Stet(selectors, covers, start, "This “stet start” is never closed: add “stet end”.")


def _selectors(text: str) -> tuple[str, ...]:
    return tuple(word for word in re.split(r"[,\s]+", text.split(":", 1)[0]) if word)


def _block_at(document: Document, place: Span) -> Span:
    """Give the source range of the block that holds the comment, or else of the next one."""
    for block in document.blocks:
        span = block.span(0, len(block.text))
        if span.end >= place.end:
            return span
    return Span(place.end, place.end)
