"""Put the trained components together into the pipeline that is shipped, and leave behind what it does not need.

What is left out: the settings of the training, the strings of the texts it was trained on (but for those that the
components answer with), scores label by label. What is left answers as before; that is checked on test corpora.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path
from typing import Any

import augment  # noqa: F401 - registers what the training configurations name
import spacy
import srsly
from opening import ALL, gold, pipeline
from package import checksums, sources
from pruning import ADDRESS, needed_strings, ordered, prune_trees, settings
from silver import parsed
from spacy.language import Language
from spacy.tokens import Doc

CORPORA = ("test-gum-news", "test-pud-news", "test-ewt")
MEANINGFUL = (
    "tag_acc",
    "pos_acc",
    "morph_acc",
    "lemma_acc",
    "dep_las",
    "dep_uas",
    "sents_f",
    "ents_f",
    "ents_p",
    "ents_r",
)


def main() -> None:
    """Read the command line, assemble, and check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--syntax", type=Path, required=True, help="the trained tagger, lemmatizer and parser")
    parser.add_argument("--names", type=Path, help="the trained entity recognizer")
    parser.add_argument("--corpus", type=Path, required=True, help="where the test corpora are")
    parser.add_argument("--version", default="1.0.0")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    nlp = joined(options.syntax, options.names)
    texts = [doc.text for name in CORPORA for doc in gold(options.corpus, name)]
    before = [said(doc) for doc in nlp.pipe(texts)]
    write(nlp, options.out, options.version)
    again = spacy.load(options.out)
    if before != [said(doc) for doc in again.pipe(texts)]:
        raise SystemExit("The pipeline does not answer as it did before it was pruned.")
    opened = pipeline(options.out, ALL)
    product = opened.docs(texts, opened.provides)
    if [said(doc) for doc in product] != [said(doc) for doc in parsed(again, texts)]:
        raise SystemExit("The product does not read the pipeline as spaCy does.")
    print(f"{options.out}: {len(nlp.pipe_names)} components, the same answers on {len(texts):,} paragraphs")


def joined(syntax: Path, names: Path | None) -> Language:
    """Give one pipeline of all components. The recognizer has an encoder of its own: its corpora carry no trees."""
    nlp = spacy.load(syntax)
    if names:
        nlp.add_pipe("ner", source=spacy.load(names))
        nlp.meta["performance"].update(srsly.read_json(names / "meta.json")["performance"])
    return nlp


def said(doc: Doc) -> list[tuple[str, ...]]:
    """Give the annotation of each token as strings."""
    return [
        (
            t.text,
            t.tag_,
            t.pos_,
            str(t.morph),
            t.lemma_,
            t.dep_,
            str(t.head.i),
            str(t.is_sent_start),
            t.ent_iob_,
            t.ent_type_,
        )
        for t in doc
    ]


def write(nlp: Language, folder: Path, version: str) -> None:
    """Write the pipeline into a folder, which is emptied before."""
    shutil.rmtree(folder, ignore_errors=True)
    lemmatizer: Any = nlp.get_pipe("trainable_lemmatizer")
    prune_trees(lemmatizer)
    nlp.to_disk(folder)
    strings = needed_strings(nlp)
    if found := list(filter(ADDRESS.search, strings)):
        raise SystemExit(f"Addresses among the strings: {found}")
    srsly.write_json(folder / "vocab" / "strings.json", strings)
    srsly.write_json(folder / "meta.json", described(nlp, version))
    (folder / "config.cfg").write_text(settings(nlp), encoding="utf-8")
    (folder / "tokenizer").write_bytes(ordered((folder / "tokenizer").read_bytes()))
    checksums(folder)


def described(nlp: Language, version: str) -> dict[str, object]:
    """Give what the pipeline says of itself."""
    performance = {
        name: round(nlp.meta["performance"][name], 4) for name in MEANINGFUL if name in nlp.meta["performance"]
    }
    return {
        "lang": "en",
        "name": "copydesk",
        "version": version,
        "description": "English for Copydesk: tags, features, lemmas, trees in Universal Dependencies, names.",
        "author": "The Copydesk developers",
        "license": "CC BY-SA 4.0",
        "spacy_version": ">=3.8.2,<3.9.0",
        "sources": [{key: source[key] for key in ("name", "author", "license", "url")} for source in sources()],
        "vectors": {"width": 0, "vectors": 0, "keys": 0, "name": None},
        "pipeline": nlp.pipe_names,
        "components": nlp.component_names,
        "disabled": [],
        "performance": performance,
    }


if __name__ == "__main__":
    main()
