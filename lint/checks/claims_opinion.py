"""Opinion in the article's own voice: verdicts, predictions and motives that nobody in the story holds."""

import re
from collections.abc import Iterable, Iterator, Mapping

from lint.annotate.clauses import Sentence
from lint.annotate.reading import Reading
from lint.checks.claims_scope import Scope
from lint.checks.claims_sourcing import Sourcing, is_quoted
from lint.checks.claims_words import any_of
from lint.model import Span
from lint.rule import Hit, Option

_CERTAIN = any_of(
    "undoubtedly undeniably unquestionably indisputably inexplicably needlessly shamelessly woefully laughably"
)
_STANCE = any_of(
    "unsurprisingly surprisingly predictably inevitably sadly tragically fortunately unfortunately mercifully "
    "thankfully regrettably ironically curiously tellingly foolishly rightly wrongly deservedly unfairly ominously "
    "alarmingly disturbingly outrageously absurdly ridiculously shockingly stunningly bafflingly remarkably amazingly "
    "incredibly astonishingly oddly strangely understandably conveniently miraculously"
)
"""Adverbs by which a sentence judges what it tells, where a comma sets them apart."""

_LOADED = any_of(
    "adept inept ineffective disastrous brilliant masterful mediocre impressive unimpressive remarkable extraordinary "
    "stunning astonishing surprising unsurprising alarming troubling worrying disturbing shocking outrageous shameful "
    "shameless disgraceful absurd ridiculous ludicrous pathetic hollow hypocritical naive naïve reckless "
    "irresponsible misguided foolish unfair unjust inevitable impossible doomed contentious divisive scathing "
    "humiliating embarrassing laughable questionable dubious flimsy untenable unthinkable unforgivable inexcusable "
    "indefensible intolerable unconvincing lackluster lacklustre dismal abysmal woeful superb splendid magnificent "
    "masterly shrewd savvy clumsy heavy-handed half-hearted tone-deaf short-sighted toothless meaningless pointless "
    "futile hopeless bleak grim unenviable formidable commendable admirable laudable regrettable lamentable ironic "
    "telling devastating crushing bruising incendiary inflammatory vitriolic vicious nasty ugly toxic outlandish "
    "bizarre preposterous farcical chaotic disgusting appalling despicable deplorable vile hateful hate-filled "
    "bigoted xenophobic ruthless cynical craven cowardly courageous heroic legendary beloved infamous notorious "
    "vaunted much-vaunted ill-fated ill-advised ill-conceived wrong-headed one-sided biased dishonest disingenuous "
    "deceptive misleading evasive incompetent corrupt crooked extremist radical far-fetched outsized overblown "
    "exaggerated exorbitant draconian onerous unprecedented unparalleled unrivaled unrivalled unmatched dramatic "
    "spectacular breathtaking jaw-dropping eye-popping staggering meteoric improbable pivotal "
    "momentous monumental historic game-changing sobering damning explosive bombshell lukewarm tepid feeble desperate "
    "beleaguered embattled hapless unhinged erratic bombastic brash folksy charismatic uninspiring inspiring dour "
    "flamboyant fiery firebrand"
)
"""Adjectives that judge, where a verb of being makes them the point of the sentence."""

_OUTCOMES = any_of(
    "disaster catastrophe fiasco debacle farce sham mockery travesty disgrace triumph success successes failure "
    "failures blunder blunders masterstroke achievement achievements accomplishment accomplishments miracle mess joke "
    "embarrassment gaffe gaffes hypocrisy vitriol mudslinging pandering posturing grandstanding "
    "fearmongering rout backlash firestorm meltdown implosion trainwreck juggernaut powerhouse "
    "darling pariah laughingstock"
)
_BE = r"(?:is|are|was|were|be|been|remains?|remained|proves?|proved|seems?|looks?|looked|becomes?|became|become)"
_TURN = r"(?:\w+ly |not |also |often |so |too |very |more |most |quite |such |a |an |nothing short of )"
_PREDICTION = (
    r"\b(?:is|are|was|were|'s|’s) (?:very |highly |most |almost certainly )?(?:un)?likely to\b"
    r"|\b(?:is|are) (?:all but |almost )?(?:bound|certain|sure|doomed|destined|guaranteed|poised) to\b"
    r"|\bwill (?:inevitably|surely|undoubtedly|certainly|almost certainly|likely|probably|doubtless|no doubt|prove|"
    r"determine|dominate|haunt|define|shape|backfire|struggle|need to|have to)\b"
    r"|\b(?:there is|there was|there’s|there's) (?:little|no|scant) (?:doubt|question|\w+ (?:\w+ ){0,4}to suggest)\b"
)
_MOTIVE = (
    r"\b(?:is|was|are|were) (?:clearly |plainly |largely |mostly )?an? (?:\w+ )?(?:attempt|effort|bid|ploy|gambit|"
    r"tactic|stunt|ruse) to\b"
    r"|\bin an? (?:apparent|obvious|clear|transparent|thinly veiled|desperate|cynical) (?:attempt|bid|ploy|effort) to\b"
    r"|\bin what (?:is|was|amounts? to|amounted to|appears? to be|appeared to be) (?:an? |the )?\w+"
)
_COMPARISON = (
    r"\bnothing (?:more|less) than\b|\bnothing short of\b|\bwhat (?:amounts?|amounted) to\b"
    r"|\bat best\b|\bto say the least\b|\bneedless to say\b|\bof course\b|\bno doubt\b|\bto be sure\b|\bno wonder\b"
    r"|\bno (?:small|mean) (?:feat|thing|achievement)\b|\bthe (?:truth|fact|reality) is\b|\bhardly (?:an?|the)\b"
    r"|\bfar (?:more|less) \w+ than\b|\bmuch (?:better|worse) than\b"
)
_OPINION = re.compile(
    rf"\b{_CERTAIN}\b|\b{_STANCE}(?=,)"
    rf"|\b{_BE} {_TURN}*(?:{_LOADED}|{_OUTCOMES})\b"
    rf"|\b(?:proved|proves|prove) (?!(?:that|this|it|his|her|its|their|our|your|my|the|him|them)\b){_TURN}*\w+\b"
    rf"|\bone of (?:the|his|her|its|their) \w+est {_OUTCOMES}\b"
    rf"|\b(?:makes?|made|making) (?:it |[\w’' -]{{1,40}} )?{_TURN}*{_LOADED}\b"
    rf"|\b(?:it|this|that|which) (?:only )?(?:shows?|showed|underscores?|underscored|illustrates?|illustrated|"
    rf"proves?|proved) (?:how|just how|that)\b"
    rf"|{_PREDICTION}|{_MOTIVE}|{_COMPARISON}",
    re.IGNORECASE,
)


def opinion_in_own_voice(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:
    """Find verdicts, predictions and motives in sentences that nobody stands behind.

    Options: those of the scope.
    """
    scope = Scope(reading, options)
    if scope.is_exempt or scope.is_lesson:
        return
    sourcing = Sourcing(scope)
    for block in scope.body:
        for sentence in scope.sentences(block):
            if not sentence.is_question and not sourcing.rests(sentence):
                yield from (Hit(block, span.start, span.end) for span in _opinions(sentence))


def _opinions(sentence: Sentence) -> Iterator[Span]:
    for found in _OPINION.finditer(sentence.block.text, sentence.span.start, sentence.span.end):
        span = Span(*found.span())
        if not is_quoted(sentence, span):
            yield span
            return
