"""Bodies under two forms of their name: Health Department and Department of Health, Reed & Sons and Reed and Sons."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lint.annotate import english
from lint.annotate.acronyms import SMALL_WORDS
from lint.annotate.names import Cluster, Kind
from lint.annotate.reading import Reading
from lint.annotate.similar import plain
from lint.checks.names_places import pointer
from lint.document import Block
from lint.rule import Hit, Option, Pointer

_WORD = re.compile(r"[^\W_]+")
_CAPITAL = r"[^\W\d_a-z]\w+"
_AND = re.compile(rf"(?<!\w)((?:{_CAPITAL} ){{0,3}}{_CAPITAL}) (&|and) ({_CAPITAL}(?: {_CAPITAL}){{0,3}})")
_FIRM = frozenset("inc ltd llc llp co corp plc gmbh".split())
_FEWEST = 2
_LAST_WORDS = 4

_Sides = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Pair:
    """A name with “&” or “and” in it: prose offsets in its block, half-open, and the words either side."""

    block: Block
    start: int
    end: int
    sides: _Sides

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end]


def turned(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give the bodies whose name has the same words in another order: Health Department, Department of Health."""
    groups: dict[frozenset[str], list[Cluster]] = defaultdict(list)
    for cluster in reading.names:
        words = [word.lower() for word in _WORD.findall(cluster.full) if word.lower() not in SMALL_WORDS]
        if cluster.kind is Kind.BODY and _FEWEST <= len(words) <= 2 * _LAST_WORDS:
            groups[frozenset(words)].append(cluster)
    for clusters in groups.values():
        if len(clusters) > 1 and any(" of " in cluster.full for cluster in clusters):
            yield from _rarer(reading, clusters)


def _rarer(reading: Reading, clusters: Sequence[Cluster]) -> Iterator[Hit]:
    main = max(clusters, key=lambda cluster: len(cluster.mentions))
    for cluster in clusters:
        if cluster is main or reading.known.distinct(cluster.full, main.full):
            continue
        mention = next((m for m in cluster.mentions if not m.quoted), None)
        if mention and plain(mention.text) != plain(main.full):
            values = {"other": main.full, "count": str(len(main.mentions))}
            related = (pointer(main.mentions[0]),)
            yield Hit(mention.block, mention.start, mention.end, values, suggestions=(main.full,), related=related)


def ampersand(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give every place of the rarer of two forms of a name, with “&” and with “and”."""
    groups: dict[_Sides, dict[str, list[_Pair]]] = defaultdict(lambda: defaultdict(list))
    for block in reading.blocks if any("&" in block.text for block in reading.blocks) else ():
        for match in _AND.finditer(block.text):
            pair = _pair(block, match)
            if pair and not reading.quoted(block, pair.start, pair.end):
                groups[pair.sides][match[2]].append(pair)
    for forms in groups.values():
        main = max(forms, key=lambda form: len(forms[form]))
        first = forms[main][0]
        here = Pointer(f"“{first.text}” here", first.block, first.start, first.end)
        values = {"other": first.text, "count": str(len(forms[main]))}
        for pair in (pair for form, pairs in forms.items() if form != main for pair in pairs):
            yield Hit(pair.block, pair.start, pair.end, values, suggestions=(first.text,), related=(here,))


def _pair(block: Block, match: re.Match[str]) -> _Pair | None:
    """Give the whole name around “and”; None where it is two names of one kind: North Pier and South Pier."""
    left, right = match[1].split(" "), match[3].split(" ")
    while len(left) > 1 and left[0].lower() in english.READINGS:
        left = left[1:]
    while len(right) > 1 and right[-1].lower() in _FIRM:
        right = right[:-1]
    if left[-1] == right[-1] or left[-1].lower() in english.READINGS:
        return None
    start, end = match.end(1) - len(" ".join(left)), match.start(3) + len(" ".join(right))
    return _Pair(block, start, end, (tuple(left), tuple(right)))
