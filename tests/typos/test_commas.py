"""Commas where none belongs, and none where one does."""

from collections.abc import Callable

import pytest

Marker = Callable[[str, str], list[str]]


@pytest.mark.parametrize(
    ("rule", "text", "found"),
    [
        ("missing-clause-comma", "If the quay is too narrow it is closed to lorries.", ["narrow it"]),
        ("comma-before-verb", "The sailors who came by night from the island, are gone.", [","]),
        ("comma-after-there", "In spring there, are many boats on the quay.", ["there,"]),
        ("comma-splice", "The quay is far too narrow for lorries, they must turn at the mill.", [","]),
        ("capital-after-comma", "The quay is closed, It will open in spring.", [", It"]),
        ("missing-comma-before-quotation", "The mayor said “The quay is closed to lorries.”", [" "]),
        ("missing-comma-after-quotation", "“The quay is closed to lorries” he said.", ["”"]),
        ("doubled-stop", "The quay is closed.,", [".,"]),
        ("abbreviation-stop", "It opens at 9 a.m and is old, i.e very old.", ["a.m", "i.e"]),
    ],
)
def test_a_slip_with_a_comma_or_stop_is_found(marked: Marker, rule: str, text: str, found: list[str]) -> None:
    assert marked(f"typos/{rule}", text) == found


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("missing-clause-comma", "If the quay is too narrow, it is closed. When he saw the quay he had built he wept."),
        ("comma-before-verb", "The sailors, who came by night, are gone. Those who can, do. The man who came, was he ill?"),
        ("comma-after-there", "The man over there, is he a sailor? She was there, as were many."),
        ("comma-splice", "This is the quay, and they must turn here. In the summer of that year, they will come again."),
        ("comma-splice", "The first time you see the quay from here, you will know it."),
        ("capital-after-comma", "The quay, The Sun says, is closed, and Anna knows."),
        ("missing-comma-before-quotation", "She said “No” twice, and said that “the quay is closed to all lorries.”"),
        ("doubled-stop", "It ends at 9 a.m., with Horn Inc., and so on... “Why?”, he asked."),
        ("abbreviation-stop", "It opens at 9 a.m. in the U.S. and the UK, i.e. now."),
    ],
)  # fmt: skip
def test_commas_and_stops_in_their_place_are_let_be(marked: Marker, rule: str, text: str) -> None:
    assert marked(f"typos/{rule}", text) == []
