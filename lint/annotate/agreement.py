"""Verbs that differ in number from their subject, found in the tree: other words may stand between the two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lint.annotate import english, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from lint.annotate.grammar import Grammar
    from lint.annotate.predication import Clause

_PLURAL_OF = {"is": "are", "was": "were", "has": "have", "does": "do"}
_SINGULAR_OF = {plural: singular for singular, plural in _PLURAL_OF.items()}
_PRONOUNS = frozenset(
    "anyone everyone someone anybody everybody somebody nobody anything everything something nothing".split()
)
_RELATIVE = frozenset({"who", "which", "that"})
_OPENS_CLAUSE = frozenset("that because if when while but although though unless since whether so ,".split())
_COORDINATES = frozenset("and or nor both all neither either not & what whatever , how".split())
_BREAKS = frozenset("VBZ VBP VBD MD CC , : . -LRB- -RRB- `` '' WDT WP WRB NFP EX SYM CD HYPH".split())
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_ADDS = frozenset("as plus along together like than including".split())
_OPENS_PHRASE = frozenset({"DT", "PRP$", "PRP"})
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ"})
_NAMES = frozenset({"NNP", "NNPS"})
_COMMON = frozenset({"NN", "NNS"})
_OBJECTS = frozenset({"DT", "PRP$", "PRP", "TO"})
_COUNTS = frozenset({"CD", "PRP", "NNPS"})
_EACH = frozenset("each every no many".split())
_ASKS = frozenset({"WDT", "WP", "WRB", "CD"})
_SINGLES_OUT = frozenset("one only each something".split())
_TAKES_BASE = frozenset(
    "make let help see watch hear have insist demand require recommend propose ask urge suggest wish prefer request order "
    "essential important vital imperative necessary critical crucial if though as rather".split()
)
"""After these, a verb may stand in the base form: “helped the group win”, “insists that the group win”."""

_MODALS_BY_FORM = frozenset({"need", "dare"})
_BACK = 8
"""How many tokens before a subject may hold a word of `_TAKES_BASE`."""

_REACH = 60
"""How many tokens are looked at to either side of a subject, so that the work stays linear."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A verb (prose offsets, half-open), the subject that it differs from in number, and the verb in the number it asks for."""

    start: int
    end: int
    subject: str
    right: str


def of_one(grammar: Grammar, clauses: Iterable[Clause], either: frozenset[str]) -> Iterator[Disagreement]:
    """Give “The impact of the sanctions are” and “scripts that ensures”; after the nouns `either` both numbers may stand."""
    for clause in clauses:
        verb, subject = clause.finite, _subject(grammar, clause)
        if verb is None or subject is None or not _is_plainly_verb(verb):
            continue
        if right := _right(subject, verb, either):
            yield Disagreement(verb.idx, verb.idx + len(verb), subject.text, right)


def of_two(grammar: Grammar, clauses: Iterable[Clause], units: frozenset[str]) -> Iterator[Disagreement]:
    """Give “Her courage and patience has”; `units` are pairs that name one thing: “research and development”."""
    for clause in clauses:
        verb, subject = clause.finite, clause.subject
        if verb is None or subject is None or clause.inherited or not _is_plainly_verb(verb):
            continue
        second = _partner(grammar, subject, verb)
        if second is None or not _is_singular_form(verb) or f"{subject.lower_} and {second.lower_}" in units:
            continue
        right = _PLURAL_OF.get(verb.lower_) or lexicon.inflect(verb.text, "base")
        yield Disagreement(verb.idx, verb.idx + len(verb), f"{subject.text} and {second.text}", right)


def _partner(grammar: Grammar, subject: Token, verb: Token) -> Token | None:
    """Give the noun that “and”, and nothing else, joins to the subject before the verb; None where the tree may err."""
    nouns = grammar.conjuncts(subject)
    if len(nouns) != 2 or nouns[1].i >= verb.i or not all(one.tag_ in _COMMON and one.is_lower for one in nouns):
        return None
    doc, second = grammar.doc, nouns[1]
    if verb.i - subject.i > _REACH:
        return None
    if doc[subject.i + 1].lower_ != "and" or any(
        token.tag_ in _BREAKS or token.tag_ == "IN" for token in doc[subject.i + 2 : second.i]
    ):
        return None
    if any(_breaks(token, subject) for token in doc[second.i + 1 : verb.i]):
        return None
    start = grammar.noun_phrase(subject).start
    opened = start == subject.sent.start or doc[start].tag_ == "WP$" or doc[start - 1].lower_ in _OPENS_CLAUSE
    sound = opened and start < subject.i and not _is_one(grammar, second, start)
    return second if sound else None


def _is_one(grammar: Grammar, second: Token, start: int) -> bool:
    """Say whether the two may be one, or each is meant: “the teaching and research staff”, “Offering courses and meals”."""
    for token in grammar.doc[start : second.i]:
        if token.lower_ in _EACH or token.tag_ in _ASKS or "VBG" in lexicon.readings(token.lower_):
            return True
    return any(child.dep_ == "compound" for child in grammar.children(second))


def _subject(grammar: Grammar, clause: Clause) -> Token | None:
    """Give the noun that the verb agrees with, where nothing casts doubt on the tree; else None."""
    subject, verb = clause.subject, clause.finite
    if subject is None or verb is None or clause.inherited or subject.i >= verb.i:
        return None
    if subject.lower_ in _RELATIVE and clause.antecedent is not None:
        return _antecedent(grammar, subject, verb)
    start = grammar.noun_phrase(subject).start
    sound = _hangs_together(subject, verb) and _begins(subject, start) and not _may_take_base(subject, start)
    return subject if sound and _stands_alone(grammar, subject) else None


def _stands_alone(grammar: Grammar, subject: Token) -> bool:
    """Say whether the subject is not coordinated with a singular, nor counted."""
    counted = any(child.tag_ == "CD" for child in grammar.children(subject))
    return not counted and all(one.tag_ == "NNS" for one in grammar.conjuncts(subject) if one.i != subject.i)


def _right(subject: Token, verb: Token, either: frozenset[str]) -> str:
    """Give the verb in the number of its subject if it stands in the other; nothing if it may stand."""
    if _is_singular(subject, either) and _is_plural_form(verb):
        return "was" if verb.lower_ == "were" else _SINGULAR_OF.get(verb.lower_) or lexicon.inflect(verb.text, "3sg")
    if _is_plural(subject, either) and _is_singular_form(verb):
        return _PLURAL_OF.get(verb.lower_) or lexicon.inflect(verb.text, "base")
    return ""


def _is_singular(noun: Token, either: frozenset[str]) -> bool:
    if noun.lower_ in _PRONOUNS:
        return True
    readings = lexicon.readings(noun.lower_)
    known = "NN" in readings and not readings & {"NNS", "JJ"} and noun.lower_ not in either
    return noun.tag_ == "NN" and noun.is_lower and known


def _is_plural(noun: Token, either: frozenset[str]) -> bool:
    readings = lexicon.readings(noun.lower_)
    known = "NNS" in readings and "NN" not in readings
    listed = not either.isdisjoint((noun.lower_, lexicon.inflect(noun.lower_, "singular")))
    return noun.tag_ == "NNS" and noun.is_lower and known and not listed


def _is_plural_form(verb: Token) -> bool:
    readings = lexicon.readings(verb.lower_)
    return verb.lower_ in _SINGULAR_OF or (verb.tag_ == "VBP" and "VBP" in readings and "VBD" not in readings)


def _is_singular_form(verb: Token) -> bool:
    return verb.lower_ in _PLURAL_OF or (verb.tag_ == "VBZ" and verb.text[0].isalpha())


def _is_plainly_verb(verb: Token) -> bool:
    """Say whether the word is not rather a noun, by its readings or by what follows."""
    if verb.lower_ in _PLURAL_OF or verb.lower_ in _SINGULAR_OF:
        return True
    if verb.lower_ in _MODALS_BY_FORM or not verb.is_lower:
        return False
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    readings = lexicon.readings(verb.lower_)
    if verb.tag_ not in readings:
        return False
    noun = readings & {"NN", "NNS", "JJ"}
    return not noun or (after is not None and after.tag_ in _OBJECTS)


def _hangs_together(subject: Token, verb: Token) -> bool:
    """Say whether only adverbs and phrases with prepositions stand between subject and verb."""
    between = subject.doc[subject.i + 1 : verb.i]
    if len(between) > _REACH or any(_breaks(token, subject) for token in between):
        return False
    if subject.tag_ == "NNS" or not between:
        return True
    tags = [token.tag_ for token in between]
    compound = tags[-1] == "NNS" and tags[-2:-1] in (["NN"], ["NNP"])
    return not compound and ("IN" in tags or "NNS" not in tags)


def _breaks(token: Token, subject: Token) -> bool:
    """Say whether the token opens another phrase or clause: “the time the ships take”."""
    if token.tag_ == "CC" and subject.lower_ in _PRONOUNS:
        return False
    if token.tag_ in _BREAKS or token.lower_ in _ADDS or token.lower_ in english.SUBJECT_PRONOUNS - {"it", "you"}:
        return True
    before = token.nbor(-1)
    if before.i == subject.i and token.tag_ in _NOMINAL:
        return True
    opens = token.tag_ in _OPENS_PHRASE and before.tag_ in _NOMINAL
    return opens or (token.tag_ in _NAMES and before.tag_ in _COMMON)


def _begins(subject: Token, start: int) -> bool:
    """Say whether a clause begins where the subject does, and no other noun is coordinated with it."""
    doc, first = subject.doc, subject.sent.start
    if doc[start].tag_ == "IN" or (start > first and doc[start - 1].lower_ not in _OPENS_CLAUSE):
        return False
    if not _heads_phrase(subject, start):
        return False
    for token in reversed(doc[max(first, subject.i - _REACH) : subject.i]):
        if token.tag_ in _FINITE or token.text == ";":
            return True
        if token.lower_ in _COORDINATES and not (token.text == "," and token.i == start - 1):
            return False
    return True


def _heads_phrase(noun: Token, start: int) -> bool:
    """Say whether the noun is no verb itself, and no object of an -ing form: “Teaching classes”, “teams building ships”."""
    before = [noun.doc[i] for i in range(start, noun.i)]
    if noun.tag_ == "NN":
        return not any(token.tag_ in ("NNS", "VBG") for token in before)
    if any("VBG" in lexicon.readings(token.lower_) for token in before):
        return False
    last = noun.doc[noun.i - 1].lower_ if noun.i > noun.sent.start else ""
    if "that" in (last, noun.doc[start].lower_):
        return False
    readings = lexicon.readings(last)
    return "VBZ" not in lexicon.readings(noun.lower_) or "NN" not in readings or "JJ" in readings


def _may_take_base(subject: Token, start: int) -> bool:
    before = subject.doc[max(subject.sent.start, start - _BACK) : start]
    return any(not _TAKES_BASE.isdisjoint(lexicon.lemmas(token.lower_)) for token in before)


def _antecedent(grammar: Grammar, pronoun: Token, verb: Token) -> Token | None:
    """Give the noun right before a relative pronoun, if the pronoun can stand for no other, nor for a whole clause."""
    noun = pronoun.nbor(-1) if pronoun.i else None
    if (
        noun is None
        or noun.lower_ == "others"
        or any(token.tag_ != "RB" for token in pronoun.doc[pronoun.i + 1 : verb.i])
    ):
        return None
    start = grammar.noun_phrase(noun).start
    if not _heads_phrase(noun, start) or _is_governed(noun, start):
        return None
    sound = noun.doc[start].tag_ == "DT" if noun.tag_ == "NN" else pronoun.lower_ != "which"
    return noun if sound else None


def _is_governed(noun: Token, start: int) -> bool:
    """Say whether another noun stands before, of which the relative clause may speak as well: “a list of words that is”."""
    for token in reversed(noun.doc[max(noun.sent.start, start - _REACH) : start]):
        if token.tag_ in _FINITE or token.tag_ == "VB":
            return False
        if token.tag_ in _NOMINAL or token.tag_ in _COUNTS or token.lower_ in _SINGLES_OUT:
            return True
    return False
