import pytest

from tests.names.conftest import Find

INTRODUCTION = "The plan is by Ingrid Lindqvist and Tomas Carvalho. "


@pytest.mark.parametrize(
    ("slip", "name"),
    [("Lindquvist", "Lindqvist"), ("Lindqivst", "Lindqvist"), ("Lindqvst", "Lindqvist"), ("Carvalhu", "Carvalho")],
)
@pytest.mark.parametrize("sentence", ["Later {} left.", "{} said no.", "It is Dr. {}'s plan.", "“Ask {},” she said."])
def test_finds_a_surname_one_letter_off(find: Find, slip: str, name: str, sentence: str) -> None:
    (hit,) = find("names_surname.misspelt", INTRODUCTION + sentence.format(slip))
    assert hit.block.text[hit.start : hit.end] == slip
    assert hit.suggestions == (name,)
    assert hit.related[0].block.text[hit.related[0].start : hit.related[0].end].endswith(name)


def test_points_at_the_introduction_when_the_later_references_agree(find: Find) -> None:
    (hit,) = find(
        "names_surname.misspelt", "Melanie Lindquvist spoke. Then Lindqvist left, and Lindqvist's friends too."
    )
    assert (hit.block.text[hit.start : hit.end], hit.suggestions) == ("Lindquvist", ("Lindqvist",))


@pytest.mark.parametrize(
    "text",
    [
        "Ronald Sorenson spoke. Paula Sorensen, a senator, spoke next. Then Sorensen left.",
        "Anna Fischer owns the mill. The Fischers bought it in 1998.",
        "Mark Friedan spoke. On Friday he left.",
        "Christian Aldous met Paula Christine. Christina was there too.",
        "Ines Marche spoke in March. In Marche she was born.",
        "Kofi Irak spoke. An Iraqi spoke too, then an Iraki.",
        "Lucie Thérond spoke. Later Therond left.",
        "Anna Baker spoke. Barker was the word she used for a barker.",
        "Wei Chung spoke. At noon Chun left.",
        "Peter Hall spoke at the mall. Halls were full.",
        "Dana Poland lives in Poland. Polands come in all sizes.",
    ],
)
def test_leaves_other_names_alone(find: Find, text: str) -> None:
    assert find("names_surname.misspelt", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The bridge will close. “We have no choice,” Adeyemi said.",
        "The bridge will close. “We have no choice,” said Adeyemi.",
        "The bridge will close, argued Adeyemi, unless it rains.",
        "The bridge was drawn by architect Adeyemi in 1970.",
    ],
)
def test_asks_who_a_speaker_is_that_nobody_introduced(find: Find, text: str) -> None:
    (hit,) = find("names_surname.unintroduced", text)
    assert hit.block.text[hit.start : hit.end] == "Adeyemi"


@pytest.mark.parametrize(
    "text",
    [
        "Tunde Adeyemi built the bridge. “It holds,” Adeyemi said.",
        "Dr. Adeyemi built the bridge. “It holds,” Adeyemi said.",
        "“It holds,” Adeyemi said.\n\n![Tunde Adeyemi on the bridge](bridge.jpg)",
        "“It holds,” Putin said.",
        "Moscow said no. NATO said yes. Reuters reported both. Congress asked why.",
        "The Guardsmen said no. Many Tuvari say yes.",
        "They asked Adeyemi engineers for help.",
        "Twenty-one said yes. Economists said no.",
    ],
)
def test_knows_who_needs_no_introduction(find: Find, text: str) -> None:
    assert find("names_surname.unintroduced", text) == []


def test_asks_once_for_each_speaker(find: Find) -> None:
    assert len(find("names_surname.unintroduced", "“Yes,” Adeyemi said. “No,” Adeyemi said later.")) == 1
