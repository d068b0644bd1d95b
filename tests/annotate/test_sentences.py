"""Sentence boundaries, by the sentences a reader would count."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.annotate.sentences import split


@pytest.mark.parametrize(
    "sentences",
    [
        ["He left.", "She stayed."],
        ["“We won,” he said.", "“Did we?”", "Nobody knew."],
        ['"No!" they cried.', "Then silence."],
        ["Mr. Holm and Dr. Reyes met Sen. Okafor.", "They talked."],
        ["The U.S. Senate voted.", "It was late."],
        ["He lives in the U.S.", "The house is small."],
        ["J. K. Oyelaran wrote it.", "Nobody read it."],
        ["It opens at 5 p.m. Monday.", "Come early."],
        ["It opens at 5 p.m.", "The doors are heavy."],
        ["See fig. 3 and vol. 2, i.e. the last one.", "Then stop."],
        ["She works for Horn Inc. and Brandt Co. in Oslo.", "He does not."],
        ["It cost 3.5 million.", "Nobody paid."],
        ["What now?", "(Nothing.)", "We wait…", "And wait."],
        ["He came on Jan. 5 from No. 10.", "He left on Feb. 6."],
        ["One sentence without a stop"],
    ],
)
def test_sentences_end_where_a_reader_stops(sentences):
    text = " ".join(sentences)
    assert [text[span.start : span.end] for span in split(text)] == sentences


@given(st.text(alphabet='Ab1 .!?"“”…\n\ufffc', max_size=80))
def test_sentences_cover_all_but_white_space_in_order(text):
    spans = split(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    covered = "".join(text[span.start : span.end] for span in spans)
    assert "".join(covered.split()) == "".join(text.split())
