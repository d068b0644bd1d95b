"""Rules as pages of Markdown: one a rule, made from its file, and a page that lists them all."""

import re
from collections.abc import Iterator, Mapping, Sequence

from lint.measures import Measure
from lint.model import Safety
from lint.reporters.rules import marked
from lint.rule import Example, Option, Rule

_BACKTICKS = re.compile(r"`+")
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")


def page(rule: Rule, measure: Measure | None = None) -> str:
    """Give a rule's page: what it finds, why, how sure it is, its examples, its options, how to silence it."""
    lines = [f"# {rule.id}", "", _plain(rule.summary) + ".", "", _facts(rule), ""]
    lines += [_plain(rule.why), "", *_measured(measure), "## Examples", ""]
    lines += [line for example in rule.examples for line in _example(example)]
    lines += [*_options(rule), "## Letting it stand", "", *_silencing(rule), ""]
    lines += ["## Where it comes from", "", _plain(rule.source)]
    return "\n".join(lines) + "\n"


def _facts(rule: Rule) -> str:
    facts = [f"**{rule.severity.value}**" if rule.on else f"**off** until it is turned on, then {rule.severity.value}"]
    facts += [f"{rule.confidence.value} confidence", f"since {rule.since}"]
    facts += [f"{rule.fix.value} fix"] if rule.fix is not Safety.DISPLAY else []
    facts += [f"needs {', '.join(sorted(rule.needs))}"] if rule.needs else []
    return " · ".join(facts)


def _measured(measure: Measure | None) -> Iterator[str]:
    if measure and measure.words:
        yield from [f"In {measure.words:,} words of edited text: {told(measure)}.", ""]


def told(measure: Measure) -> str:
    """Say how often a rule fired, and how many of the findings that somebody read were right."""
    findings = f"{measure.findings:,} finding{'' if measure.findings == 1 else 's'}"
    findings += f" and {measure.lowered:,} only suggested" if measure.lowered else ""
    if not measure.judged:
        return findings
    return f"{findings}, {measure.right} right of {measure.judged} read"


def _example(example: Example) -> Iterator[str]:
    label = "Found" if example.marks else "Not found"
    known = f" (a known weakness: {example.known.value})" if example.known else ""
    yield from [f"{label}{known}:", "", *_fenced(marked(example.text.strip("\n"), example.marks)), ""]
    if example.fixed is not None:
        yield from ["After the fix:", "", *_fenced(example.fixed.strip("\n")), ""]


def _fenced(text: str) -> list[str]:
    fence = "`" * max(3, 1 + max(map(len, _BACKTICKS.findall(text)), default=0))
    return [f"{fence}text", text, fence]


def _options(rule: Rule) -> Iterator[str]:
    if rule.declared:
        yield from ["## Options", "", "| option | by default | may be | what it is |", "|---|---|---|---|"]
        for name, spec in rule.declared.items():
            cells = (_plain(_value(rule.options[name])), _plain(spec.wanted), _plain(spec.help))
            yield f"| `{name}` | {' | '.join(cells)} |"
        yield ""


def _value(value: Option) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _silencing(rule: Rule) -> list[str]:
    return [
        *("In the block, or before it:", "", *_fenced(f"<!-- stet {rule.id}: why -->"), ""),
        *("In the whole repository, in `.copydesk.yaml`:", "", *_fenced(f"rules: {{{rule.id}: off}}")),
    ]


def index(rules: Sequence[Rule], measures: Mapping[str, Measure], folder: str = "") -> str:
    """Give a page that lists the rules by family, with what was measured. Where `folder` is given, each leads to its page."""
    families: dict[str, list[Rule]] = {}
    for rule in rules:
        families.setdefault(rule.family, []).append(rule)
    lines = ["# Rules"]
    for family, members in families.items():
        lines += ["", f"## {family}", "", "| rule | finds | level | measured |", "|---|---|---|---|"]
        lines += [_row(rule, measures.get(rule.id), folder) for rule in members]
    return "\n".join(lines) + "\n"


def _row(rule: Rule, measure: Measure | None, folder: str) -> str:
    name = f"[{rule.id}]({folder}{rule.id}.md)" if folder else f"`{rule.id}`"
    level = rule.severity.value if rule.on else "off"
    return f"| {name} | {_plain(rule.summary)} | {level} | {told(measure) if measure else ''} |"


def _plain(text: str) -> str:
    """Give a text in one line, with nothing in it that Markdown would take for its own."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
