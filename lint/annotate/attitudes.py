"""What people are said to say, think, feel, judge, want and perceive: English verbs, adjectives and nouns, by kind.

Wider than `speech`: a verb of these classes attributes nothing by itself, but tells what a group holds where a vague group
is its subject. What can be watched (cheer, weep) and plans (intend, decide) is left out.
"""

from functools import lru_cache

from lint.annotate import speech
from lint.annotate.speech import Act, Cue

_VERBS = {
    Act.SAY: "affirm allude attest aver avow bluster bicker brag broadcast chatter clamor clamour confide crow declare "
    "divulge dwell echo emphasize enumerate exaggerate fulminate gossip gush harp hint imply inform intimate intone "
    "lecture mumble murmur mutter narrate opine plead pontificate posit postulate preach proclaim profess pronounce "
    "prophesy quarrel rave reassert reassure recite recommend rejoin remind reveal rumor rumour spout squabble stipulate "
    "theorize theorise tout vent vouch vow whisper whine bemoan grumble gripe grouse carp moan mutter kvetch quibble swear "
    "characterize characterise portray depict label brand dub term liken compare cast frame paint bill "
    "point debate discuss dissent concur",
    Act.HOLD: "accept appreciate ascribe assess associate attribute calculate comprehend conceive conjecture contemplate "
    "deduce deem discern envisage envision equate esteem evaluate fathom foresee foretell gauge guess hypothesize "
    "hypothesise imagine infer intuit interpret judge know misjudge misread mistake misunderstand overestimate perceive "
    "picture ponder presume presuppose rank rate realize realise reason reckon recognise recognize reconsider reflect "
    "regard remember sense surmise suppose theorize theorise trace underestimate understand visualize visualise "
    # to feel
    "abhor admire adore begrudge bewail brood chafe cherish covet despair despise detest disdain dislike distrust dread "
    "enjoy envy fancy favor favour fret fume grieve grudge hate idolize idolise like loathe love marvel mistrust mourn pity "
    "prefer prize rejoice relish resent respect revere rue savor savour seethe shudder sympathize sympathise treasure "
    "trust value venerate worship regret agonize agonise cringe bristle recoil lust "
    # to want
    "want wish hope desire crave long yearn hanker pine aspire dream favor favour advocate urge "
    # to perceive
    "see view hear notice detect perceive sense find read",
    Act.JUDGE: "acclaim approve assail belittle berate castigate celebrate censure champion chastise chide commend "
    "compliment condone contest credit dismiss denigrate deprecate disapprove discredit disparage endorse excoriate excuse "
    "extol fault flay forgive frown glorify impugn jeer justify lambast lambaste laud malign pan pillory rebuke "
    "repudiate reprimand reprove resist revile rip ridicule salute savage scoff scold scorn second-guess shun skewer slate "
    "slander sneer snub spurn support back thank trash upbraid vilify balk baulk scapegoat stigmatize stigmatise "
    "vaunt",
    Act.DENY: "contradict disbelieve disavow disown disprove gainsay negate rebuff discount doubt question",
}
_ACTS = {lemma: act for act, lemmas in _VERBS.items() for lemma in lemmas.split()}

MOVING = frozenset(
    "agitate alarm alienate amaze amuse anger annoy appal appall appease astonish baffle bemuse bewilder bother bore captivate "
    "charm concern confuse convince delight depress disappoint discomfit disgust dishearten dismay displease distress disturb "
    "divide electrify embarrass enchant encourage energize energise enrage enthral enthrall exasperate excite fascinate "
    "frighten frustrate gall galvanize galvanise gladden horrify humiliate impress incense infuriate inspire intrigue irk "
    "irritate madden mollify mortify mystify nettle offend outrage perplex perturb placate please provoke puzzle rankle "
    "reassure repel rile sadden satisfy scandalize scandalise scare shock sicken startle stun surprise terrify thrill "
    "trouble unnerve unsettle upset vex worry wow".split()
)
"""Verbs whose object feels: “the move angered conservatives”."""

VOICING = frozenset("shared held voiced expressed raised echoed espoused embraced".split())
"""Participles behind a belief that tell whose it is: “a view shared by many”."""

_PHRASAL = frozenset(
    tuple(pair.split("_"))
    for pair in "rally_behind rally_around rally_round turn_against turn_on side_with seize_on seize_upon pounce_on line_up "
    "look_down look_forward look_askance take_issue take_exception take_umbrage take_heart find_fault cast_doubt make_fun "
    "pay_tribute give_credit pour_scorn heap_praise heap_scorn warm_to sour_on object_to agree_with disagree_with clamor_for "
    "clamour_for call_for insist_on rail_at lash_out bridle_at balk_at baulk_at bristle_at".split()
)
"""Verbs with the word behind them that together tell what somebody holds: “turned against”."""

WANTING = frozenset("want wish hope desire crave long yearn hanker pine aspire dream like love prefer hate".split())
"""Verbs that, with “to” behind them, tell what somebody means to do, and not what he holds."""

TENDING = frozenset("tend seem appear begin continue come start".split())
"""Verbs behind which “to” and another verb tell what somebody does: “tend to think”."""

ADJECTIVES = speech.STANCES | frozenset(
    "afraid aghast aggrieved agnostic alarmed amazed ambivalent amused angered anxious appalled apprehensive appreciative "
    "apoplectic astonished baffled bemused bewildered bitter bored bullish bearish careful chagrined comfortable "
    "complacent concerned confused content contemptuous curious cynical dazzled delighted derisive desperate despondent "
    "disappointed disapproving disbelieving discontented disenchanted disgruntled disgusted disheartened disillusioned "
    "dissatisfied distraught distressed distrustful divided dubious eager ecstatic elated embarrassed embittered enamored "
    "enamoured encouraged enraged envious exasperated excited fascinated fond fretful frightened frustrated glad gloomy "
    "grateful gratified happy hesitant honored horrified humiliated impatient impressed incensed incredulous indifferent "
    "indignant infuriated inspired intrigued irate irked jaded jealous joyful jubilant keen leery livid loath loyal mad "
    "miffed mindful mistrustful mortified mystified nervous nostalgic obsessed offended opposed outspoken overjoyed "
    "panicked perplexed perturbed perplexed petrified pleased positive negative powerless proud puzzled queasy reassured "
    "receptive relieved reluctant repelled repulsed resentful resigned restless sanguine satisfied saddened scared "
    "scornful shaken sold squeamish stunned surprised sure suspicious tempted tepid terrified thankful thrilled tired "
    "tolerant torn touchy traumatized unafraid uncertain uncomfortable unconcerned undecided undeterred "
    "unenthusiastic unhappy unnerved unperturbed unpersuaded unsatisfied unsettled unsure unsurprised unsympathetic untroubled "
    "unwilling upbeat upset vehement vexed weary willing worried wowed".split()
)
"""What somebody is said to feel or hold: “many are wary”."""

NOUNS = (
    frozenset(
        "anger anguish anxiety apprehension belief bitterness concern concerns confidence confusion consensus conviction "
        "criticism criticisms calls complaint complaints delight desire disagreement disappointment disapproval "
        "disbelief discontent disdain disgust dislike dismay displeasure disquiet distrust doubt doubts dread enthusiasm "
        "excitement expectation expectations fear fears feeling feelings frustration fury gloom griping grumbling hope hopes "
        "hostility impatience impression indignation irritation joy lament mistrust misgivings nervousness nostalgia "
        "notion objection objections opinion opposition optimism outcry outrage panic perception pessimism praise pride "
        "puzzlement qualms questions rage reaction reactions reluctance resentment reservations scepticism skepticism scorn "
        "sense sentiment sentiments shock speculation support suspicion suspicions sympathy unease uneasiness uproar upset view "
        "views worry worries yearning wish agreement ridicule derision respect contempt animosity antipathy".split()
    )
    | speech.HELD
)
"""What somebody feels or holds, as a noun: “unease among residents”."""

CLAIMS = frozenset(
    "accusation accusations admission allegation allegations argument arguments assertion assertions assumption assurance "
    "belief charge charges claim claims complaint complaints conclusion contention conviction criticism demand demands "
    "denial expectation fear fears hope hopes impression insistence objection objections opinion prediction predictions "
    "reading refrain suggestion suggestions suspicion suspicions verdict view views warning warnings worry worries".split()
)
"""What somebody says, as a noun that a group can own: “opponents' charge”."""

OPEN_TO = frozenset({"for", "to"})
"""Prepositions behind which stands whoever holds what the clause says: “to critics, it is a stunt”."""

IN_WHOSE_EYES = frozenset(
    "darling favorite favourite hero heroine villain icon pariah nemesis bogeyman saint traitor".split()
)
"""Nouns behind which “of”, “to” and “with” tell for whom: “a hero to many”."""

JUDGED = frozenset(
    "abhorrent acceptable affront anathema appealing attractive baffling betrayal clear comfort disappointing disappointment "
    "embarrassment enough evident far insufficient insult intolerable mystery objectionable obvious offensive outrage "
    "palatable puzzle puzzling relief repugnant shock short sufficient surprise surprising troubling unacceptable "
    "unpalatable unthinkable unwelcome welcome worrying".split()
)
"""Words behind which “for” and “to” tell in whose eyes: “unacceptable to many residents”."""

PERSONS = frozenset(
    "adults americans artists athletes attendees authors bankers bloggers brewers brokers builders buyers campaigners "
    "catholics christians citizens clergy clients coaches colleagues collectors columnists commuters congregants "
    "constituents consumers cooks councillors counselors customers cyclists dancers dealers designers developers "
    "diners diplomats doctors donors drivers economists editors educators elders elites employees employers engineers "
    "entrepreneurs evangelicals europeans families farmers fathers feminists fishermen folks followers growers guests "
    "homeowners hunters immigrants industrialists inhabitants insurers islanders jews jurists landlords "
    "landowners lawmakers lawyers librarians listeners locals loyalists lawmakers managers manufacturers men merchants "
    "midwives migrants mothers motorists muslims musicians neighbors neighbours newcomers nurses "
    "onlookers organizers organisers owners pensioners parents parishioners passengers patients patriots pastors people "
    "philosophers physicians physicists pilots planners players poets policymakers politicians priests principals producers "
    "publishers pupils purists radicals readers reformers refugees regulators residents retailers retirees "
    "shareholders shoppers soldiers staff staffers students subscribers surgeons survivors taxpayers teachers teenagers "
    "tenants theologians tourists unionists users veterans victims viewers villagers visitors volunteers voters women "
    "workers worshippers writers youngsters therapists vendors hauliers spectators lenders creditors writers advertisers "
    "astronomers botanists chemists anthropologists archaeologists psychiatrists rabbis imams bishops "
    "associates acquaintances contemporaries peers relatives members quarters circles communities constituencies".split()
)
"""Plural nouns of people that are a vague group behind a quantifier: “many residents”."""

ANYWHERE = frozenset("critics skeptics sceptics detractors naysayers doubters cynics pundits media".split())
"""Groups that “the” makes no clearer: “the pundits”."""

FIGURES = frozenset("leaders elders owners executives figures groups circles voices hands veterans".split())
"""Plural nouns of people that are one when they are described: “business leaders”."""


@lru_cache(maxsize=20_000)
def cues(word: str) -> tuple[Cue, ...]:
    """Give what a form can be as a verb of saying, thinking, feeling, judging, wanting or perceiving."""
    return speech.cues(word) or speech.known(word, _ACTS)


@lru_cache(maxsize=20_000)
def phrasal_cues(word: str, following: str) -> tuple[Cue, ...]:
    """Give what a form can be together with the word behind it: “turned against”, “cast doubt”."""
    return speech.known(word, {verb: Act.HOLD for verb, particle in _PHRASAL if particle == following})
