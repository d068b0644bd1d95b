"""The documentation as a site: it builds without a warning, has a page for each rule, and fetches nothing from elsewhere."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from lint import catalog

ROOT = Path(__file__).parents[2]
_FETCHED = re.compile(r"<(?:script|link|img|iframe)\b[^>]*?(?:src|href)=\"(?:https?:)?//[^\"]*")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False, encoding="utf-8")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return folder


def test_each_rule_has_a_page_that_says_what_it_finds(site: Path) -> None:
    rules = catalog.load().rules
    assert len(rules) > 100
    assert [rule.id for rule in rules if not (site / "rules" / rule.id / "index.html").exists()] == []
    assert "«the the»" in (site / "rules" / "typos" / "doubled-word" / "index.html").read_text(encoding="utf-8")


def test_no_page_fetches_anything_from_elsewhere(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert pages
    assert [(page, found) for page in pages for found in _FETCHED.findall(page.read_text(encoding="utf-8"))] == []


def test_every_page_of_the_docs_can_be_found_on_the_site() -> None:
    listed = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    written = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")} - {"rules.md"}
    assert [name for name in sorted(written) if f": {name}\n" not in listed] == []
