"""The house's list as a draft asks it: what a form gives way to, what is right as it stands, who is not whom."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lint.annotate.known import Unwanted
from lint.annotate.similar import plain
from lint.archive.houselist import HouseName
from lint.archive.model import Kind, Name
from lint.archive.roll import Entry, Roll, counts, rolled

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class House:
    """The list of names, to be asked: `entries` of which an editor has said something, and the roll of the others."""

    entries: tuple[HouseName, ...] = ()
    roll: Roll = field(default_factory=Roll)

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
        entry = self.right.get(form) or self.roll.get(form)
        return max(2, entry.articles) if entry else 2 * (form in self._others)

    @cached_property
    def _right(self) -> Roll:
        return rolled(Entry(form, entry.kind, entry.articles) for form, entry in self.right.items())

    def near(self, form: str) -> Mapping[str, int]:
        """Give the right forms that differ in one word, or in a way of writing alone, with their counts."""
        keys = set(_keys(form))
        found = (entry for roll in (self.roll, self._right) for entry in roll.alike(form))
        return counts(entry for entry in found if keys & set(_keys(entry.form)))

    def people(self, family: str) -> Mapping[str, int]:
        """Give the people whose names have this part first or last."""
        found = (entry for roll in (self.roll, self._right) for entry in roll.part(family))
        return counts(entry for entry in found if entry.kind == Kind.PERSON.value)

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
        yield from (other for other in (*self.right, *self._others) if form in other and form != other)
        yield from (entry.form for entry in self.roll.holding(form) if entry.form != form)


def _keys(form: str) -> Iterator[str]:
    kind = Kind.PERSON if " " in form else Kind.WORD
    yield from (plain(form), *Name(kind, form, form).kin())


def of(names: Iterable[HouseName]) -> House:
    """Give the list of these names, to be asked."""
    every = tuple(names)
    silent = (name for name in every if not _is_said(name))
    return House(tuple(filter(_is_said, every)), rolled(Entry(name.name, name.kind, name.articles) for name in silent))


def _is_said(name: HouseName) -> bool:
    """Say whether an editor has said something of the name, or it has no place on a roll."""
    return name.is_edited or not name.name.isprintable()
