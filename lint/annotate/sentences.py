"""Sentence boundaries by rule: right around quotations, initials and abbreviations."""

import re

from lint.annotate import abbreviations
from lint.model import Span

_END = re.compile(
    r"""(?P<stop>[.!?…]+|\ufffc(?=\s+[A-Z]))(?P<close>["'”’)\]»*_]*)(?P<gap>\s+)(?P<open>["'“‘(\[«]*)(?P<next>\S)"""
)
_LAST_WORD = re.compile(r"[\w.&-]+$")


def split(text: str) -> tuple[Span, ...]:
    """Give the sentences of a block, in order, white space between them left out."""
    spans, start = [], 0
    for match in _END.finditer(text):
        if _ends(text, match):
            spans.append(Span(start, match.start("gap")))
            start = match.end("gap")
    if text[start:].strip():
        end = len(text.rstrip())
        spans.append(Span(start, max(end, start)))
    return tuple(spans)


def _ends(text: str, match: re.Match[str]) -> bool:
    following = match["next"]
    if match["stop"].startswith("\ufffc"):
        return False
    if not (following.isupper() or following.isdigit() or following == "\ufffc" or match["open"]):
        return False
    if match["stop"] != ".":
        return not (match["close"] and following.islower())
    if match["close"]:
        return True
    last = _LAST_WORD.search(text, max(0, match.start() - 30), match.start())
    return not last or not abbreviations.continues(last.group(), text[match.start("next") :])
