"""How often a rule is right: figures that say how little a few findings prove, and labels that are told apart."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import measures
from lint.errors import UserError, UserErrors
from lint.measures import Measure


@given(right=st.integers(0, 500), wrong=st.integers(0, 500))
def test_the_interval_holds_the_precision_and_narrows_with_more_findings(right: int, wrong: int) -> None:
    few, many = Measure("a/b", 1, 0, right, wrong), Measure("a/b", 1, 0, 10 * right, 10 * wrong)
    low, high = few.interval
    assert 0 <= low <= high <= 1
    if few.precision is not None:
        assert low <= few.precision + 1e-9
        assert few.precision - 1e-9 <= high
        assert many.interval[1] - many.interval[0] < high - low


def test_nine_of_ten_may_be_two_in_three() -> None:
    low, high = Measure("a/b", 1, 10, 9, 1).interval
    assert (round(low, 2), round(high, 2)) == (0.65, 0.98)


def test_what_is_not_yet_judged_is_left_out_of_the_labels(tmp_path: Path) -> None:
    file = tmp_path / "labels.yaml"
    file.write_text(
        "labels:\n- {rule: a/b, fingerprint: x, right: no}\n- {rule: a/b, fingerprint: '12', right: }\n",
        encoding="utf-8",
    )
    assert measures.read_labels(file) == {"x": False}


def test_a_mistake_in_the_labels_is_told_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "labels.yaml"
    file.write_text("labels:\n- {rule: a/b, fingerprint: x, right: perhaps}\n", encoding="utf-8")
    with pytest.raises(UserErrors, match=r"labels\.yaml:2:3\d: .*“right”"):
        measures.read_labels(file)


def test_labels_that_are_no_utf_8_are_told_with_their_place(tmp_path: Path) -> None:
    file = tmp_path / "labels.yaml"
    file.write_bytes(b"labels:\n- \xff\n")
    with pytest.raises(UserError, match=r"labels\.yaml:2:3: "):
        measures.read_labels(file)
