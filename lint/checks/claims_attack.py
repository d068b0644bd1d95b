"""Accusations against somebody named: by a crowd that is not named, or by nobody at all."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

from lint.annotate import english, lexicon
from lint.annotate.attribution import Attribution
from lint.annotate.people import Mention
from lint.annotate.reading import Reading
from lint.annotate.roles import Family
from lint.annotate.speakers import SourceClass
from lint.checks import claims_resolution as resolution
from lint.checks.claims_scope import Scope
from lint.checks.claims_sourcing import Sourcing
from lint.document import Block
from lint.rule import Hit, Option

_ACCUSING = frozenset("accuse blame allege denounce condemn decry deride blast slam mock ridicule".split())
_ACCUSATION = re.compile(
    r"\b(?:liar|lied|lying|stole|steal(?:s|ing)?|theft|treason|unfit|misconduct|cover-up|bull(?:y|ied|ying)|"
    r"cheat(?:s|ed|ing|ers?)?(?![- ]sheet)|(?:corrupt|fraud|abus|racis|sexis|bigot|incompeten|brib|embezzl|crook|"
    r"criminal|harass|molest|plagiari|nepotis|cronyis|negligen|drunk|dishonest|"
    r"manipulat|launder|betray|incit)\w*)\b",
    re.IGNORECASE,
)
_NOMINAL = frozenset({"NN", "NNS", "JJ"})
_NEXT = re.compile(r" ([a-z]+)\b")
_MOST_ASKED = 12
_REACH = 300
"""So far, in characters, an accusation is read."""


class People:
    """The persons whom a reading mentions, by block."""

    def __init__(self, reading: Reading) -> None:
        self._mentions: dict[Block, list[Mention]] = {}
        known = {id(one) for person in reading.people.persons for one in person.mentions}
        for mention in reading.people.mentions:
            if mention.personal and (mention.full or id(mention) in known) and not _is_modifier(mention):
                self._mentions.setdefault(mention.block, []).append(mention)

    def within(self, block: Block, start: int, end: int) -> Iterator[Mention]:
        """Give the first persons mentioned in a stretch of prose (half-open offsets)."""
        rows = self._mentions.get(block, [])
        at = bisect_left(rows, start, key=lambda mention: mention.start)
        for mention in rows[at : at + _MOST_ASKED]:
            if mention.start < end:
                yield mention


class Attacks:
    """Who in a piece is accused by sources without a name."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._people = People(scope.reading)
        self._sourcing = Sourcing(scope)

    def accused(self, found: Attribution) -> Mention | None:
        """Give the person whom a nameless source accuses in the article's own words, without a link or a court."""
        start, end = found.span.end, min(found.sentence.span.end, found.span.end + _REACH)
        if not _is_nameless(found) or self._sourcing.has_law(found.sentence) or self._scope.has_link(found.sentence):
            return None
        if found.lemma not in _ACCUSING and not _ACCUSATION.search(found.block.text, start, end):
            return None
        return next(self._people.within(found.block, start, end), None)


def anonymous_attack(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find nameless sources that accuse somebody named, and whom nobody named joins in it.

    Options: those of the scope.
    """
    scope = Scope(reading, options)
    if scope.is_exempt:
        return
    asked, attacks = resolution.Resolution(scope), Attacks(scope)
    for found in reading.attributions.all:
        accused = attacks.accused(found)
        if accused and not (answer := asked.resolve(found)).resolver:
            values = {"who": accused.text}
            yield Hit(found.block, found.span.start, found.span.end, values, related=answer.pointers)


def _is_modifier(mention: Mention) -> bool:
    """Say whether the name stands before a noun, and says only of which kind it is: Anglo-Saxon attitudes, Tudor houses."""
    following = _NEXT.match(mention.block.text, mention.end)
    readings = lexicon.readings(following[1]) if following and not mention.possessive else frozenset()
    return bool(readings) and readings <= _NOMINAL and following is not None and following[1] not in english.READINGS


def _is_nameless(found: Attribution) -> bool:
    """Say whether sources without a name, or a group, say something in the article's own words."""
    source = found.source
    if not source or source.kind is not SourceClass.VAGUE or source.family is Family.PARTY:
        return False
    return not (found.quoted or found.reported or found.hypothetical)
