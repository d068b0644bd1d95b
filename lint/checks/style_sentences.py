"""How long a sentence may be."""

import re
from collections.abc import Iterable, Mapping

from lint.annotate.reading import Reading
from lint.document import BlockKind
from lint.rule import Hit, Option, number_option

_WORD = re.compile(r"\w[\w'’-]*")
_LIST_MARKS = 3


def long_sentence(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find sentences of more than `words` words of the author's own; a list cut by semicolons counts as short."""
    most = number_option(options, "words")
    for block in reading.of(BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        for sentence in reading.sentences(block):
            text = block.text[sentence.start : sentence.end]
            if text.count(";") >= _LIST_MARKS:
                continue
            words = list(_WORD.finditer(block.text, sentence.start, sentence.end))
            if len(words) > most:
                count = sum(not reading.quoted(block, *word.span()) for word in words)
                if count > most:
                    yield Hit(block, sentence.start, words[-1].end(), {"words": str(count)})
