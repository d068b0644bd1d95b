"""Naked statistics: figures and superlatives of which nobody says who counted."""

import re
from collections.abc import Iterable, Mapping

from lint.annotate.clauses import Sentence
from lint.annotate.reading import Reading
from lint.checks.claims_scope import Scope
from lint.checks.claims_sourcing import Sourcing, is_quoted
from lint.checks.claims_words import any_of
from lint.model import Span
from lint.rule import Hit, Option

_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten"
_NUMBER = rf"(?:(?<![\d.,])\d[\d,.]{{0,14}}|{_SMALL}|eleven|twelve|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-(?:{_SMALL}))?)"
_ABOUT = any_of(
    "more_than fewer_than less_than nearly almost about some at_least up_to over roughly an_estimated as_many_as"
)
_SHARE = rf"{_NUMBER} ?(?:%|percent\b|per cent\b|percentage points?\b)"
_OF = rf"\b(?:{_SMALL}|\d+) (?:in|out of)(?: every)? (?:{_SMALL}|\d+)\b"
_MONEY = r"[$€£]\d[\d,.]{0,14} ?(?:million|billion|trillion|m|bn)\b"
_CROWD = (
    rf"\b{_ABOUT} (?:\d{{3,12}}|\d{{1,3}}(?:,\d{{3}}){{1,5}}|[\d.]{{1,9}} (?:million|billion)|(?:a |two |three |"
    rf"several )?(?:hundred|thousand|million|dozen|score)s?(?: of)?)"
    rf" [a-z]+|(?<![$€£\d.,])\d{{1,3}}(?:,\d{{3}}){{1,5}} (?!and\b|or\b|in\b|to\b|on\b|for\b|by\b)[a-z]+"
)
_PART = (
    r"\b(?:an? (?:\w+ )?majority|(?:about |nearly |almost |more than |over )?(?:half|two-thirds|a third|one-third|"
    r"three-quarters|three-fourths|a quarter|"
    r"a fifth|one-fifth)) of (?:the |all |its |their )?[a-z]+"
    r"|\b(?:doubled|tripled|trebled|quadrupled|halved|twice as (?:many|much|\w+)|three times as (?:many|much|\w+))\b"
)
_BEST = (
    r"(?:largest|biggest|highest|lowest|smallest|oldest|youngest|fastest|fastest-growing|slowest|worst|best|"
    r"deadliest|busiest|richest|poorest|"
    r"tallest|longest|shortest|greatest|foremost|leading|strongest|weakest|heaviest|costliest|cheapest|safest|"
    r"(?:most|least) [a-z-]+)"
)
_FIELD = (
    r"(?:in|of|on) (?:the |its |all |any )?(?:world|country|nation|state|city|region|continent|county|history|record|kind|"
    r"century|decade|decades|years|[A-Z]\w+)"
)
_SUPERLATIVE = (
    rf"\b(?:the|its|their) (?:single |first |second |third )?{_BEST} (?:[\w’'-]+ ){{1,5}}(?:{_FIELD}|ever|since)\b"
    rf"|\b(?:world|country|nation|state|city|region|continent)['’]s {_BEST} [a-z]+"
    r"|\bthe first (?:[\w-]+ ){1,4}(?:ever|in (?:history|decades|years))\b|\bthe first (?:large|full|major|national|"
    r"public)[\w-]* [a-z]+"
    r"|\b(?:more|fewer|less) (?:[\w-]+ ){1,7}than any other\b"
    r"|\ba record (?:\d|high|low|number)\b|\brecord(?:-breaking|-high|-low) [a-z]+"
)
_FIGURE = re.compile(f"{_SHARE}|{_OF}|{_MONEY}|{_CROWD}|{_PART}", re.IGNORECASE)
_RECORD = re.compile(_SUPERLATIVE)
_LONGEST_TERM = 4
_OPEN = frozenset(
    "vote votes voted voters ballot ballots delegates primary caucus election score scored goals points match season "
    "shares stock stocks trading worth cost costs price prices paid pay pays sold sells budgeted fined fine sentence "
    "sentenced sampling margin error signatures collected raised donated".split()
)
"""Words of what is public, seen by all, or known by whoever paid."""

_OWN = frozenset("we our us i my".split())
"""Words of those who have counted their own."""


def naked_statistic(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find the first figure or superlative of each sentence that nobody stands behind.

    A piece about one poll, report or budget is left alone. Options: those of the scope.
    """
    scope = Scope(reading, options)
    sourcing = Sourcing(scope)
    if scope.is_exempt or sourcing.is_about_a_document():
        return
    for block in scope.body:
        for sentence in scope.sentences(block):
            if not (sentence.is_question or sourcing.carries(sentence)):
                span = _superlative(sentence) or _figure(sourcing, sentence)
                if span and not _is_in_speech(sentence, span):
                    yield Hit(block, span.start, span.end)


def _is_in_speech(sentence: Sentence, span: Span) -> bool:
    """Say whether the figure is quoted, or the sentence quotes more than a term."""
    return is_quoted(sentence, span) or sum(sentence.quoted) > _LONGEST_TERM


def _superlative(sentence: Sentence) -> Span | None:
    found = _RECORD.search(sentence.block.text, sentence.span.start, sentence.span.end)
    return Span(*found.span()) if found else None


def _figure(sourcing: Sourcing, sentence: Sentence) -> Span | None:
    """Give the first figure of a sentence that is not open to all; the sources of the sentences beside it carry it."""
    beside = (sourcing.before(sentence), sourcing.after(sentence))
    known = not _OPEN.isdisjoint(sentence.lowers) or not _OWN.isdisjoint(sentence.lowers)
    if known or any(one and sourcing.carries(one) for one in beside):
        return None
    found = _FIGURE.search(sentence.block.text, sentence.span.start, sentence.span.end)
    return Span(*found.span()) if found else None
