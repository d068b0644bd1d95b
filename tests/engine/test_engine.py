"""From hit to finding: quoted speech, severity, fixes, opaque places, names that survive edits, plans, self-tests."""

import pytest
import spacy
from engine_support import check_text, make_rule
from hypothesis import given, settings
from hypothesis import strategies as st

from lint import catalog, plan, selftest
from lint.annotate.installed import Installed
from lint.annotate.pipeline import Pipeline
from lint.config import Config, PathSettings, RuleSetting
from lint.engine import Engine
from lint.errors import Place, UserErrors
from lint.model import Safety, Severity

TEH = "kind: phrases\nreplace: {teh: the}\nfix: safe\n"
PLACE = Place("c.yaml", 1, 1)


@pytest.mark.parametrize(
    ("quotes", "expected"), [("skip", []), ("suggestion", [("suggestion", 0)]), ("same", [("error", 0)])]
)
def test_quoted_speech_is_skipped_lowered_or_treated_alike(quotes, expected):
    rule = make_rule(TEH + f"quotes: {quotes}")
    found = check_text([rule], "“It is teh end,” he said.").findings
    assert [(finding.severity.value, len(finding.fixes)) for finding in found] == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is teh [sic] end.", 0),
        ("He wrote “teh” (sic) twice.", 0),
        ("It is teh end [sic].", 1),
        ("It is teh sick end.", 1),
    ],
)
def test_what_the_author_marks_as_another_one_s_slip_is_let_alone(text, found):
    assert len(check_text([make_rule(TEH + "quotes: same")], text).findings) == found


def test_a_block_quotation_is_quoted_speech():
    assert check_text([make_rule(TEH + "quotes: skip")], "> It is teh end.").findings == ()


def test_a_fix_lies_in_one_stretch_of_the_source_or_is_only_shown():
    rule = make_rule("kind: phrases\nreplace: {teh end: the end}\nfix: safe")
    plain, split = check_text([rule], "It is teh end. It is *teh* end.").findings
    assert plain.fixes[0].safety is Safety.SAFE
    assert (split.text, split.fixes, split.suggestions) == ("teh* end", (), ("the end",))


def test_nothing_is_found_across_code_or_an_image():
    assert (
        check_text([make_rule("kind: pattern\npattern: 'a.b'")], "a`x`b and a![](y.png)b and a-b").findings[0].text
        == "a-b"
    )


def test_findings_name_their_place_in_the_file_as_it_is_on_disk():
    finding = check_text([make_rule(TEH)], "# Head\r\n\r\nÄ 😀 teh end\r\n").findings[0]
    assert (finding.start.line, finding.start.column, finding.start.offset, finding.text) == (3, 5, 14, "teh")


def test_a_fingerprint_survives_edits_elsewhere_and_tells_twins_apart():
    rule = make_rule(TEH)
    before = check_text([rule], "Here is teh end of it all.\n\nHere is teh end of it all.").findings
    after = check_text(
        [rule], "A new first paragraph.\n\nHere is teh end of it all.\n\nHere is teh end of it all."
    ).findings
    assert [f.fingerprint for f in before] == [f.fingerprint for f in after]
    assert before[0].fingerprint != before[1].fingerprint


def test_a_rule_keeps_to_its_blocks():
    assert (
        check_text([make_rule(TEH + "blocks: [heading]")], "# Teh head\n\n## Teh part\n\nteh end").findings[0].text
        == "Teh"
    )


def test_an_article_in_another_language_is_left_alone():
    checked = check_text([make_rule(TEH)], "Der Minister hat teh Bauern nicht mit der Reform für das Land gewonnen.")
    assert (checked.findings, checked.foreign) == ((), True)


def test_a_rule_that_needs_more_than_the_pipeline_gives_is_named_not_run(tmp_path):
    spacy.blank("en").to_disk(tmp_path)
    rule = make_rule("kind: tokens\nmatch: [to, {tag: VBZ}]")
    engine = Engine([rule], Pipeline(Installed(tmp_path, "blank")), frozenset())
    assert (engine.rules, dict(engine.skipped)) == ((), {rule: frozenset({"tags"})})


@settings(max_examples=40)
@given(st.lists(st.sampled_from(["teh", "the", "*teh*", "“", "”", "\n\n", "# ", "`teh`", "> ", "- "]), max_size=30))
def test_safe_fixes_leave_nothing_to_fix_and_touch_nothing_else(pieces):
    rule = make_rule(TEH + "quotes: same")
    text = " ".join(pieces)
    found = check_text([rule], text, dedented=False).findings
    fixed = text
    for finding in reversed([finding for finding in found if finding.fixes]):
        edit = finding.fixes[0].edits[0]
        fixed = fixed[: edit.start] + edit.text + fixed[edit.end :]
    assert fixed.replace("the", "teh") == text.replace("the", "teh")
    assert not [f for f in check_text([rule], fixed, dedented=False).findings if f.fixes]


def setting(*, on: bool | None = None, severity: Severity | None = None, **options: str) -> RuleSetting:
    return RuleSetting(on, severity, options, PLACE)


def ids(**settings_by_name: RuleSetting) -> set[str]:
    rules = {name.replace("__", "/").replace("_", "-"): value for name, value in settings_by_name.items()}
    return {rule.id for rule in plan.resolve(catalog.load(), PathSettings(rules), plan.Selection())}


def test_the_plan_takes_what_is_on_and_the_more_special_word_weighs_more():
    assert "style/news/adviser" not in ids()
    assert "style/news/adviser" in ids(style=setting(on=True))
    assert "typos/a-an" not in ids(typos=setting(on=False))
    assert {
        name for name in ids(typos=setting(on=False), typos__a_an=setting(on=True)) if name.startswith("typos")
    } == {"typos/a-an"}


def test_packs_selection_and_ignoring():
    loaded = catalog.load()
    none = PathSettings({})
    assert "style/news/adviser" in {r.id for r in plan.resolve(loaded, none, plan.Selection(), packs=["style/news"])}
    assert {r.id for r in plan.resolve(loaded, none, plan.Selection(select=("style/news/adviser",)))} == {
        "style/news/adviser"
    }
    assert not plan.resolve(loaded, none, plan.Selection(select=("typos",), ignore=("typos",)))


def test_severity_and_options_are_the_repositorys():
    rules = {"claims/vague-source": setting(severity=Severity.ERROR, window="5")}
    planned = plan.resolve(catalog.load(), PathSettings(rules), plan.Selection(select=("claims/vague-source",)))
    assert (planned[0].severity, planned[0].options["window"]) == (Severity.ERROR, 5)


@pytest.mark.parametrize(
    ("rules", "select", "told"),
    [
        ({}, ("typos/duobled-word",), "Did you mean “typos/doubled-word”?"),
        ({"claims/vague-source": setting(windw="5")}, (), "Did you mean “window”?"),
        ({"claims/vague-source": setting(window="wide")}, (), "must be a whole number"),
    ],
)
def test_the_plan_refuses_what_no_rule_has(rules, select, told):
    with pytest.raises(UserErrors, match=told):
        plan.check(catalog.load(), Config(rules=rules), plan.Selection(select=select))


@pytest.mark.parametrize(
    ("example", "problem"),
    [
        ("bad: <<Teh>> end.", ""),
        ("{bad: <<Teh>> end., fixed: The end.}", ""),
        ("{bad: <<Teh>> end., fixed: An end.}", "fixed text is"),
        ("bad: Teh <<end>>.", "wrong: found “Teh” (0–3), should find “end” (4–7)"),
        ("bad: <<The>> end.", "missed"),
        ("ok: Teh end.", "noisy"),
        ("{ok: Teh end., known: noisy}", ""),
        ("{ok: The end., known: noisy}", "has healed"),
    ],
)
def test_examples_are_proved(example, problem):
    rule = make_rule(f"{TEH}examples:\n  - {example}")
    (outcome,) = selftest.run([rule])
    assert outcome.ok is not bool(problem)
    assert problem in outcome.problem
