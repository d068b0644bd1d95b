"""Names that the article repeats, and once has a letter wrong: places, bodies, products, single words and longer ones."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lint.annotate import lexicon
from lint.annotate.capitals import NameWord
from lint.annotate.people import Mention, People
from lint.annotate.reading import Reading
from lint.annotate.similar import Neighbours, is_inflection, is_swap, one_apart, plain
from lint.checks.names_surname import introductions, is_known
from lint.document import Block
from lint.rule import Hit, Option, Pointer

_SHORTEST = 6
_LONG = 8
_OFTEN = 3
_LONGEST_NAME = 6
_MOST_ALIKE = 20
"""So many names that differ in one word are compared at most."""
_KNOWN_OFTEN = 2
"""What so many older articles have is a name of its own."""
_WORD = re.compile(r"[^\W\d_](?:\w|['’-](?=\w))*")
_POSSESSIVE = re.compile(r"['’]s$")

Form = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """A word of a name, or a part of it between hyphens, and the whole name it belongs to: prose offsets, half-open."""

    block: Block
    word: NameWord
    whole: tuple[int, int]

    @property
    def name(self) -> str:
        return self.block.text[slice(*self.whole)]


def misspelt(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give the names that stand once and are one letter, or the ending of one word, away from one that recurs."""
    seen: set[tuple[int, int, int]] = set()
    for hit in (*_words(reading.people), *_phrases(reading)):
        place = (id(hit.block), hit.start, hit.end)
        wrong, right = hit.block.text[hit.start : hit.end], hit.values["name"]
        if place in seen or reading.known.distinct(wrong, right) or reading.known.form(wrong) >= _KNOWN_OFTEN:
            continue
        seen.add(place)
        yield hit


def _words(people: People) -> Iterator[Hit]:
    """Give the unknown words of names that stand once, one letter away from a word that names have more often."""
    places: dict[str, list[_Place]] = defaultdict(list)
    own: set[str] = set()
    for mention in people.mentions:
        for word in mention.words:
            for part in _parts(word):
                places[part.text].append(_Place(mention.block, part, (mention.start, mention.end)))
            if _is_own(mention, word):
                own.add(word.text)
    surnames = introductions(people)
    neighbours = Neighbours(places)
    for text, found in places.items():
        if text in own or len(text) < _SHORTEST or is_known(people, text):
            continue
        longer = all(place.name != text for place in found)
        near = (name for name in neighbours.of(text) if longer or name not in surnames)
        right = next((name for name in near if _may_be(text, name, places)), "")
        yield from (_hit(place, places[right][0], len(places[right])) for place in found if right)


def _parts(word: NameWord) -> Iterator[NameWord]:
    """Give the word, and its parts between hyphens."""
    yield word
    start = word.start
    for part in word.text.split("-") if "-" in word.text else ():
        yield NameWord(part, start, start + len(part))
        start += len(part) + 1


def _is_own(mention: Mention, word: NameWord) -> bool:
    """Say whether the word is no misspelling for this check: in capitals, part of a person's name or of a pair."""
    if word.text.isupper() or (mention.full and mention.personal):
        return True
    return mention.block.text[word.start - 1 : word.start] in ("-", "–")


def _may_be(word: str, name: str, places: Mapping[str, Sequence[_Place]]) -> bool:
    """Say whether the word can be the name misspelt: by its letters, and by how often both stand.

    Two letters that changed places are a slip wherever; another letter is one where the name recurs.
    """
    if plain(word) == plain(name) or is_inflection(word, name) or _has_own_capital(word, name):
        return False
    if "e" in (word.removeprefix(name), name.removeprefix(word)):
        return False
    wrong, right = len(places[word]), len(places[name])
    if is_swap(word, name):
        return wrong < right or (wrong == right == 1 and bool(lexicon.readings(name)))
    return word[0] == name[0] and wrong == 1 and right >= (_OFTEN if len(word) < _LONG else _OFTEN - 1)


def _has_own_capital(word: str, name: str) -> bool:
    """Say whether the word has an inner capital that the name lacks: it was made so (LisbonR, in Lisbon)."""
    return not word[1:].islower() and name[1:].islower() and any(map(str.isupper, word[1:]))


def _phrases(reading: Reading) -> Iterator[Hit]:
    """Give the longer names that stand once and differ in one word, by a letter or its ending, from one that recurs."""
    forms = _forms(reading.people)
    gaps = _gaps(forms)
    windows = list(_windows(reading.blocks, {len(form) for form in forms}))
    counts = Counter(tuple(word.text for word in window) for _, window in windows)
    for block, window in windows:
        form = tuple(word.text for word in window)
        alike = ((at, main) for at in range(len(form)) for main in gaps.get(_gap(form, at), ()))
        for at, main in alike if counts[form] == 1 else ():
            if _may_be_phrase(form, main, at, forms):
                right = forms[main][0]
                place = _Place(block, window[at], (window[0].start, window[-1].end))
                yield _hit(place, _Place(right.block, right.words[at], (right.start, right.end)), len(forms[main]))


def _forms(people: People) -> dict[Form, list[Mention]]:
    """Give the names of two words and more, each with its mentions."""
    forms: dict[Form, list[Mention]] = defaultdict(list)
    for mention in people.mentions:
        if 1 < len(mention.words) <= _LONGEST_NAME:
            forms[tuple(word.text for word in mention.words)].append(mention)
    return forms


def _gaps(forms: Iterable[Form]) -> dict[Form, list[Form]]:
    """Give the names that are alike but for one word, by what they share."""
    gaps: dict[Form, list[Form]] = defaultdict(list)
    for form in forms:
        for at in range(len(form)):
            if len(alike := gaps[_gap(form, at)]) < _MOST_ALIKE:
                alike.append(form)
    return gaps


def _windows(blocks: Sequence[Block], lengths: Iterable[int]) -> Iterator[tuple[Block, tuple[NameWord, ...]]]:
    """Give every row of so many capitalised words with a space between them."""
    wanted = sorted(lengths)
    for block in blocks:
        row: list[NameWord] = []
        for match in _WORD.finditer(block.text):
            bare = _POSSESSIVE.sub("", match.group())
            word = NameWord(bare, match.start(), match.start() + len(bare))
            if not bare[0].isupper():
                row = []
                continue
            if row and block.text[row[-1].end : word.start] not in (" ", "\u00a0"):
                row = []
            row = [*row[1 - _LONGEST_NAME :], word]
            yield from ((block, tuple(row[-length:])) for length in wanted if length <= len(row))


def _gap(form: Form, at: int) -> Form:
    return (*form[:at], "", *form[at + 1 :])


def _may_be_phrase(form: Form, main: Form, at: int, forms: Mapping[Form, Sequence[Mention]]) -> bool:
    """Say whether one word of a longer name is another's by mistake, judged by its letters and how often both stand."""
    word, name = form[at], main[at]
    if form == main or not _may_be_word(word, name, last=at == len(form) - 1):
        return False
    if not lexicon.readings(word) and lexicon.readings(name) and not forms[main][0].personal:
        return True
    return len(forms[main]) >= (_OFTEN if len(form) == 2 else _OFTEN - 1)


def _may_be_word(word: str, name: str, *, last: bool) -> bool:
    """Say whether one word of a longer name can be the other by mistake; the last one may well stand in the plural."""
    if min(len(word), len(name)) < 4 or any(map(str.isdigit, word + name)) or word.isupper():
        return False
    return one_apart(word, name) and plain(word) != plain(name) and not (last and is_inflection(word, name))


def _hit(wrong: _Place, right: _Place, count: int) -> Hit:
    pointer = Pointer(f"“{right.name}” here", right.block, right.word.start, right.word.end)
    values = {"name": right.word.text, "count": str(count)}
    return Hit(
        wrong.block, wrong.word.start, wrong.word.end, values, suggestions=(right.word.text,), related=(pointer,)
    )
