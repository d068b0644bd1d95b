"""What vague groups hold, beyond what `attribution` finds: more verbs, more groups, more ways to say it.

These are weaker signs: what a group feels, wants or sees, and groups that are only described. Linear in the length of the
text, and sought only in sentences that hold a word for a vague group.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lint.annotate import attitudes, crowds, english, lexicon, nominal, predicates, sources, speech
from lint.annotate.attribution import NEIGHBOURS, Attribution, reports
from lint.annotate.speakers import Source, SourceClass
from lint.annotate.speech import Act
from lint.model import Span

if TYPE_CHECKING:
    from lint.annotate.attribution import Attributions
    from lint.annotate.clauses import Sentence

_OPINING = frozenset("believe think expect doubt dispute deny agree disagree blame fault question suppose".split())
"""Verbs by which “nobody” and “everyone” hold something."""

_DOING = frozenset(
    "write see find know read like love enjoy support back view notice hear need expect remember cast ask".split()
)
"""Verbs that tell nothing of what people think of whom nothing is told: “citizens expect a page to load”."""

_SHARED = frozenset("popular unpopular common widespread rife prevalent controversial beloved well-liked".split())
_NOUNS = attitudes.NOUNS | attitudes.CLAIMS | attitudes.IN_WHOSE_EYES | _SHARED
_AMONG = frozenset({"among", "amongst"})
_TIED_WITHIN = 5
_AGENT_WITHIN = 6


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
        if not crowds.SIGNS.isdisjoint(sentence.lowers):
            yield from _in_sentence(sentence, told)


def _in_sentence(sentence: Sentence, told: tuple[Attribution, ...]) -> Iterator[Attribution]:
    starts = [attribution.cue.start for attribution in told]
    heard = {one.source.start for one in told if one.source and one.kind is SourceClass.VAGUE}
    for one in told:
        source = _behind_noun(one)
        if source and source.start not in heard:
            heard.add(source.start)
            yield replace(one, source=source)
    for index in range(len(sentence.words)):
        at = bisect_left(starts, sentence.words[index].start)
        near = told[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]
        for cue in _cues(sentence, index):
            if cue.source.start not in heard:
                heard.add(cue.source.start)
                yield _attribution(sentence, cue, near)


def _behind_noun(one: Attribution) -> Source | None:
    """Give the vague group in “according to many residents” and “in the eyes of many residents”."""
    if not one.nominal and one.lemma != "accord":
        return None
    return crowds.vague(one.sentence, one.source) or crowds.people(one.sentence, one.source)


def _attribution(sentence: Sentence, cue: _Cue, near: tuple[Attribution, ...]) -> Attribution:
    span = Span(sentence.words[cue.first].start, sentence.words[cue.end - 1].end)
    doubtful = cue.hypothetical or sentence.is_question
    quoted = sentence.quoted[cue.first]
    found = Attribution(sentence, cue.source, span, cue.lemma, cue.act, quoted, hypothetical=doubtful)
    return replace(found, reported=any(reports(other, found) for other in near if other.cue != span))


def _cues(sentence: Sentence, index: int) -> Iterator[_Cue]:
    """Give what word `index` says that a vague group holds."""
    lower = sentence.lowers[index]
    following = "".join(sentence.lowers[index + 1 : index + 2])
    if cues := attitudes.cues(lower) or attitudes.phrasal_cues(lower, following):
        yield from _verb(sentence, index, cues)
    if lower in attitudes.ADJECTIVES:
        yield from _adjective(sentence, index)
    if lower in _NOUNS:
        yield from _noun(sentence, index)
    if lower in attitudes.OPEN_TO:
        yield from _open_to(sentence, index)
    if lower in attitudes.VOICING or not attitudes.MOVING.isdisjoint(lexicon.lemmas(lower)):
        yield from _object(sentence, index)
    if lower in attitudes.TENDING and sentence.lowers[index + 1 : index + 2] == ("to",):
        yield from _tendency(sentence, index)


def _verb(sentence: Sentence, index: int, cues: tuple[speech.Cue, ...]) -> Iterator[_Cue]:
    group = predicates.verb_group(sentence, index)
    if group.is_infinitive or "-" in (sentence.gaps[index].strip(), sentence.gaps[index + 1].strip()):
        return
    for cue in cues:
        if cue.lemma in attitudes.WANTING and sentence.lowers[index + 1 : index + 2] == ("to",):
            continue
        source = _holder(sentence, index, group, cue)
        if source and not (crowds.is_anybody(sentence, source) and cue.lemma not in _OPINING):
            doubtful = group.hypothetical or group.is_supposed(source.family)
            yield _Cue(source, index, index + 1, cue.lemma, cue.act, doubtful)
            return


def _holder(sentence: Sentence, index: int, group: predicates.VerbGroup, cue: speech.Cue) -> Source | None:
    """Give the vague group that is subject or agent of the verb at word `index`."""
    subject, attributes = predicates.source(sentence, index, group, cue)
    found = crowds.vague(sentence, subject) if attributes else None
    found = found or crowds.relative(sentence, group.start) or crowds.nobody(sentence, group.start)
    describes = sentence.lowers[max(0, group.start - 1)] == "people" and "VBN" in cue.tags  # “people associated with”
    if not found and attributes and not describes and cue.lemma not in _DOING:
        found = crowds.people(sentence, subject)
    return found or _seen_by(sentence, index, cue)


def _seen_by(sentence: Sentence, index: int, cue: speech.Cue) -> Source | None:
    """Give the group of “seen by some as a saint” and “…, seen as a saint by some,”."""
    if "VBN" not in cue.tags or (index and sentence.plain(index) and not speech.is_adverb(sentence.lowers[index - 1])):
        return None
    for at in range(index + 1, min(index + _AGENT_WITHIN, len(sentence.words) - 1)):
        if not sentence.plain(at):
            break
        if sentence.lowers[at] == "by":
            return crowds.after(sentence, at + 1) or crowds.bare(sentence, at + 1)
    return None


def _adjective(sentence: Sentence, index: int) -> Iterator[_Cue]:
    """Give “many residents are wary”, “no one is impressed”."""
    start, linked = predicates.linked(sentence, index)
    source = crowds.vague(sentence, sources.before(sentence, start)) if linked and start else None
    if linked and not source:
        source = crowds.nobody(sentence, start) or crowds.people(sentence, sources.before(sentence, start))
    if source:
        yield _Cue(source, index, index + 1, "be", Act.HOLD)


def _noun(sentence: Sentence, index: int) -> Iterator[_Cue]:
    """Give “unease among many residents”, “opponents' charge”."""
    lower = sentence.lowers[index]
    ties = _AMONG | _ties(lower)
    source = None
    for at in range(index + 1, min(index + _TIED_WITHIN, len(sentence.words) - 1)):
        if not sentence.plain(at) or (sentence.lowers[at] in english.PREPOSITIONS and sentence.lowers[at] not in ties):
            break
        if sentence.lowers[at] in (ties if at == index + 1 else _AMONG):
            source = crowds.after(sentence, at + 1) or crowds.bare(sentence, at + 1)
            break
    if not source and lower in attitudes.CLAIMS:
        owner = nominal.possessor(sentence, index)
        source = crowds.vague(sentence, owner[1]) if owner else None
    if source:
        yield _Cue(source, index, index + 1, lower, Act.HOLD)


def _ties(lower: str) -> frozenset[str]:
    """Give the prepositions that tie to a word whoever holds it."""
    if lower in attitudes.IN_WHOSE_EYES:
        return frozenset({"of", "to", "with", "for"})
    return frozenset({"with"} if lower in _SHARED else {"from", "by"})


def _object(sentence: Sentence, index: int) -> Iterator[_Cue]:
    """Give “the move angered many residents” and “a view shared by many engineers”."""
    lower, before = sentence.lowers[index], sentence.lowers[max(0, index - 1)]
    shared = lower in attitudes.VOICING
    if shared and (
        before not in attitudes.NOUNS | attitudes.CLAIMS or sentence.lowers[index + 1 : index + 2] != ("by",)
    ):
        return
    group = predicates.verb_group(sentence, index)
    is_finite = not lexicon.readings(lower).isdisjoint({"VBD", "VBZ"})
    moves = is_finite and not group.is_infinitive and group.words.isdisjoint(speech.BE)
    if (shared or moves) and (source := crowds.after(sentence, index + 1 + shared)):
        yield _Cue(source, index, index + 1, min(lexicon.lemmas(lower)), Act.HOLD, group.hypothetical)


def _open_to(sentence: Sentence, index: int) -> Iterator[_Cue]:
    """Give “to critics, it is a stunt” and “not enough for many residents”: a preposition and the group it judges for."""
    source = crowds.after(sentence, index + 1)
    end = bisect_left(sentence.words, source.end, key=lambda word: word.start) if source else 0
    opens = index == 0 or "," in sentence.gaps[index]
    if source and ("," in sentence.gaps[end] if opens else sentence.lowers[index - 1] in attitudes.JUDGED):
        yield _Cue(source, index, index + 1, sentence.lowers[index], Act.HOLD)


def _tendency(sentence: Sentence, index: int) -> Iterator[_Cue]:
    """Give “analysts tend to agree”."""
    cue = next(iter(attitudes.cues("".join(sentence.lowers[index + 2 : index + 3]))), None)
    group = predicates.verb_group(sentence, index)
    if cue and not group.is_infinitive:
        source = crowds.vague(sentence, sources.before(sentence, group.start))
        if source:
            yield _Cue(source, index, index + 3, cue.lemma, cue.act, group.hypothetical)
