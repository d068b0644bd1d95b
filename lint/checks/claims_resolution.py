"""Who a vague group is: the search for somebody named who belongs to it or makes the same claim."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from lint.annotate import clauses, english, lexicon, roles, speech
from lint.annotate.attribution import Attribution
from lint.annotate.clauses import Sentence
from lint.annotate.roles import Family
from lint.annotate.speakers import SourceClass
from lint.annotate.speech import Act
from lint.checks.claims_scope import Scope
from lint.document import Block
from lint.rule import Pointer

_LEAD_LENGTH = 3
_MOST_ASKED = 60
"""So many named speakers are asked for each vague source, so that the time stays linear."""

_REACH = 1_000
"""So far, in characters either side, the claim of a source is read."""

_JUDGED_WITHIN = 20
"""So many words behind a judgement, whoever is judged is named."""

_OTHER_SIDE = {
    "republicans": frozenset({"democrat", "democratic", "democrats", "d"}),
    "democrats": frozenset({"republican", "republicans", "gop", "r"}),
    "conservatives": frozenset({"labour", "liberal", "democrat", "democratic"}),
    "liberals": frozenset({"conservative", "republican", "tory"}),
}
"""Words about somebody that keep him from being one of a party."""

_FUNCTION_WORDS = (
    frozenset(english.READINGS)
    | speech.ADVERBS
    | roles.QUANTIFIERS
    | frozenset("there said says have been were which their would could people last year week month time".split())
)


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody named, and the words that say so: half-open prose offsets in a block; `does` tells what he does there."""

    name: str
    block: Block
    start: int
    end: int
    does: str = "speaks here"

    def pointer(self, told: str) -> Pointer:
        """Give a pointer to the words, with what is told of whoever they name."""
        return Pointer(f"{self.name} {told}", self.block, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the search found: whoever resolves, or else the nearest named source and why it does not."""

    resolver: Named | None = None
    nearest: Named | None = None
    reason: str = ""

    @property
    def pointers(self) -> tuple[Pointer, ...]:
        """Where to look: one pointer, or none where nobody speaks near."""
        if self.resolver:
            return (self.resolver.pointer(self.resolver.does),)
        return (self.nearest.pointer(f"speaks here, but {self.reason}"),) if self.nearest else ()


def _named(voice: Attribution) -> Named | None:
    source = voice.source
    return Named(source.name, voice.block, source.start, source.end) if source else None


class Resolution:
    """The named sources of a piece, asked who stands behind a vague one within the window of its scope."""

    def __init__(self, scope: Scope) -> None:
        self._reading = scope.reading
        self._window = scope.window
        self._body = scope.body
        self._place = {block: index for index, block in enumerate(self._body)}
        self._stems: dict[Block | Sentence, frozenset[str]] = {}

    def resolve(self, vague: Attribution) -> Answer:
        """Give the first named source that belongs to the group or makes the same claim, or why there is none."""
        voices = list(islice(self._candidates(vague), _MOST_ASKED))
        members = (voice for voice in voices if self._is_member(vague, voice) or self._is_introduced(vague, voice))
        members = (voice for voice in members if not (_is_partisan(vague) and _is_target(vague, voice)))
        agreeing = (voice for voice in voices if self._agrees(vague, voice))
        found = next(members, None) or next(agreeing, None)
        if resolver := _named(found) if found else self._acting(vague):
            return Answer(resolver=resolver)
        nearest = next((voice for voice in voices if self._is_within(vague, voice)), None)
        return Answer(nearest=_named(nearest), reason=_reason(vague, nearest)) if nearest else Answer()

    def _acting(self, vague: Attribution) -> Named | None:
        """Give a member of the group with whom the next sentence of the paragraph begins, though he only acts."""
        rows = self._reading.attributions.sentences[vague.block]
        following = rows[vague.sentence.number + 1 : vague.sentence.number + 2]
        family = vague.source.family if vague.source else None
        if not following or not family or not following[0].words:
            return None
        sentence = following[0]
        first = int(sentence.lowers[0] == "the")
        end = clauses.name_end(sentence, first) if first < len(sentence.words) else first
        about = frozenset(sentence.lowers[first : end + 1])
        if end == first or any(sentence.quoted[first:end]) or not roles.belongs(family, about):
            return None
        start, stop = sentence.words[first].start, sentence.words[end - 1].end
        return Named(vague.block.text[start:stop], vague.block, start, stop, "acts here")

    @cached_property
    def _voices(self) -> dict[Block, list[Attribution]]:
        """The named speakers of each body paragraph."""
        return {block: list(filter(_is_voice, self._reading.attributions.of(block))) for block in self._body}

    @cached_property
    def _first_named(self) -> int:
        """Place of the first body paragraph with a named speaker."""
        return next((place for place, block in enumerate(self._body) if self._voices[block]), len(self._body))

    @cached_property
    def _introductions(self) -> dict[str, int]:
        """Place of the first body paragraph in which each capitalised word stands."""
        found: dict[str, int] = {}
        for place, block in enumerate(self._body):
            for word in self._reading.words(block):
                if word.text[:1].isupper():
                    found.setdefault(word.text, place)
        return found

    def _is_lead(self, block: Block) -> bool:
        """Say whether the block is the deck or one of the paragraphs before anybody is named, at the top."""
        place = self._place.get(block, -1)
        return place <= 0 or (place < _LEAD_LENGTH and place <= self._first_named)

    def _is_within(self, vague: Attribution, voice: Attribution) -> bool:
        """Say whether the voice speaks near enough to be taken for the vague one."""
        place = self._place.get(vague.block, -1)
        return place <= self._place[voice.block] <= place + max(self._window, 1)

    def _candidates(self, vague: Attribution) -> Iterator[Attribution]:
        """Give the named speakers who may stand behind the vague source, those after it first."""
        place = self._place.get(vague.block, -1)
        last = len(self._body) if self._is_lead(vague.block) else place + self._window + 1
        own = self._voices.get(vague.block, [])
        at = bisect_left(own, vague.span.start, key=lambda voice: voice.span.start)
        yield from own[at : at + _MOST_ASKED]
        for block in self._body[place + 1 : last]:
            yield from self._voices[block]
        yield from own[max(0, at - _MOST_ASKED) : at]

    def _is_member(self, vague: Attribution, voice: Attribution) -> bool:
        """Say whether the named source is one of the group, by what the article says of him."""
        if not vague.source or not vague.source.family or not voice.source:
            return False
        about = voice.source.about | self._reading.attributions.about.get(voice.source.surname, frozenset())
        return roles.belongs(vague.source.family, about) and not _is_of_another_side(vague, about)

    def _is_introduced(self, vague: Attribution, voice: Attribution) -> bool:
        """Say whether the next paragraph brings in somebody new, by full name, to speak: the usual continuation."""
        place = self._place.get(vague.block)
        if place is None or voice.act is Act.DENY or not voice.source or self._place[voice.block] != place + 1:
            return False
        if not vague.source or not roles.may_belong(vague.source.family or Family.PEOPLE, voice.source.about):
            return False
        is_full = " " in voice.source.name and not voice.source.pronoun
        is_new = self._introductions.get(voice.source.surname) == place + 1
        return is_full and is_new and bool(self._reading.quotations(voice.block))

    def _agrees(self, vague: Attribution, voice: Attribution) -> bool:
        """Say whether the named source makes the claim of the vague one, and is not the one it is about."""
        if not voice.source or voice.act is Act.DENY or _is_of_another_side(vague, voice.source.about):
            return False
        if vague.act is Act.JUDGE and voice.act is Act.JUDGE and _share_name(vague, voice):
            return True
        if _is_target(vague, voice):
            return False
        claim = self._stems_of(vague.sentence)
        if self._is_lead(vague.block) or (vague.source and vague.source.family is Family.EXPERTS):
            return len(claim & self._stems_of(voice.sentence)) >= 2
        return len(claim & self._stems_of(voice.block)) >= 2

    def _stems_of(self, said: Block | Sentence) -> frozenset[str]:
        if said not in self._stems:
            rows = (said,) if isinstance(said, Sentence) else self._reading.attributions.sentences[said]
            self._stems[said] = _stems(*rows)
        return self._stems[said]


def _is_voice(attribution: Attribution) -> bool:
    """Say whether somebody named speaks here, in his own sentence."""
    source = attribution.source
    return bool(source and source.kind is SourceClass.NAMED and source.name and not attribution.quoted)


def _reason(vague: Attribution, voice: Attribution) -> str:
    """Say, to go on after “speaks here, but”, why the named source does not stand behind the vague one."""
    if voice.act is Act.DENY:
        return "denies it"
    if _is_target(vague, voice):
        return "is the one it is about"
    return "is not said to be one of them"


def _is_partisan(vague: Attribution) -> bool:
    """Say whether the group is a part of a party, whose members speak of one another."""
    return vague.source is not None and vague.source.family is Family.PARTY


def _is_target(vague: Attribution, voice: Attribution) -> bool:
    """Say whether the claim is about the named source: his name stands in its sentence."""
    if not voice.source or not voice.source.name:
        return False
    span = vague.sentence.span
    start, end = max(span.start, vague.span.start - _REACH), min(span.end, vague.span.end + _REACH)
    return vague.block.text.find(voice.source.surname, start, end) >= 0


def _share_name(vague: Attribution, voice: Attribution) -> bool:
    """Say whether both judge somebody of the same name, who is not the voice itself."""
    shared = _names_behind(vague) & _names_behind(voice)
    return bool(shared) and voice.source is not None and voice.source.surname not in shared


def _names_behind(judging: Attribution) -> frozenset[str]:
    """Give the capitalised words a short way behind an attribution."""
    behind = judging.span.end
    words = judging.sentence.words
    at = bisect_left(words, behind, key=lambda word: word.start)
    return frozenset(word.text for word in words[at : at + _JUDGED_WITHIN] if word.text[:1].isupper())


def _is_of_another_side(vague: Attribution, about: Iterable[str]) -> bool:
    """Say whether what is told of somebody puts him in another party than the group's."""
    source = vague.source
    words = vague.block.text[source.start : source.end].lower().split() if source else []
    others = frozenset[str]().union(*(_OTHER_SIDE.get(word, frozenset()) for word in words))
    return any(word.split("-", 1)[0] in others for word in about)


def _stems(*sentences: Sentence) -> frozenset[str]:
    """Give the stems of the words that carry a claim: no names, function words, groups or verbs of saying."""
    return frozenset(
        _stem(lower)
        for sentence in sentences
        for index, lower in enumerate(sentence.lowers)
        if _carries_claim(sentence, index, lower)
    )


def _carries_claim(sentence: Sentence, index: int, lower: str) -> bool:
    if len(lower) < 4 or lower in _FUNCTION_WORDS or lower in roles.GROUPS or speech.cues(lower):
        return False
    return index == 0 or not sentence.words[index].text[:1].isupper()


def _stem(lower: str) -> str:
    """Give a rough stem, the same for a verb and the noun made from it: “close”, “closing”, “closure”."""
    return min(lexicon.lemmas(lower), key=lambda lemma: (len(lemma), lemma))[:6]
