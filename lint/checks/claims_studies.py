"""Studies without a name: “studies show”, and no study, institution, year or link is given."""

import re
from collections.abc import Iterable, Iterator, Mapping

from lint.annotate import clauses, english, roles, speech
from lint.annotate.clauses import Sentence
from lint.annotate.reading import Reading
from lint.annotate.sources import SourceClass
from lint.checks import claims_common
from lint.document import Block
from lint.rule import Hit, Option

_STUDIES = frozenset("studies research evidence data polls surveys polling statistics science study poll survey".split())
_SINGULAR = frozenset("study poll survey".split())
_SHOW = frozenset(
    f"{verb}{ending}"
    for verb, endings in {
        "show": " s ed n", "suggest": " s ed", "find": " s", "indicate": " s d", "confirm": " s ed", "reveal": " s ed",
        "prove": " s d n", "demonstrate": " s d", "conclude": " s d", "say": " s", "link": " s ed", "point": " s",
    }.items()
    for ending in ["", *endings.split()]
) | {"found", "said"}  # fmt: skip
_UNTOLD = roles.QUANTIFIERS | frozenset(
    "a an recent new other more early earlier previous past scientific academic medical clinical public national "
    "statewide state nationwide opinion growing latest emerging body of wealth amount mounting all available another "
    "such two three".split()
)
_NAMED_STUDY = re.compile(
    r"(?:[A-Z]\w+(?:[-/ ][A-Z]\w+)*['’]?s?[ -](?:\w+ ){0,2}(?:[Ss]tud(?:y|ies)|[Pp]olls?|polling|[Ss]urveys?|research|report|data|[Cc]ensus|analysis)\b)"
    r"|\b(?:University|Institute|Institut|College|Center|Centre|Journal|Foundation|Bureau|Laboratory|Academy|Census|Lancet|"
    r"Nature|Society|Association|School of|Agency|Organi[sz]ation|Pew|Gallup)\b"
    r"|\b(?:published|conducted|commissioned|carried out|released) (?:\w+ ){0,3}(?:in|by)\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_REACH = 9


def studies_show(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find studies and polls that show something and are nowhere named.

    Option `window`: how many body paragraphs after its own may name the study, its institution or its year.
    """
    if claims_common.is_exempt(reading):
        return
    window = claims_common.window(options, 1)
    blocks = claims_common.body(reading)
    for place, block in enumerate(blocks):
        for sentence in reading.attributions.sentences[block]:
            for first, end in _findings(sentence):
                near = blocks[place : place + window + 1]
                if not _is_told(reading, sentence, first, near) and not _is_reported(reading, sentence, first):
                    yield Hit(block, sentence.words[first].start, sentence.words[end - 1].end)


def _findings(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Give the words, as a half-open range, of each nameless study with its verb."""
    for head, lower in enumerate(sentence.lowers):
        if lower not in _STUDIES or sentence.quoted[head] or sentence.is_question:
            continue
        first = clauses.phrase_start(sentence, head)
        told = sentence.lowers[first:head]
        if not _UNTOLD.issuperset(told) or (lower in _SINGULAR and not told) or _is_object(sentence, first):
            continue
        if (end := _verb(sentence, head)) is not None:
            yield first, end + 1


def _is_object(sentence: Sentence, first: int) -> bool:
    """Say whether the phrase that begins at word `first` hangs on a preposition, so that it is no subject."""
    if first == 0 or not sentence.plain(first):
        return False
    return sentence.lowers[first - 1] in english.PREPOSITIONS - english.SUBORDINATORS


def _verb(sentence: Sentence, head: int) -> int | None:
    """Give the index of the verb of showing that belongs to the study."""
    follower = sentence.lowers[head + 1] if head + 1 < len(sentence.words) else ""
    describes = follower in ("on", "into", "of", "in", "about", "over")
    for index in range(head + 1, min(head + _REACH, len(sentence.words))):
        if not sentence.plain(index) or sentence.quoted[index]:
            return None
        lower = sentence.lowers[index]
        if lower in _SHOW:
            return index
        if not (describes or lower in speech.AUXILIARIES or speech.is_adverb(lower)) or lower in speech.NEGATIONS:
            return None
    return None


def _is_told(reading: Reading, sentence: Sentence, first: int, near: Iterable[Block]) -> bool:
    """Say whether the study, its makers, its year or a link to it is given nearby."""
    if claims_common.has_link(reading, sentence):
        return True
    text = sentence.block.text
    if _YEAR.search(text, sentence.words[first].start, sentence.span.end):
        return True
    return any(_NAMED_STUDY.search(block.text) for block in near)


def _is_reported(reading: Reading, sentence: Sentence, first: int) -> bool:
    """Say whether somebody named in the sentence says what the studies show."""
    start = sentence.words[first].start
    return any(
        attribution.kind is not SourceClass.NONE and attribution.sentence is sentence and attribution.span.start != start
        for attribution in reading.attributions.of(sentence.block)
        if attribution.kind in (SourceClass.NAMED, SourceClass.ROLE)
    )
