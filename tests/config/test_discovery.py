import os
from pathlib import Path

import pytest

from lint.discovery import Wanted, discover

SUFFIXES = frozenset({".md", ".txt"})


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def make(name: str, text: str = "") -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def names(*paths: str, **options) -> list[str]:
    found = discover(paths, Wanted(SUFFIXES, **options))
    assert not found.errors
    return [file.as_posix() for file in found.files]


def errors(*paths: str) -> list[str]:
    return [str(error) for error in discover(paths, Wanted(SUFFIXES)).errors]


def test_folders_are_walked_in_order_for_the_suffixes_that_are_read() -> None:
    for name in ("b/z.md", "b/a.TXT", "a.md", "b/c/d.md", "b/picture.png", "b.md"):
        make(name)
    assert names(".") == ["a.md", "b/a.TXT", "b/c/d.md", "b/z.md", "b.md"]


def test_hidden_files_libraries_and_templates_are_passed_over() -> None:
    for name in (".git/x.md", ".venv/y.md", "._a.md", "node_modules/b.md", "_layouts/c.html", "a.md"):
        make(name)
    assert names(".") == ["a.md"]


def test_each_file_comes_once_under_the_name_given_first() -> None:
    make("drafts/a.md")
    whole = str(Path("drafts/a.md").absolute())
    assert names("drafts", "./drafts/a.md", whole, "drafts/../drafts/a.md") == ["drafts/a.md"]


def test_a_named_file_is_always_taken() -> None:
    make(".gitignore", "*.md\n")
    make("a.md")
    make("notes")
    assert names("a.md", "notes", excluded=lambda _path: True) == ["a.md", "notes"]


@pytest.mark.skipif(not Path("/dev/zero").is_char_device(), reason="needs /dev/zero")
def test_a_device_is_no_draft_even_by_a_link() -> None:
    Path("zero.md").symlink_to("/dev/zero")
    (error,) = discover(["zero.md"], [".md"]).errors
    assert str(error) == "zero.md: This is a device, and no file. “-” reads standard input."


def test_excluded_files_are_left_out_of_folders() -> None:
    make("a.md")
    make("b.md")
    assert names(".", excluded=lambda path: path.name == "a.md") == ["b.md"]


class TestGitignore:
    def test_is_respected_without_git(self) -> None:
        make(".gitignore", "out/\n*.tmp.md\n")
        for name in ("out/a.md", "b.tmp.md", "c.md", "d/out/e.md"):
            make(name)
        assert names(".") == ["c.md"]

    def test_inner_files_overrule_outer_ones(self) -> None:
        make(".gitignore", "draft*.md\n")
        make("keep/.gitignore", "!draft.md\nold.md\n")
        for name in ("draft.md", "keep/draft.md", "keep/draft2.md", "keep/old.md", "old.md"):
            make(name)
        assert names(".") == ["keep/draft.md", "old.md"]

    def test_counts_from_the_root_of_the_repository(self) -> None:
        make(".git/info/exclude", "secret.md\n")
        make(".gitignore", "/news/old/\n")
        for name in ("news/old/a.md", "news/secret.md", "news/b.md"):
            make(name)
        assert names("news") == ["news/b.md"]

    def test_a_named_folder_is_read_although_it_is_ignored(self) -> None:
        make(".git/HEAD")
        make(".gitignore", "drafts/\n")
        make("drafts/a.md")
        assert names("drafts") == ["drafts/a.md"]

    def test_a_folder_once_ignored_is_not_looked_into(self) -> None:
        make(".gitignore", "out\n!out/a.md\n")
        make("out/a.md")
        make("b.md")
        assert names(".") == ["b.md"]

    def test_names_that_are_no_utf_8_are_matched_too(self) -> None:
        make(".gitignore", "out*.md\n")
        make("out\udcff.md")
        make("a\udcff.md")
        assert names(".") == ["a\udcff.md"]

    def test_lines_that_are_no_pattern_are_passed_over(self) -> None:
        make(".gitignore", "!\n\\\n# a comment\n\nout.md\n")
        make("out.md")
        make("a.md")
        assert names(".") == ["a.md"]


class TestLinks:
    def test_a_loop_ends(self) -> None:
        make("a/b.md")
        Path("a/again").symlink_to("..", target_is_directory=True)
        found = discover(["."], Wanted(SUFFIXES))
        assert [str(file) for file in found.files] == ["a/b.md"]
        assert [(each.path, each.reason) for each in found.skipped] == [("a/again", "a link to a folder")]

    def test_a_link_to_a_file_is_a_file(self) -> None:
        make("a.md")
        Path("b.md").symlink_to("a.md")
        Path("gone.md").symlink_to("nowhere.md")
        assert names(".") == ["a.md", "b.md"]

    def test_a_link_to_itself_is_told(self) -> None:
        Path("a.md").symlink_to("a.md")
        assert errors("a.md")


class TestErrors:
    def test_a_path_that_does_not_exist_meets_its_nearest_neighbour(self) -> None:
        make("drafts/bridge.md")
        assert errors("drafts/brigde.md", "drafts/bridge.md") == [
            "drafts/brigde.md: There is no such file or folder. Did you mean “drafts/bridge.md”?"
        ]

    def test_a_folder_with_nothing_to_read_is_told(self) -> None:
        make("pictures/a.png")
        (told,) = errors("pictures")
        assert told.startswith("pictures: There is no file to check in this folder. Read are .md, .txt")

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
    def test_a_folder_without_permission_is_told_and_the_others_are_walked(self, tmp_path: Path) -> None:
        make("a.md")
        make("closed/b.md")
        (tmp_path / "closed").chmod(0)
        found = discover(["."], Wanted(SUFFIXES))
        (tmp_path / "closed").chmod(0o700)
        assert [str(error) for error in found.errors] == [
            "closed: The folder cannot be read: Permission denied. Check its permissions."
        ]
        assert [str(file) for file in found.files] == ["a.md"]

    def test_a_folder_that_cannot_be_listed_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        make("a.md")
        make("closed/b.md")
        listed = Path.iterdir

        def iterdir(path: Path):
            if path.name == "closed":
                raise PermissionError(13, "Permission denied")
            return listed(path)

        monkeypatch.setattr(Path, "iterdir", iterdir)
        assert errors(".") == ["closed: The folder cannot be read: Permission denied. Check its permissions."]

    @pytest.mark.parametrize("path", ["a\0b.md", "x" * 5000])
    def test_an_impossible_path_is_told(self, path: str) -> None:
        assert len(errors(path)) == 1
