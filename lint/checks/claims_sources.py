"""Bare sources: “sources said”, without a word on who they are or why they are not named."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lint.annotate import clauses, english, lexicon, roles, speech
from lint.annotate.clauses import Sentence
from lint.annotate.reading import Reading
from lint.checks.claims_scope import Scope
from lint.model import Severity
from lint.rule import Hit, Option

_REASON = re.compile(
    r"\b(?:anonym\w*|not (?:be(?:ing)? )?(?:authori[sz]ed|permitted|allowed)|(?:declined|asked|requested|wanted|"
    r"wished|insisted)"
    r"(?: \w+){0,4} (?:named|identified|identity)|because|for fear|feared|fearing|on background|whose|who (?:is|was|"
    r"are|were|has|"
    r"have|had|work\w*|spoke|asked|declined|requested|saw|attended|took))\b"
)
_NOUNS = frozenset("source sources".split())
_PEOPLE = frozenset("people persons person individuals individual".split())
_PLURALS = frozenset("sources people persons individuals".split())
_SAY_NOTHING = roles.QUANTIFIERS | frozenset(
    "a an one two three four five another the informed anonymous unnamed unidentified reliable credible "
    "trusted well placed other inside knowledgeable".split()
)
_INSIGHT = frozenset("familiar close briefed privy knowledgeable".split())
_TELLING = frozenset("say tell add confirm claim warn explain insist believe allege reveal".split())
_REACH = 14


@dataclass(frozen=True, slots=True)
class _Mention:
    """Words `first..end` of a sentence, a source and its cue; whether there are several, and whether named again."""

    sentence: Sentence
    first: int
    end: int
    plural: bool
    again: bool


def bare_sources(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find unnamed sources of which neither a description nor a reason is given in the sentence or the next.

    A single source, and one mentioned again, is lowered to a suggestion. Option `anonymous`: `explained`, or `never`
    for a house that prints no unnamed source at all.
    """
    scope = Scope(reading, options)
    never = options.get("anonymous") == "never"
    insiders = False
    for block in scope.body:
        rows = scope.sentences(block)
        for index, sentence in enumerate(rows):
            following = rows[index + 1] if index + 1 < len(rows) else sentence
            mentions = list(_mentions(sentence, insiders))
            insiders = insiders or bool(mentions)
            if never:
                yield from map(_forbidden, mentions)
            elif mentions and not _is_described(sentence, following):
                yield from map(_hit, mentions)


def _mentions(sentence: Sentence, insiders: bool) -> Iterator[_Mention]:  # noqa: FBT001 - a fact, not a switch
    for index, lower in enumerate(sentence.lowers):
        if sentence.quoted[index]:
            continue
        again = insiders and lower in _PEOPLE | _NOUNS and sentence.lowers[index - 1 : index] == ("the",)
        if lower in _NOUNS or again or _has_insight(sentence, index):
            yield from _with_cue(sentence, index, again=again)


def _has_insight(sentence: Sentence, index: int) -> bool:
    """Say whether the word is a person of whom only this is told: that he is familiar with the matter."""
    following = sentence.lowers[index + 1 : index + 4]
    if not following or not sentence.plain(index + 1):
        return False
    if following[0] not in _INSIGHT and not (following[0] == "with" and "knowledge" in following):
        return False
    if sentence.lowers[index] in _PEOPLE:
        return True
    first = clauses.phrase_start(sentence, index)
    return sentence.lowers[first] in ("one", "another") and "NN" in lexicon.readings(sentence.lowers[index])


def _with_cue(sentence: Sentence, head: int, *, again: bool) -> Iterator[_Mention]:
    first = clauses.phrase_start(sentence, head)
    told = sentence.lowers[first:head]
    if sentence.lowers[head] in _NOUNS and not _SAY_NOTHING.issuperset(told):
        return
    plural = sentence.lowers[head] in _PLURALS
    again = again or told[:1] == ("the",)
    if first > 1 and sentence.lowers[first - 2 : first] == ("according", "to"):
        yield _Mention(sentence, first - 2, head + 1, plural, again)
    elif first > 0 and _is_inverted(sentence, first):
        yield _Mention(sentence, first - 1, head + 1, plural, again)
    elif (cue := _cue_behind(sentence, head)) is not None:
        yield _Mention(sentence, first, cue + 1, plural, again)


def _is_inverted(sentence: Sentence, first: int) -> bool:
    """Say whether a verb of saying opens the phrase at word `first`: “…, said people”, but not “say, sources”."""
    return _is_cue(sentence, first - 1) and not sentence.plain(first - 1) and sentence.plain(first)


def _cue_behind(sentence: Sentence, head: int) -> int | None:
    """Give the index of the verb of saying that the source governs."""
    follower = sentence.lowers[head + 1] if head + 1 < len(sentence.words) else ""
    describes = follower in _INSIGHT or follower in english.PREPOSITIONS - {"of"}
    for index in range(head + 1, min(head + _REACH, len(sentence.words))):
        if not sentence.plain(index) or sentence.quoted[index]:
            return None
        if _is_cue(sentence, index):
            return index
        lower = sentence.lowers[index]
        if not (describes or lower in speech.AUXILIARIES or speech.is_adverb(lower)):
            return None
    return None


def _is_cue(sentence: Sentence, index: int) -> bool:
    """Say whether the word is a verb by which a source gives something away."""
    if sentence.words[index].text[:1].isupper():
        return False
    cues = speech.cues(sentence.lowers[index])
    return any(cue.lemma in _TELLING and not cue.tags.isdisjoint({"VBD", "VBP", "VBZ"}) for cue in cues)


def _is_described(sentence: Sentence, following: Sentence) -> bool:
    text = sentence.block.text[sentence.span.start : following.span.end]
    return bool(_REASON.search(text))


def _hit(mention: _Mention) -> Hit:
    words = mention.sentence.words
    lowered = None if mention.plural and not mention.again else Severity.SUGGESTION
    return Hit(mention.sentence.block, words[mention.first].start, words[mention.end - 1].end, severity=lowered)


def _forbidden(mention: _Mention) -> Hit:
    words = mention.sentence.words
    message = "Who says so? The house prints no unnamed sources."
    return Hit(mention.sentence.block, words[mention.first].start, words[mention.end - 1].end, message=message)
