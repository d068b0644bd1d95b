"""`names.yaml`: what may stand in it, and every mistake told with its place and what would be right."""

from pathlib import Path

import pytest

from lint.archive import house as houses_of
from lint.archive import houselist, houses
from lint.archive.house import House
from lint.errors import UserErrors


def house(text: str) -> House:
    return houses_of.of(houselist.entries(houselist.parse(text, "names.yaml")[1]))


def mistakes(text: str) -> list[str]:
    with pytest.raises(UserErrors) as raised:
        houselist.parse(text, "names.yaml")
    return [str(error) for error in raised.value.errors]


def unwanted(names: House, text: str) -> list[tuple[str, str]]:
    return [(text[place.start : place.end], place.wanted) for place in names.unwanted(text)]


def test_an_empty_list_and_names_with_nothing_behind_them_are_lists() -> None:
    assert house("").count("Ola Ek") == 0
    assert house("people:\n  Ola Ek:\nplaces:\n").count("Ola Ek") == 2


def test_a_wrong_form_gives_way_to_the_name_and_a_name_to_what_is_preferred() -> None:
    names = house("places:\n  Kyiv: {never: Kiev}\nterms:\n  ceasefire: {preferred: cease-fire}\n")
    assert unwanted(names, "Kiev saw a ceasefire. Ceasefire talks in Kiev.") == [
        ("Kiev", "Kyiv"),
        ("ceasefire", "cease-fire"),
        ("Ceasefire", "cease-fire"),
        ("Kiev", "Kyiv"),
    ]


def test_a_wrong_form_may_be_part_of_a_longer_right_one_or_of_another_word() -> None:
    names = house("places:\n  Kyiv:\n    also: chicken Kiev\n    never: Kiev\n    not: Lake Kiev Stores\n")
    assert unwanted(names, "Lake Kiev Stores sell chicken Kiev to Kievans.") == []


def test_ten_thousand_wrong_forms_with_one_beginning_are_found_in_one_pass() -> None:
    entries = "".join(f"  New Town {n}: {{never: New Towne {n}}}\n" for n in range(10_000))
    names = house(f"places:\n{entries}")
    found = unwanted(names, "New Towne 7 and New Town 8. " * 500)
    assert set(found) == {("New Towne 7", "New Town 7")}
    assert len(found) == 500


def test_two_people_are_two_by_full_name_and_by_surname_either_way_round() -> None:
    names = house("people:\n  Karin Belmont: {not: Karin Belmond}\n")
    assert names.distinct("Karin Belmond", "Karin Belmont")
    assert names.distinct("Belmont", "Belmond")
    assert not names.distinct("Karin", "Karin")
    assert names.count("Karin Belmond") == 2


CONTRADICTION = (
    "names.yaml:3:12: “Ola Eck” in “never” gives way to another form by “Ola Ek” (line 2). Keep one of the two."
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("poeple:\n  Ola Ek:\n", ["names.yaml:1:1: Unknown key “poeple”. Did you mean “people”?"]),
        ("people:\n  Ola Ek: {allso: Ola E.}\n", ["names.yaml:2:12: Unknown key “allso”. Did you mean “also”?"]),
        ("people:\n  Ola Ek: {articles: many}\n", ["names.yaml:2:22: “articles” must be a whole number, not “many”."]),
        ("people: [Ola Ek]\n", ["names.yaml:1:1: “people” must be a mapping (“key: value”), not a list."]),
        (
            "people:\n  Ola Ek:\n  Ola Ek:\n",
            ["names.yaml:3:3: The key “Ola Ek” stands here twice. Keep one of the two."],
        ),
        (
            "places:\n  Kyiv: {never: Kiev}\n  Kiev:\n",
            ["names.yaml:2:10: “Kiev” in “never” is right by “Kiev” (line 3). Keep one of the two."],
        ),
        (
            "places:\n  Kyiv: {never: Kyiv}\n",
            ["names.yaml:2:10: “Kyiv” in “never” is right by “Kyiv” itself. Keep one of the two."],
        ),
        (
            "people:\n  Ola Ek: {never: Ola Eck}\n  Ole Ek: {never: Ola Eck}\n",
            [CONTRADICTION],
        ),
        (
            "people:\n  Ola Ek: {also: Ola Eck, not: Ola Eck}\n",
            ["names.yaml:2:27: “Ola Eck” in “not” is a form of “Ola Ek” itself. “not” is for somebody else's name."],
        ),
    ],
)
def test_a_mistake_is_told_with_its_place_and_its_remedy(text: str, told: list[str]) -> None:
    assert mistakes(text) == told


def test_all_mistakes_are_told_at_once() -> None:
    assert len(mistakes("poeple:\nplaces:\n  Kyiv: {allso: x}\n")) == 2


def test_what_is_no_yaml_or_no_text_or_too_large_is_told(tmp_path: Path) -> None:
    assert mistakes("people:\n\tOla Ek:\n")[0].startswith("names.yaml:2:1: This is not YAML")
    path = tmp_path / "names.yaml"
    for data, problem in ((b"people:\n  \xff:\n", "UTF-8"), (b"#" * (houselist.LARGEST + 1), "at most 16 MB")):
        path.write_bytes(data)
        with pytest.raises(UserErrors, match=problem):
            houses.read(path)
    with pytest.raises(UserErrors, match="no such list"):
        houses.read(tmp_path / "gone.yaml")


def test_what_was_read_is_kept_until_the_list_changes_and_a_broken_copy_is_no_harm(tmp_path: Path) -> None:
    path, cache = tmp_path / "names.yaml", tmp_path / "cache"
    path.write_text("people:\n  Ola Ek: {never: [Ola Eck], not: Ole Ek}\n", encoding="utf-8")
    first = houses.read(path, cache)
    assert houses.read(path, cache) == first
    (kept,) = cache.iterdir()
    kept.write_bytes(b'[["person"')
    assert houses.read(path, cache) == first
    path.write_text("people:\n  Ole Ek:\n", encoding="utf-8")
    changed = houses.read(path, cache)
    assert (changed.count("Ole Ek"), changed.count("Ola Ek")) == (2, 0)


def test_names_nearly_alike_are_found_among_thousands_whatever_was_said_of_them() -> None:
    crowd = "".join(f"  Ada Berg{n}:\n    articles: 3\n" for n in range(3_000))
    names = house(
        f"people:\n{crowd}  Karin Belmont:\n    articles: 7\n  Nils Quist: {{also: N. Quist}}\n"
        "places:\n  Zamboria:\n  Oak Hill Bay:\n"
    )
    assert names.near("Karin Belmond") == {"Karin Belmont": 7}
    assert names.near("Nils Qvist") == {"Nils Quist": 2}
    assert names.near("Zambroia") == {"Zamboria": 2}
    assert names.near("Oakhill Bay") == {"Oak Hill Bay": 2}
    assert names.people("Belmont") == {"Karin Belmont": 7}
    assert names.count("Ada Berg7") == 3
    assert names.near("") == {}
