"""Words that attribute: verbs of saying and holding, and what may stand around them in the verb group."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from lint.annotate import lexicon


class Act(StrEnum):
    """What an attributing word says that somebody did."""

    SAY = "say"
    HOLD = "hold"
    JUDGE = "judge"
    DENY = "deny"


class Form(StrEnum):
    """How somebody's words are given.

    Whole in quotation marks, in part so, in the author's words, as a block of their own, as a turn in an interview.
    """

    DIRECT = "direct"
    PARTIAL = "partial"
    REPORTED = "reported"
    BLOCK = "block"
    TURN = "turn"


@dataclass(frozen=True, slots=True)
class Cue:
    """A form of an attributing verb: its lemma, what it does, the Penn tags the form can bear; a particle that must follow."""

    lemma: str
    act: Act
    tags: frozenset[str]
    particle: str = ""


_VERBS = {
    Act.SAY: "say tell write add explain note observe argue claim state insist maintain contend suggest warn caution "
    "report remark comment stress emphasize emphasise assert declare announce acknowledge admit concede recall reply "
    "respond conclude complain allege speculate estimate predict forecast reckon counter testify tweet post "
    "recount reiterate urge ask point advise quip joke confirm charge cite "
    "describe summarize summarise highlight underline underscore mention confess boast propose recommend demand react identify",
    Act.HOLD: "believe think fear worry suspect doubt consider see view regard expect agree disagree wonder question "
    "credit find feel assume anticipate differ recognize recognise",
    Act.JUDGE: "accuse blame condemn criticize criticise denounce decry blast slam praise applaud hail lament "
    "bemoan deplore welcome oppose challenge attack protest ridicule mock deride call defend",
    Act.DENY: "deny reject dismiss dispute rebut refute",
}

_QUOTING = (
    "say write ask read go continue begin answer repeat offer crack joke quip tease brag gush "
    "muse ponder opine elaborate shout yell scream cry exclaim roar bellow whisper mutter murmur mumble sigh laugh smile "
    "grin nod shrug snap bark growl groan moan thunder fume rage plead beg appeal pray sing chant intone recite interject "
    "interrupt object press prod correct agree offer venture volunteer vow promise pledge swear lie lecture preach warn "
    "deadpan scoff sneer sniff huff protest grumble grouse gripe complain carp tut marvel enthuse rave swoon counsel "
    "instruct order command urge implore exhort encourage greet sum text email e-mail blog type sign scrawl caption title "
    "headline state put phrase note sound announce reveal disclose divulge relate narrate elaborate clarify specify "
    "apologize apologise regret thank label brand dub deem liken compare characterize characterise portray rail rant "
    "rule reason theorize theorise hypothesize surmise guess reflect reminisce reckon"
)

INVERTING = frozenset(
    "say write add explain note observe argue claim warn remark recall reply conclude insist complain tweet post ask "
    "quip joke tell report predict respond caution".split()
)
"""Verbs whose subject may follow them: “…,” said the minister."""

AUXILIARIES = frozenset("have has had 've am is are was were be been being do does did 'd 'll will would".split())
BE = frozenset("am is are was were be been being 're".split())
HAVE = frozenset("have has had 've having".split())
HYPOTHETICAL = frozenset("could might may must shall should can".split())
CAUSING = frozenset("made makes make making left leaves leave leaving has have had keep keeps kept".split())
"""Verbs behind which a group feels: “it left many worried”."""

HELD = frozenset(
    "concern concerns doubt doubts view views opinion opinions fear fears skepticism scepticism criticism support opposition "
    "outrage questions worries alarm conclusion conclusions belief regret confidence frustration anger dismay objections "
    "thoughts condolences praise sympathy".split()
)
"""Nouns that, behind a light verb, say what somebody holds: “voiced doubts”, “came to the conclusion”."""

LINKING = BE | frozenset(
    "remain remains remained seem seems seemed appear appears appeared sounded sound become becomes became grow "
    "grows grew grown growing feel feels felt get gets got getting stay stays stayed".split()
)

ADVERBS = frozenset(
    "also later often now still then always sometimes already even just again long once ever almost too instead "
    "however meanwhile moreover therefore thus nevertheless nonetheless yet soon both all more most very so far "
    "likewise further earlier simply last first rather quite somewhat less not n't never".split()
)
NEGATIONS = frozenset("not n't never".split())

STANCES = frozenset(
    "skeptical sceptical doubtful concerned worried convinced unconvinced divided outraged alarmed critical optimistic "
    "pessimistic wary furious puzzled split irritated annoyed angry dismayed unimpressed certain sure confident uneasy "
    "adamant hopeful fearful baffled vocal impressed equivocal cautious hostile supportive quick swift sympathetic "
    "enthusiastic scathing dismissive adamant unmoved troubled alarmed shocked horrified".split()
)
"""Adjectives that, said of a group, report what it holds."""


_ACTS = {lemma: act for act, lemmas in _VERBS.items() for lemma in lemmas.split()}
_PHRASAL = {
    ("lash", "out"): Act.JUDGE, ("hit", "out"): Act.JUDGE, ("hit", "back"): Act.SAY, ("fire", "back"): Act.SAY,
    ("shoot", "back"): Act.SAY, ("push", "back"): Act.DENY, ("speak", "out"): Act.SAY, ("chime", "in"): Act.SAY,
    ("weigh", "in"): Act.SAY, ("rail", "against"): Act.JUDGE, ("rant", "about"): Act.JUDGE, ("call", "out"): Act.JUDGE,
    ("make", "clear"): Act.SAY, ("spell", "out"): Act.SAY, ("lay", "into"): Act.JUDGE, ("take", "aim"): Act.JUDGE,
    ("rule", "out"): Act.DENY, ("play", "down"): Act.DENY,
}  # fmt: skip
LIGHT = dict.fromkeys("express voice raise share take hold come reach sound draw offer".split(), Act.HOLD)
_NOT_WITH_THAT = frozenset("go continue begin offer read press sound put sing caption".split())
_QUOTES = {lemma: _ACTS.get(lemma, Act.SAY) for lemma in _QUOTING.split()}
_VERBAL = frozenset({"VB", "VBP", "VBZ", "VBD", "VBN", "VBG"})


@lru_cache(maxsize=20_000)
def cues(word: str) -> tuple[Cue, ...]:
    """Give what a form can be as an attributing verb: “said” → a past tense and a participle of “say”."""
    return known(word, _ACTS)


@lru_cache(maxsize=20_000)
def quoting_cues(word: str) -> tuple[Cue, ...]:
    """Give what a form can be as a verb that attributes only where a quotation touches it: “she laughed”, “he went on”."""
    return known(word, _QUOTES)


@lru_cache(maxsize=20_000)
def clause_cues(word: str) -> tuple[Cue, ...]:
    """Give what a form can be as a verb that attributes where “that” follows: “she vowed that”."""
    return tuple(cue for cue in quoting_cues(word) if cue.lemma not in _NOT_WITH_THAT)


@lru_cache(maxsize=20_000)
def phrasal_cues(word: str, particle: str) -> tuple[Cue, ...]:
    """Give what a form can be together with the particle behind it: “lashed out”, “hit back”."""
    acts = {lemma: act for (lemma, with_particle), act in _PHRASAL.items() if with_particle == particle}
    return tuple(replace(cue, particle=particle) for cue in known(word, acts))


@lru_cache(maxsize=20_000)
def light_cues(word: str) -> tuple[Cue, ...]:
    """Give what a form can be as a verb that attributes together with one of the nouns in `HELD`: “raised doubts”."""
    return known(word, LIGHT)


def known(word: str, acts: Mapping[str, Act]) -> tuple[Cue, ...]:
    """Give what a form can be as one of the verbs of a table from lemma to act."""
    found = sorted(lexicon.lemmas(word) & acts.keys())
    tags = lexicon.readings(word) & _VERBAL if found else frozenset()
    return tuple(Cue(lemma, acts[lemma], tags) for lemma in found) if tags else ()


def is_adverb(lower: str) -> bool:
    """Say whether the word may stand inside a verb group without being part of it."""
    return lower in ADVERBS or (lower.endswith("ly") and len(lower) > 4)
