"""Abbreviations that end in a stop, and whether a sentence may end there."""

import re

TITLES = frozenset(
    "mr mrs ms mx dr prof rev hon st gov sen rep sens reps gen col lt maj capt cmdr adm sgt cpl pvt pres supt "
    "fr msgr mt ft messrs mme mlle atty det insp".split()
)
"""What a person or a place is called by: followed by the name."""

CALENDAR = frozenset("Jan Feb Mar Apr Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun".split())
"""Months and weekdays cut short: followed by a date, or else words that end a sentence: “They sat. Bob rose.”"""

NUMBERED = frozenset(
    "no nos art arts sec secs fig figs vol vols ch chs pp p para paras cl sc eq eqs ext tel apt ste rm pt pts".split()
)
"""Followed by a number, or else the end of a sentence: “No. 5” goes on, “No. Never.” does not."""

INLINE = frozenset(
    "vs v ed eds cf approx dept est e.g eg i.e ie viz ca c al attn esp incl arr arrv b d m div ave blvd rd sq hwy rte".split()
)
"""Followed by more of the sentence unless it plainly ends."""

FINAL = frozenset("inc co corp ltd jr sr bros plc llc u.s u.k u.n e.u d.c ph.d m.d b.a m.a".split())
"""May end a sentence: the next word decides."""

LAST = frozenset("etc a.m p.m am pm".split())
"""Ends the sentence before a capital, unless a day or a time zone follows: “5 p.m. Monday”."""

_WORDS_TOO = frozenset("st mt ft gen rep reps hon rev fr sen col det atty".split())
"""Titles that are words, or abbreviations of another kind, in lower case or before a word that begins sentences."""

_INITIAL = re.compile(r"(?:[A-Z]\.)*[A-Z]$")
_DOTTED = re.compile(r"(?:[a-z]{1,2}\.)+[a-z]{1,2}$")
_NUMBER = re.compile(r"[#(]?(?:\d|(?:[VX]|[IVX]{2,5})\b|(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b)")
_DATE = re.compile(r"\d|['’]\d\d\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b")
_TIME = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?s?\b|[A-Z]{1,4}T\b|UTC\b|Eastern\b|Central\b|Mountain\b|"
    r"Pacific\b|(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\b)"
)
_STARTERS = re.compile(
    r"(?:The|A|An|This|That|These|Those|It|He|She|We|They|I|You|In|On|At|But|And|Or|For|If|When|While|After|As|There|"
    r"However|Its|His|Her|Their|Our|My|Your|Some|Many|Most|One|Two|By|With|From|To|So|Still|Yet|Not|No|What|Who|Why|How|"
    r"Where|Then|Now|Also|According|Although|Though|Since|Because|Before|Until|During|Among|Between|Without|Within|"
    r"Meanwhile|Instead|Another|Each|Every|Both|All|Any|Such|Nobody|Nothing|Everyone|Let|Please|Thanks|Yes|Does|Did|Is|"
    r"Are|Was|Were|Do|Can|Could|Would|Should|Have|Has|Even|Just|Only|Once|Perhaps|Maybe|Here|Nor)\b"
)

_FOLLOWED = ((NUMBERED, _NUMBER), (frozenset(map(str.lower, CALENDAR)), _DATE), (LAST, _TIME))
"""Abbreviations after which the sentence goes on only before certain words."""

_ANY = TITLES | INLINE | FINAL


def continues(word: str, rest: str) -> bool:
    """Say whether the sentence goes on after `word` and its stop, when `rest` follows."""
    lower = word.lower().rstrip(".")
    if _INITIAL.match(word):
        return word != "I" and not _STARTERS.match(rest)
    for words, following in _FOLLOWED:
        if lower in words:
            return rest[:1].islower() or bool(following.match(rest))
    if lower in TITLES and lower not in _WORDS_TOO:
        return True
    if lower in _WORDS_TOO and word.islower():
        return rest[:1].islower()
    return bool(lower in _ANY or _DOTTED.match(lower)) and not _STARTERS.match(rest)
