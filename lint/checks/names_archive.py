"""Names that older articles write otherwise: people, places, bodies and terms a slip away from what the archive has."""

from collections.abc import Iterable, Iterator, Mapping

from lint.annotate import lexicon
from lint.annotate.given_names import GIVEN_NAMES
from lint.annotate.known import Known
from lint.annotate.names import Cluster, Kind
from lint.annotate.places import PEOPLES, PLACES
from lint.annotate.reading import Reading
from lint.annotate.similar import distance, is_inflection, is_swap, one_apart, plain, unaccented
from lint.checks.names_archive_hits import Pair, Slip, differing, enough, hit, only
from lint.checks.names_surname import is_known
from lint.model import Severity
from lint.rule import Hit, Option

_SHORTEST = 5
_LONG = 7
_STEM = 5
_RARE = 2
_SEVERAL = 3
_PEOPLE = ("i", "is", "an", "ans", "ian", "ians", "ese", "ish", "ic")
_OFTEN = 5
_BODIES = frozenset(
    "service institute center centre system network force laboratory college court archive union".split()
)
"""Bodies that may have the plural for a name, but not now and then."""

_OF_FAMILY = ("s", "es", "a", "i", "y", "na")
_GENDERS = ({"i", "a"}, {"y", "a"}, {"o", "a"})
_HONOUR = ("jr", "sr", "ii", "iii", "iv")


def people(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give full names nobody has written before that are one slip away from exactly one person of older articles."""
    for cluster in reading.names:
        for form in cluster.forms if cluster.kind is Kind.PERSON else ():
            if " " in form and (found := _person(reading.known, cluster, form)):
                yield found


def _person(known: Known, cluster: Cluster, form: str) -> Hit | None:
    near = known.near(form)
    fit = {name: count for name, count in near.items() if _same_person(form, name) and enough(known, form, count)}
    name = only(known, form, fit)
    if not name:
        return None
    at, (own, other) = next(iter(differing(form, name)))
    if at and known.form(own) >= _RARE:  # a surname of somebody else's
        return None
    return hit(cluster, form, Slip(at, other, name, near[name]), _severity(known, cluster, at, (own, other), name))


def _same_person(form: str, name: str) -> bool:
    """Say whether two full names agree in one of given and family name, and the other can be the same misspelt."""
    found = list(differing(form, name))
    if len(found) != 1 or any(part.lower().rstrip(".") in _HONOUR for part in (*form.split(), *name.split())):
        return False
    at, (own, other) = found[0]
    if min(len(own), len(other)) < (_SHORTEST - 1 if at else _SHORTEST - 2) or _is_of_family(own, other):
        return False
    most = 2 if at and min(len(own), len(other)) >= _LONG and own[0] == other[0] else 1
    return distance(plain(own), plain(other), most) <= most and (own[0] == other[0] or is_swap(own, other))


def _is_of_family(own: str, other: str) -> bool:
    """Say whether the two are one family's name: in the plural, or a man's and a woman's; initials can be anybody's."""
    short, long = sorted((unaccented(own).lower(), unaccented(other).lower()), key=len)
    if short[:-1] == long[:-1]:
        return {short[-1], long[-1]} in _GENDERS
    ending = long.removeprefix(short)
    return "." in short + long or (ending in _OF_FAMILY and ending != short[-1])


def _severity(known: Known, cluster: Cluster, at: int, pair: Pair, name: str) -> Severity | None:
    """Two given names that both exist can be two people's, unless only one has the surname; so can two words as surnames.

    Where the family name stands first, what follows are given names, of which many are nearly alike.
    """
    own, other = pair
    if at and cluster.family == name.split(maxsplit=1)[0]:
        doubt = True
    elif at == 0:
        doubt = own.lower() in GIVEN_NAMES and len(known.person(name.rsplit(maxsplit=1)[-1])) > 1
    else:
        doubt = bool(lexicon.readings(own) and lexicon.readings(other))
    return Severity.SUGGESTION if doubt else None


def others(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give names of places, bodies and terms, and words of these, that are a slip away from what older articles have."""
    seen: set[str] = set()
    for cluster in reading.names:
        if cluster.kind is not Kind.PERSON:
            for form in cluster.forms:
                found = list(_longer(reading, cluster, form) or _words(reading, cluster, form, seen))
                yield from found


def _longer(reading: Reading, cluster: Cluster, form: str) -> list[Hit]:
    """Give the hit for a name of several words that differs in one of them from exactly one known name."""
    known, words = reading.known, form.split()
    if len(words) < 2 or any(map(str.isdigit, form)) or cluster.forms[form] > _RARE:
        return []
    near = known.near(form)
    fit = {name: count for name, count in near.items() if _same_name(form, name, count) and enough(known, form, count)}
    name = only(known, form, fit)
    if not name:
        return []
    at, (_, other) = next(iter(differing(form, name)))
    return [hit(cluster, form, Slip(at, other, name, near[name]))]


def _same_name(form: str, name: str, count: int) -> bool:
    found = list(differing(form, name))
    if len(found) != 1 or len(form.split()) != len(name.split()):
        return False
    at, (own, other) = found[0]
    long = len(form.split()) > 2
    if min(len(own), len(other)) < _SHORTEST or own.isupper() or own[0] != other[0] or _is_of_place(own, other):
        return False
    if is_inflection(own, other):
        last = at == len(form.split()) - 1
        often = _RARE if last else 1 if long else _RARE + 1
        return count >= often and (own.lower().removesuffix("s") in _BODIES if last else True)
    if one_apart(plain(own), plain(other)):
        return (long or not (lexicon.readings(own) and lexicon.readings(other))) and (count >= _RARE or long)
    return long and count >= _RARE and at < len(form.split()) - 1 and own[:_STEM].lower() == other[:_STEM].lower()


def _is_of_place(word: str, name: str) -> bool:
    """Say whether one word is the other's people or language: Somalis, Somalia; German, Germany."""
    lower, other = sorted((word.lower(), name.lower()), key=lambda each: each in PLACES)
    return (
        lower in PEOPLES or other in PEOPLES or (other in PLACES and lower.endswith(_PEOPLE) and lower[:4] == other[:4])
    )


def _words(reading: Reading, cluster: Cluster, form: str, seen: set[str]) -> Iterator[Hit]:
    """Give the hits for words that nothing knows, and that are one slip away from exactly one word of known names."""
    known, words = reading.known, form.split()
    strange = [(at, word) for at, word in enumerate(words) if _is_strange(reading, word)]
    if cluster.forms[form] > _RARE or (
        len(words) > _SEVERAL and 2 * len(strange) > len(words)
    ):  # often, or in another language
        return
    for at, word in strange:
        if word in seen:
            continue
        seen.add(word)
        near = known.near(word)
        fit = {
            name: count for name, count in near.items() if _same_word(word, name, count) and enough(known, word, count)
        }
        if name := only(known, word, fit):
            yield hit(cluster, form, Slip(at, name, name, near[name]))


def _is_strange(reading: Reading, word: str) -> bool:
    return len(word) > _SHORTEST and word.isalpha() and word[1:].islower() and not is_known(reading.people, word)


def _same_word(word: str, name: str, count: int) -> bool:
    """Say whether one word can be the other misspelt: two letters swapped, or, in a long and common one, a letter wrong."""
    if not name[:1].isupper() or name.isupper() or is_inflection(word, name) or plain(word) == plain(name):
        return False
    if _is_of_place(word, name) or "e" in (word.removeprefix(name), name.removeprefix(word)):
        return False
    if is_swap(word, name):
        return True
    ordinary = bool(lexicon.readings(name))
    return (ordinary or count >= _OFTEN or len(word) >= _LONG) and word[0] == name[0] and one_apart(word, name)
