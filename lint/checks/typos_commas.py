"""Commas between a subject and its verb, and none between an opening clause and the main one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lint.annotate import lexicon
from lint.annotate.reading import Reading
from lint.document import Block
from lint.rule import Hit, Option

_SUBORDINATORS = frozenset("if when although though while unless once whenever because".split())
_SUBJECTS = frozenset("it they we he she there i".split())
_FINITE = frozenset(
    "is are was were has have had will would can could should must may might does do did 's 're 'll 'd 've 'm".split()
)
_LINKS = frozenset("that which who whom whose what how whether where why if when as than and or but".split())
_OPENERS = frozenset("a an the any every each those anyone everyone anybody everybody people no all".split())
_VERBS = frozenset("will would can could should must may might is are was were has have had".split())
_TAKES_CLAUSE = frozenset("sure certain clear likely hope think say believe know".split())
_MEASURED = frozenset("time money effort".split())
_BEFORE_CLAUSE = frozenset("NN NNS NNP NNPS JJ RB CD VBN".split())
_AFTER_VERB = frozenset("VB VBN VBG RB JJ DT IN TO NN".split())
_MAIN_OPENERS = frozenset("this that these those it there he she we they you i the my your his her our their".split())
_NO_SPLICE = _LINKS | frozenset(
    "because since unless until after before once not n't never nor yet so said says think know time moment day way more "
    'less longer sooner better ? “ ” : ; — – "'.split()
)
_FINITE_TAGS = frozenset("VBZ VBP VBD MD".split())
_LONGEST_SUBJECT = 5
_SHORTEST = 5
_LONGEST = 100
"""Tokens in a sentence that is judged; what is longer is no sentence."""


class _Token(NamedTuple):
    """A token: its text, the word in lower case, its tag, and where it begins in the prose."""

    text: str
    lower: str
    tag: str
    start: int


def clause(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - a check
    """Find “If the sauce is thin it is most likely the flour”: no comma in the sentence, and a clause opens it."""
    for block, tokens in _sentences(reading):
        lowers = [token.lower for token in tokens]
        if lowers[0] not in _SUBORDINATORS or not {",", ":", ";", "—", "–", "("}.isdisjoint(lowers):
            continue
        places = [n for n in range(_SHORTEST, len(tokens) - 1) if _begins_clause(tokens, lowers, n)]
        if len(places) == 1 and not _has_subject(tokens, places[0] + 2):
            last, first = tokens[places[0] - 1], tokens[places[0]]
            right = f"{last.text}, {first.text}"
            yield Hit(block, last.start, first.start + len(first.text), {"right": right}, suggestions=(right,))


def before_verb(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - a check
    """Find “The man who owns the boat, will come”: the only comma so far stands between a subject and its verb."""
    for block, tokens in _sentences(reading):
        lowers = [token.lower for token in tokens]
        comma = lowers.index(",") if "," in lowers else 0
        if not comma or lowers[0] not in _OPENERS or comma + 2 >= len(tokens):
            continue
        relative = next((n for n in range(1, min(_LONGEST_SUBJECT, comma)) if lowers[n] in ("who", "that", "which")), 0)
        verb, after = lowers[comma + 1], tokens[comma + 2]
        plain = relative and tokens[relative - 1].tag in ("NN", "NNS") and comma - relative > 2
        if plain and _FINITE.isdisjoint(lowers[1:relative]) and verb in _VERBS and after.tag in _AFTER_VERB:
            yield Hit(block, tokens[comma].start, tokens[comma].start + 1)


def _sentences(reading: Reading) -> Iterator[tuple[Block, Sequence[_Token]]]:
    """Give the tokens of each sentence that is long enough to have two clauses, and no longer than sentences are."""
    for block in reading.blocks:
        doc = reading.doc(block)
        for span in reading.sentences(block):
            part = doc.char_span(span.start, span.end, alignment_mode="contract")
            if part is not None and _SHORTEST + 2 < len(part) <= _LONGEST:
                yield block, [_Token(t.text, lexicon.straight(t.text), t.tag_, t.idx) for t in part]


def _has_subject(tokens: Sequence[_Token], start: int) -> bool:
    """Say whether a clause without a conjunction begins later: then it may be the main one (“the quay he had built he …”)."""
    return any(
        pronoun.lower in _SUBJECTS
        and lexicon.readings(verb.text) & _FINITE_TAGS
        and before.lower not in _LINKS | _SUBORDINATORS
        for before, pronoun, verb in zip(tokens[start:], tokens[start + 1 :], tokens[start + 2 :], strict=False)
    )


def _begins_clause(tokens: Sequence[_Token], lowers: Sequence[str], n: int) -> bool:
    """Say whether the main clause begins at a place: subject and verb after a clause that has had its own verb."""
    if lowers[n] not in _SUBJECTS or lowers[n + 1] not in _FINITE or tokens[n - 1].tag not in _BEFORE_CLAUSE:
        return False
    plain = tokens[n - 1].tag == "NNP" or lexicon.readings(lowers[n - 1]) & _BEFORE_CLAUSE
    if (
        not plain
        or lowers[n - 1] in _TAKES_CLAUSE
        or _is_time(tokens[n - 2 : n + 2])
        or not _LINKS.isdisjoint(lowers[1:n])
    ):
        return False
    return any(token.tag in _FINITE_TAGS for token in tokens[1 : n - 1])


def _is_time(tokens: Sequence[_Token]) -> bool:
    """Say whether a clause tells of the noun before it what is spent or had: “the time it would take”."""
    return tokens[0].lower == "the" and tokens[1].lower in _MEASURED


def splice(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - a check
    """Find “The bridge is closed, you must take the ferry”: two main clauses, and nothing but a comma between them."""
    for block, tokens in _sentences(reading):
        lowers = [token.lower for token in tokens]
        comma = lowers.index(",") if lowers.count(",") == 1 else 0
        first, second = lowers[:comma], lowers[comma + 1 :]
        if comma <= _SHORTEST or len(second) <= _SHORTEST or not _stand_alone(first, second):
            continue
        if any(token.tag in _FINITE_TAGS for token in tokens[1:comma]):
            yield Hit(block, tokens[comma].start, tokens[comma].start + 1)


def _stand_alone(first: Sequence[str], second: Sequence[str]) -> bool:
    """Say whether both sides of a comma are main clauses, by how they begin and what they do not hold."""
    begins = first[0] in _MAIN_OPENERS and second[0] in _SUBJECTS | {"you"} and second[1] in _FINITE
    return begins and _NO_SPLICE.isdisjoint(first) and _NO_SPLICE.isdisjoint(second[:3]) and "?" not in second
