"""Lists of words beside the lexicon: what else is a word, and which words are frequent. See `words/NOTICE.md`."""

from functools import cache
from pathlib import Path

from lint.annotate import english, lexicon
from lint.annotate.wordtable import WordTable
from lint.errors import Place, UserError

FREQUENT = 13_000
"""Words of a rank up to this are frequent: each stands in at least eight documents of our prose."""

FOLDER = Path(__file__).parent / "words"
"""Where the lists lie."""


@cache
def ranks() -> dict[str, int]:
    """Give the common words in lower case with their ranks, 1 for the commonest."""
    return {word: rank for rank, word in enumerate(read("frequent.txt").split(), start=1)}


def is_frequent(form: str) -> bool:
    """Say whether a form in lower case is among the `FREQUENT` commonest words."""
    return ranks().get(form, FREQUENT + 1) <= FREQUENT


def is_word(form: str) -> bool:
    """Say whether a form in lower case is a word by any list: lexicon, word list, closed classes, frequent words."""
    return is_listed(form) or bool(lexicon.readings(form))


def is_listed(form: str) -> bool:
    """Say whether a form in lower case is in the word list or a closed class, without asking the lexicon."""
    return form in _known() or form in english.READINGS


def correction(form: str) -> str:
    """Give the word that a form in lower case is a known misspelling of, or nothing."""
    return _misspellings().get(form)


@cache
def _misspellings() -> WordTable:
    return WordTable(read("misspellings.txt"))


@cache
def _known() -> WordTable:
    return WordTable(read("known.txt"))


def read(name: str) -> str:
    """Give the text of one of the lists; raise UserError if the installation has lost or damaged it."""
    path = FOLDER / name
    try:
        return path.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        raise UserError("This word list is missing or damaged.", Place(str(path)), "Install Copydesk anew.") from None
