"""A rule file with mistakes: each is told with place, problem and remedy, all at once."""

from textwrap import dedent

import pytest
from engine_support import make_rule

from lint import catalog, packages, rulefile
from lint.errors import UserErrors
from lint.rule import Known, Quotes

GOOD = """\
kind: phrases
summary: A test
message: Found.
severity: error
confidence: high
why: For a test.
source: Nobody
replace: {teh: the}
examples:
  - bad: <<Teh>> end.
  - ok: The end.
"""


def errors_of(text: str) -> list[str]:
    with pytest.raises(UserErrors) as caught:
        rulefile.read(text, "rules/x/y.yaml", "x/y")
    return [str(error) for error in caught.value.errors]


def test_a_good_file_becomes_a_rule_with_defaults():
    rule = rulefile.read(GOOD, "rules/x/y.yaml", "x/y")
    assert (rule.id, rule.family, rule.quotes, rule.on) == ("x/y", "x", Quotes.SUGGESTION, True)
    assert [(e.text, [(m.start, m.end) for m in e.marks]) for e in rule.examples] == [
        ("Teh end.", [(0, 3)]),
        ("The end.", []),
    ]


@pytest.mark.parametrize(
    ("wrong", "right", "told"),
    [
        (
            "severity: error",
            "sevrity: error",
            ["4:1: Unknown key “sevrity”. Did you mean “severity”?", "“severity” is missing"],
        ),
        ("severity: error", "severity: errr", ["4:11: “severity” cannot be “errr”."]),
        ("kind: phrases", "kind: phrase", ["1:7: There is no kind “phrase”. Did you mean “phrases”?"]),
        ("replace: {teh: the}", "replace: {}", ["needs “replace” or “avoid”"]),
        ("message: Found.", "message: Found {wrod}.", ["3:1: The template uses “{wrod}”"]),
        ("message: Found.", "message: '{match:bass}'", ["There is no form “bass”. Did you mean “base”?"]),
        ("  - ok: The end.", "  - ok: <<The>> end.", ["An ok example has no marks"]),
        ("<<Teh>> end.", "Teh end.", ["A bad example marks what the rule finds"]),
        ("why: For a test.", "why: For: a test.", ["6:", "This is not YAML", "quotation marks"]),
        ("why: For a test.", "why: &x For\nsince: *x", ["YAML aliases are not read here"]),
    ],
)
def test_mistakes_are_told(wrong, right, told):
    messages = "\n".join(errors_of(GOOD.replace(wrong, right)))
    for part in told:
        assert part in messages


def test_all_mistakes_come_at_once():
    messages = errors_of(GOOD.replace("severity: error", "severity: loud").replace("confidence", "confidenec"))
    assert len(messages) >= 3
    assert all(message.startswith("rules/x/y.yaml:") for message in messages)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("kind: pattern\npattern: '(?<=a)b'", "RE2 refuses the pattern"),
        ("kind: tokens\nmatch: [{readings: {any: NN}}]", "at least one token"),
        ("kind: tokens\nmatch: [to]\nmark: [verb]", "no token bears it"),
        ("kind: tokens\nmatch: [{lowr: to}]", "Did you mean “lower”?"),
        ("kind: code\ncheck: dates.imposible", "has no check called"),
        ("kind: code\ncheck: os.system", "no module of checks called"),
        ("kind: consistent\nsets: [[Kyiv]]", "needs two forms"),
        ("kind: pairs\npairs: [abc]", "two characters"),
        ("kind: repeat\nlength: 9", "at most 4"),
        ("kind: phrases\nreplace: {'[a|b] c': '[d] c'}", "equally many variants"),
    ],
)
def test_each_kind_refuses_what_makes_no_sense(body, told):
    with pytest.raises(UserErrors) as caught:
        make_rule(body)
    assert told in str(caught.value)


def test_words_that_yaml_takes_for_something_else_stay_words():
    rule = make_rule("kind: phrases\navoid: [no, on, yes, off, 1:30, 2023-03-22, null]")
    assert rule.body.avoid == ["no", "on", "yes", "off", "1:30", "2023-03-22", "null"]


def test_a_known_weakness_is_kept():
    text = GOOD.replace("- ok: The end.", "- ok: The end.\n    known: noisy")
    assert rulefile.read(text, "y.yaml", "x/y").examples[1].known is Known.NOISY


def test_rules_of_a_repository_load_through_the_same_door(tmp_path):
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "teh.yaml").write_text(GOOD, encoding="utf-8")
    loaded = catalog.load([tmp_path])
    assert loaded.get("house/teh") is not None
    assert [rule.id for rule in loaded.matching("house")] == ["house/teh"]


def test_a_rule_outside_a_family_or_with_a_taken_id_is_refused(tmp_path):
    (tmp_path / "teh.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "typos").mkdir()
    (tmp_path / "typos" / "doubled-word.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "typos" / "broken.yaml").write_text("- a list", encoding="utf-8")
    with pytest.raises(UserErrors) as caught:
        catalog.load([tmp_path])
    told = str(caught.value)
    assert "stands in the folder of its family" in told
    assert "typos/doubled-word is taken" in told
    assert "holds a mapping" in told


def test_the_package_refuses_rules_with_too_few_examples(tmp_path, monkeypatch):
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "teh.yaml").write_text(GOOD, encoding="utf-8")
    monkeypatch.setattr(packages, "own_rules", lambda: tmp_path)
    with pytest.raises(UserErrors, match="too few examples"):
        catalog.load()


def test_selectors_mean_a_rule_a_family_or_all():
    loaded = catalog.load()
    assert {rule.family for rule in loaded.rules} == {"claims", "copy", "names", "style", "typos"}
    assert loaded.matching("all") == loaded.rules
    assert [rule.id for rule in loaded.matching("typos/a-an")] == ["typos/a-an"]
    assert loaded.matching(dedent("nonsense")) == ()
