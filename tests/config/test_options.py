"""Options of rules: a rule says what they may be, and a wrong value is told when the configuration is read."""

from pathlib import Path

import pytest

from lint import catalog, config, plan, rulefile
from lint.errors import UserErrors

RULE = """\
kind: phrases
summary: A test
message: Found.
severity: error
confidence: high
why: For a test.
source: Nobody
options:
  window: {default: 2, min: 1, max: 9, help: So far it looks.}
  mood: {default: calm, choices: [calm, loud]}
  beasts: {default: [ox], choices: [ox, ass]}
  words: []
avoid: [teh]
examples:
  - bad: <<Teh>> end.
  - ok: The end.
"""


@pytest.fixture
def problems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Give a function from options of the rule above to what is wrong with them."""
    monkeypatch.chdir(tmp_path)
    rule = rulefile.read(RULE, "rules/house/teh.yaml", "house/teh")

    def check(options: str) -> list[str]:
        Path(".copydesk.yaml").write_text(f"rules:\n  house/teh:\n    {options}\n", encoding="utf-8")
        try:
            plan.check(catalog.Catalog((rule,)), config.read(Path(".copydesk.yaml")), plan.Selection())
        except UserErrors as caught:
            return [str(error) for error in caught.errors]
        return []

    return check


@pytest.mark.parametrize(
    "options", ["window: 1", "window: '9'", "mood: loud", "beasts: []", "beasts: [ass, ox]", "words: [a, 2024]"]
)
def test_what_fits_is_taken(problems, options: str) -> None:
    assert problems(options) == []


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        ("window: 0", "window” of house/teh must be a whole number from 1 up to 9. Its default is 2."),
        ("window: 10", "window” of house/teh must be a whole number from 1 up to 9."),
        ("window: -1", "window” of house/teh must be a whole number from 1 up to 9."),
        ("window: 99999999999999999999", "window” of house/teh must be a whole number from 1 up to 9."),
        ("window: [1]", "window” of house/teh must be a whole number from 1 up to 9."),
        ("window: ٣", "window” of house/teh must be a whole number from 1 up to 9."),
        ("mood: lout", "mood” of house/teh must be one of “calm”, “loud”. Its default is calm."),
        ("beasts: [ox, cow]", "beasts” of house/teh must be a list of the words “ox”, “ass”."),
        ("beasts: ox", "beasts” of house/teh must be a list of the words “ox”, “ass”."),
        ("sevrity: error", "house/teh has no option “sevrity”. Did you mean “severity”?"),
        ("words: a", "words” of house/teh must be a list. It has no value by default."),
    ],
)
def test_what_does_not_fit_is_told_with_what_would(problems, options: str, wanted: str) -> None:
    (problem,) = problems(options)
    assert problem.startswith(".copydesk.yaml:3:5: ")
    assert wanted in problem


def test_an_option_of_a_family_must_suit_all_its_rules(tmp_path: Path) -> None:
    file = tmp_path / ".copydesk.yaml"
    file.write_text("rules: {claims: {times: 1}}\n", encoding="utf-8")
    with pytest.raises(UserErrors, match="“times” of claims must be a whole number from 2"):
        plan.check(catalog.load(), config.read(file), plan.Selection())


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ("{default: 2, min: 3}", "The default must be a whole number from 3, as the option says itself."),
        (
            "{default: wild, choices: [calm, loud]}",
            "The default must be one of “calm”, “loud”, as the option says itself.",
        ),
        ("{default: [cow], choices: [ox, ass]}", "The default must be a list of the words “ox”, “ass”"),
        ("{default: calm, min: 3}", "Only a number has bounds."),
        ("{default: 2, max: many}", "“max” must be a whole number, not “many”."),
        ("{min: 3}", "“default” is missing."),
        ("{default: 2, maximum: 3}", "Unknown key “maximum”."),
    ],
)
def test_a_rule_that_contradicts_itself_is_told(option: str, told: str) -> None:
    text = RULE.replace("{default: calm, choices: [calm, loud]}", option)
    with pytest.raises(UserErrors) as caught:
        rulefile.read(text, "rules/house/teh.yaml", "house/teh")
    assert told in str(caught.value)


def test_every_option_of_the_package_is_explained_and_every_number_bounded() -> None:
    declared = [(rule.id, name, spec) for rule in catalog.load().rules for name, spec in rule.declared.items()]
    assert len(declared) > 20
    assert [(rule, name) for rule, name, spec in declared if not spec.help] == []
    assert [(rule, name) for rule, name, spec in declared if isinstance(spec.default, int) and spec.least is None] == []
