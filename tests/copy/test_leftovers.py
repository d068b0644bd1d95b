"""What another system left in the copy."""

from collections.abc import Callable

import pytest

Marker = Callable[[str, str], list[str]]


@pytest.mark.parametrize(
    ("text", "slip"),
    [("He saw the town\x92s lights.", "town\x92s"), ("They don\x92t know the way to the harbour.", "don\x92t")],
)
def test_a_control_character_in_a_word_is_found(marked: Marker, text: str, slip: str) -> None:
    assert marked("copy/control-character", text) == [slip]


def test_a_date_of_access_may_be_later_than_the_article(marked: Marker) -> None:
    text = "---\ndate: 2020-03-01\n---\n\nThe harbour, map, accessed May 4, 2020. The dam broke on May 5, 2020.\n"
    assert marked("copy/date-after-publication", text) == ["May 5, 2020"]
