"""Where the rules of claims look: pieces that argue in their own voice are exempt; body paragraphs; links as sources.

Options that most of these rules share: `exempt`, the kinds of pieces left alone, by front matter; `window`, the number of
body paragraphs after its own in which a source may be named; `links`, `yes` where a link or a footnote is a source.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cached_property

from lint.annotate.clauses import Sentence
from lint.annotate.reading import Reading
from lint.document import Block, BlockKind
from lint.rule import Option, words_option

_KINDS = {
    "opinion": "opinion opinions op-ed oped editorial editorials leader column columns columnist commentary comment "
    "essay viewpoint perspective",
    "review": "review reviews",
    "letters": "letter letters",
    "interview": "interview interviews q-and-a qa",
    "satire": "satire humor humour parody",
    "fiction": "fiction poem poetry",
    "sponsored": "sponsored advertorial partner advertisement",
}
"""Words of the front matter that mean a kind of piece; any other word in the option means itself."""

_REFERENCE = re.compile(r"https?://|\[\^|\]_")
_LONGEST = 20_000


class Scope:
    """The body of a reading as a rule of claims sees it with its options."""

    def __init__(self, reading: Reading, options: Mapping[str, Option]) -> None:
        self.reading = reading
        self.options = options
        self._linked: dict[Sentence, bool] = {}

    @property
    def is_exempt(self) -> bool:
        """Say whether the piece may argue in its own voice: by its front matter, or by its tone."""
        words = {word for kind in listed(self.options, "exempt") for word in _KINDS.get(kind, kind).split()}
        return not words.isdisjoint(self.reading.document.genres) or self.reading.is_argument

    @property
    def is_lesson(self) -> bool:
        """Say whether the piece teaches or guides its reader, by its tone, and tells no news."""
        return self.reading.is_lesson

    @cached_property
    def body(self) -> list[Block]:
        """The paragraphs and list items that tell the story, in order; block quotations are left out."""
        return list(self.reading.of(BlockKind.PARAGRAPH, BlockKind.LIST_ITEM))

    def sentences(self, block: Block) -> tuple[Sentence, ...]:
        """Give the sentences of a paragraph."""
        return self.reading.attributions.sentences[block]

    @property
    def window(self) -> int:
        """The number of body paragraphs after its own in which a source may be named."""
        value = self.options.get("window", 1)
        return value if isinstance(value, int) else 1

    @property
    def where(self) -> str:
        """The end of the window, in words."""
        if self.window < 1:
            return "this paragraph"
        return "the next paragraph" if self.window == 1 else f"the next {self.window} paragraphs"

    def has_link(self, sentence: Sentence) -> bool:
        """Say whether a link, an address or a footnote in the sentence is its source; `links: no` says that none is."""
        if self.options.get("links") == "no":
            return False
        if sentence not in self._linked:
            self._linked[sentence] = self._has_link(sentence)
        return self._linked[sentence]

    def _has_link(self, sentence: Sentence) -> bool:
        block, inside = sentence.block, sentence.span
        ends = self._links.get(block, [])
        at = bisect_right(ends, (inside.start, inside.end))
        if at < len(ends) and ends[at][1] < inside.end:
            return True
        span = block.span(inside.start, inside.end)
        text = self.reading.document.source.text
        return bool(_REFERENCE.search(text, span.start, min(span.end + 4, span.start + _LONGEST)))

    @cached_property
    def _links(self) -> dict[Block, list[tuple[int, int]]]:
        """Prose offsets at which the links of each block end and begin, in order."""
        found: dict[Block, list[tuple[int, int]]] = {}
        for link in self.reading.document.links:
            found.setdefault(link.block, []).append((link.end, link.start))
        return {block: sorted(ends) for block, ends in found.items()}


def listed(options: Mapping[str, Option], name: str) -> frozenset[str]:
    """Give the words of an option that is a list, in lower case."""
    return frozenset(word.lower() for word in words_option(options, name))


def is_title(words: Iterable[str]) -> bool:
    """Say whether the words are written like the title of a work: every long word with a capital."""
    long = [word.strip("\"'“”‘’.,!?:;") for word in words]
    long = [word for word in long if len(word) > 3]
    return bool(long) and all(word[:1].isupper() or word[:1].isdigit() for word in long)
