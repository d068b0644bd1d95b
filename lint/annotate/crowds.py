"""What vague groups hold, beyond what `attribution` finds: more verbs, more groups, more ways to say it.

These are weaker signs: what a group feels, wants or sees, and groups that are described (“many residents”, “those who
drive”). Linear in the length of the text, and done only in sentences that hold a word for a vague group.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lint.annotate import attitudes, english, lexicon, nominal, places, predicates, roles, sources, speakers, speech
from lint.annotate.attribution import NEIGHBOURS, Attribution, reports
from lint.annotate.roles import Family
from lint.annotate.speakers import Source, SourceClass
from lint.annotate.speech import Act
from lint.model import Span

if TYPE_CHECKING:
    from lint.annotate.attribution import Attributions
    from lint.annotate.clauses import Sentence

_COUNTING = roles.QUANTIFIERS - frozenset("group handful number string host array wave parade slew others".split())
_ANYBODY = frozenset("nobody everybody everyone no-one".split())
_SIGNS = roles.GROUPS.keys() | roles.COUNTED_GROUPS.keys() | roles.QUANTIFIERS | _ANYBODY | {"those", "no"}
_HEAD_WITHIN = 6
_CLAUSE = 12
_OPINING = frozenset("believe think expect doubt dispute deny agree disagree blame fault question suppose".split())
"""Verbs by which “nobody” and “everyone” hold something."""

_SHARED = frozenset("popular unpopular common widespread rife prevalent controversial beloved well-liked".split())
_LEADING = english.DETERMINERS | english.POSSESSIVES | english.SUBORDINATORS | {"to", "and", "or"}


@dataclass(frozen=True, slots=True)
class _Cue:
    """The words of a cue (half-open) and whose it is."""

    source: Source
    first: int
    end: int
    lemma: str
    act: Act
    hypothetical: bool = False


def find(attributions: Attributions) -> Iterator[Attribution]:
    """Give the weaker attributions to vague groups, in reading order, without those that `attributions` holds."""
    for sentence, told in attributions.by_sentence.items():
        if not _SIGNS.isdisjoint(sentence.lowers):
            yield from _in_sentence(sentence, told)


def _in_sentence(sentence: Sentence, told: tuple[Attribution, ...]) -> Iterator[Attribution]:
    starts = [attribution.cue.start for attribution in told]
    heard = {one.source.start for one in told if one.source and one.kind is SourceClass.VAGUE}
    for index in range(len(sentence.words)):
        at = bisect_left(starts, sentence.words[index].start)
        near = told[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]
        for cue in _cues(sentence, index):
            if cue.source.start not in heard:
                heard.add(cue.source.start)
                yield _attribution(sentence, cue, near)


def _attribution(sentence: Sentence, cue: _Cue, near: tuple[Attribution, ...]) -> Attribution:
    span = Span(sentence.words[cue.first].start, sentence.words[cue.end - 1].end)
    doubtful = cue.hypothetical or sentence.is_question
    quoted = sentence.quoted[cue.first]
    found = Attribution(sentence, cue.source, span, cue.lemma, cue.act, quoted, hypothetical=doubtful)
    return replace(found, reported=any(reports(other, found) for other in near if other.cue != span))


def _cues(sentence: Sentence, index: int) -> Iterator[_Cue]:
    """Give what word `index` says that a vague group holds."""
    lower = sentence.lowers[index]
    if cues := attitudes.cues(lower):
        yield from _verb(sentence, index, cues)
    if lower in attitudes.ADJECTIVES:
        yield from _adjective(sentence, index)
    if lower in attitudes.NOUNS or lower in attitudes.CLAIMS or lower in _SHARED:
        yield from _noun(sentence, index)
    if lower in attitudes.OPEN_TO:
        yield from _open_to(sentence, index)
    if lower in attitudes.TENDING and sentence.lowers[index + 1 : index + 2] == ("to",):
        yield from _tendency(sentence, index)


def _verb(sentence: Sentence, index: int, cues: tuple[speech.Cue, ...]) -> Iterator[_Cue]:
    group = predicates.verb_group(sentence, index)
    if group.is_infinitive or "-" in (sentence.gaps[index].strip(), sentence.gaps[index + 1].strip()):
        return
    for cue in cues:
        if cue.lemma in attitudes.WANTING and sentence.lowers[index + 1 : index + 2] == ("to",):
            continue
        subject, attributes = predicates.source(sentence, index, group, cue)
        source = _vague(sentence, subject if attributes else None) or _relative(sentence, index, group.start)
        if source and not (_is_anybody(sentence, source) and cue.lemma not in _OPINING):
            doubtful = group.hypothetical or group.is_supposed(source.family)
            yield _Cue(source, index, index + 1, cue.lemma, cue.act, doubtful)
            return


def _adjective(sentence: Sentence, index: int) -> Iterator[_Cue]:
    """Give “many residents are wary”, “no one is impressed”."""
    start, linked = predicates.linked(sentence, index)
    source = _vague(sentence, sources.before(sentence, start)) if linked and start else None
    if source:
        negated = not speech.NEGATIONS.isdisjoint(sentence.lowers[start:index])
        yield _Cue(source, index, index + 1, "be", Act.HOLD, negated)


def _noun(sentence: Sentence, index: int) -> Iterator[_Cue]:
    """Give “unease among many residents”, “opponents' charge”."""
    lower = sentence.lowers[index]
    following = sentence.lowers[index + 1] if index + 1 < len(sentence.words) and sentence.plain(index + 1) else ""
    source = None
    if following in ("among", "amongst", "with") if lower in _SHARED else following in ("among", "amongst", "from", "by"):
        source = _after(sentence, index + 2)
    if not source and lower in attitudes.CLAIMS:
        owner = nominal.possessor(sentence, index)
        source = _vague(sentence, owner[1]) if owner else None
    if source:
        yield _Cue(source, index, index + 1, lower, Act.HOLD)


def _open_to(sentence: Sentence, index: int) -> Iterator[_Cue]:
    """Give “to critics, it is a stunt” and “not enough for many residents”: a preposition and the group it judges for."""
    source = _after(sentence, index + 1)
    end = bisect_left(sentence.words, source.end, key=lambda word: word.start) if source else 0
    opens = index == 0 or "," in sentence.gaps[index]
    if source and ("," in sentence.gaps[end] if opens else sentence.lowers[index - 1] in attitudes.JUDGED):
        yield _Cue(source, index, index + 1, sentence.lowers[index], Act.HOLD)


def _tendency(sentence: Sentence, index: int) -> Iterator[_Cue]:
    """Give “analysts tend to agree”."""
    cue = next(iter(attitudes.cues("".join(sentence.lowers[index + 2 : index + 3]))), None)
    group = predicates.verb_group(sentence, index)
    if cue and not group.is_infinitive:
        source = _vague(sentence, sources.before(sentence, group.start))
        if source:
            yield _Cue(source, index, index + 3, cue.lemma, cue.act, group.hypothetical)


def _after(sentence: Sentence, index: int) -> Source | None:
    """Give the vague group that begins at word `index`."""
    if sentence.lowers[index : index + 2] == ("those", "who"):
        return _those(sentence, index, _clause_end(sentence, index))
    return _vague(sentence, sources.after(sentence, index)) if index < len(sentence.words) else None


def _clause_end(sentence: Sentence, start: int) -> int:
    end = start + 1
    while end < min(len(sentence.words), start + _CLAUSE) and sentence.plain(end):
        end += 1
    return end


def _those(sentence: Sentence, first: int, end: int) -> Source:
    return replace(speakers.spanning(sentence, SourceClass.VAGUE, first, end), family=Family.PEOPLE)


def _relative(sentence: Sentence, index: int, end: int) -> Source | None:
    """Give “those who drive”, the subject of the verb group before word `end`, or the agent of the verb at `index`."""
    if sentence.lowers[index + 1 : index + 4] == ("by", "those", "who"):
        return _those(sentence, index + 2, _clause_end(sentence, index + 2))
    if not sentence.plain(end) or sentence.lowers[end - 1] in _LEADING:
        return None
    for at in range(end - 3, max(-1, end - _CLAUSE), -1):
        if not sentence.plain(at + 2) or (at + 3 < end and not sentence.plain(at + 3)):
            return None
        if sentence.lowers[at : at + 2] == ("those", "who"):
            between = sentence.lowers[at + 2 : end]
            has_verb = any(not lexicon.readings(word).isdisjoint({"VBD", "VBP", "MD"}) for word in between)
            return _those(sentence, at, end) if has_verb and english.SUBORDINATORS.isdisjoint(between) else None
    return None


def _vague(sentence: Sentence, source: Source | None) -> Source | None:
    """Give the source where it is a vague group, one that is only described among them; None for any other."""
    if source is None or source.kind is SourceClass.VAGUE:
        return source
    if source.pronoun or source.document or source.family:
        return None
    first, end = (bisect_left(sentence.words, at, key=lambda word: word.start) for at in (source.start, source.end))
    while first and sentence.plain(first) and sentence.lowers[first - 1] in _COUNTING:
        first -= 1
    if not (_is_counted(sentence, first, end) or _is_anybody(sentence, source)):
        return None
    return replace(speakers.spanning(sentence, SourceClass.VAGUE, first, end), family=Family.PEOPLE)


def _is_anybody(sentence: Sentence, source: Source) -> bool:
    text = sentence.block.text[source.start : source.end].lower()
    return text in _ANYBODY or text == "no one"


def _is_counted(sentence: Sentence, first: int, end: int) -> bool:
    """Say whether the phrase counts people and tells nothing of who they are: “many residents of the north”."""
    words = sentence.lowers[first : min(end, first + _HEAD_WITHIN)]
    heads = (at for at, word in enumerate(words) if word in attitudes.PERSONS or word in roles.COUNTED_GROUPS)
    head = next(heads, None)
    if head is None:
        head = next((at for at, word in enumerate(words) if word in places.PEOPLES and word.endswith("s")), 0)
    counted = words[:head]
    shared = not roles.DEFINITE.isdisjoint(counted) and counted[:1] != ("the",)
    return not _COUNTING.isdisjoint(counted) and not shared
