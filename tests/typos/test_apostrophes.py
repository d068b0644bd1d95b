"""Apostrophes: missing, too many, in the wrong place or turned the wrong way."""

from collections.abc import Callable

import pytest

Marker = Callable[[str, str], list[str]]


@pytest.mark.parametrize(
    ("rule", "text", "found"),
    [
        ("plural-for-possessive", "It is this farmers decision, not the ministers responsibility.", ["farmers", "ministers"]),
        ("name-for-possessive", "Okafor won. They like Okafor, and Okafors victory is theirs.", ["Okafors"]),
        ("name-plural", "The Horn's have left the island.", ["Horn's"]),
        ("times-possessive", "It is three week's work for most doctor's assistants.", ["week's"]),
        ("time-apostrophe", "The hall burned down ten years' ago.", ["years'"]),
        ("time-plural", "They gave her a months notice.", ["months"]),
        ("acronym-plural", "They sold lamps, TV's, and boats to three MP's.", ["TV's", "MP's"]),
        ("decade-apostrophe", "It was built in the 1920's by sailors.", ["1920's"]),
        ("turned-apostrophe", "They sang of the ‘60s all night.", ["‘"]),
        ("mark-for-apostrophe", "They don´t sing, and it`s late.", ["´", "`"]),
        ("its-apostrophe", "The town lost its' lamp.", ["its'"]),
        ("whose-for-who-is", "Ask the man whose been there.", ["whose"]),
        ("lets-for-let-us", "Lets see what comes.", ["Lets"]),
    ],
)  # fmt: skip
def test_a_slip_with_the_apostrophe_is_found(marked: Marker, rule: str, text: str, found: list[str]) -> None:
    assert marked(f"typos/{rule}", text) == found


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("plural-for-possessive", "A teachers union, a writers workshop and the workers party met. That drivers sleep is good."),
        ("plural-for-possessive", "The points our customers experience are few; the teams work in the citizens interest group."),
        ("name-for-possessive", "An MP came, and one MP left. MPs website work is over. Many MPs power is small."),
        ("name-plural", "His boat is red and the mayor's are blue; the mayor's children are here."),
        ("times-possessive", "Most people's lives, three days' work, two women's boats."),
        ("time-plural", "In the days before the storm a few months notice was usual."),
        ("acronym-plural", "The BBC's in trouble, and the NGO's staff has left."),
        ("decade-apostrophe", "It was 2010's best song of the 1990s."),
        ("turned-apostrophe", "They call them ‘60s songs’, and ‘em’ is a measure."),
        ("whose-for-who-is", "The man whose to-do list is long and whose in-laws left."),
        ("lets-for-let-us", "Lets you see it all. The town lets the hall go."),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_slip_is_let_be(marked: Marker, rule: str, text: str) -> None:
    assert marked(f"typos/{rule}", text) == []
