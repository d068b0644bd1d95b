"""What a page says of itself: its language, author, date, section, tags and description."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from lint.formats import html_attributes as attributes
from lint.formats.dates import find_date
from lint.formats.html_tokens import Attribute, StartTag

_META = {
    "author": "author",
    "article:author": "author",
    "byl": "author",
    "article:section": "section",
    "section": "section",
    "keywords": "tags",
    "news_keywords": "tags",
    "article:tag": "tags",
    "og:type": "type",
}
_PUBLISHED = (
    "article:published_time", "datepublished", "pubdate", "publishdate", "publish_date", "date", "dc.date", "dc.date.issued",
)  # fmt: skip
_DESCRIPTIONS = ("description", "og:description", "twitter:description")
_PARAGRAPHS_ABOVE = 1


@dataclass(frozen=True, slots=True)
class Page:
    """What was said: `meta` by key, the day of publication, the attribute that holds the description."""

    meta: Mapping[str, str] = field(default_factory=dict)
    published: date | None = None
    description: Attribute | None = None


def page(text: str, tags: Sequence[tuple[StartTag, int]]) -> Page:
    """Sum up `tags`, each with the number of paragraphs before it; `text` is the one they were found in."""
    meta: dict[str, str] = {}
    told = [(_name(text, tag), tag) for tag, _ in tags if tag.name == "meta"]
    for name, tag in told:
        content = attributes.value(text, tag, "content")
        if content and (key := _META.get(name)):
            meta[key] = f"{meta[key]}, {content}" if name == "article:tag" and key in meta else meta.get(key, content)
    languages = (attributes.value(text, tag, "lang") for tag, _ in tags if tag.name == "html")
    if language := next(filter(None, languages), ""):
        meta["lang"] = language
    return Page(meta, _published(text, tags, told), _description(told))


def _name(text: str, tag: StartTag) -> str:
    names = (attributes.value(text, tag, key).lower() for key in ("name", "property", "itemprop"))
    return next(filter(None, names), "")


def _published(text: str, tags: Sequence[tuple[StartTag, int]], told: Sequence[tuple[str, StartTag]]) -> date | None:
    by_name = {name: attributes.value(text, tag, "content") for name, tag in reversed(told)}
    written = (by_name.get(name, "") for name in _PUBLISHED)
    return next((day for each in (*written, *_times(text, tags)) if (day := find_date(each))), None)


def _times(text: str, tags: Sequence[tuple[StartTag, int]]) -> Iterator[str]:
    """Give the values of the `<time>` tags that tell when the article appeared: those above its text, or so named."""
    times = [(tag, before) for tag, before in tags if tag.name == "time"]
    for tag, _ in times:
        if attributes.find(tag, "pubdate") or attributes.value(text, tag, "itemprop").lower() == "datepublished":
            yield attributes.value(text, tag, "datetime")
    yield from (attributes.value(text, tag, "datetime") for tag, before in times if before <= _PARAGRAPHS_ABOVE)


def _description(told: Sequence[tuple[str, StartTag]]) -> Attribute | None:
    by_name = dict(reversed(told))
    tag = next((by_name[name] for name in _DESCRIPTIONS if name in by_name), None)
    return attributes.find(tag, "content") if tag else None
