"""The day an article bears: dates as newsrooms and front matter write them."""

import re
from collections.abc import Mapping
from datetime import date

MONTHS = "january february march april may june july august september october november december".split()
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})(?!\d)",
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}\b",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?\s+{_MONTH},?\s+{_YEAR}\b",
        rf"\b(?P<day>\d{{1,2}})\.(?P<number>\d{{1,2}})\.{_YEAR}\b",
    )
)
_BEFORE = re.compile(
    r"(?:(?:first |last )?(?:published|updated|posted|modified)(?: on| at)?:?\s*)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+|(?:mon|tue|wed|thu|fri|sat|sun)\.?,?\s+)?",
    re.IGNORECASE,
)
_AFTER = re.compile(r"[\s,|·•–—-]*(?:(?:at )?\d{1,2}[:.]\d{2}.{0,20}|T\d{2}:\d{2}.{0,20})?", re.IGNORECASE)
_LONGEST_LINE = 80
_KEYS = ("date", "published", "publishdate", "pubdate", "publish_date", "pub_date")


def published_in(meta: Mapping[str, str]) -> date | None:
    """Give the day of publication that the fields of front matter name, or None."""
    return next((day for key in _KEYS if (day := find_date(meta.get(key, "")))), None)


def find_date(text: str) -> date | None:
    """Give the first date in a short text, or None where it holds none that exists."""
    for pattern in _PATTERNS:
        match = pattern.search(text)
        if match and (found := _date(match)):
            return found
    return None


def is_date_line(text: str) -> bool:
    """Say whether the text is a date and nothing but its trimmings: “Published Tuesday, March 22, 2023, 10:15 CET”."""
    if len(text) > _LONGEST_LINE:
        return False
    for pattern in _PATTERNS:
        match = pattern.search(text)
        if match and _date(match):
            return bool(_BEFORE.fullmatch(text, 0, match.start()) and _AFTER.fullmatch(text, match.end()))
    return False


def _date(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    month = int(parts["number"]) if "number" in parts else _month(parts["month"])
    try:
        return date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        return None


def _month(name: str) -> int:
    return next(index for index, month in enumerate(MONTHS, 1) if month.startswith(name.lower()[:3]))
