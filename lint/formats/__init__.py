"""Formats: from the source of an article to its document.

A format is one module with a function `read(source, markup) -> Document` and one line in the table below.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from lint.document import Document
from lint.formats import data, detect
from lint.formats.html import read as read_html
from lint.formats.lektor import read as read_lektor
from lint.formats.markdown import read as read_markdown
from lint.formats.mdx import read as read_mdx
from lint.formats.plain import read as read_plain
from lint.formats.rst import read as read_rst
from lint.formats.unread import UNREAD
from lint.markup import DEFAULT, Markup
from lint.source import Source


@dataclass(frozen=True, slots=True)
class Format:
    """A format that Copydesk reads: its file suffixes, in lower case, and its reader.

    `walked` says that its files in a folder are taken for articles; others are read where somebody names them.
    """

    suffixes: tuple[str, ...]
    read: Callable[[Source, Markup], Document]
    walked: bool = True


FORMATS: Mapping[str, Format] = {
    "markdown": Format((".md", ".markdown", ".mdown", ".mkd"), read_markdown),
    "mdx": Format((".mdx",), read_mdx),
    "plain": Format((".txt", ".text"), read_plain),
    "html": Format((".html", ".htm", ".xhtml"), read_html),
    "rst": Format((".rst", ".rest"), read_rst),
    "lektor": Format((".lr",), read_lektor),
    "json": Format((".json",), data.read_json, walked=False),
    "yaml": Format((".yaml", ".yml"), data.read_yaml, walked=False),
    "toml": Format((".toml",), data.read_toml, walked=False),
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
