"""Open a pipeline as the product does, and read the texts it is measured on."""

from __future__ import annotations

import lzma
from collections.abc import Iterable, Iterator
from pathlib import Path

import augment  # noqa: F401 - registers what the configurations of the training name
import spacy
from spacy.tokens import Doc, DocBin

from lint.annotate import installed
from lint.annotate.layers import Layer
from lint.annotate.pipeline import Pipeline
from lint.errors import Place

ALL = frozenset(layer.value for layer in Layer)
ARTICLE_WORDS = 1_000


def pipeline(folder: Path, layers: Iterable[str] = ()) -> Pipeline:
    """Give the pipeline in a folder, with those of the layers that it has loaded.

    A folder with checksums is in the form that the package holds, and is read as that one is.
    """
    if (folder / "SHA256SUMS").is_file():
        installed.SHIPPED = folder.resolve()
        opened = Pipeline(installed.shipped())
    else:
        opened = Pipeline(installed.find(str(folder.resolve()), Path(), Place(str(folder))))
    opened.load(opened.provides.intersection(layers))
    return opened


def gold(corpus: Path, name: str) -> list[Doc]:
    """Give the documents of a corpus."""
    return list(DocBin().from_disk(corpus / f"{name}.spacy").get_docs(spacy.blank("en").vocab))


def prose(folder: Path) -> list[str]:
    """Give the paragraphs of the prose that is set aside."""
    with lzma.open(folder / "dev.txt.xz", "rt", encoding="utf-8") as lines:
        return [line.strip() for line in lines if line.strip()]


def articles(paragraphs: Iterable[str]) -> Iterator[list[str]]:
    """Put paragraphs together to articles of about a thousand words."""
    article: list[str] = []
    for paragraph in paragraphs:
        article.append(paragraph)
        if sum(len(text.split()) for text in article) >= ARTICLE_WORDS:
            yield article
            article = []
    if article:
        yield article
