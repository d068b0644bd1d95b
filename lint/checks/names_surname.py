"""Surnames on second reference: misspelt, or with no first reference at all."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lint.annotate import english, lexicon
from lint.annotate.given_names import GIVEN_NAMES
from lint.annotate.names_lexicon import (
    BEFORE_TITLES,
    BODIES,
    INVERTED,
    NOT_PEOPLE,
    REPORTING,
    ROLES,
    TITLES,
    WELL_KNOWN,
)
from lint.annotate.people import Mention, People
from lint.annotate.places import PEOPLES, PLACES
from lint.annotate.reading import Reading
from lint.annotate.similar import Neighbours, distance, is_inflection, is_swap, plain, unaccented
from lint.checks.names_places import bearers, lines, pointers
from lint.document import BODY
from lint.rule import Hit, Option

_SHORTEST = 5
_LONG = 8
_MOST = 20
_RARE = 2
_KNOWN_OFTEN = 2
"""What so many older articles have is a name of its own."""
_DOUBLED = re.compile(r"(\w)\1")
_NEXT = re.compile(r"\s+(\w+)")
_FAR = 60
_AS_ROLE = re.compile(r"(?:^|[.!?] )As (\w+(?: \w+){0,7}), $")
_IN_ROLE = re.compile(
    r" (?:joins?|joined|serves?|served|works?|worked|begins?|began|started|came|acts?|acted|retired) "
    r"[^.!?]{0,40}\bas (?:an? |the |its |our |their )?[A-Z]?[a-z]"
)
_HAS_SUBJECT = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Tt]hey|[Hh]e|[Ss]he|who) \w+ $")
_QUANTIFIERS = english.DETERMINERS | frozenset("many most several few other".split())
_NO_SURNAME = re.compile(r"(?:ists|ians)$|-[a-z]")
_ROLE_BEFORE = re.compile(r"(\w+), $")
_ROLE_AFTER = re.compile(r", (?:the |then |a |an )?(\w+)")
_NEAR = 500
_HE = re.compile(r"\b(?:he|him|his|himself|she|her|herself)\b", re.IGNORECASE)
_PLACING = frozenset("in at from near the many most other some all".split())
_PERSONAL = frozenset("who whom whose himself herself".split())
_BODY_WORDS = frozenset("engineers officials workers administration government campaign company troops".split())
_LAST = re.compile(r"(\w+)\s+$")


def misspelt(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give bare surnames one letter away from a surname that the article introduces, or the introduction so misspelt."""
    people = reading.people
    introduced = introductions(people)
    alike = _Alike(introduced)
    places = bearers(people.mentions)
    counts = {word: len(mentions) for word, mentions in places.items()}
    turned: set[str] = set()
    for mention in _bare(people):
        word = mention.surname.text
        name = next((name for name in alike.of(word) if _may_be(word, name)), "")
        if not name or reading.known.distinct(word, name) or reading.known.form(word) >= _KNOWN_OFTEN:
            continue
        if introduced[name].title and mention.title and len(name) <= _SHORTEST:
            continue
        if counts[word] <= min(_RARE, counts[name]):
            yield _misspelt(reading, mention, introduced[name], places[name])
        elif counts[name] == 1 and name not in turned:
            turned.add(name)
            yield _misspelt(reading, introduced[name], mention, places[word])


def unintroduced(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give the first bare surname of each speaker whom the article nowhere introduces."""
    people = reading.people
    places = _placed(people)
    seen = {word.text for mention in people.mentions if mention.full or mention.title for word in mention.words}
    for mention in _bare(people):
        if mention.text in seen or mention.block.kind not in BODY or not _may_speak(mention.text):
            continue
        if _is_told(mention):
            seen.add(mention.text)
            continue
        if _speaks(mention) or (mention.text not in places and _acts(mention)):
            seen.add(mention.text)
            yield Hit(mention.block, mention.start, mention.end, {"name": mention.text})


def is_known(people: People, word: str) -> bool:
    """Say whether the word is something of its own: a word of the language, a given name, a place, a people, a body."""
    lower = word.lower()
    if people.capitals.lower[lower] or all(lexicon.readings(part) for part in lower.split("-")):
        return True
    return any(lower in words for words in (GIVEN_NAMES, PLACES, PEOPLES, NOT_PEOPLE, TITLES, BODIES))


def _bare(people: People) -> Iterator[Mention]:
    """Give the names of one part that no longer name has and that mean nothing else."""
    parts = {word.text for mention in people.mentions if mention.full and mention.personal for word in mention.words}
    for mention in people.mentions:
        if not mention.full and mention.personal and mention.text not in parts and not is_known(people, mention.text):
            yield mention


def introductions(people: People) -> dict[str, Mention]:
    """Give the surnames that full names or titles introduce, each with the mention that does so first."""
    found: dict[str, Mention] = {}
    for mention in sorted(people.mentions, key=lambda mention: not mention.full):
        surname = mention.surname.text
        if not mention.personal or surname.lower() in PLACES or surname.lower() in PEOPLES:
            continue
        if mention.full or (mention.title and not is_known(people, surname)):
            found.setdefault(surname, mention)
    return found


class _Alike:
    """Surnames that can be asked for those a slip away: one letter, accents and doubled letters left aside."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names: dict[str, list[str]] = defaultdict(list)
        for name in names:
            self._names[_bare_form(name)].append(name)
        self._neighbours = Neighbours(self._names)

    def of(self, word: str) -> Iterator[str]:
        """Give the names that may be meant, the nearest first."""
        key = _bare_form(word)
        most = 2 if len(word) >= _LONG else 1
        near = [name for other in (key, *self._neighbours.of(key)) for name in self._names.get(other, ())[:_MOST]]
        found = [(distance(unaccented(word), unaccented(name), most), name) for name in near if name != word]
        yield from (name for far, name in sorted(found) if 0 < far <= most)


def _bare_form(word: str) -> str:
    """Give the word in lower case without accents, each doubled letter once."""
    return _DOUBLED.sub(r"\1", unaccented(word).lower())


def _may_be(word: str, name: str) -> bool:
    """Say whether the word can be the name misspelt, and is not the name inflected, accented or somebody else's."""
    if max(len(word), len(name)) < _SHORTEST or word.isupper() or plain(word) == plain(name):
        return False
    if word == name + "s" and name.endswith("s"):
        return True
    return is_swap(word, name) or (word[0] == name[0] and not is_inflection(word, name))


def _misspelt(reading: Reading, wrong: Mention, right: Mention, others: Sequence[Mention]) -> Hit:
    word, name = wrong.surname, right.surname.text
    values = {"name": name, "person": right.text, "where": lines(reading, others)}
    related = pointers([right, *(mention for mention in others if mention is not right)])
    return Hit(wrong.block, word.start, word.end, values, suggestions=(name,), related=related)


def _may_speak(name: str) -> bool:
    """Say whether the name can be a surname that wants an introduction."""
    if len(name) < 3 or name[:2].isupper() or any(map(str.isdigit, name)) or _NO_SURNAME.search(name):
        return False
    return name.lower() not in WELL_KNOWN


def _is_told(mention: Mention) -> bool:
    """Say whether the sentence tells who it is (“As mayor of Rye, Adeyemi”, “Adeyemi joined as cook”), or is part of a word."""
    text = mention.block.text
    if text.startswith("-", max(0, mention.start - 1)) or _IN_ROLE.match(text, mention.end):
        return True
    role = _AS_ROLE.search(text, max(0, mention.start - _FAR), mention.start)
    return role is not None and not (ROLES | TITLES | BEFORE_TITLES).isdisjoint(role[1].lower().split())


def _placed(people: People) -> set[str]:
    """Give the names that stand somewhere as places and peoples do: “in Saratoga”, “the Cherokees”."""
    found: set[str] = set()
    for mention in people.mentions:
        before = _LAST.search(mention.block.text, max(0, mention.start - 20), mention.start)
        if not mention.full and before and before[1].lower() in _PLACING:
            found.add(mention.text)
    return found


def _acts(mention: Mention) -> bool:
    """Say whether what stands around the name makes it a person's, though nobody speaks: a role beside it, “who”, “he”."""
    text = mention.block.text
    before, after = _ROLE_BEFORE.search(text, max(0, mention.start - 24), mention.start), _NEXT.match(text, mention.end)
    if mention.possessive or (before and before[1].lower() in ROLES | TITLES):
        return not mention.possessive and (not after or after[1] not in _BODY_WORDS)
    beside = _ROLE_AFTER.match(text, mention.end)
    if beside and beside[1].lower() in ROLES | TITLES | BEFORE_TITLES:
        return True
    if not after or not (after[1] in _PERSONAL or {"VBD", "VBZ"} & lexicon.readings(after[1])):
        return False
    return after[1] in _PERSONAL or bool(_HE.search(text, max(0, mention.start - _NEAR), mention.end + _NEAR))


def _speaks(mention: Mention) -> bool:
    """Say whether the name's neighbours make it a person's: “Adeyemi said”, “said Adeyemi”, “economist Adeyemi”."""
    text = mention.block.text
    after = _NEXT.match(text, mention.end)
    before = _LAST.search(text, max(0, mention.start - 20), mention.start)
    if mention.possessive or (before and before[1].lower() in _QUANTIFIERS):
        return False
    if before and before[1] in INVERTED:
        return not after and not _HAS_SUBJECT.search(text, max(0, mention.start - _FAR), mention.start)
    return bool((after and after[1] in REPORTING) or (before and before[1] in ROLES))
