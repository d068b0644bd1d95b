"""The pipeline of the package: what it loads, that it gives the same piece by piece and at once, and texts of all kinds."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.annotate import installed, sentences
from lint.annotate.layers import Layer
from lint.annotate.pipeline import LONGEST, Pipeline
from lint.errors import UserErrors

TAGS = frozenset({Layer.TAGS})
PARSE = frozenset({Layer.PARSE})
ALL = frozenset(Layer)
PIPELINE = Pipeline()
ARTICLE = (
    "The council voted on Monday to repair the old ferry. “It wasn't cheap,” Ingrid Halvorsen said, “but it's ours.” "
    "Nobody knows what the bridge will cost; the mayor thinks it may be more than $3 million."
)
_SAID = ("text", "idx", "tag_", "pos_", "lemma_", "dep_", "ent_type_", "is_sent_start")


def said(doc) -> list[tuple[object, ...]]:
    """Give all that is said of each token, its head among it."""
    return [(*(getattr(token, name) for name in _SAID), str(token.morph), token.head.i) for token in doc]


@pytest.fixture
def opened() -> Iterator[set[str]]:
    """Record the files of the package's own pipeline that are opened, as paths in its folder."""
    files: set[str] = set()
    listening = True

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        if listening and event == "open" and str(arguments[0]).startswith(str(installed.SHIPPED)):
            files.add(Path(str(arguments[0])).relative_to(installed.SHIPPED).as_posix())

    sys.addaudithook(hear)  # which can never be removed
    yield files
    listening = False


def folders(files: set[str]) -> set[str]:
    return {file.partition("/")[0] for file in files if "/" in file}


def test_words_alone_open_no_file_of_the_pipeline(opened):
    assert [token.text for token in Pipeline().docs(["It's ours."])[0]] == ["It", "'s", "ours", "."]
    assert opened == set()


def test_tags_open_the_tagger_and_its_encoder_alone(opened):
    Pipeline().load(TAGS)
    assert folders(opened) == {"vocab", "tok2vec", "tagger"}


def test_what_is_loaded_is_not_read_again(opened):
    pipeline = Pipeline()
    pipeline.load(TAGS)
    opened.clear()
    pipeline.load(TAGS)
    assert opened == set()
    pipeline.load(TAGS | PARSE)
    assert folders(opened) == {"vocab", "parser"}


def test_a_layer_is_given_only_where_it_is_asked_for():
    [plain] = PIPELINE.docs([ARTICLE])
    [tagged] = PIPELINE.docs([ARTICLE], TAGS)
    [parsed] = PIPELINE.docs([ARTICLE], TAGS | PARSE)
    assert [doc.has_annotation("TAG") for doc in (plain, tagged, parsed)] == [False, True, True]
    assert [doc.has_annotation("DEP") for doc in (plain, tagged, parsed)] == [False, False, True]


def test_lemmas_come_with_the_parts_of_speech_that_they_may_be_made_from():
    [doc] = PIPELINE.docs(["The ferries were late."], frozenset({Layer.LEMMAS}))
    assert [(token.lemma_, token.pos_) for token in doc][1:3] == [("ferry", "NOUN"), ("be", "AUX")]


def test_docs_are_the_same_whether_components_were_loaded_piece_by_piece_or_at_once():
    piecemeal, at_once = Pipeline(), Pipeline()
    for layer in (Layer.PARSE, Layer.TAGS, *Layer):
        piecemeal.load({layer})
    at_once.load(Layer)
    assert said(piecemeal.docs([ARTICLE], ALL)[0]) == said(at_once.docs([ARTICLE], ALL)[0])


def test_docs_are_the_same_whatever_else_is_read_with_them():
    [alone] = PIPELINE.docs([ARTICLE], ALL)
    [_, among, _] = PIPELINE.docs(["Ferry delayed", ARTICLE, "By A. Writer"], ALL)
    assert said(among) == said(alone)


def test_the_tree_is_built_inside_our_sentences():
    [doc] = PIPELINE.docs([ARTICLE], PARSE)
    assert [span.start_char for span in doc.sents] == [span.start for span in sentences.split(ARTICLE)]
    assert all(token.sent == token.head.sent for token in doc)


def test_a_long_block_is_read_in_pieces_and_says_the_same():
    sentence = "The council voted on Monday to repair the old ferry. "
    [doc] = PIPELINE.docs([sentence * 500], ALL)
    [_, one, _] = PIPELINE.docs([sentence * 3], ALL)[0].sents
    assert doc.text == sentence * 500
    assert [span.start_char for span in doc.sents] == [span.start for span in sentences.split(doc.text)]
    same = [said(span.as_doc()) == said(one.as_doc()) for span in list(doc.sents)[1:-1]]
    assert sum(same) > 480  # at a cut, a network sees less of what is around


def test_a_sentence_longer_than_a_piece_keeps_its_words_and_places():
    text = "and the ferry " * 3000
    [plain], [full] = PIPELINE.docs([text]), PIPELINE.docs([text], ALL)
    assert [(token.text, token.idx) for token in full] == [(token.text, token.idx) for token in plain]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "Yes",
        "😀",
        "😀😀👍🏽 🏳️‍🌈",
        "THE COUNCIL VOTED ON MONDAY TO REPAIR THE OLD FERRY.",
        "…",
        "\u200b\u202e\ufffc",
        "Der Rat will die alte Fähre reparieren, sagte die Bürgermeisterin.",
        "市議会は月曜日に古いフェリーの修理を決めた。",
        "! " * 20_000,
        "ferry" * 10_000,
        "((((" * 10_000,
        "word " * 50_000,
    ],
    ids=lambda text: f"{text[:8]!r} x{len(text)}",
)
def test_texts_of_all_kinds_are_read_up_to_a_bound(text):
    [doc] = PIPELINE.docs([text], ALL)
    assert len(doc.text) == len(text[:LONGEST])
    assert len(doc) <= LONGEST
    assert all(token.tag_ and token.dep_ for token in doc)


_TEXTS = st.lists(
    st.sampled_from([*"aA.,!?“”'\"()-–—…:; \n\t\u00a0\ufffc😀é漢", "the ", "Ferry ", "US ", "said. ", "www.a.b "]),
    max_size=60,
).map("".join)


@settings(max_examples=60)
@given(st.lists(_TEXTS | st.text(st.characters(codec="utf-8"), max_size=60), max_size=4))
def test_a_doc_is_its_text_token_by_token(texts):
    for text, doc in zip(texts, PIPELINE.docs(texts, ALL), strict=True):
        assert doc.text == text
        assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)
        assert all(token.tag_ for token in doc)


def test_a_damaged_pipeline_is_told_whenever_it_is_asked_and_does_not_stay_half_loaded(monkeypatch, tmp_path):
    folder = tmp_path / "en_copydesk"
    shutil.copytree(installed.SHIPPED, folder)
    monkeypatch.setattr(installed, "SHIPPED", folder)
    model = (folder / "parser" / "model").read_bytes()
    (folder / "parser" / "model").write_bytes(model[: len(model) // 2])
    pipeline = Pipeline()
    pipeline.load(TAGS)
    for _ in range(2):
        with pytest.raises(UserErrors, match=r"is broken: parser/model is not as it was shipped\."):
            pipeline.load(TAGS | PARSE)
    assert pipeline.docs(["It is."], TAGS)[0].has_annotation("TAG")
