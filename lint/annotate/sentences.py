"""Sentence boundaries by rule: right around quotations, initials and abbreviations.

A sentence is what a newsroom counts as one. The line that tells who spoke belongs to the words spoken, also after a
question mark; a reference mark belongs to the sentence before it, a list's number to the one after; a dateline belongs
to the first sentence.
"""

import re
import unicodedata

from lint.annotate import abbreviations
from lint.model import Span

_END = re.compile(
    r"""(?<![.!?…])(?P<stop>[.!?…]+)(?P<close>["'“”‘’«»)\]*_]*)(?P<reference>(?:\s?\[(?:\d{1,3}|[a-z ]{2,30}\??)\])*)"""
    r"""(?P<gap>\s+)(?!\[(?:\d{1,3}|[a-z ]{2,30}\??)\])(?=(?P<open>["'“”„‘‚(\[«‹¿¡]*)(?P<next>\S))"""
)
_LAST_WORD = re.compile(r"[\w.&-]+$")
_PARTY = re.compile(r"\([A-Z]{1,3}-[A-Z][a-z]{1,4}$")
_LABEL = re.compile(r"[(*]*(?:\d{1,3}(?:\.\d{1,2}){0,3}|[A-Za-z]|P\.?P?\.?S)$")
_DATELINE = re.compile(
    r"[A-Z]{2}[A-Z .'’-]{0,40}(?:, [A-Z][\w.]{0,20}(?: [A-Z][\w.]{0,20})?)?(?: \([\w /]{1,30}\))? ?(?:—|–|--?) "
)
_SPEECH = re.compile(
    r"(?!(?:I|You|He|She|It|We|They|Nobody|Someone|Everyone)\b)(?:[A-Z][\w.'’-]*\s+){1,4}"
    r"(?:said|says|asked|asks|told|wondered|replied|added|wrote|tweeted|shouted|cried|joked|quipped)\b"
)
_YEAR = re.compile(r"\(\d{4}\)")
_ODD_START = re.compile(r"[$£€¥]\d|[#@]\w|https?:|www\.|[a-z]{1,4}[A-Z]|[a-z0-9]{1,2}\)\s|[•▪◦]")


def split(text: str) -> tuple[Span, ...]:
    """Give the sentences of a block, in order, white space between them left out."""
    spans, start = [], 0
    dateline = _DATELINE.match(text)
    for match in _END.finditer(text, dateline.end() if dateline else 0):
        if _ends(text, start, match):
            spans.append(Span(start, match.start("gap")))
            start = match.end("gap")
    if text[start:].strip():
        end = len(text.rstrip())
        spans.append(Span(start, max(end, start)))
    return tuple(spans)


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Say whether the sentence that begins at `start` ends with the stop that has been found."""
    at = match.start("next")
    if not (_begins(text, at) or (match["open"] and match["next"].isalnum())):
        return False
    if match["stop"] != ".":
        return not _goes_on(text, match)
    if match["reference"]:
        return True
    if match["close"]:
        return match["close"] != ")" or not _PARTY.search(text, max(start, match.start() - 10), match.start())
    return not _is_label(text, start, match.start()) and not _is_abbreviated(text, match.start(), at)


def _is_label(text: str, start: int, stop: int) -> bool:
    """Say whether all that stands before the stop is the number of a list's item, or “P.S.”."""
    return stop - start < 9 and bool(_LABEL.fullmatch(text, start, stop))


def _is_abbreviated(text: str, stop: int, following: int) -> bool:
    """Say whether the stop ends an abbreviation inside the sentence. `following` is where the next word begins."""
    last = _LAST_WORD.search(text, max(0, stop - 30), stop)
    return last is not None and abbreviations.continues(last.group(), text[following : following + 30])


def _begins(text: str, at: int) -> bool:
    """Say whether what stands at `at` may begin a sentence."""
    char = text[at]
    if char.isupper() or char.isdigit() or char == "\ufffc":
        return True
    return bool(_ODD_START.match(text, at)) or unicodedata.category(char) == "So"


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Say whether the sentence goes on after a mark other than a full stop: who spoke, or the year of a title."""
    if match["next"].islower():
        return bool(match["close"]) and not _ODD_START.match(text, match.start("next"))
    if match["open"]:
        return match["open"] == "(" and bool(_YEAR.match(text, match.start("open")))
    return bool(match["close"].strip(")]")) and bool(_SPEECH.match(text, match.start("next")))
