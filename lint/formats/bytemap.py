"""From UTF-8 byte offsets, which a parser speaks, to code points, in linear time overall."""

from bisect import bisect_right

_CHUNK = 128


class ByteMap:
    """The code point offset for each byte offset of one text that lies on a character's border."""

    def __init__(self, text: str) -> None:
        """Take the text that was handed to the parser; raises UnicodeEncodeError for a lone surrogate."""
        self._ascii = text.isascii()
        self._starts: list[int] = []
        self._chunks: list[bytes] = []
        if not self._ascii:
            self._split(text)

    def _split(self, text: str) -> None:
        at = 0
        for start in range(0, len(text), _CHUNK):
            chunk = text[start : start + _CHUNK].encode()
            self._starts.append(at)
            self._chunks.append(chunk)
            at += len(chunk)

    def offset(self, byte: int) -> int:
        """Give the code point offset of a byte offset."""
        if self._ascii:
            return byte
        index = bisect_right(self._starts, byte) - 1
        chunk, rest = self._chunks[index], byte - self._starts[index]
        return index * _CHUNK + (rest if chunk.isascii() else len(chunk[:rest].decode()))
