"""The sources of articles as text for people: who speaks and how much, each quotation with its speaker, what has no source."""

from collections.abc import Iterable, Iterator, Sequence

from lint.annotate.speakers import SourceClass
from lint.reporters.terminal import clip, visible, width
from lint.reporters.text import painted
from lint.reporters.view import Look
from lint.reporters.wording import count
from lint.sourcelist import ArticleSources, Claim, ListedSource, SpeakerPlace, SpokenQuotation, Stretch

_SORTS = (SourceClass.NAMED, SourceClass.ROLE, "anonymous", SourceClass.VAGUE)
_BOLD, _DIM, _YELLOW = "1", "2", "33"
_NARROWEST = 60
_WIDEST_NAME = 34
REASONS = {"vague": "who exactly?", "none": "says who?", "quotation": "whose words?"}
"""What an editor asks of a claim, by its reason."""


def render(articles: Sequence[ArticleSources], look: Look) -> str:
    """Give the sources as text, each line ended."""
    limit = max(look.width, _NARROWEST)
    told = ["".join(f"{line.rstrip()}\n" for line in _article(article, limit, look)) for article in articles]
    return "\n".join(told or ["Nothing was read.\n"])


def describe(source: ListedSource) -> str:
    """Say in a word how well a source is told: named, a role, anonymous, a vague group."""
    if source.anonymous:
        return "anonymous"
    return source.kind.value


def summary(article: ArticleSources) -> str:
    """Give the article in a line: how many sources of which sort, and their share of its words."""
    sorts = [describe(source) for source in article.sources]
    told = ", ".join(f"{sorts.count(sort)} {sort}" for sort in _SORTS if sort in sorts)
    share = f"{_percent(article.spoken, article.words)} of {count(article.words, 'word')}"
    return f"{count(len(sorts), 'source')} ({told}), {share}." if sorts else "Nobody speaks."


def _article(article: ArticleSources, limit: int, look: Look) -> Iterator[str]:
    yield painted(visible(article.path), _BOLD, look)
    yield f"  {summary(article)}"
    if article.sources:
        yield from ["", *_sources(article, look)]
    if article.quotations:
        yield from ["", "  Quotations", *_quotations(article.quotations, limit, look)]
    if article.claims:
        yield from ["", "  Without a source", *_claims(article.claims, limit, look)]


def _sources(article: ArticleSources, look: Look) -> Iterator[str]:
    names = [clip(visible(source.name), _WIDEST_NAME) for source in article.sources]
    widest = max(map(width, names))
    for name, source in zip(names, article.sources, strict=True):
        padding = " " * (widest - width(name))
        facts = [count(source.quotations, "quotation")] if source.quotations else []
        facts += [count(source.statements, "statement")] if source.statements else []
        facts += [f"{count(source.words, 'word')} ({_percent(source.words, article.words)})"] if source.words else []
        place = painted(f"line {source.first.start.line}", _DIM, look)
        yield f"    {name}{padding}  {describe(source):<9}  {', '.join(facts)}  {place}"


def _quotations(quotations: Iterable[SpokenQuotation], limit: int, look: Look) -> Iterator[str]:
    for quotation in quotations:
        speaker = quotation.speaker
        who = clip(_who(speaker), _WIDEST_NAME) if speaker else painted("nobody", _YELLOW, look)
        yield _line(quotation.place, who, limit)


def _who(speaker: SpeakerPlace) -> str:
    """Give the words that say who speaks, and whom they mean where they do not tell it themselves."""
    text, person = " ".join(visible(speaker.place.text).split()), visible(speaker.person)
    return text if person in text else f"{text} ({person})"


def _claims(claims: Iterable[Claim], limit: int, look: Look) -> Iterator[str]:
    for claim in claims:
        yield _line(claim.place, painted(REASONS[claim.reason], _YELLOW, look), limit)


def _line(place: Stretch, told: str, limit: int) -> str:
    """Give a place, the beginning of its words and what is told of it."""
    where = f"{place.start.line}:{place.start.column}".ljust(7)
    room = limit - _WIDEST_NAME - 14
    words = clip(" ".join(visible(place.text).split()), room)
    return f"    {where} {words}{' ' * (room - width(words))}  {told}"


def _percent(part: int, whole: int) -> str:
    return f"{round(100 * part / whole) if whole else 0} %"
