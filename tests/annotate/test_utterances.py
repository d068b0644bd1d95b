"""Who says what: which quotations are speech, and who speaks in them, near or far."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import formats
from lint.annotate.pipeline import Pipeline
from lint.annotate.reading import Reading
from lint.annotate.speakers import SourceClass
from lint.annotate.speech import Form
from lint.source import Source

PIPELINE = Pipeline()


def reading_of(text: str) -> Reading:
    return Reading(formats.read(Source("x.md", text), "markdown"), PIPELINE)


def speakers(text: str) -> list[str | None]:
    """Who speaks in each utterance, in the words of the text."""
    return [one.speaker.text if one.speaker else None for one in reading_of(text).utterances.all]


def persons(text: str) -> list[str | None]:
    """Which person speaks in each utterance."""
    found = [one.speaker.person if one.speaker else None for one in reading_of(text).utterances.all]
    return [f"{person.given} {person.surname}" if person else None for person in found]


IN_THE_SENTENCE = [
    ("“We lost the harbour,” Nora Vik said.", ["Nora Vik"]),
    ("“We lost the harbour,” said Nora Vik, the mayor.", ["Nora Vik"]),
    ("“We lost it,” the city's mayor, Nora Vik, said on Monday.", ["the city's mayor, Nora Vik"]),
    ("“We lost the harbour,” a spokesman for the port said by phone.", ["a spokesman for the port"]),
    ("“The plan is dead,” a source close to the talks told the Gazette.", ["a source close to the talks"]),
    ("“It’s a mess,” one resident, who asked not to be named, said.", ["one resident"]),
    ("Nora Vik said the plan was “a gift to nobody but the builders.”", ["Nora Vik"]),
    ("Vik, who runs the museum, said the roof “could fall in any day now.”", ["Vik"]),
    ("“Who pays?” asked Vik.", ["Vik"]),
    ("“I will not resign!” shouted the minister.", ["the minister"]),
    ("As Vik put it, “Nobody should be above the law.”", ["Vik"]),
    ("Vik: “We do not comment on rumours of that kind.”", ["Vik"]),
    ("To Vik, the sale was “a mistake that will haunt this town.”", ["Vik"]),
    ("It was, in Vik’s phrase, “a slow-motion disaster for the coast”.", ["Vik"]),
    ("“We’re sorry,” read a notice on the door.", ["a notice"]),
    ("The lawsuit says the company “knew of it for years and did nothing”.", ["The lawsuit"]),
    ("Vik’s answer was short: “No deal is better than this one.”", ["Vik"]),
    ("Vik rose and said: “This meeting is over.”", ["Vik"]),
    ("Vik voted against it, calling it “a farce from beginning to end.”", ["Vik"]),
    ("Vik was quoted by the Gazette as saying that the sale “will go ahead no matter what.”", ["Vik"]),
    ("Vik was accused by Dahl of “hiding the truth from the public.”", ["Dahl"]),
    ("Dahl, in turn, accused Ms. Vik of “hiding the truth from the public.”", ["Dahl"]),
    ("Vik warned of “a winter that nobody here has seen before.”", ["Vik"]),
    ("Dahl stayed silent while Vik, for her part, vowed to “build it by hand if need be.”", ["Vik"]),
    ("“We saw no smoke at all,” according to a police report seen by the Gazette.", ["a police report"]),
    ("The report, published on Friday, found that the bridge was “in a dangerous state.”", ["The report"]),
    ("A study by Bergen University concluded: “The ice will be gone by 2040.”", ["A study by Bergen University"]),
    ("The ministry posted on X: “The road is closed until further notice.”", ["The ministry"]),
    ("One sign read “Save our school, save our town”.", ["One sign"]),
    ("Critics call it “a waste of public money in hard times”.", ["Critics"]),
    ("''We lost the harbour,'' Ms. Vik said.", ["Ms. Vik"]),
    ("'We lost the harbour,' said Nora Vik. 'Nothing is left.'", ["Nora Vik", "Nora Vik"]),
    ("Vik said the plan “was a disgrace” while Dahl called it “a step forward for us.”", ["Vik", "Dahl"]),
    ("“The bridge,” Vik said, “is closed.”", ["Vik", "Vik"]),
    ("The two lawyers, however, argue that “there is no case to answer here.”", ["The two lawyers"]),
]


@pytest.mark.parametrize(("text", "expected"), IN_THE_SENTENCE)
def test_the_sentence_says_who_speaks(text, expected):
    assert speakers(text) == expected


IN_THE_PARAGRAPH = [
    ("“We lost it,” Nora Vik said. “It will take years to build again.”", ["Nora Vik", "Nora Vik"]),
    ("Vik lashed out at her critics. “They have done nothing for this town.”", ["Vik"]),
    ("Asked about the money, Nora Vik shrugged. “I have no idea where it went.”", ["Nora Vik"]),
    ("When asked whether he would run again, the mayor smiled. “Ask me tomorrow.”", ["the mayor"]),
    ("“It was cold up there.” She added: “We had no coats.”", ["She", "She"]),
    ("Vik said no. But Dahl said: “I will do it.” “It is my job.”", ["Dahl", "Dahl"]),
    ("“They lied to us all,” said one. “We will not forget,” said another.", ["one", "another"]),
    ("“Yes,” Vik said. “No,” Dahl said. “Maybe,” said the judge.", ["Vik", "Dahl", "the judge"]),
    ("Dahl was unimpressed. “It’s a stunt,” he said, “and a cheap one.”", ["he", "he"]),
]


@pytest.mark.parametrize(("text", "expected"), IN_THE_PARAGRAPH)
def test_the_paragraph_says_who_speaks(text, expected):
    assert speakers(text) == expected


ELSEWHERE = [
    ("“This goes on for a while.\n\n“And it ends here,” said Nora Vik.", ["Nora Vik", "Nora Vik"]),
    ("Nora Vik told the inquiry:\n\n“The water came in through the door.”", ["Nora Vik"]),
    (
        "Nora Vik told the inquiry how it began.\n\n“The water came in first. We ran up.\n\n“Then it was dark.”",
        ["Nora Vik"] * 2,
    ),
    (
        "Nora Vik described the night in a letter:\n\n> The water came in.\n\n> We ran.\n\nNobody died.",
        ["Nora Vik"] * 2,
    ),
    ("> The sea gives and the sea takes.\n>\n> — Nora Vik, *Songs*", ["Nora Vik"]),
    ("> The sea gives and the sea takes.\n\nNora Vik wrote this in 1954.", ["Nora Vik"]),
    ("Vik later wrote on her blog:\n\nI never wanted the harbour to be sold.\n\nShe was not alone.", ["Vik"]),
]


@pytest.mark.parametrize(("text", "expected"), ELSEWHERE)
def test_another_paragraph_says_who_speaks(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Her film, “The Last Harbour of the North”, opens in May.",
        "The so-called “smart” city has “zones”.",
        "She is known as “the iron lady of the north”.",
        "The word “sustainable and green” appears forty times.",
        "A 5\" pipe and a 6' man.",
    ],
)
def test_titles_terms_and_measures_are_nobodys_speech(text):
    assert speakers(text) == []


DIALOGUE = """\
“No,” he said.

“Why would you not come along with me?”

“Because I say so and that is that.”

“That is no reason, my dear.”

“It is one for me, and you know it.”
"""
NOBODY = [
    ("“It was over before anyone in the town had noticed.”", [None]),
    ("“We are going to lose this.”\n\n“We have lost it already, I am afraid.”", [None, None]),
    (DIALOGUE, ["he", None, None, None, None]),
    ("## “Nothing will ever be the same again here”", [None]),
    ("| “It was over too soon” | 3 |\n|---|---|\n| “It was not over yet” | 4 |", []),
    ("“It was over before we had noticed.” The sea was calm.", [None]),
]


@pytest.mark.parametrize(("text", "expected"), NOBODY)
def test_nobody_is_guessed(text, expected):
    assert speakers(text) == expected


def test_turns_of_an_interview_belong_to_their_labels():
    text = "**Reporter:** How was it?\n\n**Nora Vik:** Cold. They called it “the big one”.\n\n"
    found = reading_of(text + "**Reporter:** And then?\n\n**Nora Vik:** We went home.").utterances.all
    assert [one.speaker.text for one in found] == ["Reporter", "Nora Vik"] * 2
    assert {one.form for one in found} == {Form.TURN}


def test_a_list_of_facts_with_labels_is_no_interview():
    assert speakers("Where: the town hall\n\nWhen: at noon\n\nPrice: nothing") == []


PERSONS = [
    ("Nora Vik is a professor of law. Per Dahl is a farmer.\n\n“It is clear,” the professor said.", ["Nora Vik"]),
    ("“It is over,” Nora Vik said.\n\n“It never began,” she added.", ["Nora Vik", "Nora Vik"]),
    ("“It is over,” Mr. Nowak said.\n\n“It never began,” she added.", [None, None]),
    ("“It is over,” she said.", [None]),
    ("“It is over,” the professor said.", [None]),
    ("Nora Vik, a judge, left. Eva Holm, a judge, stayed.\n\n“It is over,” the judge said.", [None]),
    ("Nora Vik lost. “They never cared,” Vik said.", ["Nora Vik"]),
]


@pytest.mark.parametrize(("text", "expected"), PERSONS)
def test_pronouns_and_roles_mean_whoever_was_told_of(text, expected):
    assert persons(text) == expected


def test_he_and_she_are_told_apart_by_given_names():
    text = "Nora Vik met Ben Dahl. “You were late again, as always,” she said. “I was not late,” he said."
    assert persons(text) == ["Nora Vik", "Ben Dahl"]


def test_a_pronoun_for_somebody_known_counts_as_named():
    known, unknown = "Nora Vik lost. “They cheated us all,” she said.", "“They cheated us all,” she said."
    kinds = [reading_of(text).utterances.all[0].speaker.kind for text in (known, unknown)]
    assert kinds == [SourceClass.NAMED, SourceClass.ROLE]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Vik said: “We lost.”", Form.DIRECT),
        ("Vik said they “lost the harbour for good”.", Form.PARTIAL),
        ("Vik said:\n\n> We lost.", Form.BLOCK),
    ],
)
def test_the_form_of_an_utterance_is_told(text, form):
    assert [one.form for one in reading_of(text).utterances.all] == [form]


def test_a_quotation_leads_to_its_speaker():
    reading = reading_of("“We lost the harbour,” Nora Vik said of “Harbour Dreams”.")
    speech, title = reading.quotations(reading.blocks[0])
    assert reading.utterances.speaker(speech).name == "Nora Vik"
    assert reading.utterances.speaker(title) is None


@pytest.mark.parametrize(
    "text",
    [
        "“It is wet,” said Nora Vik. " * 3_000,
        "“It is wet out here again.”\n\n" * 5_000,
        "“It is wet ‘“" * 3_000,
        "”“''’‘" * 3_000,
        "Nora Vik said that the plan was “a farce” and " * 1_000,
        "critics' claim that " * 2_500,
        "Nora Vik: yes.\n\nPer Dahl: no.\n\n" * 1_500,
        "> The sea.\n\n— Nora Vik\n\n" * 1_500,
        "Nora Vik, a professor, left. “It is wet,” the professor said. " * 1_000,
        "was quoted as saying " * 2_500,
    ],
)
def test_long_and_strange_texts_are_read(text):
    found = reading_of(text).utterances.all
    assert all(0 <= one.start < one.end <= len(one.block.text) for one in found)


@given(st.text(alphabet="aB ‘’“”\"'.,:\n—>she said", max_size=120))
def test_utterances_lie_in_their_blocks_in_order(text):
    found = reading_of(text).utterances
    for block in {one.block for one in found.all}:
        spans = [(one.start, one.end) for one in found.of(block)]
        assert spans == sorted(spans)
        assert all(0 <= start < end <= len(block.text) for start, end in spans)
    assert all(one.speaker is None or one.speaker.text for one in found.all)
