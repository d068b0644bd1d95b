"""Quotations whose speaker the reader has to look for: nowhere near, or only after several sentences."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping

from lint.annotate.quotations import Ending
from lint.annotate.reading import Reading
from lint.annotate.speakers import Source, SourceClass
from lint.annotate.speech import Form
from lint.annotate.utterances import Utterance
from lint.checks.claims_scope import Scope
from lint.document import Block
from lint.rule import Hit, Option, Pointer

_FEWEST_WORDS = 8
_MOST_ALONE = 3
"""More paragraphs of speech without a speaker than this are a dialogue, an interview or a transcript."""

_KNOWN = (SourceClass.NAMED, SourceClass.ROLE, SourceClass.VAGUE)


def orphan_quote(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find paragraphs that are a quotation and no more, of which nothing beside them tells who speaks.

    An epigraph at the top is let alone, and a piece of many such paragraphs: an interview or a dialogue.
    """
    scope = Scope(reading, options)
    if scope.is_exempt:
        return
    alone = [
        place
        for place, block in enumerate(scope.body)
        if any(_is_orphan(said, block) for said in reading.utterances.of(block))
    ]
    if len(alone) <= _MOST_ALONE:
        for place in alone:
            if place and not any(_leads_to_speech(reading, block) for block in _beside(scope.body, place)):
                block = scope.body[place]
                yield Hit(block, 0, len(block.text.rstrip()))


def _is_orphan(said: Utterance, block: Block) -> bool:
    """Say whether the whole paragraph is a quotation without a speaker."""
    if said.speaker or said.form is not Form.DIRECT or said.start > 0 or len(block.text.split()) < _FEWEST_WORDS:
        return False
    return not any(map(str.isalnum, block.text[said.end :]))


def _beside(body: list[Block], place: int) -> list[Block]:
    return [*body[max(0, place - 1) : place], *body[place + 1 : place + 2]]


def _leads_to_speech(reading: Reading, block: Block) -> bool:
    """Say whether a paragraph has anybody who speaks, or runs over into the next."""
    if block.text.rstrip().endswith((":", ",", "—")) or any(reading.utterances.of(block)):
        return True
    return any(found.kind in _KNOWN for found in reading.attributions.of(block))


def late_attribution(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find quotations at the head of a paragraph whose speaker is new and named only after several sentences.

    Options: those of the scope; `sentences`, how many are too many.
    """
    scope = Scope(reading, options)
    if scope.is_exempt:
        return
    value = options.get("sentences", 3)
    most = value if isinstance(value, int) else 3
    for place, block in enumerate(scope.body):
        said = next(iter(reading.utterances.of(block)), None)
        if said and said.form is Form.DIRECT and said.start == 0 and _length(reading, said) >= most:
            source = _source_behind(reading, said)
            if source and _is_new(reading, source, scope.body[max(0, place - 1) : place]):
                yield _late(said, source)


def _length(reading: Reading, said: Utterance) -> int:
    """Give the number of sentences that end inside an utterance."""
    rows = reading.sentences(said.block)
    first = bisect_right(rows, said.start, key=lambda span: span.start) - 1
    return bisect_left(rows, said.end, key=lambda span: span.start) - max(0, first)


def _source_behind(reading: Reading, said: Utterance) -> Source | None:
    """Give the first source that speaks behind an utterance in its paragraph."""
    found = (one for one in reading.attributions.of(said.block) if not one.quoted and one.span.start >= said.end)
    return next((one.source for one in found if one.source), None)


def _is_new(reading: Reading, source: Source, before: list[Block]) -> bool:
    """Say whether the reader cannot know who speaks: somebody whom the paragraph before did not bring in."""
    if source.pronoun or source.kind is SourceClass.ROLE:
        return False
    runs_over = any(
        block.text.rstrip().endswith(":") or any(q.ending is not Ending.CLOSED for q in reading.quotations(block))
        for block in before
    )
    return not runs_over and all(source.surname not in block.text for block in before)


def _late(said: Utterance, source: Source) -> Hit:
    who = said.block.text[source.start : source.end]
    pointer = Pointer(f"{who} is named here", said.block, source.start, source.end)
    return Hit(said.block, said.start, said.end, {"who": who}, related=(pointer,))
