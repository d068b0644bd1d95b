"""A run that knows the results of earlier ones says what one says that knows nothing, and checks what has changed."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_support import anew, check

from lint import checking, session
from lint.session import CheckOptions

HOUSE_RULE = """
kind: phrases
summary: A word that the house does not use
message: “{match}” is not for us.
severity: warning
confidence: high
why: Readers wrote in.
source: The style book
avoid: [utilise]
examples:
  - bad: We <<utilise>> it.
  - ok: We use it.
  - ok: They used it.
"""
ARTICLES = {
    "clean.md": "# Bridge open\n\nThe bridge is open.\n",
    "doubled.md": "# Bridge\r\n\r\nThe the bridge is  open. They utilise it.\r\n",
    "stet.md": "# Bridge\n\n<!-- stet typos/doubled-word: a song -->\n\nThe the bridge.\n\n<!-- stet -->\n\nIt is open.\n",
    "broken.md": "---\ntitle: a: b\n---\n\nIt was the the end.\n",
    "bom.md": b"\xef\xbb\xbfIt was the the end.\n",
    "page.html": "<html><body><p>It was the <b>the</b> end. TKTK</p></body></html>",
    "fremd.md": "Der Minister hat nicht mit den Bauern gesprochen, und das ist für sie ein Problem.\n",
    "latin.txt": b"Caf\xe9 society is the the end.\n",
    "binary.txt": b"a\0b",
    "empty.md": "",
}


def test_what_has_not_changed_is_not_checked_again_and_the_report_is_the_same_to_the_byte(write) -> None:
    for name, text in ARTICLES.items():
        write(name, text)
    first = check()
    second = check()
    assert (first.json, first.text) == (second.json, second.text) == anew()
    assert '"rule": "typos/doubled-word"' in first.json
    assert (first.known, first.checked) == (0, 10)
    assert (second.known, second.checked) == (8, 2)  # what could not be read is read again


def test_only_the_article_that_has_changed_is_checked(write) -> None:
    for name in ("one.md", "two.md", "three.md"):
        write(name, "It was the end.\n")
    check()
    write("two.md", "It was the the end.\n")
    run = check()
    assert (run.known, run.checked) == (2, 1)
    assert (run.json, run.text) == anew()


def test_outcomes_stand_in_the_order_of_the_files_whichever_are_known(write) -> None:
    for name in "bd":
        write(f"{name}.md", f"It was the the end of {name}.\n")
    check()
    for name in "ace":
        write(f"{name}.md", f"It was the the end of {name}.\n")
    run = check()
    assert (run.known, run.checked) == (2, 3)
    assert [file.path for file in run.report.files] == ["a.md", "b.md", "c.md", "d.md", "e.md"]


def test_a_new_configuration_nearer_to_a_draft_counts(write) -> None:
    write(".copydesk.yaml", "rules: {typos/doubled-word: error}\n")
    write("sub/draft.md", "It was the the end.\n")
    before = check()
    write("sub/.copydesk.yaml", "rules: {typos/doubled-word: off}\n")
    after = check()
    assert (after.known, after.checked) == (0, 1)
    assert '"findings": []' in after.json
    Path("sub/.copydesk.yaml").unlink()
    assert check().json == before.json


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (".copydesk.yaml", "rules: {typos/doubled-word: suggestion}\nword_files: [words.list]\nnames: names.yaml\n"),
        ("words.list", "Zbridge\n"),
        ("names.yaml", "places:\n  Kyiv:\n    never: [Kiev]\n"),
        ("rules/house/utilise.yaml", HOUSE_RULE.replace("warning", "error")),
        ("rules/house/other.yaml", HOUSE_RULE.replace("utilise", "leverage")),
    ],
)
def test_whatever_the_configuration_leads_to_counts(write, name: str, text: str) -> None:
    write(".copydesk.yaml", "word_files: [words.list]\nnames: names.yaml\n")
    write("words.list", "Ybridge\n")
    write("names.yaml", "places:\n  Kyiv: {}\n")
    write("rules/house/utilise.yaml", HOUSE_RULE)
    write("draft.md", "It was the the end. They utilise it, and leverage it.\n")
    check()
    assert check().checked == 0
    write(name, text)
    run = check()
    assert run.checked == 1
    assert (run.json, run.text) == anew()


@pytest.mark.parametrize(
    "options",
    [{"select": ("typos/doubled-word",)}, {"ignore": ("typos/doubled-word",)}, {"format_as": "plain"}],
)
def test_what_the_command_line_says_counts(write, options: dict[str, object]) -> None:
    write("draft.md", "# It was the the end.\n\nIt was  the end.\n")
    check()
    run = check(**options)
    assert run.checked == 1
    assert (run.json, run.text) == anew(**options)
    assert check(**options).checked == 0


def test_a_changed_rule_of_the_package_counts_and_a_touched_one_does_not(write, rules: Path) -> None:
    write("draft.md", "It was the the end.\n")
    check()
    rule = rules / "typos" / "doubled-word.yaml"
    text = rule.read_text(encoding="utf-8")
    rule.write_text(text, encoding="utf-8")
    assert check().checked == 0
    rule.write_text(text.replace("severity: error", "severity: suggestion"), encoding="utf-8")
    run = check()
    assert run.checked == 1
    assert (run.json, run.text) == anew()


def test_a_link_that_leads_nowhere_among_the_rules_stops_nothing(write, rules: Path) -> None:
    write("draft.md", "It was the the end.\n")
    (rules / ".#lock").symlink_to("nowhere")
    assert check().json == check().json == anew()[0]
    assert check().checked == 0


@pytest.mark.usefixtures("write")
def test_the_bytes_of_standard_input_are_known_too() -> None:
    text = b"It was the the end.\n"
    first = check("-", stdin=text)
    assert (first.known, first.checked) == (0, 1)
    assert check("-", stdin=text).json == first.json
    assert check("-", stdin=text).checked == 0
    assert check("-", stdin=text + b"\n").checked == 1


@pytest.mark.usefixtures("write")
@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="needs /dev/fd")
def test_what_comes_through_a_pipe_is_read_by_the_check_alone() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"It was the the end.\n")
    os.close(writing)
    run = check(f"/dev/fd/{reading}")
    os.close(reading)
    assert "1 error in 1 article (5 words)." in run.text


def test_a_mistake_in_the_configuration_is_told_each_time_until_it_is_mended(write) -> None:
    write("draft.md", "It was the the end.\n")
    write(".copydesk.yaml", "rulez: {}\n")
    assert check().json == check().json == anew()[0]
    write(".copydesk.yaml", "rules: {}\n")
    assert [file.path for file in check().report.files] == ["draft.md"]
    assert check().checked == 0
    write(".copydesk.yaml", "rules: {typos/doubled-wrod: off}\n")
    run = check()
    assert "Did you mean" in run.json
    assert run.report.files == ()


def test_a_selection_that_means_nothing_is_told_though_the_drafts_are_known(write) -> None:
    write("draft.md", "It was the the end.\n")
    check()
    for _ in range(2):
        assert "There is no rule or pack" in check(select=("typos/doubled-wrod",)).json


def test_a_crash_is_not_kept(write, monkeypatch) -> None:
    write("draft.md", "It was the the end.\n")
    with monkeypatch.context() as patched:
        patched.setattr(checking.Checker, "_checked", lambda *_: 1 / 0)
        assert "ZeroDivisionError" in check().json
    run = check()
    assert run.checked == 1
    assert run.json == anew()[0]


def test_without_the_cache_nothing_is_read_and_nothing_is_written(write, tmp_path: Path) -> None:
    write("draft.md", "It was the the end.\n")
    folder = tmp_path / "elsewhere"
    for _ in range(2):
        session.check(["."], CheckOptions(use_cache=False, cache_folder=str(folder)))
    assert not folder.exists()


def test_a_draft_that_changes_while_it_is_checked_is_not_kept(write, monkeypatch) -> None:
    draft = write("draft.md", "It was the the end.\n")
    checked = checking.Checker.check

    def changed(self, each):
        draft.write_text("It was the end.\n", encoding="utf-8")
        return checked(self, each)

    with monkeypatch.context() as patched:
        patched.setattr(checking.Checker, "check", changed)
        assert '"findings": []' in check().json
    draft.write_text("It was the the end.\n", encoding="utf-8")
    run = check()
    assert run.checked == 1
    assert run.json == anew()[0]


@pytest.mark.parametrize("folder", ["", "sub/"])
def test_what_a_changing_configuration_came_to_is_not_kept(write, monkeypatch, folder: str) -> None:
    write(f"{folder}draft.md", "It was the the end.\n")
    write(f"{folder}.copydesk.yaml", "rules: {typos/doubled-word: off}\n")
    checked = checking.Checker.check

    def changed(self, each):
        outcome = checked(self, each)
        write(f"{folder}.copydesk.yaml", "rules: {typos/doubled-word: error}\n")
        return outcome

    with monkeypatch.context() as patched:
        patched.setattr(checking.Checker, "check", changed)
        check()
    run = check()
    assert run.checked == 1
    assert run.json == anew()[0]
    assert '"typos/doubled-word"' in run.json


WORDS = st.sampled_from(["It was the end.", "It was the the end.", "They  utilise it.", "TKTK", "The the utilise."])
CONFIGURATIONS = st.sampled_from(
    [
        "",
        "rules: {typos/doubled-word: off}\n",
        "rules: {copy/placeholder: suggestion}\n",
        "paths:\n  'sub/**': {ignore: [typos], because: they are lists}\n",
        "exclude: [sub/]\n",
        "word_files: [words.list]\n",
        "rulez: {}\n",
    ]
)
EDITS = st.one_of(
    st.tuples(st.sampled_from(["a.md", "sub/b.md", "c.txt", "words.list"]), WORDS),
    st.tuples(st.sampled_from([".copydesk.yaml", "sub/.copydesk.yaml"]), CONFIGURATIONS),
    st.tuples(
        st.just("rules/house/utilise.yaml"), st.sampled_from([HOUSE_RULE, HOUSE_RULE.replace("warning", "error")])
    ),
    st.tuples(st.sampled_from(["a.md", ".copydesk.yaml", "sub/.copydesk.yaml", "rules/house/utilise.yaml"]), st.none()),
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(edits=st.lists(EDITS, min_size=3, max_size=8))
def test_after_any_edits_a_run_says_what_one_says_that_knows_nothing(write, edits) -> None:
    for path in Path.cwd().iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    write("d.md", "It was the the end.\n")
    for name, text in edits:
        Path(name).unlink(missing_ok=True) if text is None else write(name, text)
        run = check()
        assert (run.json, run.text) == anew()
