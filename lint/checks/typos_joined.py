"""Words written together that stand apart, and the hyphen of a line's end inside a word."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from lint.annotate import english, lexicon, wordlist
from lint.annotate.reading import Reading
from lint.document import Block
from lint.rule import Hit, Option

_TOKEN = re.compile(r"(?<![^\s(“\"‘\[—–])[A-Za-z][a-z]{3,30}(?![^\s,;:.!?)”\"’\]—–])(?![.:]\w)(?!’\w)")
_CAMEL = re.compile(r"(?<![^\s(“\"])(?P<left>the|of|and|with|from|for)(?P<right>[A-Z][a-z]{3,})(?![^\s,;:.!?)”\"’])")
_BROKEN = re.compile(r"(?<![^\s(“\"])(?P<left>[a-z]{2,12})- (?P<right>[a-z]{2,12})(?![^\s,;:.!?)”\"])")
_FIRST = english.POSSESSIVES | frozenset(
    "the and of to with is are was were that this for from so we they it has have these those you can will when which "
    "what who because about into after before between through than then there been being such more most where while "
    "how if our".split()
)
_LAST = english.POSSESSIVES | frozenset(
    "the and of to with is are was were that this for from as at or they when which what who because than then there "
    "where while".split()
)
_SHORT_LAST = frozenset("in on an a by".split())
_NOT_FIRST_PART = ("al", "ed", "ing", "ly", "ive", "ous", "ful", "ity", "able", "ible", "ment", "tion", "ary")
_CAPITALISED = re.compile(r"(?<![\w’'-])[A-Z][a-z]+(?![\w’'-])")
_SOME_TIMES = 2
_FEWEST_LETTERS = 3
_LONG = 6
_WHOLE_WORD = 4
_SUFFIXES = frozenset("ability abilities ions able wards minded backed handed looking owned based".split())
"""Words that are also the second half of derivations."""

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


def joined_words(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find words no list knows that are two of the `ranks` most frequent words, run together; `words` are spared."""
    most, spared = int(str(options["ranks"])), options["words"]
    own = _names(reading)
    for block, match in _strangers(reading, frozenset(spared) if isinstance(spared, tuple) else frozenset()):
        right = _parted(match[0], most)
        if right and (match[0].islower() or right.split()[0] in own or _opens(block, match, right)):
            yield Hit(block, match.start(), match.end(), {"right": right}, suggestions=(right,))
    for block in reading.blocks:
        for match in _CAMEL.finditer(block.text):
            if match["right"].lower() in wordlist.ranks():
                right = f"{match['left']} {match['right']}"
                yield Hit(block, match.start(), match.end(), {"right": right}, suggestions=(right,))


def hyphen_of_line_end(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find one of the `ranks` most frequent words with a hyphen and a space inside, of which a part is none: “con- clusion”."""
    most = int(str(options["ranks"]))
    for block in reading.blocks:
        for match in _BROKEN.finditer(block.text):
            left, right, whole = match["left"], match["right"], match["left"] + match["right"]
            parts = wordlist.is_word(left) and wordlist.is_word(right)
            if wordlist.ranks().get(whole, most) < most and not parts:
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


def _strangers(reading: Reading, spared: frozenset[str]) -> Iterator[tuple[Block, re.Match[str]]]:
    """Give the words of the blocks that no list knows, less those the article uses again and again."""
    unlisted = [
        (block, match)
        for block in reading.blocks
        for match in _TOKEN.finditer(block.text)
        if not wordlist.is_word(match[0].lower()) and match[0].lower() not in spared
    ]
    times = Counter(match[0].lower() for _, match in unlisted)
    foreign = {(block, place) for block, match in unlisted for place in (match.start() - 1, match.end() + 1)}
    for block, match in unlisted:
        alone = (block, match.start()) not in foreign and (block, match.end()) not in foreign
        plural = match[0].endswith("s") and wordlist.is_word(match[0][:-1].lower())
        if alone and not plural and times[match[0].lower()] <= _SOME_TIMES:
            yield block, match


def _names(reading: Reading) -> frozenset[str]:
    """Give the words with a capital that stand by themselves in the article."""
    return frozenset(word for block in reading.blocks for word in _CAPITALISED.findall(block.text))


def _opens(block: Block, match: re.Match[str], right: str) -> bool:
    """Say whether a function word opens the sentence, with the next word run on to it: “Thecity was closed”."""
    first, _, second = right.partition(" ")
    begins = not match.start() or block.text[match.start() - 2 : match.start()] in (". ", "! ", "? ")
    return begins and first.lower() in _FIRST and len(first) >= _FEWEST_LETTERS <= len(second)


def _parted(word: str, most: int) -> str:
    """Give the two words that were run together, or nothing; one of them is among the `most` frequent."""
    lower, ranks = word.lower(), wordlist.ranks()
    for cut in range(2, len(word) - 1):
        left, right = lower[:cut], lower[cut:]
        frequent = [ranks.get(part, most) < most for part in (left, right)]
        known = all(frequent) or (any(frequent) and _is_known(right if frequent[0] else left))
        if known and _are_apart(left, right, bare=word.islower()):
            return f"{word[:cut]} {word[cut:]}"
    return ""


def _is_known(part: str) -> bool:
    return len(part) >= _LONG and wordlist.is_listed(part)


def _are_apart(left: str, right: str, *, bare: bool) -> bool:
    """Say whether the two form no compound. Without `bare`, the word has a capital and may be a name."""
    if not bare:
        return left in _FIRST or (len(left) > _LONG and (right in _LAST or right in _SHORT_LAST))
    if left in _FIRST and (len(right) >= _FEWEST_LETTERS or right in ("we", "it", "he")):
        return True
    if right in _LAST:
        return len(left) >= (_FEWEST_LETTERS if len(right) > _FEWEST_LETTERS - 1 else _FEWEST_LETTERS + 2)
    if right in _SHORT_LAST:
        return len(left) > _LONG
    return len(left) >= _WHOLE_WORD and len(right) >= _WHOLE_WORD and _forms_no_compound(left, right)


def _forms_no_compound(left: str, right: str) -> bool:
    """Say whether the first word is of a form that no compound begins with: a verb, an adjective with an ending."""
    readings, others = lexicon.readings(left), lexicon.readings(right)
    if right in _SUFFIXES:
        return False
    if readings == {"VB", "VBP"}:
        return bool(others) and others <= {"NN", "NNS"}
    if "VBZ" in readings and readings <= {"VBZ", "NNS"}:
        return bool(others) and others <= {"VB", "VBP"}
    return left.endswith(_NOT_FIRST_PART) and "NN" not in readings and bool(others & {"NN", "NNS"})
