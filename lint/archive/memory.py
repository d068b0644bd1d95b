"""The memory of a newsroom: its list of names and the index of its archive, as rules ask them (`lint.annotate.known`)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lint.annotate.known import Unwanted
from lint.archive.house import House
from lint.archive.model import Kind, Name, Record
from lint.archive.view import Seen, View

_LARGE = (200, 2_000)
"""From so many articles on, a name must stand in one more of them to be held against another."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What the house's list and the archive know. `view` leaves the draft out; None: there is no archive."""

    house: House
    view: View | None = None

    def form(self, text: str) -> int:
        """Give the number of articles that have the name written so, letter by letter; at least 2 if the list has it."""
        return max(self.house.count(text), self.articles(text))

    def articles(self, text: str) -> int:
        """Give the number of articles in the archive that have the name written so, letter by letter."""
        records = [record for record in self.written(text) if record.name.form == text]
        words = [r.articles for r in records if r.name.kind in (Kind.WORD, Kind.ACRONYM)]
        return max(words, default=0) or sum(record.articles for record in records)

    def seen(self, record: Record, most: int) -> list[Seen]:
        """Give the latest articles that have the name of a record, at most so many."""
        return self.view.seen(record, most) if self.view else []

    def person(self, family: str) -> Mapping[str, int]:
        """Give the full names known with this family name, each with its count; the commonest first."""
        records = self.view.family(family) if self.view else []
        found = Counter(self.house.people(family))
        for record in records:
            if record.name.form == record.name.full and " " in record.name.full:
                found[record.name.full] = max(found[record.name.full], record.articles)
        return dict(found.most_common())

    def near(self, text: str) -> Mapping[str, int]:
        """Give the known names that differ in one word, or in a way of writing alone; the commonest first.

        The larger the archive, the more names are alike by chance: then those that few articles have are left out.
        """
        least = self._least()
        keys = tuple(_keys(text))
        found = Counter(self.house.near(text))
        for record in (*self._near(keys), *self.written(text), *self._swapped(text)):
            if record.articles < least:
                continue
            if (record.name.kind is Kind.WORD) is (" " not in text) or record.name.kind is Kind.ACRONYM:
                found[record.name.form] = max(found[record.name.form], record.articles)
        del found[text]
        return dict(found.most_common())

    def expansions(self, acronym: str) -> Mapping[str, int]:
        """Give what the acronym is known to stand for, each with its count; the commonest first."""
        least = self._least()
        records = [record for record in self.written(acronym) if _expands(record.name, acronym)]
        full = Counter({record.name.full: record.articles for record in records if record.articles >= least})
        return dict(full.most_common())

    def preferred(self, text: str) -> str | None:
        """Give what the house writes in place of this form; None where it says nothing, or this is the form it wants."""
        entry = self.house.wrong.get(text)
        return entry.wanted if entry else None

    def distinct(self, first: str, second: str) -> bool:
        """Say whether the house knows the two to be two: people or things that only look alike."""
        return self.house.distinct(first, second)

    def unwanted(self, text: str) -> Iterator[Unwanted]:
        """Give the places of a text where a form stands that the house does not write, in order and disjoint."""
        return self.house.unwanted(text)

    def _least(self) -> int:
        return 1 + sum(self.view.size > size for size in _LARGE) if self.view else 1

    def written(self, text: str) -> list[Record]:
        """Give the names of the archive that differ from the text in case, accents, hyphens and spaces at most."""
        return self.view.written(text) if self.view else []

    def _near(self, keys: Iterable[str]) -> list[Record]:
        return self.view.near(keys) if self.view else []

    def _swapped(self, text: str) -> Iterator[Record]:
        """Give the acronyms that this one is with two neighbouring letters swapped."""
        for at in range(len(text) - 1) if text.isupper() and len(text) < 9 else ():
            swapped = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
            yield from (record for record in self.written(swapped) if record.name.form == swapped)


def _keys(text: str) -> Iterator[str]:
    kind = Kind.PERSON if " " in text else Kind.WORD
    yield from Name(kind, text, text).kin()


def _expands(name: Name, acronym: str) -> bool:
    return name.kind is Kind.ACRONYM and name.form == acronym and bool(name.full)
