"""One person under two full names: a surname or a given name written two ways."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from lint.annotate import lexicon
from lint.annotate.given_names import GIVEN_NAMES
from lint.annotate.names_lexicon import SHORT_FORMS
from lint.annotate.people import Person
from lint.annotate.reading import Reading
from lint.annotate.similar import Neighbours, distance, is_inflection, one_apart, plain
from lint.checks.names_places import lines, pointers
from lint.document import BODY
from lint.model import Severity
from lint.rule import Hit, Option

_NICKNAME = re.compile(r"[“\"(‘'](\w{2,20})[”\")’']")
_BEFORE = re.compile(r"(?<![\w’'-])([^\W\d_]{3,20}) $")
_REACH = 24
_RECURRING = 2
_FEW = 5
_MOST = 60
"""So many bearers of one name are compared at most."""
_VOWELS = frozenset("aeio")
_ALIKE = ({"c", "k"}, {"g", "j"}, {"j", "y"}, {"i", "y"}, {"s", "z"})
"""Initials that one given name can begin with (Catherine, Katherine)."""


def variants(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give the full names that differ in one part from another's: the surname by letters, the given name by form."""
    persons, told = reading.people.persons, _nicknames(reading)
    yield from _hidden(reading, persons)
    for first, second in _pairs(persons, lambda person: person.given):
        if _near_surnames(first.surname, second.surname) and not _are_two(reading, first, second):
            common, rare = _by_count(first, second)
            yield _hit(reading, rare, common, "surname", _severity_of_surnames(reading, rare, common))
    yield from _twice(reading, persons)
    for first, second in _pairs(persons, lambda person: person.surname):
        if _are_two(reading, first, second):
            continue
        if _near_given(first.given, second.given):
            common, rare = _by_spelling(*_by_count(first, second))
            yield _hit(reading, rare, common, "given", _severity_of_given(rare, common))
        elif _short_form(first.given, second.given) and not told & {first.given, second.given}:
            common, rare = _by_count(first, second)
            yield _hit(reading, rare, common, "given", _severity_of_short(reading, rare, common))


def _twice(reading: Reading, persons: Sequence[Person]) -> Iterator[Hit]:
    """Give the surnames one letter off whose bearers have one given name in two forms: Jess Dufault, Jessica Dufalt."""
    bearers: dict[str, list[Person]] = defaultdict(list)
    for person in persons:
        bearers[person.surname].append(person)
    neighbours = Neighbours(bearers)
    for person in persons:
        for name in neighbours.of(person.surname):
            for other in bearers[name][:_FEW]:
                if (
                    name > person.surname
                    and person.given != other.given
                    and _short_form(person.given, other.given)
                    and _near_surnames(name, person.surname)
                ):
                    common, rare = _by_count(other, person)
                    yield _hit(reading, rare, common, "surname", _severity_of_surnames(reading, rare, common))


def _hidden(reading: Reading, persons: Sequence[Person]) -> Iterator[Hit]:
    """Give the given names hidden at the start of a sentence by a word of the language: Even Papp, for Evan Papp."""
    bearers = {person.surname: person for person in persons}
    for person in persons:
        bearers[person.surname] = person if person.given else bearers[person.surname]
    for mention in reading.people.mentions:
        before = _BEFORE.search(mention.block.text, max(0, mention.start - _REACH), mention.start)
        bearer = bearers.get(mention.text)
        if bearer and before and _near_given(before[1], bearer.given) and bearer.given.lower() in GIVEN_NAMES:
            right = [each for each in bearer.mentions if each.full]
            values = {"full": f"{before[1]} {mention.text}", "other": right[0].text, "name": bearer.given}
            values |= {"where": lines(reading, right)}
            at, end = before.span(1)
            yield Hit(mention.block, at, end, values, None, (bearer.given,), None, pointers(right))


def _are_two(reading: Reading, first: Person, second: Person) -> bool:
    """Say whether the two are known to be two."""
    return reading.known.distinct(first.introduction.text, second.introduction.text)


def _is_quoted(reading: Reading, person: Person) -> bool:
    """Say whether the full name stands in quotations alone, where the spelling may be that of an old document."""
    return all(reading.quoted(m.block, m.start, m.end) for m in person.mentions if m.full)


def _severity_of_short(reading: Reading, rare: Person, common: Person) -> Severity | None:
    """Lower what may well be meant: a short form in quoted speech, or beside a formal name with an initial, or two people's."""
    own = [m for m in rare.mentions if m.full and not reading.quoted(m.block, m.start, m.end)]
    many = min(_count(rare), _count(common)) > _RECURRING
    formal = len({len(person.introduction.words) for person in (rare, common)}) > 1
    return None if own and not many and not formal else Severity.SUGGESTION


def _pairs(persons: Sequence[Person], part: Callable[[Person], str]) -> Iterator[tuple[Person, Person]]:
    """Give every two persons whose `part` is the same name, and more than an initial."""
    groups: dict[str, list[Person]] = defaultdict(list)
    for person in persons:
        groups[part(person)].append(person)
    for name, group in groups.items():
        if len(name) > 1 and "." not in name:
            yield from combinations(group[:_MOST], 2)


def _near_surnames(first: str, second: str) -> bool:
    """Say whether one surname can be the other misspelt: one letter off, two in a long one."""
    shorter = min(len(first), len(second))
    if shorter < 4 or first[0] != second[0] or is_inflection(first, second) or plain(first) == plain(second):
        return False
    return distance(first, second, 2) <= (2 if shorter >= 7 else 1)


def _near_given(first: str, second: str) -> bool:
    """Say whether one given name can be the other misspelt; two words of the language (White, Whites) are no names."""
    initials = {first[0].lower(), second[0].lower()}
    if len(initials) > 1 and initials not in _ALIKE:
        return False
    if plain(first) == plain(second):
        return False
    if lexicon.readings(first) and lexicon.readings(second) and not {first.lower(), second.lower()} & GIVEN_NAMES:
        return False
    return min(len(first), len(second)) > 2 and one_apart(first, second)


def _short_form(first: str, second: str) -> bool:
    pair = {first.lower(), second.lower()}
    return any(pair <= set(forms) for forms in SHORT_FORMS)


def _nicknames(reading: Reading) -> set[str]:
    """Give the words that the article itself may tell to be nicknames: Robert “Bob” Mbeki, Robert (Bob) Mbeki."""
    return {match[1] for block in reading.blocks for match in _NICKNAME.finditer(block.text)}


def _by_count(first: Person, second: Person) -> tuple[Person, Person]:
    """Give the pair with the more often fully named first; of equals, the earlier."""
    return (second, first) if _count(second) > _count(first) else (first, second)


def _count(person: Person) -> int:
    return sum(mention.full for mention in person.mentions)


def _by_spelling(common: Person, rare: Person) -> tuple[Person, Person]:
    """Turn the pair where only the rarer given name is a known one."""
    known = rare.given.lower() in GIVEN_NAMES and common.given.lower() not in GIVEN_NAMES
    return (rare, common) if known else (common, rare)


def _severity_of_surnames(reading: Reading, rare: Person, common: Person) -> Severity | None:
    """Lower what can be two people's, words of the language (Cook, Cooke) or names that both recur, and what is only quoted."""
    if _is_quoted(reading, rare) or _is_quoted(reading, common):
        return Severity.SUGGESTION
    recurring = min(len(rare.mentions), len(common.mentions)) > 1
    return Severity.SUGGESTION if recurring or lexicon.readings(rare.surname) else None


def _severity_of_given(rare: Person, common: Person) -> Severity | None:
    """Lower what can be two people's: given names that both exist and recur (Jon, John), or a sister's and a brother's."""
    if _middle(rare) == _middle(common) != ():
        return None
    if _is_pair(rare.given.lower(), common.given.lower()):
        return Severity.SUGGESTION
    known = [person.given.lower() in GIVEN_NAMES for person in (rare, common)]
    if known == [False, True] or _count(rare) == 1:
        return None
    recurring = min(len(rare.mentions), len(common.mentions)) > 1
    return Severity.SUGGESTION if all(known) or recurring or len(rare.given) < 4 else None


def _is_pair(first: str, second: str) -> bool:
    """Say whether two given names differ in a last vowel alone: Paul, Paula; Mario, Maria."""
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) < len(longer):
        return longer[:-1] == shorter and longer[-1] in _VOWELS
    return shorter[:-1] == longer[:-1] and shorter[-1] in _VOWELS and longer[-1] in _VOWELS


def _middle(person: Person) -> tuple[str, ...]:
    """Give the names between the first and the last."""
    return tuple(word.text for word in person.introduction.words[1:-1])


def _hit(reading: Reading, rare: Person, common: Person, part: str, severity: Severity | None) -> Hit:
    wrong, right = rare.introduction, common.introduction
    full = [mention for mention in common.mentions if mention.full]
    values = {"full": wrong.text, "other": right.text, "where": lines(reading, full)}
    if part == "given" and _is_later(rare, common):
        values |= {"name": rare.surname}
        suggestions = (rare.surname, right.text)
        return Hit(wrong.block, wrong.start, wrong.end, values, None, suggestions, severity, pointers(full))
    word = wrong.surname if part == "surname" else wrong.words[0]
    name = common.surname if part == "surname" else common.given
    values |= {"name": name}
    return Hit(wrong.block, word.start, word.end, values, None, (name,), severity, pointers(full))


def _is_later(rare: Person, common: Person) -> bool:
    """Say whether the rarer name is a later reference, in an article that calls the person by surname: so may this one."""
    wrong, right = rare.introduction, common.introduction
    body = {wrong.block.kind, right.block.kind} <= BODY
    bare = any(not mention.full and not mention.title for mention in (*rare.mentions, *common.mentions))
    return body and bare and (right.block.span(right.start, right.end) < wrong.block.span(wrong.start, wrong.end))
