"""What a configuration extends: files and installed packages, laid under it; nothing of them is run."""

import sys
from pathlib import Path

import pytest

from lint import catalog, plan
from lint.config import Config, read
from lint.errors import UserErrors
from lint.model import Severity


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def written(**texts: str) -> Config:
    """Write files (`house__base` is `house/base.yaml`, `own` the configuration) and read the configuration."""
    for name, text in texts.items():
        path = Path(".copydesk.yaml" if name == "own" else f"{name.replace('__', '/')}.yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read(Path(".copydesk.yaml"))


def mistakes(**texts: str) -> list[str]:
    with pytest.raises(UserErrors) as caught:
        written(**texts)
    return [str(error) for error in caught.value.errors]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Install a package that must not be imported, with two configurations, one of them named."""
    site = tmp_path / "site"
    folder, metadata = site / "acme_desk", site / "acme_desk-1.0.dist-info"
    (folder / "inner").mkdir(parents=True)
    metadata.mkdir()
    (folder / "__init__.py").write_text("raise SystemExit('the package was imported')", encoding="utf-8")
    (folder / "copydesk.yaml").write_text("words: [spreadable]\n", encoding="utf-8")
    (folder / "sports.yaml").write_text("extends: copydesk.yaml\nwords: [Techfest]\n", encoding="utf-8")
    (folder / "inner" / "acme.yaml").write_text("packs: style\n", encoding="utf-8")
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-desk\nVersion: 1.0\n", encoding="utf-8")
    entry = "[copydesk.configurations]\nacme = acme_desk.inner\n"
    (metadata / "entry_points.txt").write_text(entry, encoding="utf-8")
    monkeypatch.syspath_prepend(site)
    return folder


class TestLayingOver:
    def test_lists_add_up(self) -> None:
        config = written(
            base="packs: style\nwords: [spreadable, ferryman]\nexclude: archive/\n",
            own="extends: base.yaml\npacks: names\nwords: [Techfest, ferryman]\nexclude: '*.tmp.md'\n",
        )
        assert (config.packs, config.words) == (("style", "names"), ("spreadable", "ferryman", "Techfest"))
        assert [config.excludes(Path(name)) for name in ("archive/a.md", "b.tmp.md", "c.md")] == [True, True, False]

    def test_a_later_pattern_takes_back_what_an_earlier_one_excludes(self) -> None:
        config = written(base="exclude: 'wire-*.md'\n", own="extends: base.yaml\nexclude: '!wire-own.md'\n")
        assert [config.excludes(Path(name)) for name in ("wire-a.md", "wire-own.md")] == [True, False]

    def test_rules_join_key_by_key(self) -> None:
        config = written(
            base="rules: {claims/vague-source: {severity: error, window: 5}, typos: off}\n",
            own="extends: base.yaml\nrules: {claims/vague-source: {window: 1}, typos: on}\n",
        )
        setting = config.rules["claims/vague-source"]
        assert (setting.severity, setting.options, config.rules["typos"].on) == (Severity.ERROR, {"window": "1"}, True)
        assert [str(setting.places[key]) for key in ("severity", "window")] == ["base.yaml:1:31", ".copydesk.yaml:2:31"]

    def test_a_single_value_stands_if_it_is_said(self) -> None:
        base = "language: {spelling: british}\nnames: names.yaml\n"
        assert written(base=base, own="extends: base.yaml\n").spelling == "british"
        own = written(base=base, own="extends: base.yaml\nlanguage: {spelling: american}\nnames: own.yaml\n")
        assert (own.spelling, own.names) == ("american", Path("own.yaml"))

    def test_of_several_the_later_weighs_more(self) -> None:
        config = written(
            one="rules: {typos: off, names: off}\n", two="rules: {typos: on}\n", own="extends: [one.yaml, two.yaml]\n"
        )
        assert (config.rules["typos"].on, config.rules["names"].on) == (True, False)

    def test_sections_of_the_extended_file_come_first(self) -> None:
        config = written(
            base="paths: {'*.md': {rules: {typos: warning, names: warning}}}\n",
            own="extends: base.yaml\npaths: {'a*': {rules: {typos: error}}}\n",
        )
        rules = config.for_path("a.md").rules
        assert (rules["typos"].severity, rules["names"].severity) == (Severity.ERROR, Severity.WARNING)

    def test_prose_fields_add_up(self) -> None:
        config = written(
            base="markup: {prose_fields: {title: deck, kicker: deck}}\n",
            own="extends: base.yaml\nmarkup: {prose_fields: {blurb: deck}}\n",
        )
        assert {config.markup.prose_fields[name] for name in ("title", "kicker", "blurb")} == {"deck"}

    def test_a_file_that_is_reached_twice_counts_once(self) -> None:
        config = written(
            base="rules: {typos: off}\n",
            one="extends: base.yaml\nrules: {typos: on}\n",
            two="extends: base.yaml\n",
            own="extends: [one.yaml, two.yaml]\n",
        )
        assert config.rules["typos"].on is True
        assert config.files == (Path("base.yaml"), Path("one.yaml"), Path("two.yaml"), Path(".copydesk.yaml"))


class TestPaths:
    def test_globs_count_from_the_configuration_and_files_from_the_file_that_names_them(self) -> None:
        Path("house/archive").mkdir(parents=True)
        Path("house/own-rules").mkdir()
        Path("house/words.txt").write_text("spreadable\n", encoding="utf-8")
        config = written(
            house__base="exclude: /drafts/old/\nword_files: words.txt\nnames: names.yaml\narchive: archive\n"
            "rule_folders: own-rules\npaths: {'/drafts/': {rules: {typos: off}, because: raw}}\n",
            own="extends: house/base.yaml\n",
        )
        assert config.excludes(Path("drafts/old/a.md"))
        assert config.for_path("drafts/a.md").rules["typos"].on is False
        assert config.words == ("spreadable",)
        assert (config.names, config.archive) == (Path("house/names.yaml"), (Path("house/archive"),))
        assert config.rule_folders == (Path("house/own-rules"),)
        assert set(config.files) == {
            Path("house/base.yaml"), Path("house/words.txt"), Path("house/names.yaml"), Path(".copydesk.yaml"),
        }  # fmt: skip

    def test_the_usual_folder_of_rules_is_that_of_the_repository(self) -> None:
        for folder in ("house/rules", "rules"):
            Path(folder).mkdir(parents=True)
        assert written(house__base="packs: style\n", own="extends: house/base.yaml\n").rule_folders == (Path("rules"),)

    def test_a_file_may_lie_above_the_configuration(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "newsroom.yaml").write_text("packs: style\n", encoding="utf-8")
        (tmp_path / "desk").mkdir()
        monkeypatch.chdir(tmp_path / "desk")
        assert written(own="extends: ../newsroom.yaml\n").packs == ("style",)


class TestPackages:
    def test_the_usual_configuration_one_of_its_files_and_one_by_name(self, package: Path) -> None:
        assert written(own="extends: package:acme_desk\n").words == ("spreadable",)
        assert written(own="extends: package:acme_desk/sports.yaml\n").words == ("spreadable", "Techfest")
        named = written(own="extends: package:acme\n")
        assert (named.packs, named.files[0]) == (("style",), package / "inner" / "acme.yaml")
        assert "acme_desk" not in sys.modules

    @pytest.mark.parametrize(
        ("name", "told"),
        [
            ("package:no_such_desk", "The package “no_such_desk” is not installed. Install it where Copydesk runs."),
            ("package:acmes", "The package “acmes” is not installed. Did you mean “acme”?"),
            ("package:acme_desk/x.yaml", "has no configuration “x.yaml”. It has copydesk.yaml, sports.yaml."),
            ("package:acme_desk/../own.yaml", "has no configuration “../own.yaml”."),
            ("package:", "The package “” is not installed."),
            ("acme_desk/sports.yaml", "Write “package:acme_desk/sports.yaml” for the one of the installed package."),
            ("acme.yaml", "There is no file “acme.yaml” to extend. Paths count from this file;"),
        ],
    )
    @pytest.mark.usefixtures("package")
    def test_what_is_not_there_is_told_where_it_is_extended(self, name: str, told: str) -> None:
        (mistake,) = mistakes(own=f"extends:\n  - {name!r}\n")
        assert mistake.startswith(".copydesk.yaml:2:5: ")
        assert told in mistake


class TestMistakes:
    def test_those_of_all_files_are_told_at_once_each_at_its_place(self) -> None:
        told = mistakes(
            base="extends: [gone.yaml]\npakcs: style\n",
            two="rules: {typos: loud}\nextends: [gone.yaml]\n",
            three="extends:\n- gone.yaml\n",
            own="extends: [base.yaml, two.yaml, three.yaml]\n",
        )
        assert [line.partition(". ")[0] for line in told] == [
            "base.yaml:2:1: Unknown key “pakcs”",
            "three.yaml:2:3: There is no file “gone.yaml” to extend",
            "two.yaml:1:16: A rule cannot be “loud”",
        ]

    def test_what_is_wrong_beside_extends_is_told_too(self) -> None:
        told = mistakes(own="rule_folders: [gone]\nextends: gone.yaml\nword_files: [gone.txt]\n")
        assert [line.split(":")[1] for line in told] == ["1", "2", "3"]

    def test_a_circle_is_told_where_it_closes(self) -> None:
        assert mistakes(
            one="extends: two.yaml\n", two="packs: style\nextends: one.yaml\n", own="extends: one.yaml\n"
        ) == ["two.yaml:2:1: “one.yaml” is extended by way of itself. Take it out here."]
        assert mistakes(own="extends: ./.copydesk.yaml\n") == [
            ".copydesk.yaml:1:1: “./.copydesk.yaml” is extended by way of itself. Take it out here."
        ]

    def test_a_circle_through_a_link_is_one(self) -> None:
        Path("link.yaml").symlink_to(".copydesk.yaml")
        assert len(mistakes(own="extends: link.yaml\n")) == 1

    def test_a_chain_without_end_is_told(self) -> None:
        files = {f"base{n}": f"extends: base{n + 1}.yaml\n" for n in range(100)}
        (mistake,) = mistakes(**files, own="extends: base0.yaml\n")
        assert mistake.startswith("base18.yaml:1:1: “base19.yaml” is reached by way of 20 files")

    def test_an_unknown_rule_in_an_extended_file_is_told_there(self) -> None:
        config = written(base="rules:\n  typos/duobled-word: off\n", own="extends: base.yaml\n")
        with pytest.raises(UserErrors, match=r"base\.yaml:2:3: There is no rule or pack “typos/duobled-word”"):
            plan.check(catalog.load(), config, plan.Selection())

    def test_what_is_no_file_is_not_read(self) -> None:
        Path("folder.yaml").mkdir()
        (mistake,) = mistakes(own="extends: folder.yaml\n")
        assert "There is no file “folder.yaml” to extend." in mistake
        (mistake,) = mistakes(own="word_files: [/dev/zero]\n")
        assert "“/dev/zero” cannot be read: it is no ordinary file." in mistake
