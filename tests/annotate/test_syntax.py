"""Grammar: the same questions have the same answers in either scheme of trees."""

import pytest

from lint.annotate import syntax
from lint.annotate.clear import Clear
from lint.annotate.universal import Universal

PASSIVE = {
    "ud": "The DT det 2 | bridge NN nsubj:pass 5 | was VBD aux:pass 5 | not RB advmod 5 | built VBN ROOT 5 "
    "| by IN case 8 | the DT det 8 | Romans NNPS obl:agent 5",
    "clear": "The DT det 2 | bridge NN nsubjpass 5 | was VBD auxpass 5 | not RB neg 5 | built VBN ROOT 5 "
    "| by IN agent 5 | the DT det 8 | Romans NNPS pobj 6",
}
LATE = {
    "ud": "Trains NNS nsubj 4 | have VBP aux 4 | been VBN cop 4 | late JJ ROOT 4",
    "clear": "Trains NNS nsubj 3 | have VBP aux 3 | been VBN ROOT 3 | late JJ acomp 3",
}
THERE = {
    "ud": "There EX expl 2 | are VBP ROOT 2 | two CD nummod 4 | dogs NNS nsubj 2 | in IN case 7 | the DT det 7 "
    "| yard NN obl 2 | and CC cc 9 | garden NN conj 7",
    "clear": "There EX expl 2 | are VBP ROOT 2 | two CD nummod 4 | dogs NNS attr 2 | in IN prep 2 | the DT det 7 "
    "| yard NN pobj 5 | and CC cc 7 | garden NN conj 7",
}
GAVE = {
    "ud": "She PRP nsubj 2 | gave VBD ROOT 2 | her PRP$ nmod:poss 5 | old JJ amod 5 | dog NN iobj 2 | a DT det 8 "
    "| big JJ amod 8 | bone NN obj 2 | today NN obl:unmarked 2",
    "clear": "She PRP nsubj 2 | gave VBD ROOT 2 | her PRP$ poss 5 | old JJ amod 5 | dog NN dative 2 | a DT det 8 "
    "| big JJ amod 8 | bone NN dobj 2 | today NN npadvmod 2",
}
BOTH = pytest.mark.parametrize("scheme", ["ud", "clear"])


def word(doc, text):
    return next(token for token in doc if token.text == text)


def text(found):
    return None if found is None else found.text


def texts(found):
    return [token.text for token in found]


@BOTH
def test_a_passive_has_a_subject_an_agent_and_a_negation(tree, scheme):
    doc = tree(PASSIVE[scheme])
    grammar, head = syntax.of(doc), word(doc, "built")
    assert text(grammar.subject(head)) == "bridge"
    assert text(grammar.agent(head)) == "Romans"
    assert text(grammar.negation(head)) == "not"
    assert grammar.is_passive(head)
    assert texts(grammar.verbs(head)) == ["was", "built"]
    assert text(grammar.finite(head)) == "was"
    assert grammar.objects(head) == []


def test_an_agent_is_known_by_its_preposition_where_the_label_does_not_say(tree):
    doc = tree(
        "It PRP nsubj:pass 3 | was VBD aux:pass 3 | made VBN ROOT 3 | in IN case 5 | Rome NNP obl 3 "
        "| by IN case 7 | Leo NNP obl 3"
    )
    grammar = syntax.of(doc)
    assert text(grammar.agent(doc[2])) == "Leo"
    assert text(grammar.preposition(doc[4])) == "in"


@BOTH
def test_a_copula_joins_subject_and_complement(tree, scheme):
    doc = tree(LATE[scheme])
    grammar = syntax.of(doc)
    head = next(token for token in doc if token.dep_ == "ROOT")
    assert text(grammar.subject(head)) == "Trains"
    assert text(grammar.copula(head)) == "been"
    assert text(grammar.complement(head)) == "late"
    assert texts(grammar.verbs(head)) == ["have", "been"]
    assert texts(grammar.auxiliaries(head)) == ["have"]
    assert text(grammar.finite(head)) == "have"
    assert not grammar.is_passive(head)


@BOTH
def test_what_there_is_is_the_subject(tree, scheme):
    doc = tree(THERE[scheme])
    grammar = syntax.of(doc)
    assert text(grammar.subject(word(doc, "are"))) == "dogs"
    assert grammar.copula(word(doc, "are")) is None
    assert grammar.noun_phrase(word(doc, "dogs")).text == "two dogs"


@BOTH
def test_coordinated_nouns_share_their_preposition(tree, scheme):
    doc = tree(THERE[scheme])
    grammar = syntax.of(doc)
    assert text(grammar.preposition(word(doc, "yard"))) == "in"
    assert text(grammar.preposition(word(doc, "garden"))) == "in"
    assert grammar.preposition(word(doc, "dogs")) is None
    assert texts(grammar.conjuncts(word(doc, "garden"))) == ["yard", "garden"]
    assert texts(grammar.conjuncts(word(doc, "dogs"))) == ["dogs"]


@BOTH
def test_a_verb_has_a_direct_and_an_indirect_object(tree, scheme):
    doc = tree(GAVE[scheme])
    grammar = syntax.of(doc)
    gave = word(doc, "gave")
    assert text(grammar.object(gave)) == "bone"
    assert texts(grammar.objects(gave)) == ["dog", "bone"]
    assert grammar.noun_phrase(word(doc, "dog")).text == "her old dog"
    assert grammar.noun_phrase(word(doc, "bone")).text == "a big bone"
    assert grammar.noun_phrase(word(doc, "today")).text == "today"
    assert text(grammar.clause_head(word(doc, "old"))) == "gave"


def test_a_name_is_one_phrase_in_either_scheme(tree):
    flat = tree(
        "the DT det 3 | late JJ amod 3 | Anna NNP nsubj 6 | Vale NNP flat 3 | Horn NNP flat 3 | left VBD ROOT 6"
    )
    compound = tree(
        "the DT det 5 | late JJ amod 5 | Anna NNP compound 5 | Vale NNP compound 5 | Horn NNP nsubj 6 "
        "| left VBD ROOT 6 | them PRP dobj 6"
    )
    assert syntax.of(flat).noun_phrase(flat[2]).text == "the late Anna Vale Horn"
    assert syntax.of(compound).noun_phrase(compound[4]).text == "the late Anna Vale Horn"


def test_an_it_that_stands_for_a_clause_is_the_subject(tree):
    doc = tree("It PRP expl 3 | is VBZ cop 3 | odd JJ ROOT 3 | that IN mark 6 | they PRP nsubj 6 | left VBD csubj 3")
    grammar = syntax.of(doc)
    assert text(grammar.subject(doc[2])) == "It"
    assert text(grammar.subject(doc[5])) == "they"


def test_the_labels_tell_the_scheme(tree):
    assert isinstance(syntax.of(tree(GAVE["clear"])), Clear)
    assert isinstance(syntax.of(tree(GAVE["ud"])), Universal)
    assert isinstance(syntax.of(tree("She PRP nsubj 2 | left VBD ROOT 2")), Universal)


def test_a_doc_without_a_tree_has_no_relations(tree):
    doc = tree("She PRP | gave VBD | it PRP")
    grammar = syntax.of(doc)
    assert grammar.subject(doc[1]) is None
    assert grammar.objects(doc[1]) == []
    assert grammar.noun_phrase(doc[1]).text == "gave"
    assert grammar.conjuncts(doc[1]) == [doc[1]]
    assert grammar.clause_head(doc[0]).text == "She"
