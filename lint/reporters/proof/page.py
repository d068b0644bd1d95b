"""The page of a proof: head, controls, front page, articles; and the policy that keeps everything else out."""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib import resources

from lint.document import Document
from lint.model import Finding, Severity
from lint.report import FileReport, Report
from lint.reporters.proof.article import article, title
from lint.reporters.proof.elements import Html, element, hidden, join
from lint.reporters.proof.front import Entry, front, told
from lint.reporters.proof.notes import Desk, family, queries
from lint.reporters.view import View
from lint.reporters.wording import count

_LEVELS = tuple(sorted(Severity, key=lambda severity: -severity.rank))
_KEYS = (
    ("n or j", "next query"),
    ("p or k", "previous query"),
    ("d", "tick the query off, or untick it"),
    ("c", "copy a stet for the query"),
    ("f", "to the filters"),
    ("/", "find an article"),
    ("t", "dark or light"),
    ("Esc", "leave the query"),
    ("?", "this help"),
)


def render(report: Report, view: View) -> str:
    """Give the report as a page, its last line ended. The same report gives the same bytes, all of them ASCII.

    Findings below the severity that is shown are in the page, hidden until the reader asks for them. Of many articles,
    those without findings are listed only.
    """
    rules = view.rules() if any(file.findings for file in report.files) else {}
    desk = Desk(rules, view.look.shown)
    several = len(report.files) > 1
    entries: list[Entry] = []
    articles: list[Html] = []
    for number, file in enumerate(report.files, 1):
        document = view.read(file.source)
        entries.append(Entry(number, title(document, file.path), file))
        if file.findings or not several:
            articles.append(_article(number, file, document, desk))
    main = [*told(report), *([front(report, entries)] if several else []), *articles]
    name = (
        f"{count(len(entries), 'article')}"
        if several
        else next((each.title for each in entries), "Nothing was checked")
    )
    body = [_bar(report, desk, name), element("main", *_ended(main), id="main", tabindex="-1"), _help(several=several)]
    return f"<!DOCTYPE html>\n{element('html', _head(name), _body(body), lang='en')}\n"


def _article(number: int, file: FileReport, document: Document, desk: Desk) -> Html:
    return article(queries(number, file, desk), document)


def _ended(parts: Iterable[Html]) -> Iterator[Html]:
    return (join(Html("\n"), part) for part in parts)


def _asset(name: str) -> Html:
    return Html("\n" + (resources.files(__package__ or "") / name).read_text(encoding="ascii"))


def _head(name: str) -> Html:
    style, script = _asset("proof.css"), _asset("proof.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    parts = [
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="generator", content="Copydesk"),
        element("title", f"Proof: {name}"),
        element("style", style),
    ]
    return element("head", *_ended(parts), Html("\n"))


def _digest(asset: Html) -> str:
    """Give the hash by which the policy knows a style or a script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(asset.encode("ascii")).digest()).decode("ascii")


def _body(parts: Sequence[Html]) -> Html:
    skip = element("a", "To the text", href="#main", class_="skip")
    return element("body", skip, *_ended([*parts, element("script", _asset("proof.js"))]), Html("\n"))


def _bar(report: Report, desk: Desk, name: str) -> Html:
    found = [finding for file in report.files for finding in file.findings]
    words = element("span", f" {count(report.words, 'word')}", class_="soft")
    heading = element("h1", element("span", "Proof", class_="brand"), " ", name, words)
    return element("header", heading, *([_controls(found, desk)] if found else [_clean(report)]), class_="desk")


def _clean(report: Report) -> Html:
    return element("p", "Nothing to query." if report.files else "Nothing was checked.", class_="clean")


def _controls(found: Sequence[Finding], desk: Desk) -> Html:
    levels = Counter(finding.severity for finding in found)
    families = Counter(family(finding) for finding in found)
    shown = [
        _filter("level", level, levels[level], pressed=level.rank >= desk.shown.rank)
        for level in _LEVELS
        if levels[level]
    ]
    of = [_filter("family", name, families[name], pressed=True) for name in sorted(families)]
    return element(
        "div",
        element("div", *shown, role="group", aria_label="Levels"),
        element("div", *of, role="group", aria_label="Families"),
        element("div", *_tools(), role="group", aria_label="Tools"),
        class_="controls",
    )


def _filter(sort: str, name: str, number: int, *, pressed: bool) -> Html:
    key = {f"data_{sort}": name}
    return element(
        "button",
        element("span", class_="sample"),
        f"{name} ",
        element("span", f"{number:,}", class_="size"),
        type="button",
        class_="filter",
        aria_pressed="true" if pressed else "false",
        **key,
    )


def _tools() -> Iterator[Html]:
    yield element(
        "button", "Ticked ", element("span", "0", class_="size"), type="button", id="ticked", aria_pressed="true"
    )
    yield element(
        "button", "\u2191", hidden("Previous query"), type="button", id="previous", title="Previous query (p)"
    )
    yield element("output", id="where")
    yield element("button", "\u2193", hidden("Next query"), type="button", id="next", title="Next query (n)")
    yield element("button", "Dark", type="button", id="theme", aria_pressed="false", title="Dark or light (t)")
    yield element("button", "?", hidden("Help"), type="button", id="help", title="Keys (?)")


def _help(*, several: bool) -> Html:
    keys = [(key, does) for key, does in _KEYS if several or key != "/"]
    lines = [join(element("dt", element("kbd", key)), element("dd", does)) for key, does in keys]
    close = element("button", "Close", type="button", id="close")
    signs = element(
        "p",
        *(join(element("mark", f"{level}", data_level=level, data_family="typos"), " ") for level in _LEVELS),
        "\u2013 the line under the words tells how much a query weighs, its colour the family of the rule.",
    )
    ticks = element(
        "p", "Ticks are kept in this browser. A stet is a comment for the article: it lets the words stand."
    )
    parts = [element("h2", "Reading a proof", id="help-name"), signs, element("dl", *lines), ticks, close]
    return element("dialog", *parts, id="helping", aria_labelledby="help-name")
