"""What attributes: verbs, phrasal verbs, nouns and documents, and in which form the words are given."""

import pytest

from lint.annotate.attribution import Attribution
from lint.annotate.speakers import SourceClass
from lint.annotate.speech import Form

NAMED, ROLE, VAGUE, NONE = SourceClass.NAMED, SourceClass.ROLE, SourceClass.VAGUE, SourceClass.NONE

CUES = [
    ("Nora Vik lashed out at the council.", NAMED, "Nora Vik lashed out"),
    ("Critics hit back.", VAGUE, "Critics hit back"),
    ("Nora Vik vowed that it would reopen.", NAMED, "Nora Vik vowed"),
    ("Nora Vik rose and said no.", NAMED, None),
    ("Nora Vik voted no, calling it a farce.", NAMED, None),
    ("Nora Vik was quoted by the Gazette as saying that it leaks.", NAMED, None),
    ("Nora Vik said by phone that it leaks.", NAMED, "Nora Vik said"),
    ("Critics' claim that it leaks is new.", VAGUE, None),
    ("In the view of many experts, it leaks.", VAGUE, "In the view of many experts"),
    ("In Nora Vik's view, it leaks.", NAMED, None),
    ("The claim that it leaks is new.", NONE, None),
    ("There was criticism from activists.", VAGUE, None),
    ("A Gallup poll found that they agree.", NAMED, "A Gallup poll found"),
    ("A study by Bergen University found that it leaks.", NAMED, "A study by Bergen University found"),
    ("The ruling says that it leaks.", ROLE, "The ruling says"),
    ("Civil rights lawyers say it leaks.", VAGUE, "Civil rights lawyers say"),
    ("Republican candidates reacted at once.", VAGUE, "Republican candidates reacted"),
    ("Most would agree that it leaks.", VAGUE, "Most would agree"),
    ("Experts including Nora Vik say it leaks.", VAGUE, "Experts including Nora Vik say"),
    ("Vik's lawyer, Carl Dunn, said it leaks.", NAMED, "Vik's lawyer, Carl Dunn, said"),
    ("Another said it leaks.", ROLE, "Another said"),
    ("The plan was condemned on Monday by activists.", VAGUE, None),
    ("The vast majority of historians say so.", VAGUE, "The vast majority of historians say"),
    ("A chorus of critics denouncing the plan grew louder.", VAGUE, "A chorus of critics denouncing"),
    ("Several lawmakers voiced doubts.", VAGUE, "Several lawmakers voiced"),
    ("The delay left many observers sceptical.", VAGUE, None),
]


def first(reading, text: str) -> Attribution:
    return reading(text).attributions.all[0]


@pytest.mark.parametrize(("text", "kind", "span"), CUES)
def test_a_cue_is_found_with_its_source(reading, text, kind, span):
    attribution = first(reading, text)
    assert attribution.kind is kind
    if span:
        assert text[attribution.span.start : attribution.span.end].lower() == span.lower()


@pytest.mark.parametrize(
    "text",
    [
        "He read the book.",
        "The lawyers were late.",
        "A man accused of theft was freed.",
        "A resident who asked not to be named left.",
        "A plan seen by the Gazette is old.",
        "The statement of accounts is public.",
        "The bridge was last painted in May.",
        "He went on.",
        "She offered them tea.",
    ],
)
def test_what_only_looks_like_a_cue_attributes_nothing(reading, text):
    assert not reading(text).attributions.all


def test_documents_are_told_apart_from_people(reading):
    texts = ("The letter says it leaks.", "A Gallup poll says it leaks.", "The mayor says it leaks.")
    assert [first(reading, text).source.document for text in texts] == [True, True, False]


def test_nouns_are_told_apart_from_verbs(reading):
    assert first(reading, "Critics' claim that it leaks is new.").nominal
    assert not first(reading, "Critics claim that it leaks.").nominal


@pytest.mark.parametrize(
    ("text", "form", "content"),
    [
        ("“It leaks,” Nora Vik said.", Form.DIRECT, "“It leaks,” "),
        ("Nora Vik said it “leaks like a sieve”.", Form.PARTIAL, " it “leaks like a sieve”."),
        ("Nora Vik said it leaks.", Form.REPORTED, " it leaks."),
        ("It leaks, Nora Vik said.", Form.REPORTED, "It leaks, "),
        ("Nora Vik wrote:", Form.BLOCK, ""),
    ],
)
def test_what_is_said_and_how_is_told(reading, text, form, content):
    attribution = first(reading, text)
    assert attribution.form is form
    assert text[attribution.content.start : attribution.content.end] == content


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nora Vik said no.\n\nShe said never.", "Nora Vik"),
        ("Nora Vik said no. Carl Dunn said yes.\n\nShe said never.", "Nora Vik"),
        ("Mr. Vik said no.\n\nShe said never.", ""),
        ("She said never.", ""),
    ],
)
def test_she_is_a_woman_who_spoke(reading, text, name):
    assert reading(text).attributions.all[-1].source.name == name
