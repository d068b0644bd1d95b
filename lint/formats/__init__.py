"""Formats: from the source of an article to its document.

A format is one module with a function `read(source, markup) -> Document` and one line in the table below. Its module is
imported when a source in the format is read: a run has one format, and all of them take as long as to read the article.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath

from lint.document import Document
from lint.formats import detect
from lint.formats.unread import UNREAD
from lint.markup import DEFAULT, Markup
from lint.source import Source


@dataclass(frozen=True, slots=True)
class Format:
    """A format that Copydesk reads: its file suffixes, in lower case, and its reader, a function of a module beside this one.

    `walked` says that its files in a folder are taken for articles; others are read where somebody names them.
    """

    suffixes: tuple[str, ...]
    module: str
    function: str = "read"
    walked: bool = True

    def read(self, source: Source, markup: Markup) -> Document:
        """Give the document of a source in the format."""
        module = import_module(f"lint.formats.{self.module}")
        reader: Callable[[Source, Markup], Document] = getattr(module, self.function)
        return reader(source, markup)


FORMATS: Mapping[str, Format] = {
    "markdown": Format((".md", ".markdown", ".mdown", ".mkd"), "markdown"),
    "mdx": Format((".mdx",), "mdx"),
    "plain": Format((".txt", ".text"), "plain"),
    "html": Format((".html", ".htm", ".xhtml"), "html"),
    "rst": Format((".rst", ".rest"), "rst"),
    "lektor": Format((".lr",), "lektor"),
    "json": Format((".json",), "data", "read_json", walked=False),
    "yaml": Format((".yaml", ".yml"), "data", "read_yaml", walked=False),
    "toml": Format((".toml",), "data", "read_toml", walked=False),
}
SUFFIXES: Mapping[str, str] = {suffix: name for name, form in FORMATS.items() for suffix in form.suffixes}
WALKED = frozenset(suffix for suffix, name in SUFFIXES.items() if FORMATS[name].walked)


def format_of(path: str, text: str = "") -> str | None:
    """Give the name of the format a file is written in: by its suffix, and where that does not tell, by its text.

    None stands for a format that is not read; a file without a suffix, or with an unheard-of one, is plain text
    unless it shows what it is.
    """
    suffix = PurePath(path).suffix.lower()
    name = SUFFIXES.get(suffix)
    if name is None and suffix in UNREAD:
        return None
    shown = detect.by_content(text) if name in (None, "markdown", "plain") else None
    return shown if shown in FORMATS else name or "plain"


def read(source: Source, name: str | None = None, markup: Markup = DEFAULT) -> Document:
    """Read a source as the format `name`, or as its suffix and text say; what is unknown is read as plain text.

    Raises KeyError for a name that is not in `FORMATS`. Never raises because of the text: what cannot be read
    stands in the document's notices.
    """
    return FORMATS[name or format_of(source.path, source.lf) or "plain"].read(source, markup)
