import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.reporters.terminal import cells, clip, visible, width, wrap

COMMANDS = [*map(chr, range(0x20)), "\x7f", *map(chr, range(0x80, 0xA0)), *"\u202a\u202b\u202c\u202d\u202e"]
COMMANDS += [*"\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u2028\u2029\ufeff\u200b\u00ad", "\udc9b", "\U000e0041"]


@pytest.mark.parametrize("char", COMMANDS, ids=lambda char: f"U+{ord(char):04X}")
def test_what_would_command_a_terminal_is_replaced_by_one_sign(char: str) -> None:
    shown = visible(f"a{char}b")
    assert len(shown) == 3
    assert char not in shown
    assert width(shown) == 3


def test_escape_is_shown_by_its_picture() -> None:
    assert visible("\x1b[2J") == "␛[2J"


@pytest.mark.parametrize("text", ["naïve café", "東京", "“Ну да”", "👨‍👩‍👧", "a\u00a0b", "می‌خواهم"])
def test_honest_text_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


@given(st.text())
def test_one_code_point_stays_one_and_none_is_a_control(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not any(char < " " or "\x7f" <= char < "\xa0" or "\u202a" <= char <= "\u202e" for char in shown)


@given(st.text())
def test_cells_lose_nothing(text: str) -> None:
    shown = visible(text)
    assert "".join(cell.text for cell in cells(shown)) == shown


@pytest.mark.parametrize(
    ("text", "expected"), [("abc", 3), ("東京", 4), ("cafe\u0301", 4), ("👨‍👩‍👧", 2), ("한국", 4), ("", 0)]
)
def test_width_counts_cells(text: str, expected: int) -> None:
    assert width(text) == expected


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("short", 10, "short"),
        ("exactly", 7, "exactly"),
        ("too long", 6, "too l…"),
        ("東京都庁", 5, "東京…"),
        ("", 5, ""),
    ],
)
def test_clip_keeps_within_the_limit(text: str, limit: int, expected: str) -> None:
    assert clip(text, limit) == expected


@given(st.text(), st.integers(1, 40))
def test_clip_never_exceeds_the_limit(text: str, limit: int) -> None:
    assert width(clip(visible(text), limit)) <= limit


def test_wrap_breaks_at_spaces_by_cells() -> None:
    assert wrap("東京 is the capital", 8) == ["東京 is", "the", "capital"]


def test_a_word_longer_than_the_line_keeps_a_line_to_itself() -> None:
    assert wrap("see https://example.com/long now", 10) == ["see", "https://example.com/long", "now"]
