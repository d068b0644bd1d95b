"""Which word was meant by a form that is none: the common words a slip or two away, the likeliest first.

A noisy channel: how often a word is written, times how often a hand or an ear makes this of it. All figures are tenths of
a power of ten, so that they add.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import log10
from string import ascii_lowercase
from typing import NamedTuple

from lint.annotate import wordlist
from lint.annotate.derivation import is_derived

_LONG = 7
_VOWELS = frozenset("aeiouy")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_ALIKE = frozenset("ck cs sz cz fv gj mn dt bp xs qc kq".split())
_UNLISTED = 120_000
_EASY, _COMMON, _PLAIN, _ODD, _FIRST = 8, 11, 15, 20, 14
"""What an edit costs: a letter doubled or not, letters swapped; one heard or beside the key; any other; an unlikely one.
`_FIRST` is added where the first letter changes, which people see."""

_SHORTEST, _SHORT, _MIDDLE = 4, 5, 6
_CERTAIN, _SURE, _LIKELY, _POSSIBLE = 20, 18, 10, 3
"""What a word must score: where slips are rare, where they are not, and where the form is too long for a word unknown."""
_LEAD, _LEAST_LEAD, _ALONE = 5, 2, 40
"""How far the first must be ahead of the second to be clear, or to be told; and how far one is that has no second."""
_MOST_COST = 26
_LATIN_ENDINGS = ("a", "i", "o", "as", "es", "os", "us", "is", "um", "ar", "er", "ir")
_PREFIXES = ("inter", "micro", "mini", "multi", "over", "post", "super", "under")
_MOST_TOLD = 3


class Meant(NamedTuple):
    """The words that may have been meant, the likeliest first; whether it is clear that it is the first.

    `sure` says that this holds even of a word with a capital, which is more likely a name.
    """

    words: tuple[str, ...] = ()
    clear: bool = False
    sure: bool = False


class Candidate(NamedTuple):
    """A word that may have been meant, and how likely that is: a higher score is ten times likelier for each ten."""

    word: str
    score: float
    cost: int


def meant(form: str) -> Meant:
    """Give what was meant by a form in lower case that is in no list; nothing if it may well be a word of its own."""
    if listed := wordlist.correction(form):
        sure = wordlist.is_frequent(listed) and len(form) <= len(listed) and not _is_latin(form, listed)
        return Meant((listed,), clear=True, sure=sure)
    return reckoned(form)


def beheaded(form: str) -> Meant:
    """Give the one frequent word whose first letter, set apart in print, the first word of a block has lost."""
    words = tuple(filter(wordlist.is_frequent, _beheaded(form)))
    return Meant(words, clear=True) if len(words) == 1 and len(form) >= _MIDDLE else Meant()


def reckoned(form: str) -> Meant:
    """Give what was meant by a form as far as its letters tell, whether it is a known misspelling or not."""
    near = candidates(form) if len(form) >= _SHORTEST else []
    if not near:
        return _prefixed(form)
    lead = near[0].score - near[1].score if len(near) > 1 else _ALONE
    if not _is_likelier(form, near[0], lead):
        return Meant()
    if lead >= _LEAD or (lead >= _LEAST_LEAD and near[0].score >= _LIKELY and near[0].cost + _EASY <= near[1].cost):
        return Meant((near[0].word,), clear=True, sure=_is_sure(form, near[0]))
    told = near[0].score >= _LIKELY and lead >= _LEAST_LEAD and len(form) >= _MIDDLE
    return Meant(tuple(candidate.word for candidate in near[:_MOST_TOLD])) if told else Meant()


def _is_sure(form: str, best: Candidate) -> bool:
    """Say whether a form is a slip even with a capital: of a frequent word, or with no letter that the word has not."""
    plain = _is_worn(form, best) and best.score >= _LIKELY and not _is_latin(form, best.word)
    return plain or (best.cost <= _COMMON and best.score >= _CERTAIN)


def _is_worn(form: str, best: Candidate) -> bool:
    """Say whether a form is the word with letters lost, swapped or said twice, and no new one: it looks like no other."""
    nothing_new = len(form) <= len(best.word) or best.word in _stammered(form)
    return best.cost <= (_COMMON if nothing_new else _EASY)


def _is_latin(form: str, word: str) -> bool:
    """Say whether a form ends as words of other languages do, and as the word does not."""
    return form.endswith(_LATIN_ENDINGS) and form[-2:] != word[-2:]


def _prefixed(form: str) -> Meant:
    """Give what was meant by a form with a prefix, if it is clear what was meant by the rest: over-subcribed."""
    for prefix in _PREFIXES:
        rest = form.removeprefix(prefix)
        if rest == form or len(rest) < _LONG or wordlist.is_word(rest):
            continue
        if (clear := reckoned(rest)).clear:
            return Meant((prefix + clear.words[0],), clear=True)
    return Meant()


def _is_likelier(form: str, best: Candidate, lead: float) -> bool:
    """Say whether a slip is likelier than a word that no list has: short words and foreign ones are many."""
    if _is_latin(form, best.word) and best.cost > _EASY and (best.score < _CERTAIN or len(form) < _LONG):
        return False
    if is_derived(form):
        grown = form.startswith(best.word) or best.word.startswith(form)
        return not grown and len(form) >= _MIDDLE and _is_worn(form, best) and best.score >= _LIKELY
    if len(form) <= _SHORT:
        return best.cost <= _EASY and best.score >= _SURE
    if len(form) == _MIDDLE:
        return best.cost <= _PLAIN and best.score >= _LIKELY
    if len(form) > _LONG + 1 and lead >= _LIKELY and best.cost < 2 * _COMMON:
        return best.score >= -_LIKELY
    return best.score >= _POSSIBLE and best.cost <= _MOST_COST


def candidates(form: str) -> list[Candidate]:
    """Give the common words near a form in lower case, the likeliest first. The form itself is in no list."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    most = 2 if len(form) >= _LONG else 1
    costs = {
        word: cost_of(form, word)
        for near in _near(form, most)
        for word, _, _ in process.extract(form, near, scorer=OSA.distance, score_cutoff=most, limit=None)
    }
    costs |= dict.fromkeys(_stammered(form), _COMMON) | dict.fromkeys(_beheaded(form), _COMMON + _FIRST)
    rated = (Candidate(word, _commonness(word) - cost, cost) for word, cost in costs.items())
    return sorted(rated, key=lambda candidate: (-candidate.score, candidate.word))


def _stammered(form: str) -> Iterator[str]:
    """Give the words of which the form says two letters twice: begininning."""
    for at in range(len(form) - 3):
        if form[at : at + 2] == form[at + 2 : at + 4] and wordlist.is_listed(form[:at] + form[at + 2 :]):
            yield form[:at] + form[at + 2 :]


def _beheaded(form: str) -> Iterator[str]:
    """Give the common words whose first letter the form has lost."""
    return (letter + form for letter in ascii_lowercase if letter + form in wordlist.ranks())


def _near(form: str, most: int) -> Iterator[Sequence[str]]:
    """Give the common words that begin like the form and are about as long, in lists."""
    for first in sorted({form[0], form[1]}):
        for length in range(len(form) - most, len(form) + most + 1):
            yield _common().get((first, length), ())


@cache
def _common() -> Mapping[tuple[str, int], Sequence[str]]:
    """Give the common words by first letter and length, so that a form is compared with a few of them only."""
    table: dict[tuple[str, int], list[str]] = defaultdict(list)
    for word in wordlist.ranks():
        table[word[0], len(word)].append(word)
    return dict(table)


def _commonness(word: str) -> float:
    """Give the frequency by Zipf's law: a word is as frequent as its rank says."""
    return 10 * (6 - log10(wordlist.ranks().get(word, _UNLISTED)))


def cost_of(form: str, word: str) -> int:
    """Give what the cheapest slips cost that make the form of the word, by dynamic programming over both."""
    before_last: list[int] = []
    last = [0]
    for i in range(len(word)):
        last.append(last[-1] + _dropped(word, i))
    for j in range(1, len(form) + 1):
        row = [last[0] + _added(form, j - 1)]
        for i in range(1, len(word) + 1):
            best = min(
                last[i] + _added(form, j - 1),
                row[i - 1] + _dropped(word, i - 1),
                last[i - 1] + _changed(word[i - 1], form[j - 1], i - 1),
            )
            if i > 1 and j > 1 and word[i - 1] == form[j - 2] and word[i - 2] == form[j - 1] != word[i - 1]:
                best = min(best, before_last[i - 2] + _EASY + (_FIRST // 2 if i == 2 else 0))
            row.append(best)
        before_last, last = last, row
    return last[-1]


def _dropped(word: str, at: int) -> int:
    """Give what it costs to leave out a letter of the word: least if it is one of two."""
    if at and word[at] == word[at - 1]:
        return _EASY
    return _COMMON + (_FIRST if not at else 0)


def _added(form: str, at: int) -> int:
    """Give what it costs to write a letter that the word has not."""
    if at and form[at] == form[at - 1]:
        return _EASY
    beside = form[max(0, at - 1) : at] + form[at + 1 : at + 2]
    near = any(_beside(form[at], other) for other in beside)
    return (_COMMON if near else _PLAIN) + (_FIRST if not at else 0)


def _changed(right: str, wrong: str, at: int) -> int:
    """Give what it costs to write one letter for another."""
    if right == wrong:
        return 0
    first = _FIRST if not at else 0
    if (right in _VOWELS and wrong in _VOWELS) or right + wrong in _ALIKE or wrong + right in _ALIKE:
        return _COMMON + first
    return (_PLAIN if _beside(right, wrong) else _ODD) + first


@cache
def _beside(letter: str, other: str) -> bool:
    """Say whether two keys lie side by side on the keyboard."""
    places = [(row, keys.index(key)) for key in (letter, other) for row, keys in enumerate(_ROWS) if key in keys]
    if len(places) < 2:
        return False
    (row, column), (other_row, other_column) = places
    return abs(row - other_row) <= 1 and abs(column - other_column) <= 1
