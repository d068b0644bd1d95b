"""Build the lexicon's tables in `lint/annotate/words/` from lemminflect: python scripts/build_lexicon.py.

`lemmas.txt` has a form a line and, after tabs, its lemmas: N, V, A, R or X for noun, verb, adjective, adverb and auxiliary,
then the lemmas between slashes, or nothing if the only one is the form. `inflections.txt` has a lemma a line and, after tabs,
its first form for each tag; “-s” adds to the lemma.
"""

import gzip
from collections.abc import Iterable, Iterator
from pathlib import Path

import lemminflect
from lemminflect import config

TARGET = Path(__file__).parent.parent / "lint" / "annotate" / "words"
PARTS = {"ADJ": "A", "NOUN": "N", "ADV": "R", "VERB": "V", "AUX": "X"}
TAGS = ("NNS", "VBZ", "VBG", "VBD", "VBN")


def main() -> None:
    """Write both tables."""
    _write("lemmas.txt", lemmas())
    _write("inflections.txt", inflections())


def lemmas() -> Iterator[str]:
    """Give the lines of `lemmas.txt`. Names are left out: the lexicon looks everything up in lower case."""
    for form in _lower(_words(config.lemma_lu_fn), _words(config.lemma_overrides_fn)):
        known = lemminflect.getAllLemmas(form)
        entries = (PARTS[part] + ("" if found == (form,) else "/".join(found)) for part, found in sorted(known.items()))
        yield "\t".join((form, *entries))


def inflections() -> Iterator[str]:
    """Give the lines of `inflections.txt`."""
    for lemma in _lower(_words(config.inflection_lu_fn), _words(config.infl_overrides_fn)):
        known = {tag: lemminflect.getInflection(lemma, tag, inflect_oov=False) for tag in TAGS}
        entries = [f"{tag} {_short(lemma, found[0])}" for tag, found in known.items() if found]
        if entries:
            yield "\t".join((lemma, *entries))


def _short(lemma: str, form: str) -> str:
    return f"-{form[len(lemma) :]}" if form.startswith(lemma) else form


def _lower(*lists: Iterable[str]) -> list[str]:
    return sorted({word for words in lists for word in words if word == word.lower()})


def _words(path: str) -> Iterator[str]:
    """Give the words that one of lemminflect's files is about: what stands before the first comma of each line."""
    data = Path(path).read_bytes()
    text = (gzip.decompress(data) if path.endswith(".gz") else data).decode("utf-8")
    lines = (line for line in text.split("\n") if line and not line.startswith("#"))
    yield from (line.split(",")[0] for line in lines)


def _write(name: str, lines: Iterable[str]) -> None:
    (TARGET / name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
