"""Where the scorer is not asked: what is no sentence, and words it cannot judge."""

from __future__ import annotations

from collections.abc import Sequence

from lint.annotate.evidence.edits import Slip, slip
from lint.annotate.evidence.words import is_word

_STOPS = frozenset(".!")
_CLOSERS = frozenset("\"')]")
_SHORTEST = 5


def readable(words: Sequence[str]) -> bool:
    """Say whether words are a sentence: some length, and a stop at its end. Questions are not: they turn words round."""
    end = len(words)
    while end and words[end - 1] in _CLOSERS:
        end -= 1
    return len(words) >= _SHORTEST and end > 0 and words[end - 1] in _STOPS


def judged(words: Sequence[str], place: int) -> bool:
    """Say whether a word may be judged: not the first, no name, nothing unread (code) and no foreign word beside it."""
    around = words[max(0, place - 1) : place + 2]
    unread = any(word == "\ufffc" or (word[:1].isalpha() and not word.isascii()) for word in around)
    if not place or unread or words[place][:1].isupper():
        return False
    return is_word(words[place]) or is_word(words[place - 1])


def spared(words: Sequence[str], place: int, label: str) -> bool:
    """Say whether English allows what a label would change more often than the scorer knows."""
    before, word = words[place - 1], words[place]
    after = words[place + 1] if place + 1 < len(words) else ""
    if not _IDIOMS.isdisjoint((f"{before.lower()} {word}", f"{word} {after}")):
        return True
    if word.endswith("'s") and not is_word(after):
        return True
    if word.endswith("ing") and slip(label, word) is Slip.FORM:
        return before.lower() not in _BARE
    if label in _FINITE:
        return not _MANDATES.isdisjoint(map(str.lower, words[max(0, place - _NEAR) : place]))
    return label == "form:adj" or (label == "delete" and before[:1].isupper() and after[:1].isupper())


_BARE = frozenset(
    "will would can could may might must shall should do does did don't doesn't didn't won't can't couldn't wouldn't "
    "shouldn't cannot has have had hasn't haven't hadn't".split()
)
"""After these no -ing form stands; elsewhere it may be a noun, open a clause, or follow “to”."""

_FINITE = frozenset({"form:s", "to:is", "to:was", "to:are", "to:were", "to:has"})
_MANDATES = frozenset(
    "ask asks asked demand demands demanded insist insists insisted require requires required requirement request requests "
    "requested recommend recommends recommended recommendation suggest suggests suggested propose proposes proposed proposal "
    "urge urges urged order orders ordered stipulate stipulated essential imperative vital crucial necessary important lest "
    "condition prefer preferred advise advised move moved".split()
)
"""Near behind these a subjunctive may stand: “requested that he provide”."""

_NEAR = 8
_IDIOMS = frozenset(
    (
        "as is|as it|it were|the know|about face|heads up|above all|all else|need be|so be|be it|suffice it|let alone|as such|"
        "of late|at large|and large|the like|the likes|what have|by far|as yet|no one|in kind|of note|at play|at will|"
        "do so|in between|how come|to boot|of sorts|in that|for one|come what|that is|ad hoc|en route|head on|hard pressed|"
        "see also|compare also|good will|work in|works in|host to|open source|open sourced"
    ).split("|")
)
