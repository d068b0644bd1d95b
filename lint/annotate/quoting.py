"""Which attribution in the sentence of a quotation says who speaks in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from lint.annotate.quotations import Ending
from lint.annotate.speakers import SourceClass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lint.annotate.attribution import Attribution
    from lint.annotate.clauses import Sentence
    from lint.annotate.quotations import Quotation
    from lint.annotate.reading import Reading

_NEIGHBOURS = 4
_LONGEST_LEAD = 12
"""So many words may stand between a cue and the quotation that it plainly introduces."""

_TURN = re.compile(r"^[,\s—–-]*(?:but|and|while|yet|although|though|because|when|as well as)\b", re.IGNORECASE)
_UNFINISHED = re.compile(r"[,?!…—–-]\s*$|\.\.\.\s*$")
_OPEN_GAP = re.compile(r"^\s*(?:,|—|–|--|-|\([^)]{0,40}\),?)?\s*(?:as )?$")


def governing(reading: Reading, rows: Sequence[Sentence], quotation: Quotation) -> Attribution | None:
    """Give the attribution that introduces the quotation, or follows on it; None where its sentences hold none.

    `rows` are the sentences of its block.
    """
    first, last = (_sentence(rows, at) for at in (quotation.start, quotation.end - 1))
    if first is None or last is None:
        return None
    lead = _lead(_before(reading, first, quotation), quotation)
    behind = _behind(_after(reading, last, quotation), quotation)
    if lead and (behind is None or _is_tight(lead, quotation)):
        return lead
    return behind or lead


def is_beside(attribution: Attribution, quotation: Quotation) -> bool:
    """Say whether only a comma or a colon, and “that” or “as”, stand between an attribution and a quotation."""
    span = attribution.span
    start, end = (span.end, quotation.start) if span.end <= quotation.start else (quotation.end, span.start)
    between = quotation.block.text[start:end]
    return len(between) < 12 and not re.sub(r"\b(?:that|as|it|a|an|the)\b|[\s,:—–-]", "", between)


def _sentence(rows: Sequence[Sentence], at: int) -> Sentence | None:
    index = bisect_right(rows, at, key=lambda row: row.span.start) - 1
    return rows[max(0, index)] if rows else None


def _before(reading: Reading, sentence: Sentence, quotation: Quotation) -> list[Attribution]:
    """Give the few attributions of the sentence that end before the quotation, the nearest first."""
    found = reading.attributions.within(sentence)
    end = bisect_left(found, quotation.start, key=lambda one: one.cue.start)
    near = found[max(0, end - _NEIGHBOURS) : end]
    return [one for one in reversed(near) if _is_usable(one) and one.span.end <= quotation.start]


def _after(reading: Reading, sentence: Sentence, quotation: Quotation) -> list[Attribution]:
    """Give the few attributions of the sentence that begin after the quotation, the nearest first."""
    found = reading.attributions.within(sentence)
    start = bisect_left(found, quotation.end, key=lambda one: one.cue.start)
    near = found[start : start + _NEIGHBOURS]
    return [one for one in near if _is_usable(one) and one.span.start >= quotation.end]


def _is_usable(attribution: Attribution) -> bool:
    speaks = attribution.lemma != "see" and attribution.kind is not SourceClass.NONE
    return speaks and attribution.source is not None and not attribution.quoted


def _lead(before: Sequence[Attribution], quotation: Quotation) -> Attribution | None:
    """Give the attribution before the quotation that it belongs to."""
    text = quotation.block.text
    for attribution in before:
        between = text[attribution.span.end : quotation.start]
        if ";" not in between:
            return attribution
    return None


def _is_tight(lead: Attribution, quotation: Quotation) -> bool:
    """Say whether nothing but words of its clause stand between the cue and the quotation: “Doe said the plan was “…””."""
    between = quotation.block.text[lead.span.end : quotation.start].rstrip()
    words = between.split()
    if len(words) > _LONGEST_LEAD:
        return False
    return not re.search(r"[,;—–]|\bbut\b", between.rstrip(",:—–- ")) and not _ends_speech(lead, between)


def _ends_speech(lead: Attribution, between: str) -> bool:
    """Say whether the clause of the cue has ended: “Doe said on Monday, and “…””."""
    return bool(_TURN.match(between.strip())) and lead.lemma != "accord"


def _behind(after: Sequence[Attribution], quotation: Quotation) -> Attribution | None:
    """Give the attribution after the quotation that it belongs to."""
    if not after:
        return None
    text, attribution = quotation.block.text, after[0]
    between = text[quotation.end : attribution.span.start]
    if quotation.ending is not Ending.CLOSED or ";" in between or len(between) > 80:
        return None
    if _OPEN_GAP.match(between):
        return attribution
    inside = quotation.text
    if _UNFINISHED.search(inside) or between.lstrip()[:1] == ",":
        return None if _TURN.match(between) else attribution
    return None
