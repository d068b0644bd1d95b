"""Turn treebanks (CoNLL-U) and name sets (JSON lines) into spaCy corpora.

A training document holds one paragraph, or a run of 2 to 10 sentences of one text, about half and half: the parser
learns where sentences end only where a document holds several. Test corpora are written twice, by paragraph (as an
article is read) and by whole text (the worst case).
"""

from __future__ import annotations

import hashlib
import json
import lzma
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import spacy
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

Row = list[str]
"""The ten columns of a CoNLL-U line."""


class Sentence(NamedTuple):
    """A sentence of a treebank: the text it belongs to, whether it begins a paragraph, and its tokens."""

    document: str
    paragraph: bool
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Part:
    """A corpus to write: the files it is made of, and which texts of them."""

    sources: tuple[str, ...]
    prefix: str = ""


TRAIN = {"train": Part(("ewt-train", "gum-train")), "dev": Part(("ewt-dev", "gum-dev"))}
TEST = {
    "test-ewt": Part(("ewt-test",)),
    "test-gum": Part(("gum-test",)),
    "test-gum-news": Part(("gum-news-test",)),
    "test-pud-news": Part(("pud-test",), "n"),
    "test-pud-wiki": Part(("pud-test",), "w"),
}
NAMES = {
    "names-train": Part(
        ("ner-ewt-train", "ner-wikigold-train", "ner-crossner-train", "ner-crossner-test", "ner-gum-train")
    ),
    "names-dev": Part(("ner-ewt-dev", "ner-wikigold-dev")),
    "names-test-ewt": Part(("ner-ewt-test",)),
    "names-test-gum-news": Part(("ner-gum-news-test",)),
    "names-test-pud-news": Part(("ner-pud-test",), "n"),
    "names-test-pud-wiki": Part(("ner-pud-test",), "w"),
}


def write(treebanks: Path, folder: Path, seed: int = 0) -> None:
    """Write every corpus as a `.spacy` file; raise `SystemExit` when a file differs from its checksum."""
    verify(treebanks)
    folder.mkdir(parents=True, exist_ok=True)
    vocab = spacy.blank("en").vocab
    for name, part in TRAIN.items():
        groups = mixed(sentences(treebanks, part), random.Random(seed))
        save(folder / f"{name}.spacy", (syntax(vocab, group) for group in groups))
    for name, part in TEST.items():
        found = list(sentences(treebanks, part))
        save(folder / f"{name}.spacy", (syntax(vocab, g) for g in grouped(found, lambda s, _: s.paragraph)))
        save(folder / f"{name}-whole.spacy", (syntax(vocab, g) for g in grouped(found, lambda *_: False)))
    for name, part in NAMES.items():
        save(
            folder / f"{name}.spacy", (doc for source in part.sources for doc in names(vocab, treebanks, source, part))
        )


def verify(treebanks: Path) -> None:
    """Compare the files with the checksums beside them."""
    for line in (treebanks / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split()
        if hashlib.sha256((treebanks / name).read_bytes()).hexdigest() != digest:
            raise SystemExit(f"{treebanks / name} is not the file that SHA256SUMS describes: fetch it again.")


def save(path: Path, docs: Iterable[Doc]) -> None:
    """Write documents to a file, and say how many."""
    kept = list(docs)
    DocBin(docs=kept, store_user_data=False).to_disk(path)
    print(f"{path.name:32} {len(kept):6} documents {sum(map(len, kept)):8} tokens", flush=True)


def sentences(treebanks: Path, part: Part) -> Iterator[Sentence]:
    """Give the sentences of a part, in the order of its files."""
    for source in part.sources:
        for sentence in read(treebanks / f"{source}.conllu.xz"):
            if sentence.document.startswith(part.prefix):
                yield sentence


def read(path: Path) -> Iterator[Sentence]:
    """Give the sentences of a CoNLL-U file without multiword tokens and empty nodes."""
    document, paragraph, rows = "", True, []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in map(str.rstrip, lines):
            if line.startswith("# newdoc"):
                document, paragraph = line.partition("=")[2].strip(), True
            elif line.startswith("# newpar"):
                paragraph = True
            elif line and not line.startswith("#"):
                if line.split("\t", 1)[0].isdigit():
                    rows.append(line.split("\t"))
            elif rows and not line:
                yield Sentence(document, paragraph, rows)
                paragraph, rows = False, []


def grouped(found: Iterable[Sentence], cut: Callable[[Sentence, int], bool]) -> Iterator[list[list[Row]]]:
    """Group sentences into documents: a new one for each text, and where `cut(sentence, sentences so far)` says so."""
    group: list[list[Row]] = []
    last = None
    for sentence in found:
        if group and (sentence.document != last or cut(sentence, len(group))):
            yield group
            group = []
        group.append(sentence.rows)
        last = sentence.document
    if group:
        yield group


def mixed(found: Iterable[Sentence], rng: random.Random) -> Iterator[list[list[Row]]]:
    """Group sentences into paragraphs and runs of 2 to 10 sentences, about half and half."""
    limit = 0

    def cut(sentence: Sentence, length: int) -> bool:
        nonlocal limit
        if length < limit or (not limit and not sentence.paragraph):
            return False
        limit = rng.choice((0, rng.randint(2, 10)))
        return True

    return grouped(found, cut)


def syntax(vocab: Vocab, group: list[list[Row]]) -> Doc:
    """Give a document with tags, parts of speech, features, lemmas, tree and sentences."""
    rows = [row for sentence in group for row in sentence]
    bases = [base for base, sentence in zip(starts(group), group, strict=True) for _ in sentence]
    return Doc(
        vocab,
        words=[row[1] for row in rows],
        spaces=[row[9] != "SpaceAfter=No" for row in rows],
        lemmas=[row[1] if row[2] == "_" else row[2] for row in rows],
        pos=["X" if row[3] == "_" else row[3] for row in rows],
        tags=["" if row[4] == "_" else row[4] for row in rows],
        morphs=["" if row[5] == "_" else row[5] for row in rows],
        heads=[base + int(row[6] if row[6] != "0" else row[0]) - 1 for base, row in zip(bases, rows, strict=True)],
        deps=["ROOT" if row[6] == "0" else row[7] for row in rows],
        sent_starts=[row[0] == "1" for row in rows],
    )


def starts(group: list[list[Row]]) -> list[int]:
    """Give the number of tokens before each sentence."""
    sizes = [len(sentence) for sentence in group]
    return [sum(sizes[:place]) for place in range(len(sizes))]


def names(vocab: Vocab, treebanks: Path, source: str, part: Part) -> Iterator[Doc]:
    """Give the documents of a name set: people, organisations and places; other labels are dropped."""
    with lzma.open(treebanks / f"{source}.jsonl.xz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["id"].startswith(part.prefix):
                doc = Doc(vocab, words=row["tokens"], spaces=[space == "1" for space in row["spaces"]])
                spans = [Span(doc, start, end, label=label) for start, end, label in row["ents"] if label != "MISC"]
                doc.set_ents(spans, default="outside")
                yield doc
