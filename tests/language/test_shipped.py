"""The pipeline of the package: what lies in its folder, what is told of it, and how well it reads."""

import hashlib
import io
import json
import re
import subprocess
import sys
import zipfile
from functools import cache
from pathlib import Path

from lint.annotate import installed, sentences
from lint.annotate.layers import Layer
from lint.annotate.pipeline import Pipeline

ROOT = Path(__file__).parents[2]
FOLDER = installed.SHIPPED
LARGEST = 16 << 20
ALL = frozenset(layer.value for layer in Layer)
DOCUMENTS = ("MODEL_CARD.md", "NOTICE", "LICENSE")
_ADDRESS = re.compile(r"[^\s@]@[^\s@]")
_EMAIL = re.compile(rb"[A-Za-z0-9._%+-]{2,}@[A-Za-z0-9-]{2,}\.[A-Za-z]{2,}")

# Word, Penn tag, head (from 1; 0 for the root) and relation; marks are tagged alone.
GOLD = Path(__file__).with_name("gold.txt").read_text(encoding="utf-8").splitlines()


def files() -> list[Path]:
    return sorted(path for path in FOLDER.rglob("*") if path.is_file())


def name(path: Path) -> str:
    return path.relative_to(FOLDER).as_posix()


def read(path: str) -> str:
    return (FOLDER / path).read_text(encoding="utf-8")


def meta() -> dict[str, object]:
    return json.loads(read("meta.json"))


def sources() -> list[dict[str, object]]:
    return json.loads((ROOT / "training" / "sources.json").read_text(encoding="utf-8"))


def digest() -> str:
    """Give the digest of all but the documents, as the card tells it."""
    lines = read("SHA256SUMS").splitlines(keepends=True)
    return hashlib.sha256("".join(line for line in lines if line[66:-1] not in DOCUMENTS).encode()).hexdigest()


def test_every_file_is_as_its_checksum_says() -> None:
    sums = {line[66:]: line[:64] for line in read("SHA256SUMS").splitlines()}
    found = {name(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files()}
    del found["SHA256SUMS"]
    assert sums == found
    assert "tagger/model" in sums


def test_card_and_figures_are_of_these_weights() -> None:
    metrics = json.loads((ROOT / "training" / "metrics.json").read_text(encoding="utf-8"))
    assert f"Digest: `{digest()}`" in read("MODEL_CARD.md")
    assert metrics["pipeline"] == digest()
    assert "| tags: share of tokens | test-gum-news Penn tag | " in read("MODEL_CARD.md")


def test_it_is_small_on_disk_and_in_the_wheel() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in files():
            archive.write(path, name(path))
    assert sum(path.stat().st_size for path in files()) <= LARGEST
    assert len(packed.getvalue()) <= LARGEST


def test_it_says_what_it_is_under_which_licence_and_for_which_spacy() -> None:
    about = meta()
    assert (about["lang"], about["license"], about["spacy_version"]) == ("en", "CC BY-SA 4.0", ">=3.8.2,<3.9.0")
    assert [source["name"] for source in about["sources"]] == [source["name"] for source in sources()]
    assert all(source["license"] and source["url"] for source in about["sources"])
    assert "https://creativecommons.org/licenses/by-sa/4.0/legalcode" in read("LICENSE")


def test_the_notice_names_each_source_and_what_was_changed() -> None:
    notice = read("NOTICE")
    for source in sources():
        assert f"{source['name']}. {source['author']}. {source['license']}. {source['url']}\n" in notice
        assert f"Changed: {source['changed']}.\n" in notice
        assert [work for work in source["works"] if f"- {work}\n" not in notice] == []


def test_the_notice_names_the_texts_that_have_licences_of_their_own() -> None:
    texts = read("NOTICE").partition("Texts in the GUM corpus\n\n")[2].partition("\n\n")[0].splitlines()
    assert len(texts) == 89
    assert [text for text in texts if not re.fullmatch(r"- .+: .+ \(\d{4}-\d\d-\d\d\), https?://\S+", text)] == []


def test_it_keeps_no_address_of_anyone() -> None:
    strings = json.loads(read("vocab/strings.json"))
    assert "nsubj:pass" in strings
    assert [string for string in strings if _ADDRESS.search(string)] == []
    readable = [path for path in files() if path.name != "model"]
    assert {name(path): found for path in readable if (found := _EMAIL.findall(path.read_bytes()))} == {}


def test_it_keeps_nothing_of_the_machine_and_the_training() -> None:
    config = read("config.cfg")
    assert "[components.parser.model]" in config
    assert "[training" not in config
    assert "[paths" not in config


@cache
def read_gold() -> list[tuple[list[str], object]]:
    """Give each sentence with its doc: a text for each, spaced as it is written."""
    found = []
    for row in (line.split(" ") for line in GOLD):
        text = re.sub(r" ([.,?”]|'s|n't)", r"\1", " ".join(token.split("|")[0] for token in row))
        text = re.sub(r"([“$]) ", r"\1", text).replace(" - ", "-").replace("It 's", "It's")
        found.append((row, text))
    docs = Pipeline().docs([text for _, text in found], ALL)
    return [(row, doc) for (row, _), doc in zip(found, docs, strict=True)]


def test_the_sentences_of_these_tests_have_the_words_that_they_should() -> None:
    for row, doc in read_gold():
        assert [token.text for token in doc] == [token.split("|")[0] for token in row]


def share(pairs: list[tuple[object, object]]) -> float:
    assert len(pairs) > 150
    return sum(gold == found for gold, found in pairs) / len(pairs)


def test_it_tags_words_as_a_linguist_would() -> None:
    assert (
        share(
            [(gold.split("|")[1], token.tag_) for row, doc in read_gold() for gold, token in zip(row, doc, strict=True)]
        )
        >= 0.96
    )


def test_it_builds_the_trees_that_a_linguist_would() -> None:
    pairs = []
    for row, doc in read_gold():
        for gold, token in zip(row, doc, strict=True):
            _, _, *tree = gold.split("|")
            if tree:
                pairs.append((tree, ["0" if token.dep_ == "ROOT" else str(token.head.i + 1), token.dep_]))
    assert share(pairs) >= 0.85


def test_it_tags_a_wrong_form_as_what_stands_there() -> None:
    texts = ["As Draper to continues her tour, the union waits.", "He did not expects an answer.", "They can sees it."]
    docs = Pipeline().docs(texts, ALL)
    assert [doc[place].tag_ for doc, place in zip(docs, (3, 3, 2), strict=True)] == ["VBZ"] * 3


def test_it_finds_lemmas_and_names() -> None:
    [doc] = Pipeline().docs(["The wolves were seen near Oslo, Maria Svensson said."], ALL)
    assert [token.lemma_ for token in doc][:4] == ["the", "wolf", "be", "see"]
    assert [(entity.text, entity.label_) for entity in doc.ents] == [("Oslo", "LOC"), ("Maria Svensson", "PER")]


def test_spacy_reads_it_without_us_and_says_the_same() -> None:
    import spacy

    text = "“It wasn't cheap,” Ingrid Halvorsen said."
    [ours], theirs = Pipeline().docs([text], ALL), spacy.load(FOLDER)(text)
    said = [
        [(t.text, t.tag_, t.lemma_, str(t.morph), t.dep_, t.head.i, t.ent_type_) for t in doc] for doc in (ours, theirs)
    ]
    assert said[0] == said[1]
    assert len(sentences.split(text)) == len(list(theirs.sents)) == 1


_ALONE = """
import socket, sys
def refuse(*_arguments, **_options):
    raise OSError("there is no network")
socket.socket = socket.create_connection = socket.getaddrinfo = refuse
sys.addaudithook(lambda event, _: refuse() if event.startswith("socket.") else None)
from lint.annotate.layers import Layer
from lint.annotate.pipeline import Pipeline
[doc] = Pipeline().docs(["The ferry is late."], frozenset(Layer))
print(*(token.tag_ for token in doc))
"""


def test_it_needs_no_network() -> None:
    ended = subprocess.run([sys.executable, "-c", _ALONE], cwd=ROOT, capture_output=True, check=False, text=True)
    assert (ended.stdout, ended.stderr) == ("DT NN VBZ JJ .\n", "")
