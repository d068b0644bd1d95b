"""What rules that read tags find: slips put into clean sentences, and false alarms on clean text."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from figures import Figure
from lemminflect import getInflection
from opening import articles, gold, prose
from spacy.tokens import Doc, Span

from lint import catalog
from lint.annotate.pipeline import Pipeline
from lint.document import Block, BlockKind, Document
from lint.engine import Engine
from lint.model import Finding
from lint.rule import Rule
from lint.source import Source
from lint.sourcemap import ProseBuilder

RULE = "typos/to-finite-verb"
TREEBANKS = ("test-pud-news", "test-pud-wiki", "test-gum-news", "test-ewt")
CLEAN = ("test-pud-news", "test-pud-wiki", "test-gum-news", "test-gum")
"""Edited texts. Those of the English Web Treebank are as people wrote them: what rules find there is mostly true."""
MOST_PROSE = 1_000
LIGHT = frozenset({"be", "have", "do"})


class Slip(NamedTuple):
    """A sentence with a finite verb after “to”: where the verb stands in it, and its base form."""

    text: str
    start: int
    end: int
    base: str


class Firing(NamedTuple):
    """A false alarm: the rule, what it marked, and the paragraph."""

    rule: str
    severity: str
    match: str
    paragraph: str


def found(pipeline: Pipeline, corpus: Path, folder: Path, seed: int) -> tuple[list[Figure], list[str]]:
    """Give the share of slips that the rule finds, and the sentences with those it misses."""
    rng = random.Random(seed)
    treebanks = [slip for name in TREEBANKS for doc in gold(corpus, name) for slip in _slips(doc, rng)]
    read = [slip for doc in pipeline.docs(prose(folder), frozenset({"tags"})) for slip in _slips(doc, rng)]
    read = rng.sample(read, min(MOST_PROSE, len(read)))
    group = f"{RULE}: share of slips found"
    hits = {id(slip) for slip in _noticed(pipeline, [*treebanks, *read])}
    parts = {
        "all": ([*treebanks, *read], 75.0),
        "test treebanks": (treebanks, None),
        "prose": (read, None),
        "all but be, have and do": ([s for s in (*treebanks, *read) if s.base not in LIGHT], None),
    }
    figures = [
        Figure(group, f"{name} ({len(slips):,})", 100 * sum(id(slip) in hits for slip in slips) / len(slips), target)
        for name, (slips, target) in parts.items()
    ]
    missed = (slip for slip in (*treebanks, *read) if id(slip) not in hits)
    return figures, [f"{s.text[: s.start]}>>{s.text[s.start : s.end]}<<{s.text[s.end :]}" for s in missed]


def fired(pipeline: Pipeline, corpus: Path, folder: Path) -> tuple[list[Figure], list[Firing]]:
    """Give the number of false alarms of each rule that reads tags, and the alarms."""
    paragraphs = [doc.text for name in CLEAN for doc in gold(corpus, name)] + prose(folder)
    rules = _tag_readers()
    alarms = [alarm for article in articles(paragraphs) for alarm in _alarms(_engine(pipeline, rules), article)]
    count = Counter(alarm.rule for alarm in alarms)
    words = sum(len(text.split()) for text in paragraphs)
    group = f"false alarms on {words:,} clean words, suggestions counted"
    figures = [Figure(group, rule.id, count[rule.id], 3, at_most=True, digits=0) for rule in rules]
    return figures, sorted(alarms)


def _tag_readers() -> list[Rule]:
    return [r for r in catalog.load().rules if r.id == RULE or (r.family == "typos" and r.on and r.needs)]


def _engine(pipeline: Pipeline, rules: Iterable[Rule]) -> Engine:
    return Engine(list(rules), pipeline, frozenset())


def _slips(doc: Doc, rng: random.Random) -> Iterator[Slip]:
    """Give for each sentence with an infinitive one with a slip in it."""
    for sentence in doc.sents:
        places = [
            verb for to, verb in pairwise(sentence) if to.tag_ == "TO" and verb.tag_ == "VB" and _finite(verb.text)
        ]
        if places:
            verb = rng.choice(places)
            yield _slipped(sentence, verb.idx - sentence.start_char, verb.text)


def _finite(base: str) -> str:
    """Give the third person of a verb in lower case; empty if it has none of its own."""
    form = next(iter(getInflection(base, "VBZ")), "") if base.islower() and base.isalpha() else ""
    return form if form != base else ""


def _slipped(sentence: Span, start: int, base: str) -> Slip:
    text, form = sentence.text, _finite(base)
    return Slip(text[:start] + form + text[start + len(base) :], start, start + len(form), base)


def _noticed(pipeline: Pipeline, slips: list[Slip]) -> Iterator[Slip]:
    engine = _engine(pipeline, [rule for rule in catalog.load().rules if rule.id == RULE])
    for first in range(0, len(slips), 50):
        some = slips[first : first + 50]
        document = _document([slip.text for slip in some])
        findings = engine.check(document).findings
        for slip, block in zip(some, document.blocks, strict=True):
            place = block.span(slip.start, slip.end)
            if any(f.start.offset < place.end and place.start < f.end.offset for f in findings):
                yield slip


def _document(paragraphs: list[str]) -> Document:
    """Make a document in which each text is a paragraph."""
    paragraphs = [" ".join(text.split("\n")) for text in paragraphs]
    source = Source("article.txt", "\n\n".join(paragraphs))
    blocks, start = [], 0
    for text in paragraphs:
        builder = ProseBuilder(source)
        builder.identity(start, start + len(text))
        blocks.append(Block(BlockKind.PARAGRAPH, builder.build()))
        start += len(text) + 2
    return Document(source, tuple(blocks))


def _alarms(engine: Engine, article: list[str]) -> Iterator[Firing]:
    document = _document(article)
    for finding in engine.check(document).findings:
        yield Firing(finding.rule, finding.severity.value, finding.text, _around(document.source.text, finding))


def _around(text: str, finding: Finding) -> str:
    start, end = finding.start.offset, finding.end.offset
    before, after = text[max(0, start - 90) : start], text[end : end + 70]
    return f"{before.split(chr(10))[-1]}[{finding.text}]{after.split(chr(10))[0]}"
