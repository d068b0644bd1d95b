"""Figures beside their targets, as a table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing measured. `target` is a bound from below, or from above where `at_most`; None: for the record.

    `steady` says that the same pipeline gives the same value each time: no seconds and no megabytes.
    """

    group: str
    name: str
    value: float | None
    target: float | None = None
    at_most: bool = False
    digits: int = 1
    steady: bool = True

    @property
    def verdict(self) -> str:
        """Say whether the target is met; empty where there is none."""
        if self.target is None:
            return ""
        if self.value is None:
            return "missing"
        value = round(self.value, self.digits)
        return "ok" if (value <= self.target if self.at_most else value >= self.target) else "short"


def table(figures: Iterable[Figure]) -> str:
    """Give the figures as lines of text, under a heading for each group."""
    lines: list[str] = []
    group = ""
    for figure in figures:
        if figure.group != group:
            group = figure.group
            lines += ["", f"{group:58} {'value':>9} {'target':>9}"]
        lines.append(f"  {figure.name:56} {_number(figure.value, figure)} {_target(figure)}  {figure.verdict}".rstrip())
    return "\n".join(lines[1:])


def write(figures: Iterable[Figure], path: Path, pipeline: str) -> None:
    """Write the figures that are the same each time as JSON (group, name, value), with the digest of the pipeline."""
    groups: dict[str, dict[str, float | None]] = {}
    for figure in figures:
        if figure.steady:
            value = None if figure.value is None else round(figure.value, max(figure.digits, 2))
            groups.setdefault(figure.group, {})[figure.name] = value
    report = {"pipeline": pipeline, "figures": groups}
    path.write_text(json.dumps(report, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _number(value: float | None, figure: Figure) -> str:
    return f"{'–':>9}" if value is None else f"{value:9,.{figure.digits}f}"


def _target(figure: Figure) -> str:
    if figure.target is None:
        return " " * 9
    sign = "≤" if figure.at_most else "≥"
    return f"{f'{sign} {figure.target:,.{figure.digits}f}':>9}"
