"""Attributions: who is said to say, hold or judge something, in the body of an article.

Found by words, capitals and closed lexicons, without a tagger: a verb of saying, the verb group around it, and the
source before or behind it. Linear in the length of the text: every search looks a fixed number of words far.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from lint.annotate import clauses, contents, genders, nominal, predicates, sources, speech
from lint.annotate.clauses import Sentence
from lint.annotate.genders import Gender
from lint.annotate.speakers import Source, SourceClass
from lint.annotate.speech import Act, Form
from lint.document import BODY, BlockKind
from lint.model import Span

if TYPE_CHECKING:
    from lint.annotate.reading import Reading
    from lint.document import Block


@dataclass(frozen=True, slots=True, eq=False)
class Attribution:
    """One act of saying: its source, or None, and the prose span of its cue, in the block of the sentence.

    `quoted` says that the attribution itself stands in quotation marks, `reported` that somebody else in the sentence
    says so, `hypothetical` that nobody has said it: a question, a condition, a negation; `nominal` that the cue is a noun.
    `content` is what is said, as far as it stands in the sentence, and `form` how it is given.
    """

    sentence: Sentence
    source: Source | None
    cue: Span
    lemma: str
    act: Act
    quoted: bool
    reported: bool = False
    hypothetical: bool = False
    nominal: bool = False
    content: Span | None = None
    form: Form = Form.REPORTED

    @property
    def block(self) -> Block:
        """The block it stands in."""
        return self.sentence.block

    @property
    def kind(self) -> SourceClass:
        """How well the source is named."""
        return self.source.kind if self.source else SourceClass.NONE

    @property
    def span(self) -> Span:
        """Prose offsets of source and cue together."""
        if not self.source:
            return self.cue
        return Span(min(self.source.start, self.cue.start), max(self.source.end, self.cue.end))


@dataclass(frozen=True, slots=True, eq=False)
class Attributions:
    """The attributions of a document, in reading order, by block, and what is said of each name."""

    all: tuple[Attribution, ...]
    by_block: dict[Block, tuple[Attribution, ...]]
    by_sentence: dict[Sentence, tuple[Attribution, ...]]
    sentences: dict[Block, tuple[Sentence, ...]]
    about: dict[str, frozenset[str]]

    def of(self, block: Block) -> tuple[Attribution, ...]:
        """Give the attributions of one block."""
        return self.by_block.get(block, ())

    def within(self, sentence: Sentence) -> tuple[Attribution, ...]:
        """Give the attributions of one sentence."""
        return self.by_sentence.get(sentence, ())


def find(reading: Reading) -> Attributions:
    """Give every attribution in the body and the deck of a reading."""
    rows = {block: tuple(clauses.sentences(reading, block)) for block in reading.of(*BODY, BlockKind.DECK)}
    by_sentence: dict[Sentence, tuple[Attribution, ...]] = {}
    spoken = _Spoken()
    for sentence in chain.from_iterable(rows.values()):
        found: list[Attribution] = []
        for attribution in _marked(sentence, tuple(_in_sentence(sentence))):
            found.append(_with_antecedent(attribution, spoken))
            spoken = spoken.after(found[-1])
        by_sentence[sentence] = tuple(found)
    by_block = {block: tuple(chain.from_iterable(by_sentence[row] for row in rows[block])) for block in rows}
    everything = tuple(chain.from_iterable(by_block.values()))
    return Attributions(everything, by_block, by_sentence, rows, _descriptions(everything))


@dataclass(frozen=True, slots=True)
class _Spoken:
    """Who spoke last of those whom “he” can mean, and of those whom “she” can."""

    he: Source | None = None
    she: Source | None = None

    def after(self, attribution: Attribution) -> _Spoken:
        """Give who has spoken last after one more attribution."""
        source = attribution.source
        if source is None or source.kind is not SourceClass.NAMED or source.pronoun or attribution.quoted:
            return self
        gender = _gender(source)
        he = self.he if gender is Gender.FEMININE else source
        return _Spoken(he, self.she if gender is Gender.MASCULINE else source)


def _gender(source: Source) -> Gender | None:
    """Give what the name and the nouns beside it tell."""
    told = (genders.of_noun(word) for word in sorted(source.about))
    return genders.of_given_name(source.name.split(" ", 1)[0]) or next(filter(None, told), None)


def _with_antecedent(attribution: Attribution, spoken: _Spoken) -> Attribution:
    """Give “she said” the name of the woman who spoke last."""
    source = attribution.source
    if not source or not source.pronoun or source.kind is not SourceClass.NAMED:
        return attribution
    word = attribution.block.text[source.start : source.end].lower()
    meant = spoken.she if genders.PRONOUNS.get(word) is Gender.FEMININE else spoken.he
    kind = SourceClass.NAMED if meant else SourceClass.ROLE
    name, about = (meant.name, meant.about) if meant else ("", source.about)
    return replace(attribution, source=replace(source, kind=kind, name=name, about=about))


def _descriptions(attributions: Iterable[Attribution]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for attribution in attributions:
        source = attribution.source
        if source and source.name and not source.pronoun:
            found[source.surname] |= source.about
    return {surname: frozenset(words) for surname, words in found.items()}


def _in_sentence(sentence: Sentence) -> Iterator[Attribution]:
    """Give the attributions of a sentence, in the order of their cues."""
    for index, lower in enumerate(sentence.lowers):
        if lower == "according" and sentence.lowers[index + 1 : index + 2] == ("to",):
            source = sources.after(sentence, index + 2)
            yield _attribution(sentence, source, (index, index + 2), "accord", Act.SAY)
        elif cue := nominal.find(sentence, index):
            found = _attribution(sentence, cue.source, (cue.first, cue.end), lower, cue.act)
            yield replace(found, nominal=True)
        elif lower in speech.STANCES:
            yield from _stance(sentence, index)
        elif cues := _cues(sentence, index):
            yield from _verb(sentence, index, cues)


def _cues(sentence: Sentence, index: int) -> tuple[speech.Cue, ...]:
    """Give what word `index` can be as an attributing verb, where it stands; nothing for a part of a name."""
    lower = sentence.lowers[index]
    following = sentence.lowers[index + 1 : index + 4]
    found = speech.cues(lower)
    if not found and sentence.touches_quotation(index):
        found = speech.quoting_cues(lower)
    if not found and following:
        found = speech.phrasal_cues(lower, following[0])
    if not found and not speech.HELD.isdisjoint(sentence.lowers[index + 1 : index + 5]):
        found = speech.light_cues(lower)
    if not found and "that" in following:
        found = speech.clause_cues(lower)
    return () if found and _is_name_part(sentence, index) else found


def _is_name_part(sentence: Sentence, index: int) -> bool:
    """Say whether a capital or a hyphen makes the word a part of another: “the United States”, “post-war”."""
    if "-" in (sentence.gaps[index].strip(), sentence.gaps[index + 1].strip()):
        return True
    return index > 0 and sentence.words[index].text[:1].isupper() and sentence.plain(index)


def _attribution(
    sentence: Sentence,
    source: Source | None,
    words: tuple[int, int],
    lemma: str,
    act: Act,
    *,
    hypothetical: bool = False,
) -> Attribution:
    start, end = words
    cue = Span(sentence.words[start].start, sentence.words[end - 1].end)
    doubtful = hypothetical or sentence.is_question
    return Attribution(sentence, source, cue, lemma, act, sentence.quoted[start], hypothetical=doubtful)


def _verb(sentence: Sentence, index: int, cues: Iterable[speech.Cue]) -> Iterator[Attribution]:
    group = predicates.verb_group(sentence, index)
    for cue in cues:
        if group.is_infinitive or sentence.lowers[group.start - 1 : group.start] == ("to",):
            return
        source, found = predicates.source(sentence, index, group, cue)
        if found:
            doubtful = group.hypothetical or (source is not None and group.is_supposed(source.family))
            end = index + 2 if cue.particle else index + 1
            yield _attribution(sentence, source, (index, end), cue.lemma, cue.act, hypothetical=doubtful)
            return


def _stance(sentence: Sentence, index: int) -> Iterator[Attribution]:
    """Give “analysts are sceptical”: a group, a linking verb and what the group feels."""
    start, linked = predicates.linked(sentence, index)
    source = sources.before(sentence, start) if linked else _caused(sentence, start)
    if source and source.kind is SourceClass.VAGUE:
        yield _attribution(sentence, source, (index, index + 1), "be", Act.HOLD)


def _caused(sentence: Sentence, index: int) -> Source | None:
    """Give those before word `index` whom something makes feel: “it made even many liberals sceptical”."""
    for at in range(index - 1, max(-1, index - _CAUSED_WITHIN), -1):
        if sentence.lowers[at] in speech.CAUSING:
            return sources.ending(sentence, index, at + 1) if at + 1 < index else None
    return None


_CAUSED_WITHIN = 6
NEIGHBOURS = 6


def _marked(sentence: Sentence, found: tuple[Attribution, ...]) -> Iterator[Attribution]:
    """Mark what somebody else in the sentence, a few attributions away, reports, and add what is said."""
    given = contents.Contents(sentence)
    for index, attribution in enumerate(found):
        others = (*found[max(0, index - NEIGHBOURS) : index], *found[index + 1 : index + 1 + NEIGHBOURS])
        reported = any(reports(other, attribution) for other in others)
        content, form = given.of(attribution.span, closes=_closes(attribution))
        yield replace(attribution, reported=reported, content=content, form=form)


def reports(outer: Attribution, inner: Attribution) -> bool:
    """Say whether `inner` lies in what `outer` says."""
    if outer.kind in (SourceClass.VAGUE, SourceClass.NONE) or outer.quoted:
        return False
    text = inner.block.text
    if outer.span.end <= inner.span.start:
        return not _turns(text[outer.span.end : inner.span.start])
    if outer.span.start < inner.span.end:
        return False
    return _closes(outer) and not _turns(text[inner.span.end : outer.span.start])


def _closes(outer: Attribution) -> bool:
    """Say whether the attribution stands at the end of what it reports: “…, Doe said.”"""
    text, start, end = outer.block.text, outer.span.start, outer.span.end
    opened = text[max(0, start - 3) : start].rstrip()[-1:] in (",", '"', "”", "—")
    return (opened and text[end : end + 1] in (".", ",", ";", "")) or outer.lemma == "accord"


_TURNS = (";", " but ", " while ", " though ", " although ", " whereas ", ", and ", " yet ", "—")


def _turns(between: str) -> bool:
    """Say whether somebody else begins to speak in the words between."""
    return any(turn in f" {between} " for turn in _TURNS)
