"""Sequences of tokens are found where spaCy's own matcher finds them."""

from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.matcher import Matcher

from lint.kinds.sequence import Row, Sequence
from lint.kinds.token import Token

NLP = English()
WORDS = st.sampled_from(["a", "b", "c"])
TOKENS = st.tuples(
    st.lists(WORDS, min_size=1, max_size=2, unique=True), st.sampled_from([None, None, None, "?", "*", "+"])
)


@given(text=st.lists(WORDS, max_size=9), pattern=st.lists(TOKENS, min_size=1, max_size=4))
def test_a_sequence_is_found_where_spacy_finds_it(text: list[str], pattern: list[tuple[list[str], str | None]]) -> None:
    doc = NLP.make_doc(" ".join(text))
    matcher = Matcher(NLP.vocab)
    matcher.add("it", [[{"LOWER": {"IN": words}} | ({"OP": op} if op else {}) for words, op in pattern]])
    sequence = Sequence(tuple(Token(lower=words, op=op) for words, op in pattern))
    found = {(start, start + len(path)) for start, path in sequence.find(Row(doc)) if path}
    assert found == {(start, end) for _, start, end in matcher(doc)}


def test_the_work_does_not_grow_with_the_ways_to_match() -> None:
    doc = NLP.make_doc("more " * 300 + "than")
    gap = [Token(op="?")] * 12
    sequence = Sequence((Token(lower=["more"]), *gap, Token(lower=["than"])))
    assert len(list(sequence.find(Row(doc)))) == 13


def test_a_negated_token_takes_the_place_of_another() -> None:
    sequence = Sequence((Token(lower=["b"]), Token(lower=["c"], op="!")))
    assert [start for start, _ in sequence.find(Row(NLP.make_doc("b c b a b")))] == [2]
