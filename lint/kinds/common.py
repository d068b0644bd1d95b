"""What several kinds share."""

from lint.annotate.reading import Reading
from lint.document import Block


def names_something(reading: Reading, block: Block, start: int, end: int) -> bool:
    """Say whether the words `start..end` are written as a name: a capital that no sentence start explains."""
    text = block.text[start:end]
    if text.islower():
        return False
    first = reading.sentence(block, start).start
    lead = block.text[first:start]
    rest = text[1:] if not any(map(str.isalnum, lead)) else text
    return any(map(str.isupper, rest))
