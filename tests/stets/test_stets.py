"""Stets: what they hold back, where, and what is wrong with them."""

import pytest

SLIP = "He saw the the boat."
SLIPS = [("typos/doubled-word", "the the")]


class TestReach:
    def test_a_stet_lets_the_next_block_stand_and_no_other(self, found) -> None:
        assert found(f"<!-- stet typos/doubled-word: carved -->\n\n{SLIP}\n\n{SLIP}\n") == SLIPS

    def test_inside_a_block_or_behind_it_on_its_line_it_lets_that_block_stand(self, found) -> None:
        assert found(f"He saw <!-- stet typos/doubled-word --> {SLIP}\n\n{SLIP}\n") == SLIPS
        assert found(f"{SLIP} <!-- stet typos/doubled-word -->\n\n{SLIP}\n") == SLIPS
        assert found(f"- {SLIP} <!-- stet typos/doubled-word -->\n- {SLIP}\n") == SLIPS

    def test_it_lets_stand_what_it_names_by_rule_or_family(self, found) -> None:
        assert found(f"<!-- stet typos -->\n\nIt took a hour. {SLIP}\n") == []
        assert found(f"<!-- stet typos/a-an, typos/doubled-word -->\n\nIt took a hour. {SLIP}\n") == []
        assert found(f"<!-- stet typos/a-an -->\n\nIt took a hour. {SLIP}\n") == SLIPS

    def test_without_a_name_it_lets_everything_stand(self, found) -> None:
        assert found(f"<!-- stet -->\n\n{SLIP}\n") == []
        assert found(f"<!-- stet: it is a poem -->\n\n{SLIP}\n") == []

    def test_start_and_end_enclose_a_stretch(self, found) -> None:
        text = f"<!-- stet start typos -->\n\n{SLIP}\n\n{SLIP}\n\n<!-- stet end -->\n\n{SLIP}\n"
        assert found(text) == SLIPS

    def test_stretches_nest_and_an_end_may_name_its_beginning(self, found) -> None:
        text = (
            f"<!-- stet start typos/a-an -->\n\n<!-- stet start typos/doubled-word -->\n\nIt took a hour. {SLIP}\n\n"
            f"<!-- stet end typos/a-an -->\n\nIt took a hour. {SLIP}\n\n<!-- stet end typos/doubled-word -->\n"
        )
        assert found(text) == [("typos/a-an", "a hour")]

    def test_a_stet_may_mean_the_whole_file(self, found) -> None:
        assert found(f"{SLIP}\n\n{SLIP}\n\n<!-- stet file typos -->\n") == []

    @pytest.mark.parametrize(
        "front",
        [
            "---\nstet: typos\n---\n",
            "---\nstet: [names, typos]\n---\n",
            "---\nstet:\n  - names\n  - typos\n---\n",
            '---\nstet: "typos: a poem"\n---\n',
            '+++\nstet = "typos"\n+++\n',
        ],
    )
    def test_front_matter_means_the_whole_file(self, found, front: str) -> None:
        assert found(f"{front}\n{SLIP}\n") == []

    def test_another_comment_is_no_stet(self, found) -> None:
        assert found(f"<!-- stetson hats -->\n\n{SLIP}\n") == SLIPS
        assert found(f"<!-- see stet typos -->\n\n{SLIP}\n") == SLIPS


IN_EACH_FORMAT = [
    ("markdown", f"<!-- stet typos -->\n\n{SLIP}\n"),
    ("markdown", f"{{{{/* stet typos */}}}}\n\n{SLIP}\n"),
    ("markdown", f"{{% comment %}} stet typos {{% endcomment %}}\n\n{SLIP}\n"),
    ("markdown", f"{{# stet typos #}}\n\n{SLIP}\n"),
    ("mdx", f"{{/* stet typos */}}\n\n{SLIP}\n"),
    ("html", f"<article><!-- stet typos --><p>{SLIP}</p></article>"),
    ("html", f"<p>One.</p><!-- stet typos --><p>{SLIP}</p>"),
    ("html", f"<p>{SLIP} <!-- stet typos --></p>\n<p>Two.</p>"),
    ("rst", f".. stet typos\n\n{SLIP}\n"),
    ("rst", f"- One\n\n  .. stet typos: carved,\n     and in stone\n\n  {SLIP}\n"),
    ("rst", f"Title\n=====\n\n:stet: typos\n\n{SLIP}\n"),
    ("plain", f"<!-- stet typos -->\n\n{SLIP}\n"),
    ("lektor", f"stet: typos\n---\nbody: {SLIP}\n"),
    ("lektor", f"title: A\n---\nbody:\n\n<!-- stet typos -->\n\n{SLIP}\n"),
    ("json", f'{{"stet": "typos", "body": "{SLIP}"}}'),
    ("yaml", f"stet: typos\nbody: {SLIP}\n"),
    ("toml", f'stet = "typos"\nbody = "{SLIP}"\n'),
]


@pytest.mark.parametrize(("name", "text"), IN_EACH_FORMAT)
def test_each_format_has_comments_of_its_own(found, name: str, text: str) -> None:
    assert found(text, name) == []
    assert found(text.replace("stet", "note", 1), name) == SLIPS


@pytest.mark.parametrize(("name", "text"), IN_EACH_FORMAT)
def test_a_stet_that_holds_nothing_back_is_told_in_each_format(problems, name: str, text: str) -> None:
    ((written, message),) = problems(text.replace("the the", "the"), name)
    assert "typos" in written
    assert message == "This stet holds nothing back: remove it."


class TestProblems:
    def test_an_unknown_rule_is_told_with_the_nearest_one(self, problems) -> None:
        ((text, message),) = problems(f"<!-- stet typos/doubled-wrd -->\n\n{SLIP}\n")
        assert text == "<!-- stet typos/doubled-wrd -->"
        assert message == "There is no rule “typos/doubled-wrd”. Did you mean “typos/doubled-word”?"

    def test_one_word_of_several_is_told_by_itself(self, problems) -> None:
        told = problems(f"<!-- stet typos/doubled-word, typos/a-an, tpyos: carved -->\n\n{SLIP}\n")
        assert [text for text, _ in told] == ["typos/a-an", "tpyos"]

    def test_a_start_without_end_and_an_end_without_start_are_told(self, problems) -> None:
        ((text, message),) = problems(f"<!-- stet start typos -->\n\n{SLIP}\n")
        assert (text, message) == (
            "<!-- stet start typos -->",
            "This “stet start” is never closed: add “stet end”.",
        )
        ((text, message),) = problems("All is well.\n\n<!-- stet end -->\n")
        assert (text, message) == ("<!-- stet end -->", "This “stet end” closes nothing: remove it.")

    def test_front_matter_is_told_where_it_stands(self, problems) -> None:
        ((text, _),) = problems("---\ntitle: All is well\nstet: typos\n---\nAll is well here.\n")
        assert text == "typos"

    def test_a_rule_that_did_not_run_may_be_named(self, problems) -> None:
        assert problems("<!-- stet names/mixed-terms -->\n\nAll is well.\n") == []

    @pytest.mark.parametrize("comment", ["<!-- stet typos -->", "<!-- stet -->"])
    def test_a_family_of_which_only_a_part_ran_is_not_judged(self, problems, comment: str) -> None:
        assert problems(f"{comment}\n\nAll is well.\n", rules=("typos/a-an", "copy/unused-stet")) == []
        assert problems(f"{comment}\n\nAll is well.\n") != []

    def test_an_article_in_another_language_keeps_its_stets(self, problems) -> None:
        german = (
            "Der Rat hat am Dienstag über die neue Brücke entschieden, und niemand war mit dem Ergebnis zufrieden. "
        )
        assert problems(f"<!-- stet typos -->\n\n{german * 5}\n") == []


@pytest.mark.parametrize(
    ("name", "text", "after"),
    [
        ("markdown", "<!-- stet typos -->\n\nAll is well.\n", "All is well.\n"),
        ("markdown", "One.\n\n<!-- stet typos -->\n\nTwo.\n", "One.\n\nTwo.\n"),
        ("markdown", "One.\r\n\r\n<!-- stet typos -->\r\nTwo.\r\n", "One.\r\n\r\nTwo.\r\n"),
        ("markdown", "One. <!-- stet typos -->\n\nTwo.\n", "One.\n\nTwo.\n"),
        ("markdown", "One <!-- stet typos --> and two.\n", "One and two.\n"),
        ("markdown", "One.\n\n<!-- stet typos -->", "One.\n\n"),
        ("markdown", "---\ntitle: One\nstet: typos\n---\nTwo.\n", "---\ntitle: One\n---\nTwo.\n"),
        ("markdown", '---\nstet: ["typos", names]\n---\nTwo.\n', None),
        ("markdown", "<!-- stet start typos -->\n\nOne.\n\n<!-- stet end -->\n", None),
        ("rst", "One.\n\n.. stet typos: carved\n   in stone\n\nTwo.\n", "One.\n\nTwo.\n"),
        ("html", "<p>One.</p>\n<!-- stet typos -->\n<p>Two.</p>\n", "<p>One.</p>\n<p>Two.</p>\n"),
        ("mdx", "{/* stet typos */}\n\nOne.\n", "One.\n"),
        ("json", '{"stet": "typos", "body": "One."}', '{"stet": "typos", "body": "One."}'),
    ],
)
def test_the_fix_takes_the_comment_out_and_its_line_if_it_stands_alone(mended, name, text, after) -> None:
    expected = after if after is not None else mended(text, name)
    assert mended(text, name) == expected
    assert "stet start" not in expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<!-- stet typos/doubled-word, typos/a-an: carved -->", "<!-- stet typos/doubled-word: carved -->"),
        ("<!-- stet typos/a-an, typos/doubled-word -->", "<!-- stet typos/doubled-word -->"),
        ("<!-- stet typos/a-an typos/doubled-word -->", "<!-- stet typos/doubled-word -->"),
        ("<!-- stet typos/a-am,typos/doubled-word,typos/a-an -->", "<!-- stet typos/doubled-word -->"),
    ],
)
def test_the_fix_takes_one_word_of_several_out(mended, before: str, after: str) -> None:
    assert mended(f"{before}\n\n{SLIP}\n") == f"{after}\n\n{SLIP}\n"


def test_many_stets_cost_little(found) -> None:
    many = 3000
    assert len(found(f"<!-- stet typos -->\n\n{SLIP}\n\n{SLIP}\n\n" * many)) == many
