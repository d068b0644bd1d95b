"""The list of an article's names: who is in it, in which forms, seen where before, and who is new."""

import json

OLDER = "---\ndate: 2023-05-06\n---\nThe fair in Zamboria is shut, said Karin Belmont.\n"
DRAFT = "---\ntitle: Mayor opens the fair\n---\nThe fair was opened by Karin Belmont. Belmont thanked Nils Qvist <of Zambroia>.\n"


def listed(copydesk, *options: str) -> str:
    ended = copydesk(" ".join(("names list draft.md --archive content", *options)))
    assert (ended.status, ended.stderr) == (0, "")
    return ended.stdout


def test_the_text_tells_forms_lines_and_older_articles(write, copydesk) -> None:
    write("content/older.md", OLDER)
    write("draft.md", DRAFT)
    assert listed(copydesk).split("\n\n")[1] == (
        "People\n"
        "  Karin Belmont\n"
        "    Belmont 1×, Karin Belmont 1× · line 4\n"
        "    in 1 older article: 2023-05-06 content/older.md\n"
        "  Nils Qvist                                                                                   new\n"
        "    Nils Qvist 1× · line 4"
    ).replace("Belmont 1×, Karin Belmont 1×", "Karin Belmont 1×, Belmont 1×")


def test_json_holds_the_place_of_every_use_and_what_is_known(write, copydesk) -> None:
    write("content/older.md", OLDER)
    write("draft.md", DRAFT)
    data = json.loads(listed(copydesk, "--format json"))
    assert (data["version"], data["path"]) == (1, "draft.md")
    karin, nils = data["names"][:2]
    assert (karin["name"], karin["family"], karin["new"], nils["new"]) == ("Karin Belmont", "Belmont", False, True)
    assert karin["archive"] == {"articles": 1, "seen": [{"path": "content/older.md", "day": "2023-05-06"}]}
    for name in data["names"]:
        for use in name["uses"]:
            assert DRAFT[use["start"]["offset"] : use["end"]["offset"]] == use["text"]
    assert sum(karin["forms"].values()) == len(karin["uses"]) == 2


def test_a_new_name_is_told_of_those_nearly_alike_and_the_house_of_its_forms(write, copydesk) -> None:
    write("content/older.md", OLDER)
    write("draft.md", DRAFT.replace("Karin Belmont", "Karin Belmond"))
    write("names.yaml", "people:\n  Nils Kvist: {never: Nils Qvist}\n")
    write(".copydesk.yaml", "names: names.yaml\n")
    shown = listed(copydesk)
    assert "nearly alike: “Karin Belmont” (1 article)" in shown
    assert "“Nils Qvist”: the house writes “Nils Kvist”" in shown


def test_the_page_shows_nothing_of_the_article_as_markup(write, copydesk) -> None:
    write("content/older.md", OLDER)
    write("a&b<i>.md", DRAFT)
    ended = copydesk("names list 'a&b<i>.md' --format html")
    assert "<title>Names in a&amp;b&lt;i&gt;.md</title>" in ended.stdout
    assert '<tr class="new"><td>Nils Qvist</td><td>person</td>' in ended.stdout
    assert ended.stdout.count("<tr") == ended.stdout.count("</tr>")


def test_standard_input_is_an_article_too_and_one_without_names_says_so(write, copydesk) -> None:
    write("draft.md", "Nothing and nobody is named here.\n")
    assert copydesk("names list draft.md").stdout == "draft.md\n\nNo names.\n"


def test_what_is_no_text_or_not_there_is_told_of(write, copydesk) -> None:
    write("draft.md", b"\x00")
    assert copydesk("names list draft.md").stderr == "copydesk: draft.md: The file is not a text.\n"
    gone = copydesk("names list gone.md")
    assert (gone.status, gone.stderr) == (2, "copydesk: gone.md: Cannot be read: No such file or directory.\n")
