"""The engine: a plan compiled once, then reading after reading turned into findings."""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lint import stets, templates
from lint.annotate.known import NOTHING, Known
from lint.annotate.layers import Layer
from lint.annotate.pipeline import LONGEST, Pipeline
from lint.annotate.profiled import ProfiledReading
from lint.annotate.reading import Reading
from lint.document import Document, Notice
from lint.kinds import registry
from lint.model import Coverage, Edit, Finding, Fix, Related, Safety, Severity
from lint.profiling import OFF, Unmeasured
from lint.rule import Finder, Hit, Quotes, Rule
from lint.source import Source
from lint.sourcemap import OPAQUE_CHARACTER

_WORD = re.compile(r"\w+")
_SIC = re.compile(r"[”’\"']?\s*[\[(]sic[\])]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Checked:
    """What the engine made of one document: findings sorted by place, and how many a stet held back.

    `foreign` says that the article is not in English, so that nothing was looked for; `notices` what was not read.
    """

    findings: tuple[Finding, ...]
    stet: int
    foreign: bool
    notices: tuple[Notice, ...] = ()


class Engine:
    """Rules ready to run. `skipped` tells which cannot, for want of an annotation the pipeline does not give."""

    def __init__(
        self, rules: Sequence[Rule], pipeline: Pipeline, selectors: frozenset[str], watch: Unmeasured = OFF
    ) -> None:
        """Take the planned rules, and load what they need; `selectors` are all words that may stand in a stet.

        A running `watch` measures rules and annotations. Raise UserErrors if the pipeline is broken.
        """
        self.skipped = {rule: missing for rule in rules if rule.needs and (missing := rule.needs - pipeline.provides)}
        self.rules = tuple(rule for rule in rules if rule not in self.skipped)
        self._pipeline = pipeline
        self._selectors = selectors
        self._needs = frozenset[str]().union(*(rule.needs for rule in self.rules))
        pipeline.load(self._needs)
        self._watch = watch
        self._finders = _finders(self.rules, pipeline, apart=watch.running)
        self._second = frozenset(rule.id for rule in self.rules if Layer.EVIDENCE in rule.needs)

    def check(self, document: Document, known: Known = NOTHING) -> Checked:
        """Give what the rules find in the document, less what its stets let stand; `known` is what older articles tell."""
        reading = self._reading(document, known)
        found = _first_opinions(list(self._found(reading)), self._second)
        judged = stets.judge(document, found, self.rules if reading.is_english else (), self._selectors)
        told = [*_without_twins(judged.told), *self._about_stets(document.source, judged)]
        findings = _with_fingerprints(sorted(told, key=_order))
        return Checked(findings, judged.held, not reading.is_english, tuple(_cut(reading)))

    def _found(self, reading: Reading) -> Iterator[Finding]:
        for name, finder in self._finders.items():
            for rule, hit in self._watch.over(finder(reading), name):
                if finding := _finding(reading, rule, hit):
                    yield finding

    def _reading(self, document: Document, known: Known) -> Reading:
        if self._watch.running:
            return ProfiledReading(document, self._pipeline, self._needs, known, self._watch)
        return Reading(document, self._pipeline, self._needs, known)

    def _about_stets(self, source: Source, judged: stets.Judged) -> Iterator[Finding]:
        for rule in self.rules:
            if rule.kind == "stets":
                yield from (_of_stet(source, rule, problem) for problem in judged.problems)


def _cut(reading: Reading) -> Iterator[Notice]:
    """Tell of the blocks that are too long to be read whole."""
    for block in reading.blocks:
        if len(block.text) > LONGEST:
            span = block.span(LONGEST, len(block.text))
            yield Notice(f"A block of text was read up to its {LONGEST:,}th character.", span, broken=False)


def _finders(rules: Sequence[Rule], pipeline: Pipeline, *, apart: bool) -> dict[str, Finder]:
    """Give a finder a kind or, to measure them `apart`, a rule, save for the kinds that look for all rules at once."""
    groups: Mapping[tuple[str, str], list[Rule]] = defaultdict(list)
    for rule in rules:
        alone = apart and rule.kind not in registry.INDEXED
        groups[rule.kind, f"rule: {rule.id}" if alone else f"rules: all of kind {rule.kind}"].append(rule)
    return {name: registry.KINDS[kind].finder(group, pipeline) for (kind, name), group in groups.items()}


def _order(finding: Finding) -> tuple[int, int, str]:
    return finding.start.offset, finding.end.offset, finding.rule


def _finding(reading: Reading, rule: Rule, hit: Hit) -> Finding | None:
    """Turn a hit into a finding; None where the rule does not look, or the words are not the author's to change."""
    text = hit.block.text[hit.start : hit.end]
    if hit.block.kind not in rule.blocks or OPAQUE_CHARACTER in text or _SIC.match(hit.block.text, hit.end):
        return None
    quoted = rule.quotes is not Quotes.SAME and reading.quoted(hit.block, hit.start, hit.end)
    if quoted and rule.quotes is Quotes.SKIP:
        return None
    severity = rule.severity.capped(hit.severity or rule.severity)
    values = {"match": text, **hit.values}
    suggestions = _suggestions(rule, hit, values)
    span, source = hit.block.span(hit.start, hit.end), reading.document.source
    return Finding(
        rule=rule.id,
        severity=Severity.SUGGESTION if quoted else severity,
        confidence=rule.confidence,
        message=templates.render(hit.message or rule.message, values),
        text=source.text[span.start : span.end],
        block=hit.block.kind.value,
        start=source.position(span.start),
        end=source.position(span.end),
        suggestions=suggestions,
        fixes=() if quoted else tuple(_fixes(reading, rule, hit, suggestions)),
        related=tuple(_related(source, hit)),
        fingerprint=_context(rule, hit.block.text, hit.start, hit.end),
    )


def _suggestions(rule: Rule, hit: Hit, values: Mapping[str, str]) -> tuple[str, ...]:
    raw = hit.suggestions if hit.suggestions is not None else rule.suggest
    rendered = (templates.render(text, values) for text in raw)
    return tuple(dict.fromkeys(templates.like_case(values["match"], text) for text in rendered))


def _fixes(reading: Reading, rule: Rule, hit: Hit, suggestions: tuple[str, ...]) -> Iterator[Fix]:
    """Give the fix by the first suggestion. Where there are others, none is certain: the fix is not safe."""
    if rule.fix is Safety.DISPLAY or not suggestions or not hit.block.prose.editable(hit.start, hit.end):
        return
    if reading.between_marks(hit.block, *_changed(hit, suggestions[0])):
        return
    span = hit.block.span(hit.start, hit.end)
    title = f"Write “{suggestions[0]}”" if suggestions[0] else "Remove it"
    safety = rule.fix if len(suggestions) == 1 else Safety.UNSAFE
    yield Fix(title, safety, (Edit(span.start, span.end, suggestions[0]),))


def _changed(hit: Hit, suggestion: str) -> tuple[int, int]:
    """Give the range of the prose that a suggestion changes: it may repeat words at either end of the hit."""
    text = hit.block.text[hit.start : hit.end]
    same = _shared(text, suggestion)
    return hit.start + same, hit.end - _shared(text[same:][::-1], suggestion[same:][::-1])


def _shared(left: str, right: str) -> int:
    """Give the length of what two texts begin with alike."""
    pairs = enumerate(zip(left, right, strict=False))
    return next((number for number, (one, other) in pairs if one != other), min(len(left), len(right)))


def _related(source: Source, hit: Hit) -> Iterator[Related]:
    for pointer in hit.related:
        span = pointer.block.span(pointer.start, pointer.end)
        yield Related(pointer.message, source.position(span.start), source.position(span.end))


def _of_stet(source: Source, rule: Rule, problem: stets.Problem) -> Finding:
    place, removal = problem.place, problem.removal
    fixes = (Fix("Remove it", rule.fix, (Edit(removal.start, removal.end, ""),)),) if removal else ()
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        confidence=rule.confidence,
        message=templates.render(rule.message, {"problem": problem.message}),
        text=source.text[place.start : place.end],
        block="comment",
        start=source.position(place.start),
        end=source.position(place.end),
        suggestions=(),
        fixes=fixes if rule.fix is not Safety.DISPLAY else (),
        related=(),
        fingerprint=_context(rule, source.text[place.start : place.end], 0, place.end - place.start),
    )


def _context(rule: Rule, text: str, start: int, end: int) -> str:
    """Give what tells a finding from others wherever it stands: rule, words, three words of its block either side."""
    before = _WORD.findall(text[max(0, start - 60) : start])[-3:]
    after = _WORD.findall(text[end : end + 60])[:3]
    return "\x1f".join((rule.id, text[start:end], *before, "\x1e", *after))


def _first_opinions(findings: Sequence[Finding], second: frozenset[str]) -> list[Finding]:
    """Leave out what the rules of a second opinion say where another rule of their family has spoken."""
    spoken: Mapping[str, list[tuple[int, int]]] = defaultdict(list)
    for finding in findings:
        if finding.rule not in second:
            spoken[_family(finding)].append((finding.start.offset, finding.end.offset))
    taken = {family: Coverage(ranges) for family, ranges in spoken.items()}

    def told(finding: Finding) -> bool:
        others = taken.get(_family(finding))
        return finding.rule not in second or not (others and others.meets(finding.start.offset, finding.end.offset))

    return [finding for finding in findings if told(finding)]


def _family(finding: Finding) -> str:
    return finding.rule.partition("/")[0]


def _without_twins(findings: Sequence[Finding]) -> list[Finding]:
    """Of findings that say the same of the same words, keep the gravest, and the first of those by rule."""
    best: dict[object, Finding] = {}
    for finding in sorted(findings, key=lambda item: (-item.severity.rank, item.rule)):
        said = finding.suggestions[:1] or (finding.rule, finding.message)
        best.setdefault((finding.start.offset, finding.end.offset, said), finding)
    return list(best.values())


def _with_fingerprints(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Turn each finding's context into its fingerprint; twins are told apart by their order."""
    seen: Counter[str] = Counter()
    named = []
    for finding in findings:
        seen[finding.fingerprint] += 1
        key = f"{finding.fingerprint}\x1f{seen[finding.fingerprint]}"
        named.append(replace(finding, fingerprint=hashlib.sha256(key.encode()).hexdigest()[:16]))
    return tuple(named)
