"""Whom and what an article names, gathered by what is meant."""

import pytest

from lint.annotate.names import Cluster, Kind
from tests.names.conftest import Read


def cluster(read: Read, text: str, full: str) -> Cluster:
    (found,) = [each for each in read(text).names if each.full == full]
    return found


def test_a_person_has_all_mentions_titles_and_possessives_left_out(read: Read) -> None:
    text = "# Ostrander wins\n\nSen. Lena Ostrander won. “Ask Ostrander,” he said of Ms. Ostrander’s win."
    person = cluster(read, text, "Lena Ostrander")
    assert (person.kind, person.given, person.family) == (Kind.PERSON, "Lena", "Ostrander")
    assert person.forms == {"Ostrander": 3, "Lena Ostrander": 1}
    assert [(m.text, m.display, m.quoted) for m in person.mentions] == [
        ("Ostrander", True, False),
        ("Lena Ostrander", False, False),
        ("Ostrander", False, True),
        ("Ostrander", False, False),
    ]


@pytest.mark.parametrize(
    ("text", "full", "given", "family"),
    [
        ("The mayor, Jiang Wenli, spoke.", "Jiang Wenli", "Wenli", "Jiang"),
        ("Seo Min-ji won the race.", "Seo Min-ji", "Min-ji", "Seo"),
        ("Kim Larsson won the race. Larsson left.", "Kim Larsson", "Kim", "Larsson"),
        ("It was Jan van der Meulen who left. Then Van der Meulen came back.", "Jan van der Meulen", "Jan", "Meulen"),
        ("It was Omar al-Rashidi who left.", "Omar al-Rashidi", "Omar", "al-Rashidi"),
        ("They asked Dr. Lofgren again.", "Lofgren", "", "Lofgren"),
    ],
)
def test_a_person_has_a_given_and_a_family_name_in_either_order(
    read: Read, text: str, full: str, given: str, family: str
) -> None:
    person = cluster(read, text, full)
    assert (person.kind, person.given, person.family) == (Kind.PERSON, given, family)


@pytest.mark.parametrize(
    ("text", "full", "kind"),
    [
        ("She flew to Nairobi in May.", "Nairobi", Kind.PLACE),
        ("She swam in the Tessa River in May.", "Tessa River", Kind.PLACE),
        ("She works for the Ministry of Fisheries and Ports in May.", "Ministry of Fisheries and Ports", Kind.BODY),
        ("She taught at the University of Lindau in May.", "University of Lindau", Kind.BODY),
        ("She bought StellaCam in May.", "StellaCam", Kind.TERM),
    ],
)
def test_places_bodies_and_terms_are_told_apart(read: Read, text: str, full: str, kind: Kind) -> None:
    assert cluster(read, text, full).kind is kind


def test_a_body_and_the_acronym_in_brackets_behind_it_are_one(read: Read) -> None:
    body = cluster(read, "The Harbor Police Union (HPU) met. Later the HPU voted.", "Harbor Police Union")
    assert (body.kind, body.forms) == (Kind.BODY, {"HPU": 2, "Harbor Police Union": 1})


def test_forms_that_differ_in_case_hyphens_and_accents_are_one(read: Read) -> None:
    text = "The Tromsvik-Fund pays. Ask the Tromsvík Fund."
    assert [each.forms for each in read(text).names] == [{"Tromsvik-Fund": 1, "Tromsvík Fund": 1}]


def test_peoples_and_weekdays_are_no_names(read: Read) -> None:
    assert read("On Friday the Chinese and the French met. Western diplomats left in May.").names == ()


def test_a_word_in_a_link_is_on_display(read: Read) -> None:
    (mention,) = cluster(read, "Ask [Lena Ostrander](https://example.org) again.", "Lena Ostrander").mentions
    assert mention.display
