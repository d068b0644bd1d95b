"""People: the names of an article, taken apart, and gathered by the person they mean.

Made without a tagger: what a name is, its capitals and a few word lists say. A mention whose words speak against a person
(“Open Source”, “New Hampshire”, “Department of Justice”) is kept, but not as a person's.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from lint.annotate import capitals, lexicon
from lint.annotate.capitals import Capitals, NameWord, Run
from lint.annotate.given_names import GIVEN_NAMES
from lint.annotate.names_lexicon import BEFORE_TITLES, DOTTED, NOT_PEOPLE, PARTICLES, SUFFIXES, SURNAME_PREFIXES, TITLES
from lint.annotate.places import PEOPLES, PLACES
from lint.document import Block
from lint.model import Span

_LONGEST = 5
"""Names of more words than this are nobody's."""

_LONGEST_RUN = 20
"""Capitalised words beyond this number are a display line, taken as it stands."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a block: `words` without the title before it, the suffix after it and the possessive ending.

    `title` is the last title word before the name, empty where there is none. `personal` says that the words can mean
    a person; `weak` that the first one begins a sentence or a line.
    """

    block: Block
    words: tuple[NameWord, ...]
    title: str
    personal: bool
    possessive: bool
    weak: bool

    @property
    def start(self) -> int:
        """Prose offset at which the name begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Prose offset after the name."""
        return self.words[-1].end

    @property
    def text(self) -> str:
        """The name as it stands."""
        return self.block.text[self.start : self.end]

    @property
    def full(self) -> bool:
        """Say whether the name has more than one part."""
        return len(self.words) > 1

    @property
    def surname(self) -> NameWord:
        """The last part, without particles."""
        return self.words[-1]

    @property
    def given(self) -> str:
        """The first part of a full name; empty for a name of one part."""
        return self.words[0].text if self.full else ""

    @property
    def key(self) -> tuple[str, str]:
        """First and last part of a full name: who is meant."""
        return self.given, self.surname.text


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the article names: full name as first introduced, and every mention that means them, in order."""

    given: str
    surname: str
    mentions: tuple[Mention, ...]

    @property
    def introduction(self) -> Mention:
        """The first mention by full name."""
        return next(mention for mention in self.mentions if mention.full)


@dataclass(frozen=True, slots=True)
class People:
    """All names of an article in order, the people among them in order of first mention, and the capitals behind both."""

    mentions: tuple[Mention, ...]
    persons: tuple[Person, ...]
    capitals: Capitals


def find(blocks: Sequence[Block], sentences: Callable[[Block], tuple[Span, ...]]) -> People:
    """Give the names in the blocks; `sentences` gives a block's sentences as prose offsets."""
    found = capitals.find(blocks, sentences)
    mentions = _without_prefixes([mention for run in found.runs if (mention := _mention(run))])
    return People(mentions, _persons(mentions), found)


def _without_prefixes(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Take the prefix off surnames that stand alone, where a full name has it: Van Houten, after Jan van Houten."""
    prefixes = {m.words[-2].lower for m in mentions if len(m.words) > 2 and m.personal} & SURNAME_PREFIXES
    return tuple(
        replace(m, words=m.words[1:]) if len(m.words) == 2 and m.words[0].lower in prefixes and not m.title else m
        for m in mentions
    )


def _mention(run: Run) -> Mention | None:
    if len(run.words) > _LONGEST_RUN:
        return Mention(run.block, run.words, "", personal=False, possessive=run.possessive, weak=run.weak)
    words, title = _without_title(run.words, _before(run))
    while len(words) > 1 and words[-1].lower in SUFFIXES:
        words = words[:-1]
    if len(words) == 1 and words[0].lower in TITLES and not title:
        return None
    weak = run.weak and words[0] == run.words[0]
    return Mention(run.block, words, title, _personal(words, title), run.possessive, weak)


def _before(run: Run) -> str:
    """Give the word before the run, in lower case; empty where none is near."""
    text, start = run.block.text, run.words[0].start
    lead = text[max(0, start - 20) : start]
    return lead.split()[-1].lower() if lead.endswith((" ", "\u00a0")) and lead.strip() else ""


def _without_title(words: tuple[NameWord, ...], before: str) -> tuple[tuple[NameWord, ...], str]:
    """Split off the title: everything through the last title word that is not the name itself."""
    cut = _title_end(words)
    if cut:
        return words[cut:], words[cut - 1].text
    if before == "of" and len(words) > 2 and words[0].lower in BEFORE_TITLES:
        return words[1:], words[0].text
    while len(words) > 2 and words[0].lower in PEOPLES:
        words = words[1:]
    return words, ""


def _title_end(words: tuple[NameWord, ...]) -> int:
    """Give the index after the last title word, 0 if the run begins with something that is no title."""
    end = 0
    for index, word in enumerate(words[:-1]):
        lower = word.lower
        if lower in TITLES:
            end = index + 1
        elif lower in GIVEN_NAMES and lower not in BEFORE_TITLES:
            break
    return end


def _personal(words: tuple[NameWord, ...], title: str) -> bool:
    """Say whether the words can mean a person."""
    rest = words[1:] if len(words) > 1 and words[0].lower in GIVEN_NAMES else words
    if len(words) > _LONGEST or not all(map(_can_be_part, rest)):
        return False
    if len(words) == 1:
        return len(words[0].text) > 1 and words[0].lower not in PLACES and words[0].lower not in PEOPLES
    if title or words[0].lower in GIVEN_NAMES or len(words[1].text) == 1 or "." in words[0].text:
        return True
    return words[0].lower not in PEOPLES and not all(lexicon.readings(word.text) for word in words)


def _can_be_part(word: NameWord) -> bool:
    if word.lower in PARTICLES or len(word.text) == 1:
        return True
    if "." in word.text:
        return word.lower not in DOTTED
    return word.lower not in NOT_PEOPLE and not word.text.isupper() and not any(map(str.isdigit, word.text))


def _persons(mentions: Sequence[Mention]) -> tuple[Person, ...]:
    """Gather mentions: full names by given name and surname, single names by who last bore them."""
    latest = _bearers(mentions)
    groups: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.full and mention.personal:
            latest[mention.surname.text] = mention.key
        if mention.personal and mention.surname.text in latest:
            groups[latest[mention.surname.text]].append(mention)
    return tuple(Person(*key, tuple(group)) for key, group in groups.items())


def _bearers(mentions: Sequence[Mention]) -> dict[str, tuple[str, str]]:
    """Give who first bears each surname in the article; a name that may come first or last (Xi) counts as both."""
    bearers: dict[str, tuple[str, str]] = {}
    for mention in mentions:
        if mention.full and mention.personal:
            bearers.setdefault(mention.surname.text, mention.key)
            if mention.given.lower() not in GIVEN_NAMES:
                bearers.setdefault(mention.given, mention.key)
    return bearers
