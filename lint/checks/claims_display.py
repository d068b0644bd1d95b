"""Display quotations: words in quotation marks above or beside the story that nobody says in it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from lint.annotate.quotations import Quotation
from lint.annotate.reading import Reading
from lint.checks import claims_scope
from lint.document import BODY, BlockKind
from lint.rule import Hit, Option, Pointer

_FEWEST_WORDS = 3
_MOST_COMPARED = 200
"""A page with more quotations than this is compared in part, so that the time stays linear."""
_LONGEST_COMPARED = 2_000
_NEAR = 50
_SAME_WORDS = 75
_LEFT_OUT = re.compile(r"\[[^\]]*\]|\.\.\.|…|\. \. \.")
_WORD = re.compile(r"\w+")
_NAMING = re.compile(
    r"\b(?:click|press|select|tap|choose|called|named|titled|known as)(?: on)?(?: the)? ?$", re.IGNORECASE
)
_IMAGINED = re.compile(
    r"\b(?:you|your|we|our|anyone|someone|somebody|everyone|ever)\b[^.!?\"“”]*\b(?:think|thought|say|said|ask|asked|wonder|wondered|"
    r"hear|heard|feel|felt|tell yourself)(?: to yourself)?[,:]? ?$",
    re.IGNORECASE,
)
_REACH = 160
_BUTTON = re.compile(r" (?:button|tab|menu|link|field|option)s?\b")


def display_quote(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - none yet
    """Find quotations of three words and more in headline, deck, headings and captions that the body does not hold.

    Case, marks, white space and what is left out in brackets or dots do not count. The hit points to the nearest
    quotation of the body.
    """
    body = f" {' '.join(_words(block.text) for block in reading.of(*BODY))} "
    if not body.strip():
        return
    spoken = list(islice(_spoken(reading), _MOST_COMPARED))
    for quotation in islice(_displayed(reading), _MOST_COMPARED):
        if all(f" {part} " in body for part in _parts(quotation.text)):
            continue
        near = _nearest(quotation.text, spoken)
        if (near and near[1] >= _SAME_WORDS) or not claims_scope.is_title(quotation.text.split()):
            yield _hit(quotation, near[0] if near else None)


def _words(text: str) -> str:
    """Give the words of a text in lower case, one space between them."""
    return " ".join(_WORD.findall(text.lower()))


def _parts(text: str) -> list[str]:
    """Give the stretches of words between what is left out."""
    return [words for part in _LEFT_OUT.split(text) if (words := _words(part))]


def _displayed(reading: Reading) -> Iterator[Quotation]:
    for block in reading.of(BlockKind.HEADLINE, BlockKind.DECK, BlockKind.HEADING, BlockKind.CAPTION):
        for quotation in reading.quotations(block):
            if len(quotation.text.split()) >= _FEWEST_WORDS and not _is_label(quotation):
                yield quotation


def _is_label(quotation: Quotation) -> bool:
    """Say whether the words stand on a button, name something or are put into the reader's mouth: “click ‘Create a new page’”."""
    text = quotation.block.text
    before, after = text[max(0, quotation.start - _REACH) : quotation.start], text[quotation.end : quotation.end + 12]
    return bool(_NAMING.search(before) or _BUTTON.match(after) or _IMAGINED.search(before))


def _spoken(reading: Reading) -> Iterator[Quotation]:
    for block in reading.of(*BODY):
        yield from (q for q in reading.quotations(block) if len(q.text.split()) >= _FEWEST_WORDS)


def _nearest(text: str, spoken: Iterable[Quotation]) -> tuple[Quotation, float] | None:
    """Give the quotation of the body most like the text, and how like it is from 0 to 100; None if none is like it."""
    from rapidfuzz import fuzz

    wanted = _words(text[:_LONGEST_COMPARED])
    scored = [(fuzz.token_set_ratio(wanted, _words(q.text[:_LONGEST_COMPARED])), -i, q) for i, q in enumerate(spoken)]
    best = max(scored, key=lambda entry: entry[:2], default=None)
    return (best[2], best[0]) if best and best[0] >= _NEAR else None


def _hit(quotation: Quotation, near: Quotation | None) -> Hit:
    if near is None:
        return Hit(quotation.block, quotation.start, quotation.end)
    pointer = Pointer("the nearest quotation in the body", near.block, near.start, near.end)
    message = "Nobody says these words in the story. The nearest quotation there reads otherwise: quote it, or drop the marks."
    return Hit(quotation.block, quotation.start, quotation.end, message=message, related=(pointer,))
