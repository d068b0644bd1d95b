"""Proofs of reports made by hand, read the way a browser reads them; and a real browser, where there is one."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import html5lib
import pytest

from lint.document import BlockKind
from lint.errors import Place
from lint.model import Confidence, Finding, Related, Severity
from lint.report import FileReport, Report
from lint.reporters.proof import render
from lint.reporters.view import Look, View
from lint.rule import Quotes, Rule, Safety
from lint.source import Source

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def finding(source: Source, words: str = "", start: int = -1, end: int = -1, **changes: Any) -> Finding:
    """Give a finding at the words, or at `start..end` of the source."""
    if start < 0:
        start = source.text.index(words)
        end = start + len(words)
    usual = {
        "rule": "typos/doubled-word",
        "severity": Severity.ERROR,
        "confidence": Confidence.HIGH,
        "message": "The word stands here twice.",
        "text": source.text[start:end],
        "block": "paragraph",
        "start": source.position(start),
        "end": source.position(end),
        "suggestions": (),
        "fixes": (),
        "related": (),
        "fingerprint": f"{start:08x}{end:08x}",
    }
    return Finding(**{**usual, **changes})


def related(source: Source, words: str, message: str) -> Related:
    at = source.text.index(words)
    return Related(message, source.position(at), source.position(at + len(words)))


def file(text: str, *findings: Callable[[Source], Finding], path: str = "drafts/fair.md", **changes: Any) -> FileReport:
    """Give the report of one file; each of `findings` makes one from its source."""
    source = Source(path, text)
    return FileReport(path, source, tuple(make(source) for make in findings), **changes)


def at(words: str, **changes: Any) -> Callable[[Source], Finding]:
    return lambda source: finding(source, words, **changes)


def rule(name: str, why: str = "Left behind when a sentence is rewritten.") -> Rule:
    return Rule(
        id=name,
        kind="repeat",
        summary="A word that stands twice",
        message="",
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        why=why,
        source="",
        since="0.1",
        needs=frozenset(),
        blocks=frozenset({BlockKind.PARAGRAPH}),
        quotes=Quotes.SAME,
        fix=Safety.DISPLAY,
        suggest=(),
        options={},
        examples=(),
        on=True,
        body=None,
        place=Place("rules/typos/doubled-word.yaml"),
    )


def view(shown: Severity = Severity.WARNING, *rules: Rule) -> View:
    return View(Look(shown=shown), lambda: {each.id: each for each in rules})


class Page:
    """A proof as a tree; asks are made with names of elements and classes."""

    def __init__(self, html: str) -> None:
        """Read a page strictly: what is not well written raises."""
        self.html = html
        parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False)
        self.root: ET.Element = parser.parse(html)
        for each in self.root.iter():
            each.tag = str(each.tag).rpartition("}")[2]

    def find(self, tag: str = "*", name: str = "") -> list[ET.Element]:
        found = self.root.iter() if tag == "*" else self.root.iter(tag)
        return [each for each in found if not name or name in (each.get("class") or "").split()]

    def texts(self, tag: str = "*", name: str = "") -> list[str]:
        return [said(each) for each in self.find(tag, name)]

    def marks(self) -> list[ET.Element]:
        return [each for each in self.find("mark") if each.get("data-notes")]

    def ids(self) -> list[str]:
        return [each.get("id", "") for each in self.root.iter() if each.get("id")]


def said(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def proof(*files: FileReport, shown: Severity = Severity.WARNING, rules: tuple[Rule, ...] = (), **changes: Any) -> Page:
    return Page(render(Report(files, **changes), view(shown, *rules)))


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Start a browser; a test that needs one is skipped only where there is none."""
    found = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if not found:
        pytest.skip("no Chromium or Chrome is installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
        started = playwright.chromium.launch(executable_path=found, args=sandbox)
        yield started
        started.close()


class Reading:
    """A proof that is open in the browser: its page, and what it asked of the network or complained of."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))


@pytest.fixture
def read(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Reading]]:
    """Open a proof in a fresh window of the browser; keywords are those of a Playwright context."""
    contexts = []

    def opened(html: str, width: int = 1300, **settings: Any) -> Reading:
        path = tmp_path / "proof.html"
        path.write_text(html, encoding="ascii")
        context = browser.new_context(viewport={"width": width, "height": 800}, **settings)
        contexts.append(context)
        reading = Reading(context.new_page())
        reading.page.goto(path.as_uri())
        return reading

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def golden() -> Callable[[Path, str], None]:
    """Hold a file against what it should say now; COPYDESK_WRITE_GOLDEN=1 writes it instead."""

    def compare(kept: Path, expected: str) -> None:
        if os.environ.get("COPYDESK_WRITE_GOLDEN"):
            kept.write_text(expected, encoding="utf-8")
        told = kept.read_text(encoding="utf-8") if kept.exists() else ""
        assert told == expected, (
            f"{kept.name} is not what comes out now; COPYDESK_WRITE_GOLDEN=1 writes it: read the diff"
        )

    return compare
