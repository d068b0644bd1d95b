"""Names by their grammar: which words make up one, whatever layers there are."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from lint import formats
from lint.annotate.layers import Layer
from lint.annotate.name_chunks import chunks
from lint.annotate.pipeline import Pipeline
from lint.annotate.reading import Reading
from lint.source import Source

TAGS = frozenset({Layer.TAGS})
PIPELINE = Pipeline()
PIPELINE.load(TAGS)


def tagged(text):
    """Give a doc of words, those with an asterisk tagged as proper nouns, “+” before a word that is joined."""
    words = text.split()
    spaces = [not following.startswith("+") for following in [*words[1:], ""]]
    plain = [word.strip("*").lstrip("+") if len(word) > 1 else word for word in words]
    tags = ["NNP" if word.endswith("*") else "CD" if word.isdigit() else _TAGS.get(word, "NN") for word in words]
    return Doc(Vocab(), words=plain, spaces=spaces, tags=tags)


_TAGS = {
    "of": "IN",
    "in": "IN",
    "on": "IN",
    "the": "DT",
    "and": "CC",
    "said": "VBD",
    ",": ",",
    "+-": "HYPH",
    "+,": ",",
    "&": "CC",
}


def named(doc):
    return [(doc[chunk.start : chunk.end].text, chunk.label) for chunk in chunks(doc)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the mayor Anna* Vale* left", [("Anna Vale", "PER")]),
        ("Vale* and Horn* left", [("Vale", ""), ("Horn", "")]),
        ("Ludwig* van Beethoven* and Ana* de la Cruz* met bin Laden*",
         [("Ludwig van Beethoven", ""), ("Ana de la Cruz", "PER"), ("bin Laden", "")]),
        ("Bashar* al +- +Assad* fled", [("Bashar al-Assad", "")]),
        ("pro +- +Beijing* people drink Coca* +- +Cola*", [("Beijing", "LOC"), ("Coca-Cola", "")]),
        ("Marks* & Spencer* and Horn* +, Inc.* fell", [("Marks & Spencer", ""), ("Horn, Inc.", "ORG")]),
        ("the Bank* of England* and the Department* of the Interior* said nothing",
         [("Bank of England", "ORG"), ("Department of the Interior", "ORG")]),
        ("the Office* of Housing* and Health* of Ohio* said nothing", [("Office of Housing and Health of Ohio", "ORG")]),
        ("Anna* Vale* of Ohio*", [("Anna Vale", "PER"), ("Ohio", "LOC")]),
        ("U.S.* President* Joko* Widodo* left", [("U.S.", ""), ("Joko Widodo", "PER")]),
        ("Prime* Minister* Holm* and Dr.* Reyes*", [("Holm", "PER"), ("Reyes", "PER")]),
        ("the President* met King* and the King*", [("King", "")]),
        ("the General* Assembly* and Chief* Justice* Horn* said nothing", [("General Assembly", "ORG"), ("Horn", "PER")]),
        ("on Tuesday* Holm* left in March* on May* 5", [("Holm", "")]),
        ("Theresa* May* said", [("Theresa May", "PER")]),
        ("the American* Germans* and Republicans*", [("Republicans", "ORG")]),
        ("Oyelaran said", [("Oyelaran", "")]),
        ("he met Frobisher here", [("Frobisher", "")]),
        ("The house fell", []),
        ("google* it", []),
        ("Trump*", [("Trump", "")]),
    ],
)  # fmt: skip
def test_a_name_is_its_proper_nouns_and_what_joins_them(text, names):
    assert named(tagged(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Chief* Oyelaran* Quits Over Budget* Row*", ["Oyelaran"]),
        ("Council* Backs Horn* Oyelaran* Bridge* Plan", ["Horn Oyelaran Bridge"]),
        ("Budget* Row* Splits* Council* Again*", []),
        ("Old* Bridge* Falls* In* Oslo*", ["Oslo"]),
        ("MAN* BITES* DOG* IN* OSLO*", ["OSLO"]),
        ("OYELARAN* QUITS* IN* BUDGET* ROW*", ["OYELARAN"]),
    ],
)
def test_where_capitals_say_nothing_a_name_is_what_is_known_as_one(text, names):
    assert [name for name, _ in named(tagged(text))] == names


def test_a_sentence_in_capitals_does_not_hide_the_names_of_the_next():
    doc = Doc(
        Vocab(),
        words=["BRIDGE", "ROW", "OVER", "BUDGET", "GROWS", ".", "The", "Horn", "budget", "grew", "."],
        tags=["NNP", "NNP", "NNP", "NNP", "NNP", ".", "DT", "NNP", "NN", "VBD", "."],
        sent_starts=[True, False, False, False, False, False, True, False, False, False, False],
    )
    assert named(doc) == [("Horn", "")]


@pytest.mark.parametrize(
    ("label", "head", "expected"),
    [("nmod", 1, [("Bank of England", "ORG")]), ("obl", 5, [("Bank", "ORG"), ("England", "LOC")])],
)
def test_the_tree_says_what_an_of_belongs_to(tree, label, head, expected):
    doc = tree(f"Bank NNP nsubj 5 | of IN case 3 | England NNP {label} {head} | surely RB advmod 5 | fell VBD ROOT 5")
    assert named(doc) == expected


def test_a_tree_in_the_other_scheme_says_so_too(tree):
    doc = tree("Bank NNP nsubj 4 | of IN prep 1 | England NNP pobj 2 | fell VBD ROOT 4 | it PRP dobj 4")
    assert named(doc) == [("Bank of England", "ORG")]


def test_entities_add_names_and_labels(tree):
    rows = "horn NN | met VBD | Anna NNP | Vale NNP | in IN | U.S. NNP | President NNP | Holm NNP | | CD"
    doc = tree(
        rows.replace(" | | CD", " | today NN"), ((0, 1, "PERSON"), (2, 3, "PERSON"), (5, 6, "GPE"), (8, 9, "DATE"))
    )
    assert named(doc) == [("horn", "PER"), ("Anna Vale", "PER"), ("U.S.", "LOC"), ("Holm", "PER")]


def test_two_entities_in_one_run_are_two_names(tree):
    doc = tree("Paris NNP | Holm NNP | Vale NNP | left VBD", ((0, 1, "LOC"), (1, 2, "PER")))
    assert named(doc) == [("Paris", "LOC"), ("Holm", "PER")]


def test_unknown_words_with_a_capital_are_names_where_there_are_no_tags():
    doc = Doc(Vocab(), words=["When", "Oyelaran", "left", ",", "nobody", "knew", "."])
    assert named(doc) == [("Oyelaran", "")]


@settings(max_examples=60)
@given(st.lists(st.sampled_from("Anna Vale van de al - & of the and , Inc. May Dr. 5 U.S. Bank OSLO said “ ’".split())))
@example(["-", "Al"])
@example(["al", "-"])
def test_names_are_disjoint_and_in_order(words):
    reading = Reading(formats.read(Source("x.txt", " ".join(words)), "plain"), PIPELINE, TAGS)
    for block in reading.blocks:
        found = reading.name_chunks(block)
        assert all(chunk.start < chunk.end <= len(reading.doc(block)) for chunk in found)
        assert all(one.end <= other.start for one, other in pairwise(found))
        assert reading.name_chunks(block) is found


@pytest.mark.parametrize(
    "pattern", [["Bank", "of"], ["A", "&"], ["Ann", "de"], ["Bank", "of", "X", "and"], ["-", "Al"]]
)
def test_a_row_of_names_of_any_length_is_read_to_its_end(pattern):
    words = [*["houses"] * 8_000, *pattern * 8_000]
    doc = Doc(Vocab(), words=words, tags=["NNP" if word[0].isupper() else "IN" for word in words])
    assert max(chunk.end for chunk in chunks(doc)) > len(words) - len(pattern) - 1
