"""Build the word lists in `lint/annotate/words/`: python scripts/build_word_lists.py SCOWL PROSE...

SCOWL is the folder of SCOWL's lists as Debian's package `scowl` has them (`/usr/share/dict/scowl`); each PROSE is a text
file, plain or `.xz`, with one paragraph a line and an empty line between documents. `NOTICE.md` names what was used.
"""

import lzma
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lint.annotate import lexicon

MODERN = Path(__file__).parent / "modern_words.txt"
TARGET = Path(__file__).parent.parent / "lint" / "annotate" / "words"
WORD = re.compile(r"(?<![\w'’@/.#-])[a-z]{2,}(?![\w'’@/-])")
PLAIN = re.compile(r"[a-z]{2,}")
NAME = re.compile(r"[A-Z][a-z]{4,}")
SIZES = (10, 20, 35, 40, 50, 55, 60, 70)
SPELLINGS = ("english", "american", "british", "british_z", "canadian", "australian", "variant_1")
NAMES = ("upper", "proper-names")
VARIANTS = ("british_variant_1", "canadian_variant_1", "australian_variant_1")
FEWEST_DOCUMENTS_TO_BE_FREQUENT = 8
FEWEST_DOCUMENTS_TO_BE_KNOWN = 3
LARGEST_COMMON = 40


def main(scowl: Path, prose: list[Path]) -> None:
    """Write both lists."""
    sizes = _sizes(scowl)
    dictionary = set(sizes)
    words, documents = _count(prose)
    known = {word for word in dictionary if PLAIN.fullmatch(word)}
    known |= set(MODERN.read_text(encoding="ascii").split())
    known |= {name.lower() for path in _name_lists(scowl) for name in _read(path) if NAME.fullmatch(name)}
    known |= {word for word, seen in documents.items() if seen >= FEWEST_DOCUMENTS_TO_BE_KNOWN}
    _write("known.txt", sorted(known))
    read = [word for word in words if word in dictionary or lexicon.readings(word)]
    often = [word for word in read if documents[word] >= FEWEST_DOCUMENTS_TO_BE_FREQUENT]
    seldom = set(read).difference(often)
    unread = {word for word, size in sizes.items() if size <= LARGEST_COMMON and PLAIN.fullmatch(word)}.difference(read)
    _write(
        "frequent.txt",
        sorted(often, key=lambda word: (-words[word], word))
        + sorted(seldom, key=lambda word: (-documents[word], -words[word], word))
        + sorted(unread, key=lambda word: (sizes[word], word)),
    )


def _sizes(scowl: Path) -> dict[str, int]:
    """Give the words of the dictionary with the size of the smallest list that has them: the smaller, the commoner."""
    sizes: dict[str, int] = {}
    for spelling in (*SPELLINGS, *VARIANTS):
        for size in SIZES:
            path = scowl / f"{spelling}-words.{size}"
            for word in _read(path) if path.exists() else ():
                sizes[word] = min(size, sizes.get(word, size))
    return sizes


def _name_lists(scowl: Path) -> Iterator[Path]:
    for kind in NAMES:
        yield from (path for size in SIZES for path in sorted(scowl.glob(f"*-{kind}.{size}")))


def _read(path: Path) -> list[str]:
    return path.read_text(encoding="latin-1").split()


def _count(prose: list[Path]) -> tuple[Counter[str], Counter[str]]:
    """Count how often each word occurs, and in how many documents."""
    words: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    for path in prose:
        for document in _text(path).split("\n\n"):
            found = WORD.findall(document)
            words.update(found)
            documents.update(set(found))
    return words, documents


def _text(path: Path) -> str:
    return (lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()).decode("utf-8")


def _write(name: str, words: list[str]) -> None:
    (TARGET / name).write_text("\n".join(words) + "\n", encoding="ascii")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(path) for path in sys.argv[2:]])
