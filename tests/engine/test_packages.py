"""Packages of rules: what is installed can offer rules and checks; what lies in a repository never can."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lint import catalog, packages
from lint.errors import UserErrors
from lint.session import CheckOptions, check

ROOT = Path(__file__).parents[2]
HEAD = """\
summary: A test rule
message: "{match}"
severity: warning
confidence: high
why: For a test.
source: Nobody
"""
PHRASES = f"kind: phrases\n{HEAD}avoid: [the pier]\n"
CHECK = '''\
"""Checks of a package."""

import os
from pathlib import Path

Path(os.environ["MARKER"]).write_text("run")


def gulls(reading, options):
    """Find gulls."""
    from lint.rule import Hit

    for block in reading.blocks:
        if (at := block.text.find("gull")) >= 0:
            yield Hit(block, at, at + 4)


_hidden = gulls
'''


def written(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def package(folder: Path, name: str = "acme", module: str = "acme_rules") -> None:
    """Lay a package of rules into a folder as an installer does."""
    written(folder / f"{module}-1.0.dist-info" / "METADATA", f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n")
    written(folder / f"{module}-1.0.dist-info" / "entry_points.txt", f"[copydesk.packs]\n{name} = {module}\n")
    written(folder / module / "__init__.py", "")
    written(folder / module / "checks.py", CHECK)
    written(folder / module / "rules" / "pier.yaml", PHRASES)
    written(folder / module / "rules" / "web" / "gulls.yaml", f"kind: code\n{HEAD}check: {module}.checks:gulls\n")


@pytest.fixture
def marker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the file that the package's module writes when it is run."""
    monkeypatch.setenv("MARKER", str(tmp_path / "marker"))
    return tmp_path / "marker"


@pytest.fixture
def site(tmp_path: Path, marker: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a folder that Python takes for one of installed packages."""
    assert not marker.exists()
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.setattr(packages, "site_folders", lambda: (str(folder),))
    monkeypatch.syspath_prepend(str(folder))
    yield folder
    for name in [name for name in sys.modules if name.startswith("acme_rules")]:
        del sys.modules[name]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a repository with one article."""
    folder = tmp_path / "repository"
    written(folder / "draft.md", "We saw the pier, and a gull on it.\n")
    (folder / ".git").mkdir()
    monkeypatch.chdir(folder)
    return folder


def found(repository: Path, configuration: str) -> list[tuple[str, str]]:
    written(repository / ".copydesk.yaml", configuration)
    report = check(["draft.md"], CheckOptions())
    assert report.errors == ()
    return [(each.rule, each.text) for file in report.files for each in file.findings]


def problems(repository: Path, configuration: str = "") -> str:
    written(repository / ".copydesk.yaml", configuration)
    return "\n".join(map(str, check(["draft.md"], CheckOptions()).errors))


def test_a_package_that_a_configuration_names_brings_its_rules_and_checks(site: Path, repository: Path) -> None:
    package(site)
    assert found(repository, "packs: [acme]\n") == [("acme/pier", "the pier"), ("acme/web/gulls", "gull")]
    assert found(repository, "packs: [acme/web]\n") == [("acme/web/gulls", "gull")]
    assert found(repository, "packs: [acme]\nrules: {acme/web: off}\n") == [("acme/pier", "the pier")]


def test_what_is_installed_but_not_named_is_neither_looked_for_nor_run(
    site: Path, repository: Path, marker: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package(site)

    def nobody_asks() -> None:
        raise AssertionError

    monkeypatch.setattr(packages, "installed", nobody_asks)
    assert found(repository, "packs: [style/plain]\n") == []
    assert not marker.exists()


def test_all_rules_are_those_of_installed_packages_too(site: Path) -> None:
    package(site)
    assert {"acme/pier", "acme/web/gulls", "typos/a-an"} <= set(catalog.load().ids)


def test_a_package_cannot_take_the_name_of_a_family(site: Path) -> None:
    package(site, name="typos")
    with pytest.raises(UserErrors, match="“acme_rules” calls itself “typos”, a family that is there already"):
        catalog.load()


def test_a_package_that_was_installed_to_be_edited_is_read_where_it_is(
    site: Path, repository: Path, tmp_path: Path
) -> None:
    source = tmp_path / "source"
    package(source / "src")
    (source / "src" / "acme_rules-1.0.dist-info").rename(site / "acme_rules-1.0.dist-info")
    origin = {"url": source.as_uri(), "dir_info": {"editable": True}}
    written(site / "acme_rules-1.0.dist-info" / "direct_url.json", json.dumps(origin))
    sys.path.append(str(source / "src"))
    try:
        assert len(found(repository, "packs: [acme]\n")) == 2
    finally:
        sys.path.remove(str(source / "src"))


@pytest.mark.parametrize(
    ("check_name", "told"),
    [
        ("acme_rules.checks:_hidden", "has no check called “_hidden”"),
        ("acme_rules.checks:missing", "has no check called “missing”"),
        ("acme_rules.checks:Path", "has no check called “Path”"),
        ("acme_rules.absent:gulls", "cannot be imported: ModuleNotFoundError"),
        ("acme_rules_more.checks:gulls", "No installed package of rules holds the module “acme_rules_more.checks”"),
        ("os:system", "No installed package of rules holds the module “os”"),
        ("lint.cli:main", "No installed package of rules holds the module “lint.cli”"),
    ],
)
def test_only_checks_of_installed_packages_can_be_named(
    site: Path, repository: Path, check_name: str, told: str
) -> None:
    package(site)
    written(repository / "rules" / "house" / "x.yaml", f"kind: code\n{HEAD}check: {check_name}\n")
    assert told in problems(repository)


def test_a_rule_of_a_repository_may_use_a_check_of_an_installed_package(site: Path, repository: Path) -> None:
    package(site)
    written(repository / "rules" / "house" / "x.yaml", f"kind: code\n{HEAD}check: acme_rules.checks:gulls\n")
    assert found(repository, "") == [("house/x", "gull")]


def test_a_module_that_passes_for_an_installed_one_is_not_run(
    site: Path, repository: Path, marker: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package(site)
    package(repository)
    monkeypatch.syspath_prepend(str(repository))
    told = problems(repository, "packs: [acme]\n")
    assert "Python would import “acme_rules” from elsewhere" in told
    assert not marker.exists()


@pytest.mark.parametrize("way", ["the working directory", "PYTHONPATH"])
@pytest.mark.parametrize(
    "configuration", ["packs: [acme]\n", "rule_folders: [rules]\n", "packs: [acme]\nrule_folders: [rules]\n"]
)
def test_what_lies_in_a_repository_is_never_run(way: str, configuration: str, repository: Path, marker: Path) -> None:
    package(repository)
    for module in ("acme_rules", "yaml", "re2", "pydantic", "click"):
        spy = f"import os, pathlib\npathlib.Path(os.environ['MARKER']).write_text('{module}')\n"
        if module == "acme_rules" or way == "the working directory":
            written(repository / (f"{module}/__init__.py" if module == "acme_rules" else f"{module}.py"), spy)
    written(repository / "rules" / "house" / "x.yaml", f"kind: code\n{HEAD}check: acme_rules.checks:gulls\n")
    written(repository / ".copydesk.yaml", configuration)
    paths = [str(ROOT), str(repository)] if way == "PYTHONPATH" else [str(ROOT)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "MARKER": str(marker)}
    ended = subprocess.run(
        [sys.executable, "-m", "lint", "check", "draft.md"],
        cwd=repository,
        env=environment,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )
    assert ended.returncode == 2
    assert "acme" in ended.stderr
    assert "internal error" not in ended.stderr
    assert not marker.exists()
