"""How training text is made, and what is taken out of what was trained."""

import lzma
import random
from collections.abc import Iterator
from pathlib import Path

import augment
import corpus
import package
import pruning
import pytest
import spacy
from figures import Figure, table
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

CONLLU = """\
# newdoc id = letters_ferry
# sent_id = 1
# newpar
1\tWe\twe\tPRON\tPRP\tCase=Nom\t2\tnsubj\t_\t_
2\twait\twait\tVERB\tVBP\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# sent_id = 2
1\tDo\tdo\tAUX\tVB\t_\t3\taux\t_\tSpaceAfter=No
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\tpush\tpush\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\t_

# newdoc id = notes_bridge
1\tClosed\tclose\tVERB\tVBN\t_\t0\troot\t_\t_

"""
NOTHING = {"marks": 0.0, "title": 0.0, "capitals": 0.0, "stop": 0.0, "infinitive": 0.0, "slip": 0.0}


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "letters.conllu.xz"
    path.write_bytes(lzma.compress(CONLLU.encode()))
    return path


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("en")


@pytest.fixture
def sentence(nlp: Language) -> Doc:
    """Give “The union wants to close "it" .”, annotated."""
    rows = [
        ("The", "the", "DT", "DET", 1, "det"),
        ("union", "union", "NN", "NOUN", 2, "nsubj"),
        ("wants", "want", "VBZ", "VERB", 2, "ROOT"),
        ("to", "to", "TO", "PART", 4, "mark"),
        ("close", "close", "VB", "VERB", 2, "xcomp"),
        ('"', '"', "``", "PUNCT", 6, "punct"),
        ("it", "it", "PRP", "PRON", 4, "obj"),
        ('"', '"', "''", "PUNCT", 6, "punct"),
        (".", ".", ".", "PUNCT", 2, "punct"),
    ]
    words, lemmas, tags, pos, heads, deps = (list(column) for column in zip(*rows, strict=True))
    spaces = [word != "it" and place not in (5, 7, 8) for place, word in enumerate(words)]
    return Doc(
        nlp.vocab, words=words, spaces=spaces, lemmas=lemmas, tags=tags, pos=pos, heads=heads, deps=deps,
        morphs=[""] * len(rows), sent_starts=[place == 0 for place in range(len(rows))],
    )  # fmt: skip


@pytest.fixture
def drafted(nlp: Language, sentence: Doc):
    """Give a function from shares to the sentence as training sees it."""

    def draft(seed: int = 1, **shares: float) -> Doc:
        random.seed(seed)
        [example] = augment.drafts(**{**NOTHING, **shares})(nlp, Example(nlp.make_doc(sentence.text), sentence))
        assert example.predicted.text == example.reference.text
        return example.reference

    return draft


def said(doc: Doc) -> list[tuple[str, ...]]:
    return [(t.text, t.tag_, t.pos_, t.lemma_, t.dep_, t.head.text) for t in doc]


def test_text_stays_as_it_is_where_nothing_is_asked_for(drafted, sentence: Doc) -> None:
    assert said(drafted()) == said(sentence)


def test_a_slip_is_tagged_as_what_stands_there(drafted) -> None:
    forms = {"closes": "VBZ", "closed": ("VBD", "VBN"), "closing": "VBG"}
    verb = drafted(infinitive=1.0)[4]
    assert verb.tag_ in forms[verb.text]
    assert (verb.lemma_, verb.dep_, verb.head.text) == ("close", "xcomp", "wants")
    assert str(verb.morph) == augment.FEATURES[verb.tag_][1]


def test_slips_strike_words_that_follow_nothing_in_particular_too(drafted) -> None:
    doc = drafted(slip=1.0)
    assert (doc[1].text, doc[1].tag_) == ("unions", "NNS")
    assert doc[2].tag_ in ("VBP", "VBG")
    assert doc[2].text in ("want", "wanting")
    assert doc[4].text == "close"


def test_a_draft_may_lack_its_last_stop(drafted, sentence: Doc) -> None:
    assert said(drafted(stop=1.0)) == said(sentence)[:-1]
    assert drafted(stop=1.0).text == 'The union wants to close "it"'


def test_a_draft_may_be_written_as_a_headline_or_in_capitals(drafted, sentence: Doc) -> None:
    assert drafted(title=1.0).text == 'The Union Wants to Close "It".'
    assert drafted(capitals=1.0).text == 'THE UNION WANTS TO CLOSE "IT".'
    assert [token.tag_ for token in drafted(capitals=1.0)] == [token.tag_ for token in sentence]


def test_marks_are_written_in_either_style(drafted) -> None:
    texts = {drafted(seed, marks=1.0).text for seed in range(20)}
    assert texts == {'The union wants to close "it".', "The union wants to close “it”."}


def sentences(treebank: Path) -> Iterator[corpus.Sentence]:
    return corpus.read(treebank)


def test_a_treebank_is_read_text_by_text_and_paragraph_by_paragraph(treebank: Path) -> None:
    found = [(s.document, s.paragraph, [row[1] for row in s.rows]) for s in sentences(treebank)]
    assert found == [
        ("letters_ferry", True, ["We", "wait", "."]),
        ("letters_ferry", False, ["Do", "n't", "push"]),
        ("notes_bridge", True, ["Closed"]),
    ]


def test_a_document_never_mixes_texts(treebank: Path) -> None:
    grouped = corpus.grouped(sentences(treebank), lambda *_: False)
    assert [len(group) for group in grouped] == [2, 1]


def test_a_document_holds_what_the_treebank_says(treebank: Path, nlp: Language) -> None:
    [group, _] = corpus.grouped(sentences(treebank), lambda *_: False)
    doc = corpus.syntax(nlp.vocab, group)
    assert doc.text == "We wait. Don't push "
    assert [(t.text, t.tag_, t.lemma_, t.dep_, t.head.text, bool(t.is_sent_start)) for t in doc] == [
        ("We", "PRP", "we", "nsubj", "wait", True),
        ("wait", "VBP", "wait", "ROOT", "wait", False),
        (".", ".", ".", "punct", "wait", False),
        ("Do", "VB", "do", "aux", "push", True),
        ("n't", "RB", "not", "advmod", "push", False),
        ("push", "VB", "push", "ROOT", "push", False),
    ]


def test_training_text_is_the_same_for_the_same_seed(treebank: Path) -> None:
    once, again = ([len(g) for g in corpus.mixed(list(sentences(treebank)) * 20, random.Random(3))] for _ in "ab")  # noqa: S311
    assert once == again
    assert len(set(once)) > 1


def test_a_file_that_is_not_the_one_described_stops_the_training(tmp_path: Path, treebank: Path) -> None:
    (tmp_path / "SHA256SUMS").write_text(f"{'0' * 64}  {treebank.name}\n", encoding="ascii")
    with pytest.raises(SystemExit, match="is not the file that SHA256SUMS describes"):
        corpus.verify(tmp_path)


def test_only_edits_that_the_lemmatizer_may_choose_are_kept() -> None:
    leaf = {"orig": "ies", "subst": "y"}
    person = {"orig": "marta", "subst": "marta"}
    branch = {"prefix_len": 3, "suffix_len": 0, "prefix_tree": pruning.NO_TREE, "suffix_tree": 1}
    trees, labels = pruning.kept_trees([person, leaf, branch], [2, 1])
    assert (trees, labels) == ([leaf, {**branch, "suffix_tree": 0}], [1, 0])


def test_an_address_is_no_edit() -> None:
    assert pruning.masked({"orig": "M.Alvarez@FERRY", "subst": "m"}) == {"orig": "", "subst": ""}
    assert pruning.masked({"orig": "@", "subst": "at"}) == {"orig": "@", "subst": "at"}


def test_the_strings_of_a_label_are_the_label_and_its_parts() -> None:
    assert set(pruning.features(["Number=Sing|POS=NOUN"])) == {
        *("Number=Sing", "Number", "Sing", "POS=NOUN", "POS", "NOUN")
    }


def test_a_changed_file_changes_the_digest_but_a_document_does_not(tmp_path: Path) -> None:
    for name in ("config.cfg", package.CARD):
        (tmp_path / name).write_text("as it was", encoding="utf-8")
    digests = []
    for name in ("SHA256SUMS", package.CARD, "config.cfg"):
        (tmp_path / name).write_text("changed", encoding="utf-8")
        package.checksums(tmp_path)
        digests.append(package.digest(tmp_path))
    assert digests[0] == digests[1] != digests[2]


def test_a_figure_is_told_with_its_target_and_how_far_it_is() -> None:
    told = table(
        [Figure("size", "zipped", 17.0, 16, at_most=True), Figure("tags", "news", 94.96, 95.0), Figure("tags", "", 1)]
    )
    assert [line.split() for line in told.splitlines() if line] == [
        ["size", "value", "target"],
        ["zipped", "17.0", "≤", "16.0", "short"],
        ["tags", "value", "target"],
        ["news", "95.0", "≥", "95.0", "ok"],
        ["1.0"],
    ]
