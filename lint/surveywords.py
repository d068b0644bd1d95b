"""Words that other tools of a repository have been taught: Vale, cspell, codespell."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lint.source import read_bytes

_ACCEPTED = ("**/config/vocabularies/*/accept.txt", "**/[Vv]ocab/*/accept.txt", ".cspell/*.txt", ".codespellignore")
_CSPELL = ("cspell.json", ".cspell.json", "cSpell.json", "cspell.config.json", ".vscode/cspell.json")
_MOST_WORDS = 200
_MOST_FILES = 20


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Files with one word a line, as paths from the root of the repository, and words that stand in no such file."""

    files: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def vocabulary(root: Path) -> Vocabulary:
    """Give the words that are known in a repository."""
    said = [_as_mapping(root / name) for name in _CSPELL if (root / name).is_file()]
    files = [file for pattern in _ACCEPTED for file in _matching(root, pattern)]
    files += [root / path for cspell in said for path in _definitions(cspell)]
    there = {file.relative_to(root).as_posix() for file in files if file.is_file() and file.is_relative_to(root)}
    words = {word for cspell in said for word in _texts(cspell.get("words")) if word.isprintable() and word.strip()}
    return Vocabulary(tuple(sorted(there))[:_MOST_FILES], tuple(sorted(words))[:_MOST_WORDS])


def _matching(root: Path, pattern: str) -> Iterator[Path]:
    """Give the files that match; a pattern that may match deep down is tried below the folders of Vale alone."""
    if not pattern.startswith("**/"):
        yield from sorted(root.glob(pattern))
        return
    for folder in (
        ".vale",
        "styles",
        ".styles",
        ".github/styles",
        ".vale/styles",
        ".vscode/styles",
        "vale/styles",
        "vale",
    ):
        yield from sorted((root / folder).glob(pattern.removeprefix("**/")))


def _as_mapping(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(read_bytes(path))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _definitions(cspell: dict[str, Any]) -> Iterator[str]:
    """Give the paths of dictionaries that are lists of words."""
    listed = cspell.get("dictionaryDefinitions")
    for entry in listed if isinstance(listed, list) else []:
        path = entry.get("path") if isinstance(entry, dict) else None
        if isinstance(path, str) and path.endswith(".txt") and "\0" not in path and ".." not in Path(path).parts:
            yield path.removeprefix("./")


def _texts(value: Any) -> Iterator[str]:
    yield from (each for each in value if isinstance(each, str)) if isinstance(value, list) else ()
