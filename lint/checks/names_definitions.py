"""Acronyms and where they are spelt out: nowhere, twice, too late, or for nothing."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lint.annotate import wordlist
from lint.annotate.acronyms import Definition, Use, definitions, uses
from lint.annotate.acronyms_known import FAMILIAR
from lint.annotate.reading import Reading
from lint.document import BODY
from lint.model import Severity
from lint.rule import Hit, Option, Pointer

_OFTEN = 2
_SHORTEST = 3
_HABIT = 1
_LONGEST = 5
"""Longer ones are rather names that look so: USAJOBS."""
_SECTION = 6
"""After so many headings a long text may well spell out again."""
_KNOWN_OFTEN = 20
"""Acronyms that so many older articles use need no spelling out in this one."""
_WORD = re.compile(r"[^\W_]+")
_HOST = re.compile(r"(?:https?:)?//([\w.-]+)")
_BESIDE = re.compile(r"\s*[(\[,–—:=-]\s*\w+")


def undefined(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give the first place of each acronym that stands twice or more in the text and is nowhere spelt out."""
    used = [use for use in uses(reading.blocks) if use.block.kind in BODY and not _is_shouted(use)]
    counts = Counter(use.acronym for use in used)
    defined = list(definitions(reading.blocks))
    told = {definition.acronym for definition in defined} | _hosts(reading)
    usual = sum(bool(definition.expansion) and definition.block.kind in BODY for definition in defined) >= _HABIT
    spelt = _initials_of_names(reading)
    seen: set[str] = set()
    for use in used:
        name = use.acronym
        if name in seen or counts[name] < _OFTEN or len(name) < _SHORTEST:
            continue
        seen.add(name)
        if name in FAMILIAR or name in told or name in spelt or _is_explained(use) or wordlist.is_word(name.lower()):
            continue
        if reading.known.form(name) < _KNOWN_OFTEN:
            severity = None if usual and len(name) <= _LONGEST else Severity.SUGGESTION
            yield Hit(use.block, use.start, use.end, {"count": str(counts[name])}, severity=severity)


def unused(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give the acronyms in brackets that the article never uses again."""
    counts = Counter(use.acronym for use in uses(reading.blocks))
    for definition in definitions(reading.blocks):
        if definition.expansion and counts[definition.acronym] == 1 and definition.block.kind in BODY:
            yield Hit(definition.block, definition.start, definition.end, {"words": _words(definition)})


def again(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give the acronyms that are spelt out a second time in the running text, by the same words."""
    order = {block: index for index, block in enumerate(reading.blocks)}
    first: dict[str, Definition] = {}
    for definition in definitions(reading.blocks):
        if not definition.expansion or definition.block.kind not in BODY:
            continue
        known = first.setdefault(definition.acronym, definition)
        near = order[definition.block] - order[known.block] <= _SECTION
        if known is not definition and near and _words(known).lower() == _words(definition).lower():
            values = {"words": _words(definition)}
            yield Hit(definition.block, definition.start, definition.end, values, related=(_pointer(known),))


def early(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give the first use of an acronym in the running text that only a later paragraph spells out."""
    places: dict[str, list[Use]] = defaultdict(list)
    for use in uses(reading.blocks):
        if use.block.kind in BODY:
            places[use.acronym].append(use)
    order = {block: index for index, block in enumerate(reading.blocks)}
    seen: set[str] = set()
    for definition in definitions(reading.blocks):
        if definition.acronym in seen or not definition.expansion or definition.block.kind not in BODY:
            continue
        seen.add(definition.acronym)
        before = [u for u in places[definition.acronym] if order[u.block] < order[definition.block]]
        if before and definition.acronym not in FAMILIAR and not _is_shouted(before[0]):
            use = before[0]
            yield Hit(use.block, use.start, use.end, {"words": _words(definition)}, related=(_pointer(definition),))


def _hosts(reading: Reading) -> set[str]:
    """Give the labels of the hosts that the article links to, in capitals: what gsa.gov is, a reader can look up there."""
    found = (_HOST.match(link.target) for link in reading.document.links)
    return {label.upper() for host in found if host for label in host[1].split(".")}


def _is_shouted(use: Use) -> bool:
    """Say whether the capitals stand among others, as in a line set in capitals, or in a code."""
    text = use.block.text
    beside = [
        *_WORD.findall(text[max(0, use.start - 24) : use.start])[-1:],
        *_WORD.findall(text[use.end : use.end + 24])[:1],
    ]
    return any(len(word) > 1 and word.isupper() for word in beside)


def _is_explained(use: Use) -> bool:
    """Say whether words in brackets, or after a comma or a dash, follow the acronym and may explain it."""
    rest = use.block.text[use.end : use.end + 160]
    letters = "".join(word[0] for word in _WORD.findall(rest)).upper()
    return bool(_BESIDE.match(rest)) and letters.startswith(use.acronym[:2])


def _initials_of_names(reading: Reading) -> set[str]:
    """Give the initials of every row of words in the article, so far as they might be acronyms, with and without small words."""
    found: set[str] = set()
    wanted = {use.acronym for use in uses(reading.blocks)}
    lengths = sorted({len(acronym) for acronym in wanted})
    for block in reading.blocks if wanted else ():
        for words in (_WORD.findall(block.text),):
            for row in (_row(words), _row([word for word in words if word.lower() not in _SMALL])):
                for length in lengths:
                    found.update(_slices(row, length, wanted))
    return found


_SMALL = frozenset("of the and for in on to a an at by with from de la du des & or as".split())


def _row(words: Sequence[str]) -> str:
    return "".join(word[0] if len(word) > 1 else "\x00" for word in words)


def _slices(row: str, length: int, wanted: set[str]) -> Iterator[str]:
    for at in range(len(row) - length + 1):
        part = row[at : at + length]
        if part.upper() in wanted and (part.isupper() or part.islower() or part[0].isupper()):
            yield part.upper()


def _words(definition: Definition) -> str:
    words = definition.expansion
    return definition.block.text[words[0].start : words[-1].end]


def _pointer(definition: Definition) -> Pointer:
    return Pointer(f"“{definition.acronym}” is spelt out here", definition.block, definition.start, definition.end)
