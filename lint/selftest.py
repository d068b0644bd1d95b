"""Rule files test themselves: every example of every rule is proved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lint import formats
from lint.annotate.known import NOTHING, Known
from lint.annotate.pipeline import Pipeline
from lint.archive import small
from lint.engine import Engine
from lint.model import Finding, Safety, Span
from lint.rule import Example, Rule
from lint.source import Source


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an example fared: `ok`, and if not, what was expected and found."""

    rule: str
    example: Example
    problem: str = ""

    @property
    def ok(self) -> bool:
        """Say whether the rule did as its example says."""
        return not self.problem


def run(
    rules: Sequence[Rule], selectors: frozenset[str] = frozenset(), pipeline: Pipeline | None = None
) -> tuple[Outcome, ...]:
    """Prove every example of the rules, in order.

    `selectors` are the words a stet may name, by default these rules; `pipeline` is by default the package's own.
    Raise UserErrors if the pipeline is broken.
    """
    pipeline = pipeline or Pipeline()
    known = selectors or frozenset(name for rule in rules for name in (*rule.folders, rule.id))
    return tuple(outcome for rule in rules for outcome in _rule(rule, rules, pipeline, known))


def _rule(rule: Rule, rules: Sequence[Rule], pipeline: Pipeline, known: frozenset[str]) -> Iterator[Outcome]:
    engine = Engine(rules if rule.kind == "stets" else [rule], pipeline, known)
    if missing := engine.skipped.get(rule):
        yield Outcome(rule.id, _nowhere(rule), f"not run: {pipeline.lacking(missing)}")
        return
    if not rule.examples:
        yield Outcome(rule.id, _nowhere(rule), "the rule has no examples: give at least one bad and two ok")
    for example in rule.examples:
        yield Outcome(rule.id, example, _verdict(rule, example, engine))


def _nowhere(rule: Rule) -> Example:
    return Example("", (), rule.place)


def _verdict(rule: Rule, example: Example, engine: Engine) -> str:
    """Say what is wrong with the rule's answer to the example; nothing if all is right."""
    source = Source(f"example{_SUFFIXES.get(example.format, '')}", example.text)
    known = _known(example)
    found = _findings(rule, engine, source, example.format, known)
    spans = tuple(Span(finding.start.offset, finding.end.offset) for finding in found)
    problem = _span_problem(source.text, example.marks, spans)
    if example.known is not None:
        return "" if problem else f"known: {example.known.value} has healed; remove the line"
    if not problem and example.fixed is not None:
        return _fix_problem(rule, example, engine, found, known)
    return problem


def _known(example: Example) -> Known:
    return small.memory(example.archive, example.names) if example.archive or example.names else NOTHING


_SUFFIXES = {"markdown": ".md", "plain": ".txt"}


def _findings(rule: Rule, engine: Engine, source: Source, name: str, known: Known) -> list[Finding]:
    document = formats.read(source, name)
    return [finding for finding in engine.check(document, known).findings if finding.rule == rule.id]


def _span_problem(text: str, wanted: tuple[Span, ...], found: tuple[Span, ...]) -> str:
    if wanted == found:
        return ""
    if not wanted:
        return f"noisy: found {_shown(text, found)}, should find nothing"
    if not found:
        return f"missed: found nothing, should find {_shown(text, wanted)}"
    return f"wrong: found {_shown(text, found)}, should find {_shown(text, wanted)}"


def _shown(text: str, spans: tuple[Span, ...]) -> str:
    return ", ".join(f"“{text[span.start : span.end]}” ({span.start}–{span.end})" for span in spans)


def _fix_problem(rule: Rule, example: Example, engine: Engine, found: Sequence[Finding], known: Known) -> str:
    """Hold the text after the first fix or suggestion of each finding against `fixed`, and lint it again."""
    text = example.text
    for finding in reversed(found):
        if rule.fix is not Safety.DISPLAY and not finding.fixes:
            return "the rule promises a fix, but gives none here"
        if not finding.suggestions:
            return "nothing is suggested"
        text = text[: finding.start.offset] + finding.suggestions[0] + text[finding.end.offset :]
    if text.strip() != (example.fixed or "").strip():
        return f"fixed text is “{text.strip()}”, should be “{(example.fixed or '').strip()}”"
    again = _findings(rule, engine, Source("fixed", text), example.format, known)
    return f"the fixed text is not clean: {again[0].message}" if again else ""
