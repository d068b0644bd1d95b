"""Names as the archive has them, and the keys by which they are found again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import blake2b

from lint.annotate.similar import plain

LONGEST = 100
"""No name that is kept is longer, in code points."""

_MOST_WORDS = 8
_SHORTEST_TO_MISSPELL = 5


class Kind(StrEnum):
    """What a name names. A *word* is any one word of the names, wherever it stands in them."""

    PERSON = "person"
    PLACE = "place"
    BODY = "body"
    TERM = "term"
    ACRONYM = "acronym"
    WORD = "word"


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """One form of a name, and the full form of what it names in its article: “Belmont”, “Karin Belmont”.

    The full form of an acronym is what it stands for, as far as the article tells. `family` is a person's family name.
    """

    kind: Kind
    full: str
    form: str
    family: str = field(default="", compare=False)

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the form, without what differs between ways of writing them."""
        return tuple(word for part in self.form.split() if (word := plain(part)))

    def kin(self) -> Iterator[str]:
        """Give the keys that names nearly alike have in common with this one."""
        if self.kind is Kind.WORD:
            yield from deletes(self.form)
        elif self.kind is not Kind.ACRONYM:
            yield from gaps(self.words)
            if self.kind is Kind.PERSON and len(self.words) > 2:
                yield from gaps((self.words[0], self.words[-1]))


@dataclass(frozen=True, slots=True)
class Article:
    """An article and how often each name stands in it. `day` is that of its publication (YYYY-MM-DD), or empty.

    `problem` tells why it could not be read.
    """

    path: str
    digest: bytes
    day: str = ""
    uses: Mapping[Name, int] = field(default_factory=dict)
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """What the archive knows of a name: how often it stands there, and in how many articles."""

    name: Name
    uses: int
    articles: int


def gaps(words: tuple[str, ...]) -> Iterator[str]:
    """Give the words of a longer name joined, with each left out once; a sign stands for the one that is missing."""
    for at in range(len(words)) if 1 < len(words) <= _MOST_WORDS else ():
        yield " ".join((*words[:at], "*", *words[at + 1 :]))


def deletes(word: str) -> Iterator[str]:
    """Give the word, and what is left of it with each letter taken away; nothing for a word too short to be misspelt."""
    letters = plain(word)
    if len(letters) >= _SHORTEST_TO_MISSPELL - 1:
        yield letters
        yield from {letters[:at] + letters[at + 1 :] for at in range(len(letters))}


def number(key: str) -> int:
    """Give a key as a whole number that SQLite can hold; two keys may, rarely, share one."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def digest(data: bytes) -> bytes:
    """Give what tells the bytes of an article from others."""
    return blake2b(data, digest_size=16).digest()
