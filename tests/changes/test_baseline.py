"""`copydesk baseline` and what `check` makes of it: what is known is counted, what is new is told."""

import json
import os
import signal
import time
from dataclasses import replace
from pathlib import Path

import pytest

from lint.baseline import files, matching
from lint.report import FileReport, Report, Skipped
from lint.source import Source

FILE = ".copydesk-baseline.json"
TWICE = ("It was teh end.", "", "Nobody knew.", "", "It rained on teh town.")


@pytest.fixture
def desk(repo, copydesk):
    """Give a repository with three known findings in two articles."""
    repo.write("a.md", *TWICE)
    repo.write("news/b.md", "So be it.", "", "All teh while.")
    assert copydesk("baseline", "write") == (0, f"{FILE}: 3 known findings (3 added, 0 taken out).\n", "")
    return repo


def held(file: str = FILE) -> dict[str, list[str]]:
    """Give what a baseline holds: excerpts by article."""
    found = json.loads(Path(file).read_text(encoding="utf-8"))["files"]
    return {path: [entry["context"] for entry in entries] for path, entries in found.items()}


def fixed(told) -> list[str]:
    return [notice["problem"] for notice in told.report["notices"]]


class TestCheck:
    def test_knows_what_was_recorded_and_tells_how_much(self, desk, check, copydesk) -> None:  # noqa: ARG002
        told = check()
        assert (told.status, told.slips) == (0, {"a.md": [], "news/b.md": []})
        assert told.report["summary"]["baseline"] == 3
        assert "3 findings known from the baseline." in copydesk("check")[1]

    def test_tells_what_is_new(self, desk, check) -> None:
        desk.write("a.md", "Then teh rest.", "", *TWICE)
        desk.write("c.md", *TWICE)
        told = check()
        assert (told.status, told.slips) == (1, {"a.md": [1], "c.md": [1, 5], "news/b.md": []})

    def test_edits_elsewhere_in_the_article_change_nothing(self, desk, check) -> None:
        desk.write("a.md", "# A headline", "", "A new beginning.", "", *TWICE, "", "And a new end.")
        assert check().slips["a.md"] == []

    def test_an_edit_beside_a_known_finding_does_not_make_it_new(self, desk, check, copydesk) -> None:
        desk.write("a.md", "It had been teh end.", "", *TWICE[2:])
        told = check()
        assert (told.slips["a.md"], fixed(told)) == ([], [])
        assert copydesk("baseline", "update")[1] == f"{FILE}: 3 known findings (0 added, 0 taken out).\n"
        assert held()["a.md"][0] == "It had been [teh] end. Nobody knew. It"
        desk.write("a.md", "It had been teh end.", "", *TWICE[2:], "", "Now teh new one.")
        assert check().slips["a.md"] == [7]

    def test_says_when_something_is_fixed(self, desk, check) -> None:
        desk.write("a.md", *TWICE[:4])
        assert fixed(check()) == ["1 known finding is fixed."]
        desk.write("news/b.md", "Fine.")
        assert fixed(check()) == ["2 known findings are fixed."]
        assert fixed(check("a.md")) == ["1 known finding is fixed."]
        assert fixed(check("--select", "typos/very")) == [], "that rule was not asked for"
        assert fixed(check("--no-baseline")) == []

    def test_the_second_of_two_twins_stays_known_when_the_first_is_mended(self, desk, check, copydesk) -> None:
        desk.write("twins.md", "He saw teh end.", "", "He saw teh end.", "", "He saw teh end.")
        copydesk("baseline", "write", "--force")
        desk.write("twins.md", "He saw the end.", "", "He saw teh end.", "", "He saw teh end.")
        told = check()
        assert told.slips["twins.md"] == []
        assert fixed(told) == ["1 known finding is fixed."]
        copydesk("baseline", "update")
        assert check().slips["twins.md"] == []
        desk.write("twins.md", "He saw teh end.", "", "He saw teh end.", "", "He saw teh end.")
        assert len(check().slips["twins.md"]) == 1, "what was mended once is new the next time"

    def test_what_was_not_looked_for_is_not_fixed(self, desk, check) -> None:
        desk.write("a.md", "Der Minister hat nicht mit den Bauern gesprochen, und das ist für sie ein Problem.")
        told = check()
        assert [each["reason"] for each in told.report["skipped"]] == ["not in English"]
        assert fixed(told) == []
        source = Source("a.md", "Fine.")
        report = Report((FileReport("a.md", source, ()),), skipped_rules=(Skipped("typos/teh", "no tags"),))
        assert matching.narrow(report, files.read(Path(FILE)), whole=True) == report

    def test_works_with_what_git_says_has_changed(self, desk, check) -> None:
        desk.commit()
        desk.write("a.md", *TWICE, "", "One more: teh.")
        assert check("--since", "HEAD").slips == {"a.md": [7]}
        assert check("--changed-lines").slips == {"a.md": [7]}
        desk.git("add", "--all")
        desk.write("a.md", "gone")
        assert check("--staged").slips == {"a.md": [7]}

    def test_knows_standard_input_by_its_name(self, desk, copydesk, monkeypatch) -> None:  # noqa: ARG002
        import io
        import sys

        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("\n".join(TWICE).encode())))
        assert "2 findings known" in copydesk("check", "-", "--stdin-filename", "a.md")[1]


class TestRename:
    def test_takes_what_is_known_along(self, desk, check, copydesk) -> None:
        (desk.folder / "a.md").rename(desk.folder / "z.md")
        told = check()
        assert (told.status, told.slips, fixed(told)) == (0, {"news/b.md": [], "z.md": []}, [])
        assert copydesk("baseline", "update")[1] == f"{FILE}: 3 known findings (0 added, 0 taken out).\n"
        assert sorted(held()) == ["news/b.md", "z.md"]
        assert check().slips == {"news/b.md": [], "z.md": []}

    def test_a_copy_of_an_article_that_is_still_there_is_new(self, desk, check) -> None:
        desk.write("z.md", *TWICE)
        assert check("z.md").slips == {"z.md": [1, 5]}


class TestWhere:
    def test_it_is_found_from_a_folder_further_down(self, desk, check, monkeypatch) -> None:
        monkeypatch.chdir(desk.folder / "news")
        assert check().report["summary"]["baseline"] == 1
        assert check("../a.md").report["summary"]["baseline"] == 2
        assert check(str(desk.folder / "a.md")).report["summary"]["baseline"] == 2

    def test_it_is_written_beside_the_configuration(self, repo, check, copydesk, monkeypatch) -> None:
        repo.write("desk/.copydesk.yaml", "words: [teh-teh]")
        repo.write("desk/news/a.md", "teh")
        monkeypatch.chdir(repo.folder / "desk" / "news")
        copydesk("baseline", "write")
        assert held(f"../{FILE}") == {"news/a.md": ["[teh]"]}
        assert check().slips == {"a.md": []}

    def test_the_configuration_names_another(self, repo, check, copydesk) -> None:
        repo.write(".copydesk.yaml", "baseline: desk/known.json")
        repo.write("desk/a.md", "teh")
        told = check()
        assert told.status == 2
        assert "desk/known.json: There is no such baseline. “copydesk baseline write” makes one" in told.stderr
        copydesk("baseline", "write")
        assert held("desk/known.json") == {"a.md": ["[teh]"]}
        assert check().slips == {"desk/a.md": []}

    def test_the_command_line_has_the_last_word(self, desk, check, copydesk) -> None:  # noqa: ARG002
        copydesk("baseline", "write", "--baseline", "other.json", "a.md")
        assert check("--baseline", "other.json").slips == {"a.md": [], "news/b.md": [3]}
        assert check("--no-baseline").slips == {"a.md": [1, 5], "news/b.md": [3]}
        assert check("--baseline", "other.json", "--no-baseline").status == 2

    def test_that_of_another_repository_is_none_of_ours(self, desk, check, monkeypatch) -> None:
        desk.git("init", "--quiet", "inner")
        desk.write("inner/a.md", "teh")
        monkeypatch.chdir(desk.folder / "inner")
        assert check().slips == {"a.md": [1]}


class TestWrite:
    def test_is_sorted_has_a_finding_a_line_and_does_not_depend_on_the_run(self, desk, copydesk) -> None:
        text = Path(FILE).read_text(encoding="utf-8")
        assert held() == {
            "a.md": ["It was [teh] end. Nobody knew. It", "knew. It rained on [teh] town."],
            "news/b.md": ["So be it. All [teh] while."],
        }
        assert text.count("\n") == 3 + 10
        (desk.folder / FILE).unlink()
        copydesk("baseline", "write", "news", "a.md")
        assert Path(FILE).read_text(encoding="utf-8") == text
        assert files.text_of(files.read(Path(FILE))) == text

    def test_grows_only_if_it_is_made_to(self, desk, copydesk, check) -> None:
        desk.write("a.md", *TWICE, "", "More of teh same.")
        before = Path(FILE).read_bytes()
        told = copydesk("baseline", "write")
        assert told == (
            2,
            "",
            f"copydesk: {FILE}: The baseline would grow: 1 finding is new. Fix it, or add it with --force.\n",
        )
        assert Path(FILE).read_bytes() == before
        assert copydesk("baseline", "write", "--force")[1] == f"{FILE}: 4 known findings (1 added, 0 taken out).\n"
        assert check().status == 0

    def test_may_shrink(self, desk, copydesk) -> None:
        desk.write("a.md", "Fine.")
        assert copydesk("baseline", "write")[1] == f"{FILE}: 1 known finding (0 added, 2 taken out).\n"

    def test_leaves_what_stands_beyond_its_paths(self, desk, copydesk) -> None:
        desk.write("a.md", "Fine.")
        desk.write("news/b.md", "Fine.")
        copydesk("baseline", "write", "news")
        assert sorted(held()) == ["a.md"]

    def test_leaves_suggestions_to_those_who_ask_for_all(self, repo, check, copydesk) -> None:
        repo.write("a.md", "It was very late.")
        copydesk("baseline", "write")
        assert held() == {}
        assert check("--all").slips == {"a.md": [1]}
        copydesk("baseline", "write", "--all", "--force")
        assert check("--all").slips == {"a.md": []}

    def test_records_nothing_if_an_article_cannot_be_read(self, repo, copydesk) -> None:
        repo.write("a.md", "teh")
        repo.write("b.md").write_bytes(b"\xff")
        status, out, err = copydesk("baseline", "write")
        assert (status, out) == (2, "")
        assert "b.md:1:1: Byte 0xff" in err
        assert not Path(FILE).exists()

    def test_odd_names_and_odd_texts_come_back_as_they_were(self, repo, copydesk, check) -> None:
        for name in ('quote".md', "new\nline.md", "bytes\udcff.md", "ümlaut 你.md", "\u202egnp.md"):
            repo.write(name, "\x1b[31m \u2028 teh \\ {not a brace}")
        assert copydesk("baseline", "write")[2] == ""
        assert len(held()) == 5
        assert check().status == 0
        assert copydesk("baseline", "show")[0] == 0

    def test_makes_a_broken_one_anew_if_it_is_made_to(self, desk, copydesk) -> None:
        whole = Path(FILE).read_bytes()
        desk.write(FILE, "{")
        assert copydesk("baseline", "write")[0] == 2
        assert Path(FILE).read_bytes() == b"{\n"
        assert copydesk("baseline", "write", "--force")[0] == 0
        assert Path(FILE).read_bytes() == whole

    @pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
    def test_killed_at_any_moment_it_leaves_the_old_or_the_new(self, desk) -> None:
        few = files.read(Path(FILE))
        many = replace(few, files={f"{number}.md": few.files["a.md"] for number in range(500)})
        for number in range(100):
            files.write(few)
            if not (child := os.fork()):
                while True:
                    files.write(many)
                    files.write(few)
            time.sleep(number / 10_000)
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            assert files.read(Path(FILE)) in (few, many)
        shown = sorted(file.name for file in desk.folder.iterdir() if not file.name.startswith("."))
        assert shown == ["a.md", "news"], "what is half written is hidden"

    def test_what_cannot_be_written_is_told(self, repo, copydesk) -> None:
        repo.write("a.md", "teh")
        status, _, err = copydesk("baseline", "write", "--baseline", "nowhere/known.json")
        assert status == 2
        assert err.startswith(
            "copydesk: nowhere/known.json: The baseline cannot be written: No such file or directory."
        )


class TestUpdate:
    def test_takes_out_what_is_fixed_and_adds_nothing(self, desk, copydesk, check) -> None:
        desk.write("a.md", "Now teh start.", "", *TWICE[:4])
        assert copydesk("baseline", "update")[1] == f"{FILE}: 2 known findings (0 added, 1 taken out).\n"
        assert check().slips == {"a.md": [1], "news/b.md": []}

    def test_leaves_the_rest_byte_for_byte(self, desk, copydesk) -> None:
        lines = Path(FILE).read_text(encoding="utf-8").splitlines()
        desk.write("a.md", "A new headline.", "", *TWICE[:4])
        copydesk("baseline", "update")
        after = Path(FILE).read_text(encoding="utf-8").splitlines()
        assert [line.rstrip(",") for line in lines if "town" not in line] == [line.rstrip(",") for line in after]
        copydesk("baseline", "update")
        assert Path(FILE).read_text(encoding="utf-8").splitlines() == after

    def test_forgets_articles_that_are_gone_but_only_where_it_looked(self, desk, copydesk) -> None:
        (desk.folder / "a.md").unlink()
        (desk.folder / "news/b.md").unlink()
        desk.write("news/c.md", "Fine.")
        copydesk("baseline", "update", "news")
        assert sorted(held()) == ["a.md"]

    def test_keeps_what_was_not_looked_at(self, desk, copydesk) -> None:
        desk.write(".copydesk.yaml", "exclude: [news/]")
        copydesk("baseline", "update")
        assert sorted(held()) == ["a.md", "news/b.md"]

    def test_needs_a_baseline(self, repo, copydesk) -> None:
        repo.write("a.md", "teh")
        for command in ("update", "show"):
            status, _, err = copydesk("baseline", command)
            assert status == 2
            assert f"{FILE}: There is no such baseline." in err


class TestShow:
    def test_counts_by_rule_and_article_and_tells_what_is_fixed(self, desk, copydesk) -> None:
        desk.write("a.md", *TWICE[:4])
        (desk.folder / "news/b.md").unlink()
        expected = (
            f"{FILE}: 3 known findings in 2 articles.\n\n"
            "By rule:\n  3  typos/teh\n\n"
            "By article:\n  2  a.md\n  1  news/b.md\n\n"
            "Fixed, or their articles gone; “copydesk baseline update” takes them out:\n"
            "  a.md: knew. It rained on [teh] town.  typos/teh\n"
            "  news/b.md: So be it. All [teh] while.  typos/teh\n"
        )
        assert copydesk("baseline", "show") == (0, expected, "")

    def test_gives_the_same_as_json(self, desk, copydesk) -> None:
        desk.write("a.md", *TWICE[:4])
        told = json.loads(copydesk("baseline", "show", "--format", "json")[1])
        assert [(each["path"], each["stale"]) for each in told["findings"]] == [
            ("a.md", False),
            ("a.md", True),
            ("news/b.md", False),
        ]

    def test_of_an_empty_one(self, repo, copydesk) -> None:
        repo.write("a.md", "Fine.")
        copydesk("baseline", "write")
        assert copydesk("baseline", "show")[1] == f"{FILE}: 0 known findings in 0 articles.\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{\n<<<<<<< ours\n}", ":2: The baseline holds a merge conflict. Keep the lines of both sides"),
        ('{"version": 1,\n "files": {,}}', ":2:12: The baseline is not JSON: "),
        ("[]", ": This is no baseline of Copydesk."),
        ("{}", ": This is no baseline of Copydesk."),
        ('{"version": "1", "files": {}}', ": This is no baseline of Copydesk."),
        ('{"version": true, "files": []}', ": This is no baseline of Copydesk."),
        ('{"version": 1, "files": {"a.md": [1]}}', ": This is no baseline of Copydesk."),
        ('{"version": 1, "files": {"a.md": [{"rule": "x"}]}}', ": This is no baseline of Copydesk."),
        (
            '{"version": 1, "files": {"a.md": [{"rule": "x", "text": "x", "context": "x", "fingerprint": 3}]}}',
            ": This is no baseline of Copydesk.",
        ),
        ('{"version": 2, "lists": {}}', ": The baseline was written by a newer Copydesk."),
        ("[" * 100_000, ": The baseline is nested too deeply."),
        ("\ud800", ": The baseline is not UTF-8."),
        ("", ":1:1: The baseline is not JSON: "),
    ],
)
def test_a_broken_file_is_told_with_its_place_and_passes_nothing(repo, check, text: str, told: str) -> None:
    repo.write("a.md", "teh")
    (repo.folder / FILE).write_bytes(text.encode("utf-8", "surrogatepass"))
    ended = check()
    assert (ended.status, ended.slips) == (2, {})
    assert f"{FILE}{told}" in ended.stderr
