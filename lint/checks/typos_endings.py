"""Paragraphs and sentences that end with the wrong mark, or with none."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from lint.annotate import lexicon
from lint.annotate.reading import Reading
from lint.document import Block, BlockKind
from lint.rule import Hit, Option, number_option

_FEWEST_WORDS = 12
_LONG_SENTENCE = 20
_FEWEST_WORDS_BEFORE_COMMA = 5
_STOPPED = re.compile(r"[.!?…:;—–][\"'”’)\]»*]*(?:\s?\[[^\[\]]{1,20}\])*$")
_LAST_WORD = re.compile(r"(?:^|\s)(?P<word>[A-Za-z][a-z’'-]*)$")
_SALUTATION = re.compile(r"(?:Dear|Hi|Hello|Sincerely|Yours|Kind|Best|Many|With)\b")
_SEPARATED = re.compile(r"[|•·\n]|\s[-–—]\s*\w+(?: \w+)?$")
_PARTED = re.compile(r"\n[ \t\r]*\n|</p")
_MARKUP_ENDS = re.compile(r"(?:</p>|\r|\n|$)")
_AUXILIARY = "do|does|did|can|could|should|would|will|is|are|was|were|has|have|had|might|must"
_SUBJECT = (
    "I|you|he|she|it|we|they|the|this|that|these|those|your|my|our|their|his|her|its|an?|there|people|someone|anyone|any|"
    "nobody|no one|everyone|everybody"
)
_QUESTION = re.compile(
    rf"(?:(?:And|But|So|Or|Then) )?(?:[Hh]ow(?: (?:much|many|long|often|far|well|else|exactly))?|[Ww]hy|[Ww]hat|[Ww]hen"
    rf"|[Ww]here|[Ww]ho) (?:{_AUXILIARY})(?:n['’]t)? (?:{_SUBJECT})\b"
)
_PLAIN_QUESTION = re.compile(
    r"(?:How|Why|What|When|Where|Who) (?:do|does|did|can|could|should) (?:I|you|he|she|it|we|they)\b"
)


def final_comma(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - a check
    """Find paragraphs that end with a comma though nothing follows that could go on."""
    for block, following in _with_next(reading):
        text = block.text.rstrip()
        long_enough = text.count(" ") >= _FEWEST_WORDS_BEFORE_COMMA and not _SALUTATION.match(text)
        ends = text.endswith(",") and "\n" not in text and _is_last(reading, block, following)
        if ends and long_enough and not _goes_on(following):
            yield Hit(block, len(text) - 1, len(text))


def missing_stop(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find paragraphs without a final stop, where `share` per cent of at least `others` paragraphs end with one."""
    found = [(block, following) for block, following in _with_next(reading) if block.text.count(" ") >= _FEWEST_WORDS]
    stopped = sum(bool(_STOPPED.search(block.text.rstrip())) for block, _ in found)
    if stopped < number_option(options, "others") or 100 * stopped < number_option(options, "share") * len(found):
        return
    for block, following in found:
        last = _LAST_WORD.search(block.text.rstrip())
        if last and not _goes_on(following) and _is_plain(reading, block):
            yield Hit(block, last.start("word"), last.end("word"), suggestions=(last["word"] + ".",))


def missing_question_mark(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - a check
    """Find sentences that ask and do not end with a question mark."""
    for block in reading.blocks:
        for sentence in reading.sentences(block):
            text = block.text[sentence.start : sentence.end]
            if not _QUESTION.match(text) or "?" in text:
                continue
            if text.endswith(".") and not text.endswith("..") and text[-2:-1].isalnum():
                yield Hit(block, sentence.end - 1, sentence.end, suggestions=("?",))
            elif text[-1].isalpha() and sentence.end == len(block.text.rstrip()) and _PLAIN_QUESTION.match(text):
                last = _LAST_WORD.search(text)
                if last and not lexicon.readings(last["word"]) & {"CC", "IN", "DT"}:
                    start = sentence.start + last.start("word")
                    yield Hit(block, start, sentence.end, suggestions=(last["word"] + "?",))


def _with_next(reading: Reading) -> Iterator[tuple[Block, Block | None]]:
    """Give each readable paragraph and the block after it, whatever its kind."""
    readable = set(reading.of(BlockKind.PARAGRAPH))
    blocks = reading.document.blocks
    for block, following in pairwise((*blocks, None)):
        if block in readable and block is not None:
            yield block, following


def _is_last(reading: Reading, block: Block, following: Block | None) -> bool:
    """Say whether the source parts the block from the next one: an empty line between them, or a tag that closes."""
    if following is None:
        return True
    end = block.span(0, len(block.text)).end
    start = following.span(0, len(following.text)).start
    return bool(_PARTED.search(reading.document.source.text[end:start]))


def _goes_on(following: Block | None) -> bool:
    """Say whether the next block may belong to the sentence: a quotation, a list, a table, a small letter."""
    if following is None:
        return False
    if following.kind in (BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL):
        return True
    return following.text[:1].islower() or following.text[:1] in "“\"‘'\ufffc"


def _is_plain(reading: Reading, block: Block) -> bool:
    """Say whether the paragraph is running text up to its end: no poem, no line of credits, no link that closes it."""
    text = block.text.rstrip()
    sentences = reading.sentences(block)
    long = len(sentences) > 1 or text.count(" ") >= _LONG_SENTENCE
    if not long or _SEPARATED.search(text) or ":" in text[sentences[-1].start :]:
        return False
    span = block.span(len(text) - 1, len(text))
    after = reading.document.source.text[span.end : span.end + 4]
    return bool(_MARKUP_ENDS.match(after.lstrip(" ")))
