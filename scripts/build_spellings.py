"""Build `spellings.txt` in `lint/annotate/words/`: python scripts/build_spellings.py SCOWL.

A line holds a word that is right in some national spellings of English alone, a tab, their letters, a tab, and how the
others write it. The letters are those of `lint.annotate.spellings`. SCOWL is as in `build_word_lists.py`.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from lint.annotate.spellings import LETTERS
from lint.model import Spelling

TARGET = Path(__file__).parent.parent / "lint" / "annotate" / "words" / "spellings.txt"
SIZES = (10, 20, 35, 40, 50, 55, 60)
LISTS = {
    "american": Spelling.AMERICAN, "british": Spelling.BRITISH, "british_z": Spelling.OXFORD,
    "canadian": Spelling.CANADIAN, "australian": Spelling.AUSTRALIAN,
}  # fmt: skip
PLAIN = re.compile(r"[a-z]{3,}")
CHANGES = (
    ("z", "s"), ("ll", "l"), ("pp", "p"), ("our", "or"), ("tre", "ter"), ("bre", "ber"), ("cre", "cer"), ("dre", "der"),
    ("vre", "ver"), ("tred", "tered"), ("tring", "tering"), ("aem", "em"), ("aes", "es"), ("aed", "ed"), ("aec", "ec"),
    ("ae", "e"), ("oe", "e"), ("enc", "ens"), ("ogue", "og"), ("ph", "f"), ("sc", "sk"), ("ctis", "ctic"), ("grey", "gray"),
    ("moul", "mol"), ("plough", "plow"), ("jewellery", "jewelry"), ("aluminium", "aluminum"), ("artefact", "artifact"),
    ("pyjama", "pajama"), ("ellette", "elet"), ("lette", "let"), ("oeuvre", "euver"), ("oeuvr", "euver"),
    ("moustache", "mustache"), ("chequer", "checker"), ("aeroplane", "airplane"),
)  # fmt: skip
"""What British writes, and American."""
AMBIGUOUS = frozenset("collectable collectible crosier crozier insure phial".split())
OTHER_WORDS = {
    "programme": "program", "programmes": "programs", "practise": "practice", "practises": "practices",
    "licence": "license", "licences": "licenses", "metre": "meter", "metres": "meters", "kilometre": "kilometer",
    "kilometres": "kilometers", "tyre": "tire", "tyres": "tires", "kerb": "curb", "kerbs": "curbs", "cheque": "check",
    "cheques": "checks", "storey": "story", "storeys": "stories", "chequebook": "checkbook", "chequebooks": "checkbooks",
}  # fmt: skip
"""What is right in some spellings, and what the others write, which is a word of its own there."""


def main(scowl: Path) -> None:
    """Write the table."""
    words = _words(scowl)
    lines = [f"{word}\t{_letters(words[word])}\t{other}\n" for word, other in sorted(dict(_pairs(words)).items())]
    TARGET.write_text("".join(lines), encoding="ascii")


def _words(scowl: Path) -> Mapping[str, set[str]]:
    """Give the words that are not right everywhere, with the letters of the spellings in which they are."""
    everywhere = set(_read(scowl, "english"))
    words: dict[str, set[str]] = defaultdict(set)
    for name, spelling in LISTS.items():
        for word in _read(scowl, name):
            if PLAIN.fullmatch(word) and word not in everywhere:
                words[word].add(LETTERS[spelling])
    return words


def _read(scowl: Path, name: str) -> Iterator[str]:
    for path in (scowl / f"{name}-words.{size}" for size in SIZES):
        yield from path.read_text(encoding="latin-1").split() if path.exists() else ()


def _pairs(words: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    """Give the words with what those write instead with whom they are not right."""
    for word, spellings in words.items():
        if word in OTHER_WORDS:
            yield word, OTHER_WORDS[word]
            continue
        for other in sorted(set(_changed(word))):
            if other in words and not words[other] & spellings and words[other] | spellings == set(LETTERS.values()):
                yield word, other
                break


def _changed(word: str) -> Iterator[str]:
    """Give the forms that one of the `CHANGES` makes of the word, one way or the other, at any one place."""
    if word in AMBIGUOUS:
        return
    for change in CHANGES:
        for old, new in (change, change[::-1]):
            places = (found.start() for found in re.finditer(f"(?={old})", word))
            yield from (word[:at] + new + word[at + len(old) :] for at in places)


def _letters(spellings: set[str]) -> str:
    return "".join(sorted(spellings))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
