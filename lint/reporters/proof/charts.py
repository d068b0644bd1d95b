"""Counts of findings, and bars that show them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lint.model import Finding, Severity
from lint.reporters.proof.elements import Html, element
from lint.reporters.proof.notes import family

_WIDTH, _HEIGHT = 200, 10
_LEVELS = tuple(sorted(Severity, key=lambda severity: -severity.rank))


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a chart: its name, the family that colours it, its findings by severity."""

    name: str
    family: str
    counts: Mapping[Severity, int]

    @property
    def total(self) -> int:
        """Number of findings."""
        return sum(self.counts.values())


def by_rule(findings: Iterable[Finding]) -> list[Bar]:
    """Count findings by rule, the most first."""
    return _bars((finding.rule, family(finding), finding.severity) for finding in findings)


def by_family(findings: Iterable[Finding]) -> list[Bar]:
    """Count findings by family, the most first."""
    return _bars((family(finding), family(finding), finding.severity) for finding in findings)


def _bars(counted: Iterable[tuple[str, str, Severity]]) -> list[Bar]:
    counts: dict[tuple[str, str], Counter[Severity]] = {}
    for name, of, severity in counted:
        counts.setdefault((name, of), Counter())[severity] += 1
    bars = [Bar(name, of, found) for (name, of), found in counts.items()]
    return sorted(bars, key=lambda bar: (-bar.total, bar.name))


def chart(caption: str, bars: Sequence[Bar]) -> Html:
    """Give a table whose lines hold bars, one part for each severity; the numbers tell the same."""
    most = max((bar.total for bar in bars), default=1)
    heads = ["", *(f"{level.capitalize()}s" for level in _LEVELS)]
    head = element("tr", element("th", caption, scope="col"), *(element("th", each, scope="col") for each in heads))
    body = [_line(bar, most) for bar in bars]
    return element("table", element("thead", head), element("tbody", *body), class_="chart")


def _line(bar: Bar, most: int) -> Html:
    cells = [element("td", str(bar.counts.get(level, 0) or "\u2013"), class_="number") for level in _LEVELS]
    drawn = element(
        "svg",
        *_parts(bar, most),
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        preserveAspectRatio="none",
        data_family=bar.family,
        aria_hidden="true",
    )
    return element("tr", element("th", bar.name, scope="row"), element("td", drawn, class_="bar"), *cells)


def _parts(bar: Bar, most: int) -> Iterator[Html]:
    start = 0
    for level in _LEVELS:
        end = start + bar.counts.get(level, 0)
        x, width = _WIDTH * start / most, _WIDTH * (end - start) / most
        if width:
            yield element("rect", x=f"{x:.2f}", y=0, width=f"{width:.2f}", height=_HEIGHT, data_level=level)
        start = end
