"""Where the time goes: each moment is counted once, for what is innermost."""

from itertools import count

import pytest

from lint.profiling import OFF, Profile
from lint.reporters.profile import table
from lint.reporters.view import Look


@pytest.fixture
def profile() -> Profile:
    """Give a profile whose clock moves on by one second whenever it is read."""
    ticks = count()
    return Profile(lambda: float(next(ticks)))


def test_a_stretch_inside_another_is_taken_out_of_it(profile: Profile) -> None:
    with profile.measure("outer"), profile.measure("inner"):
        pass
    assert profile.seconds == {"outer": 2.0, "inner": 1.0}


def test_making_an_item_is_counted_and_using_it_is_not(profile: Profile) -> None:
    with profile.measure("user"):
        assert list(profile.over(iter("ab"), "maker")) == ["a", "b"]
    assert profile.seconds == {"user": 4.0, "maker": 3.0}


def test_what_ends_in_an_error_is_counted_too(profile: Profile) -> None:
    with pytest.raises(ZeroDivisionError), profile.measure("failing"):
        raise ZeroDivisionError
    assert profile.seconds == {"failing": 1.0}


def test_a_stopwatch_that_is_off_gives_back_the_very_items() -> None:
    items = [1, 2]
    assert OFF.over(items, "maker") is items


def test_the_table_begins_with_what_took_longest_and_its_shares_make_a_whole() -> None:
    lines = table({"read": 0.001, "rule: a/b": 0.003}, Look()).splitlines()
    assert lines[1:] == ["     3.0  75.0 %  rule: a/b", "     1.0  25.0 %  read", "     4.0         in all"]
