"""Acronyms that do not fit: defined two ways, spelt out by words that give other letters, used with letters swapped."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lint.annotate.acronyms import Definition, Term, Use, definitions, initials, uses
from lint.annotate.acronyms_known import OF_THEIR_OWN
from lint.annotate.reading import Reading
from lint.annotate.similar import is_swap, plain
from lint.rule import Hit, Option, Pointer

_ORDERED_OTHERWISE = frozenset("ISO UTC UMP DIN SI TAI UT1 BIPM LGBT".split())
"""Acronyms whose letters follow another language, or none."""

_SHORTEST = 3


def two_ways(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give acronyms defined by other words than the first time, by words that do not fit, or later used with a swap."""
    defined = list(definitions(reading.blocks))
    used = list(uses(reading.blocks))
    counts = Counter(use.acronym for use in used)
    yield from _defined_again(defined)
    for definition in defined:
        yield from _misfit(definition, counts)
    yield from _swapped(defined, used, counts)


def _defined_again(defined: Sequence[Definition]) -> Iterator[Hit]:
    first: dict[str, Definition] = {}
    for definition in defined:
        words = definition.expansion
        if len(words) < 2:
            continue
        known = first.setdefault(definition.acronym, definition)
        if not _same(_key(words), _key(known.expansion)):
            text, other = _text(definition, words), _text(known, known.expansion)
            message = f"“{definition.acronym}” stands for “{text}” here and for “{other}” before. Which is it?"
            yield Hit(definition.block, words[0].start, words[-1].end, {}, message, (), related=(_pointer(known),))


def _misfit(definition: Definition, counts: Mapping[str, int]) -> Iterator[Hit]:
    """Give a definition whose words nearly spell the acronym: with a swap, or but for one letter found nowhere."""
    letters, name = definition.letters, definition.name
    found = initials(name)
    if definition.expansion or max(len(letters), len(found)) < _SHORTEST or letters in _ORDERED_OTHERWISE:
        return
    if any(map(str.islower, definition.acronym)):
        return  # small letters in it say that it was made of more than initials: SoCal, DiPS
    if is_swap(found, letters) and counts[letters] <= max(1, counts[found]):
        message = f"The initials of “{_text(definition, name)}” are {found}, not {letters}."
        yield Hit(definition.block, definition.start, definition.end, {}, message, (found,))
    elif counts[found] > counts[letters] - 1 and found != letters and _in(found, letters):
        message = (
            f"The initials of “{_text(definition, name)}” are {found}, not {letters}, and the article uses {found}."
        )
        yield Hit(definition.block, definition.start, definition.end, {}, message, (found,))
    elif _one_letter_off(found, letters) and not definition.loose:
        message = f"The initials of “{_text(definition, name)}” are {found}, not {letters}. Is one word wrong?"
        yield Hit(definition.block, name[0].start, definition.end, {}, message, ())


def _in(found: str, letters: str) -> bool:
    """Say whether the letters are the initials found, less one at the end or amid them."""
    return len(found) == len(letters) + 1 and any(
        found[:at] + found[at + 1 :] == letters for at in range(1, len(found))
    )


def _one_letter_off(found: str, letters: str) -> bool:
    return len(found) == len(letters) and sum(a != b for a, b in zip(found, letters, strict=True)) == 1


def _swapped(defined: Sequence[Definition], used: Sequence[Use], counts: Mapping[str, int]) -> Iterator[Hit]:
    places = _first_places(defined, used, counts)
    swapped = {wrong: right for right in places for wrong in _swaps(right)}
    known = {definition.acronym for definition in defined if definition.expansion}
    for use in used:
        right = swapped.get(use.acronym)
        if not right or use.acronym in known or len(use.acronym) < _SHORTEST:
            continue
        if use.acronym in OF_THEIR_OWN and right not in known:
            continue
        if counts[use.acronym] <= min(2, counts[right]):
            message = f"“{use.acronym}”: the article has “{right}”. Are two letters swapped?"
            yield Hit(use.block, use.start, use.end, {}, message, (right,), related=(places[right],))


def _swaps(word: str) -> Iterator[str]:
    """Give the word with each two neighbouring letters swapped."""
    for at in range(len(word) - 1):
        if word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _first_places(defined: Sequence[Definition], used: Sequence[Use], counts: Mapping[str, int]) -> dict[str, Pointer]:
    """Give the acronyms that are sure, by definition or by repetition, and where each first stands."""
    found = {definition.acronym: _pointer(definition) for definition in defined if definition.expansion}
    for use in used:
        if counts[use.acronym] > 2:
            found.setdefault(use.acronym, Pointer(f"“{use.acronym}” here", use.block, use.start, use.end))
    return found


def _key(words: Sequence[Term]) -> tuple[str, ...]:
    return tuple(plain(word.text).rstrip("s") for word in words if not word.small)


def _same(key: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two expansions mean the same: equal, or differing by the endings of words (Computing, Computer)."""
    return all(a == b or a[:5] == b[:5] for a, b in zip(key, other, strict=False)) or "".join(key) == "".join(other)


def _text(definition: Definition, words: Sequence[Term]) -> str:
    return definition.block.text[words[0].start : words[-1].end]


def _pointer(definition: Definition) -> Pointer:
    return Pointer(f"“{definition.acronym}” is defined here", definition.block, definition.start, definition.end)
