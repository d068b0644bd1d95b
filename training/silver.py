"""Silver trees for self-training: sentences of plain prose on which two parsers agree.

What two models of different make read alike is mostly right (tri-training: Zhou and Li 2005, Søgaard and Rishøj 2010),
and it shows the third model many more words than the treebanks hold.
"""

from __future__ import annotations

import argparse
import lzma
import random
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from lint.annotate.pipeline import set_sentences


def main() -> None:
    """Parse prose with two models, and write what they agree on."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("prose", type=Path, nargs="+", help="files with a paragraph a line (.txt.xz)")
    parser.add_argument("--first", type=Path, required=True, help="the model whose annotation is written")
    parser.add_argument("--second", type=Path, required=True, help="the model that has to agree")
    parser.add_argument("--out", type=Path, required=True, help="the corpus to write (.spacy)")
    parser.add_argument("--words", type=int, default=400_000, help="how many words of each file are read")
    parser.add_argument("--gold", type=Path, help="a corpus that is written along")
    parser.add_argument("--times", type=int, default=3, help="how many times")
    parser.add_argument("--agreement", type=float, default=0.97, help="the share of a sentence's tokens read alike")
    options = parser.parse_args()
    first, second = (spacy.load(path) for path in (options.first, options.second))
    texts = [text for path in options.prose for text in paragraphs(path, options.words)]
    docs = list(agreed(first, second, texts, options.agreement))
    print(f"{len(texts)} paragraphs read; {len(docs)} passages kept, {sum(map(len, docs))} tokens", flush=True)
    if options.gold:
        docs += options.times * list(DocBin().from_disk(options.gold).get_docs(first.vocab))
    DocBin(docs=docs, store_user_data=False).to_disk(options.out)


def paragraphs(path: Path, words: int, seed: int = 0) -> Iterator[str]:
    """Give paragraphs of a file in random order, until there are enough words."""
    with lzma.open(path, "rt", encoding="utf-8") as text:
        lines = [line.strip() for line in text if line.strip()]
    random.Random(seed).shuffle(lines)
    for line in lines:
        words -= len(line.split())
        if words < 0:
            return
        yield line


def agreed(first: Language, second: Language, texts: Iterable[str], share: float) -> Iterator[Doc]:
    """Give runs of sentences that both models read alike, as docs with the first model's annotation."""
    pairs = zip(parsed(first, texts), parsed(second, texts), strict=True)
    for one, other in pairs:
        run: list[Span] = []
        for sentence in one.sents:
            if alike(sentence, other) >= share:
                run.append(sentence)
            elif run:
                yield one[run[0].start : run[-1].end].as_doc()
                run = []
        if run:
            yield one[run[0].start : run[-1].end].as_doc()


def parsed(nlp: Language, texts: Iterable[str]) -> Iterator[Doc]:
    """Read texts with a model, inside the sentences that the product sees."""
    yield from nlp.pipe((with_sentences(nlp.make_doc(text)) for text in texts), batch_size=64)


def with_sentences(doc: Doc) -> Doc:
    """Give the doc, its sentences set."""
    set_sentences(doc)
    return doc


def alike(sentence: Span, other: Doc) -> float:
    """Give the share of tokens with the same tag, head and relation in the other reading; 0 for very short sentences."""
    if len(sentence) < 5:
        return 0.0
    same = sum(t.tag == o.tag and t.head.i == o.head.i and t.dep == o.dep for t in sentence for o in (other[t.i],))
    return same / len(sentence)


if __name__ == "__main__":
    main()
