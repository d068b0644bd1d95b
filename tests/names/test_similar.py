import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.annotate.similar import MOST, Neighbours, is_inflection, is_swap, one_apart, plain, unaccented

LETTERS = st.text("abcdé", min_size=1, max_size=7)


@given(st.lists(LETTERS, max_size=30), LETTERS)
def test_neighbours_are_exactly_the_words_one_edit_away(words: list[str], word: str) -> None:
    assert Neighbours(words).of(word) == sorted({other for other in words if one_apart(word, other)})


def test_neighbours_stay_bounded() -> None:
    words = [f"n{number}" for number in range(MOST + 100)]
    assert Neighbours(words).of(f"n{MOST + 50}x") == []


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("Iraq", "Iraqi"),
        ("Latino", "Latina"),
        ("Fischer", "Fischers"),
        ("Buddhist", "Buddhism"),
        ("America", "American"),
    ],
)
def test_an_ending_is_no_misspelling(word: str, other: str) -> None:
    assert is_inflection(word, other)
    assert is_inflection(other, word)


def test_a_swap_is_of_neighbours() -> None:
    assert is_swap("Carvahlo", "Carvalho")
    assert not is_swap("Carvalho", "Carvalho")
    assert not is_swap("aCrvahlo", "Carvalho")
    assert not is_swap("Aldorf", "Carvalho")


def test_plain_forgets_what_a_keyboard_lacks() -> None:
    assert plain("D’Ignazio-Müller") == plain("DIgnazio Muller")
    assert unaccented("Łódź") == "Lodz"
