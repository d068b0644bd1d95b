"""Checking with several processes: the report is that of one process, byte for byte, whatever the drafts are like."""

from collections.abc import Callable
from functools import partial
from multiprocessing import active_children
from pathlib import Path
from random import Random

import pytest
import tasks

from lint import machine, session, workers
from lint.draft import Draft
from lint.model import Severity
from lint.report import Report, collect
from lint.reporters import json, text
from lint.reporters.view import Look, View
from lint.session import CheckOptions
from lint.workers import Checking

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").rglob("*.md"))
SENTENCES = [
    "It was the the end of a long day for the town.",
    "The fair was opened by Karin Belmond, who thanked the printers.",
    "“We will re-open the the bridge,” said Ola Ek.",
    "Der Minister hat nicht mit den Bauern gesprochen, und das ist für sie ein Problem.",
    "Nothing happened.",
]
RULES = ("typos/doubled-word", "names")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(workers, "_ENOUGH", 1)  # a few bytes are worth a process


def make(name: str, content: str | bytes) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def rendered(report: Report) -> tuple[str, str]:
    view = View(Look(shown=Severity.SUGGESTION))
    return json.render(report, view), text.render(report, view)


def reports(*paths: str, select: tuple[str, ...] = RULES, work: Callable[..., object] | None = None) -> list[Report]:
    """Check with one process, with two and with three."""
    found = []
    for jobs in (1, 2, 3):
        options = CheckOptions(select=select, jobs=jobs, cache_folder=f"cache-{jobs}")
        run = session.checking(session.open_workspace(options), options)
        run = Checking(run.workspace, work or run.work, run.progress, jobs)  # type: ignore[arg-type]
        given = session.inputs(run.workspace, paths or (".",), options)
        outcomes = workers.outcomes(given.drafts, run)
        found.append(collect(outcomes, given.errors, given.skipped, partial(tuple, run.workspace.notices)))
        assert active_children() == []
    return found


def a_draft(chance: Random) -> str | bytes:
    kind = chance.random()
    if kind < 0.1:
        return chance.choice([b"", b"a\0b", b"Caf\xe9", "one".encode("utf-16"), b"---\ntitle: a: b\n---\n\ntext\n"])
    if kind < 0.2:
        return chance.choice(EXAMPLES).read_bytes()
    return "\n\n".join(chance.choices(SENTENCES, k=chance.randrange(1, 30)))


@pytest.mark.parametrize("seed", range(2))
def test_the_report_is_the_same_for_any_number_of_processes(seed: int) -> None:
    chance = Random(seed)  # noqa: S311
    for number in range(25):
        folder = chance.choice(["", "sub/", "wrong/", "quiet/"])
        make(f"{folder}{number:02}.{chance.choice(['md', 'txt', 'html'])}", a_draft(chance))
    make("wrong/.copydesk.yaml", "rulez: {}\n")
    make("quiet/.copydesk.yaml", "rules: {typos/doubled-word: off}\n")
    one, *several = map(rendered, reports(".", "gone.md"))
    assert "doubled-word" in one[0]
    assert "Did you mean “rules”?" in one[0].encode().decode("unicode_escape")
    assert several == [one, one]


def test_an_archive_is_the_same_to_all_and_its_troubles_are_told_once() -> None:
    make(".copydesk.yaml", "archive: [archive]\n")
    for number in range(5):
        make(
            f"archive/{number}.md", f"The fair number {number} was opened by Karin Belmont. Belmont thanked the town.\n"
        )
        make(f"drafts/{number}.md", f"{SENTENCES[1]} It was fair number {number}.\n")
    make("archive/latin.md", b"Karin Belmont and \xe9\n")
    one, *several = reports("drafts")
    assert [len(file.findings) for file in one.files] == [1] * 5
    assert ["latin.md" in str(notice) for notice in one.notices] == [True]
    assert [rendered(report) for report in several] == [rendered(one)] * 2


def test_an_archive_that_cannot_be_kept_is_no_less_heeded() -> None:
    make(".copydesk.yaml", "archive: [archive]\n")
    make("archive/a.md", "The fair was opened by Karin Belmont. Belmont thanked the town.\n")
    make("drafts/a.md", SENTENCES[1])
    make("drafts/b.md", f"{SENTENCES[1]} {SENTENCES[4]}")
    for jobs in (1, 2, 3):
        make(f"cache-{jobs}", "A file stands where the folder should be.")
    one, *several = reports("drafts")
    assert [len(file.findings) for file in one.files] == [1, 1]
    assert [[len(file.findings) for file in report.files] for report in several] == [[1, 1]] * 2
    assert [len(report.notices) for report in several] == [1, 1]


def test_only_the_checks_of_names_ask_what_is_known_beyond_the_article() -> None:
    lint = Path(workers.__file__).parent
    asking = {path.name for path in lint.rglob("*.py") if "reading.known" in path.read_text(encoding="utf-8")}
    assert {name for name in asking if not name.startswith("names_")} == {
        "known.py"
    }  # plan.asks_archive stands on this


def test_a_crash_on_one_file_is_told_and_the_others_are_checked() -> None:
    for name in ("a", "crash", "z"):
        make(f"{name}.md", SENTENCES[0])
    one, *several = reports(work=tasks.fragile)
    assert [str(error).split(": ")[0] for error in one.errors] == ["crash.md"]
    assert [file.path for file in one.files] == ["a.md", "z.md"]
    assert [rendered(report) for report in several] == [rendered(one)] * 2


def test_a_file_that_processes_die_of_is_an_error_and_the_others_are_checked() -> None:
    for name in ("a", "deadly", "z"):
        make(f"{name}.md", SENTENCES[0])
    one, two, _ = reports(work=tasks.deadly)
    assert (len(one.files), one.errors) == (3, ())
    assert [file.path for file in two.files] == ["a.md", "z.md"]
    assert [str(error).partition(" If")[0] for error in two.errors] == [
        "deadly.md: Two processes that checked this file were stopped (SIGKILL)."
    ]
    assert [str(notice) for notice in two.notices] == [
        f"deadly.md: The process that checked this file was stopped (SIGKILL); it was checked again. {workers._REMEDY}"
    ]


@pytest.mark.parametrize(
    ("asked", "sizes", "memory", "expected"),
    [
        (None, [1_000] * 20, None, 1),
        (None, [90_000] * 20, None, 4),
        (None, [90_000] * 3, None, 2),
        (None, [9_000_000], None, 1),
        (None, [90_000] * 20, 650_000_000, 2),
        (None, [90_000] * 20, 1_000, 1),
        (2, [90_000] * 20, None, 2),
        (8, [90_000] * 20, 650_000_000, 8),
        (8, [10] * 20, None, 1),
        (1, [90_000] * 20, None, 1),
        (None, [], None, 1),
    ],
)
def test_processes_are_so_many_as_are_asked_for_and_of_use(monkeypatch, asked, sizes, memory, expected) -> None:
    monkeypatch.setattr(workers, "_ENOUGH", 100_000)
    monkeypatch.setattr(machine, "processors", lambda: 4)
    monkeypatch.setattr(machine, "memory", lambda: memory)
    assert workers.suited(asked, [Draft(str(number), b"x" * size) for number, size in enumerate(sizes)]) == expected
