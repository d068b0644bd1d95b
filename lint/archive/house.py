"""The house's list as a draft asks it: what a form gives way to, what is right as it stands, who is not whom."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lint.annotate.known import Unwanted
from lint.annotate.similar import plain
from lint.archive.houselist import HouseName
from lint.archive.model import Kind, Name

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class House:
    """The entries of a list of names, to be asked."""

    entries: tuple[HouseName, ...]

    @cached_property
    def right(self) -> Mapping[str, HouseName]:
        """The entries by the forms that may stand."""
        return {form: entry for entry in reversed(self.entries) for form in entry.right}

    @cached_property
    def wrong(self) -> Mapping[str, HouseName]:
        """The entries by the forms that give way to another."""
        return {form: entry for entry in reversed(self.entries) for form in entry.wrong}

    @cached_property
    def _others(self) -> frozenset[str]:
        return frozenset(form for entry in self.entries for form in entry.distinct)

    @cached_property
    def _two(self) -> frozenset[tuple[str, str]]:
        """Every two forms that mean two: names of people also by their first or last part alone."""
        found: set[tuple[str, str]] = set()
        for entry in self.entries:
            for form in {entry.name, *entry.right} if entry.distinct else ():
                for other in entry.distinct:
                    found.add((form, other))
                    found.update((form.split()[at], other.split()[at]) for at in (0, -1))
        return frozenset(pair for pair in found if pair[0] != pair[1])

    def distinct(self, first: str, second: str) -> bool:
        """Say whether the list has the two for two."""
        return (first, second) in self._two or (second, first) in self._two

    def count(self, form: str) -> int:
        """Give the number of articles that the list has for a form that may stand: at least two; 0 for another form."""
        entry = self.right.get(form)
        return max(2, entry.articles) if entry else 2 * (form in self._others)

    @cached_property
    def _keys(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, set[str]] = defaultdict(set)
        for form, entry in self.right.items():
            kind = Kind(entry.kind) if " " in form else Kind.WORD
            for key in (*Name(kind, form, form).kin(), plain(form)):
                found[key].add(form)
        return {key: tuple(sorted(forms)) for key, forms in found.items()}

    def near(self, keys: Iterable[str]) -> Mapping[str, int]:
        """Give the right forms that have a key in common, with their counts."""
        return {form: self.count(form) for key in keys for form in self._keys.get(key, ())}

    def people(self, family: str) -> Mapping[str, int]:
        """Give the people whose names have this part first or last."""
        found = (entry for entry in self.entries if entry.kind == Kind.PERSON.value)
        return {e.wanted: self.count(e.wanted) for e in found if family in (e.wanted.split()[0], e.wanted.split()[-1])}

    @cached_property
    def _openings(self) -> Mapping[str, tuple[int, ...]]:
        """The lengths of the unwanted forms, longest first, by the word that they begin with."""
        found: dict[str, set[int]] = defaultdict(set)
        for form in self.wrong:
            if match := _WORD.match(form):
                found[match.group()].add(len(form))
        return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in found.items()}

    def unwanted(self, text: str) -> Iterator[Unwanted]:
        """Give the places of a text where a form stands that gives way to another, in order and disjoint."""
        reach = 0
        for match in _WORD.finditer(text) if self.wrong else ():
            at = match.start()
            form = self._unwanted_at(text, at, match.group()) if at >= reach else ""
            if form and not self._is_part(text, at, form):
                reach = at + len(form)
                yield Unwanted(at, reach, self._wanted(form))

    def _unwanted_at(self, text: str, at: int, word: str) -> str:
        for opening in dict.fromkeys((word, word[:1].lower() + word[1:])):
            for length in self._openings.get(opening, ()):
                form = opening[:1] + text[at + 1 : at + length]
                if form in self.wrong and not text[at + length : at + length + 1].isalnum():
                    return form
        return ""

    def _wanted(self, form: str) -> str:
        return self.wrong[form].wanted

    def _is_part(self, text: str, at: int, form: str) -> bool:
        """Say whether the form stands in a longer one that is right: chicken Kiev."""
        for longer in self._longer(form):
            start = at - longer.index(form)
            if start >= 0 and text.startswith(longer, start):
                return True
        return False

    def _longer(self, form: str) -> Iterator[str]:
        return (other for other in (*self.right, *self._others) if form in other and form != other)
