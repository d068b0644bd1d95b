"""Finds sequences of tokens: from the rarest of the words that a pattern names, outward to both sides.

Every pattern of a rule names a word, so that a doc is looked at only where one stands. spaCy's own `Matcher` tries each
pattern at each token, which takes several times as long.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lint.kinds.token import FIELDS, FLAGS, Token, admits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from spacy.tokens import Doc

Path = tuple[int, ...]
"""For each of a run of places in a doc, which token of the pattern it bears."""


class Row:
    """The tokens of a doc in columns, one for each field that patterns ask for, made when first asked for."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.length = len(doc)
        self._columns: dict[str, list[str]] = {}

    def column(self, field: str) -> list[str]:
        """Give what each token has in a field of `Token`."""
        if field not in self._columns:
            attribute = FIELDS[field]
            self._columns[field] = [getattr(token, attribute) for token in self.doc]
        return self._columns[field]

    @cached_property
    def places(self) -> Mapping[str, list[int]]:
        """Where each word stands, by its lower-case form."""
        places: dict[str, list[int]] = {}
        for place, word in enumerate(self.column("lower")):
            places.setdefault(word, []).append(place)
        return places

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that stand in the doc, in lower case."""
        return frozenset(self.places)


@dataclass(frozen=True)
class Sequence:
    """A pattern that is looked for."""

    tokens: tuple[Token, ...]

    def find(self, row: Row) -> Iterator[tuple[int, Path]]:
        """Give each match as the place where it begins, and the path from there: one for each beginning and end."""
        anchor, places = self._anchored(row)
        for place in places:
            rights = self._walk(row, anchor, place, 1)
            for left in self._walk(row, anchor - 1, place - 1, -1) if rights else ():
                for right in rights:
                    yield place - len(left), (*reversed(left), *right)

    def may_stand_in(self, row: Row) -> bool:
        """Say whether the row has one of the words of each token that names words."""
        return not any(map(row.words.isdisjoint, self._named))

    @cached_property
    def _named(self) -> tuple[frozenset[str], ...]:
        return tuple(words for _, words in self._anchors)

    @cached_property
    def _anchors(self) -> tuple[tuple[int, frozenset[str]], ...]:
        return tuple((n, token.literals) for n, token in enumerate(self.tokens) if token.is_literal and not token.op)

    @cached_property
    def _tests(self) -> tuple[Callable[[Row, int], bool], ...]:
        return tuple(_test(token) for token in self.tokens)

    def _anchored(self, row: Row) -> tuple[int, list[int]]:
        """Give the token whose words are rarest in the doc, and where they stand; the first, anywhere, if none has words."""
        best: tuple[int, list[int]] = 0, list(range(row.length))
        for number, words in self._anchors:
            places = [place for word in row.words & words for place in row.places[word]]
            if len(places) < len(best[1]) or number == self._anchors[0][0]:
                best = number, places
        return best[0], sorted(best[1])

    def _walk(self, row: Row, token: int, place: int, step: int) -> list[Path]:
        """Give the paths from a token and a place to the end of the pattern, by steps of 1, or to its beginning, of -1.

        Where several paths lead to the same place, one is given: the work grows with the length of what can match.
        """
        last = len(self.tokens) if step > 0 else -1
        found: list[Path] = []
        seen: set[tuple[int, int, bool]] = set()
        ways: list[tuple[int, int, Path]] = [(token, place, ())]
        while ways:
            token, place, path = ways.pop()
            state = token, place, path[-1:] == (token,)
            if state not in seen and token == last:
                found.append(path)
            elif state not in seen:
                ways += self._ways(row, token, place, path, step)
            seen.add(state)
        return found

    def _ways(self, row: Row, token: int, place: int, path: Path, step: int) -> Iterator[tuple[int, int, Path]]:
        """Give where one can go on: past the token without a place for it, or with this place."""
        op = self.tokens[token].op
        if op in ("?", "*") or (op == "+" and path[-1:] == (token,)):
            yield token + step, place, path
        if 0 <= place < row.length and self._tests[token](row, place) is (op != "!"):
            yield token if op in ("*", "+") else token + step, place + step, (*path, token)


def _test(token: Token) -> Callable[[Row, int], bool]:
    """Give the test whether a place bears the token; what looks back to a capture is not asked here."""
    accepted = token.accepted
    flags = [(FLAGS[flag], True) for flag in token.is_] + [(FLAGS[flag], False) for flag in token.isnt]

    def bears(row: Row, place: int) -> bool:
        for field, words in accepted:
            if row.column(field)[place] not in words:
                return False
        found = row.doc[place] if flags else None
        for flag, wanted in flags:
            if getattr(found, flag) is not wanted:
                return False
        return not token.asks_lexicon or admits(token, row.column("text")[place])

    return bears
