"""Edits as values: which may be made at once, and where places go."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lint import edits
from lint.edits import Moves, Proposal
from lint.model import Confidence, Edit, Finding, Fix, Position, Safety, Severity

TEXT = "the quick brown fox jumps over the lazy dog again"
PLACES = st.integers(0, len(TEXT))


def proposal(start: int, end: int, severity: Severity = Severity.ERROR, rule: str = "a/a", new: str = "x") -> Proposal:
    fix = Fix("", Safety.SAFE, (Edit(start, end, new),))
    where = Position(1, start + 1, start), Position(1, end + 1, end)
    return Proposal(Finding(rule, severity, Confidence.HIGH, "", "", "", *where, (), (fix,), (), ""), fix)


proposed = st.lists(
    st.builds(
        lambda places, severity, rule, new: proposal(min(places), max(places), severity, rule, new),
        st.tuples(PLACES, PLACES),
        st.sampled_from(list(Severity)),
        st.sampled_from(["a/a", "a/b"]),
        st.text("xyz ", max_size=5),
    ),
    max_size=12,
)


@given(proposed)
def test_those_that_are_chosen_lie_apart_and_the_others_touch_one_of_them(found):
    chosen = edits.apart(found)
    assert all(one.end < other.start for one, other in pairwise(chosen))
    others = [each for each in found if each not in chosen]
    assert all(any(one.start <= each.end and each.start <= one.end for one in chosen) for each in others)
    assert edits.apart(reversed(found)) == chosen or len({(each.start, each.finding.rule) for each in found}) < len(
        found
    )


def test_of_two_that_meet_the_graver_wins_then_the_earlier_then_the_first_by_rule():
    grave = proposal(5, 9)
    assert edits.apart([proposal(0, 5, Severity.WARNING), grave]) == [grave]
    assert edits.apart([grave, proposal(4, 6)]) == [proposal(4, 6)]
    assert edits.apart([proposal(4, 6, rule="a/b"), proposal(4, 6)]) == [proposal(4, 6)]


@given(proposed)
def test_a_place_outside_the_edits_keeps_its_character(found):
    made = edits.edits(edits.apart(found))
    after, moves = edits.applied(TEXT, made), Moves(made)
    kept = [at for at in range(len(TEXT)) if not any(edit.start <= at < edit.end for edit in made)]
    assert [after[moves.place(at)] for at in kept] == [TEXT[at] for at in kept]
    assert len(after) == moves.place(len(TEXT))
