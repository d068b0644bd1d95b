"""Packs: folders of rules that are off, and are not even read, until a repository names them."""

import re
from pathlib import Path

import pytest
from click import Command, Context, Option

from lint import catalog, config, plan
from lint.cli.parameters import complete_rule
from lint.config import PathSettings
from lint.plan import Selection
from lint.session import CheckOptions, check

PACKS = ("style/american", "style/british", "style/news", "style/plain")
ALL = catalog.load()


def found(folder: Path, text: str, configuration: str) -> list[tuple[str, str, str]]:
    """Give rule, words and severity of the findings in a draft of a repository with this configuration."""
    (folder / ".git").mkdir(exist_ok=True)
    (folder / ".copydesk.yaml").write_text(configuration, encoding="utf-8")
    (folder / "draft.md").write_text(text, encoding="utf-8")
    report = check([str(folder / "draft.md")], CheckOptions())
    assert report.errors == ()
    return [(each.rule, each.text, str(each.severity)) for file in report.files for each in file.findings]


def test_the_packs_are_the_folders_of_the_family_style() -> None:
    assert {rule.folders[-1] for rule in ALL.rules if len(rule.folders) > 1} == set(PACKS)


@pytest.mark.parametrize("pack", PACKS)
def test_a_pack_is_off_by_default_and_of_a_useful_size(pack: str) -> None:
    rules = ALL.matching(pack)
    assert len(rules) >= 13
    assert [rule.id for rule in rules if rule.on or rule.severity == "error"] == []


def test_a_pack_is_read_only_where_it_is_named_but_its_names_are_known() -> None:
    nothing, one = catalog.load(named=()), catalog.load(named=["style/plain"])
    assert not [name for name in nothing.ids if name.count("/") > 1]
    assert {name for name in one.ids if name.count("/") > 1} == {rule.id for rule in ALL.matching("style/plain")}
    assert nothing.selectors == one.selectors == ALL.selectors


def test_naming_one_rule_of_a_pack_reads_that_rule_alone() -> None:
    loaded = catalog.load(named=["style/plain/doublet"])
    assert [name for name in loaded.ids if name.count("/") > 1] == ["style/plain/doublet"]


def test_any_folder_of_a_rule_selects_it() -> None:
    def ids(*selectors: str) -> set[str]:
        return {rule.id for rule in plan.resolve(ALL, PathSettings({}), Selection(select=selectors))}

    style, plain = ids("style"), ids("style/plain")
    assert plain < style
    assert {"style/plain/doublet", "style/national-spelling"} <= style
    assert ids("style/plain/doublet") == {"style/plain/doublet"}


def test_a_configuration_turns_a_pack_on(tmp_path: Path) -> None:
    text = "The crew met in order to sail. Whilst it rained, they waited.\n"
    assert found(tmp_path, text, "packs: []\n") == []
    assert found(tmp_path, text, "packs: [style/plain]\n") == [("style/plain/in-order-to", "in order to", "suggestion")]
    assert len(found(tmp_path, text, "packs: [style/plain, style/news]\n")) == 2


def test_what_is_said_of_a_pack_holds_for_its_rules_and_what_is_said_of_a_rule_weighs_more(tmp_path: Path) -> None:
    text = "The crew met in order to thank each and every sailor.\n"
    configuration = "packs: [style/plain]\nrules: {style/plain: error, style/plain/doublet: warning}\n"
    assert [each[2] for each in found(tmp_path, text, configuration)] == ["error", "warning"]
    one_off = "packs: [style/plain]\nrules: {style/plain/doublet: off}\n"
    assert [each[0] for each in found(tmp_path, text, one_off)] == ["style/plain/in-order-to"]
    here = "packs: [style/plain]\npaths: {draft.md: {ignore: style/plain, because: a test}}\n"
    assert found(tmp_path, text, here) == []


def test_the_configuration_that_the_page_shows_is_one(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "packs.md").read_text(encoding="utf-8")
    shown = re.findall(r"(?ms)^```yaml\n(.*?)^```$", page)
    assert len(shown) == 1
    assert found(tmp_path, "Prices rose by 3 percent.\n", shown[0]) == [("style/british/per-cent", "percent", "error")]


def test_a_stet_names_a_pack(tmp_path: Path) -> None:
    text = "<!-- stet style/plain: the board's own words -->\n\nThe crew met in order to sail.\n"
    assert found(tmp_path, text, "packs: [style/plain]\n") == []


def test_a_stet_for_a_pack_that_holds_nothing_back_is_queried_only_where_the_pack_ran(tmp_path: Path) -> None:
    text = "<!-- stet style/plain: nothing to hold -->\n\nThe crew met and sailed.\n"
    assert found(tmp_path, text, "packs: []\n") == []
    assert [each[0] for each in found(tmp_path, text, "packs: [style/plain]\n")] == ["copy/unused-stet"]


def test_a_mistyped_pack_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    file = tmp_path / ".copydesk.yaml"
    file.write_text("packs: [style/plane]\n", encoding="utf-8")
    read = config.read(file)
    with pytest.raises(Exception, match=r"no rule or pack “style/plane”\. Did you mean “style/plain”"):
        plan.check(catalog.load(named=["style/plane"]), read, Selection())


@pytest.mark.parametrize(("pack", "text"), [("style/british", "color"), ("style/american", "colour")])
def test_a_national_pack_spells_as_its_country_does(pack: str, text: str, tmp_path: Path) -> None:
    rules = [rule for rule, _, _ in found(tmp_path, f"The {text} of the pier faded.\n", f"packs: [{pack}]\n")]
    assert rules == [f"{pack}/spelling"]


def test_small_numbers_stay_figures_beside_other_figures_and_units(marked) -> None:
    text = "The fire hurt 4 people, 3 to 5 people more, 12 of 9 people, and 6 km away 7 ships, at 2 pm."
    assert marked("style/news/small-number", text) == ["4", "7"]


def test_a_sentence_is_measured_without_the_words_of_others(marked) -> None:
    own = "The board, " + "and the board, " * 16 + "left"
    speech = "The keeper said, “The board, " + "and the board, " * 16 + "left.”"
    assert marked("style/plain/long-sentence", f"{own}.") == [own]
    assert marked("style/plain/long-sentence", speech) == []


@pytest.mark.parametrize(
    ("begun", "offered"),
    [
        ("style/pl", "style/plain"),
        ("style/plain/dou", "style/plain/doublet"),
        ("typos,style/br", "typos,style/british"),
    ],
)
def test_packs_and_their_rules_are_completed(begun: str, offered: str) -> None:
    items = complete_rule(Context(Command("x")), Option(["--select"]), begun)
    assert offered in {item.value for item in items}
