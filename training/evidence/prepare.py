"""Prepare the data: sentences of clean prose, one a line and its words apart, and the lexicon of the part to train on.

    python -m training.evidence.prepare PROSE DATA

PROSE holds `*.txt.xz`, one paragraph a line, `dev.txt.xz` set aside. Sentences end where the linter sees them end.
"""

from __future__ import annotations

import lzma
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from lint.annotate import sentences
from lint.annotate.evidence.words import is_word, words
from training.evidence.lexicon import Counts

SHORTEST, LONGEST = 4, 70
LONGEST_WORD = 24
DEV = "dev.txt.xz"
TEXTBOOKS = "openstax"
"""What there is most of, and what articles are least like: every other file is read twice in each pass."""


def prepare(prose: Path, data: Path) -> Counter[str]:
    """Write `train.txt`, `dev.txt` and `lexicon.json`; give how many sentences and words each holds."""
    data.mkdir(parents=True, exist_ok=True)
    counts = Counts()
    sizes: Counter[str] = Counter()
    train = [path for path in sorted(prose.glob("*.txt.xz")) if path.name != DEV]
    others = [path for path in train if not path.name.startswith(TEXTBOOKS)]
    parts = {"train": [*train, *others], "dev": [prose / DEV]}
    for part, paths in parts.items():
        with (data / f"{part}.txt").open("w", encoding="utf-8") as file:
            for sentence in fit(sentence for path in paths for sentence in split(path)):
                file.write(" ".join(sentence) + "\n")
                sizes.update({f"{part} sentences": 1, f"{part} words": len(sentence)})
                if part == "train":
                    counts.add(sentence)
    counts.lexicon().write(data / "lexicon.json")
    return sizes


def split(path: Path) -> Iterator[list[str]]:
    """Give the sentences of a file as words."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            for span in sentences.split(line.strip()):
                yield words(line.strip()[span.start : span.end])


def fit(found: Iterable[list[str]]) -> Iterator[list[str]]:
    """Leave out what is no sentence to learn from: too short or long, mostly marks, or with addresses in it."""
    for sentence in found:
        sized = SHORTEST <= len(sentence) <= LONGEST and max(map(len, sentence)) <= LONGEST_WORD
        if sized and sum(map(is_word, sentence)) > 0.6 * len(sentence):
            yield sentence


if __name__ == "__main__":
    print(*(f"{count:9} {what}" for what, count in prepare(Path(sys.argv[1]), Path(sys.argv[2])).items()), sep="\n")
