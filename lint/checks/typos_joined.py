"""A verb and its particle written as one word, and the hyphen of a line's end inside a word."""

import re
from collections.abc import Iterable, Mapping

from lint.annotate import english, lexicon, wordlist
from lint.annotate.reading import Reading
from lint.rule import Hit, Option

_BROKEN = re.compile(r"(?<![^\s(“\"])(?P<left>[a-z]{2,12})- (?P<right>[a-z]{2,12})(?![^\s,;:.!?)”\"])")
_PARTICLES = "up|out|off|down|over|back|in|on"
_NARROW = {
    "in": frozenset("log sign check plug opt lock cash buy phase break fill drop".split()),
    "on": frozenset("log sign turn carry put clip try".split()),
}
_LINKS = frozenset("so then and or".split())
_AFTER_VERB = frozenset("for with today early now fast soon".split())
_OPENS_OBJECT = english.DETERMINERS | english.POSSESSIVES | english.OBJECT_PRONOUNS
_SURE_OBJECT = english.POSSESSIVES | {"the", "a", "an", "it", "them", "fast", "today", "now", "early", "soon"}
_PHRASAL = re.compile(
    rf"\b(?P<lead>to|so|then|and|or|can|could|will|would|should|must|may|might|[Pp]lease|don['’]t|cannot) "
    rf"(?P<word>(?P<verb>[a-z]{{2,}}?)-?(?P<particle>{_PARTICLES}))"
    rf"(?= (?P<next>[a-z]+)|[.,;!?])"
)


def hyphen_of_line_end(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - a check
    """Find one of the frequent words with a hyphen and a space inside, of which a part is none: “con- clusion”."""
    for block in reading.blocks:
        for match in _BROKEN.finditer(block.text):
            left, right, whole = match["left"], match["right"], match["left"] + match["right"]
            parts = wordlist.is_word(left) and wordlist.is_word(right)
            if wordlist.is_frequent(whole) and not parts:
                yield Hit(block, match.start(), match.end(), {"right": whole}, suggestions=(whole,))


def phrasal_verbs(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - a check
    """Find “to setup a fund”, “please sign-up”: the noun where a verb and its particle are meant."""
    for block in reading.blocks:
        for match in _PHRASAL.finditer(block.text):
            if _is_phrasal(match):
                right = f"{match['verb']} {match['particle']}"
                yield Hit(block, match.start("word"), match.end("word"), {"right": right}, suggestions=(right,))


def _is_phrasal(match: re.Match[str]) -> bool:
    verb, particle = match["verb"], match["particle"]
    listed = verb in _NARROW.get(particle, ())
    known = listed if particle in _NARROW else "VB" in lexicon.readings(verb)
    if not known or ("VB" in lexicon.readings(match["word"]) and not listed):
        return False
    following = match["next"] or ""
    if match["lead"] == "to":
        return following in _OPENS_OBJECT or following in _AFTER_VERB
    return match["lead"] not in _LINKS or following in _SURE_OBJECT
