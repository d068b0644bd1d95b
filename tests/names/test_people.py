import pytest

from tests.names.conftest import Read


def names(read: Read, text: str) -> list[str]:
    return [mention.text for mention in read(text).people.mentions if mention.personal]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We met Lena Ostrander at noon.", ["Lena Ostrander"]),
        ("We met Gov. Lena Ostrander at noon.", ["Lena Ostrander"]),
        ("We met Senate Majority Leader Lena Ostrander.", ["Lena Ostrander"]),
        ("The French President Lena Ostrander spoke.", ["Lena Ostrander"]),
        ("It was Secretary of State Lena Ostrander who left.", ["Lena Ostrander"]),
        ("It was Jan van der Meulen who left.", ["Jan van der Meulen"]),
        ("It was Omar al-Rashidi who left.", ["Omar al-Rashidi"]),
        ("It was Lena O’Dowd’s idea.", ["Lena O’Dowd"]),
        ("It was J.K. Ostrander's idea.", ["J.K. Ostrander"]),
        ("It was A. A. Ostrander's idea.", ["A. A. Ostrander"]),
        ("It was Paul Ostrander Jr. who left.", ["Paul Ostrander"]),
        ("It was Paul Ostrander, Jr., who left.", ["Paul Ostrander"]),
    ],
)
def test_takes_a_name_apart_from_what_surrounds_it(read: Read, text: str, expected: list[str]) -> None:
    assert names(read, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Luckily the train was late. Nobody minded.",
        "They went to New Hampshire in May.",
        "He studied at the University of Berlin.",
        "On Friday the U.S. Embassy closed.",
        "Write to lena@Ostrander.org or @Ostrander today.",
        "The Department of Justice and the FBI agreed.",
        "However, it rained. We've been there.",
    ],
)
def test_sees_no_person_where_there_is_none(read: Read, text: str) -> None:
    assert names(read, text) == []


def test_a_word_at_the_start_of_a_sentence_is_a_name_if_it_is_one_elsewhere(read: Read) -> None:
    assert names(read, "Rogers left. She saw Rogers leave.") == ["Rogers", "Rogers"]


def test_a_word_at_the_start_of_a_sentence_is_no_name_if_the_article_has_it_in_lower_case(read: Read) -> None:
    assert names(read, "Zorbing is fun. She likes zorbing.") == []


def test_the_possessive_ends_a_name(read: Read) -> None:
    assert names(read, "It was Ostrander's Lena Brook who left.") == ["Ostrander", "Lena Brook"]


def test_a_title_stands_beside_its_name(read: Read) -> None:
    mention = read("They asked Dr. Lofgren again.").people.mentions[0]
    assert (mention.title, mention.text) == ("Dr", "Lofgren")


def test_later_references_belong_to_the_person_introduced(read: Read) -> None:
    people = read("Lena Ostrander and Paul Brook met. Then Brook left, and Ostrander stayed.").people
    assert {person.given: [m.text for m in person.mentions] for person in people.persons} == {
        "Lena": ["Lena Ostrander", "Ostrander"],
        "Paul": ["Paul Brook", "Brook"],
    }


def test_a_surname_that_two_people_bear_goes_to_the_last_one_named(read: Read) -> None:
    people = read("Lena Brook spoke. Paul Brook spoke next. At noon Brook left.").people
    assert [len(person.mentions) for person in people.persons] == [1, 2]


def test_a_family_name_that_comes_first_is_a_reference_too(read: Read) -> None:
    people = read("The mayor, Jiang Wenli, spoke. On Friday Jiang left.").people
    assert [m.text for m in people.persons[0].mentions] == ["Jiang Wenli", "Jiang"]


def test_offsets_lead_back_to_the_words(read: Read) -> None:
    for mention in read("Lena Ostrander saw Paul Brook’s boat in Zamboria.").people.mentions:
        for word in mention.words:
            assert mention.block.text[word.start : word.end] == word.text
