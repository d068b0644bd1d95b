"""Slips that no pattern holds, as the evidence scorer suspects them: where it is sure a warning, else a suggestion."""

from collections.abc import Iterable, Iterator, Mapping

from lint.annotate.evidence.edits import Slip
from lint.annotate.reading import Reading
from lint.model import Severity
from lint.rule import Hit, Option


def missing_word(reading: Reading, _: Mapping[str, Option]) -> Iterable[Hit]:
    """Find words before which a small word seems to be missing."""
    return _hits(reading, Slip.MISSING)


def extra_word(reading: Reading, _: Mapping[str, Option]) -> Iterable[Hit]:
    """Find words that seem to be left over."""
    return _hits(reading, Slip.EXTRA)


def wrong_form(reading: Reading, _: Mapping[str, Option]) -> Iterable[Hit]:
    """Find verbs and nouns that seem to be in the wrong form."""
    return _hits(reading, Slip.FORM)


def wrong_word(reading: Reading, _: Mapping[str, Option]) -> Iterable[Hit]:
    """Find words in whose place another seems to be meant."""
    return _hits(reading, Slip.CONFUSION)


def wrong_possessive(reading: Reading, _: Mapping[str, Option]) -> Iterable[Hit]:
    """Find plurals that seem to be meant as possessives, and possessives that seem to be meant as plurals."""
    return _hits(reading, Slip.POSSESSIVE)


def _hits(reading: Reading, slip: Slip) -> Iterator[Hit]:
    for block in reading.blocks:
        for found in reading.evidence(block).suspicions:
            if found.slip is slip:
                right = found.repairs[0]
                values = {"right": right, "lost": right.partition(" ")[0]}
                severity = None if found.sure else Severity.SUGGESTION
                yield Hit(block, found.start, found.end, values, suggestions=found.repairs[:2], severity=severity)
