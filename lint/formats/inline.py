"""What all formats share inside a line: addresses nobody reads as words, character references, comments."""

import re
from collections.abc import Iterator
from html.entities import html5

from lint.document import Directive
from lint.model import Span
from lint.source import Source
from lint.sourcemap import Prose, ProseBuilder

_URL = r"(?:https?|ftp)://[^\s<>\"“”«»`]{1,2048}|(?<![\w.@/])www\.[^\s<>\"“”«»`]{1,2048}"
_AT = r"@(?:[\w.-]|\\_){1,255}"
_ADDRESS = re.compile(f"(?P<url>{_URL})|(?P<at>{_AT})", re.IGNORECASE)
_ADDRESS_SIGN = re.compile(r"[@:]|[wW]{3}\.")
_LOCAL_END = re.compile(r"[\w.+-]*\Z")
_LONGEST_LOCAL = 64
_EMOJI = re.compile(r"(?<![^\W_])(?<!:):(?:[a-z][a-z0-9_+-]{0,40}|[+-]1|100):(?!:|[^\W_])")
_REFERENCE = re.compile(r"&(?:#(?P<decimal>[0-9]{1,7})|#[xX](?P<hex>[0-9a-fA-F]{1,6})|(?P<name>[A-Za-z][A-Za-z0-9]*));")


def addresses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the half-open ranges in `text[start:end]` that are a URL, an e-mail address or a handle such as @desk."""
    if not _ADDRESS_SIGN.search(text, start, end):
        return
    last = start
    for match in _ADDRESS.finditer(text, start, end):
        low, high = _url(match) if match["url"] else _at(match, last)
        if low < high:
            yield low, high
            last = high


def _url(match: re.Match[str]) -> tuple[int, int]:
    """Leave the sentence its own stop and closing bracket."""
    url = match["url"].rstrip(".,;:!?'’‘*_…\\")
    if url.endswith(")") and url.count(")") > url.count("("):
        url = url[:-1].rstrip(".,;:!?'’")
    return match.start(), match.start() + len(url)


def _at(match: re.Match[str], floor: int) -> tuple[int, int]:
    at, written = match.start(), match["at"].rstrip(".-")
    domain = written.replace("\\", "")
    local = _LOCAL_END.search(match.string, max(floor, at - _LONGEST_LOCAL), at)
    start = local.start() if local else at
    is_mail = start < at and "." in domain
    is_handle = start == at and len(domain) > 2 and domain[1:].replace(".", "").isidentifier()
    return (start, at + len(written)) if is_mail or is_handle else (at, at)


def emoji(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the half-open ranges in `text[start:end]` that name an emoji: `:smile:`."""
    return (match.span() for match in _EMOJI.finditer(text, start, end))


def add_text(builder: ProseBuilder, text: str, start: int, end: int) -> None:
    """Add `text[start:end]`, which is `source.lf`, to the prose: line ends as spaces, addresses opaque."""
    for low, high in addresses(text, start, end):
        builder.lines(start, low)
        builder.opaque(low, high)
        start = high
    builder.lines(start, end)


def decode_reference(text: str) -> str | None:
    """Decode one whole character reference by the rule of CommonMark, or give None where it is none.

    White space other than the no-break kinds comes as a plain space, since it may not break a line of prose.
    """
    match = _REFERENCE.fullmatch(text)
    if not match:
        return None
    if match["name"]:
        decoded = html5.get(match["name"] + ";")
    else:
        decoded = _character(int(match["decimal"]) if match["decimal"] else int(match["hex"], 16))
    return " " if decoded in ("\n", "\t", "\r", "\f") else decoded


def _character(code: int) -> str:
    is_scalar = 0 < code < 0xD800 or 0xDFFF < code < 0x110000
    return chr(code) if is_scalar else "\ufffd"


def strip(prose: Prose, characters: str = " \t") -> Prose:
    """Give the prose without the `characters` at its two ends."""
    text = prose.text
    start = len(text) - len(text.lstrip(characters))
    end = max(start, len(text.rstrip(characters)))
    return prose if (start, end) == (0, len(text)) else prose.slice(start, end)


def comments(source: Source, start: int, end: int) -> Iterator[Directive]:
    """Give a directive for each HTML comment in `source.lf[start:end]`."""
    text = source.lf
    while (at := text.find("<!--", start, end)) >= 0:
        close = text.find("-->", at + 4, end)
        if close < 0:
            return
        start = close + 3
        yield Directive(text[at + 4 : close].strip(), Span(source.offset(at), source.offset(start)))
