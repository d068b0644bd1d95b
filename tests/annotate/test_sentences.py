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
        ["The plan failed.“", "Nobody minded.", "The vote is void.»", "Try again."],
        ["“Is it safe?” Ms. Brandt asked.", "Nobody answered.", "“It is!” Lena Horn Voss said."],
        ["“Is it safe?”", "She asked nobody.", "“Why?” asked the clerk."],
        ["The mayor replied: “We never said so.”", "He left."],
        ["It rained [...] for days.", "It rained … and rained.", "It stopped."],
        ["The rain was . . . endless.", "It stopped. . . .", "We left."],
        ["1. The budget.", "2. The bridge.", "3.1. What it costs."],
        ["a) The budget is late.", "b) The bridge is closed."],
        ["He said no.", "Never.", "It is No. 5 of No. Ten.", "See Fig. IV here."],
        ["They sat.", "Bob rose.", "He lay in the sun.", "Anna read on Sat. Nov. 4."],
        ["Doors open at 5 p.m. EST, or 8 a.m. Friday.", "Lunch is at noon, dinner at 7 p.m.", "Children eat free."],
        ["Apple Inc. said so, and Horn Co. Chief Executive Anna Vale agreed.", "Others did not."],
        ["She met U.S. President Ford and U.N. Secretary Lie.", "J.K. Rowling did not."],
        ["It rose to 2.75.", "Nobody sold.", "It costs 3.", "$4 would be fair."],
        ["The bridge closed in 1971.[4]", "It reopened in 1980. [5] [6]", "Nobody came. [citation needed]"],
        ["WASHINGTON, D.C. (AP) — The senator left.", "He was tired."],
        ["ST. PAUL, Minn. — The river rose.", "It fell."],
        ["Rep. Anna Vale (D-Calif.) Monday left.", "He did one more rep.", "Then he left (at last.)", "She stayed."],
        ["She starred in Who Sings? (1965) and in Run! (1970).", "She won."],
        ["They use apples.", "iPhones are costly.", "#metoo began.", "@desk agreed.", "🎉 Party on."],
        ["[The minister left.]", "(So did we.)", "“And they?”", "¿Quién sabe?", "3 stayed."],
        ["P.S. The cat is fine.", "Buy milk, eggs, etc.", "Cats drink milk."],
        ["He bred dogs (d. 1956) and cats (b. May 1960).", "The dogs won."],
    ],
)
def test_sentences_end_where_a_reader_stops(sentences):
    text = " ".join(sentences)
    assert [text[span.start : span.end] for span in split(text)] == sentences


@pytest.mark.parametrize(
    "piece", [".", '."', ". ", ".(", ". (", ". [1] [", "A.", "A. ", "AA, ", "A (", ". .", "? A. ", "…”"]
)
def test_a_long_run_of_marks_is_read_to_its_end(piece):
    text = piece * 50_000
    assert split(text)[-1].end == len(text.rstrip())


@given(st.text(alphabet='Ab1 .!?"“”…[]()$—\n\ufffc', max_size=80))
def test_sentences_cover_all_but_white_space_in_order(text):
    spans = split(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    covered = "".join(text[span.start : span.end] for span in spans)
    assert "".join(covered.split()) == "".join(text.split())
