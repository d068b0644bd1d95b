from enum import StrEnum

import pytest
from pydantic import BaseModel, ConfigDict, Field

from lint.errors import UserErrors
from lint.validation import validate
from lint.yamlpos import load


class Level(StrEnum):
    HIGH = "high"
    LOW = "low"


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid")
    text: str = Field(min_length=1)
    level: Level = Level.LOW
    size: int = Field(1, ge=1, le=9)


class Whole(BaseModel):
    model_config = ConfigDict(extra="forbid")
    parts: list[Part | str] = Field([], max_length=3)
    named: dict[str, Part] = {}
    loud: bool = False


def told(text: str) -> list[str]:
    node = load(text, "a.yaml")
    assert node
    with pytest.raises(UserErrors) as caught:
        validate(Whole, node, "a whole")
    return [str(error).removeprefix("a.yaml:") for error in caught.value.errors]


def test_what_is_right_becomes_the_model() -> None:
    node = load("parts: [{text: a, level: high, size: 3}, b]\nloud: yes\n", "a.yaml")
    assert node
    assert validate(Whole, node, "a whole") == Whole(parts=[Part(text="a", level=Level.HIGH, size=3), "b"], loud=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("named: {a: {txt: b, text: c}}", "1:13: Unknown key “txt”. Did you mean “text”?"),
        ("parts: [{txt: b, text: c}]", "1:10: Unknown key “txt”. Did you mean “text”?"),
        ("named:\n  a: {level: low}", "2:3: “text” is missing. “a” needs it."),
        ("parts:\n- {level: low}", "2:3: “text” is missing. Entry 1 of “parts” needs it."),
        ("named: {a: {text: ''}}", "1:19: “text” must not be empty. Write it, or leave the key out."),
        ("named: {a: {text: b, size: ten}}", "1:28: “size” must be a whole number, not “ten”."),
        ("named: {a: {text: b, size: 10}}", "1:28: “size” must be at most 9."),
        ("named: {a: {text: b, level: top}}", "1:29: “level” cannot be “top”. Write “high” or “low”."),
        ("loud: perhaps", "1:7: “loud” must be “yes” or “no”, not “perhaps”."),
        ("parts: [[a]]", "1:9: Entry 1 of “parts” must be a mapping (“key: value”) or a text, not a list."),
        ("parts: [a, b, c, d]", "1:1: “parts” takes at most 3; here are 4."),
        ("just words", "1:1: A whole must be a mapping (“key: value”), not “just words”."),
    ],
)
def test_a_mistake_is_told_with_place_problem_and_remedy(text: str, expected: str) -> None:
    assert told(text) == [expected]


def test_all_mistakes_are_told_in_the_order_of_the_file() -> None:
    assert [line.split(": ")[0] for line in told("loud: x\nzzz: 1\nnamed:\n  a: {}\n  b: c\nparts: d\n")] == [
        "1:7", "2:1", "4:3", "5:6", "6:8",
    ]  # fmt: skip
