import pytest

from lint.model import Severity
from tests.names.conftest import Find


@pytest.mark.parametrize(
    ("text", "wrong", "right", "severity"),
    [
        ("Karin Aldorf spoke. Then Karin Aldorv left.", "Aldorv", "Aldorf", None),
        ("Karin Oberholzer spoke. Then Karin Obersholtzer left.", "Obersholtzer", "Oberholzer", None),
        ("Micheal Oduya spoke. Then Michael Oduya left.", "Micheal", "Michael", None),
        ("Jon Oduya spoke. Then John Oduya left.", "John", "Jon", None),
        ("Katherine Oduya spoke. Then Catherine Oduya left.", "Catherine", "Katherine", None),
        ("Robert Oduya spoke. Then Bob Oduya left.", "Bob", "Robert", None),
        ("Robert M. Oduya spoke. Then Bob Oduya left.", "Bob", "Robert", Severity.SUGGESTION),
        ("Paul Oduya spoke. Then Paula Oduya left.", "Paula", "Paul", Severity.SUGGESTION),
        ("Jess Dufault spoke. Then Jessica Dufalt left.", "Dufalt", "Dufault", None),
        ("“Pay the said Karin Aldorfe,” it says. Karin Aldorf came.", "Aldorf", "Aldorfe", Severity.SUGGESTION),
        ("Karin Cook spoke. Then Karin Cooks left. Karin Crook sang.", "Crook", "Cook", Severity.SUGGESTION),
    ],
)
def test_finds_one_person_under_two_names(
    find: Find, text: str, wrong: str, right: str, severity: Severity | None
) -> None:
    (hit,) = find("names_full.variants", text)
    assert (hit.block.text[hit.start : hit.end], hit.suggestions, hit.severity) == (wrong, (right,), severity)


@pytest.mark.parametrize(
    "text",
    [
        "Karin Aldorf spoke. Then Lars Aldorf left.",
        "Anna Berger spoke. Then Paula Bergen left.",
        "Robert “Bob” Oduya spoke. Then Bob Oduya left.",
        "Robert (Bob) Oduya spoke. Then Bob Oduya left.",
        "Ana Li spoke. Then Ana Lu left.",
        "The White Russians fought. The Whites Russians call Reds lost.",
        "Lucie Thérond spoke. Then Lucie Therond left.",
    ],
)
def test_leaves_two_people_alone(find: Find, text: str) -> None:
    assert find("names_full.variants", text) == []
