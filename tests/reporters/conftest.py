"""Reports made by hand."""

from collections.abc import Callable

import pytest

from lint.model import Confidence, Finding, Related, Severity
from lint.report import FileReport, Report
from lint.source import Source


def _finding(source: Source, words: str, **changes) -> Finding:
    at = source.text.index(words)
    usual = {
        "rule": "typos/doubled-word",
        "severity": Severity.ERROR,
        "confidence": Confidence.HIGH,
        "message": "The word stands here twice.",
        "text": words,
        "block": "paragraph",
        "start": source.position(at),
        "end": source.position(at + len(words)),
        "suggestions": (),
        "fixes": (),
        "related": (),
        "fingerprint": "0123456789abcdef",
    }
    return Finding(**{**usual, **changes})


@pytest.fixture
def report() -> Callable[..., Report]:
    """Make a report of one file with one finding for each of the words; keywords change the findings."""

    def make(text: str, *words: str, path: str = "drafts/fair.md", **changes) -> Report:
        source = Source(path, text)
        return Report((FileReport(path, source, tuple(_finding(source, each, **changes) for each in words)),))

    return make


@pytest.fixture
def related() -> Callable[..., Related]:
    def make(text: str, words: str, message: str) -> Related:
        source, at = Source("", text), text.index(words)
        return Related(message, source.position(at), source.position(at + len(words)))

    return make
