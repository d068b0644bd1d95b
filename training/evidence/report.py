"""Read articles with a model and print what `copydesk check --format json` would: for benchmarks, not for desks.

    python -m training.evidence.report MODEL FOLDER --threshold 0.7 --store seen.json

MODEL is what `export` wrote. Sentences that were read before are taken from the store.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lint import formats, source
from lint.annotate import sentences
from lint.document import BODY, Block, Document
from training.evidence.judge import Judge, Suspicion
from training.evidence.words import spans, straighten


class Line(NamedTuple):
    """A sentence of an article: its block, its words, and their prose offsets."""

    block: Block
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


def read(path: Path) -> Document:
    """Read an article."""
    return formats.read(source.decode(str(path), path.read_bytes()))


def lines(document: Document) -> Iterator[Line]:
    """Give the sentences of an article's running text."""
    for block in document.blocks:
        if block.kind in BODY:
            for span in sentences.split(block.text):
                text = straighten(block.text[span.start : span.end])
                found = spans(text)
                places = tuple((span.start + start, span.start + end) for start, end in found)
                yield Line(block, tuple(text[start:end] for start, end in found), places)


def finding(document: Document, line: Line, suspicion: Suspicion) -> dict[str, Any]:
    """Give a finding as the report writes it."""
    start, end = line.spans[suspicion.place]
    span = line.block.span(start, end)
    return {
        "rule": f"evidence/{suspicion.label.partition(':')[0]}",
        "severity": "warning",
        "text": document.source.text[span.start : span.end],
        "suggestions": [text_of(repair, line, suspicion.place) for repair in suspicion.repairs[:1]],
        "score": suspicion.score,
        "start": {"offset": span.start},
        "end": {"offset": span.end},
    }


def text_of(repair: tuple[str, ...], line: Line, place: int) -> str:
    """Give what a repair writes in the place of the word."""
    after = len(line.words) - place - 1
    return " ".join(repair[place : len(repair) - after])


class Store:
    """Suspicions by sentence, kept in a file; what is missing is asked of the judge, all at once."""

    def __init__(self, path: Path | None, judge: Judge) -> None:
        self.path, self.judge = path, judge
        self.known: dict[str, list[Any]] = json.loads(path.read_text()) if path and path.exists() else {}

    def learn(self, found: list[tuple[str, ...]]) -> None:
        """Ask the judge for what is not known."""
        new = sorted({words for words in found if " ".join(words) not in self.known})
        for start in range(0, len(new), 2000):
            part = new[start : start + 2000]
            self.known |= {" ".join(words): list(s) for words, s in zip(part, self.judge.suspicions(part), strict=True)}
        if new and self.path:
            self.path.write_text(json.dumps(self.known))

    def of(self, words: tuple[str, ...]) -> list[Suspicion]:
        """Give the suspicions of a sentence."""
        return [Suspicion(p, s, label, tuple(map(tuple, r))) for p, s, label, r in self.known[" ".join(words)]]


def report(folder: Path, store: Store, threshold: float) -> dict[str, Any]:
    """Give the report of a folder."""
    documents = {path: read(path) for path in sorted(folder.iterdir())}
    found = {path: list(lines(document)) for path, document in documents.items()}
    store.learn([line.words for held in found.values() for line in held])
    files = [
        {
            "path": str(path),
            "findings": [
                finding(documents[path], line, suspicion)
                for line in found[path]
                for suspicion in store.of(line.words)
                if suspicion.score >= threshold
            ],
        }
        for path in documents
    ]
    return {"version": 1, "tool": {"name": "evidence"}, "files": files}


def main() -> None:
    """Read the command line."""
    from training.evidence.export import judge

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--threshold", type=float, required=True)
    parser.add_argument("--store", type=Path)
    options = parser.parse_args()
    store = Store(options.store, judge(options.model))
    json.dump(report(options.folder, store, options.threshold), sys.stdout)


if __name__ == "__main__":
    main()
