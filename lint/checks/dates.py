"""Dates that no calendar has, weekdays that do not fit, and dates after the article's own."""

import calendar
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from lint.annotate.reading import Reading
from lint.document import Block, BlockKind
from lint.rule import Hit, Option, number_option

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name} | {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_WEEKDAYS = [day.lower() for day in calendar.day_name]
_MONTH = (
    r"(?P<{}>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?P<{}>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?P<{}>(?:1[5-9]|20)\d{{2}})\b(?![-–—:]|\.\d))?"
_DATE = re.compile(
    r"\b(?:(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),? (?:the )?)?(?:"
    f"{_MONTH.format('month')} {_DAY.format('day')}(?![\\w:]|[.,]\\d|[-–—]\\d){_YEAR.format('year')}"
    "|"
    f"(?<![\\d.,$£€:]){_DAY.format('day2')} (?:of )?{_MONTH.format('month2')}\\b\\.?{_YEAR.format('year2')}" + ")"
)
_FUTURE = re.compile(
    r"\b(?:will|shall|would|should|(?-i:may)|might|could|can|must|going to|due|until|till|by|before|through|next|upcoming|coming|"
    r"plans?|planned|scheduled|expected|expects?|set to|to be|deadline|expires?|starting|beginning|effective|updated?|corrected|"
    r"correction|editor|forthcoming|slated|proposed|register|apply|from|between|accessed|retrieved|modified|visited|open|ends?|begins?|starts?|takes?|is|are)\b|[’']ll\b",
    re.IGNORECASE,
)
_UNTOLD = frozenset({BlockKind.FURNITURE, BlockKind.CREDIT, BlockKind.BYLINE})


@dataclass(frozen=True, slots=True)
class _Date:
    """A date as written: prose offsets, weekday (0 is Monday) and year where given."""

    start: int
    end: int
    month: int
    day: int
    year: int | None
    weekday: int | None

    def on(self, year: int) -> date | None:
        """Give the day in a year, or None if the calendar has no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def impossible(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the signature of checks
    """Find days that no calendar has: February 30, or February 29 outside a leap year."""
    for block in reading.blocks:
        for found in _dates(block.text):
            year = found.year or 2000
            days = calendar.monthrange(year, found.month)[1]
            if found.day > days and not (found.year is None and found.day > 31):
                note = f" in {found.year}" if found.month == 2 and found.year else ""
                values = {"month": calendar.month_name[found.month], "days": str(days), "year_note": note}
                yield Hit(block, found.start, found.end, values)


def weekday(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the signature of checks
    """Find dates whose weekday is another. Without a year, the one nearest to the article's own date counts."""
    for block in reading.blocks:
        for found in _dates(block.text):
            day = _nearest(found, reading.document.published)
            if day and found.weekday is not None and day.weekday() != found.weekday:
                yield _weekday_hit(block, found, day, reading.document.published)


def after_publication(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find dates later than the article's by more than `days`, in sentences that do not look ahead."""
    published = reading.document.published
    if published is None:
        return
    latest = published + timedelta(days=number_option(options, "days"))
    for block in reading.blocks:
        for found in _dates(block.text):
            day = found.on(found.year) if found.year else None
            sentence = reading.sentence(block, found.start)
            if day and day > latest and not _FUTURE.search(block.text[sentence.start : sentence.end]):
                yield Hit(block, found.start, found.end, {"published": _written(published)})


def _dates(text: str) -> Iterator[_Date]:
    for match in _DATE.finditer(text):
        month = _MONTHS[(match["month"] or match["month2"]).lower().rstrip(".")]
        day = int(match["day"] or match["day2"])
        year = match["year"] or match["year2"]
        name = match["weekday"]
        if not day or ((match["month"] or match["month2"]) == "May" and not (year or name or 0 < day < 32)):
            continue
        number = _WEEKDAYS.index(name.lower()) if name else None
        yield _Date(match.start(), match.end(), month, day, int(year) if year else None, number)


def _nearest(found: _Date, published: date | None) -> date | None:
    if found.year:
        return found.on(found.year)
    if published is None:
        return None
    days = [day for year in (-1, 0, 1) if (day := found.on(published.year + year))]
    near = [day for day in days if abs(day - published) <= timedelta(days=180)]
    return min(near, key=lambda day: abs(day - published), default=None)


def _weekday_hit(block: Block, found: _Date, day: date, published: date | None) -> Hit:
    text = block.text[found.start : found.end]
    wrong, right = calendar.day_name[found.weekday or 0], calendar.day_name[day.weekday()]
    tense = "is" if published and day >= published else "was"
    values = {"date": _written(day), "tense": tense, "right": right, "wrong": wrong}
    return Hit(block, found.start, found.end, values, suggestions=(text.replace(wrong, right, 1),))


def _written(day: date) -> str:
    return f"{calendar.month_name[day.month]} {day.day}, {day.year}"
