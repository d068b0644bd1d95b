"""Build `misspellings.txt` in `lint/annotate/words/`: python scripts/build_misspellings.py TYPOS.

TYPOS is `src/word_codegen.rs` of the crate `typos-dict`. Of its corrections only those are kept that the program would not
find by itself, so this is run after `build_word_lists.py`. A line holds the misspelling, a tab, and the word that is meant.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from lint.annotate import slips, wordlist

TARGET = Path(__file__).parent.parent / "lint" / "annotate" / "words" / "misspellings.txt"
ENTRY = re.compile(r'InsensitiveStr::Ascii\("([a-z]{3,31})"\),\s*&\[([^\]]+)\]')
WORD = re.compile(r'"([^"]+)"')
TIMES = 5


def main(source: Path) -> None:
    """Write the list."""
    lines = (f"{form}\t{word}\n" for form, word in sorted(_kept(source.read_text(encoding="utf-8"))))
    TARGET.write_text("".join(lines), encoding="ascii")


def _kept(text: str) -> Iterator[tuple[str, str]]:
    """Give the misspellings of common words that are no words themselves and not clear from their letters."""
    for form, words in ENTRY.findall(text):
        word = "" if wordlist.is_word(form) else _likeliest(WORD.findall(words))
        if word and slips.reckoned(form)[:2] != ((word,), True):
            yield form, word


def _likeliest(words: list[str]) -> str:
    """Give the common word that is `TIMES` as frequent as the others, or nothing."""
    ranks = wordlist.ranks()
    best, *others = sorted((ranks.get(word, TIMES * len(ranks)), word) for word in words)
    return best[1] if best[1] in ranks and all(rank >= TIMES * best[0] for rank, _ in others) else ""


if __name__ == "__main__":
    main(Path(sys.argv[1]))
