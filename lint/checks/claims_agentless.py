"""Claims without anybody who makes them: “it is believed”, “has been widely criticised”, “reportedly”."""

import re
from collections.abc import Iterable, Iterator, Mapping

from lint.annotate.clauses import Sentence
from lint.annotate.reading import Reading
from lint.checks.claims_scope import Scope
from lint.checks.claims_sourcing import Sourcing, is_quoted
from lint.checks.claims_words import any_of
from lint.model import Span
from lint.rule import Hit, Option

_HOW = any_of(
    "widely generally commonly often long usually largely frequently increasingly universally broadly popularly "
    "variously traditionally still now also already"
)
_HARD = any_of("sharply heavily strongly roundly severely bitterly repeatedly fiercely loudly")
_BE = any_of("is are was were has_been have_been had_been")
_HELD = any_of("believed thought said reported claimed alleged rumou?red feared assumed argued understood speculated")
_SEEN = any_of(
    "seen viewed regarded considered believed thought expected described defined hailed blamed perceived credited "
    "dismissed associated interpreted derided touted billed"
)
_JUDGED = any_of(
    "criti[cq]i[sz]ed condemned praised mocked ridiculed faulted panned denounced derided lambasted vilified lauded "
    "questioned called_into_question discredited"
)
_REACTION = any_of(
    "criticism scepticism skepticism outrage opposition anger derision praise controversy ridicule condemnation "
    "backlash dismay accusations allegations complaints"
)
_CLAIM = re.compile(
    rf"\b[Ii]t (?:is|was|has been|had been) (?:{_HOW} )?{_HELD}\b"
    rf"|\b{_BE} (?:\w+ ){{0,2}}?{_HOW} (?:{_SEEN}|{_JUDGED})\b"
    rf"|\b(?:is|are|was|were) (?:also )?{_HELD} to (?:be|have)\b"
    rf"|\b(?:has|have|had) been (?:reported|described|portrayed) as\b"
    rf"|\b{_BE} (?:{_HARD} )?(?:{_JUDGED})\b"
    rf"|\b(?:has|have) been (?:\w+ly )?(?:controversial|divisive|unpopular)\b"
    rf"|\b(?:met|greeted|received) with (?:[a-z]\w* ){{0,2}}{_REACTION}\b"
    rf"|\b(?:drew|drawn|sparked|prompted|faced|provoked|attracted) (?:[a-z]\w* ){{0,2}}{_REACTION}\b"
    rf"|\b(?:[Qq]uestions|[Dd]oubts|[Cc]oncerns|[Oo]bjections) (?:have been|has been|were) raised\b"
    rf"|\b[Aa]mid (?:[a-z]\w* ){{0,2}}{_REACTION}\b"
)
_AGENT = re.compile(
    r"[^.;:]{0,60}?\b(?:by|from|among|amongst|on the part of) (?!the (?:start|beginning|outset|first)\b)[\w“\"]"
)
_BEFORE_AGENT = re.compile(r"\b(?:by|from|among)\b[^.;]{1,60}$")
_HEARSAY = frozenset("reportedly purportedly supposedly rumored rumoured".split())


def agentless_claim(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find claims in the passive and reactions that nobody is said to have, in sentences that rest on nobody.

    Options: those of the scope.
    """
    for sourcing, sentence in _open_sentences(reading, options):
        if not sourcing.has_law(sentence) and not sourcing.rests(sentence):
            yield from (Hit(sentence.block, span.start, span.end) for span in _claims(sentence))


def _open_sentences(reading: Reading, options: Mapping[str, Option]) -> Iterator[tuple[Sourcing, Sentence]]:
    """Give the sentences of the body that ask nothing, with what they rest on."""
    scope = Scope(reading, options)
    if scope.is_exempt:
        return
    sourcing = Sourcing(scope)
    for block in scope.body:
        yield from ((sourcing, sentence) for sentence in scope.sentences(block) if not sentence.is_question)


def _claims(sentence: Sentence) -> Iterator[Span]:
    text, inside = sentence.block.text, sentence.span
    for found in _CLAIM.finditer(text, inside.start, inside.end):
        span = Span(*found.span())
        has_agent = _AGENT.match(text, span.end, inside.end) or _BEFORE_AGENT.search(
            text, max(inside.start, span.start - 60), span.start
        )
        if not has_agent and not is_quoted(sentence, span):
            yield span


def reportedly(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find hearsay (“reportedly”) in paragraphs that name no outlet, document or speaker, and hold no link.

    Options: those of the scope.
    """
    told: dict[object, bool] = {}
    for sourcing, sentence in _open_sentences(reading, options):
        heard = [
            index for index, lower in enumerate(sentence.lowers) if lower in _HEARSAY and not sentence.quoted[index]
        ]
        if not heard:
            continue
        block = sentence.block
        if block not in told:
            told[block] = sourcing.is_sourced(block)
        if not told[block]:
            words = (sentence.words[index] for index in heard)
            yield from (Hit(block, word.start, word.end) for word in words)
