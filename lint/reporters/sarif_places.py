"""Places and messages as SARIF writes them."""

import re
from pathlib import PurePath
from typing import Any

from lint.model import Position
from lint.reporters.columns import Ruler, Unit
from lint.reporters.wellformed import uri
from lint.source import Source

_AROUND = 200  # code points on either side: a line of an article may be as long as the article
_LINE_END = re.compile(r"[\r\n]")
_BRACKET = re.compile(r"[\[\]]")


def message(text: str) -> dict[str, str]:
    """Give a message; brackets that would be read as a link are escaped."""
    return {"text": _BRACKET.sub(r"\\\g<0>", text) if "](" in text else text}


def location(path: str, index: int | None = None) -> dict[str, Any]:
    """Give the location of a file, relative to the folder of the run if its path is, and its index among the artifacts."""
    given = PurePath(path)
    base = {} if given.is_absolute() else {"uriBaseId": "%SRCROOT%"}
    return {"uri": uri(given), **base, **({} if index is None else {"index": index})}


class Places:
    """The places of one file, the artifact of an index."""

    __slots__ = ("_ruler", "_source", "artifact")

    def __init__(self, source: Source, path: str, index: int) -> None:
        """Take the text of the file, its path and its index."""
        self._source, self._ruler = source, Ruler(source.text, Unit.UTF16)
        self.artifact = location(path, index)

    def physical(self, start: Position, end: Position, *, around: bool = False) -> dict[str, Any]:
        """Give the place of a stretch of the file, with its text and, if asked for, with what stands around it, if anything."""
        region = self._region(start, end, text=True)
        context = self._around(start, end) if around else region
        told = {"artifactLocation": self.artifact, "region": region}
        return told | ({"contextRegion": context} if context != region else {})

    def region_of(self, start: int, end: int) -> dict[str, Any]:
        """Give the region of a stretch between two offsets, without its text."""
        return self._region(self._source.position(start), self._source.position(end))

    def _region(self, start: Position, end: Position, *, text: bool = False) -> dict[str, Any]:
        offset = self._ruler.offset(start.offset)
        region = {
            "startLine": start.line,
            "startColumn": self._ruler.column(start),
            "endLine": end.line,
            "endColumn": self._ruler.column(end),
            "charOffset": offset,
            "charLength": self._ruler.offset(end.offset) - offset,
        }
        return region | ({"snippet": {"text": self._source.text[start.offset : end.offset]}} if text else {})

    def _around(self, start: Position, end: Position) -> dict[str, Any]:
        """Give the region of the lines around a stretch, as far as they are not too long."""
        begin = max(start.offset - start.column + 1, start.offset - _AROUND)
        rest = _LINE_END.split(self._source.text[end.offset : end.offset + _AROUND], maxsplit=1)[0]
        finish = end.offset + len(rest)
        return self._region(self._source.position(begin), self._source.position(finish), text=True)
