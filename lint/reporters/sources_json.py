"""The sources of articles as JSON: the contract that other programs read. `version` grows when it breaks."""

import json
from collections.abc import Iterable
from typing import Any

from lint.reporters.json import position
from lint.sourcelist import ArticleSources, ListedSource, SpeakerPlace, SpokenQuotation, Stretch

VERSION = 1


def render(articles: Iterable[ArticleSources]) -> str:
    """Give the sources as one line of ASCII JSON."""
    return json.dumps({"version": VERSION, "files": [_file(article) for article in articles]})


def _file(article: ArticleSources) -> dict[str, Any]:
    return {
        "path": article.path.encode("utf-8", "replace").decode("utf-8"),
        "sources": [_source(source, article.words) for source in article.sources],
        "quotations": [_quotation(quotation) for quotation in article.quotations],
        "claims": [{**_place(claim.place), "reason": claim.reason} for claim in article.claims],
    }


def _source(source: ListedSource, words: int) -> dict[str, Any]:
    return {
        "name": source.name,
        "class": source.kind,
        "anonymous": source.anonymous,
        "quotations": source.quotations,
        "statements": source.statements,
        "words": source.words,
        "share": round(source.words / words, 4) if words else 0.0,
        "first": _place(source.first),
    }


def _quotation(quotation: SpokenQuotation) -> dict[str, Any]:
    speaker = quotation.speaker
    return {**_place(quotation.place), "kind": quotation.form, "speaker": _speaker(speaker) if speaker else None}


def _speaker(speaker: SpeakerPlace) -> dict[str, Any]:
    return {**_place(speaker.place), "class": speaker.kind, "person": speaker.person or None}


def _place(place: Stretch) -> dict[str, Any]:
    return {"start": position(place.start), "end": position(place.end), "text": place.text}
