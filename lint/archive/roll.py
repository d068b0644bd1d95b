"""A roll of names in one text, a line each: thousands of them are loaded at once, and only those asked for taken apart."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from lint.annotate.similar import plain

_END, _TAB = "\n", "\t"


class Entry(NamedTuple):
    """A name on the roll, and the number of articles that are said to have it."""

    form: str
    kind: str
    articles: int


@dataclass(frozen=True)
class Roll:
    """The names. Each line holds the words of one without case and accents, then its form, kind and count."""

    text: str = _END

    def get(self, form: str) -> Entry | None:
        """Give the entry of a form, letter by letter; None if it is not there."""
        at = self.text.find(f"{_TAB}{form}{_TAB}") if form.isprintable() else -1
        return self._entry(at) if at >= 0 else None

    def alike(self, form: str) -> Iterator[Entry]:
        """Give the names that differ from this one in accents, hyphens and the like, or of several words in one."""
        words = _words(form)
        if not words:
            return
        yield from self._at(f"{_END}{' '.join(words)}{_TAB}")
        if len(words) == 1:
            yield from (entry for key in self._one_off(words[0]) for entry in self._at(f"{_END}{key}{_TAB}"))
        else:
            yield from self._at(f"{_END}{words[0]} ")
            yield from self._at(f" {words[-1]}{_TAB}")

    def part(self, name: str) -> Iterator[Entry]:
        """Give the names of several words that have this one first or last."""
        word = plain(name)
        yield from self._at(f"{_END}{word} ")
        yield from self._at(f" {word}{_TAB}")

    def holding(self, form: str) -> Iterator[Entry]:
        """Give the names in which the form stands."""
        return (entry for entry in self._at(form) if form in entry.form)

    @cached_property
    def _single(self) -> list[str]:
        keys = (line.partition(_TAB)[0] for line in self.text.split(_END))
        return [key for key in keys if key and " " not in key]

    def _one_off(self, word: str) -> list[str]:
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        return [
            key
            for key, _, _ in extract(word, self._single, scorer=OSA.distance, score_cutoff=1, limit=None)
            if key != word
        ]

    def _at(self, found: str) -> Iterator[Entry]:
        """Give each entry in whose line the text is found; a line end at its beginning belongs to the line before."""
        at = self.text.find(found)
        while at >= 0:
            line = at + found.startswith(_END)
            yield self._entry(line)
            at = self.text.find(found, self.text.find(_END, line))

    def _entry(self, at: int) -> Entry:
        start = self.text.rfind(_END, 0, at) + 1
        end = self.text.find(_END, at)
        _, form, kind, articles = self.text[start:end].split(_TAB)
        return Entry(form, kind, int(articles))


def rolled(entries: Iterable[Entry]) -> Roll:
    """Give the roll of these names."""
    lines = (f"{' '.join(_words(e.form))}{_TAB}{e.form}{_TAB}{e.kind}{_TAB}{e.articles}{_END}" for e in entries)
    return Roll(_END + "".join(lines))


def counts(entries: Iterable[Entry]) -> Mapping[str, int]:
    """Give the forms of entries with their counts: two at least, for the list itself speaks for them."""
    return {entry.form: max(2, entry.articles) for entry in entries}


def _words(form: str) -> tuple[str, ...]:
    return tuple(word for part in form.split() if (word := plain(part)))
