"""What a baseline holds, for people and as JSON."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict

from lint.baseline.model import Baseline, Entry
from lint.reporters.terminal import visible
from lint.reporters.wording import count

_MOST_STALE = 20


def text(baseline: Baseline, stale: Sequence[tuple[str, Entry]]) -> str:
    """Tell how many findings are known by rule and by article, and which are fixed; each line ended."""
    articles = {key: len(entries) for key, entries in baseline.files.items() if entries}
    rules = Counter(entry.rule for entries in baseline.files.values() for entry in entries)
    held = f"{count(baseline.size, 'known finding')} in {count(len(articles), 'article')}"
    lines = [
        f"{visible(str(baseline.path))}: {held}.",
        *_table("By rule", rules),
        *_table("By article", articles),
        *_stale(stale),
    ]
    return "".join(f"{line}\n" for line in lines)


def _table(title: str, numbers: Counter[str] | dict[str, int]) -> list[str]:
    """List the names with their numbers, the highest first."""
    ordered = sorted(numbers.items(), key=lambda item: (-item[1], item[0]))
    width = max((len(f"{number:,}") for _, number in ordered), default=0)
    return ["", f"{title}:", *(f"  {number:>{width},}  {visible(name)}" for name, number in ordered)] if ordered else []


def _stale(stale: Sequence[tuple[str, Entry]]) -> list[str]:
    if not stale:
        return []
    lines = [f"  {visible(key)}: {visible(entry.context)}  {visible(entry.rule)}" for key, entry in stale[:_MOST_STALE]]
    more = [f"  … and {len(stale) - _MOST_STALE:,} more"] if len(stale) > _MOST_STALE else []
    return ["", "Fixed, or their articles gone; “copydesk baseline update” takes them out:", *lines, *more]


def to_json(baseline: Baseline, stale: Sequence[tuple[str, Entry]]) -> str:
    """Give the same as one line of ASCII JSON."""
    gone = set(stale)
    findings = [
        {"path": key.encode("utf-8", "replace").decode(), **asdict(entry), "stale": (key, entry) in gone}
        for key, entries in sorted(baseline.files.items())
        for entry in sorted(entries)
    ]
    return json.dumps({"version": 1, "baseline": str(baseline.path), "findings": findings}) + "\n"
