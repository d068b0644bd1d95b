"""Learning the list of names: what is proposed, and that an editor's hand is never lost."""

from pathlib import Path

ARTICLES = {
    "content/a.md": "---\ndate: 2021-03-04\n---\nKarin Belmont opened the fair in Zamboria. Belmont thanked Zamboria.\n",
    "content/b.md": "---\ndate: 2023-05-06\n---\nThe fair in Zamboria is shut, said Karin Belmont.\n",
    "content/c.md": "---\ndate: 2024-07-08\n---\nA choir from Zamboria sang for Ola Ek.\n",
}


def learn(copydesk, *options: str) -> str:
    ended = copydesk(" ".join(("names learn content --jobs 1", *options)))
    assert (ended.status, ended.stderr) == (0, "")
    return ended.stdout


def lay_out(write) -> None:
    for name, text in ARTICLES.items():
        write(name, text)


def read() -> str:
    return Path("names.yaml").read_text(encoding="utf-8")


def test_what_several_articles_name_is_proposed_with_forms_counts_and_days(write, copydesk) -> None:
    lay_out(write)
    told = learn(copydesk)
    assert told == (
        "names.yaml: 1 person, 0 places, 0 bodies, 1 term (2 added); from 3 articles, 3 of them read anew.\n"
    )
    assert read().partition("\n\n")[2] == (
        "people:\n"
        "  Karin Belmont:\n"
        "    forms: {Karin Belmont: 2, Belmont: 1}\n"
        "    articles: 2\n"
        "    first: 2021-03-04\n"
        "    last: 2023-05-06\n"
        "terms:\n"
        "  Zamboria:\n"
        "    forms: {Zamboria: 4}\n"
        "    articles: 3\n"
        "    first: 2021-03-04\n"
        "    last: 2024-07-08\n"
    )


def test_learning_again_changes_nothing_where_nothing_has_changed(write, copydesk) -> None:
    lay_out(write)
    learn(copydesk)
    before = read()
    assert "(nothing to change); from 3 articles, 0 of them read anew" in learn(copydesk)
    assert read() == before


EDITED = """\
# Our own list. Ask Nils before you change it.
people:

  # The mayor, not the singer.
  Karin Belmont:
    forms: {Karin Belmont: 1}   # renewed by the desk
    also: [Mayor Belmont]
    never: Karin Belmond
    note: 'asked her, 3 May'
  Zacharias Quist: # retired

places:
  Zamboria:
    preferred: Samboria
    articles: 0
"""


def test_what_an_editor_wrote_stays_to_the_letter_and_counts_are_renewed(write, copydesk) -> None:
    lay_out(write)
    write("names.yaml", EDITED)
    write("content/d.md", "---\ndate: 2025-01-01\n---\nZamboria thanked Ola Ek.\n")
    learn(copydesk)
    assert read() == EDITED.replace("{Karin Belmont: 1}", "{Karin Belmont: 2, Belmont: 1}").replace(
        "  Zacharias",
        "  Ola Ek:\n    forms: {Ola Ek: 2}\n    articles: 2\n    first: 2024-07-08\n    last: 2025-01-01\n  Zacharias",
    ).replace("articles: 0", "articles: 4")


def test_a_wrong_form_in_the_archive_counts_for_the_name_that_it_is_a_form_of(write, copydesk) -> None:
    lay_out(write)
    write("content/d.md", "Nobody asked Karin Belmond.\n")
    write("content/e.md", "Nobody asked Karin Belmond again.\n")
    write("names.yaml", "people:\n  Karin Belmont:\n    articles: 1\n    never: Karin Belmond\n")
    learn(copydesk)
    assert "  Karin Belmond:" not in read()
    assert "    articles: 4\n" in read()


def test_windows_line_ends_stay(write, copydesk) -> None:
    lay_out(write)
    write("names.yaml", b"people:\r\n  Karin Belmont:\r\n    articles: 1\r\n")
    learn(copydesk)
    data = Path("names.yaml").read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n") > 3
    assert b"articles: 2\r\n" in data


def test_names_that_yaml_would_take_for_something_else_are_put_into_quotation_marks(write, copydesk) -> None:
    for name in "ab":
        write(f"content/{name}.md", f"The men of Zoë O'Hara-Nguyễn met the men of Null {name}.\n")
    learn(copydesk)
    assert "  Zoë O'Hara-Nguyễn:\n" in read()
    learn(copydesk)  # and what was written can be read


def test_a_list_with_mistakes_is_left_as_it_is(write, copydesk) -> None:
    lay_out(write)
    write("names.yaml", "poeple:\n")
    ended = copydesk("names learn content")
    assert ended.status == 2
    assert ended.stderr == "copydesk: names.yaml:1:1: Unknown key “poeple”. Did you mean “people”?\n"
    assert read() == "poeple:\n"


def test_a_section_written_in_one_line_is_told_of(write, copydesk) -> None:
    lay_out(write)
    write("names.yaml", "people: {Ada Ek: {}}\n")
    ended = copydesk("names learn content")
    assert (ended.status, read()) == (2, "people: {Ada Ek: {}}\n")
    assert "names.yaml:1:1: Nothing can be added to “people” here" in ended.stderr


def test_a_folder_that_is_not_there_is_told_of(write, copydesk) -> None:
    lay_out(write)
    ended = copydesk("names learn contents")
    assert ended.status == 2
    assert ended.stderr == "copydesk: contents: There is no such file or folder. Did you mean “content”?\n"


def test_an_interruption_says_that_nothing_is_lost(write, copydesk) -> None:
    lay_out(write)
    prelude = "from lint.archive import tables\ndef add(*_): raise KeyboardInterrupt\ntables.add = add"
    ended = copydesk("names learn content --jobs 1", prelude)
    assert ended.status == 130
    assert ended.stderr == "copydesk: interrupted; what was read is kept, and the same command goes on from there\n"


EDITED_MEANWHILE = """
from pathlib import Path
from lint.archive import names
learn = names.learn
def edited(*arguments):
    learnt = learn(*arguments)
    Path("names.yaml").write_text("people:\\n  Ola Ek: {}\\n", encoding="utf-8")
    return learnt
names.learn = edited
"""


def test_a_list_that_is_edited_while_the_archive_is_read_keeps_the_edit(write, copydesk) -> None:
    lay_out(write)
    write("names.yaml", "people:\n  Lotta Alm: {}\n")
    ended = copydesk("names learn content --jobs 1", EDITED_MEANWHILE)
    assert (ended.status, ended.stdout) == (2, "")
    assert "names.yaml: The list was changed while the archive was read" in ended.stderr
    assert read() == "people:\n  Ola Ek: {}\n"
    assert "2 added" in learn(copydesk)
