"""What vague groups feel, want and see, and groups that are only counted or described: suggestions, not warnings."""

import pytest

from lint.model import Severity

RULE = "claims/vague-source"

HELD = {
    "a wish for others": ("Many parents want the school to reopen.", "Many parents want"),
    "a hope": ("Some lawmakers hope the bill will pass.", "Some lawmakers hope"),
    "a perception": ("Some conservatives see the museum as a nest of rebels.", "Some conservatives see"),
    "a feeling": ("Party insiders are increasingly nervous.", "Party insiders are increasingly nervous"),
    "a feeling that grows": ("Many investors have grown weary of him.", "Many investors have grown weary"),
    "a tendency": ("Analysts tend to see it as a gamble.", "Analysts tend to see"),
    "those who": ("Those who live near the quay see the ferry as a nuisance.", "Those who live near the quay see"),
    "those with a hint": ("Those familiar with the talks fear a delay.", "Those familiar with the talks fear"),
    "there are some who": ("There are some who think the boat is cursed.", "some who think"),
    "many of whom": ("His backers, many of whom think he won, stayed.", "many of whom think"),
    "people from a nation": ("Most Norwegians support the bridge.", "Most Norwegians support"),
    "people described": ("Local business owners fear the worst.", "Local business owners fear"),
    "people of whom nothing is told": ("Residents complain about the noise.", "Residents complain"),
    "nobody": ("No one in the trade is impressed.", "No one in the trade is impressed"),
    "in the eyes of": ("In the eyes of many residents, the plan is dead.", "In the eyes of many residents"),
    "for whom": ("For many observers, the vote was a turning point.", "For many observers"),
    "to whom": ("To critics, the plan is a stunt.", "To critics"),
    "enough for whom": ("The offer was not enough for many nurses.", "for many nurses"),
    "a hero to whom": ("Falk is a hero to many.", "hero to many"),
    "a noun among people": ("There is unease among many fishermen.", "unease among many fishermen"),
    "a noun from people": ("The bar closed after complaints from neighbours.", "complaints from neighbours"),
    "a noun with an owner": ("Opponents' charge has stuck.", "Opponents' charge"),
    "a noun shared": ("It is a view shared by many engineers.", "shared by many engineers"),
    "whom something moves": ("The move angered some commuters.", "angered some commuters"),
    "a participle": ("Falk, seen by some as a saint, died poor.", "seen by some"),
    "for or against a name": ("The count is over. Even so, Falk supporters say he won.", "Falk supporters say"),
    "one of them": ("“It is a farce,” said one critic.", "said one critic"),
    "two words": ("Several of his allies have turned against him.", "Several of his allies have turned"),
}

JUDGED = [
    ("Economists pan the plan.", "Economists pan"),
    ("The plan was lambasted by analysts.", "lambasted by analysts"),
    ("Experts are not convinced.", "Experts are not convinced"),
    ("Critics of Falk's plan call it a stunt.", "Critics of Falk's plan call"),
    ("A growing chorus of economists warns of inflation.", "A growing chorus of economists warns"),
    ("The plan has made even moderate Republicans sceptical.", "moderate Republicans sceptical"),
]

SILENT = {
    "what they mean to do": "Many residents want to vote again, and supporters hope to win.",
    "what they do": "Many residents left early. Several nurses walked home. Some fishermen mended their nets.",
    "those told of": "Two crews met. Those men want a rise. The residents hate the road. These nurses are furious.",
    "a body's people": "Nurses at Haukeland Hospital want a rise.",
    "inside reported speech": "Falk said that many parents want the school to reopen.",
    "inside a quotation": "“Many parents want the school to reopen,” Falk said.",
    "a question": "Do many parents want the school to reopen?",
    "counted": "Two parents want the school to reopen. In May 52 percent of voters wanted that.",
    "a plain noun": "There were complaints about the noise, and a charge of two crowns.",
    "things": "Many boats need paint. Some roads look old. Several disputes arose over the price.",
    "a verb and its object": "The state supported foreign companies opposing the tax.",
    "nobody who does anything": "Nobody came. Everyone in the hall stood up.",
    "a negation": "No one was reading the sign. Not everybody is pleased.",
    "an opinion piece": "---\nsection: Opinion\n---\n\nMany parents want the school to reopen.",
}


@pytest.mark.parametrize(("text", "match"), HELD.values(), ids=HELD.keys())
def test_what_a_group_holds_is_a_suggestion(findings, text, match):
    (finding,) = findings(RULE, text)
    assert (finding.text, finding.severity) == (match, Severity.SUGGESTION)


@pytest.mark.parametrize(("text", "match"), JUDGED)
def test_what_a_group_judges_is_a_warning(findings, text, match):
    (finding,) = findings(RULE, text)
    assert (finding.text, finding.severity) == (match, Severity.WARNING)


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT.keys())
def test_what_nobody_holds_is_left_alone(findings, text):
    assert findings(RULE, text) == ()


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Many residents want a bridge.", "Which residents?"),
        ("One critic called it a farce.", "Which critic?"),
        ("No one in the trade is impressed.", "Who?"),
        ("Those who live near the quay see it as a nuisance.", "Who?"),
        ("Many in the town dismiss the idea.", "Who?"),
    ],
)
def test_the_message_asks_for_a_name(findings, text, question):
    (finding,) = findings(RULE, text)
    assert finding.message.startswith(f"{question} ")


def test_whoever_answers_for_what_people_want_is_shown(findings):
    text = (
        "Many residents want a bridge.\n\n“A bridge would save us an hour,” said Ruth Amdahl, a resident of the island."
    )
    (finding,) = findings(RULE, text)
    assert finding.severity is Severity.SUGGESTION
    assert [text[one.start.offset : one.end.offset] for one in finding.related] == ["Ruth Amdahl"]


def test_a_member_of_the_party_does_not_answer_a_claim_about_himself(findings):
    text = (
        "It rained.\n\nThe port was shut.\n\nThe crane fell.\n\nSome Democrats oppose the free ferries of Mr. Falk.\n\n"
        "“They cost less than a bridge,” said Senator Karl Falk of Vermont."
    )
    (finding,) = findings(RULE, text)
    assert finding.severity is Severity.WARNING


def test_one_word_in_common_is_no_agreement(findings):
    text = (
        "It rained.\n\nThe port was shut.\n\nThe crane fell.\n\nCritics say the harbour will close.\n\n"
        "Nora Vik said the harbour choir sang well."
    )
    (finding,) = findings(RULE, text)
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    "unit", ["those who ", "many of whom think ", "no one in ", "angered by many ", "for many, ", "fear among "]
)
def test_long_and_strange_texts_end_in_time(findings, unit):
    findings(RULE, unit * 3_000)
