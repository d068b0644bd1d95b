"""The front page of a proof of many articles: how many queries of what kind, and where."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lint.model import Severity
from lint.report import FileReport, Report, Skipped
from lint.reporters.proof.charts import by_family, by_rule, chart
from lint.reporters.proof.elements import Html, element, join
from lint.reporters.wording import count

_MOST_RULES = 15
_LEVELS = tuple(sorted(Severity, key=lambda severity: -severity.rank))
_HEADS = ("Article", "Errors", "Warnings", "Suggestions", "Words", "Per 1,000 words")


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in the list: its number in the page, its title, its report."""

    article: int
    title: str
    file: FileReport


def front(report: Report, entries: Sequence[Entry]) -> Html:
    """Give the front page. Articles with queries lead to where they stand."""
    found = [finding for file in report.files for finding in file.findings]
    rules = by_rule(found)
    rest = len(rules) - _MOST_RULES
    more = element("p", f"and {count(rest, 'more rule')}", class_="soft") if rest > 0 else Html()
    charts = (
        [chart("Family", by_family(found)), element("div", chart("Rule", rules[:_MOST_RULES]), more)] if found else []
    )
    return element(
        "section",
        element("h2", "Overview", id="overview-name", class_="unseen"),
        element("div", *charts, class_="charts"),
        _articles(entries),
        aria_labelledby="overview-name",
        class_="front",
    )


def _articles(entries: Sequence[Entry]) -> Html:
    search = element("input", type="search", id="search", placeholder="Find an article", aria_label="Find an article")
    heads = [_head(head, index) for index, head in enumerate(_HEADS)]
    body = [join(_entry(entry), Html("\n")) for entry in entries]
    table = element("table", element("thead", element("tr", *heads)), element("tbody", *body), class_="articles")
    return join(element("p", search, element("output", class_="soft", id="matches"), class_="search"), table)


def _head(name: str, column: int) -> Html:
    button = element("button", name, type="button", data_column=column)
    return element("th", button, scope="col", class_="number" if column else False)


def _entry(entry: Entry) -> Html:
    file = entry.file
    name = element("a", entry.title, href=f"#a{entry.article}") if file.findings else element("span", entry.title)
    path = element("span", file.path, class_="soft") if entry.title != file.path else Html()
    numbers = [sum(finding.severity is level for finding in file.findings) for level in _LEVELS]
    words = file.source.words
    weighty = sum(numbers[:-1])
    cells = [*map(_number, numbers), _number(words), _number(1000 * weighty / words if words else 0.0)]
    return element("tr", element("th", name, " ", path, scope="row"), *cells)


def _number(value: float) -> Html:
    shown = f"{value:,}" if isinstance(value, int) else f"{value:.1f}"
    return element("td", shown if value else "\u2013", class_="number", data_value=str(value))


def told(report: Report) -> Iterator[Html]:
    """Give what else the run has to tell: what went wrong, what was left unread, what was held back."""
    yield from _section("What went wrong", map(str, report.errors), "problems", opened=True)
    yield from _section("Notes", [*map(str, report.notices), *_rules(report.skipped_rules)], "remarks")
    yield from _section("Not checked", (f"{each.path}: {each.reason}" for each in report.skipped), "skipped")
    stets, known = (sum(numbers) for numbers in ([f.stet for f in report.files], [f.baseline for f in report.files]))
    if stets:
        yield element("p", f"{count(stets, 'finding')} left to stand by a stet.", class_="soft")
    if known:
        yield element("p", f"{count(known, 'finding')} known from the baseline.", class_="soft")


def _rules(skipped: Iterable[Skipped]) -> Iterator[str]:
    return (f"{each.path} was not run: {each.reason}" for each in skipped)


def _section(name: str, items: Iterable[str], kind: str, *, opened: bool = False) -> Iterator[Html]:
    made = [element("li", item) for item in items]
    if made:
        summary = element("summary", name, element("span", f" {len(made):,}", class_="size"))
        yield element("details", summary, element("ul", *made), class_=f"told {kind}", open=opened)
