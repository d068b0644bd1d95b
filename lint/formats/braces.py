"""Balanced braces in JavaScript: strings, templates and comments are looked through."""

import re

_CODE = re.compile(r"[{}`\"']|/\*|//")
_TEMPLATE = re.compile(r"[`}]|\$\{|\\")
_STRING = {'"': re.compile(r'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*"'), "'": re.compile(r"'[^'\\\n]*+(?:\\.[^'\\\n]*+)*'")}


class Braces:
    """Finds where the braces of one text close, in linear time overall."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[int, int] = {}
        self._known_from, self._known_to = 0, 0
        self._no_string = {'"': 0, "'": 0}
        self._no_comment = False

    def end(self, at: int) -> int:
        """Give the place behind the brace that closes the one at `at`; 0 if none does."""
        if self._known_from <= at < self._known_to:
            return self._known.get(at, 0)
        pairs, end = self._scan(at)
        if not end:
            self._known, self._known_from, self._known_to = pairs, at, len(self._text)
        return end

    def _scan(self, at: int) -> tuple[dict[int, int], int]:
        """Look for the end of the brace at `at`. Gives all pairs inside it, and its end, or 0."""
        pairs: dict[int, int] = {}
        opened: list[int] = []
        while match := (_TEMPLATE if opened and self._text[opened[-1]] == "`" else _CODE).search(self._text, at):
            sign, at = match[0], match.end()
            if sign in ("{", "${") or (sign == "`" and not self._in_template(opened)):
                opened.append(at - 1)
            elif sign in "}`":
                if sign == "}" and self._in_template(opened):
                    continue
                pairs[opened.pop()] = at
                if not opened:
                    return pairs, at
            else:
                at = self._behind(sign, at)
        return pairs, 0

    def _in_template(self, opened: list[int]) -> bool:
        return bool(opened) and self._text[opened[-1]] == "`"

    def _behind(self, sign: str, at: int) -> int:
        """Give the place behind the string, comment or escape that began with `sign`, which ends at `at`."""
        if sign == "\\":
            return at + 1
        if sign == "//":
            end = self._text.find("\n", at)
        elif sign == "/*":
            end = -1 if self._no_comment else self._text.find("*/", at)
            self._no_comment |= end < 0
            return end + 2 if end >= 0 else at
        else:
            return self._string(sign, at)
        return end if end >= 0 else len(self._text)

    def _string(self, quote: str, at: int) -> int:
        """Give the place behind a string on one line. An apostrophe that nothing closes is no string."""
        if at <= self._no_string[quote]:
            return at
        if match := _STRING[quote].match(self._text, at - 1):
            return match.end()
        line_end = self._text.find("\n", at)
        self._no_string[quote] = line_end if line_end >= 0 else len(self._text)
        return at
