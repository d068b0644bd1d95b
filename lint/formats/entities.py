"""Character references by the rule of HTML, which is laxer than that of Markdown: `&copy` and `&notit;` count."""

import re
from html.entities import html5

_REFERENCE = re.compile(
    r"&(?:#[xX](?P<hex>[0-9a-fA-F]++);?|#(?P<decimal>[0-9]++);?|(?P<name>[A-Za-z][A-Za-z0-9]{0,31};?))"
)
_SHORTEST = 2
_LONGEST_NUMBER = 7
_REPLACEMENT = "\ufffd"
_AFTER_NAME = re.compile(r"[=A-Za-z0-9]")


def reference(text: str, at: int, end: int, *, in_attribute: bool = False) -> tuple[int, str] | None:
    """Decode the reference that begins with the `&` at `at`: the offset where it ends and what it stands for.

    None where it is none, so that the `&` stands for itself. Looks no further than `end`.
    """
    match = _REFERENCE.match(text, at, end)
    if not match:
        return None
    if match["name"]:
        return _named(text, match, end, in_attribute=in_attribute)
    digits = (match["hex"] or match["decimal"]).lstrip("0")
    is_huge = len(digits) > _LONGEST_NUMBER
    return match.end(), _REPLACEMENT if is_huge else _character(int(digits or "0", 16 if match["hex"] else 10))


def decode(text: str) -> str:
    """Give an attribute's value with its references decoded."""
    pieces, done, at = [], 0, text.find("&")
    while at >= 0:
        found = reference(text, at, len(text), in_attribute=True)
        if found:
            pieces += [text[done:at], found[1]]
            done = found[0]
        at = text.find("&", found[0] if found else at + 1)
    return "".join([*pieces, text[done:]])


def _named(text: str, match: re.Match[str], end: int, *, in_attribute: bool) -> tuple[int, str] | None:
    """Take the longest name that there is; in an attribute one without a semicolon must not run on into a word."""
    name = match["name"]
    for length in range(len(name), _SHORTEST - 1, -1):
        decoded = html5.get(name[:length])
        if decoded is None:
            continue
        stop = match.start("name") + length
        runs_on = name[length - 1] != ";" and bool(_AFTER_NAME.match(text, stop, end))
        return None if in_attribute and runs_on else (stop, decoded)
    return None


def _character(code: int) -> str:
    """Give the character of a number; 128 to 159 mean those of Windows, as browsers read them."""
    if code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return _REPLACEMENT
    if not 0x80 <= code <= 0x9F:
        return chr(code)
    try:
        return bytes([code]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(code)
