"""Names that the article repeats, and once has a letter wrong: places, bodies, products, single words and longer ones."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lint.annotate.capitals import NameWord
from lint.annotate.people import Mention, People
from lint.annotate.reading import Reading
from lint.annotate.similar import Neighbours, is_inflection, is_swap, one_apart, plain
from lint.checks.names_surname import introductions, is_known
from lint.rule import Hit, Option, Pointer

_SHORTEST = 6
_OFTEN = 3
_LONGEST_NAME = 8

Place = tuple[Mention, NameWord]


def misspelt(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give the names that stand once and are one letter, or the ending of one word, away from one that recurs."""
    found = [*_words(reading.people), *_phrases(reading.people)]
    seen: set[tuple[int, int, int]] = set()
    for hit in found:
        place = (id(hit.block), hit.start, hit.end)
        if place not in seen:
            seen.add(place)
            yield hit


def _words(people: People) -> Iterator[Hit]:
    """Give the unknown words of names that stand once, one letter away from a word that names have three times."""
    counts = Counter(word.text for mention in people.mentions for word in mention.words)
    first: dict[str, Place] = {}
    for mention in people.mentions:
        for word in mention.words:
            first.setdefault(word.text, (mention, word))
    surnames = introductions(people)
    neighbours = Neighbours(text for text, count in counts.items() if count >= _OFTEN and text not in surnames)
    for text, (mention, word) in first.items():
        if counts[text] > 1 or _is_own(people, mention, word):
            continue
        name = next((name for name in neighbours.of(text) if _may_be(text, name)), "")
        if name:
            yield _hit((mention, word), first[name], counts[name])


def _is_own(people: People, mention: Mention, word: NameWord) -> bool:
    """Say whether the word is no misspelling for this check: short, known, part of a person's name or of a pair."""
    if len(word.text) < _SHORTEST or word.text.isupper() or (mention.full and mention.personal):
        return True
    return mention.block.text[word.start - 1 : word.start] in ("-", "–") or is_known(people, word.text)


def _may_be(word: str, name: str) -> bool:
    if (
        plain(word) == plain(name)
        or is_inflection(word, name)
        or "e" in (word.removeprefix(name), name.removeprefix(word))
    ):
        return False
    return is_swap(word, name) or word[0] == name[0]


def _phrases(people: People) -> Iterator[Hit]:
    """Give the longer names that stand once and differ in one word, by a letter or its ending, from one that recurs."""
    forms: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in people.mentions:
        if 1 < len(mention.words) <= _LONGEST_NAME and not mention.personal:
            forms[tuple(word.text for word in mention.words)].append(mention)
    recurring: dict[tuple[str, ...], tuple[str, ...]] = {}
    for form, mentions in forms.items():
        if len(mentions) >= (_OFTEN if len(form) == 2 else _OFTEN - 1):
            recurring |= {_gap(form, at): form for at in range(len(form))}
    for form, mentions in forms.items():
        for at in range(len(form)) if len(mentions) == 1 else ():
            main = recurring.get(_gap(form, at), form)
            if _may_be_word(form[at], main[at], last=at == len(form) - 1):
                right = forms[main][0]
                yield _hit((mentions[0], mentions[0].words[at]), (right, right.words[at]), len(forms[main]))


def _gap(form: Sequence[str], at: int) -> tuple[str, ...]:
    return (*form[:at], "", *form[at + 1 :])


def _may_be_word(word: str, name: str, *, last: bool) -> bool:
    """Say whether one word of a longer name can be the other by mistake; the last one may well stand in the plural."""
    if min(len(word), len(name)) < 4 or any(map(str.isdigit, word + name)) or word.isupper():
        return False
    return one_apart(word, name) and plain(word) != plain(name) and not (last and is_inflection(word, name))


def _hit(wrong: Place, right: Place, count: int) -> Hit:
    (mention, word), (other, place) = wrong, right
    pointer = Pointer(f"“{other.text}” here", other.block, place.start, place.end)
    values = {"name": place.text, "count": str(count)}
    return Hit(mention.block, word.start, word.end, values, suggestions=(place.text,), related=(pointer,))
