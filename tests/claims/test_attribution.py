"""Who says it: the source and the cue of an attribution, in the orders that English has."""

import pytest

from lint.annotate.speakers import SourceClass

NAMED, ROLE, VAGUE, NONE = SourceClass.NAMED, SourceClass.ROLE, SourceClass.VAGUE, SourceClass.NONE

CASES = [
    ("Ian Doe said the dam was safe.", NAMED, "Ian Doe said"),
    ("“It is safe,” said Ian Doe, a professor at Bergen.", NAMED, "said Ian Doe"),
    (
        "Ian Doe, a professor at Bergen University, says the dam is safe.",
        NAMED,
        "Ian Doe, a professor at Bergen University, says",
    ),
    ("The dam is safe, says law professor Ian Doe.", NAMED, "says law professor Ian Doe"),
    ("According to Dr. Ian Doe, the dam is safe.", NAMED, "According to Dr. Ian Doe"),
    ("Doe from the Dam Institute told Reuters that it was safe.", NAMED, "Doe from the Dam Institute told"),
    ("Amnesty International has accused the army of theft.", NAMED, "Amnesty International has accused"),
    ("A spokesman for the port said the crane was old.", ROLE, "A spokesman for the port said"),
    ("Officials later acknowledged the mistake.", ROLE, "Officials later acknowledged"),
    ("Some of the country's leading economists have warned of a slump.", VAGUE, None),
    ("Campaign finance experts familiar with the law doubt it.", VAGUE, None),
    ("Observers in Washington say otherwise.", VAGUE, "Observers in Washington say"),
    ("It was widely condemned by activists.", VAGUE, "condemned by activists"),
    ("It is said that the dam was built in a week.", NONE, "said"),
]


@pytest.mark.parametrize(("text", "kind", "span"), CASES)
def test_a_source_is_found_with_its_cue(reading, text, kind, span):
    attribution = reading(text).attributions.all[0]
    assert attribution.kind is kind
    if span:
        assert text[attribution.span.start : attribution.span.end] == span


def test_a_pronoun_takes_the_name_of_the_last_speaker(reading):
    found = reading("“It leaks,” said Ann Lee, an engineer.\n\nShe said it had leaked for years.").attributions.all
    assert [attribution.source.name for attribution in found] == ["Ann Lee", "Ann Lee"]
    assert found[1].source.pronoun


def test_a_quoted_attribution_is_marked(reading):
    inner, outer = reading("“Experts say it leaks,” Ann Lee said.").attributions.all
    assert (inner.quoted, outer.quoted) == (True, False)


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("Ann Lee said experts believe it leaks.", True),
        ("Experts believe it leaks, Ann Lee said.", True),
        ("Ann Lee said it leaks, but experts believe it is dry.", False),
        ("While experts believe it leaks, Ann Lee said it was dry.", False),
    ],
)
def test_what_somebody_else_reports_is_marked(reading, text, reported):
    (vague,) = [found for found in reading(text).attributions.all if found.kind is VAGUE]
    assert vague.reported is reported


@pytest.mark.parametrize(
    "text", ["The state reports were lost.", "Experts' claims were paid.", "He wants to say more."]
)
def test_nouns_and_infinitives_attribute_nothing(reading, text):
    assert not reading(text).attributions.all
