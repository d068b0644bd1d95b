"""Finds tokens from ever later places in linear time overall."""

NOWHERE = 1 << 62
"""A place behind the end of every text."""


class Finder:
    """Finds tokens in one text, and looks at no stretch of it twice for the same token."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._known: dict[str, tuple[int, int]] = {}

    def find(self, token: str, start: int) -> int:
        """Give the first place of `token` at or after `start`; `NOWHERE` if there is none."""
        asked, found = self._known.get(token, (NOWHERE, 0))
        if not asked <= start <= found:
            found = self.text.find(token, start) if start < NOWHERE else -1
            found = NOWHERE if found < 0 else found
            self._known[token] = start, found
        return found

    def after(self, token: str, start: int) -> int:
        """Give the place behind the first `token` at or after `start`; `NOWHERE` if there is none."""
        found = self.find(token, start)
        return found if found == NOWHERE else found + len(token)
