"""What the site has beyond the pages in docs/: a page for each rule. Links that leave docs/ lead to the repository."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

from lint import catalog, measures
from lint.reporters import pages

ROOT = Path(__file__).parents[2]
SOURCE = "https://github.com/copydesk/copydesk/blob/main/"
_LINK = re.compile(r"\]\((?!\w+:|#)([^)#]+)(#[^)]*)?\)")
_LABEL = re.compile(r"<!-- .*? -->\n*")


def on_files(files: Files, config: Any) -> Files:
    """Add the pages of the rules."""
    for name, text in _rules():
        files.append(File.generated(config, f"rules/{name}.md", content=text))
    return files


def _rules() -> Iterator[tuple[str, str]]:
    found, measured = catalog.load().rules, measures.read(ROOT / "docs" / "measured.json")
    yield "index", pages.index(found, measured, folder="./")
    yield from ((rule.id, pages.page(rule, measured.get(rule.id))) for rule in found)


def on_page_markdown(markdown: str, *, page: Any, **_: Any) -> str:
    """Lead links to what is not on the site to the repository, and those to the table of rules to their pages."""
    folder = (ROOT / "docs" / page.file.src_uri).parent

    def lead(match: re.Match[str]) -> str:
        path = (folder / match[1]).resolve()
        if path == ROOT / "docs" / "rules.md":
            return f"]({'../' * page.file.src_uri.count('/')}rules/index.md{match[2] or ''})"
        if path.is_relative_to(ROOT) and not path.is_relative_to(ROOT / "docs"):
            return f"]({SOURCE}{path.relative_to(ROOT).as_posix()}{match[2] or ''})"
        return match[0]

    return _LINK.sub(lead, markdown)
