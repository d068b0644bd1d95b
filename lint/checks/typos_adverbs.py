"""Adjectives where an adverb belongs, and adverbs where an adjective belongs."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from lint.annotate import english, lexicon, wordlist
from lint.annotate.reading import Reading, Word
from lint.document import Block
from lint.rule import Hit, Option

_BEFORE_VERB = english.MODALS | {"to", "n't", "n’t"}
_BEFORE_NOUN = english.POSSESSIVES | {"a", "an", "the"}
_SUBJECTS = frozenset("they we he she who".split())
_AUXILIARIES = frozenset("be been being is are was were has have had".split())
_AFTER_PARTICIPLE = frozenset("by in to from with at on for through as into".split())
_OPENS_OBJECT = english.DETERMINERS | english.POSSESSIVES | english.OBJECT_PRONOUNS
_NOT_NOUN = frozenset("JJ JJR VB VBP VBD VBN VBG RB IN DT CD".split())
_OF_DEGREE = frozenset(
    "mostly largely mainly predominantly primarily exclusively purely entirely wholly partly nearly virtually essentially "
    "formerly previously originally newly chiefly solely principally overwhelmingly totally completely really merely "
    "supposedly formally ostensibly nominally".split()
)
_RUN = 4
_NO_ADJECTIVE = frozenset("well long far late fast hard kind".split())
_NO_NOUN = frozenset("many few most much".split())


def adjective_before_verb(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - a check
    """Find “could significant improve”: an adjective before a verb, between it and what opens the predicate."""
    for block, (lead, adjective, verb, after) in _runs(reading, _BEFORE_VERB | _AUXILIARIES | _SUBJECTS):
        adverb = _adverb(adjective.lower)
        if adverb and not _opens_subject(block.text, lead) and _is_verb(lead.lower, verb.lower, after.lower):
            yield Hit(block, adjective.start, adjective.end, {"right": adverb}, suggestions=(adverb,))


def adverb_before_noun(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - a check
    """Find “its apparently success”: an adverb between a determiner and a noun."""
    for block, (_, adverb, noun, after) in _runs(reading, _BEFORE_NOUN):
        adjective = _adjective(adverb.lower)
        if adjective and _is_noun(noun.lower) and _ends_phrase(after):
            yield Hit(block, adverb.start, adverb.end, {"right": adjective}, suggestions=(adjective,))


def _ends_phrase(after: Word) -> bool:
    """Say whether a noun before the word is the last: neither another follows, nor “based” as in “a faculty based post”."""
    return after.text.islower() and not _is_noun(after.lower) and "VBN" not in lexicon.readings(after.lower)


def _runs(reading: Reading, leads: frozenset[str]) -> Iterator[tuple[Block, tuple[Word, ...]]]:
    """Give every run of four words that opens with one of `leads` and that nothing but spaces part."""
    for block in reading.blocks:
        words = reading.words(block)
        for i in range(len(words) - _RUN + 1):
            if words[i].text.lower() in leads and words[i + 1].text.islower():
                run = words[i : i + _RUN]
                if all(block.text[a.end : b.start] in ("", " ") for a, b in pairwise(run)):
                    yield block, run


def _adverb(word: str) -> str:
    """Give the adverb in -ly of a word that can only be an adjective, or nothing."""
    readings = lexicon.readings(word)
    if "JJ" not in readings or readings - {"JJ", "NN"} or word in _NO_ADJECTIVE:
        return ""
    forms = [
        word + "ly",
        word[:-1] + "ily" if word.endswith("y") else "",
        word[:-1] + "y" if word.endswith("le") else "",
    ]
    forms += [word + "ally" if word.endswith("ic") else "", word + "y" if word.endswith("ll") else ""]
    return next((form for form in forms if wordlist.is_frequent(form)), "")


def _adjective(word: str) -> str:
    """Give the adjective of a word that can only be an adverb in -ly, or nothing."""
    if not word.endswith("ly") or word in _OF_DEGREE or lexicon.readings(word) != {"RB"}:
        return ""
    stem = word[:-2]
    forms = [stem, stem[:-1] + "y" if stem.endswith("i") else "", stem + "le", stem.removesuffix("al"), stem + "l"]
    return next((form for form in forms if "JJ" in lexicon.readings(form) and wordlist.is_frequent(form)), "")


def _is_verb(lead: str, verb: str, after: str) -> bool:
    """Say whether a verb follows, by the form that the lead asks for."""
    readings = lexicon.readings(verb)
    if lead in _AUXILIARIES:
        others = {"NN", "VB"} if after == "by" else {"NN", "VB", "JJ"}
        return "VBN" in readings and not readings & others and after in _AFTER_PARTICIPLE
    if lead in _SUBJECTS:
        finite = readings & {"VBP", "VBZ", "VBD"} and not readings & {"JJ", "IN", "RB"}
        return bool(finite) and after in _OPENS_OBJECT
    return _is_base(verb, after, lead)


def _is_base(verb: str, after: str, lead: str) -> bool:
    readings = lexicon.readings(verb)
    if "VB" not in readings or readings & {"JJ", "IN", "RB"}:
        return False
    return readings <= {"VB", "VBP"} or (lead != "to" and after in _OPENS_OBJECT)


def _opens_subject(text: str, lead: Word) -> bool:
    """Say whether the verb is an infinitive that opens a sentence, and so its subject: “To be moral meant …”."""
    return lead.lower == "be" and text[max(0, lead.start - 3) : lead.start] == "To "


def _is_noun(word: str) -> bool:
    readings = lexicon.readings(word)
    if word.endswith(("able", "ible")):  # the lexicon has some of these adjectives as nouns alone
        return False
    return bool(readings & {"NN", "NNS"}) and not readings & _NOT_NOUN and word not in _NO_NOUN
