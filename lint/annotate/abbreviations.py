"""Abbreviations that end in a stop, and whether a sentence may end there."""

import re

TITLES = frozenset(
    "mr mrs ms mx dr prof rev hon st gov sen rep sens reps gen col lt maj capt cmdr adm sgt cpl pvt pres supt "
    "fr msgr mt ft messrs mme mlle atty det insp".split()
)
"""Always followed by more of the sentence."""

MONTHS_SHORT = frozenset("jan feb mar apr aug sept sep oct nov dec".split())
WEEKDAYS_SHORT = frozenset("mon tue tues wed thu thur thurs fri sat sun".split())
INLINE = frozenset(
    "vs v no nos art sec fig figs vol vols ch pp p ed eds cf approx dept est e.g i.e viz ca c al".split()
)
"""Followed by more of the sentence unless it plainly ends."""

FINAL = frozenset("etc inc co corp ltd jr sr bros plc llc a.m p.m am pm u.s u.k u.n e.u d.c ph.d m.d b.a m.a".split())
"""May end a sentence: the next word decides."""

_INITIAL = re.compile(r"(?:[A-Z]\.)*[A-Z]$")
_STARTERS = re.compile(
    r"(?:The|A|An|This|That|These|Those|It|He|She|We|They|I|You|In|On|At|But|And|For|If|When|While|After|As|There|"
    r"However|Its|His|Her|Their|Our|Some|Many|Most|One|Two|By|With|From|To|So|Still|Yet|Not|No)\b"
)


def continues(word: str, rest: str) -> bool:
    """Say whether the sentence goes on after `word` and its stop, when `rest` follows."""
    lower = word.lower().rstrip(".")
    if lower in TITLES:
        return True
    if lower in INLINE or lower in MONTHS_SHORT or lower in WEEKDAYS_SHORT:
        return not _STARTERS.match(rest)
    if lower in FINAL or ("." in lower and len(lower) <= 7):
        return not _STARTERS.match(rest)
    return bool(_INITIAL.match(word)) and not (word == "I" or _STARTERS.match(rest))
