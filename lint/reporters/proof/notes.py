"""The queries in the margin: what is asked, what might be written instead, and why."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lint import formats
from lint.model import Finding, Severity
from lint.report import FileReport
from lint.reporters.proof.elements import Html, element, hidden, join
from lint.rule import Rule

_LONGEST = 60
_MOST_SUGGESTIONS = 4
_SPACES = re.compile(r"^\s+|\s{2,}|\s+$")
_SPACE = "\u2423"
_STET = "<!-- stet {}: why -->"
_STETS: Mapping[str, str] = {
    "mdx": "{{/* stet {}: why */}}",
    "rst": ".. stet {}: why",
    **dict.fromkeys(("json", "yaml", "toml"), "stet: {}"),
}


@dataclass(frozen=True, slots=True)
class Desk:
    """What all articles of a page share: the rules by id, and the severity from which on queries are shown at first."""

    rules: Mapping[str, Rule]
    shown: Severity


@dataclass(frozen=True, slots=True)
class Queries:
    """The findings of one article, by number from 1; the article's own number in the page; how it writes a stet."""

    article: int
    file: FileReport
    desk: Desk
    stet: str

    def finding(self, number: int) -> Finding:
        """Give a finding by its number."""
        return self.file.findings[number - 1]

    def is_held(self, number: int) -> bool:
        """Say whether a finding is held back until the reader asks for its level."""
        return self.finding(number).severity.rank < self.desk.shown.rank

    def mark_id(self, number: int, related: int = 0) -> str:
        """Give the id of a finding's number in the text or, with `related`, of a place that the finding points to."""
        return f"r{self.article}-{number}-{related}" if related else f"m{self.article}-{number}"

    def note_id(self, number: int) -> str:
        """Give the id of a finding's note."""
        return f"q{self.article}-{number}"


def queries(article: int, file: FileReport, desk: Desk) -> Queries:
    """Give the queries of an article, the `article`-th of the page."""
    form = formats.format_of(file.path, file.source.lf) or "plain"
    return Queries(article, file, desk, _STETS.get(form, _STET))


def family(finding: Finding) -> str:
    """Give the family of a finding's rule."""
    return finding.rule.split("/", 1)[0]


def note(asked: Queries, number: int, words: str) -> Html:
    """Give a finding, whose mark is on the `words` of its row, as an item of the list of notes below the row."""
    finding = asked.finding(number)
    parts = [_head(asked, number, finding), element("p", finding.message, class_="message")]
    parts += [*_listed("instead", _instead(finding, words)), *_listed("elsewhere", _elsewhere(asked, number, finding))]
    return element(
        "li",
        *parts,
        _why(asked, finding),
        _acts(asked, finding),
        class_="note held" if asked.is_held(number) else "note",
        id=asked.note_id(number),
        tabindex="-1",
        data_family=family(finding),
        data_level=finding.severity,
        data_key=f"{asked.file.path} {finding.fingerprint}",
    )


def _head(asked: Queries, number: int, finding: Finding) -> Html:
    back = element("a", hidden("To the mark of query "), str(number), href=f"#{asked.mark_id(number)}", class_="number")
    level = element("span", finding.severity, class_="level")
    return element(
        "p", back, " ", level, " ", element("span", f"line {finding.start.line}", class_="line"), class_="head"
    )


def _listed(name: str, items: Iterator[Html]) -> Iterator[Html]:
    if made := [element("li", item) for item in items]:
        yield element("ul", *made, class_=name)


def _instead(finding: Finding, words: str) -> Iterator[Html]:
    """Give what might be written instead, each as a change; an empty suggestion stands for leaving the words out."""
    before = element("del", _clipped(words)) if words else Html()
    arrow = join(element("span", " \u2192 ", aria_hidden="true"), hidden(" becomes ")) if words else Html()
    for suggestion in finding.suggestions[:_MOST_SUGGESTIONS]:
        after = element("ins", _clipped(suggestion)) if suggestion else element("em", "leave it out")
        yield join(before, arrow, after)


def _elsewhere(asked: Queries, number: int, finding: Finding) -> Iterator[Html]:
    for index, other in enumerate(finding.related, 1):
        link = element("a", f"Line {other.start.line}", href=f"#{asked.mark_id(number, index)}")
        yield join(link, f": {other.message}")


def _why(asked: Queries, finding: Finding) -> Html:
    """Give the rule's name, with its reason folded under it."""
    rule = asked.desk.rules.get(finding.rule)
    if not rule:
        return element("p", finding.rule, class_="rule")
    sure = f"{finding.confidence.capitalize()} confidence."
    reason = element("p", f"{' '.join(rule.why.split())} {sure}".strip())
    return element("details", element("summary", finding.rule), element("p", rule.summary + "."), reason, class_="rule")


def _acts(asked: Queries, finding: Finding) -> Html:
    """Give what a reader with the script can do: tick the query off, take a stet along."""
    tick = element("label", element("input", type="checkbox", class_="tick"), " Done")
    stet = asked.stet.format(finding.rule)
    copied = element("button", "Copy stet", type="button", class_="stet", data_stet=stet, title=stet)
    return element("p", tick, copied, class_="acts")


def _stet(comment: str, rule: str) -> str:
    return f"stet {rule}: why" if comment != "{}" else f"stet: {rule}"


def _clipped(text: str) -> str:
    """Give a text without its middle if it is long; spaces that an eye would miss are shown."""
    half = _LONGEST // 2
    if len(text) > _LONGEST:
        text = f"{text[:half].strip()} \u2026 {text[-half:].strip()}"
    return _SPACES.sub(lambda spaces: _SPACE * len(spaces[0]), text)
