"""Bodies under two forms of their name: Health Department and Department of Health, Reed & Sons and Reed and Sons."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lint.annotate.acronyms import SMALL_WORDS
from lint.annotate.names import Cluster, Kind, Mention
from lint.annotate.reading import Reading
from lint.annotate.similar import plain
from lint.document import Block
from lint.rule import Hit, Option, Pointer

_WORD = re.compile(r"[^\W_]+")
_AND = re.compile(r"(?<!\w)([^\W\d_a-z]\w+) (&|and) ([^\W\d_a-z]\w+)")
_FEWEST = 2
_LAST_WORDS = 4


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
            related = (_pointer(main.mentions[0]),)
            yield Hit(mention.block, mention.start, mention.end, values, suggestions=(main.full,), related=related)


def ampersand(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give every place of the rarer of two forms of a name, with “&” and with “and”."""
    groups: dict[tuple[str, str], dict[str, list[tuple[Block, re.Match[str]]]]] = defaultdict(lambda: defaultdict(list))
    for block in reading.blocks if any("&" in block.text for block in reading.blocks) else ():
        for match in _AND.finditer(block.text):
            if reading.quoted(block, match.start(), match.end()):
                continue
            groups[match[1], match[3]][match[2]].append((block, match))
    for forms in groups.values():
        if len(forms) > 1:
            main = max(forms, key=lambda form: len(forms[form]))
            first, where = forms[main][0]
            pointer = Pointer(f"“{where.group()}” here", first, where.start(), where.end())
            for form, places in forms.items():
                for block, match in places if form != main else ():
                    values = {"other": where.group(), "count": str(len(forms[main]))}
                    suggestions = (where.group(),)
                    yield Hit(block, match.start(), match.end(), values, suggestions=suggestions, related=(pointer,))


def _pointer(mention: Mention) -> Pointer:
    return Pointer(f"“{mention.text}” here", mention.block, mention.start, mention.end)
