"""The contract of kinds and checks: a rule goes in, hits come out."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate
from typing import Any

from lint.annotate.reading import Reading
from lint.document import Block, BlockKind
from lint.errors import Place
from lint.model import Confidence, Safety, Severity, Span


class Quotes(StrEnum):
    """What becomes of a hit inside quoted speech: dropped, lowered to a suggestion, or treated like any other."""

    SKIP = "skip"
    SUGGESTION = "suggestion"
    SAME = "same"


class Known(StrEnum):
    """A weakness that a rule admits: an example it still misses, or one where it is still noisy."""

    MISSED = "missed"
    NOISY = "noisy"


Option = str | int | tuple[str, ...]
_LARGEST = 1_000_000_000


@dataclass(frozen=True, slots=True)
class OptionSpec:
    """What an option of a rule is for, and what it may be: of the kind of its default, and within what is said here.

    `least` and `most` bound a number, both included; `choices` are the words to choose from, in a list as well. No choices:
    any word.
    """

    default: Option
    help: str = ""
    least: int | None = None
    most: int | None = None
    choices: tuple[str, ...] = ()

    @property
    def wanted(self) -> str:
        """Say what the option must be: “a whole number from 1 to 9”, “a list of words”."""
        if isinstance(self.default, int):
            least = "" if self.least is None else f" from {self.least}"
            return f"a whole number{least}{'' if self.most is None else f' up to {self.most}'}"
        words = ", ".join(f"“{word}”" for word in self.choices if word)
        if isinstance(self.default, tuple):
            return f"a list of the words {words}" if words else "a list"
        return f"one of {words}" if words else "a word"

    def read(self, written: str | list[str]) -> Option:
        """Turn what is written into the option; raise ValueError if it must not be that."""
        if isinstance(self.default, int):
            return self._number(written)
        words = (written,) if isinstance(written, str) else tuple(written)
        unknown = set(words).difference(self.choices) if self.choices else ()
        if unknown or isinstance(self.default, str) is not isinstance(written, str):
            raise ValueError(self.wanted)
        return written if isinstance(written, str) else words

    def _number(self, written: str | list[str]) -> int:
        if not isinstance(written, str) or not written.isascii() or not written.isdecimal() or len(written) > 9:
            raise ValueError(self.wanted)
        number = int(written)
        if not (self.least or 0) <= number <= (_LARGEST if self.most is None else self.most):
            raise ValueError(self.wanted)
        return number


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the spans a rule must find in it (none: it must stay silent), offsets in the text without marks.

    `archive` are older articles, in Markdown, and `names` is a list of names, in YAML, that the text is checked against.
    """

    text: str
    marks: tuple[Span, ...]
    place: Place
    fixed: str | None = None
    known: Known | None = None
    format: str = "markdown"
    archive: tuple[str, ...] = ()
    names: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One rule file, read and validated. `body` holds what only its kind understands.

    `options` are the values that hold, `declared` is what the rule says of them.
    """

    id: str
    kind: str
    summary: str
    message: str
    severity: Severity
    confidence: Confidence
    why: str
    source: str
    since: str
    needs: frozenset[str]
    blocks: frozenset[BlockKind]
    quotes: Quotes
    fix: Safety
    suggest: tuple[str, ...]
    options: Mapping[str, Option]
    examples: tuple[Example, ...]
    on: bool
    body: Any
    place: Place
    declared: Mapping[str, OptionSpec] = field(default_factory=dict)

    @property
    def family(self) -> str:
        """The outermost folder of the rule file: `typos`, `claims`, …"""
        return self.id.split("/", 1)[0]

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders that the rule file lies in, the outermost first: `style`, `style/plain`."""
        return folders_of(self.id)


def folders_of(rule_id: str) -> tuple[str, ...]:
    """Give the folders that the id of a rule names, the outermost first."""
    return tuple(accumulate(rule_id.split("/")[:-1], "{}/{}".format))


@dataclass(frozen=True, slots=True)
class Pointer:
    """Another place that a hit points to: prose offsets in a block, half-open."""

    message: str
    block: Block
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """What a kind or check hands the engine: prose offsets in a block, half-open.

    `values` fill the rule's message and suggestion templates. `message`, `suggestions` and `severity`, where given,
    stand instead of the rule's own; a severity can only lower it.
    """

    block: Block
    start: int
    end: int
    values: Mapping[str, str] = field(default_factory=dict)
    message: str | None = None
    suggestions: tuple[str, ...] | None = None
    severity: Severity | None = None
    related: tuple[Pointer, ...] = ()


def number_option(options: Mapping[str, Option], name: str) -> int:
    """Give the option that is a whole number."""
    return int(str(options[name]))


def words_option(options: Mapping[str, Option], name: str) -> frozenset[str]:
    """Give the words of the option that is a list; none if there is no such list."""
    value = options.get(name, ())
    return frozenset(value) if isinstance(value, tuple) else frozenset()


Finder = Callable[[Reading], Iterable[tuple[Rule, Hit]]]
Check = Callable[[Reading, Mapping[str, Option]], Iterable[Hit]]
