"""Stets, “let it stand”: suppressions written in the article, and what they hold back.

`<!-- stet claims/vague-source: agreed with legal -->` lets the next block stand, or its own block where it stands
inside one or behind it on the line; `stet start …` and `stet end` enclose a stretch; `stet file …` and the front
matter's `stet` mean it all. Without a name, everything is let stand.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from lint.document import Directive, Document
from lint.errors import did_you_mean
from lint.model import Finding, Span
from lint.rule import Rule, folders_of
from lint.stetplaces import Blocks, name_at, whole

_STET = re.compile(r"stet(?=[\s:,]|\Z)")
_SEPARATOR = re.compile(r"[,\s]+")
_WORDS = frozenset({"start", "end", "file"})
_IDLE = "This stet holds nothing back: remove it."


@dataclass(slots=True, eq=False)
class Stet:
    """One suppression: the selectors it names (none: everything), the source range it covers, its own place.

    `problem` is what is wrong with it as it stands; `used` collects the selectors by which it held something back.
    """

    selectors: tuple[str, ...]
    covers: Span
    place: Span | None
    problem: str = ""
    used: set[str] = field(default_factory=set)

    def holds(self, finding: Finding) -> bool:
        """Say whether the stet lets the finding stand, and remember by which of its words."""
        if not self.covers.overlaps(Span(finding.start.offset, finding.end.offset)):
            return False
        meant = {finding.rule, *folders_of(finding.rule)}.intersection(self.selectors)
        self.used |= meant if self.selectors else {""}
        return bool(meant) or not self.selectors


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a stet: where, what, and the range whose removal mends it."""

    place: Span
    message: str
    removal: Span | None


@dataclass(frozen=True, slots=True)
class Judged:
    """Findings that are told, how many a stet holds back, and what is wrong with the stets themselves."""

    told: tuple[Finding, ...]
    held: int
    problems: tuple[Problem, ...]


def judge(document: Document, findings: Sequence[Finding], rules: Sequence[Rule], known: frozenset[str]) -> Judged:
    """Sort the findings by the document's stets.

    `known` are all selectors, `rules` those that ran; if none did, no stet is said to hold nothing back.
    """
    stets = sorted(_stets(document), key=lambda stet: stet.covers)
    told = tuple(_told(stets, findings))
    ran = _ran(rules, known)
    problems = [problem for stet in stets for problem in _problems(document.source.text, stet, ran, known)]
    return Judged(told, len(findings) - len(told), tuple(problems))


def _ran(rules: Sequence[Rule], known: frozenset[str]) -> frozenset[str]:
    """Give the selectors of which every rule ran: others may well hold back what was not looked for. `all` if none is left."""
    ids = {rule.id for rule in rules}
    touched = {folder for rule in rules for folder in rule.folders}
    left = known - ids - {folder for selector in known for folder in folders_of(selector)}
    partial = {folder for rule_id in left for folder in folders_of(rule_id)}
    whole_run = {"all"} if touched and not touched & partial else set()
    return frozenset(ids | (touched - partial) | whole_run)


def _told(stets: Sequence[Stet], findings: Sequence[Finding]) -> Iterator[Finding]:
    """Give the findings that no stet holds back."""
    starts = [stet.covers.start for stet in stets]
    furthest = list(accumulate((stet.covers.end for stet in stets), max))
    for finding in findings:
        holding = False
        at = bisect_left(starts, finding.end.offset)
        while at and furthest[at - 1] > finding.start.offset:
            at -= 1
            holding |= stets[at].holds(finding)
        if not holding:
            yield finding


def _problems(text: str, stet: Stet, ran: frozenset[str], known: frozenset[str]) -> Iterator[Problem]:
    if stet.place is None:
        return
    if stet.problem:
        yield Problem(stet.place, stet.problem, whole(text, stet.place))
        return
    unknown = [selector for selector in stet.selectors if selector not in known]
    idle = [selector for selector in stet.selectors if selector in ran and selector not in stet.used]
    if not stet.selectors and "all" in ran and not stet.used:
        yield Problem(stet.place, _IDLE, whole(text, stet.place))
    elif stet.selectors and len(unknown) + len(idle) == len(stet.selectors):
        message = _unknown(unknown[0], known) if unknown else _IDLE
        yield Problem(stet.place, message, whole(text, stet.place))
    else:
        yield from (_of_name(text, stet.place, name, _unknown(name, known)) for name in unknown)
        yield from (_of_name(text, stet.place, name, f"This stet holds nothing of {name} back.") for name in idle)


def _unknown(selector: str, known: frozenset[str]) -> str:
    return f"There is no rule “{selector}”. {did_you_mean(selector, known)}".rstrip()


def _of_name(text: str, place: Span, name: str, message: str) -> Problem:
    found = name_at(text, place, name)
    return Problem(found[0], message, found[1]) if found else Problem(place, message, None)


def _stets(document: Document) -> Iterator[Stet]:
    everything = Span(0, len(document.source.text))
    if "stet" in document.meta:
        yield Stet(_selectors(document.meta["stet"]), everything, document.meta_spans.get("stet"))
    told = [(directive, _words(directive.text)) for directive in document.directives if _STET.match(directive.text)]
    blocks = Blocks(document) if told else None
    yield from _pairs([(directive, words) for directive, words in told if words[0] in ("start", "end")], everything)
    for directive, (word, selectors) in told:
        if word == "file":
            yield Stet(selectors, everything, directive.span)
        elif not word and blocks:
            yield Stet(selectors, blocks.at(directive.span), directive.span)


def _pairs(told: Sequence[tuple[Directive, tuple[str, tuple[str, ...]]]], everything: Span) -> Iterator[Stet]:
    """Give the stets that enclose a stretch. A “stet end” that names what it closes closes that."""
    opened: list[tuple[tuple[str, ...], Span]] = []
    for directive, (word, selectors) in told:
        if word == "start":
            opened.append((selectors, directive.span))
            continue
        at = next((at for at in reversed(range(len(opened))) if not selectors or opened[at][0] == selectors), None)
        if at is None:
            yield Stet((), Span(0, 0), directive.span, "This “stet end” closes nothing: remove it.")
        else:
            names, start = opened.pop(at)
            yield Stet(names, Span(start.start, directive.span.end), start)
    for names, start in opened:
        covers = Span(start.start, everything.end)
        yield Stet(names, covers, start, "This “stet start” is never closed: add “stet end”.")


def _words(text: str) -> tuple[str, tuple[str, ...]]:
    """Give the word that says how far a stet reaches, if it has one, and its selectors."""
    selectors = _selectors(text.removeprefix("stet"))
    return (selectors[0], selectors[1:]) if selectors and selectors[0] in _WORDS else ("", selectors)


def _selectors(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in _SEPARATOR.split(text.partition(":")[0]) if word))
