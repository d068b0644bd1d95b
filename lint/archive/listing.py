"""The names of one article, and where each was seen before: the list that a fact-checker starts from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lint.annotate.names import Cluster
from lint.annotate.reading import Reading
from lint.archive.houselist import SECTIONS
from lint.archive.memory import Memory
from lint.archive.model import Record
from lint.archive.view import Seen
from lint.model import Position

_MOST_SEEN = 3


@dataclass(frozen=True, slots=True)
class Use:
    """A form of a name where it stands."""

    text: str
    start: Position
    end: Position
    quoted: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """A name of the article: what it names, its forms and uses, and what is known of it.

    `articles` is the number of older articles that have it, `seen` the latest of them; `house` says that the list of names
    has it, `unwanted` what the house writes in place of a form; `alike` are known names that differ in a letter or a word.
    """

    kind: str
    name: str
    given: str
    family: str
    forms: Mapping[str, int]
    uses: tuple[Use, ...]
    articles: int
    seen: tuple[Seen, ...]
    house: bool
    unwanted: Mapping[str, str]
    alike: Mapping[str, int]

    @property
    def new(self) -> bool:
        """Say whether nothing is known of the name."""
        return not (self.articles or self.house)


def listed(reading: Reading, memory: Memory) -> tuple[Listed, ...]:
    """Give the names of an article: people, places, bodies and terms, each kind in the order of first mention."""
    kinds = list(SECTIONS.values())
    found = (_listed(reading, memory, cluster) for cluster in reading.names)
    return tuple(sorted(found, key=lambda name: kinds.index(name.kind)))


def _listed(reading: Reading, memory: Memory, cluster: Cluster) -> Listed:
    forms = cluster.forms
    records = [record for record in memory.written(cluster.full) if record.name.form == cluster.full]
    house = any(memory.house.count(form) for form in forms)
    unwanted = {form: wanted for form in forms if (wanted := memory.preferred(form))}
    known = bool(records) or house
    return Listed(
        kind=cluster.kind.value,
        name=cluster.full,
        given=cluster.given,
        family=cluster.family,
        forms=forms,
        uses=tuple(_uses(reading, cluster)),
        articles=memory.articles(cluster.full),
        seen=_seen(memory, records),
        house=house,
        unwanted=unwanted,
        alike={} if known else _alike(memory, cluster.full),
    )


def _alike(memory: Memory, name: str) -> Mapping[str, int]:
    return {other: count for other, count in memory.near(name).items() if not memory.distinct(name, other)}


def _uses(reading: Reading, cluster: Cluster) -> Iterator[Use]:
    source = reading.document.source
    for mention in cluster.mentions:
        span = mention.block.span(mention.start, mention.end)
        yield Use(mention.text, source.position(span.start), source.position(span.end), mention.quoted)


def _seen(memory: Memory, records: list[Record]) -> tuple[Seen, ...]:
    found = {seen.path: seen for record in records for seen in memory.seen(record, _MOST_SEEN)}
    return tuple(sorted(found.values(), key=lambda seen: (seen.day, seen.path), reverse=True)[:_MOST_SEEN])
