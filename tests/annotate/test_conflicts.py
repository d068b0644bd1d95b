"""Tags that the form cannot bear: what a tagger has repaired is brought to light, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import formats
from lint.annotate import conflicts
from lint.annotate.conflicts import Conflict, contradicts
from lint.annotate.layers import Layer
from lint.annotate.pipeline import Pipeline
from lint.annotate.reading import Reading
from lint.source import Source


def test_a_repaired_tag_comes_with_what_the_form_can_be(tree):
    doc = tree("As IN | he PRP | vows VBZ | to TO | continues VB | it PRP")
    assert conflicts.find(doc) == (Conflict(4, "VB", frozenset({"VBZ"})),)


@pytest.mark.parametrize(
    ("tag", "form"),
    [
        ("VB", "fights"), ("VB", "wrote"), ("VBP", "had"), ("VBZ", "go"), ("VBN", "went"), ("VBD", "chosen"),
        ("VBG", "reimburse"), ("NN", "underwent"), ("NNS", "derives"), ("JJ", "became"), ("VBN", "weaken"),
    ],
)  # fmt: skip
def test_a_form_that_cannot_bear_its_tag_is_a_conflict(tag, form):
    assert contradicts(tag, form)


@pytest.mark.parametrize(
    ("tag", "form"),
    [
        ("VBN", "walked"), ("VBD", "walked"), ("JJ", "walked"), ("VB", "put"), ("VBN", "put"),
        ("VBP", "like"), ("NNS", "thanks"), ("NNS", "acts"), ("NN", "meeting"), ("VBG", "googling"), ("VBZ", "frobs"),
        ("IN", "up"), ("RP", "up"), ("RB", "that"), ("VB", "Fights"), ("VB", "FIGHTS"), ("NNP", "wrote"), ("VB", "co-wrote"),
        ("VB", "frobnicates"), ("MD", "ca"), ("VBZ", "'s"), ("POS", "'s"), ("VBP", "’re"), ("", "wrote"), ("VB", ""),
        ("VB", "text"),
    ],
)  # fmt: skip
def test_what_the_lexicon_cannot_tell_is_no_conflict(tag, form):
    assert not contradicts(tag, form)


@given(st.sampled_from(["VB", "VBZ", "NN", "JJ", "XX", ""]), st.text(max_size=12))
def test_any_form_may_be_asked(tag, form):
    assert contradicts(tag, form) in (True, False)


def test_a_reading_gives_conflicts_once():
    pipeline = Pipeline()
    pipeline.load({Layer.TAGS})
    reading = Reading(formats.read(Source("x.md", "She left early."), "markdown"), pipeline, frozenset({Layer.TAGS}))
    (block,) = reading.blocks
    assert reading.conflicts(block) == ()
    assert reading.conflicts(block) is reading.conflicts(block)
