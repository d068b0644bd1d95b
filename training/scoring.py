"""How well a pipeline does on test corpora, on raw text and through the product's own `Pipeline`, by spaCy's scorer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import spacy
from figures import Figure
from opening import gold
from spacy.scorer import Scorer
from spacy.tokens import Doc, Token
from spacy.training import Example

from lint.annotate import name_chunks
from lint.annotate.pipeline import Pipeline

SYNTAX = frozenset({"tags", "morphology", "lemmas", "parse"})
STRAIGHT = str.maketrans("“”‘’", "\"\"''")
CURLY_AFTER = {"``": {'"': "“", "'": "‘"}, "''": {'"': "”", "'": "’"}}


def figures(pipeline: Pipeline, corpus: Path) -> Iterator[Figure]:
    """Give every score, with its target."""
    for name, target in (("test-ewt", 95.0), ("test-pud-news", 95.0), ("test-gum-news", 94.5)):
        yield from _tokens(_examples(pipeline, gold(corpus, name)), name, target)
    for name, las, uas in (("test-pud-news", 83.0, None), ("test-gum-news", 81.0, None), ("test-ewt", None, None)):
        found = _trees(_examples(pipeline, gold(corpus, name)))
        yield Figure("tree: LAS, UAS", f"{name} LAS", found["dep_las"], las)
        yield Figure("tree: LAS, UAS", f"{name} UAS", found["dep_uas"], uas)
    yield from _sentences(pipeline, corpus)
    for name in ("test-ewt", "test-gum"):
        yield from _lemmas(_examples(pipeline, gold(corpus, name)), name)
    yield from _names(pipeline, corpus)
    yield from _covered(pipeline, corpus)


def _examples(pipeline: Pipeline, docs: Iterable[Doc], layers: frozenset[str] = SYNTAX) -> list[Example]:
    docs = list(docs)
    found = pipeline.docs([doc.text for doc in docs], layers & pipeline.provides)
    return [Example(predicted, reference) for predicted, reference in zip(found, docs, strict=True)]


def _percent(score: float | None) -> float | None:
    return None if score is None else 100 * score


def _accuracy(examples: list[Example], name: str, getter: Callable[[Token, str], Any] = getattr) -> float | None:
    return _percent(Scorer.score_token_attr(examples, name, getter=getter)[f"{name}_acc"])


def _tokens(examples: list[Example], name: str, target: float) -> Iterator[Figure]:
    group = "tags: share of tokens"
    yield Figure(group, f"{name} Penn tag", _accuracy(examples, "tag"), target)
    yield Figure(group, f"{name} part of speech", _accuracy(examples, "pos"))
    yield Figure(group, f"{name} features", _accuracy(examples, "morph", _features))


def _features(token: Token, _: str) -> Any:
    morph: Any = token.morph  # its stub does not know the key
    return morph.key


def _trees(examples: list[Example]) -> dict[str, float | None]:
    """Score as spaCy does in training: without punctuation, labels blind to case."""
    scores = Scorer.score_deps(
        examples, "dep", getter=lambda token, _: token.dep_.lower(), ignore_labels=("p", "punct"), missing_values={""}
    )
    return {name: _percent(scores[name]) for name in ("dep_las", "dep_uas")}


def _sentences(pipeline: Pipeline, corpus: Path) -> Iterator[Figure]:
    group = "sentences: span F on GUM news"
    alone = spacy.load(pipeline.source.folder)
    for suffix, unit in (("", "by paragraph"), ("-whole", "by document")):
        docs = gold(corpus, f"test-gum-news{suffix}")
        for name, change in (("as found", _same), ("all straight", _straight), ("all curly", _curly)):
            changed = [change(doc) for doc in docs]
            found = _spans(_examples(pipeline, changed, frozenset({"parse"})), "sents")
            yield Figure(group, f"{unit}, {name}", found, 93.0)
        examples = [Example(alone(doc.text), doc) for doc in docs]
        yield Figure(group, f"{unit}, the parser alone", _spans(examples, "sents"))


def _spans(examples: list[Example], name: str) -> float | None:
    scores = Scorer.score_spans(examples, name, has_annotation=lambda _: True)
    return _percent(scores[f"{name}_f"])


def _same(doc: Doc) -> Doc:
    return doc


def _straight(doc: Doc) -> Doc:
    return _rewritten(doc, [token.text.translate(STRAIGHT) for token in doc])


def _curly(doc: Doc) -> Doc:
    """Turn straight marks into curly ones; which way a quotation mark opens its gold tag tells."""
    words = [CURLY_AFTER.get(t.tag_, {}).get(t.text, t.text).replace("'", "’") for t in doc]
    return _rewritten(doc, words)


def _rewritten(doc: Doc, words: list[str]) -> Doc:
    starts: list[bool | int | None] = [bool(token.is_sent_start) for token in doc]
    return Doc(doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc], sent_starts=starts)


def _lemmas(examples: list[Example], name: str) -> Iterator[Figure]:
    group = "lemmas: share of tokens"
    yield Figure(group, f"{name}, letter for letter", _accuracy(examples, "lemma", _lemma), 96.5)
    yield Figure(group, f"{name}, blind to case", _accuracy(examples, "lemma", _lower_lemma))


def _lemma(token: Token, _: str) -> str:
    return token.lemma_


def _lower_lemma(token: Token, _: str) -> str:
    return token.lemma_.lower()


def _names(pipeline: Pipeline, corpus: Path) -> Iterator[Figure]:
    for name, target in (("pud-news", 66.0), ("ewt", None), ("gum-news", None)):
        found: dict[str, Any] = {}
        if "entities" in pipeline.provides:
            examples = _examples(pipeline, gold(corpus, f"names-test-{name}"), frozenset({"entities"}))
            found = Scorer.score_spans(examples, "ents", has_annotation=lambda _: True)
        each = found.get("ents_per_type") or {}
        group = "names: entity F"
        yield Figure(group, f"{name} all", _percent(found.get("ents_f")), target)
        for label in ("PER", "ORG", "LOC"):
            yield Figure(group, f"{name} {label}", _percent(each.get(label, {}).get("f")))


def _covered(pipeline: Pipeline, corpus: Path) -> Iterator[Figure]:
    """Give the share of gold names that a chunk or an entity meets, holds whole, and marks exactly."""
    group = "gold names covered by name chunks or entities"
    for name in ("pud-news", "gum-news"):
        examples = _examples(pipeline, gold(corpus, f"names-test-{name}"), SYNTAX | {"entities"})
        found = [_ways(span, spans) for example in examples for span, spans in _pairs(example)]
        for index, (way, target) in enumerate((("met", 92.0), ("held whole", None), ("exactly", None))):
            share = 100 * sum(ways[index] for ways in found) / len(found)
            yield Figure(group, f"{name} {way}", share, target)


def _pairs(example: Example) -> Iterator[tuple[tuple[int, int], set[tuple[int, int]]]]:
    """Give each gold name with all that was found in its document, in characters."""
    doc = example.predicted
    found = (doc[chunk.start : chunk.end] for chunk in name_chunks.chunks(doc))
    spans = {(span.start_char, span.end_char) for span in found}
    spans |= {(entity.start_char, entity.end_char) for entity in doc.ents}
    for entity in example.reference.ents:
        yield (entity.start_char, entity.end_char), spans


def _ways(span: tuple[int, int], spans: set[tuple[int, int]]) -> tuple[bool, bool, bool]:
    start, end = span
    return (
        any(first < end and start < last for first, last in spans),
        any(first <= start and end <= last for first, last in spans),
        span in spans,
    )
