"""Short passages, rule by rule: what each rule asks about, what somebody answers, and what is right as it stands."""

import pytest

from lint.model import Severity

ATTACK, AGENTLESS, CRIME, HEDGES, LATE, NAKED = (
    f"claims/{name}"
    for name in (
        "anonymous-attack", "agentless-claim", "unattributed-crime", "hedge-stacking", "late-attribution", "naked-statistic",
    )
)  # fmt: skip
OPINION, ORPHAN, REPORTEDLY = "claims/opinion-in-own-voice", "claims/orphan-quote", "claims/reportedly"

ASKED = [
    (ATTACK, "It rained. Several observers accuse Hanna Brekke of lying to the board.", ["Several observers accuse"]),
    (ATTACK, "It rained. Opponents claim that Omar Diallo took bribes.", ["Opponents claim"]),
    (ATTACK, "The talks failed. Insiders blame Lotte Maas for the failure.\n\nThe ferry left at noon.", ["Insiders blame"]),
    (AGENTLESS, "The mill closed. It is feared that the dike will break.", ["It is feared"]),
    (AGENTLESS, "The opera was widely praised in its first year.", ["was widely praised"]),
    (AGENTLESS, "The reform has drawn sharp criticism since March.", ["drawn sharp criticism"]),
    (AGENTLESS, "Maas is said to have left the firm.", ["is said to have"]),
    (AGENTLESS, "The tower has been controversial from the start.", ["has been controversial"]),
    (AGENTLESS, "The minister resigned amid growing criticism.", ["amid growing criticism"]),
    (CRIME, "Omar Diallo robbed the bakery and took a taxi home.", ["Omar Diallo robbed"]),
    (CRIME, "The boat belongs to Lotte Maas, who later swindled her partners.", ["Lotte Maas, who later swindled"]),
    (CRIME, "The flat was let to the burglar Omar Diallo.", ["the burglar Omar Diallo"]),
    (HEDGES, "The roof might possibly leak.", ["might possibly"]),
    (HEDGES, "The band allegedly claimed the prize.", ["allegedly claimed"]),
    (NAKED, "The choir sang. Some 12,000 people heard it in two weeks.", ["Some 12,000 people"]),
    (NAKED, "One in five lamps in the town is out.", ["One in five"]),
    (NAKED, "The bell is the oldest working bell in the country.", ["the oldest working bell in the country"]),
    (NAKED, "The mill lost $3 million in a year.", ["$3 million"]),
    (NAKED, "Rents have doubled since spring.", ["doubled"]),
    (OPINION, "The council met. The plan is bound to fail.", ["is bound to"]),
    (OPINION, "The merger was a disaster for the valley.", ["was a disaster"]),
    (OPINION, "Unfortunately, the bridge opened late.", ["Unfortunately"]),
    (OPINION, "The visit was a ploy to win the island.", ["was a ploy to"]),
    (OPINION, "Maas is unlikely to run again.", ["is unlikely to"]),
    (ORPHAN, "The mill burned down in the night.\n\n“We could see the flames from the other side of the bay.”\n\nIt rained.",
     ["“We could see the flames from the other side of the bay.”"]),
    (LATE, "It rained.\n\n“It is over. We lost. The mill is gone for good,” said Omar Diallo, a miller.",
     ["“It is over. We lost. The mill is gone for good,”"]),
    (REPORTEDLY, "The firm has purportedly found a buyer.", ["purportedly"]),
    (REPORTEDLY, "The rumoured price was high.", ["rumoured"]),
]  # fmt: skip

RIGHT_AS_IT_STANDS = [
    (ATTACK, "Omar Diallo was accused of lying by Lotte Maas, his deputy."),
    (ATTACK, "Police accuse Omar Diallo of robbing the bakery."),
    (ATTACK, "“Critics accuse Omar Diallo of lying,” Maas said."),
    (ATTACK, "Critics accuse the board of waste."),
    (ATTACK, "Would critics accuse Omar Diallo of lying?"),
    (ATTACK, "Some analysts say that Omar Diallo will win."),
    (AGENTLESS, "The tower has been criticised by its neighbours."),
    (AGENTLESS, "Is it believed that the dike will break?"),
    (AGENTLESS, "The firm faced criticism from its own staff."),
    (AGENTLESS, "She is known as the Duchess."),
    (AGENTLESS, "It is believed that the dike will break, Diallo wrote."),
    (AGENTLESS, "It is widely believed that the dike will break [in ten years](https://example.org/dike)."),
    (CRIME, "Omar Diallo was charged with theft. He robbed the bakery."),
    (CRIME, "Omar Diallo, the alleged burglar, was in the bar."),
    (CRIME, "Omar Diallo was murdered by his cousin."),
    (CRIME, "In 1672 Omar Diallo murdered a king."),
    (CRIME, "If Omar Diallo robbed the bakery, he hid the money well."),
    (CRIME, "Omar Diallo robbed the bakery, according to his neighbour."),
    (CRIME, "Omar Diallo, terrorist attack or not, will sing."),
    (HEDGES, "The roof might leak, and possibly the wall too."),
    (NAKED, "The statistics office counted 12,000 people in two weeks."),
    (NAKED, "Turnout was 60 percent, and 4,000 people voted for Maas."),
    (NAKED, "# A survey of lamps\n\nA survey looked at lamps.\n\nIt rained. Half of the lamps are out."),
    (NAKED, "“Half of the lamps are out,” Maas said."),
    (NAKED, "Maas asked the office. It had counted: 40 percent of the lamps were out."),
    (NAKED, "How many? Is it half of the lamps?"),
    (OPINION, "The plan is bound to fail, Maas said."),
    (OPINION, "“The plan is a disaster,” Diallo said."),
    (OPINION, "Is the plan a disaster?"),
    (OPINION, "The train will leave at noon."),
    (OPINION, "---\nsection: Opinion\n---\n\nThe plan is a disaster."),
    (ORPHAN, "“We could see the flames from the other side of the bay.”\n\nSo begins the novel."),
    (ORPHAN, "Omar Diallo saw it all.\n\n“We could see the flames from the other side of the bay,” he said."),
    (ORPHAN, "The mill burned down.\n\n“We saw it all,” said Omar Diallo. “We could see the flames from the bay.”"),
    (ORPHAN, "“We saw it all,” said Omar Diallo.\n\n“We could see the flames from the other side of the bay.”"),
    (LATE, "It rained.\n\n“It is over,” said Omar Diallo. “We lost. The mill is gone. It will not return.”"),
    (LATE, "Omar Diallo has given up.\n\n“It is over. We lost. The mill is gone,” Diallo said."),
    (REPORTEDLY, "The firm has reportedly found a buyer, according to the Tagus Courier."),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "wanted"), ASKED)
def test_what_the_reader_cannot_tell_is_asked(marked, rule, text, wanted):
    assert marked(rule, text) == wanted


@pytest.mark.parametrize(("rule", "text"), RIGHT_AS_IT_STANDS)
def test_what_is_right_as_it_stands_is_left_alone(marked, rule, text):
    assert marked(rule, text) == []


RESOLVED = [
    (
        "Experts such as Hanna Brekke say the dunes are shrinking.",
        "Which experts? Hanna Brekke is named as one of them.",
        "Hanna Brekke",
    ),
    (
        "Some economists, including Piet Vos, have warned of a slump.",
        "Which economists? Piet Vos is named as one of them.",
        "Piet Vos",
    ),
    (
        "Many scholars doubt it.\n\n“The oak was felled later,” said Hanna Brekke, a professor in Lund.",
        "Which scholars? The first one named is Hanna Brekke.",
        "Hanna Brekke",
    ),
    (
        "Some Republicans say the bill is too dear.\n\nSen. Omar Diallo, R-Ohio, said it cost too much.",
        "Which Republicans? The first one named is Omar Diallo.",
        "Sen. Omar Diallo",
    ),
]


@pytest.mark.parametrize(("text", "message", "name"), RESOLVED)
def test_a_group_that_is_answered_is_a_suggestion_that_points_to_the_answer(findings, text, message, name):
    (finding,) = findings("claims/vague-source", text)
    assert (finding.severity, finding.message) == (Severity.SUGGESTION, message)
    (pointer,) = finding.related
    assert text[pointer.start.offset : pointer.end.offset] == name


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            (
                "It rained.\n\nThe pump broke.\n\nIt was mended.\n\nAnd again.\n\nMany engineers warn that the dam leaks.\n\n"
                "“I sleep well,” Mayor Jonas Falk said."
            ),
            "Mayor Jonas Falk speaks here, but is not said to be one of them",
        ),
        (
            (
                "It rained.\n\nThe pump broke.\n\nIt was mended.\n\nAnd again.\n\nSome analysts say Falk sold early.\n\n"
                "Jonas Falk denied the claim."
            ),
            "Jonas Falk speaks here, but denies it",
        ),
    ],
)
def test_the_nearest_source_is_shown_with_the_reason_why_it_does_not_answer(findings, text, told):
    (finding,) = findings("claims/vague-source", text)
    assert finding.severity is Severity.WARNING
    assert [pointer.message for pointer in finding.related] == [told]


def test_a_democrat_does_not_answer_for_republicans(findings):
    text = "Some Republicans say the bill is too dear.\n\nSen. Lotte Maas, a Democrat, said the bill was too dear."
    (finding,) = findings("claims/vague-source", text)
    assert finding.severity is Severity.WARNING


def test_who_judges_the_same_person_joins_the_group(findings):
    text = "It rained.\n\nSome blasted Jonas Falk for the sale.\n\nLotte Maas condemned Falk and left the room."
    (finding,) = findings("claims/vague-source", text)
    assert (finding.severity, finding.message) == (Severity.SUGGESTION, "Who? The first one named is Lotte Maas.")


def test_an_attack_is_asked_once(findings):
    text = "It rained. Many critics accuse Hanna Brekke of lying."
    assert len(findings("claims/anonymous-attack", text)) == 1
    assert findings("claims/vague-source", text) == ()


def test_the_late_speaker_is_pointed_to(findings):
    text = "It rained.\n\n“It is over. We lost. The mill is gone,” said Omar Diallo, a miller."
    (finding,) = findings(LATE, text)
    (pointer,) = finding.related
    assert text[pointer.start.offset : pointer.end.offset] == "Omar Diallo"


def test_an_interview_has_no_orphans(findings):
    turns = "\n\n".join(f"“Here is a whole answer, number {n}, with nobody's name beside it.”" for n in range(5))
    assert findings(ORPHAN, f"The mill burned down.\n\n{turns}") == ()


HOSTILE = {
    "open quotation marks": "“Experts say “it is believed ",
    "quotations": "“a b c d e f g h i j,” critics said. ",
    "quoted paragraphs": "“Nobody knows who said all of this in here.”\n\n",
    "pronouns": "She said he said they said it is said to be. ",
    "headlines": "# Experts say it is doomed\n\n",
    "list items": "- Critics accuse Omar Diallo of fraud\n",
    "a table": "| experts say | 40 percent |\n| --- | --- |\n",
    "one long sentence": "critics say that Omar Diallo reportedly robbed 40 percent of the largest bank and ",
    "one long word": "reportedly",
    "digits": "1,234",
    "names": "Omar Diallo ",
    "links": "[experts say](https://example.org) ",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize(
    "rule",
    [ATTACK, AGENTLESS, CRIME, HEDGES, LATE, NAKED, OPINION, ORPHAN, REPORTEDLY]
    + [
        f"claims/{name}"
        for name in ("first-source-late", "single-source", "vague-density", "vague-source", "scare-quote")
    ],
)
def test_strange_texts_end_in_time(findings, rule, unit):
    findings(rule, unit * 1_500)
