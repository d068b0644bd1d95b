"""The diff: what `git apply` makes of it is what `--fix` writes."""

import subprocess
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lint.draft import Draft
from lint.report import Outcome, Rewrite
from lint.reporters import diff
from lint.reporters.view import Look


def rewrite(before: bytes, after: bytes, name: str = "a.md") -> Rewrite:
    return Rewrite(Draft(name), before, after, Outcome())


def applied(folder: Path, *rewrites: Rewrite) -> list[bytes]:
    for each in rewrites:
        file = folder / each.draft.name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(each.before)
    patch = folder / "fixes.patch"
    patch.write_bytes(diff.render(rewrites).encode())
    subprocess.run(["git", "apply", "-p0", "--whitespace=nowarn", patch.name], cwd=folder, check=True)
    return [(folder / each.draft.name).read_bytes() for each in rewrites]


LINE = st.sampled_from(
    [b"one", b"two", b"", b"three\r", b"\xef\xbb\xbfx", b"@@ -1 +1 @@", b"--- a", b"+x\ry", b"\\ No"]
)
TEXT = st.lists(LINE, min_size=1, max_size=14)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXT, TEXT, st.booleans())
def test_the_diff_of_any_two_texts_leads_from_one_to_the_other(tmp_path, old, new, same_length):
    new = (new * len(old))[: len(old)] if same_length else new
    before, after = b"\n".join(old) + b"\n.", b"\n".join(new) + b"\n"
    if before != after:
        assert applied(tmp_path, rewrite(before, after)) == [after]


def test_several_files_and_far_places_are_in_one_diff(tmp_path):
    lines = [f"Line {number}\r\n" for number in range(60)]
    before = "".join(lines)
    after = before.replace("Line 3\r", "Line three\r").replace("Line 50\r\n", "")
    rewrites = [rewrite(before.encode(), after.encode()), rewrite(b"x", b"y", "drafts/ä b.md")]
    assert applied(tmp_path, *rewrites) == [after.encode(), b"y"]
    assert diff.render(rewrites).count("\n@@ ") == 3
    assert "Line 20" not in diff.render(rewrites)


def test_a_diff_in_a_terminal_cannot_command_it():
    shown = diff.painted_for_terminal(diff.render([rewrite(b"a\x1b[2Jb\n", b"c\x1b]0;x\x07\n")]), Look(color=True))
    assert "\x1b[2J" not in shown
    assert "\x1b]0" not in shown
    assert "\x1b[31m-a␛[2Jb\x1b[0m\n" in shown


def test_a_long_text_is_compared_line_by_line():
    before = "".join("Again.\n" for _ in range(60_000))
    after = "Once.\n" + before[7:-7] + "Last.\n"
    assert diff.render([rewrite(before.encode(), after.encode())]).count("\n+") == 3
