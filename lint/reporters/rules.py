"""Rules told to people and programs: one explained, all listed, their examples proved."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from lint.model import Safety, Span
from lint.reporters.terminal import clip, visible, width, wrap
from lint.reporters.text import painted
from lint.reporters.view import Look
from lint.reporters.wording import count
from lint.rule import Example, Option, OptionSpec, Rule
from lint.selftest import Outcome

_BOLD, _DIM, _RED, _GREEN = "1", "2", "31", "32"
_MARGIN = 10


def explanation(rule: Rule, look: Look) -> str:
    """Tell what a rule finds, why, by its examples, and how to silence it."""
    facts = [rule.severity.value, f"{rule.confidence.value} confidence", f"since {rule.since}"]
    facts += [f"{rule.fix.value} fix"] if rule.fix is not Safety.DISPLAY else []
    facts += [f"needs {', '.join(sorted(rule.needs))}"] if rule.needs else []
    facts += [] if rule.on else ["off until a pack or the configuration turns it on"]
    lines = [
        painted(rule.id, _BOLD, look),
        *wrap(visible(rule.summary), look.width),
        painted(" · ".join(facts), _DIM, look),
        "",
        *wrap(visible(rule.why), look.width),
        "",
        *(line for example in rule.examples for line in _example(example, look)),
        *_options(rule, look),
        *_silencing(rule, look),
        *_labelled("source", visible(rule.source), look),
    ]
    return _ended(lines)


def _example(example: Example, look: Look) -> Iterator[str]:
    label = "bad" if example.marks else "ok"
    known = f" (known weakness: {example.known.value})" if example.known else ""
    yield from _labelled(label, marked(example.text.strip("\n"), example.marks) + known, look)
    if example.fixed is not None:
        yield from _labelled("fixed", visible(example.fixed.strip("\n")), look)


def marked(text: str, marks: Sequence[Span]) -> str:
    """Give the text, made visible, with «marks» around the spans: they show without colour too."""
    pieces, at = [], 0
    for mark in marks:
        pieces += [text[at : mark.start], "«", text[mark.start : mark.end], "»"]
        at = mark.end
    return visible("".join([*pieces, text[at:]]))


def _labelled(label: str, text: str, look: Look) -> Iterator[str]:
    color = {"bad": _RED, "ok": _GREEN, "fixed": _GREEN}.get(label, _BOLD)
    first, *others = wrap(" ".join(text.split()), look.width - _MARGIN)
    yield "  " + painted(label.ljust(_MARGIN - 2), color, look) + first
    yield from (" " * _MARGIN + line for line in others)


def _options(rule: Rule, look: Look) -> Iterator[str]:
    for name, spec in rule.declared.items():
        yield from ["", *_labelled("option", f"{name}: {_shown(rule.options[name])}", look)]
        told = f"{visible(spec.help)} ({visible(spec.wanted)})" if spec.help else visible(spec.wanted)
        yield from (" " * _MARGIN + line for line in wrap(told, look.width - _MARGIN))


def _shown(value: Option) -> str:
    return f"[{', '.join(map(visible, value))}]" if isinstance(value, tuple) else visible(str(value))


def _silencing(rule: Rule, look: Look) -> Iterator[str]:
    yield ""
    yield from _labelled("here", f"<!-- stet {rule.id}: why --> in the block or before it", look)
    yield from _labelled("file", f"<!-- stet file {rule.id}: why -->", look)
    yield from _labelled("always", f"rules: {{{rule.id}: off}} in .copydesk.yaml", look)


def table(rules: Sequence[Rule], look: Look, *, defaults: bool = True) -> str:
    """List rules one a line: id, severity, summary, what it needs of the language.

    With `defaults`, those that are off until somebody turns them on say so in place of the severity.
    """
    names = max((width(rule.id) for rule in rules), default=0)
    states = [rule.severity.value if rule.on or not defaults else "off" for rule in rules]
    column = max(map(len, states), default=0)
    room = max(20, look.width - names - column - 4)
    lines = [
        f"{rule.id}{' ' * (names - width(rule.id))}  {state.ljust(column)}  {clip(visible(_summary(rule)), room)}"
        for rule, state in zip(rules, states, strict=True)
    ]
    return _ended(lines)


def _summary(rule: Rule) -> str:
    return f"{rule.summary} (needs {', '.join(sorted(rule.needs))})" if rule.needs else rule.summary


def listing(rules: Sequence[Rule]) -> str:
    """List rules as one line of JSON."""
    return json.dumps([_as_data(rule) for rule in rules]) + "\n"


def _as_data(rule: Rule) -> dict[str, Any]:
    return {
        "rule": rule.id,
        "family": rule.family,
        "kind": rule.kind,
        "summary": rule.summary,
        "severity": rule.severity,
        "confidence": rule.confidence,
        "default": rule.on,
        "needs": sorted(rule.needs),
        "quotes": rule.quotes,
        "fix": rule.fix,
        "options": {name: list(value) if isinstance(value, tuple) else value for name, value in rule.options.items()},
        "option_details": {name: _described(spec) for name, spec in rule.declared.items()},
        "why": rule.why,
        "source": rule.source,
        "since": rule.since,
    }


def _described(spec: OptionSpec) -> dict[str, Any]:
    return {"help": spec.help, "min": spec.least, "max": spec.most, "choices": list(spec.choices)}


def proof(outcomes: Sequence[Outcome], look: Look) -> str:
    """Tell which examples failed, where they stand and what was expected; then how many were proved."""
    failed = [outcome for outcome in outcomes if not outcome.ok]
    lines = [line for outcome in failed for line in _failure(outcome, look)]
    rules = count(len({outcome.rule for outcome in outcomes}), "rule")
    verdict = painted(f"{count(len(failed), 'failure')}:", _RED, look) if failed else painted("All good:", _GREEN, look)
    known = sum(outcome.example.known is not None for outcome in outcomes)
    weak = f", {known:,} of them known weaknesses" if known else ""
    return _ended([*lines, f"{verdict} {count(len(outcomes), 'example')} of {rules}{weak}."])


def _failure(outcome: Outcome, look: Look) -> Iterator[str]:
    yield f"{painted(visible(str(outcome.example.place)), _BOLD, look)}: {visible(outcome.rule)}"
    if outcome.example.text:
        yield f"    {clip(marked(outcome.example.text.strip(), outcome.example.marks), look.width - 4)}"
    yield from (f"    {line}" for line in wrap(visible(outcome.problem), look.width - 4))
    yield ""


def _ended(lines: Sequence[str]) -> str:
    return "".join(f"{line.rstrip()}\n" for line in lines)
