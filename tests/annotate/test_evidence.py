"""What the evidence scorer suspects, with a scorer by hand and with that of the package."""

import shutil
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint import catalog, formats
from lint.annotate import sentences
from lint.annotate.evidence import scorer
from lint.annotate.evidence.edits import Slip
from lint.annotate.evidence.find import Evidence, Reader
from lint.annotate.evidence.judge import Judge
from lint.annotate.evidence.scorer import Levels, Trained, Words
from lint.annotate.pipeline import Pipeline
from lint.annotate.wordtable import WordTable
from lint.engine import Engine
from lint.errors import UserErrors
from lint.model import Finding
from lint.source import Source

RULES = Path(__file__).parents[2] / "rules"
LABELS = ("keep", "delete", "other", "form:base", "form:s", "form:adj", "form:poss", "to:than", "to:then", "before:to")
TABLE = """\
farmers\tbase=farmer s=farmers\t
last\t\tpast list
votes\tbase=vote s=votes\tvote
voting\tbase=vote\t
"""
WORDS = Words(WordTable(TABLE))
DRAFT = "The ferry was older then the bridge."


def doubting(wrong: Mapping[str, str], doubt: float) -> Judge:
    """Give a judge that wants a label in the place of some words, each given with the one before; of others it is sure."""

    def chances(sentence: Sequence[str]) -> np.ndarray:
        rows = np.zeros((len(sentence), len(LABELS)))
        rows[:, 0] = 1
        for place, pair in enumerate(pairwise(("", *sentence))):
            if label := wrong.get(" ".join(pair)):
                rows[place, [0, LABELS.index(label)]] = 1 - doubt, doubt
        return rows

    return Judge(chances, LABELS, WORDS, 0.3)


def read(text: str, wrong: Mapping[str, str], doubt: float = 0.9) -> Evidence:
    """Give what such a scorer thinks of the last block of an article."""
    block = formats.read(Source("draft.md", text), "markdown").blocks[-1]
    reader = Reader(Trained(doubting(wrong, doubt), dict.fromkeys(Slip, Levels(0.5, 0.8))))
    return reader.read(block, sentences.split(block.text))


def told(text: str, wrong: Mapping[str, str]) -> list[tuple[str, str]]:
    """Give the words that are suspected, each with its best repair."""
    block = formats.read(Source("draft.md", text), "markdown").blocks[-1]
    return [(block.text[found.start : found.end], found.repairs[0]) for found in read(text, wrong).suspicions]


@pytest.mark.parametrize(
    ("text", "wrong", "expected"),
    [
        (DRAFT, {"older then": "to:than"}, ("then", "than")),
        (
            "It rained. “The council’s ferry,” she said, “was older then it.”",
            {"older then": "to:than"},
            ("then", "than"),
        ),
        ("She *wants* see the old ferry.", {"wants see": "before:to"}, ("see", "to see")),
        ("She saw the old the ferry leave.", {"old the": "delete"}, ("the", "")),
        ("He walked last the old church.", {"walked last": "other"}, ("last", "past")),
        ("The council will votes on it today.", {"will votes": "form:base"}, ("votes", "vote")),
        ("The council’s boats and all farmers boats sank.", {"all farmers": "form:poss"}, ("farmers", "farmer’s")),
    ],
)
def test_a_suspicion_knows_its_place_and_what_would_mend_it(text, wrong, expected):
    assert told(text, wrong)[-1] == expected


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("# The ferry was older then the bridge.", {"older then": "to:than"}),
        ("The ferry was older then the bridge", {"older then": "to:than"}),
        ("Older then that.", {"Older then": "to:than"}),
        ("Was the ferry older then the bridge?", {"older then": "to:than"}),
        ("The ferry was older Then the bridge.", {"older Then": "to:than"}),
        ("then the old ferry had to leave.", {" then": "to:than"}),
        ("The ferry `f` then crossed the bridge.", {"\ufffc then": "to:than"}),
        ("They looked forward to voting on the bill.", {"to voting": "form:base"}),
        ("The council insisted that he vote on the bill.", {"he vote": "form:s"}),
        ("She left the old ferry as is.", {"as is": "delete"}),
        ("He wrote Chōan no toshi keikaku in Tokyo.", {"Chōan no": "delete"}),
        ("The old ferry was the mayor's.", {"the mayor's": "form:s"}),
    ],
    ids="heading,no stop,short,question,name,first,code,to -ing,subjunctive,idiom,foreign,possessive alone".split(","),
)
def test_nothing_is_suspected_where_the_scorer_cannot_judge(text, wrong):
    assert told(text, wrong) == []
    assert told(f"{text}\n\n{DRAFT}", wrong | {"older then": "to:than"}) == [("then", "than")]


def test_only_what_reaches_the_level_of_its_class_is_told_and_more_makes_it_sure():
    sure = {
        doubt: [each.sure for each in read(DRAFT, {"older then": "to:than"}, doubt).suspicions]
        for doubt in (0.4, 0.6, 0.9)
    }
    assert sure == {0.4: [], 0.6: [False], 0.9: [True]}


def test_a_repair_that_is_doubted_as_much_takes_the_suspicion_away():
    assert told(DRAFT, {"older then": "to:than", "older than": "to:then"}) == []


def test_a_doubt_is_known_of_words_that_were_read_and_of_no_others():
    evidence = read("A ferry. The ferry was older then the bridge.", {"older then": "to:than"})
    assert [evidence.doubt(29, 33), evidence.doubt(23, 28), evidence.doubt(13, 18)] == [pytest.approx(0.9)] * 2 + [0]
    assert evidence.doubt(2, 7) is None


@pytest.fixture(scope="module")
def shipped() -> Judge:
    return scorer.load().judge


def doubts(shipped: Judge, text: str) -> list[tuple[float, ...]]:
    block = formats.read(Source("draft.md", text), "markdown").blocks[0]
    reader = Reader(Trained(shipped, dict.fromkeys(Slip, Levels(0.5, 0.8))))
    found = reader.read(block, sentences.split(block.text))
    return list(zip(found.spans, found.doubts, strict=True))


@settings(max_examples=15)
@given(
    st.lists(
        st.sampled_from(["The vote failed again on Monday.", "It rained, so the match was put off until May."]),
        max_size=6,
    )
)
def test_the_same_letters_are_doubted_alike_whatever_else_is_in_the_file(shipped, others):
    alone = [doubt for _, doubt in doubts(shipped, DRAFT)]
    among = [doubt for _, doubt in doubts(shipped, " ".join((*others, DRAFT)))]
    assert among[-len(alone) :] == alone


@settings(max_examples=25)
@given(st.text(max_size=60))
def test_any_text_is_read(shipped, text):
    for place, doubt in doubts(shipped, f"A {text} that nobody had seen.".replace("\n", " ")):
        assert place[0] < place[1]
        assert 0 <= doubt <= 1


def test_a_sentence_without_an_end_is_read_as_far_as_the_model_reaches(shipped):
    assert 50 < len(doubts(shipped, "The old ferry and " * 5000 + "that was all.")) <= 100


def test_where_nearly_every_word_is_doubted_there_is_no_prose_to_judge():
    assert told(
        f"{DRAFT} It is older then it, older then that, older then all that there is.", {"older then": "to:than"}
    )
    assert (
        told(
            "It is older then it, older then that, older then all, older then us, older then me.",
            {"older then": "to:than"},
        )
        == []
    )


def test_a_clear_slip_is_found_and_the_right_sentence_is_not_doubted(shipped):
    [then] = shipped.opinion("The ferry was much older then the new bridge .".split()).suspected
    assert (then.slip, then.repairs[0]) == (Slip.CONFUSION, ("than",))
    assert shipped.opinion("The ferry was much older than the new bridge .".split()).suspected == ()


def checked(text: str, *names: str) -> tuple[Finding, ...]:
    rules = [catalog.read(RULES / f"typos/{name}.yaml", RULES) for name in names]
    return Engine(rules, Pipeline(), frozenset()).check(formats.read(Source("draft.md", text), "markdown")).findings


def test_one_rule_speaks_of_a_place_and_a_pattern_goes_first():
    text = "The ferry was much older then the new bridge."
    assert [finding.rule for finding in checked(text, "likely-wrong-word")] == ["typos/likely-wrong-word"]
    assert [finding.rule for finding in checked(text, "likely-wrong-word", "then-for-than")] == ["typos/then-for-than"]


def test_in_quotation_marks_a_suspicion_is_a_suggestion():
    [finding] = checked("“The ferry was much older then the new bridge,” the captain said.", "likely-wrong-word")
    assert finding.severity.value == "suggestion"


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let a copy stand for the scorer of the package."""
    monkeypatch.setattr(scorer, "SHIPPED", Path(shutil.copytree(scorer.SHIPPED, tmp_path / "scorer")))
    return tmp_path / "scorer"


@pytest.mark.parametrize("name", ["model.onnx", "model.json", "words.txt", "pieces.txt"])
def test_a_damaged_scorer_is_told_of(copied, name):
    (copied / name).write_bytes((copied / name).read_bytes()[:-1])
    with pytest.raises(UserErrors, match=f"The evidence scorer is broken: {name} is not as it was shipped"):
        checked(DRAFT, "likely-wrong-word")


def test_without_the_engine_the_rules_are_named_and_the_others_run(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    rules = [catalog.read(RULES / f"typos/{name}.yaml", RULES) for name in ("doubled-word", "likely-wrong-word")]
    pipeline = Pipeline()
    engine = Engine(rules, pipeline, frozenset())
    assert {rule.id: pipeline.lacking(missing) for rule, missing in engine.skipped.items()} == {
        "typos/likely-wrong-word": "onnxruntime is not installed (pip install onnxruntime)"
    }
    assert (
        engine.check(formats.read(Source("a.md", "The the end."), "markdown")).findings[0].rule == "typos/doubled-word"
    )
