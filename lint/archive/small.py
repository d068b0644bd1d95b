"""An archive of a few texts, kept in memory: what the examples of a rule say that older articles had."""

from collections.abc import Sequence

from lint import formats
from lint.annotate.pipeline import Pipeline
from lint.annotate.reading import Reading
from lint.archive import house, houselist, store, tables
from lint.archive.extraction import uses
from lint.archive.memory import Memory
from lint.archive.model import Article, digest
from lint.archive.view import View
from lint.source import Source


def memory(texts: Sequence[str], names: str = "") -> Memory:
    """Give what older articles, in Markdown, and a list of names, in YAML, tell; raise UserErrors for a wrong list."""
    opened = store.in_memory("")
    articles = [(_article(f"{number}.md", text), (0, 0)) for number, text in enumerate(texts)]
    with opened.writing() as base:
        tables.add(base, articles)
    entries = houselist.entries(houselist.parse(names, "names.yaml")[1]) if names else ()
    return Memory(house.of(entries), View(lambda: opened) if texts else None)


def _article(path: str, text: str) -> Article:
    document = formats.read(Source(path, text), "markdown")
    day = document.published.isoformat() if document.published else ""
    return Article(path, digest(text.encode()), day, uses(Reading(document, Pipeline())))
