"""Who and what an article names: every mention of a person, place, body or term, gathered by what is meant.

Made from capitals and word lists alone, with no tagger, so that thousands of articles can be read for their names.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from lint.annotate import acronyms, names_lexicon, people
from lint.annotate.family_names import FAMILY_FIRST
from lint.annotate.given_names import GIVEN_NAMES
from lint.annotate.places import PEOPLES, PLACES
from lint.annotate.similar import plain
from lint.document import DISPLAY, Block
from lint.model import Coverage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lint.annotate.people import Person
    from lint.annotate.reading import Reading

_DIRECTIONS = frozenset("western eastern northern southern central".split())
_LINK = re.compile(r" (?:of|for)(?: the)? | and | & ")


class Kind(StrEnum):
    """What a name is the name of."""

    PERSON = "person"
    PLACE = "place"
    BODY = "body"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands: prose offsets in its block, half-open, titles and possessive endings left out.

    `display`: in a headline, deck, heading, caption, alt text, or a link. `quoted`: in quoted speech.
    """

    block: Block
    start: int
    end: int
    text: str
    display: bool
    quoted: bool


@dataclass(frozen=True, slots=True)
class Cluster:
    """All mentions of one person, place, body or term, in order, and the fullest form of its name.

    `given` and `family` are a person's; a person known by one name has it as `family`.
    """

    kind: Kind
    full: str
    mentions: tuple[Mention, ...]
    given: str = ""
    family: str = ""

    @property
    def forms(self) -> dict[str, int]:
        """The forms of the name and how often each stands, the commonest first, of equals the earlier."""
        return dict(Counter(mention.text for mention in self.mentions).most_common())


class _Name(NamedTuple):
    """A name that is no person's: prose offsets in its block, half-open, and its words in lower case."""

    block: Block
    start: int
    end: int
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end]


def find(reading: Reading) -> tuple[Cluster, ...]:
    """Give the clusters of an article, in the order of their first mentions."""
    place = {block: index for index, block in enumerate(reading.blocks)}
    clusters = [*_persons(reading), *_others(reading)]
    return tuple(sorted(clusters, key=lambda c: (place[c.mentions[0].block], c.mentions[0].start, c.full)))


def order_of(person: Person) -> tuple[str, str]:
    """Give a person's given name and family name, whichever of them comes first.

    Which comes first is told by what the article calls them alone, else by the family names of East Asia.
    """
    first, last = person.given, person.surname
    alone = Counter(mention.text for mention in person.mentions if not mention.full)
    if alone[first] != alone[last]:
        turned = alone[first] > alone[last] and first.lower() not in GIVEN_NAMES
    else:
        turned = first.lower() in FAMILY_FIRST and last.lower() not in GIVEN_NAMES and len(last) > 1
    return (last, first) if turned else (first, last)


def _persons(reading: Reading) -> Iterator[Cluster]:
    read = _Reader(reading)
    for person in reading.people.persons:
        mentions = tuple(read(mention.block, mention.start, mention.end) for mention in person.mentions)
        full = max((mention.text for mention in mentions), key=len)
        yield Cluster(Kind.PERSON, full, mentions, *order_of(person))
    for family, group in _alone(reading).items():
        yield Cluster(Kind.PERSON, family, tuple(read(m.block, m.start, m.end) for m in group), "", family)


def _alone(reading: Reading) -> dict[str, list[people.Mention]]:
    """Give the mentions of those whom the article only ever calls by one name, a title before it at least once."""
    known = {id(mention) for person in reading.people.persons for mention in person.mentions}
    groups: dict[str, list[people.Mention]] = defaultdict(list)
    for mention in reading.people.mentions:
        if mention.personal and not mention.full and id(mention) not in known:
            groups[mention.text].append(mention)
    return {family: group for family, group in groups.items() if any(mention.title for mention in group)}


def _others(reading: Reading) -> Iterator[Cluster]:
    read = _Reader(reading)
    groups: dict[str, list[_Name]] = defaultdict(list)
    for name in _joined(_impersonal(reading)):
        if all(word in PEOPLES or word in _DIRECTIONS for word in name.words):
            continue
        groups[plain(name.text) or name.text].append(name)
    short = _acronyms(reading, groups)
    for key, names in groups.items():
        if key in short.values():
            continue
        every = [*names, *groups.get(short.get(key, ""), ())]
        mentions = tuple(read(*name[:3]) for name in every)
        yield Cluster(_kind(names[0]), max((name.text for name in names), key=len), mentions)


def _impersonal(reading: Reading) -> list[_Name]:
    people_known = {id(mention) for person in reading.people.persons for mention in person.mentions}
    alone = _alone(reading)
    return [
        _Name(mention.block, mention.start, mention.end, tuple(word.lower for word in mention.words))
        for mention in reading.people.mentions
        if id(mention) not in people_known and not (mention.personal and mention.text in alone)
    ]


def _joined(names: Sequence[_Name]) -> Iterator[_Name]:
    """Join what “of”, “for” and “and” hold together in the name of a body: Ministry of Health and Care."""
    last: _Name | None = None
    for name in names:
        if last and last.block is name.block and _holds(last, name):
            last = _Name(last.block, last.start, name.end, (*last.words, "of", *name.words))
            continue
        if last:
            yield last
        last = name
    if last:
        yield last


def _holds(last: _Name, name: _Name) -> bool:
    link = _LINK.fullmatch(last.block.text, last.end, name.start)
    if not link or not any(word in names_lexicon.HEADS for word in last.words):
        return False
    return link.group() not in (" and ", " & ") or "of" in last.words


def _acronyms(reading: Reading, groups: dict[str, list[_Name]]) -> dict[str, str]:
    """Give the key of each name that the article gives an acronym in brackets, with the acronym's own key."""
    found: dict[str, str] = {}
    for definition in acronyms.definitions(reading.blocks):
        words = definition.expansion
        if len(words) > 1:
            name = plain(definition.block.text[words[0].start : words[-1].end])
            key = plain(definition.acronym)
            if name in groups and key in groups and name != key:
                found.setdefault(name, key)
    return found


def _kind(name: _Name) -> Kind:
    last = name.words[-1]
    if last in PLACES or name.text.startswith("United ") or (len(name.words) > 1 and last in names_lexicon.PLACE_WORDS):
        return Kind.PLACE if "of" not in name.words else Kind.BODY
    if name.text.isupper() or any(word in names_lexicon.NOT_PEOPLE | names_lexicon.BODIES for word in name.words):
        return Kind.BODY
    return Kind.TERM


class _Reader:
    """Makes mentions, knowing the article's links and quotations."""

    def __init__(self, reading: Reading) -> None:
        spans: dict[Block, list[tuple[int, int]]] = defaultdict(list)
        for link in reading.document.links:
            spans[link.block].append((link.start, link.end))
        self._reading = reading
        self._links = {block: Coverage(ranges) for block, ranges in spans.items()}

    def __call__(self, block: Block, start: int, end: int) -> Mention:
        """Give the mention at the prose offsets `start..end`."""
        linked = block in self._links and self._links[block].meets(start, end)
        quoted = self._reading.quoted(block, start, end)
        return Mention(block, start, end, block.text[start:end], block.kind in DISPLAY or linked, quoted)
