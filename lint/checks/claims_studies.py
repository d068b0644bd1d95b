"""Studies without a name: “studies show”, and no study, institution, year or link is given."""

import re
from collections.abc import Iterable, Iterator, Mapping

from lint.annotate import clauses, english, roles, speech
from lint.annotate.clauses import Sentence
from lint.annotate.reading import Reading
from lint.annotate.speakers import SourceClass
from lint.checks.claims_scope import Scope
from lint.document import Block
from lint.rule import Hit, Option

_STUDIES = frozenset(
    "studies research evidence data polls surveys polling statistics science study poll survey".split()
)
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
_MASSES = frozenset("body wealth amount mountain pile host".split())
_NAMED_STUDY = re.compile(
    r"\b(?!(?:Several|Some|Many|Most|Multiple|Numerous|Various|Other|Recent|New|Earl\w+|Previous|Past|The|Th[ie]s\w*|"
    r"That|Those|"
    r"Such|Two|Three|All|No|More|Medical|Scientific|Academic|Clinical|National|Public|Opinion|Internal|In|On|And|But|"
    r"As|An?|If|So|"
    r"Yet|While|When|For|Still|Though|Although|Because)\b)"
    r"(?:[A-Z]\w{1,30}(?:[-/ ][A-Z]\w{1,30}){0,6}['’]?s?[ -](?:\w{1,30} ){0,2}"
    r"(?:[Ss]tud(?:y|ies)|[Pp]olls?|polling|[Ss]urveys?|research|report|data|[Cc]ensus|analysis)\b)"
    r"|\b(?:University|Institute|Institut|College|Center|Centre|Journal|Foundation|Bureau|Laboratory|Academy|Census|"
    r"Lancet|"
    r"Nature|Society|Association|School of|Agency|Organi[sz]ation|Pew|Gallup)\b"
    r"|\b(?:published|conducted|commissioned|carried out|released) (?:\w+ ){0,3}(?:in|by)\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_REACH = 9


def studies_show(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find studies and polls that show something and are nowhere named.

    Options: those of the scope; in its window the study may be named, its institution or its year.
    """
    scope = Scope(reading, options)
    if scope.is_exempt:
        return
    for place, block in enumerate(scope.body):
        near = scope.body[place : place + scope.window + 1]
        for sentence in scope.sentences(block):
            found = list(_findings(sentence))
            if found and not _is_told(scope, sentence, found[0][0], near):
                voices = _voices(reading, sentence)
                yield from (_hit(scope, sentence, span) for span in found if not _is_reported(sentence, span, voices))


def _hit(scope: Scope, sentence: Sentence, span: tuple[int, int]) -> Hit:
    first, end = span
    return Hit(sentence.block, sentence.words[first].start, sentence.words[end - 1].end, {"where": scope.where})


def _findings(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Give the words, as a half-open range, of each nameless study with its verb."""
    for head, lower in enumerate(sentence.lowers):
        if lower not in _STUDIES or sentence.quoted[head] or sentence.is_question:
            continue
        first = _start(sentence, head)
        told = sentence.lowers[first:head]
        if not _UNTOLD.issuperset(told) or (lower in _SINGULAR and not told) or _is_object(sentence, first):
            continue
        if (end := _verb(sentence, head)) is not None:
            yield first, end + 1


def _start(sentence: Sentence, head: int) -> int:
    """Give the index of the first word of the phrase: “a growing body of research”."""
    first = clauses.phrase_start(sentence, head)
    if first > 1 and sentence.lowers[first - 1] == "of" and sentence.lowers[first - 2] in _MASSES:
        return clauses.phrase_start(sentence, first - 2)
    return first


def _is_object(sentence: Sentence, first: int) -> bool:
    """Say whether the phrase that begins at word `first` hangs on a preposition, or stands beside a study told of."""
    if first == 0 or not sentence.plain(first):
        return False
    if sentence.lowers[first] == "other" and sentence.lowers[first - 1] in ("and", "or"):
        return True
    return sentence.lowers[first - 1] in english.PREPOSITIONS - english.SUBORDINATORS


def _verb(sentence: Sentence, head: int) -> int | None:
    """Give the index of the verb of showing that belongs to the study."""
    follower = sentence.lowers[head + 1] if head + 1 < len(sentence.words) else ""
    describes = follower in ("on", "into", "in", "about")
    for index in range(head + 1, min(head + _REACH, len(sentence.words))):
        if not sentence.plain(index) or sentence.quoted[index]:
            return None
        lower = sentence.lowers[index]
        if lower in _SHOW:
            return index
        if not (describes or lower in speech.AUXILIARIES or speech.is_adverb(lower)) or lower in speech.NEGATIONS:
            return None
    return None


def _is_told(scope: Scope, sentence: Sentence, first: int, near: Iterable[Block]) -> bool:
    """Say whether the study, its makers, its year or a link to it is given nearby."""
    if scope.has_link(sentence):
        return True
    text = sentence.block.text
    if _YEAR.search(text, sentence.words[first].start, sentence.span.end):
        return True
    return any(_NAMED_STUDY.search(block.text) for block in near)


def _voices(reading: Reading, sentence: Sentence) -> frozenset[int]:
    """Give the offsets at which those who speak in the sentence, by name or role, are told."""
    kinds = (SourceClass.NAMED, SourceClass.ROLE)
    return frozenset(found.span.start for found in reading.attributions.within(sentence) if found.kind in kinds)


def _is_reported(sentence: Sentence, span: tuple[int, int], voices: frozenset[int]) -> bool:
    """Say whether somebody else in the sentence says what the studies show."""
    return bool(voices - {sentence.words[span[0]].start})
