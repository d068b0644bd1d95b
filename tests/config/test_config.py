from pathlib import Path

import pytest

from lint.config import Config, RuleSetting, find, read
from lint.errors import Place, UserErrors
from lint.model import Severity


def config(folder: Path, text: str) -> Config:
    (folder / ".copydesk.yaml").write_text(text, encoding="utf-8")
    return read(folder / ".copydesk.yaml")


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def mistakes(text: str) -> list[str]:
    with pytest.raises(UserErrors) as caught:
        config(Path(), text)
    return [str(error) for error in caught.value.errors]


class TestFinding:
    def test_the_nearest_file_above_counts(self, tmp_path: Path) -> None:
        (tmp_path / "opinion" / "july").mkdir(parents=True)
        (tmp_path / ".copydesk.yaml").touch()
        (tmp_path / "opinion" / ".copydesk.yml").touch()
        assert find(Path("opinion/july/column.md")) == Path("opinion/.copydesk.yml")
        assert find(Path("news.md")) == Path(".copydesk.yaml")

    def test_a_folder_may_hold_its_own(self, tmp_path: Path) -> None:
        (tmp_path / "opinion").mkdir()
        (tmp_path / "opinion" / ".copydesk.yaml").touch()
        assert find(Path("opinion")) == Path("opinion/.copydesk.yaml")

    def test_the_search_ends_at_the_root_of_the_repository(self, tmp_path: Path) -> None:
        (tmp_path / ".copydesk.yaml").touch()
        (tmp_path / "desk" / ".git").mkdir(parents=True)
        assert find(Path("desk/a.md")) is None

    def test_outside_the_working_directory_the_path_is_whole(self, tmp_path: Path, monkeypatch) -> None:
        (tmp_path / ".copydesk.yaml").touch()
        (tmp_path / "desk").mkdir()
        monkeypatch.chdir(tmp_path / "desk")
        assert find(Path("a.md")) == tmp_path / ".copydesk.yaml"


class TestReading:
    def test_an_empty_file_changes_nothing(self, tmp_path: Path) -> None:
        read_in = config(tmp_path, "# nothing yet\n")
        assert (read_in.packs, read_in.rules, read_in.sections, read_in.rule_folders) == ((), {}, (), ())

    def test_keys_with_nothing_behind_them_change_nothing(self, tmp_path: Path) -> None:
        assert config(tmp_path, "rules:\n  # typos: off\npacks:\n").rules == {}

    def test_a_rule_is_turned_on_or_off_or_given_a_severity_or_options(self) -> None:
        rules = config(
            Path(),
            "rules:\n"
            "  claims: off\n"
            "  typos/a-an: on\n"
            "  names: warning\n"
            "  copy/stop: {severity: error, window: 3, words: [a, b]}\n",
        ).rules
        file = ".copydesk.yaml"
        assert rules["claims"] == RuleSetting(
            on=False, severity=None, options={}, place=Place(file, 2, 3), places={"on": Place(file, 2, 3)}
        )
        assert rules["typos/a-an"].on is True
        assert (rules["names"].on, rules["names"].severity) == (None, Severity.WARNING)
        assert rules["copy/stop"] == RuleSetting(
            on=None,
            severity=Severity.ERROR,
            options={"window": "3", "words": ["a", "b"]},
            place=Place(file, 5, 3),
            places={"window": Place(file, 5, 32), "words": Place(file, 5, 43), "severity": Place(file, 5, 15)},
        )

    def test_sections_lie_over_the_base_in_file_order(self) -> None:
        read_in = config(
            Path(),
            "rules: {typos/x: {severity: error, window: 1}}\n"
            "paths:\n"
            "  opinion/**: {rules: {typos/x: {window: 2}, names: off}, ignore: claims, because: columns}\n"
            "  opinion/guests/: {rules: {typos/x: off}, ignore: [claims, copy], because: not ours}\n",
        )
        guest = read_in.for_path("opinion/guests/lee.md")
        assert guest.ignore == ("claims", "copy")
        setting = guest.rules["typos/x"]
        assert (setting.on, setting.severity, setting.options) == (False, Severity.ERROR, {"window": "2"})
        assert read_in.for_path("opinion/own.md").rules["typos/x"].on is None
        assert read_in.for_path("news/opinion.md").rules == read_in.rules

    def test_paths_count_from_the_file_wherever_one_stands(self, tmp_path: Path, monkeypatch) -> None:
        read_in = config(tmp_path, "exclude: [/archive/, '*.tmp.md']\n")
        (tmp_path / "news").mkdir()
        monkeypatch.chdir(tmp_path / "news")
        assert read_in.relative(Path("../archive/a.md")) == "archive/a.md"
        assert read_in.excludes(Path("../archive/a.md"))
        assert read_in.excludes(Path("b.tmp.md"))
        assert not read_in.excludes(Path("archive/a.md"))

    def test_files_of_words_and_names_are_no_articles(self, tmp_path: Path) -> None:
        (tmp_path / "words.txt").write_text("Techfest\n", encoding="utf-8")
        (tmp_path / "names.txt").write_text("people: []\n", encoding="utf-8")
        read_in = config(tmp_path, "word_files: words.txt\nnames: names.txt\n")
        left_out = [read_in.excludes(tmp_path / name) for name in ("words.txt", "names.txt", "news/words.txt", "a.txt")]
        assert left_out == [True, True, False, False]

    def test_the_folder_rules_is_taken_if_it_is_there(self, tmp_path: Path) -> None:
        assert config(Path(), "packs: style\n").rule_folders == ()
        (tmp_path / "rules").mkdir()
        assert config(Path(), "packs: style\n").rule_folders == (Path("rules"),)
        assert config(Path(), "rule_folders: []\n").rule_folders == ()

    def test_every_name_is_told_with_its_place(self) -> None:
        read_in = config(
            Path(),
            "packs: [style]\nrules:\n  claims: off\npaths:\n  a/**:\n    ignore: [names]\n"
            "    because: old\n    rules: {typos/x: off}\n",
        )
        named = {name: (place.line, place.column) for name, place in read_in.named}
        assert named == {"style": (1, 9), "claims": (3, 3), "names": (6, 14), "typos/x": (8, 13)}


class TestMistakes:
    def test_an_unknown_key_meets_its_nearest_neighbour(self) -> None:
        assert mistakes("pack: [style]\n") == [".copydesk.yaml:1:1: Unknown key “pack”. Did you mean “packs”?"]

    def test_an_unknown_key_far_from_all_meets_the_list_of_them(self) -> None:
        assert mistakes("zzz: 1\n") == [
            (
                ".copydesk.yaml:1:1: Unknown key “zzz”. Known here: extends, packs, rules, paths, rule_folders, exclude, markup, "
                "language, words, word_files, names, archive, baseline."
            )
        ]

    def test_ignoring_asks_for_a_reason(self) -> None:
        assert mistakes("paths:\n  a/**:\n    ignore: claims\n") == [
            ".copydesk.yaml:2:3: Rules are ignored here without a reason. Add “because: …” and say why."
        ]

    def test_turning_a_rule_off_for_some_files_asks_for_a_reason(self) -> None:
        assert mistakes("paths:\n  a/**:\n    rules: {claims: off, names: on}\n    because: ''\n") == [
            ".copydesk.yaml:2:3: Rules are off here without a reason. Add “because: …” and say why."
        ]

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("rules: off\n", "“rules” must be a mapping (“key: value”), not “off”."),
            ("- rules\n", "A configuration must be a mapping (“key: value”), not a list."),
            ("rules: {x: [a]}\n", "“x” must be a mapping (“key: value”), not a list."),
            ("rules: {x: {window: {a: b}}}\n", "“window” must be a text or a list, not a mapping."),
            ("rules: {x: }\n", "A rule cannot be set to nothing."),
            ("paths: {'!': {ignore: [a], because: b}}\n", "“!” is not a path pattern. Write it as in .gitignore."),
            ("rule_folders: [house]\n", "There is no folder “house”. Paths count from this file."),
            ("rules: {a: off, a: on}\n", "The key “a” stands here twice."),
        ],
    )
    def test_it_is_said_in_plain_words(self, text: str, told: str) -> None:
        (mistake,) = mistakes(text)
        assert told in mistake

    def test_all_are_told_at_once_in_their_order(self) -> None:
        told = mistakes("zzz: 1\nrules:\n  a: loud\n  b: {severity: bad}\nexclude: {a: b}\n")
        assert [line.split(":")[1:3] for line in told] == [["1", "1"], ["3", "6"], ["4", "17"], ["5", "1"]]

    def test_bad_bytes_are_told_with_their_place(self, tmp_path: Path) -> None:
        (tmp_path / ".copydesk.yaml").write_bytes(b"packs: [\xe9]\n")
        with pytest.raises(UserErrors, match=r"\.copydesk\.yaml:1:9: Byte 0xe9"):
            read(Path(".copydesk.yaml"))

    def test_a_file_that_cannot_be_read_is_told(self) -> None:
        with pytest.raises(UserErrors, match="Cannot be read: No such file"):
            read(Path(".copydesk.yaml"))
