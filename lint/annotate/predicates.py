"""The verb that attributes, with its verb group, and the source that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from lint.annotate import clauses, english, lexicon, places, roles, sources, speech
from lint.annotate.clauses import Sentence
from lint.annotate.roles import Family
from lint.annotate.speakers import Source, SourceClass
from lint.annotate.speech import Act

_TAKE_HEARERS = frozenset({"told", "tells", "tell"})
"""A name behind them is that of the hearer."""

_OPENERS = english.SUBORDINATORS | english.CONJUNCTIONS | {"what", "which"}
_PERCEPTION = frozenset("see view find feel consider read".split())
_COMMISSIVE = frozenset("vow pledge promise offer agree threaten swear volunteer propose".split())
_SPEAKING_OF = frozenset("warn complain boast say write ask demand".split())
_AGENT_WITHIN = 16
_REACH = 12
_GROUP = 8
_AUXILIARIES = speech.AUXILIARIES | speech.HYPOTHETICAL


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """The words of a verb group before its verb: index of the first, and what kinds of words are among them."""

    start: int
    words: frozenset[str]

    @property
    def hypothetical(self) -> bool:
        """Say whether nothing has been said: “did not say”, “could argue”."""
        return not self.words.isdisjoint(speech.NEGATIONS | speech.HYPOTHETICAL)

    def is_supposed(self, family: Family | None) -> bool:
        """Say whether the group is only supposed to say it: “experts would say”, unlike “many would say”, who do."""
        supposed = (Family.EXPERTS, Family.CRITICS, Family.SUPPORTERS)
        return family in supposed and not self.words.isdisjoint({"would", "'d"})

    @property
    def is_infinitive(self) -> bool:
        """Say whether the verb has no subject of its own: “to say”."""
        return "to" in self.words


def verb_group(sentence: Sentence, index: int) -> VerbGroup:
    """Give the verb group of the verb at word `index`: auxiliaries and adverbs before it."""
    start = index
    while start > 0 and index - start < _GROUP and _in_verb_group(sentence, start - 1):
        start -= 1
    return VerbGroup(start, frozenset(sentence.lowers[start:index]))


def _in_verb_group(sentence: Sentence, index: int) -> bool:
    """Say whether word `index` belongs to the verb group that goes on after it; an adverb may stand in commas."""
    lower = sentence.lowers[index]
    if lower in roles.BARE and (index == 0 or not sentence.plain(index) or sentence.lowers[index - 1] in _OPENERS):
        return False
    if speech.is_adverb(lower):
        return sentence.gaps[index + 1].strip() in ("", ",")
    known = lower in _AUXILIARIES or lower == "to"
    return known and sentence.plain(index + 1)


def linked(sentence: Sentence, index: int) -> tuple[int, bool]:
    """Give where the verb group before an adjective begins, and whether it links: “has long been | sceptical”."""
    start, links = index, False
    while start > 0 and index - start < _GROUP and sentence.plain(start):
        lower = sentence.lowers[start - 1]
        if lower not in speech.LINKING | speech.HAVE and not speech.is_adverb(lower):
            break
        links, start = links or lower in speech.LINKING, start - 1
    return start, links


def source(sentence: Sentence, index: int, group: VerbGroup, cue: speech.Cue) -> tuple[Source | None, bool]:
    """Give the source of the cue at word `index`, and whether it is an attribution at all."""
    if sentence.lowers[max(0, index - 1) : index + 1] == ("as", "saying"):
        found = _quoted_as_saying(sentence, index)
        return found, found is not None
    following = sentence.lowers[index + 1] if index + 1 < len(sentence.words) else ""
    if "VBN" in cue.tags and following == "by" and not _is_active_before_by(sentence, group, cue):
        agent = sources.after(sentence, index + 2)
        return agent, agent is not None
    if not _is_active(cue, group.words):
        is_passive = bool("VBN" in cue.tags and group.words & speech.BE)
        return (_distant_agent(sentence, index) if is_passive else None), is_passive
    return (None, False) if _is_participle(cue, group.words, following) else _active(sentence, index, group, cue)


def _active(sentence: Sentence, index: int, group: VerbGroup, cue: speech.Cue) -> tuple[Source | None, bool]:
    """Give the subject of a verb in the active voice, behind the verb where it is inverted, and whether it attributes."""
    inverts = cue.lemma in speech.INVERTING or sentence.touches_quotation(index)
    if inverts and _is_inverted(sentence, index, group.start):
        return sources.after(sentence, index + 1), True
    found = sources.before(sentence, group.start)
    if found is None and sentence.lowers[group.start - 1 : group.start] in (("and",), ("but",), ("then",)):
        found = sources.opening(sentence, group.start - 1)
    if found is None and inverts and not sentence.plain(group.start):
        found = sources.after(sentence, index + 1)
    absolute = cue.tags == {"VBG"} and group.words.isdisjoint(speech.BE)
    if absolute and not (found and (_behind_with(sentence, found) or _is_crowd(found, cue))):
        found = sources.opening(sentence, group.start) if "," in sentence.gaps[group.start] else None
        return found, found is not None
    return found, found is not None and _agrees(sentence, index, found, cue)


def _distant_agent(sentence: Sentence, index: int) -> Source | None:
    """Give the agent of a passive that stands a few words off: “was condemned on Monday by activists”."""
    for at in range(index + 2, min(index + _AGENT_WITHIN, len(sentence.words) - 1)):
        if not sentence.plain(at) or sentence.quoted[at] or sentence.lowers[at] in _OPENERS:
            return None
        if sentence.lowers[at] == "by":
            agent = sources.after(sentence, at + 1)
            return agent if agent and agent.kind in (SourceClass.NAMED, SourceClass.VAGUE) else None
    return None


def _is_active_before_by(sentence: Sentence, group: VerbGroup, cue: speech.Cue) -> bool:
    """Say whether the “by” after the verb tells no agent: “Doe said by phone”, “a paper seen by the court”."""
    if not group.words.isdisjoint(speech.BE):
        return False
    if cue.lemma in _PERCEPTION:
        return True
    return cue.act is Act.SAY and cue.lemma in speech.INVERTING and sources.before(sentence, group.start) is not None


def _quoted_as_saying(sentence: Sentence, index: int) -> Source | None:
    """Give the source in “Doe was quoted by the paper as saying”."""
    for at in range(index - 2, max(0, index - _REACH), -1):
        if sentence.lowers[at] in ("quoted", "cited", "reported", "recorded"):
            group = verb_group(sentence, at)
            return sources.before(sentence, group.start) if group.words & speech.BE else None
    return None


def _agrees(sentence: Sentence, index: int, found: Source, cue: speech.Cue) -> bool:
    """Say whether a form that may be a noun can be the verb of its source: “officials state”, but not “the state”."""
    if cue.lemma in speech.LIGHT and found.kind is SourceClass.ROLE:
        return False
    if found.kind is SourceClass.VAGUE:
        text = sentence.block.text[found.start : found.end]
        is_bare = " " not in text
        return (cue.tags != {"VBZ"} or text[:2].lower() == "a ") and (
            found.family is not Family.PEOPLE or not is_bare or _opens_claim(sentence, index)
        )
    if found.kind is SourceClass.NAMED or found.pronoun or "VBD" in cue.tags:
        return True
    if sentence.lowers[index + 1 : index + 2] and sentence.lowers[index + 1] in _AUXILIARIES:
        return False
    last = sentence.block.text[found.start : found.end].rsplit(" ", 1)[-1]
    is_plural = (
        "NNS" in lexicon.readings(last) or last in roles.NUMBERS or (last.lower() in places.PEOPLES and last[-1] == "s")
    )
    return is_plural == ("VBP" in cue.tags)


def _opens_claim(sentence: Sentence, index: int) -> bool:
    """Say whether the word is a verb rather than a noun behind “some” or “many”: “many claim that”, not “some praise for”."""
    if index + 1 >= len(sentence.words) or not sentence.plain(index + 1):
        return True
    following, readings = sentence.lowers[index + 1], lexicon.readings(sentence.lowers[index])
    if (sentence.lowers[index], following) == ("point", "out"):
        return True
    if "NN" in readings and following in english.PREPOSITIONS:
        return False
    if readings.isdisjoint({"NN", "JJ"}) and not sentence.lowers[index].endswith("ed"):
        return True
    after = lexicon.readings(following)
    if "NNS" in after and index > 0 and sentence.lowers[index - 1].endswith("ly"):
        return False
    return sentence.capitalised(index + 1) or following in english.READINGS or not after or not after <= {"NN", "NNS"}


def _is_active(cue: speech.Cue, group: frozenset[str]) -> bool:
    """Say whether the form can be the verb of its group in the active voice."""
    if group & speech.BE:
        return "VBG" in cue.tags
    if group & speech.HAVE:
        return "VBN" in cue.tags
    if not group.isdisjoint({"will", "would", "'ll", "'d", "do", "does", "did"} | speech.HYPOTHETICAL):
        return "VB" in cue.tags
    return not cue.tags.isdisjoint({"VBP", "VBZ", "VBD", "VBG"})


def _is_participle(cue: speech.Cue, group: frozenset[str], following: str) -> bool:
    """Say whether a form in -ed rather describes the noun before it: “people accused of”, “the man said to be”."""
    if (following == "to" and cue.lemma in _COMMISSIVE) or (following == "of" and cue.lemma in _SPEAKING_OF):
        return False
    return not group and cue.tags == {"VBD", "VBN"} and following in ("of", "to", "as", "not")


def _is_inverted(sentence: Sentence, index: int, start: int) -> bool:
    """Say whether the subject stands behind the verb: a quotation ends before it, or a full name and a stop follow."""
    if start > 0 and sentence.quoted[start - 1] and not sentence.quoted[index] and start == index:
        return not sentence.plain(start)
    if start == 0 or start < index or "," not in sentence.gaps[start] or sentence.lowers[index] in _TAKE_HEARERS:
        return False
    end = clauses.name_end(sentence, index + 1)
    return end - index > 2 and sentence.gaps[end].strip()[:1] in (",", ".", "(", ";")


def _is_crowd(found: Source, cue: speech.Cue) -> bool:
    """Say whether a participle tells what a group holds: “a chorus of critics denouncing the plan”."""
    return found.kind is SourceClass.VAGUE and cue.act is Act.JUDGE


def _behind_with(sentence: Sentence, source: Source) -> bool:
    before = sentence.block.text[max(0, source.start - 24) : source.start].lower().split()
    return before[-1:] == ["with"] or (before[-2:-1] == ["with"] and speech.is_adverb(before[-1]))
