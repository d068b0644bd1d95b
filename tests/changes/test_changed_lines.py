"""`check --changed-lines`: findings on new lines alone."""

import pytest

from lint.changes.lines import narrow
from lint.model import Confidence, Finding, Related, Severity
from lint.report import FileReport, Report
from lint.source import Source

OLD = ("It was teh end.", "Nobody knew.", "All were there.", "It rained.", "They left.")


@pytest.fixture
def desk(repo):
    repo.write("old.md", *OLD)
    repo.commit()
    return repo


def test_alone_it_counts_from_the_last_commit(desk, check) -> None:
    desk.write("old.md", *OLD[:2], "teh", *OLD[2:])
    desk.write("new.md", "fine", "teh")
    assert check("--changed-lines").slips == {"new.md": [2], "old.md": [3]}
    desk.git("add", "--all")
    assert check("--changed-lines").slips == {"new.md": [2], "old.md": [3]}


def test_an_edited_line_is_new_and_its_neighbours_are_not(desk, check) -> None:
    desk.write("old.md", OLD[0], "Nobody knew teh date.", *OLD[2:])
    assert check("--changed-lines").slips == {"old.md": [2]}
    desk.write("old.md", f"{OLD[0]} Indeed.", *OLD[1:])
    assert check("--changed-lines").slips == {"old.md": [1]}


def test_a_deletion_makes_no_line_new(desk, check) -> None:
    desk.write("old.md", *OLD[:1], *OLD[2:])
    assert check("--changed-lines").slips == {"old.md": []}


def test_a_repository_without_a_commit_is_wholly_new(repo, check) -> None:
    repo.write("a.md", "teh")
    repo.write("b.md", "teh")
    repo.git("add", "a.md")
    assert check("--changed-lines").slips == {"a.md": [1], "b.md": [1]}


def test_text_that_looks_like_a_diff_misleads_nobody(desk, check) -> None:
    odd = ("-- a/old.md", "++ b/other.md", "@@ -1 +9 @@", "diff --git a/x b/x", "\\ No newline at end of file")
    desk.write("old.md", *odd, *OLD)
    desk.commit()
    desk.write("old.md", *odd[::-1], OLD[1], "teh")
    file = desk.folder / "old.md"
    file.write_bytes(file.read_bytes().rstrip(b"\n"))
    assert check("--changed-lines").slips == {"old.md": [7]}


def test_what_git_takes_for_no_text_is_wholly_new(desk, check) -> None:
    desk.write(".gitattributes", "*.md -diff")
    desk.write("old.md", *OLD, "teh")
    assert check("--changed-lines").slips == {"old.md": [1, 6]}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_kind_are_counted_as_git_counts_them(desk, check, end: str) -> None:
    desk.write("a.md", "\ufeffOne teh.", *OLD[1:], end=end)
    desk.commit()
    desk.write("a.md", "\ufeffOne teh.", *OLD[1:], "teh", end=end)
    # To git, an article with the line ends of an old Macintosh is one line.
    assert check("--changed-lines").slips == {"a.md": [1, 6] if end == "\r" else [6]}


def finding(source: Source, start: int, end: int, *related: int) -> Finding:
    where = [Related("there", source.position(each), source.position(each + 1)) for each in related]
    ends = source.position(start), source.position(end)
    text = source.text[start:end]
    return Finding(
        "r/r", Severity.ERROR, Confidence.HIGH, "m", text, "paragraph", *ends, (), (), tuple(where), f"{start}"
    )


def test_a_finding_counts_if_any_of_its_lines_or_the_place_it_points_to_is_new() -> None:
    source = Source("a.md", "one\r\ntwo\r\nthree\rstill three\nfour\nfive\n")
    text = source.text
    spans = {
        "before": (0, 3),
        "up to the end of line 2": (5, 10),
        "line 2 and 3": (5, text.index("still")),
        "in 3, which a carriage return breaks": (text.index("still"), text.index("still") + 5),
        "after": (text.index("four"), text.index("four") + 4),
        "empty, at 3": (10, 10),
    }
    findings = {name: finding(source, *span) for name, span in spans.items()}
    findings["points to 3"] = finding(source, text.index("five"), len(text), 11)
    report = Report((FileReport("a.md", source, tuple(findings.values())), FileReport("b.md", source, ())))
    kept = narrow(report, {"a.md": ((3, 3),)})
    assert [file.path for file in kept.files] == ["a.md", "b.md"]
    assert kept.files[0].findings == tuple(
        findings[name]
        for name in ("line 2 and 3", "in 3, which a carriage return breaks", "empty, at 3", "points to 3")
    )
    assert narrow(report, {"b.md": ()}) == report
    assert narrow(report, {"a.md": ()}).files[0].findings == ()
