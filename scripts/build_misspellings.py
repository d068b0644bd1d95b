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
ENTRY = re.compile(r'InsensitiveStr::Ascii\("([a-z]{4,31})"\),\s*&\[\s*"([a-z]+)",?\s*\]')


def main(source: Path) -> None:
    """Write the list."""
    lines = (f"{form}\t{word}\n" for form, word in sorted(_kept(source.read_text(encoding="utf-8"))))
    TARGET.write_text("".join(lines), encoding="ascii")


def _kept(text: str) -> Iterator[tuple[str, str]]:
    """Give the misspellings of common words that are no words themselves and not clear from their letters."""
    for form, word in ENTRY.findall(text):
        if not wordlist.is_word(form) and word in wordlist.ranks() and slips.reckoned(form)[:2] != ((word,), True):
            yield form, word


if __name__ == "__main__":
    main(Path(sys.argv[1]))
