"""Crimes asserted of somebody named, without a charge, a conviction or a source."""

import re
from collections.abc import Iterable, Iterator, Mapping

from lint.annotate.clauses import Sentence
from lint.annotate.people import Mention
from lint.annotate.reading import Reading
from lint.checks.claims_attack import People
from lint.checks.claims_scope import Scope
from lint.checks.claims_sourcing import ALLEGATION, Sourcing, is_quoted
from lint.checks.claims_words import any_of
from lint.model import Span
from lint.rule import Hit, Option

_SUMS = r"(?:money|cash|funds|millions|thousands|[$€£])"
_DEEDS = any_of(
    "murdered raped embezzled defrauded bribed molested extorted blackmailed strangled robbed burgled burglarized kidnapped "
    "abducted groped sexually_(?:abused|assaulted|harassed) poisoned bludgeoned beheaded trafficked swindled evaded_tax(?:es)? "
    f"took_bribes perjured_(?:him|her)self lied_under_oath laundered_{_SUMS} stole_{_SUMS}"
)
_ACTS = re.compile(
    rf"\s*,?\s*(?:who )?(?:has |had |have )?(?:later |then |also |repeatedly |brutally |once )?{_DEEDS}(?!\w| by\b)"
)
_KINDS = any_of(
    "killer murderer rapist thief fraudster swindler embezzler pa?edophile child_molester terrorist arsonist burglar "
    "robber kidnapper gangster drug_dealer trafficker money_launderer blackmailer con_man conman hitman war_criminal"
)
_CRIMINAL = rf"{_KINDS}(?=[,.;:)]|$| (?:who|and|now|has|had|is|was)\b)"
_APPOSED = re.compile(rf"\s*(?:, (?:the|a) (?:\w+ ){{0,2}}{_CRIMINAL}|(?:is|was) (?:the|a) (?:\w+ly )?{_CRIMINAL})")
_LABELLED = re.compile(rf"(?:^|[\s“(])(?:[Tt]he |[Aa] )?{_KINDS},? $", re.IGNORECASE)
_UNREAL = frozenset(
    "if whether would could might may must not never n't no character film novel play movie series drama".split()
)
_OLD = re.compile(r"\b1[0-9]\d\d\b|\bcentur(?:y|ies)\b|\bB\.?C\.?\b")
_BEFORE = 40


def unattributed_crime(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find crimes told of a person as facts where nobody says so, and no court or charge is named in the paragraph.

    History (a year before 2000, a century) and fiction are left alone. Options: those of the scope.
    """
    scope = Scope(reading, options)
    sourcing, people = Sourcing(scope), People(reading)
    for block in scope.body:
        rows = scope.sentences(block)
        if _OLD.search(block.text) or any(
            sourcing.has_law(row) or not ALLEGATION.isdisjoint(row.lowers) for row in rows
        ):
            continue
        for sentence in rows:
            if _UNREAL.isdisjoint(sentence.lowers) and not sentence.is_question and not sourcing.rests(sentence):
                yield from _crimes(people, sentence)


def _crimes(people: People, sentence: Sentence) -> Iterator[Hit]:
    block = sentence.block
    for mention in people.within(block, sentence.span.start, sentence.span.end):
        span = _crime(sentence, mention)
        if span and not is_quoted(sentence, span):
            yield Hit(block, span.start, span.end, {"who": mention.text})


def _crime(sentence: Sentence, mention: Mention) -> Span | None:
    """Give the words that make a mentioned person a criminal, the name among them."""
    text, end = sentence.block.text, sentence.span.end
    if found := _ACTS.match(text, mention.end, end) or _APPOSED.match(text, mention.end, end):
        return Span(mention.start, found.end())
    start = max(sentence.span.start, mention.start - _BEFORE)
    if found := _LABELLED.search(text, start, mention.start):
        return Span(found.start() + (not text[found.start()].isalnum()), mention.end)
    return None
