"""What a text shows of its format, where the name of its file does not tell."""

import re

_FRONT_MATTER = re.compile(r"(?:---[ \t]*\n[A-Za-z_][\w-]{0,40}:(?:\s|\Z)|\+\+\+[ \t]*\n[A-Za-z_][\w-]{0,40}[ \t]*=)")
_HTML = re.compile(
    r"\s{0,200}(?:<!--(?:(?!-->)[\s\S]){0,2000}-->\s{0,200}){0,3}<(?:!doctype\s+html|html)\b", re.IGNORECASE
)


def by_content(text: str) -> str | None:
    """Give “html” for a whole page, “markdown” for a text with front matter, None for one that shows nothing."""
    if _HTML.match(text):
        return "html"
    return "markdown" if _FRONT_MATTER.match(text) else None
