"""200 odd repositories, each with slips planted in known lines: every scope of `check` finds those that it should see.

What is expected is worked out from how each repository was made, never from what git says of it. An article has up to
four versions: on `main`, in the last commit, in the index, in the work tree.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count, pairwise
from pathlib import Path
from random import Random

import pytest

from lint import packages
from lint.annotate.pipeline import Pipeline
from lint.cli import boundary
from lint.workspace import Workspace

STAGES = BASE, HEAD, INDEX, WORK = range(4)
SCOPES = {
    "all": (),
    "since": ("--since", "main"),
    "since, new lines": ("--since", "main", "--changed-lines"),
    "staged": ("--staged",),
    "staged, new lines": ("--staged", "--changed-lines"),
    "new lines": ("--changed-lines",),
}
_OLDER = {"since": BASE, "staged": HEAD, "new lines": HEAD}
_NAMES = [
    "plain.md", "two words.md", 'quo"te.md', "it's.md", "new\nline.md", "tab\there.md", "-dash.md", "--staged.md",
    "back\\slash.md", "\\303\\251.md", "caf\u00e9.md", "cafe\u0301.md", "日本.txt", "[glob]*?.md", ":(top)x.md", "!bang.md",
    "#hash.md", " space .md", "bytes\udcff.md", "$HOME.md", "LOUD.MD", "rtl\u202e.md", "emoji 🗞.rst", "a => b.md", "{a,b}.md",
    "news/deep/a.md", "news/b c.md", "news/ü/d.txt", "opinion/e.md", "opinion/b/f.md", "x" * 200 + ".md",
]  # fmt: skip
_SETTINGS = [
    ("diff.noprefix", "true"), ("diff.mnemonicPrefix", "true"), ("diff.renames", "false"), ("diff.renames", "copies"),
    ("diff.external", "false"), ("diff.relative", "true"), ("diff.orderFile", "nowhere"), ("diff.context", "5"),
    ("diff.interHunkContext", "9"), ("color.ui", "always"), ("core.quotePath", "false"), ("core.fsmonitor", "false"),
    ("diff.algorithm", "histogram"), ("diff.submodule", "log"), ("status.showUntrackedFiles", "no"),
]  # fmt: skip
_RULE = """\
{kind: pattern, summary: A slip, message: A slip., severity: error, confidence: high, why: It is., source: this test,
 pattern: '\\bteh\\b', examples: [{bad: "So <<teh>> end."}, {ok: The end.}, {ok: An end.}]}
"""
_ENVIRONMENT = {
    "PATH": os.environ["PATH"], "HOME": "/nonexistent", "LANG": "C.UTF-8",
    "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_AUTHOR_NAME": "Desk", "GIT_AUTHOR_EMAIL": "desk@example.org",
    "GIT_COMMITTER_NAME": "Desk", "GIT_COMMITTER_EMAIL": "desk@example.org",
}  # fmt: skip


@dataclass(frozen=True)
class Version:
    """One version of an article. `end` ends each line, but not the last one of a text that is not `closed`."""

    name: str
    lines: tuple[str, ...]
    end: str = "\n"
    closed: bool = True
    bom: bool = False
    mode: int = 0o644

    @property
    def ends(self) -> list[str]:
        return [self.end] * (len(self.lines) - 1) + [self.end if self.closed else ""] if self.lines else []

    @property
    def data(self) -> bytes:
        text = "".join(line + end for line, end in zip(self.lines, self.ends, strict=True))
        return (b"\xef\xbb\xbf" if self.bom else b"") + text.encode()

    def identities(self, *, normalised: bool) -> list[str]:
        """What makes each line the same line to git, which reads one long line where it sees no line feed."""
        if self.end == "\r":
            return [repr(self.lines)] * len(self.lines)
        ends = ["\n" if end and normalised else end for end in self.ends]
        return [line + end for line, end in zip(self.lines, ends, strict=True)]

    @property
    def slips(self) -> list[int]:
        return [number for number, line in enumerate(self.lines, 1) if "teh" in line.split()]


Article = tuple[Version | None, Version | None, Version | None, Version | None]


class Author:
    """Writes articles, each line of which is like no other, and edits them."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.names = chance.sample(_NAMES, len(_NAMES))
        self._number = count(1)

    def line(self) -> str:
        slip = " saw teh end" if self.chance.random() < 0.3 else " saw the end"
        return f"Witness number {next(self._number)}{slip} of it."

    def article(self, least: int = 16) -> Version:
        number = self.chance.randrange(least, 24)
        end = self.chance.choice(["\n", "\n", "\r\n", "\r"])
        closed, bom = self.chance.random() < 0.8, self.chance.random() < 0.1
        return Version(self.names.pop(), tuple(self.line() for _ in range(number)), end, closed, bom)

    def edited(self, old: Version) -> Version:
        lines = list(old.lines)
        for _ in range(self.chance.randrange(1, 4)):
            place = self.chance.randrange(len(lines))
            what = self.chance.choice(["insert", "replace", "delete", "append"])
            if what == "append":
                lines.append(self.line())
            elif what == "insert":
                lines.insert(place, self.line())
            elif what == "replace":
                lines[place] = self.line()
            else:
                del lines[place]
        return replace(old, lines=tuple(lines))

    def renamed(self, old: Version) -> Version:
        return replace(old, name=self.names.pop())

    def articles(self) -> list[Article]:
        stories = self.chance.sample(_STORIES, 7)
        return [_told(story(self), self.chance) for story in stories]


def _told(story: Iterator[Version | None], chance: Random) -> Article:
    """Spread the versions that a story tells over the stages: it begins and goes on at some of them."""
    versions = list(story)
    changes = sorted(chance.sample(range(1, 4), len(versions) - 1))
    bounds = [0, *changes, 4]
    spread = [v for v, (start, end) in zip(versions, pairwise(bounds), strict=True) for _ in range(start, end)]
    return spread[0], spread[1], spread[2], spread[3]


def _stays(author: Author) -> Iterator[Version | None]:
    yield author.article()


def _is_edited(author: Author) -> Iterator[Version | None]:
    yield (first := author.article())
    yield (second := author.edited(first))
    yield author.edited(second)


def _appears(author: Author) -> Iterator[Version | None]:
    yield None
    yield author.article(0)


def _appears_and_is_edited(author: Author) -> Iterator[Version | None]:
    yield None
    yield (first := author.article())
    yield author.edited(first)


def _goes(author: Author) -> Iterator[Version | None]:
    yield author.article()
    yield None


def _is_renamed(author: Author) -> Iterator[Version | None]:
    yield (first := author.article())
    yield author.renamed(first)


def _is_renamed_and_edited(author: Author) -> Iterator[Version | None]:
    yield (first := author.article())
    yield author.edited(author.renamed(first))


def _changes_its_case(author: Author) -> Iterator[Version | None]:
    yield (first := replace(author.article(), name="case.md"))
    yield replace(author.edited(first), name="Case.md")


def _becomes_a_program(author: Author) -> Iterator[Version | None]:
    yield (first := author.article())
    yield replace(first, mode=0o755)


def _gets_other_line_ends(author: Author) -> Iterator[Version | None]:
    yield (first := replace(author.article(), end="\n"))
    yield replace(first, end="\r\n")


def _is_emptied(author: Author) -> Iterator[Version | None]:
    yield (first := author.article())
    yield replace(first, lines=(), bom=False)


def _has_a_huge_line(author: Author) -> Iterator[Version | None]:
    yield (first := replace(author.article(), closed=True))
    yield replace(first, lines=(*author.edited(first).lines, "word " * 25_000))


_STORIES = [
    _stays, _is_edited, _is_edited, _appears, _appears, _appears_and_is_edited, _goes, _is_renamed, _is_renamed,
    _is_renamed_and_edited, _is_renamed_and_edited, _changes_its_case, _becomes_a_program, _gets_other_line_ends,
    _is_emptied, _has_a_huge_line,
]  # fmt: skip


class Odd:
    """A repository made by chance from a seed, and what each scope should see in it."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.chance = chance = Random(seed)  # noqa: S311
        self.folder = folder
        self.articles = Author(chance).articles()
        self.converts = chance.choice(["false", "false", "true", "input"])
        self.kind = chance.choice(["clone", "clone", "worktree", "shallow", "detached", "unborn", "conflict"])
        self.undiffed = chance.random() < 0.2 and all(v.mode == 0o644 for a in self.articles for v in a if v)
        self.seen_in_all: dict[str, list[int]] = {}
        self.linked: dict[str, list[int]] = {}
        if self.kind == "unborn":
            self.articles = [(None, None, *article[2:]) for article in self.articles]

    def git(self, *arguments: str, stdin: str = "") -> str:
        command = ["git", *arguments]
        ended = subprocess.run(command, cwd=self.folder, capture_output=True, check=True, input=stdin.encode())
        return ended.stdout.decode().strip()

    def make(self, template: Path) -> "Odd":
        """Build it from an empty repository."""
        shutil.copytree(template, self.folder)
        self._set([("core.autocrlf", self.converts)])
        self._furnish(template)
        if self.kind != "unborn":
            self._commit(BASE)
            self.git("checkout", "--quiet", "-b", "story")
            self._commit(HEAD)
        self._become()
        self._lay_out(INDEX)
        self.git("add", "--all")
        self._lay_out(WORK)
        self._disturb(template)
        self._set(self.chance.sample(_SETTINGS, 3))
        return self

    def _set(self, settings: list[tuple[str, str]]) -> None:
        """Add to the configuration; the work tree of another repository shares that repository's."""
        dot_git = (self.folder.with_name("repo") if self.kind == "worktree" else self.folder) / ".git"
        with (dot_git / "config").open("a", encoding="utf-8") as config:
            config.writelines("[{}]\n\t{} = {}\n".format(*key.split("."), value) for key, value in settings)

    def _lay_out(self, stage: int) -> None:
        """Put the versions of a stage in place of those of the stage before."""
        for article in self.articles:
            for old in filter(None, article[:stage]):
                (self.folder / old.name).unlink(missing_ok=True)
        for version in filter(None, (article[stage] for article in self.articles)):
            file = self.folder / version.name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(version.data)
            file.chmod(version.mode)

    def _commit(self, stage: int) -> None:
        self._lay_out(stage)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", str(stage))

    def _furnish(self, template: Path) -> None:
        """Add what is there from the first commit on: what git ignores, links, a submodule, attributes."""
        (self.folder / ".gitignore").write_text("built/\n*.tmp.md\n", encoding="utf-8")
        for name in ("built/page.md", "note.tmp.md", ".hidden/x.md", "node_modules/lib.md"):
            self._plant(name)
        if self.undiffed:
            (self.folder / ".gitattributes").write_text("*.md -diff\n", encoding="utf-8")
        if self.chance.random() < 0.4:
            self.seen_in_all["target.md"] = self.seen_in_all["link.md"] = self._plant("target.md")
            for name, target in {"link.md": "target.md", "gone.md": "no", "loop.md": "loop.md", "dir": "."}.items():
                (self.folder / name).symlink_to(target)
            if self.kind == "unborn":
                self.linked = dict(self.seen_in_all)
        if self.chance.random() < 0.3:
            self._nest(template, "submodule")

    def _plant(self, name: str) -> list[int]:
        file = self.folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("So be it.\nIt was teh end.\n", encoding="utf-8")
        return [2]

    def _nest(self, template: Path, name: str) -> None:
        shutil.copytree(template, self.folder / name)
        self.seen_in_all[f"{name}/inside.md"] = self._plant(f"{name}/inside.md")
        self.git("-C", name, "add", "--all")
        self.git("-C", name, "commit", "--quiet", "--message", "inside")

    def _become(self) -> None:
        """Turn into another kind of repository, at the last commit."""
        if self.kind == "worktree":
            second = self.folder.with_name("second")
            self.git("worktree", "add", "--quiet", "--detach", str(second))
        elif self.kind == "shallow":
            second = self.folder.with_name("second")
            self.git("clone", "--quiet", "--depth=1", f"file://{self.folder}", str(second))
            shutil.copy(self.folder / ".git/config", second / ".git/config")
        else:
            if self.kind == "detached":
                self.git("checkout", "--quiet", "--detach")
            return
        self.folder = second
        self.seen_in_all = {name: lines for name, lines in self.seen_in_all.items() if "inside" not in name}

    def _disturb(self, template: Path) -> None:
        """Do what is in no commit: a repository inside, a conflict."""
        if self.chance.random() < 0.3:
            self._nest(template, "nested")
        if self.kind == "conflict":
            blob = self.git("hash-object", "-w", "--stdin", stdin="One side.\n")
            stages = "".join(f"100644 {blob} {stage}\tconflict.md\n" for stage in (1, 2, 3))
            self.git("update-index", "--index-info", stdin=stages)
            version = Version("conflict.md", ("<<<<<<< ours", "It was teh end.", "=======", "Fine.", ">>>>>>> theirs"))
            (self.folder / version.name).write_bytes(version.data)
            self.articles.append((None, None, version, version))

    def expected(self, scope: str) -> dict[str, list[int]]:
        """Give the articles that a scope should see, with the lines of their slips."""
        kind, _, lines = scope.partition(", ")
        if kind == "all":
            here = filter(None, (article[WORK] for article in self.articles))
            return {**self.seen_in_all, **{version.name: version.slips for version in here}}
        older, newer = _OLDER[kind], INDEX if kind == "staged" else WORK
        only_new = "new lines" in (kind, lines)
        found = {"target.md": [2]} if self.linked else {}
        found |= self.linked if kind != "staged" else {}
        for article in self.articles:
            new = article[newer]
            slips = self._seen(article[older], article, newer, only_new=only_new) if new else None
            if new and slips is not None and not (new.name == "conflict.md" and kind == "staged"):
                found[new.name] = slips
        return found

    def _seen(self, old: Version | None, article: Article, newer: int, *, only_new: bool) -> list[int] | None:
        """Give the lines of an article that count, None if it has not changed."""
        new, indexed = article[newer], article[INDEX]
        assert new
        followed = newer == INDEX or (indexed is not None and indexed.name == new.name)
        if not old or not followed or (old.name != new.name and not new.lines):
            return new.slips
        before = old.identities(normalised=self.converts != "false")
        after = new.identities(normalised=self.converts != "false")
        if before == after:
            return None
        whole = not only_new or (self.undiffed and any(each.name.endswith(".md") for each in (old, new)))
        return new.slips if whole else [number for number in new.slips if after[number - 1] not in set(before)]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template") / "repo"
    subprocess.run(["git", "init", "--quiet", "--template=", "--initial-branch=main", str(folder)], check=True)
    return folder


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pipeline: Pipeline) -> None:
    """Put one cheap rule in place of the package's, share what reads words, hide what the machine has set."""
    monkeypatch.setattr(Workspace, "_pipeline", lambda *_: pipeline)
    (tmp_path / "rules/typos").mkdir(parents=True)
    (tmp_path / "rules/typos/teh.yaml").write_text(_RULE, encoding="utf-8")
    monkeypatch.setattr(packages, "own_rules", lambda: tmp_path / "rules")
    for name in set(os.environ) - set(_ENVIRONMENT):
        monkeypatch.delenv(name)
    for name, value in {
        **_ENVIRONMENT,
        "GIT_CEILING_DIRECTORIES": str(tmp_path),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]):
    def run(*arguments: str) -> tuple[int, dict[str, list[int]], str]:
        status = boundary.run(["check", "--format", "json", *arguments])
        out, err = capsys.readouterr()
        files = json.loads(out)["files"]
        return status, {f["path"]: [each["start"]["line"] for each in f["findings"]] for f in files}, err

    return run


def shown(found: dict[str, list[int]]) -> dict[str, list[int]]:
    """Write names as a report does, which has no bytes that are no UTF-8."""
    return {name.encode("utf-8", "replace").decode(): lines for name, lines in found.items()}


def refusal(odd: Odd, scope: str) -> str:
    """Give what a scope has to say instead of, or beside, its findings."""
    if scope.startswith("since") and odd.kind == "unborn":
        return "There is no revision “main” here."
    if scope.startswith("since") and odd.kind == "shallow":
        return "There is no revision “main” here. This is a shallow clone: fetch more of its history"
    return "conflict.md: This file is in conflict." if scope.startswith("staged") and odd.kind == "conflict" else ""


@pytest.mark.parametrize("seed", range(200))
def test_every_scope_finds_what_was_planted_and_nothing_else(seed, tmp_path, template, check, monkeypatch) -> None:
    odd = Odd(seed, tmp_path / "repo").make(template)
    monkeypatch.chdir(odd.folder)
    if odd.kind in {"clone", "worktree"} and odd.chance.random() < 0.3:  # as a hook would be called
        monkeypatch.setenv("GIT_DIR", odd.git("rev-parse", "--git-dir"))
        monkeypatch.setenv("GIT_INDEX_FILE", odd.git("rev-parse", "--git-path", "index"))
    for scope, arguments in SCOPES.items():
        status, found, told = check(*arguments)
        refused = refusal(odd, scope)
        expected = {} if refused and scope.startswith("since") else shown(odd.expected(scope))
        assert (scope, found) == (scope, expected), (odd.kind, odd.converts)
        assert status == (2 if refused else int(any(expected.values()))), told
        assert refused in told
        assert bool(told) == bool(refused)


@pytest.mark.parametrize("seed", range(0, 200, 20))
def test_a_folder_further_down_sees_its_own_part(seed, tmp_path, template, check, monkeypatch) -> None:
    odd = Odd(seed, tmp_path / "repo").make(template)
    folder = odd.folder / "news"
    folder.mkdir(exist_ok=True)
    for scope, arguments in SCOPES.items():
        part = {name: lines for name, lines in odd.expected(scope).items() if name.startswith("news/")}
        if scope == "all" or refusal(odd, scope):
            continue
        monkeypatch.chdir(folder)
        assert check(*arguments)[1] == shown({name.removeprefix("news/"): lines for name, lines in part.items()})
        monkeypatch.chdir(odd.folder)
        assert check(*arguments, "news")[1] == shown(part)
        assert check(*arguments, "--", *part or ("news",))[1] == shown(part)


def test_chance_has_left_nothing_out() -> None:
    """If it made them all alike, the tests above would prove little."""
    plans = [Odd(seed, Path()) for seed in range(200)]
    assert len({(plan.kind, plan.converts) for plan in plans}) == 6 * 3
    assert {version.name for plan in plans for article in plan.articles for version in article if version} >= {*_NAMES}
    for scope in SCOPES:
        assert sum(bool(lines) for plan in plans for lines in plan.expected(scope).values()) > 200
