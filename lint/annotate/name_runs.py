"""Runs of tokens that make up names: proper nouns, and what joins them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lint.annotate import english, names_lexicon, places
from lint.annotate.conflicts import possible
from lint.annotate.given_names import GIVEN_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

PROPER = frozenset({"NNP", "NNPS"})
_OPEN = frozenset({"", "NN", "NNS", "JJ", "FW", "GW", "XX", "VB", "VBP", "VBZ", "VBD", "VBN", "VBG", "RB", "ADD"})
_KNOWN = places.PLACES | GIVEN_NAMES | names_lexicon.WELL_KNOWN | names_lexicon.BODIES
_LEADING = frozenset("al el bin ibn ben de del della di da du van von der den".split())
_LINKS = frozenset({"of", "for"})
_COMPANY = frozenset("inc ltd llc corp co plc jr sr ii iii".split())
_SHORTEST_DISPLAY = 4
_LONGEST_BRIDGE = 3
_LOOK_BACK = 12
"""Tokens of a run that are looked at to tell what it names, and steps up the tree."""


def runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Give the runs of a tagged doc as token indices, half-open, in order and disjoint.

    In a sentence that is set in capitals, or nearly all of whose words have one, a capital says nothing: there only
    words unknown to the lexicon and known names count, and in Title Case the proper nouns beside them.
    """
    seeds = _seeds(doc)
    index = 0
    while index < len(doc):
        if not seeds[index]:
            index += 1
            continue
        start, end = _lead(doc, index), index + 1
        while (further := _further(doc, seeds, index, end)) > end or (end < len(doc) and seeds[end]):
            end = max(further, end) + 1
        yield start, end
        index = end


def _seeds(doc: Doc) -> list[bool]:
    """Say of each token whether it is a word of a name by itself."""
    found: list[bool] = []
    for sentence in _sentences(doc):
        seeds = [_is_proper(token) or _is_strange(token) for token in sentence]
        found += _of_display(sentence, seeds) if _is_display(sentence) else seeds
    return found


def _sentences(doc: Doc) -> Iterator[list[Token]]:
    """Give the tokens of each sentence, of the whole doc if nobody has said where sentences begin."""
    sentence: list[Token] = []
    for token in doc:
        if token.is_sent_start and sentence:
            yield sentence
            sentence = []
        sentence.append(token)
    if sentence:
        yield sentence


def _is_display(sentence: list[Token]) -> bool:
    """Say whether a sentence is set in capitals or in Title Case."""
    words = [token.text for token in sentence if token.text.isalpha() and token.text.lower() not in english.READINGS]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= _SHORTEST_DISPLAY and capitals >= 0.85 * len(words)


def _is_proper(token: Token) -> bool:
    return (token.tag_ in PROPER or token.pos_ == "PROPN") and any(map(str.isupper, token.text))


def _is_strange(token: Token) -> bool:
    """Say whether the token has a capital and is no word that the lexicon knows, whatever the tagger makes of it."""
    text = token.text
    return text[0].isupper() and len(text) > 1 and text.isalpha() and token.tag_ in _OPEN and not possible(text)


def _is_sure(word: str) -> bool:
    return not possible(word) or word.lower() in _KNOWN


def _of_display(sentence: list[Token], seeds: list[bool]) -> list[bool]:
    """Keep of the seeds of a display line what is a name whatever the capitals say."""
    words = [token.text for token in sentence]
    open_class = [seed and word.lower() not in english.READINGS for seed, word in zip(seeds, words, strict=True)]
    sure = [seed and _is_sure(word) for seed, word in zip(open_class, words, strict=True)]
    return sure if all(word.isupper() for word in words if word.isalpha()) else _beside(open_class, sure)


def _beside(seeds: list[bool], sure: list[bool]) -> list[bool]:
    """Keep of the seeds those in an unbroken row with a sure one."""
    kept, start = list(sure), 0
    while start < len(seeds):
        end = start
        while end < len(seeds) and seeds[end]:
            end += 1
        if any(sure[start:end]):
            kept[start:end] = seeds[start:end]
        start = end + 1
    return kept


def _lead(doc: Doc, start: int) -> int:
    """Give where a name begins whose first capital is at `start`: “al-Assad”, “de Blasio”."""
    hyphen = start > 1 and doc[start - 1].text == "-" and not doc[start - 1].whitespace_
    first = start - 2 if hyphen else start - 1
    if first < 0 or doc[first].text not in _LEADING or (hyphen and doc[first].whitespace_):
        return start
    return start if first and doc[first - 1].tag_ in ("DT", "PRP$") else first


def _further(doc: Doc, seeds: list[bool], start: int, end: int) -> int:
    """Give the next seed that what stands at `end` joins to the run; -1 where nothing does."""
    for index in range(end, min(end + _LONGEST_BRIDGE + 1, len(doc))):
        if seeds[index]:
            return index if index > end and _joins(doc, start, end, index) else -1
        if not doc[index].text.islower() and doc[index].text not in ("-", "&", "’", "'", ","):
            return -1
    return -1


def _joins(doc: Doc, start: int, end: int, further: int) -> bool:
    """Say whether the tokens `end..further` join the run `start..end` to the name that begins at `further`."""
    between = [doc[index].text for index in range(end, further)]
    if between in (["-"], ["’"], ["'"]):
        return not doc[end - 1].whitespace_ and not doc[end].whitespace_
    if between == [","]:
        return doc[further].text.lower().rstrip(".") in _COMPANY
    if between == ["&"] or _are_particles(between):
        return between[-1] != "-" or not doc[further - 1].whitespace_
    if between == ["and"]:
        return any(token.text in _LINKS for token in doc[max(start, end - _LOOK_BACK) : end])
    return between[0] in _LINKS and between[1:] in ([], ["the"]) and _is_body(doc, start, end, further)


def _are_particles(words: list[str]) -> bool:
    """Say whether the words stand between the parts of a name: “van der”, “al-”."""
    last = -1 if words[-1] == "-" else len(words)
    return all(word in names_lexicon.PARTICLES for word in words[:last])


def _is_body(doc: Doc, start: int, end: int, further: int) -> bool:
    """Say whether a body or place is named after what follows (“Bank of England”), and the tree agrees."""
    if not any(token.text.lower() in names_lexicon.NOT_PEOPLE for token in doc[max(start, end - _LOOK_BACK) : end]):
        return False
    above = doc[further]
    for _ in range(_LOOK_BACK):
        above = above.head
        if above.i < end:
            break
    return start <= above.i < end or not above.dep_
