"""A rule tried on articles: its hits one below the other in their context, or as JSON."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from lint.reporters.terminal import clip, visible, width
from lint.reporters.text import painted
from lint.reporters.view import Look
from lint.reporters.wording import count
from lint.trying import Hit, Trial

_BOLD, _DIM, _HIT = "1", "2", "1;33"
_NARROWEST_SIDE = 12
_WIDEST_PLACE = 40
_WIDEST_MATCH = 40


def concordance(trial: Trial, look: Look, most: int, context: int | None = None) -> str:
    """Show the first `most` hits, each with `context` cells on either side, by default as many as fit; then the sums."""
    shown = trial.hits[:most]
    lines = [painted(trial.rule.id, _BOLD, look), *_rows(shown, look, context)]
    if left := len(trial.hits) - len(shown):
        lines.append(painted(f"{count(left, 'more hit')}: --limit {len(trial.hits)} shows them.", _DIM, look))
    return "".join(f"{line.rstrip()}\n" for line in [*lines, _sums(trial), *_held(trial)])


def _rows(hits: Sequence[Hit], look: Look, context: int | None) -> Iterator[str]:
    places = [_place(hit) for hit in hits]
    column = max(map(width, places), default=0)
    longest = max((min(width(visible(hit.finding.text)), _WIDEST_MATCH) for hit in hits), default=0)
    side = context or max(_NARROWEST_SIDE, (look.width - column - longest - 4) // 2)
    for hit, place in zip(hits, places, strict=True):
        before, words, after = _sides(hit, side)
        match = painted(words, _HIT, look) if look.color else f"«{words}»"
        yield f"{place}{' ' * (column - width(place))}  {' ' * (side - width(before))}{before}{match}{after}"


def _place(hit: Hit) -> str:
    path, line = visible(hit.source.path), hit.finding.start.line
    return f"{path if width(path) <= _WIDEST_PLACE else '…' + path[1 - _WIDEST_PLACE :]}:{line}"


def _sides(hit: Hit, side: int) -> tuple[str, str, str]:
    """Give what stands before the hit, the hit, and what stands after it, at most `side` cells each, in one line."""
    text, finding = hit.source.text, hit.finding
    before = _one_line(text[max(0, finding.start.offset - 2 * side) : finding.start.offset])
    after = _one_line(text[finding.end.offset : finding.end.offset + 2 * side])
    while width(before) > side:
        before = before[1:]
    return before, clip(_one_line(finding.text), _WIDEST_MATCH), clip(after, side)


def _one_line(text: str) -> str:
    """Give the text with one space for each stretch of white space, at the ends too."""
    joined = " ".join(text.split())
    return visible((" " if text[:1].isspace() else "") + joined + (" " if text[-1:].isspace() and joined else ""))


def _sums(trial: Trial) -> str:
    files = len({hit.source.path for hit in trial.hits})
    rate = f", {1000 * len(trial.hits) / trial.words:.2f} in 1,000 words" if trial.words else ""
    where = f"in {files:,} of {count(trial.files, 'article')} ({count(trial.words, 'word')})"
    return f"{count(len(trial.hits), 'hit')} {where}{rate}."


def _held(trial: Trial) -> Iterator[str]:
    told = [
        f"{number:,} {how}"
        for number, how in (
            (trial.guarded, "by “unless”"),
            (trial.quoted, "in quoted speech"),
            (trial.stet, "by a stet"),
        )
        if number
    ]
    if told:
        yield f"Held back: {', '.join(told)}."
    if trial.lowered:
        yield f"Only suggested in quoted speech: {trial.lowered:,}."


def listing(trial: Trial) -> str:
    """Give all that was found, and the sums, as one line of JSON."""
    data = {
        "rule": trial.rule.id,
        "files": trial.files,
        "words": trial.words,
        "hits": [_as_data(hit) for hit in trial.hits],
        "held": {"unless": trial.guarded, "quotes": trial.quoted, "stet": trial.stet},
        "lowered": trial.lowered,
    }
    return json.dumps(data, ensure_ascii=False) + "\n"


def _as_data(hit: Hit) -> dict[str, Any]:
    finding = hit.finding
    before, _, after = _sides(hit, 60)
    return {
        "path": hit.source.path,
        "line": finding.start.line,
        "column": finding.start.column,
        "severity": finding.severity,
        "before": before,
        "text": finding.text,
        "after": after,
        "suggestions": list(finding.suggestions),
    }
