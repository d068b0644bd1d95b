"""Scare quotes: a word or two in quotation marks again and again, though nobody says them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from lint.annotate.quotations import Quotation
from lint.annotate.reading import Reading
from lint.checks import claims_scope
from lint.checks.claims_scope import Scope
from lint.rule import Hit, Option

_LONGEST = 2


def scare_quote(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find the second and later uses of a term of one or two words in quotation marks that is used often.

    Options: those of the scope; `times`, how often is often.
    """
    scope = Scope(reading, options)
    if scope.is_exempt:
        return
    value = options.get("times", 3)
    uses: dict[str, list[Quotation]] = defaultdict(list)
    for block in scope.body:
        for quotation in reading.quotations(block):
            words = quotation.text.strip(" .,;:!?").split()
            if 0 < len(words) <= _LONGEST and not claims_scope.is_title(words) and not _is_said(reading, quotation):
                uses[" ".join(words).lower()].append(quotation)
    for found in uses.values():
        if len(found) >= (value if isinstance(value, int) else 3):
            yield from (Hit(one.block, one.start, one.end) for one in found[1:])


def _is_said(reading: Reading, quotation: Quotation) -> bool:
    return reading.utterances.speaker(quotation) is not None
