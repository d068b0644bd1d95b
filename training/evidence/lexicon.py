"""What the words of a corpus can be taken for: their forms, their typing neighbours, their family, and how frequent each is."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from training.evidence.labels import CLOSED, INSERTED

Table = Mapping[str, tuple[str, ...]]

TAGS = {"VB": "base", "VBZ": "s", "VBD": "ed", "VBN": "en", "VBG": "ing", "NN": "base", "NNS": "s"}
LEMMAS = {"found": "find", "saw": "see", "felt": "feel", "fell": "fall", "left": "leave", "lay": "lie"}
"""Where the rarer of two verbs would be taken."""

ENDINGS = """- ly al ally ion ions ive ment ments ance ence ent ant able ible er or ers ors ity y ic ical e es ate ates ated
ation ful less ness ist ists ism age ure ous en ed d t th""".split()
LEAST_FORM, LEAST_NEAR, BESIDE = 3, 16, 8
"""How often a word must occur to be given for another: a rare string may be a misspelling of the corpus itself."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Tables of lower-case words.

    Counts; forms by name (a word's own among them); typing neighbours; the same stem; which function words stand after
    and before the word most often.
    """

    counts: Mapping[str, int]
    forms: Mapping[str, Mapping[str, str]]
    near: Table
    family: Table
    after: Table
    before: Table

    def write(self, path: Path) -> None:
        """Write it as JSON."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False), encoding="utf-8")

    @classmethod
    def read(cls, path: Path) -> Lexicon:
        """Read what `write` wrote."""
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        tables = ("near", "family", "after", "before")
        return cls(data["counts"], data["forms"], *({w: tuple(ws) for w, ws in data[name].items()} for name in tables))


@dataclass(slots=True)
class Counts:
    """What is counted while the sentences pass."""

    words: Counter[str] = field(default_factory=Counter)
    after: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    before: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, sentence: list[str]) -> None:
        """Count a sentence's words, and its function words beside their neighbours."""
        self.words.update(sentence)
        for left, right in pairwise(map(str.lower, sentence)):
            if right in INSERTED:
                self.after[left][right] += 1
            if left in INSERTED:
                self.before[right][left] += 1

    def lexicon(self) -> Lexicon:
        """Make the tables; only words in lower case count."""
        known = {word: count for word, count in sorted(self.words.items()) if word.islower() and count >= LEAST_FORM}
        common = [word for word, count in known.items() if count >= LEAST_NEAR and word.isalpha()]
        kin = families(word for word in common if word not in CLOSED)
        near = neighbours([word for word in common if len(word) > 1])
        return Lexicon(known, forms(known), near, kin, usual(self.after), usual(self.before))


def usual(beside: Mapping[str, Counter[str]]) -> dict[str, tuple[str, ...]]:
    """Give the most frequent neighbours of each word that has enough of them to tell."""
    return {
        word: tuple(other for other, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:BESIDE])
        for word, counts in sorted(beside.items())
        if sum(counts.values()) >= LEAST_NEAR
    }


def forms(counts: Mapping[str, int]) -> dict[str, dict[str, str]]:
    """Give the forms of nouns, verbs and adjectives that the corpus holds; function words are not inflected here."""
    table: dict[str, dict[str, str]] = {}
    for word in counts:
        if word.isalpha() and len(word) > 2 and word not in CLOSED:
            own = inflections(word, counts) | adverbs(word, counts)
            if len(set(own.values())) > 1:
                table[word] = own
    return table


def inflections(word: str, counts: Mapping[str, int]) -> dict[str, str]:
    """Give the forms of a word as verb, else as noun, that the corpus holds; empty where it is a form of neither."""
    from lemminflect import getAllInflections, getAllLemmas

    found: dict[str, str] = {}
    for part in ("VERB", "NOUN"):
        lemmas = [lemma for lemma in getAllLemmas(word, upos=part).get(part, ()) if lemma in counts]
        if lemmas:
            lemma = LEMMAS.get(word) or max(sorted(lemmas), key=lambda lemma: counts[lemma])
            inflected = {TAGS[tag]: made[0] for tag, made in getAllInflections(lemma, upos=part).items() if tag in TAGS}
            held = {form: made for form, made in inflected.items() if made in counts}
            if word in held.values():
                found = held | found
    return found


def adverbs(word: str, counts: Mapping[str, int]) -> dict[str, str]:
    """Give adjective and adverb where the one is the other and -ly (real, really; easy, easily)."""
    if word.endswith("ly"):
        pairs = [(base, word) for base in (word[:-2], f"{word[:-3]}y", f"{word[:-1]}e")]
    else:
        pairs = [(word, f"{word}ly"), (word, f"{word[:-1]}{'ily' if word.endswith('y') else 'y'}")]
    return next(({"adj": base, "ly": adverb} for base, adverb in pairs if base in counts and adverb in counts), {})


def neighbours(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Give for each word the words one letter more, less, other or swapped away; linear in the letters."""
    reduced: dict[str, set[str]] = defaultdict(set)
    known = sorted({word for word in words if len(word) > 1})
    for word in known:
        for place in range(len(word)):
            reduced[f"{word[:place]}{word[place + 1 :]}"].add(word)
            reduced[word].add(word)
    near: dict[str, set[str]] = defaultdict(set)
    for group in reduced.values():
        for word in group:
            near[word] |= group
    return {word: kept for word in known if (kept := tuple(sorted(w for w in near[word] if one_slip(word, w))))}


def one_slip(one: str, other: str) -> bool:
    """Say whether two words differ by one letter put in, left out or replaced, or by two neighbours swapped."""
    if one == other:
        return False
    if len(one) != len(other):
        short, long = sorted((one, other), key=len)
        return any(long[:place] + long[place + 1 :] == short for place in range(len(long)))
    places = [place for place in range(len(one)) if one[place] != other[place]]
    crossed = len(places) == 2 and places[1] == places[0] + 1 and one[places[0]] == other[places[1]]
    return len(places) == 1 or (crossed and one[places[1]] == other[places[0]])


def families(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Give for each word those with the same stem of four letters or more and another ending."""
    stems: dict[str, set[str]] = defaultdict(set)
    for word in words:
        for ending in ENDINGS:
            stem = word.removesuffix(ending) if ending != "-" else word
            if len(stem) >= 4 and (ending == "-" or stem != word):
                stems[stem].add(word)
    related: dict[str, set[str]] = defaultdict(set)
    for group in stems.values():
        for word in group:
            related[word] |= group - {word}
    return {word: tuple(sorted(others)) for word, others in sorted(related.items()) if others}
