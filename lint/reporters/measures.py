"""How rules fare on real text, told to people and programs."""

import json
from collections.abc import Sequence
from typing import Any

from lint.measures import Measure
from lint.reporters.terminal import width
from lint.reporters.text import painted
from lint.reporters.view import Look
from lint.reporters.wording import count

_BOLD = "1"


def table(measures: Sequence[Measure], look: Look) -> str:
    """List rules one a line: findings, findings in 100,000 words, and how many of those judged are right."""
    names = max([4, *(width(measure.rule) for measure in measures)])
    words = measures[0].words if measures else 0
    lines = [painted(f"{'rule'.ljust(names)}  findings  per 100,000 words  suggested  right of judged", _BOLD, look)]
    lines += [
        f"{measure.rule.ljust(names)}  {measure.findings:8,}  {measure.rate:17,.1f}  {measure.lowered:9,}  {_judged(measure)}"
        for measure in measures
    ]
    lines.append(f"{count(len(measures), 'rule')} on {count(words, 'word')}.")
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _judged(measure: Measure) -> str:
    if measure.precision is None:
        return "none judged" if measure.findings else ""
    low, high = measure.interval
    share = f"{100 * measure.precision:.0f} % ({100 * low:.0f}–{100 * high:.0f})"
    return f"{measure.right} of {measure.judged}: {share}"


def listing(measures: Sequence[Measure]) -> str:
    """List the measures as one line of JSON."""
    return json.dumps([_as_data(measure) for measure in measures]) + "\n"


def _as_data(measure: Measure) -> dict[str, Any]:
    return {
        "rule": measure.rule,
        "words": measure.words,
        "findings": measure.findings,
        "lowered": measure.lowered,
        "per_100k": round(measure.rate, 2),
        "right": measure.right,
        "wrong": measure.wrong,
        "precision": measure.precision,
        "interval": list(measure.interval) if measure.judged else None,
    }
