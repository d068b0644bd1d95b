"""Groups that sources hide in, and the roles that make somebody one of them."""

from enum import StrEnum


class Family(StrEnum):
    """What a vague group has in common: it says who could speak for it."""

    EXPERTS = "experts"
    CRITICS = "critics"
    SUPPORTERS = "supporters"
    SOURCES = "sources"
    PARTY = "party"
    MEDIA = "media"
    PEOPLE = "people"


_GROUPS = {
    Family.EXPERTS: "experts analysts observers scholars economists researchers scientists historians academics "
    "commentators pundits strategists forecasters sociologists psychologists criminologists climatologists "
    "epidemiologists demographers pollsters specialists watchers insiders operatives investors traders professors "
    "theorists ethicists virologists geologists ecologists biologists meteorologists archaeologists anthropologists "
    "physicists chemists astronomers psychiatrists linguists philosophers theologians jurists statisticians mathematicians "
    "neuroscientists seismologists biographers consultants reviewers",
    Family.CRITICS: "critics opponents detractors skeptics sceptics foes naysayers doubters dissenters cynics",
    Family.SUPPORTERS: "supporters proponents advocates defenders activists campaigners backers champions "
    "admirers fans apologists boosters environmentalists conservationists preservationists lobbyists",
    Family.SOURCES: "sources",
    Family.PARTY: "republicans democrats conservatives liberals progressives moderates politicians leftists centrists "
    "libertarians populists hardliners hawks traditionalists feminists",
    Family.MEDIA: "media outlets newspapers tabloids broadcasters",
}

GROUPS = {noun: family for family, nouns in _GROUPS.items() for noun in nouns.split()}
"""Plural nouns that name nobody, with their family."""

_IF_COUNTED = {
    Family.EXPERTS: "doctors physicians lawyers attorneys engineers journalists",
    Family.CRITICS: "rivals competitors",
    Family.SUPPORTERS: "allies friends",
    Family.PARTY: "members candidates lawmakers legislators senators delegates congressmen governors mayors",
    Family.MEDIA: "reporters correspondents reports accounts",
    Family.PEOPLE: "people voices names figures commenters companies firms businesses executives groups organizations "
    "organisations",
}
COUNTED_GROUPS = {noun: family for family, nouns in _IF_COUNTED.items() for noun in nouns.split()}
"""Plural nouns that are vague only behind a quantifier: “some lawyers say”."""

QUANTIFIERS = frozenset(
    "some many several most certain few numerous various multiple countless other others plenty dozens scores "
    "hundreds thousands handful number lot lots majority group chorus drumbeat "
    "slew string host array wave flood parade".split()
)
NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve".split())
BARE = frozenset("some many several most few others".split())
"""Words that are a vague group by themselves: “some say”."""

DOCUMENTS = frozenset(
    "report reports study studies survey surveys poll polls ruling rulings verdict judgment judgement decision order filing "
    "filings lawsuit complaint indictment affidavit transcript statement letter memo memorandum email e-mail tweet tweets post "
    "posts article editorial column book paper papers document documents audit review analysis census bill release notice note "
    "diary website page message petition manifesto resolution declaration opinion testimony dossier cable press-release".split()
)
"""Things that speak for those who wrote them."""

DEFINITE = frozenset("the these those both this that his her their its our my your".split())
"""Determiners that point to somebody told of before."""

POLLED = frozenset("polled surveyed interviewed quoted cited consulted contacted".split())
"""Participles that make a group the answerers of somebody's questions."""

_EXPERT_ROLES = frozenset(
    "professor researcher scientist analyst fellow economist historian scholar director lecturer expert specialist "
    "strategist commentator academic sociologist psychologist criminologist epidemiologist demographer pollster "
    "consultant adviser advisor author engineer physicist biologist chemist ecologist geologist climatologist "
    "meteorologist virologist linguist anthropologist theorist ethicist attorney lawyer doctor physician planner "
    "dean columnist investor trader operative insider observer watcher forecaster actuary dr dr. prof prof. "
    "university institute institution college center centre foundation endowment think-tank tank "
    "observatory laboratory lab school academy".split()
)
_CAUSE_ROLES = frozenset(
    "director president founder chair chairman chairwoman head leader member spokesman spokeswoman spokesperson "
    "activist advocate campaigner organizer organiser critic opponent supporter lawyer attorney coordinator "
    "group coalition union league campaign association alliance network committee society federation "
    "foundation organization organisation movement resident neighbour neighbor owner".split()
)
_PARTY_ROLES = frozenset(
    "sen rep gov sens reps sen. rep. gov. sens. reps. senator senators representative representatives governor "
    "republican democrat democratic conservative liberal gop mp candidate congressman congresswoman member leader "
    "minister lawmaker legislator politician mayor councillor".split()
)
_OFFICES = _PARTY_ROLES - {"member", "leader", "democrat", "democratic"} | frozenset(
    "president premier chancellor nominee secretary king queen general spokesman spokeswoman judge".split()
)
_MEDIA_ROLES = frozenset(
    "newspaper news daily agency times post tribune herald gazette journal tv television radio broadcaster outlet "
    "magazine website broadcasting press media".split()
)
_MEMBERS = {
    Family.EXPERTS: _EXPERT_ROLES,
    Family.CRITICS: _EXPERT_ROLES | _CAUSE_ROLES,
    Family.SUPPORTERS: _CAUSE_ROLES,
    Family.SOURCES: frozenset[str](),
    Family.PARTY: _PARTY_ROLES,
    Family.MEDIA: _MEDIA_ROLES,
    Family.PEOPLE: frozenset[str](),
}


def counts(lower: str) -> bool:
    """Say whether the word, in lower case, tells how many there are and not who they are."""
    return lower in QUANTIFIERS or lower in NUMBERS or lower.isdigit()


def belongs(family: Family, about: frozenset[str]) -> bool:
    """Say whether somebody described by these words, in lower case, is one of the family."""
    return not about.isdisjoint(_MEMBERS[family])


def may_belong(family: Family, about: frozenset[str]) -> bool:
    """Say whether nothing told of somebody forbids that he is one of the family: no minister is one of the experts."""
    return family is not Family.EXPERTS or about.isdisjoint(_OFFICES)
