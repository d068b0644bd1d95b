"""What the checks against the archive share: how two names differ, which one is meant, and what is told of it."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from lint.annotate.known import Known
from lint.annotate.names import Cluster
from lint.annotate.similar import is_inflection, plain
from lint.model import Severity
from lint.rule import Hit, Pointer

_WORD = re.compile(r"\S+")
_CLEARLY = 5
_AS_ONE = 10
_EDGES = ".,;:()[]“”\"‘'"

Pair = tuple[str, str]


class Slip(NamedTuple):
    """What is wrong with a form: the index of the wrong word, what to write, the known name, how many articles have it."""

    at: int
    write: str
    name: str
    articles: int


def differing(form: str, name: str) -> Iterator[tuple[int, Pair]]:
    """Give the words in which two names differ otherwise than in accents and hyphens, with the index in the first name.

    Of names of unlike length, first and last words are held against each other: those between may be left out.
    """
    own, others = form.split(), name.split()
    if len(own) != len(others):
        own, others = [own[0], own[-1]], [others[0], others[-1]]
    last = len(form.split()) - 1
    for at, pair in enumerate(zip(own, others, strict=True)):
        bare = (pair[0].strip(_EDGES), pair[1].strip(_EDGES))
        if plain(bare[0]) != plain(bare[1]):
            yield last if at == len(own) - 1 else at, bare


def enough(known: Known, form: str, count: int) -> bool:
    """Say whether older articles have the other name often enough: this form never, or once against many."""
    return known.form(form) * _AS_ONE <= count


def only(known: Known, form: str, near: Mapping[str, int]) -> str:
    """Give the known name that is meant, if it is clear which; nothing where the house knows the two for two.

    A name and its plural count as one.
    """
    if not near or any(known.distinct(form, name) for name in near):
        return ""
    best = min(near, key=lambda name: (-near[name], name))
    others = [count for name, count in near.items() if name != best and not is_inflection(name, best)]
    return best if near[best] >= _CLEARLY * max(others, default=0) else ""


def counted(articles: int) -> str:
    """Give a number of articles in words."""
    return "1 article" if articles == 1 else f"{articles} articles"


def hit(cluster: Cluster, form: str, slip: Slip, severity: Severity | None = None) -> Hit:
    """Give the hit for a form: at the wrong word where it first stands, further places beside it."""
    first, *others = [mention for mention in cluster.mentions if mention.text == form]
    word = form.split()[slip.at]
    start = first.start + _offset(form, slip.at)
    bare = word.strip(_EDGES)
    start += word.find(bare)
    again = tuple(Pointer(f"“{form}” here too", other.block, other.start, other.end) for other in others)
    values = {"form": form, "name": slip.name, "articles": counted(slip.articles)}
    return Hit(first.block, start, start + len(bare), values, None, (slip.write,), severity, again)


def _offset(form: str, at: int) -> int:
    return next(islice(_WORD.finditer(form), at, None)).start()
