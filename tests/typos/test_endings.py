"""How paragraphs and sentences end: the stop that is missing, the comma that stays, the question without its mark."""

from collections.abc import Callable

import pytest

Marker = Callable[[str, str], list[str]]

STOPPED = """\
The ferry left the island at noon, and the two of them stood at the rail and waved.

Nobody in the town had seen the new ferry before that day, and few have seen it since.

The harbour master wrote the hour into his book, as he had done on every day for years.

A storm came up in the night and drove the fishing boats against the wall of the quay.

Fishermen say that such a storm comes once in ten years, and that they have seen three.

The council has since had the wall mended, and it has put a lamp at the end of it too.

"""


def test_the_one_paragraph_without_a_stop_is_found(marked: Marker) -> None:
    text = STOPPED + "The lamp is lit at dusk. It can be seen from the hill behind the old church and the school\n"
    assert marked("typos/missing-final-stop", text) == ["school"]


@pytest.mark.parametrize(
    "end",
    [
        "The lamp is lit at dusk. It can be seen from the hill behind the old church and the\n\n- school\n- mill\n",
        "The lamp is lit at dusk. Read all about it in what the council wrote: [the story of the lamp](https://lamp.example)\n",
        "Lamp of the quay | Council of the town | Harbour master and the fishing boats of the island\n",
        "Grey is the water and grey is the stone\\\nGrey is the lamp that stands there alone and burns\n",
    ],
)
def test_what_is_no_running_text_needs_no_stop(marked: Marker, end: str) -> None:
    assert marked("typos/missing-final-stop", STOPPED + end) == []


def test_where_paragraphs_often_go_without_a_stop_none_is_missed(marked: Marker) -> None:
    bare = STOPPED.replace(".\n", "\n")
    assert marked("typos/missing-final-stop", bare + STOPPED) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The lamp at the end of the quay is lit at dusk,\n\nThe school is closed.\n", [","]),
        ("The lamp at the end of the quay is lit, says the council,\n\n> at dusk.\n", []),
        ("The lamp at the end of the quay is lit,\n\nwhere x is the hour.\n", []),
        ("Dear readers of our paper in the north and south,\n\nThe lamp is lit.\n", []),
        ("Many thanks to all of you who came, and best wishes,\n\nThe council\n", []),
    ],
)
def test_a_final_comma_is_found_where_nothing_goes_on(marked: Marker, text: str, found: list[str]) -> None:
    assert marked("typos/comma-for-stop", text) == found


@pytest.mark.parametrize(
    "text",
    [
        "How can the council pay for the lamp<<.>>",
        "The quay is dark. Who does the council want to ask<<.>> Nobody knows.",
        "- Why do we need a lamp at the end of the <<quay>>\n- The council asked.",
    ],
)
def test_a_question_without_its_mark_is_found(marked: Marker, text: str) -> None:
    mark = text[text.index("<<") + 2 : text.index(">>")]
    assert marked("typos/missing-question-mark", text.replace("<<", "").replace(">>", "")) == [mark]


@pytest.mark.parametrize(
    "text",
    [
        "How the council pays for the lamp is not known.",
        "What is worse, the lamp is out. What she said was wrong.",
        "When the ferry comes, the lamp is lit. Where it stands is a secret.",
        "# How do we pay for it",
    ],
)
def test_what_only_begins_like_a_question_is_none(marked: Marker, text: str) -> None:
    assert marked("typos/missing-question-mark", text) == []
