"""`copydesk init`: what it sees in a repository, and that what it writes is right as it stands."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lint import catalog, config, plan, starter
from lint.config import Config
from lint.survey import survey

BRITISH = (
    "The council organised a programme at the theatre in the centre, and its neighbours favoured the grey colour.\n"
)
AMERICAN = "The council organized a program at the theater in the center, and its neighbors favored the gray color.\n"


CATALOG = catalog.load()


def write(name: str, text: str = "The ferry sails on Monday.\n") -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def init(run) -> Callable[[], Config]:
    """Give a function that runs `copydesk init` and reads what it has written, as `check` does."""
    Path(".git").mkdir()

    def start() -> Config:
        status, _, stderr = run("init")
        assert (status, stderr) == (0, "Written: .copydesk.yaml. Read it, and change what is not right.\n")
        found = config.read(Path(".copydesk.yaml"))
        plan.check(CATALOG, found, plan.Selection())
        return found

    return start


def head() -> str:
    return Path(".copydesk.yaml").read_text(encoding="utf-8").splitlines()[2].removeprefix("# Seen here: ")


@pytest.mark.parametrize(
    ("sign", "article", "seen"),
    [
        ("hugo.toml", "content/news/ferry.md", "a site made with Hugo; 1 article (markdown) in content/."),
        ("config/_default/hugo.toml", "content/ferry.md", "a site made with Hugo; 1 article (markdown) in content/."),
        ("_config.yml", "_posts/2024-05-06-ferry.md", "a site made with Jekyll; 1 article (markdown) in _posts/."),
        (".eleventy.js", "posts/ferry.html", "a site made with Eleventy; 1 article (html) in posts/."),
        ("eleventy.config.mjs", "src/posts/ferry.md", "a site made with Eleventy; 1 article (markdown) in src/posts/."),
        ("astro.config.mjs", "src/content/ferry.mdx", "a site made with Astro; 1 article (mdx) in src/content/."),
        ("desk.lektorproject", "content/ferry/contents.lr", "a site made with Lektor; 1 article (lektor) in content/."),
        ("docusaurus.config.ts", "blog/ferry.md", "a site made with Docusaurus; 1 article (markdown) in blog/."),
        ("mkdocs.yml", "docs/ferry.md", "a site made with MkDocs; 1 article (markdown) in docs/."),
        ("docs/conf.py", "docs/ferry.rst", "a site made with Sphinx; 1 article (rst) in docs/."),
        ("Makefile", "drafts/ferry.txt", "1 article (plain) in drafts/."),
    ],
)
def test_it_knows_a_site_by_its_files(init, sign: str, article: str, seen: str) -> None:
    write(sign, "")
    write(article)
    init()
    assert head() == seen


def test_an_empty_repository_gets_a_configuration_that_says_nothing(init) -> None:
    found = init()
    assert (found.rules, found.sections, found.spelling, found.words) == ({}, (), "", ())
    assert head() == "0 articles."


@pytest.mark.parametrize(("text", "spelling"), [(BRITISH, "british"), (AMERICAN, "american"), ("It is so.\n", "")])
def test_the_spelling_is_that_of_the_articles(init, text: str, spelling: str) -> None:
    for number in range(4):
        write(f"content/{number}.md", text)
    assert init().spelling == spelling


def test_no_spelling_is_set_where_the_articles_do_not_agree(init) -> None:
    write("content/a.md", 5 * BRITISH)
    write("content/b.md", 5 * AMERICAN)
    assert init().spelling == ""


def test_fields_of_front_matter_that_hold_prose_are_read(init) -> None:
    for number in range(4):
        field = f"notice: The harbour master closed pier {number} for a week.\n"
        write(
            f"content/{number}.md", f"---\ntitle: Pier {number}\nkicker: Harbour\nslug: a-{number}\n{field}---\nText.\n"
        )
    found = init()
    assert found.markup.prose_fields["kicker"] == "deck"
    assert not {"notice", "slug"} & found.markup.prose_fields.keys()
    text = Path(".copydesk.yaml").read_text(encoding="utf-8")
    assert "    # notice: deck  # its values look like prose" in text
    assert "slug" not in text


@pytest.mark.parametrize(
    ("article", "ignored"),
    [
        ("content/opinion/2024/ferry.md", "claims"),
        ("content/Op-Eds/ferry.md", "claims"),
        ("content/letters/ferry.md", "claims"),
        ("press-releases/ferry.md", "claims"),
        ("archive/1999/opinion/ferry.md", "all"),
        ("vendor/ferry.md", "all"),
        ("i18n/fr/ferry.md", "all"),
        ("content/de/ferry.md", "all"),
        ("content/pt-BR/ferry.md", "all"),
        ("content/en/ferry.md", ""),
        ("content/news/opinion.md", ""),
        ("content/is/ferry.md", ""),
        ("content/my opinion [2]/opinion/ferry.md", "claims"),
    ],
)
def test_folders_that_are_not_news_get_a_section_with_a_reason(init, article: str, ignored: str) -> None:
    for name in ("content/en/a.md", "content/news/a.md", article):
        write(name)
    found = init()
    settings = found.for_path(article)
    assert settings.ignore[:1] == ((ignored,) if ignored else ())
    assert all(section.because for section in found.sections)
    assert found.for_path("content/news/a.md").ignore == ()


def test_what_stands_in_comments_can_be_taken_out_of_them(init) -> None:
    for name in ("content/a.md", "archive/1999/a.md", "opinion/a.md", "names.yaml"):
        write(name, "" if name == "names.yaml" else "It sails.\n")
    init()
    text = Path(".copydesk.yaml").read_text(encoding="utf-8")
    loose = re.sub(r"(?m)^# ((?:archive|words|packs|exclude|language|markup): .*|rules:|  .*)$", r"\1", text)
    Path(".copydesk.yaml").write_text(loose, encoding="utf-8")
    found = config.read(Path(".copydesk.yaml"))
    plan.check(CATALOG, found, plan.Selection())
    assert (found.archive, found.packs, found.spelling) == ((Path("archive"),), ("style/news",), "british")
    assert "claims/vague-source" in found.rules


def test_a_language_alone_is_a_name(init) -> None:
    write("content/de/a.md")
    write("content/news/a.md")
    assert init().sections == ()


def test_words_that_other_tools_know_are_known(init) -> None:
    write("styles/config/vocabularies/House/accept.txt", "spreadable\n[Tt]echfest\n")
    write(".cspell/names.txt", "# ours\nAmdahl\n")
    write("cspell.json", '{"words": ["ferryman", "on", "a: b", 3], "dictionaryDefinitions": [{"path": "./own.txt"}]}')
    write("own.txt", "quayside\n")
    assert {"spreadable", "Amdahl", "ferryman", "on", "a: b", "quayside"} <= set(init().words)


@pytest.mark.parametrize("broken", ["{", "[]", '{"words": 3, "dictionaryDefinitions": [3, {"path": "../x.txt"}]}'])
def test_a_broken_file_of_another_tool_is_passed_over(init, broken: str) -> None:
    write("cspell.json", broken)
    assert init().words == ()


def test_it_never_writes_over_a_configuration_unless_it_is_forced(run) -> None:
    write(".copydesk.yml", "packs: style\n")
    status, stdout, stderr = run("init")
    assert (status, stdout) == (2, "")
    assert stderr.startswith("copydesk: .copydesk.yml: There is a configuration already.")
    assert Path(".copydesk.yml").read_text(encoding="utf-8") == "packs: style\n"
    assert run("init --force")[0] == 0
    assert "style" not in config.read(Path(".copydesk.yml")).packs
    assert not Path(".copydesk.yaml").exists()


def test_drafts_are_not_proposed_as_older_articles(run) -> None:
    write("drafts/ferry.md")
    write("published/ferry.md")
    shown = run("init --print")[1]
    assert '# archive: ["published/"]' in shown
    assert "\n\n\n" not in shown


def test_it_can_be_printed_and_nothing_written(run) -> None:
    write("content/ferry.md")
    status, stdout, stderr = run("init --print")
    assert (status, stderr) == (0, "")
    assert "(markdown) in content/." in stdout
    assert not Path(".copydesk.yaml").exists()


def test_it_writes_at_the_root_of_the_repository(run) -> None:
    Path(".git").mkdir()
    write("content/ferry.md")
    os.chdir("content")
    assert run("init")[0] == 0
    assert Path("../.copydesk.yaml").is_file()
    assert not Path(".copydesk.yaml").exists()


def test_it_says_what_to_do_next_and_that_works(run) -> None:
    folder = "it's (new)"
    write(f"{folder}/ferry.md", "The harbour was shut for the the night.\n")
    _, stdout, _ = run("init")
    command = re.search(r"check the articles: copydesk (.*)", stdout)[1]
    (repository,) = yaml.safe_load(stdout.split("\n\n", 1)[1])["repos"]
    assert repository["repo"] == "https://github.com/copydesk/copydesk"
    assert re.search(repository["hooks"][0]["files"], f"{folder}/ferry.md")
    assert not re.search(repository["hooks"][0]["files"], "news/ferry.md")
    status, stdout, stderr = run(f"{command} --select typos/doubled-word")
    assert (status, stderr) == (1, "")
    assert "typos/doubled-word" in stdout


NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/\0"), min_size=1, max_size=12).filter(
    lambda name: not name.startswith(".") and len(name.encode()) < 200
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NAMES, st.sampled_from(["opinion", "vendor", "i18n/fr"]))
def test_whatever_a_folder_is_called_the_configuration_loads_and_means_it(
    tmp_path_factory: pytest.TempPathFactory, name: str, sort: str
) -> None:
    root = tmp_path_factory.mktemp("repository")
    article = root / name / sort / "ferry.md"
    article.parent.mkdir(parents=True)
    article.write_text("It sails.\n", encoding="utf-8")
    file = root / ".copydesk.yaml"
    file.write_text(starter.text(survey(root)), encoding="utf-8")
    found = config.read(file)
    if str(article).isprintable() and not name.startswith("_"):
        assert found.for_path(found.relative(article)).ignore
