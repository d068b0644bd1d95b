"""Formats: from the source of an article to its document.

A format is one module with a function `read(source) -> Document` and one line in the table below.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from lint.document import Document
from lint.formats.markdown import read as read_markdown
from lint.formats.plain import read as read_plain
from lint.formats.unread import UNREAD
from lint.source import Source


@dataclass(frozen=True, slots=True)
class Format:
    """A format that Copydesk reads: its file suffixes, in lower case, and its reader."""

    suffixes: tuple[str, ...]
    read: Callable[[Source], Document]


FORMATS: Mapping[str, Format] = {
    "markdown": Format((".md", ".markdown", ".mdown", ".mkd"), read_markdown),
    "plain": Format((".txt", ".text"), read_plain),
}
SUFFIXES: Mapping[str, str] = {suffix: name for name, form in FORMATS.items() for suffix in form.suffixes}


def format_of(path: str) -> str | None:
    """Give the name of the format a file is written in, by its suffix.

    None stands for a format that is not read; a file without a suffix, or with an unheard-of one, is plain text.
    """
    suffix = PurePath(path).suffix.lower()
    return None if suffix in UNREAD else SUFFIXES.get(suffix, "plain")


def read(source: Source, name: str | None = None) -> Document:
    """Read a source as the format `name`, or as its suffix says; what is unknown is read as plain text.

    Raises KeyError for a name that is not in `FORMATS`. Never raises because of the text: what cannot be read
    stands in the document's notices.
    """
    return FORMATS[name or format_of(source.path) or "plain"].read(source)
