"""What was never meant to be in the article: the page's navigation, captions in another language."""

import re
from collections.abc import Iterable, Mapping

from lint.annotate.language import ENGLISH, NAMES, UNKNOWN
from lint.annotate.reading import Reading
from lint.document import DISPLAY, BlockKind
from lint.model import Severity
from lint.rule import Hit, Option

_NAVIGATION = re.compile(
    r"(?:skip|jump) to (?:the )?(?:main |next |more )?(?:content|navigation|menu|search|section|footer|sites?)\b.*|"
    r"skip (?:next|to) (?:section|more) .*|"
    r"(?:go|return|back) to (?:the )?(?:home ?page|top|main page)|"
    r"(?:toggle|open|close) (?:the )?(?:navigation|menu|search)|link copied(?: to clipboard)?!?",
    re.IGNORECASE,
)
_FEWEST_WORDS = 4


def page_furniture(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the signature of checks
    """Find blocks that belong to the page: navigation for certain, what else looks like it as a warning."""
    if not reading.is_english:
        return
    for block in reading.document.blocks:
        text = block.text.strip()
        if block.kind is BlockKind.FURNITURE or _NAVIGATION.fullmatch(text):
            severity = None if _NAVIGATION.fullmatch(text) else Severity.WARNING
            yield Hit(block, 0, len(block.text.rstrip()), severity=severity)


def other_language(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the signature of checks
    """Find headings, captions and the like in another language than the article's."""
    if not reading.is_english:
        return
    for block in reading.document.blocks:
        code = reading.languages[block]
        if block.kind not in DISPLAY or code in (ENGLISH, UNKNOWN) or len(block.text.split()) < _FEWEST_WORDS:
            continue
        values = {"block": block.kind.value, "language": NAMES.get(code, "another language")}
        yield Hit(block, 0, len(block.text.rstrip()), values)
