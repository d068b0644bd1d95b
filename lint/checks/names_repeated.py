"""Names that the article repeats, and once has a letter wrong: places, bodies, products, given names."""

from collections import Counter
from collections.abc import Iterable, Mapping

from lint.annotate.capitals import NameWord
from lint.annotate.people import Mention
from lint.annotate.reading import Reading
from lint.annotate.similar import Neighbours, is_inflection, is_swap, plain
from lint.checks.names_surname import introductions, is_known
from lint.document import Block
from lint.rule import Hit, Option, Pointer

_SHORTEST = 6
_OFTEN = 3


def misspelt(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the contract of checks
    """Give the name words that stand once and are one letter away from one that the article has three times or more."""
    people = reading.people
    counts = Counter(word.text for mention in people.mentions for word in mention.words)
    first: dict[str, tuple[Mention, NameWord]] = {}
    for mention in people.mentions:
        for word in mention.words:
            first.setdefault(word.text, (mention, word))
    surnames = introductions(people)
    often = [text for text, count in counts.items() if count >= _OFTEN and text not in surnames]
    neighbours = Neighbours(often)
    for text, (mention, word) in first.items():
        if counts[text] > 1 or len(text) < _SHORTEST or text.isupper() or is_known(people, text):
            continue
        if (mention.full and mention.personal) or mention.block.text[word.start - 1 : word.start] in ("-", "–"):
            continue
        name = next((name for name in neighbours.of(text) if _may_be(text, name)), "")
        if name:
            yield _hit(mention.block, word, name, first[name], counts[name])


def _may_be(word: str, name: str) -> bool:
    if plain(word) == plain(name) or is_inflection(word, name) or "e" in (word.removeprefix(name), name.removeprefix(word)):
        return False
    return is_swap(word, name) or word[0] == name[0]


def _hit(block: Block, word: NameWord, name: str, right: tuple[Mention, NameWord], count: int) -> Hit:
    mention, place = right
    pointer = Pointer(f"“{name}” here", mention.block, place.start, place.end)
    return Hit(block, word.start, word.end, {"name": name, "count": str(count)}, suggestions=(name,), related=(pointer,))
