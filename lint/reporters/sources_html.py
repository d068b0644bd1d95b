"""The sources of articles as one HTML page that needs nothing else: tables, escaped, for light and dark screens."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from lint.reporters.sources_text import REASONS, describe, summary
from lint.reporters.terminal import visible
from lint.sourcelist import ArticleSources, Claim, ListedSource, SpokenQuotation, Stretch

_STYLE = """
:root { color-scheme: light dark; --ink: #1d1d1f; --paper: #fff; --line: #d9d9de; --soft: #6b6b73; --warn: #9a5b00 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e8ec; --paper: #17171a; --line: #38383f; --soft: #a0a0aa; --warn: #f0b35a }
}
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 60rem; margin: 2rem auto;
  padding: 0 1rem }
h1 { font-size: 1.4rem } h2 { font-size: 1.15rem; margin-top: 2.5rem; overflow-wrap: anywhere } h3 { font-size: 1rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-top: 1px solid var(--line) }
th { color: var(--soft); font-weight: normal; font-size: .85rem }
td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
.soft { color: var(--soft) } .warn { color: var(--warn) } q { quotes: none } td { overflow-wrap: anywhere }
"""
_LONGEST = 400


def render(articles: Sequence[ArticleSources]) -> str:
    """Give the sources as a page, its last line ended."""
    body = "\n".join(line for article in articles for line in _article(article)) or "<p>Nothing was read.</p>"
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" '
        f'content="width=device-width, initial-scale=1">\n<title>Sources</title>\n<style>{_STYLE}</style>\n</head>\n'
        f"<body>\n<h1>Sources</h1>\n{body}\n</body>\n</html>\n"
    )


def _article(article: ArticleSources) -> Iterator[str]:
    yield f"<h2>{_text(article.path)}</h2>\n<p>{_text(summary(article))}</p>"
    if article.sources:
        rows = (_source(source, article.words) for source in article.sources)
        yield from _table(["Source", "", "Quotations", "Statements", "Words", "Share"], rows)
    if article.quotations:
        yield "<h3>Quotations</h3>"
        yield from _table(["Line", "Words", "Speaker"], map(_quotation, article.quotations))
    if article.claims:
        yield "<h3>Without a source</h3>"
        yield from _table(["Line", "Words", "To ask"], map(_claim, article.claims))


def _table(heads: Iterable[str], rows: Iterable[str]) -> Iterator[str]:
    yield "<table>\n<tr>" + "".join(f"<th>{head}</th>" for head in heads) + "</tr>"
    yield from rows
    yield "</table>"


def _source(source: ListedSource, words: int) -> str:
    numbers = [source.quotations, source.statements, source.words]
    share = f"{round(100 * source.words / words) if words else 0} %"
    cells = "".join(f'<td class="number">{number}</td>' for number in [*numbers, share])
    return f'<tr><td>{_text(source.name)}</td><td class="soft">{describe(source)}</td>{cells}</tr>'


def _quotation(quotation: SpokenQuotation) -> str:
    speaker = quotation.speaker
    if speaker is None:
        return _row(quotation.place, '<span class="warn">nobody</span>')
    person = f' <span class="soft">({_text(speaker.person)})</span>' if speaker.person else ""
    text = _text(" ".join(speaker.place.text.split()))
    return _row(quotation.place, text + (person if speaker.person not in speaker.place.text else ""))


def _claim(claim: Claim) -> str:
    return _row(claim.place, f'<span class="warn">{REASONS[claim.reason]}</span>')


def _row(place: Stretch, told: str) -> str:
    words = " ".join(place.text.split())
    shown = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
    return f'<tr><td class="number soft">{place.start.line}</td><td><q>{_text(shown)}</q></td><td>{told}</td></tr>'


def _text(text: str) -> str:
    """Give a text for the page: escaped, nothing in it that would turn the reading order."""
    return escape(visible(text))
