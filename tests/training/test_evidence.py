"""Slips that are made for the evidence scorer can be mended by their labels, and by nothing that a reader would miss."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.annotate.evidence.edits import DELETE, KEEP, OTHER, Slip, repaired
from lint.annotate.evidence.judge import Judge
from lint.annotate.evidence.pieces import MIXED, TITLE, UPPER, Pieces, case
from lint.annotate.evidence.scorer import Words
from lint.annotate.evidence.words import spans, straighten, words
from lint.annotate.wordtable import WordTable
from training.evidence import drafts
from training.evidence.batches import batch
from training.evidence.export import table
from training.evidence.labels import CLOSED, LABELS, NUMBER, restored
from training.evidence.levels import NEVER, alarms, catches, level
from training.evidence.lexicon import Counts, Lexicon, one_slip
from training.evidence.measure import measure
from training.evidence.scorer import Scorer
from training.evidence.slips import SHARES, Sample, Slipper
from training.evidence.stream import Place, Stream

TEXTS = [
    "The council will vote on the new budget on Thursday, and the mayor has said that she is going to support it.",
    "He led the team through a quiet week before the trial began, though few of the players knew what was wrong.",
    "These decisions were made by two managers who had found the money in the city's accounts.",
    "Their lawyers want to see every one of the letters, which were sent from a small office in the north.",
    "If the weather is better than it was last year, the farmers could sell more of their corn to the public.",
    "Police officers walked quickly into the building, then asked whether anyone had been there to meet them.",
    "She doesn't know whose idea it was to lead the visitors past the old church and over the bridge.",
    "It's the farmer's own choice to leave the land as it is, but the public should be asked about it too.",
    "Managers meet in the city every week; the manager who leads this week's meeting also leads the next one.",
    "A quick decision on the letter was found to be of no use to the lawyers, so the church votes to sell a bridge.",
]
SENTENCES = [words(text) for text in TEXTS]


@cache
def lexicon() -> Lexicon:
    counts = Counts()
    for sentence in SENTENCES * 20:
        counts.add(sentence)
    return counts.lexicon()


@cache
def slipper() -> Slipper:
    return Slipper.of(lexicon(), rate=1.0)


def drawn(seed: int) -> tuple[list[str], Sample]:
    rng = Random(seed)  # noqa: S311
    sentence = rng.choice(SENTENCES)
    return sentence, slipper().sample(sentence, rng)


seeds = st.integers(0, 2**32)


@given(seeds)
def test_the_labels_of_a_slip_lead_back_to_the_sentence(seed):
    sentence, sample = drawn(seed)
    labels = [KEEP if label == OTHER else label for label in sample.labels]
    mended = restored(sample.words, labels, lexicon().forms)
    assert mended is not None
    differ = [(a, b) for a, b in zip(mended, sentence, strict=True) if a != b]
    assert len(differ) == sample.labels.count(OTHER)


@given(seeds)
def test_another_open_class_word_is_found_among_the_neighbours(seed):
    sentence, sample = drawn(seed)
    labels = [KEEP if label == OTHER else label for label in sample.labels]
    mended = restored(sample.words, labels, lexicon().forms) or []
    for wrong, right in zip(mended, sentence, strict=True):
        if wrong != right:
            wrong, right = wrong.lower(), right.lower()  # noqa: PLW2901
            tables = (lexicon().near, lexicon().family)
            related = {word for table in tables for word in table.get(right, ())}
            assert wrong in related | {*lexicon().forms.get(right, {}).values()}


@given(seeds)
def test_a_slip_shows_and_is_named(seed):
    sentence, sample = drawn(seed)
    assert bool(sample.kinds) == (sample.words != sentence)
    assert {place for place, label in enumerate(sample.labels) if label != KEEP} == set(sample.kinds)
    assert set(sample.kinds.values()) <= set(SHARES)
    assert set(sample.labels) <= set(LABELS)
    assert len(sample.labels) == len(sample.words)


@given(seeds)
def test_a_sentence_keeps_its_first_capital_and_its_stop(seed):
    sentence, sample = drawn(seed)
    assert sample.words[0][0] == sample.words[0][0].upper()
    assert sample.words[-1] == sentence[-1]


def test_every_kind_of_slip_is_made_and_half_the_sentences_stay_clean():
    half = Slipper.of(lexicon(), rate=0.5)
    rng = Random(0)  # noqa: S311
    samples = [half.sample(sentence, rng) for _ in range(150) for sentence in SENTENCES]
    made = Counter(kind for sample in samples for kind in sample.kinds.values())
    assert set(made) == set(SHARES)
    assert 0.4 < sum(not sample.kinds for sample in samples) / len(samples) < 0.65


def test_the_same_seed_makes_the_same_slips():
    assert drawn(7) == drawn(7)
    assert len({tuple(drawn(seed)[1].words) for seed in range(50)}) > 30


@pytest.mark.parametrize(
    ("text", "place", "label", "right"),
    [
        ("The council will votes today.", 3, "form:base", "The council will vote today."),
        ("They have been lead astray.", 3, "form:ed", "They have been led astray."),
        ("Then the the mayor left.", 1, DELETE, "Then the mayor left."),
        ("She wants see it.", 2, "before:to", "She wants to see it."),
        ("It was worse then before.", 3, "to:than", "It was worse than before."),
        ("There lawyers are here.", 0, "to:their", "Their lawyers are here."),
        ("All of the manager's met.", 3, "form:s", "All of the managers met."),
        ("The managers office is shut.", 1, "form:poss", "The manager's office is shut."),
        ("They left quick.", 2, "form:ly", "They left quickly."),
    ],
)
def test_a_label_says_what_to_write(text, place, label, right):
    forms = {**lexicon().forms, "lead": {"base": "lead", "ed": "led"}}
    assert repaired(words(text), place, label, forms) == words(right)
    assert label in LABELS


def test_a_form_that_the_word_lacks_mends_nothing():
    assert repaired(words("They left the church."), 3, "form:ing", lexicon().forms) is None
    assert repaired(words("They left the church."), 3, OTHER, lexicon().forms) is None


def test_function_words_are_replaced_and_never_inflected():
    assert not CLOSED & set(lexicon().forms)
    assert all(f"to:{word}" in LABELS for word in CLOSED)


def test_neighbours_are_one_slip_of_the_fingers_away():
    assert one_slip("form", "from")
    assert one_slip("then", "than")
    assert one_slip("trial", "trail")
    assert one_slip("on", "one")
    assert not one_slip("form", "form")
    assert not one_slip("three", "there's")
    assert all(one_slip(word, other) for word, others in lexicon().near.items() for other in others)


def test_words_know_their_places_and_quotes_become_straight():
    text = "“It’s 5% more,” said U.S. officials at 12:30 in the 1990s\u00a0– well-known, isn’t it?"
    assert [straighten(text)[start:end] for start, end in spans(text)] == words(text)
    assert words(text)[:6] == ['"', "It's", "5%", "more", ",", '"']
    assert {"U.S.", "12:30", "1990s", "well-known", "isn't"} <= set(words(text))


@given(st.text(max_size=80))
def test_no_sign_is_lost_between_words(text):
    assert "".join(words(text)) == "".join(straighten(text).split())
    assert len(straighten(text)) == len(text)


def test_drafts_contract_only_what_stays_right():
    assert drafts.contracted(words("It is not known.")) == words("It's not known.")
    assert drafts.contracted(words("We do not know what it is.")) == words("We don't know what it is.")
    assert " ".join(drafts.spoken(words("The vote failed."), ["she", "said"])) == '" The vote failed , " she said .'


VOCABULARY = "[PAD] [UNK] [CLS] [SEP] the farm ##ers ##er ' s . u cafe".split()


def pieces() -> Pieces:
    return Pieces({piece: number for number, piece in enumerate(VOCABULARY)})


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Farmers", ["farm", "##ers"]),
        ("farmer's", ["farm", "##er", "'", "s"]),
        ("café", ["cafe"]),
        ("zebra", ["[UNK]"]),
    ],
)
def test_words_are_cut_into_the_longest_pieces(word, expected):
    assert [VOCABULARY[number] for number in pieces().of(word)] == expected


def test_a_batch_says_where_words_begin_and_how_they_are_written():
    made = batch(pieces(), [["The", "farmers", "."], ["the"]])
    assert made.pieces.tolist() == [[2, 4, 5, 6, 10, 3], [2, 4, 3, 0, 0, 0]]
    assert made.first.tolist() == [[1, 2, 4], [1, 0, 0]]
    assert made.cases.tolist()[0] == [0, TITLE, 0, 0, 0, 0]
    assert [case(word) for word in ("NATO", "McCain", "don't", "A")] == [UPPER, MIXED, 0, TITLE]


def test_a_sentence_of_any_length_is_read_as_far_as_the_model_reaches():
    made = batch(pieces(), [["the"] * 5000])
    assert made.pieces.shape[1] <= 512
    assert made.first.shape[1] == made.pieces.shape[1] - 2


def test_a_stream_goes_on_where_it_was_cut():
    lines = [" ".join(sentence) for sentence in SENTENCES]
    stream = Stream(lines, slipper(), pieces(), size=120)
    whole = stream.batches()
    first = [next(whole) for _ in range(5)]
    resumed = stream.batches(first[2][0])
    assert [next(resumed) for _ in range(2)] == first[3:]
    assert first[-1][0] != Place(0, 0)


def test_every_pass_holds_every_sentence_with_new_slips():
    stream = Stream([" ".join(sentence) for sentence in SENTENCES], slipper(), pieces(), size=10_000)
    passes = [sorted(" ".join(s.words) for batch in stream.pool(number) for s in batch) for number in (0, 1)]
    assert len(passes[0]) == len(passes[1]) == len(SENTENCES)
    assert passes[0] != passes[1]


def doubting(wrong: dict[str, str], doubt: float = 0.9) -> Scorer:
    """Give a scorer that wants a label in the place of each of some words, and is content with all others."""

    def chances(sentence: Sequence[str]) -> np.ndarray:
        rows = np.zeros((len(sentence), len(LABELS)))
        rows[:, NUMBER[KEEP]] = 1.0
        for place, word in enumerate(sentence):
            if word in wrong:
                rows[place, [NUMBER[KEEP], NUMBER[wrong[word]]]] = 1 - doubt, doubt
        return rows

    return lambda sentences: [chances(sentence) for sentence in sentences]


def judge(wrong: dict[str, str], doubt: float = 0.9) -> Judge:
    """Give the judge that such a scorer makes, with the words that an export would ship."""
    score = doubting(wrong, doubt)
    return Judge(lambda sentence: score([sentence])[0], LABELS, Words(WordTable("".join(table(lexicon())))), 0.3)


def test_what_is_shipped_of_the_lexicon_mends_as_the_lexicon_does():
    shipped = Words(WordTable("".join(table(lexicon()))))
    assert {word: shipped.get(word, {}) for word in lexicon().forms} == lexicon().forms
    assert shipped.others("last") == ["past"]
    assert shipped.others("nowhere") == []


def test_slips_that_are_found_and_alarms_are_counted_by_class():
    clean = words("It was worse then, said the old mayor.")
    samples = [Sample(words("It was worse then before."), [KEEP] * 6, {3: "sound"})]
    assert alarms(judge({"then": "to:than"}), [clean]) == {Slip.CONFUSION: [pytest.approx(0.9)]}
    assert catches(judge({"then": "to:than"}), samples) == {Slip.CONFUSION: [pytest.approx(0.9)]}
    assert catches(judge({"before": "delete"}), samples) == {}


def test_a_level_is_where_enough_of_what_is_told_is_true():
    caught, false = [0.95] * 40 + [0.85] * 10 + [0.75] * 10, [0.8, 0.7, 0.7, 0.6, 0.6]
    assert level(caught, false, weight=0.1, share=0.5) == 0.66
    assert level(caught, false, weight=0.1, share=0.7) == 0.71
    assert level(caught, false, weight=0.1, share=0.95) == NEVER


def test_the_threshold_lets_through_so_many_alarms_and_finds_what_lies_above():
    clean = [["all", "is", "well", "here"]] * 999 + [["all", "is", "odd", "here"]] * 1
    samples = [
        Sample(["it", "were"], [KEEP, "to:was"], {1: "agreement"}),
        Sample(["an", "dog"], ["to:a", KEEP], {0: "sound"}),
    ]
    found = measure(doubting({"odd": DELETE, "were": "to:was"}, 0.8), clean, samples)
    strict = {figures.rate: figures for figures in found}[1.0]
    assert strict.found == {"form": 1.0, "confusion": 0.0, "all": 0.5}
    assert strict.mended == 1.0
    assert strict.threshold < 0.8
