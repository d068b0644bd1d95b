"""Texts and paths as other programs can take them."""

import os
import re
from pathlib import PurePath
from urllib.parse import quote

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def well_formed(text: str) -> str:
    """Replace what is left of bytes in a file name that were no UTF-8: other programs refuse half a surrogate pair."""
    return text.encode("utf-8", "replace").decode("utf-8")


def xml_text(text: str) -> str:
    """Replace each character that XML 1.0 cannot hold, not even escaped, by U+FFFD."""
    return _NOT_XML.sub("\ufffd", text)


def slashed(path: PurePath) -> str:
    """Give a path with `/` between its parts, whatever this system writes there."""
    return well_formed(path.as_posix())


def uri(path: PurePath) -> str:
    """Give a path as a URI, percent-encoded: relative if the path is, and `file:` if it is not."""
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))
