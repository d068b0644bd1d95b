"""The tables of words: how they are searched, and that the lexicon's say what lemminflect says."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.annotate import lexicon, wordtable
from lint.annotate.wordtable import WordTable

ROOT = Path(__file__).parents[2]
WORDS = ROOT / "lint" / "annotate" / "words"
words = st.sets(st.text("ab'- éß", min_size=1, max_size=6))


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wordtable, "_BLOCK", 16)


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_lexicon", ROOT / "scripts" / "build_lexicon.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@given(known=words, others=words)
def test_a_table_has_its_words_and_no_others(known, others):
    table = WordTable("".join(f"{word}\n" for word in sorted(known)))
    assert {word for word in known | others if word in table} == known


@given(known=words, others=words)
def test_a_table_says_of_each_word_what_stands_after_it(known, others):
    table = WordTable("".join(f"{word}\tsaid\tof {word}\n" for word in sorted(known)))
    assert {word: table.get(word) for word in known} == {word: f"said\tof {word}" for word in known}
    assert not any(table.get(word) for word in others - known)


def test_a_table_answers_the_same_however_often_it_is_asked(monkeypatch):
    monkeypatch.setattr(wordtable, "_FEW", 3)
    table = WordTable("ant\nbee\ncow\n")
    assert ["bee" in table and "bees" not in table and "" not in table for _ in range(5)] == [True] * 5


@pytest.mark.parametrize("name", ["lemmas", "inflections"])
def test_the_tables_of_the_lexicon_are_what_the_script_makes_of_lemminflect(script, name):
    written = (WORDS / f"{name}.txt").read_text(encoding="utf-8").split("\n")
    assert written == [*getattr(script, name)(), ""]


@pytest.mark.parametrize("name", ["lemmas.txt", "inflections.txt", "known.txt", "misspellings.txt", "spellings.txt"])
def test_the_tables_are_in_the_order_in_which_they_are_searched(name):
    found = [line.split("\t")[0] for line in (WORDS / name).read_text(encoding="utf-8").split("\n")[:-1]]
    assert found == sorted(set(found))


def test_what_no_table_has_is_inflected_by_rule():
    assert lexicon.inflect("blorp", "past") == "blorped"
    assert lexicon.inflect("Blorp", "plural") == "Blorps"


def test_the_lexicon_does_without_lemminflect_for_the_words_it_has():
    script = (
        "import sys\n"
        "from lint.annotate import lexicon, wordlist\n"
        "assert 'VBD' in lexicon.readings('went') and wordlist.is_word('ferry') and not wordlist.is_word('ferrry')\n"
        "assert lexicon.inflect('go', 'participle') == 'gone'\n"
        "print({'lemminflect', 'spacy', 'numpy'} & set(sys.modules))\n"
    )
    ended = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
    assert ended.stdout == "set()\n"
