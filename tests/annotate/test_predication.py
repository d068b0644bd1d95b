"""Clauses: who does what, with which finite verb, in every clause of a sentence and in either scheme of trees."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from lint import formats
from lint.annotate import predication, syntax
from lint.annotate.layers import Layer
from lint.annotate.pipeline import Pipeline
from lint.annotate.reading import Reading
from lint.source import Source

SYNTAX = frozenset({Layer.TAGS, Layer.PARSE})
PIPELINE = Pipeline()
PIPELINE.load(SYNTAX)

WANTED = {
    "ud": "Anna NNP nsubj 2 | said VBD ROOT 2 | the DT det 4 | men NNS nsubj 8 | who WP nsubj 6 | came VBD acl:relcl 4 "
    "| have VBP aux 8 | seen VBN ccomp 2 | her PRP obj 8 | and CC cc 11 | want VBP conj 8 | to TO mark 13 "
    "| leave VB xcomp 11 | because IN mark 16 | it PRP nsubj 16 | rains VBZ advcl 13",
    "clear": "Anna NNP nsubj 2 | said VBD ROOT 2 | the DT det 4 | men NNS nsubj 8 | who WP nsubj 6 | came VBD relcl 4 "
    "| have VBP aux 8 | seen VBN ccomp 2 | her PRP dobj 8 | and CC cc 8 | want VBP conj 8 | to TO aux 13 "
    "| leave VB xcomp 11 | because IN mark 16 | it PRP nsubj 16 | rains VBZ advcl 13",
}


def clauses(doc):
    return predication.find(syntax.of(doc))


def told(clause):
    """Give what a rule asks of a clause, in words."""
    subject, finite = clause.subject, clause.finite
    return (
        clause.head.text,
        clause.kind.value,
        None if subject is None else subject.text + (" inherited" if clause.inherited else ""),
        None if finite is None else finite.text,
    )


@pytest.mark.parametrize("scheme", ["ud", "clear"])
def test_each_clause_has_its_subject_and_its_finite_verb(tree, scheme):
    found = clauses(tree(WANTED[scheme]))
    assert [told(clause) for clause in found] == [
        ("said", "main", "Anna", "said"),
        ("came", "relative", "who", "came"),
        ("seen", "complement", "men", "have"),
        ("want", "complement", "men inherited", "want"),
        ("leave", "complement", None, None),
        ("rains", "adverbial", "it", "rains"),
    ]
    assert [clause.antecedent.text for clause in found if clause.antecedent] == ["men"]
    assert [token.text for token in found[2].verbs] == ["have", "seen"]
    assert found[1].span.text == "who came"
    assert found[2].span.text.startswith("the men who came")
    assert [found[2].head.doc[index].text for index in found[2].tokens[:5]] == ["the", "men", "have", "seen", "her"]


def test_the_second_of_two_relative_clauses_has_the_antecedent_of_the_first(tree):
    doc = tree("men NNS ROOT 1 | who WP nsubj 3 | come VBP acl:relcl 1 | and CC cc 5 | go VBP conj 3")
    _, come, go = clauses(doc)
    assert (come.antecedent, go.antecedent) == (doc[0], doc[0])
    assert told(go) == ("go", "relative", "who inherited", "go")


def test_a_relative_clause_with_a_subject_of_its_own_has_no_antecedent(tree):
    doc = tree("men NNS ROOT 1 | who WP obj 4 | she PRP nsubj 4 | knows VBZ acl:relcl 1")
    assert [(told(clause), clause.antecedent) for clause in clauses(doc)][1] == (
        ("knows", "relative", "she", "knows"),
        None,
    )


@pytest.mark.parametrize("text", ["The trouble will be that they left", "The trouble is that they left"])
def test_a_clause_that_is_said_of_something_is_a_clause_of_its_own(tree, text):
    auxiliary = "will MD aux 7 | be VB cop 7" if "will" in text else "surely RB advmod 7 | is VBZ cop 7"
    doc = tree(
        f"The DT det 2 | trouble NN nsubj:outer 7 | {auxiliary} | that IN mark 7 | they PRP nsubj 7 | left VBD ROOT 7"
    )
    outer, inner = clauses(doc)
    assert told(outer)[1:] == ("main", "trouble", "will" if "will" in text else "is")
    assert told(inner)[1:] == ("complement", "they", "left")
    assert inner.span.text == "that they left"
    assert sorted(outer.tokens + inner.tokens) == list(range(7))


@pytest.mark.parametrize(
    ("rows", "finite"),
    [
        ("He PRP nsubj 2 | go VBZ ROOT 2", None),
        ("He PRP nsubj 2 | goes VBZ ROOT 2", "goes"),
        ("He PRP nsubj 2 | frobs VBZ ROOT 2", "frobs"),
        ("He PRP nsubj 3 | 's VBZ aux 3 | gone VBN ROOT 3", "'s"),
        ("Attached VBN ROOT 1 | is VBZ aux:pass 1 | it PRP nsubj:pass 1", "is"),
        ("To TO mark 2 | leave VB ROOT 2", None),
    ],
)
def test_a_verb_is_finite_by_its_tag_and_by_its_form(tree, rows, finite):
    (clause,) = clauses(tree(rows))
    assert told(clause)[3] == finite


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("Fire NN ROOT 1", [("Fire", "main", None, None)]),
        ("A DT det 2 | plan NN ROOT 2 | to TO mark 4 | leave VB acl 2",
         [("plan", "main", None, None), ("leave", "adnominal", None, None)]),
        ("torn VBN amod 4 | and CC cc 3 | burnt VBN conj 1 | flags NNS ROOT 4", [("flags", "main", None, None)]),
        ("He PRP nsubj 4 | is VBZ cop 4 | a DT det 4 | cook NN ROOT 4 | and CC cc 6 | driver NN conj 4",
         [("cook", "main", "He", "is")]),
        ("Rain NN ROOT 1 | , , punct 3 | says VBZ parataxis 1 | he PRP nsubj 3",
         [("Rain", "main", None, None), ("says", "aside", "he", "says")]),
        ("See VB ROOT 1 | rates NNS obj 1 | list NN appos 2 | it PRP nsubj 5 | fell VBD dep 3",
         [("See", "main", None, None), ("fell", "other", "it", "fell")]),
    ],
)  # fmt: skip
def test_fragments_and_phrases_are_no_more_than_they_are(tree, rows, expected):
    assert [told(clause) for clause in clauses(tree(rows))] == expected


def test_a_doc_without_a_tree_has_no_clauses(tree):
    assert clauses(tree("He PRP | left VBD")) == ()
    assert clauses(Doc(Vocab(), words=[])) == ()


@pytest.mark.parametrize("label", ["conj", "ccomp", "nmod", "acl:relcl", "flat"])
@pytest.mark.parametrize("upward", [True, False])
def test_a_tree_of_any_depth_is_read_to_its_end(label, upward):
    size = 20_000
    heads = (
        [min(index + 1, size - 1) for index in range(size)] if upward else [max(index - 1, 0) for index in range(size)]
    )
    root = size - 1 if upward else 0
    deps = ["ROOT" if index == root else label for index in range(size)]
    doc = Doc(Vocab(), words=["goes"] * size, tags=["VBZ"] * size, heads=heads, deps=deps)
    assert sum(len(clause.tokens) for clause in clauses(doc)) == size


@settings(max_examples=60)
@given(
    st.text(alphabet=st.sampled_from("abeg THEWISs.,;:!?\"“”'’-—()1\n\u00a0\ufffc🎉é"), max_size=120)
    | st.text(max_size=60)
)
@example("POLICE SAY MAN BITES DOG")
@example("Fire")
@example("He said she said they said; we were told that nobody who came left, and nobody did.")
def test_every_word_of_any_text_belongs_to_one_clause(text):
    reading = Reading(formats.read(Source("x.txt", text), "plain"), PIPELINE, SYNTAX)
    for block in reading.blocks:
        doc, found = reading.doc(block), reading.clauses(block)
        assert sorted(index for clause in found for index in clause.tokens) == list(range(len(doc)))
        for clause in found:
            assert clause.start <= clause.tokens[0] <= clause.tokens[-1] < clause.end
            assert clause.finite is None or clause.finite in clause.verbs


def test_a_reading_gives_clauses_once():
    reading = Reading(formats.read(Source("x.md", "The mayor left because it rained."), "markdown"), PIPELINE, SYNTAX)
    (block,) = reading.blocks
    assert [told(clause) for clause in reading.clauses(block)] == [
        ("left", "main", "mayor", "left"),
        ("rained", "adverbial", "it", "rained"),
    ]
    assert reading.clauses(block) is reading.clauses(block)
