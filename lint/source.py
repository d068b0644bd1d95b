r"""A source: the bytes of one file, decoded and never altered, with its line table.

Two texts are kept. `text` is the file as on disk, without its byte order mark; every offset that leaves the program
counts in it. `lf` is the same text with `\r\n` and `\r` written as `\n`, which is what parsers read; `offset` leads
from the second to the first. Line ends are `\n`, `\r\n` and `\r` and nothing else.
"""

import errno
import re
from bisect import bisect_right
from functools import cached_property
from pathlib import Path

from lint.errors import Place, UserError
from lint.model import Position

_LINE_END = re.compile(r"\r\n|\n|\r")
_BOM = "\ufeff"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class Source:
    """One decoded text and the name it goes by."""

    def __init__(self, path: str, text: str) -> None:
        """Take a text as decoded from UTF-8; a leading byte order mark is dropped."""
        self.path = path
        self.text = text.removeprefix(_BOM)

    @cached_property
    def lf(self) -> str:
        r"""The text that parsers read: every line end is `\n`."""
        return _LINE_END.sub("\n", self.text) if "\r" in self.text else self.text

    @cached_property
    def _shrunk(self) -> list[int]:
        """Offsets in `lf` just after each line end that is two code points long on disk."""
        found: list[int] = []
        for match in re.finditer("\r\n", self.text):
            found.append(match.end() - len(found) - 1)
        return found

    def offset(self, lf_offset: int) -> int:
        """Turn an offset in `lf` into one in `text`."""
        if not self._shrunk:
            return lf_offset
        return lf_offset + bisect_right(self._shrunk, lf_offset)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> Position:
        """Give line and column of an offset in `text`."""
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1, offset)

    def line(self, number: int) -> tuple[int, str]:
        """Give the offset at which line `number` (from 1) begins and its text without the line end."""
        start = self._line_starts[number - 1]
        end = self._line_starts[number] if number < len(self._line_starts) else len(self.text)
        return start, self.text[start:end].rstrip("\r\n")

    @cached_property
    def words(self) -> int:
        """Number of white-space separated words in the whole text."""
        return len(self.text.split())


def read_bytes(path: Path) -> bytes:
    """Give the bytes of a file; raise OSError if it cannot be read, or is a device or a pipe, which might never end."""
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "it is a folder" if path.is_dir() else "it is no ordinary file")
    return path.read_bytes()


def decode(path: str, data: bytes) -> Source:
    """Decode UTF-8, with or without a byte order mark; raise UserError with the place of the first bad byte."""
    try:
        return Source(path, data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise _not_utf8(path, data, error) from None


def is_binary(data: bytes) -> bool:
    """Say whether the bytes are no text at all: they hold a NUL, and are not UTF-16, which the user should hear of."""
    return b"\0" in data and not data.startswith(_UTF_16)


def _not_utf8(path: str, data: bytes, error: UnicodeDecodeError) -> UserError:
    if data.startswith(_UTF_16):
        return UserError("The file is UTF-16.", Place(path, 1, 1), "Save it as UTF-8.")
    before = Source(path, data[: error.start].decode("utf-8"))
    where = before.position(len(before.text))
    byte = f"byte 0x{data[error.start]:02x} at byte offset {error.start} is not UTF-8."
    return UserError(byte[0].upper() + byte[1:], Place(path, where.line, where.column), "Save the file as UTF-8.")
